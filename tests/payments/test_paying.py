"""A run from its announcement to the last receipt: complete before it is sent, paid once, explained when it is not."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from mashangban.domains.payments.repository import accounts, runs, transfers
from mashangban.domains.payments.rules.run import QUIET
from mashangban.domains.payments.service import funding, privacy, sending, viewing
from mashangban.domains.payments.terms import TransferState
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from tests.payments.conftest import (
    Works,
    card_form,
    deliver,
    letters_of,
    lines_of,
    name_card,
    ordered,
    state_of,
    work,
)
from tests.personal import taken

RESULT, NOTICE = "payments.result", "notices.notify"


def results_of(run: str) -> list[dict[str, object]]:
    return [
        letter for one in transfers.of_run(run) for letter in letters_of(Subject("transfer", one.id), RESULT)
    ]


def test_each_worker_is_paid_or_told_why_not(works: Works, staff: list[Principal]) -> None:
    works.fund(2_000_000)
    run = works.pay(staff)
    assert state_of(run) == "done"
    states = {person: one.state for person, one in lines_of(run).items()}
    assert [states[one.person_id] for one in staff] == [
        TransferState.PAID,
        TransferState.PAID,
        TransferState.RETURNED,
    ]
    told = {str(one["transfer"]): one for one in results_of(run)}
    back = lines_of(run)[staff[2].person_id]
    assert told[back.id]["reason"] == "账号户名不符"
    assert all(one["bank_reference"] for one in told.values())
    assert [one["kind"] for one in letters_of(Subject("transfer", back.id), NOTICE)] == [
        "payments.transfer.not-paid"
    ]
    tally = runs.tally(run)
    assert (tally.paid, tally.paid_fen, tally.returned, tally.open_fen) == (2, 1_000_000, 1, 0)


def test_a_worker_sees_the_own_arrivals_and_nobody_elses(works: Works, staff: list[Principal]) -> None:
    works.fund(2_000_000)
    run = works.pay(staff[:1])
    mine = viewing.my_arrivals(staff[0], PageRequest())
    assert lines_of(run)[staff[0].person_id].id in {one.id for one in mine.items}
    assert all(one.card_masked.startswith("****") for one in mine.items)
    given = taken(privacy.HOLDING, staff[0].person_id)
    assert [one["id"] for one in given["到账记录"]] == [one.id for one in mine.items]
    assert given["银行卡"][0]["card_masked"].startswith("****")
    assert given["银行卡变更"]
    other = viewing.my_arrivals(staff[1], PageRequest())
    assert lines_of(run)[staff[0].person_id].id not in {one.id for one in other.items}


def test_an_incomplete_run_is_never_sent_and_says_what_is_missing(
    works: Works, staff: list[Principal]
) -> None:
    works.fund(2_000_000)
    run = ids.new_id()
    orders = [ordered(run, one, 100) for one in staff]
    works.announce(orders, run)
    for one in orders[:2]:
        deliver("payments.transfer", one)
    later = clock.now() + QUIET
    sending.work(system_act("payments_clock", later), run)
    assert (state_of(run), runs.run(run).note) == ("collecting", "应有 3 笔，到了 2 笔，还差 1 笔")
    assert works.bank_net() == {}
    deliver("payments.transfer", orders[2])
    work(run)
    assert state_of(run) == "done"


def test_lines_that_arrive_before_their_announcement_are_not_lost(
    works: Works, staff: list[Principal]
) -> None:
    works.fund(1_000)
    run = ids.new_id()
    orders = [ordered(run, one, 100) for one in staff]
    for one in [*orders, *orders]:
        deliver("payments.transfer", one)
    works.announce(orders, run)
    work(run)
    assert state_of(run) == "done"
    assert runs.tally(run).arrived == 3


def test_a_sum_that_does_not_add_up_stops_the_run(works: Works, staff: list[Principal]) -> None:
    works.fund(2_000_000)
    run = ids.new_id()
    orders = [ordered(run, one, 100) for one in staff]
    works.announce(orders, run, total_fen=301)
    for one in orders:
        deliver("payments.transfer", one)
    work(run)
    assert state_of(run) == "mismatch"
    assert works.bank_net() == {}


def test_a_short_account_pays_nobody_until_it_is_funded(works: Works, staff: list[Principal]) -> None:
    works.fund(600_000)
    run = works.pay(staff[:2])
    assert state_of(run) == "short"
    assert "还差 4,000元" in runs.run(run).note
    assert works.bank_net() == {}
    work(run)
    works.fund(400_000)
    account = accounts.account(works.project.id)
    funding.read_statement(system_act("payments_clock"), account)
    assert run in {one for shard in range(4) for one in runs.due(shard, clock.now(), 99)}
    work(run)
    assert state_of(run) == "done"
    assert sorted(works.bank_net().values()) == [500_000, 500_000]


def test_a_run_that_was_put_off_while_our_clock_was_ahead_waits_no_days(
    works: Works, staff: list[Principal]
) -> None:
    run, now = works.pay(staff[:1]), clock.now()

    def waits_for(pause: timedelta) -> bool:
        runs.look_again(run, now + pause, 5)
        return run not in {one for shard in range(runs.SHARDS) for one in runs.due(shard, now, 99)}

    assert [waits_for(timedelta(hours=hours)) for hours in (0, 1, 48)] == [False, True, False]


def test_without_an_account_the_run_waits_and_says_so(
    ground: object, works: Works, staff: list[Principal]
) -> None:
    lonely = Works(works.bank)
    run = lonely.pay(staff[:1])
    assert state_of(run) == "blocked"
    lonely.open()
    lonely.fund(500_000)
    work(run)
    assert state_of(run) == "done"


def test_who_has_no_usable_card_fails_at_once_and_the_others_are_paid(
    works: Works, staff: list[Principal]
) -> None:
    works.fund(2_000_000)
    bare = works.worker(None)
    run = works.pay([staff[0], bare])
    assert state_of(run) == "done"
    failed = lines_of(run)[bare.person_id]
    assert (failed.state, failed.reason) == (TransferState.FAILED, "工人还没有登记自己的银行卡")
    assert failed.id not in works.bank_net()


def test_a_card_changed_between_order_and_sending_stops_that_line_only(
    works: Works, staff: list[Principal]
) -> None:
    changing = works.worker()
    run = works.pay([staff[0], changing])
    assert state_of(run) == "short"
    name_card(changing, card_form())
    works.fund(2_000_000)
    work(run)
    states = {person: one.state.value for person, one in lines_of(run).items()}
    assert states == {staff[0].person_id: "paid", changing.person_id: "failed"}


def test_a_returned_line_is_paid_by_a_new_attempt(works: Works, staff: list[Principal]) -> None:
    works.fund(2_000_000)
    worker = works.worker("0000")
    first = works.pay([worker])
    line = lines_of(first)[worker.person_id].line
    name_card(worker, card_form())
    again = ids.new_id()
    order = ordered(again, worker, 500000, line=line, attempt=2)
    works.announce([order], again)
    deliver("payments.transfer", order)
    work(again)
    assert state_of(again) == "done"
    assert {key: fen for key, fen in works.bank_net().items() if fen} == {f"{line}.2": 500000}


@pytest.mark.parametrize("attempt", [1, 2])
def test_a_paid_line_is_not_paid_again_whatever_is_ordered(
    works: Works, staff: list[Principal], attempt: int
) -> None:
    works.fund(2_000_000)
    first = works.pay(staff[:1])
    line = lines_of(first)[staff[0].person_id].line
    again = ids.new_id()
    order = ordered(again, staff[0], 500000, line=line, attempt=attempt)
    works.announce([order], again)
    deliver("payments.transfer", order)
    work(again)
    assert sum(works.bank_net().values()) == 500000
    # The second attempt fails with its reason; the very same order is the transfer that is known already.
    assert state_of(again) == ("collecting" if attempt == 1 else "done")


@pytest.mark.parametrize(
    ("fault", "calls"),
    [
        ({"drop_after_success": True, "times": 4}, 6),
        ({"status": 500, "times": 3}, 6),
        ({"drop_after_success": True, "times": 2}, 6),
    ],
)
def test_a_silent_bank_is_asked_before_anything_is_sent_again(
    works: Works, staff: list[Principal], fault: dict[str, object], calls: int
) -> None:
    works.fund(2_000_000)
    run = works.pay(staff[:2], send=False)
    works.bank.fault("bank", **fault)
    for _ in range(calls):
        work(run)
    assert state_of(run) == "done"
    assert sorted(works.bank_net().values()) == [500000, 500000]


def test_a_bank_whose_clock_is_off_is_not_said_to_refuse_the_account(
    works: Works, staff: list[Principal]
) -> None:
    works.fund(2_000_000)
    run = works.pay(staff[:2], send=False)
    works.bank.fault("bank", clock_s=600)
    work(run)
    assert state_of(run) not in ("blocked", "done")
    works.bank.heal()
    for _ in range(3):
        work(run)
    assert state_of(run) == "done"
    assert sorted(works.bank_net().values()) == [500000, 500000]


def test_results_that_take_their_time_are_polled(works: Works, staff: list[Principal]) -> None:
    works.bank.http.put("/bank/settings", json={"delay_ms": 700})
    works.fund(2_000_000)
    run = works.pay(staff[:1])
    assert state_of(run) == "sending"

    def arrived() -> bool:
        work(run)
        return state_of(run) == "done"

    until(arrived)


def until(holds: Callable[[], bool]) -> None:
    import time

    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
