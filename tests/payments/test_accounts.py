"""Wage accounts: opened by the contractor, funded in time, reconciled, closed only after notice and without arrears."""

import datetime as dt
import json

import pytest

from mashangban.domains.payments import errors, schemas
from mashangban.domains.payments.partners import bank
from mashangban.domains.payments.repository import accounts as store
from mashangban.domains.payments.repository import boards as board_items
from mashangban.domains.payments.repository import runs
from mashangban.domains.payments.rules import account as rules
from mashangban.domains.payments.rules.account import Mirror
from mashangban.domains.payments.service import (
    accounts,
    boards,
    differences,
    funding,
    reconciling,
    retrying,
    viewing,
    waiting,
)
from mashangban.domains.payments.terms import Bank, DifferenceState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry import service as registry
from mashangban.registry.schemas.inputs import ProjectChange
from tests.payments.conftest import COUNTY, Works, act, lines_of, person, strike, work

FORM = {"bank": Bank.CCB, "number": "3300 1111 2222 3333", "pay_day": 15}


def complete(works: Works) -> None:
    seen = registry.view_project(works.desk.officer, works.project.id)
    parties = [{"enterprise_id": one.enterprise_id, "kind": one.kind} for one in seen.parties]
    kept = {name: getattr(seen, name) for name in ("code", "name", "county", "address", "version")}
    change = ProjectChange.model_validate({**kept, "parties": parties, "status": "004"})
    registry.change_project(act(works.desk.officer), works.project.id, change)


def test_only_the_general_contractor_opens_the_account(works: Works) -> None:
    other = Works(works.bank)
    labour = person((Role.ENTERPRISE_ADMIN, f"org:{other.labour.id}"))
    form = schemas.AccountForm.model_validate(FORM)
    with pytest.raises(errors.NotTheContractor):
        accounts.open_account(act(labour), other.project.id, form)
    with pytest.raises(NotFound):
        accounts.open_account(act(works.office), other.project.id, form)


def test_a_project_has_one_account_and_an_account_one_project(works: Works) -> None:
    with pytest.raises(errors.AccountExists):
        works.open()
    second = Works(works.bank)
    second.number = works.number
    with pytest.raises(errors.AccountBound):
        second.open()
    second.number = f"9{works.number}"
    bank.balance(second.number, "别家建设有限公司")
    with pytest.raises(errors.AccountRefused):
        second.open()
    assert store.account(works.project.id).number_masked == f"**** {works.number[-4:]}"


def test_another_projects_account_is_out_of_sight(works: Works) -> None:
    stranger = person((Role.ENTERPRISE_ADMIN, "org:somebody"))
    elsewhere = person((Role.COUNTY_OFFICER, "region:330102"))
    for one in (stranger, elsewhere):
        with pytest.raises(NotFound):
            viewing.show_account(act(one), works.project.id)
        with pytest.raises(NotFound):
            reconciling.reconcile_project(act(one), works.project.id)
    with pytest.raises(NotFound):
        viewing.accounts_of_county(elsewhere, COUNTY, None, PageRequest())
    with pytest.raises(Forbidden):
        viewing.accounts_of_county(person(), COUNTY, None, PageRequest())
    assert viewing.show_account(act(works.officer), works.project.id).balance_fen == 0


def test_the_balance_is_the_banks_word_with_its_instant(works: Works) -> None:
    works.fund(123_456)
    seen = retrying.refresh_account(act(works.office), works.project.id)
    assert seen.balance_fen == 123_456
    (entry,) = viewing.page_of_entries(works.office, works.project.id, PageRequest()).items
    assert (entry.kind, entry.amount_fen) == ("funding", 123_456)


def test_the_forecast_names_where_its_figure_comes_from(works: Works, staff: list[Principal]) -> None:
    at = clock.now()
    assert funding.forecast(store.account(works.project.id), at).need_fen == 0
    works.employ(staff[0], 30000)
    by_contract = funding.forecast(store.account(works.project.id), at)
    assert (by_contract.need_fen, by_contract.gap_fen) == (660_000, 660_000)
    assert by_contract.basis.startswith("在场 1 人")
    works.pay(staff[:1], 700_000)
    announced = funding.forecast(store.account(works.project.id), at)
    assert (announced.need_fen, announced.basis) == (700_000, "已审定、还没有付的工资")
    works.fund(700_000)
    run = runs.of_project(works.project.id, PageRequest()).items[0]
    work(run.id)
    last = funding.forecast(store.account(works.project.id), at)
    assert (last.need_fen, last.basis) == (700_000, "上一次发放的工资总额")


def test_a_shortfall_is_warned_of_before_the_pay_day_and_the_next_month_follows(
    works: Works, staff: list[Principal]
) -> None:
    works.employ(staff[0])
    account = store.account(works.project.id)
    kind = f"{rules.FUNDING}.{account.funding_month}"
    fired = strike(account.subject, kind, clock.now() + dt.timedelta(days=60))
    chain = [one.label for one in viewing.account_log(works.office, works.project.id)]
    assert chain.count("发薪日前资金不足，发出预警") == fired >= 1
    following = store.account(works.project.id).funding_month
    assert following > account.funding_month
    works.fund(10_000_000)
    strike(account.subject, f"{rules.FUNDING}.{following}", clock.now() + dt.timedelta(days=90))
    chain = [one.label for one in viewing.account_log(works.office, works.project.id)]
    assert chain[-1] == "发薪日前测算，资金充足"


def test_closing_asks_for_completion_paid_wages_and_thirty_days(works: Works, staff: list[Principal]) -> None:
    with pytest.raises(errors.ProjectNotCompleted):
        accounts.announce_closing(act(works.office), works.project.id)
    complete(works)
    run = works.pay(staff[:1])
    with pytest.raises(errors.WagesUnpaid):
        accounts.announce_closing(act(works.office), works.project.id)
    works.fund(500_000)
    work(run)
    accounts.announce_closing(act(works.office), works.project.id)
    with pytest.raises(errors.NoticeRunning):
        accounts.close_account(act(works.officer), works.project.id)
    with pytest.raises(Forbidden):
        accounts.close_account(act(works.office), works.project.id)
    after = Act(works.officer, clock.now() + dt.timedelta(days=45))
    assert accounts.close_account(after, works.project.id).state.value == "closed"
    late = works.pay(staff[1:2])
    assert runs.run(late).state.value == "blocked"


def test_a_returned_wage_keeps_the_account_open(works: Works, staff: list[Principal]) -> None:
    works.fund(500_000)
    works.pay(staff[2:])
    complete(works)
    with pytest.raises(errors.WagesUnpaid):
        accounts.announce_closing(act(works.office), works.project.id)


def test_a_closing_can_be_withdrawn_and_announced_again(works: Works) -> None:
    complete(works)
    accounts.announce_closing(act(works.office), works.project.id)
    accounts.withdraw_closing(act(works.office), works.project.id)
    with pytest.raises(errors.WrongState):
        accounts.withdraw_closing(act(works.office), works.project.id)
    later = Act(works.office, clock.now() + dt.timedelta(seconds=2))
    assert accounts.announce_closing(later, works.project.id).notice is not None


def test_reconciliation_agrees_to_the_fen(works: Works, staff: list[Principal]) -> None:
    works.fund(2_000_000)
    works.pay(staff, 333_333)
    report = reconciling.reconcile_project(act(works.office), works.project.id)
    assert (report.differences, report.ours_fen, report.bank_fen) == (0, 666_666, 666_666)


def test_every_difference_becomes_one_work_item_until_a_person_explains_it(
    works: Works, staff: list[Principal]
) -> None:
    works.fund(2_000_000)
    run = works.pay(staff[:1])
    one = lines_of(run)[staff[0].person_id]
    works.bank.http.post(f"/bank/lines/{one.id}/return", json={"reason": "账户冻结"})
    _pay_behind_our_back(works)
    reconciling.reconcile_project(act(works.office), works.project.id)
    report = reconciling.reconcile_project(act(works.office), works.project.id)
    assert report.differences == 2
    page = differences.of_project(works.office, works.project.id, DifferenceState.OPEN, PageRequest())
    assert {item.kind_label for item in page.items} == {"退回记录不一样", "银行已付，我们没有"}
    assert lines_of(run)[staff[0].person_id].state.value == "paid"  # never mended by itself
    said = schemas.Explanation(note="收款人账户冻结，改卡后重发")
    settled = differences.settle(act(works.office), page.items[0].id, said)
    assert settled.state is DifferenceState.SETTLED
    with pytest.raises(errors.WrongState):
        differences.settle(act(works.office), page.items[0].id, said)
    with pytest.raises(NotFound):
        differences.settle(act(person((Role.OPERATOR, "org:x"))), page.items[0].id, said)
    csv = reconciling.export_report(works.office, works.project.id, "text/csv").decode()
    assert "退回记录不一样" in csv


def _pay_behind_our_back(works: Works) -> None:
    """Somebody uses the wage account at the counter."""
    body = {
        "key": f"counter-{works.number}", "account": works.number, "total_fen": 777, "callback_url": "",
        "lines": [{"key": f"counter-{works.number}", "name": "某人", "card": "6222021234567890128", "amount_fen": 777}],
    }  # fmt: skip
    bank.partner().post_signed("/bank/orders", json.loads(json.dumps(body)))


def test_the_clock_reads_accounts_at_the_bank_in_turn(works: Works) -> None:
    works.fund(4_321)
    soon = clock.now() + dt.timedelta(hours=2)
    waiting.look_round(soon)
    seen = store.mirror(works.project.id)
    assert seen is not None
    assert seen.balance_fen == 4_321
    assert store.last_report(works.project.id) is not None


def test_an_account_read_while_our_clock_was_ahead_is_read_again_once_it_is_right(works: Works) -> None:
    now = clock.now()
    waiting.look_round(now + dt.timedelta(days=2))
    works.fund(4_321)
    waiting.look_round(now)
    seen = store.mirror(works.project.id)
    assert seen is not None
    assert (seen.balance_fen, seen.at) == (4_321, now)


def test_what_the_bank_said_while_our_clock_was_ahead_gives_way_to_what_it_says_now(works: Works) -> None:
    now = clock.now()

    def balance_after(fen: int, at: dt.datetime) -> int:
        store.keep_mirror(works.project.id, Mirror(fen, at, 0))
        seen = store.mirror(works.project.id)
        assert seen is not None
        return seen.balance_fen

    assert balance_after(100, now + dt.timedelta(days=2)) == 100
    assert balance_after(200, now) == 200
    assert balance_after(300, now - dt.timedelta(minutes=1)) == 200, "an older word that came late"


def test_boards_count_money_and_shortage_and_a_recount_agrees(ground: object, staff: list[Principal]) -> None:
    works = Works(ground, county="330282")  # type: ignore[arg-type]
    works.open()
    works.fund(1_000_000)
    done, short = works.pay(staff[:2]), works.pay(staff[:1])
    for _ in range(2):
        boards.count_run(done), boards.count_run(short), boards.count_account(works.project.id)
    officer = person((Role.COUNTY_OFFICER, "region:330282"))
    seen = boards.show_board(officer, "330282")
    assert (seen.accounts_open, seen.paid_fen, seen.paid) == (1, 1_000_000, 2)
    assert (seen.runs_short, seen.short_fen) == (1, 500_000)
    before = board_items.counters("region:330282", consistent=True)
    boards.rebuild_region("330282")
    assert board_items.counters("region:330282", consistent=True) == before
    with pytest.raises(NotFound):
        boards.show_board(officer, "3302")
