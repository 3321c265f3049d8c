"""Name and card are compared by the bank: a stranger's card takes no money and stops nobody."""

from datetime import timedelta

import pytest

from mashangban.domains.payments import events, listeners, schemas
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.repository import payees
from mashangban.domains.payments.rules import payee as rules
from mashangban.domains.payments.rules.payee import Payee
from mashangban.domains.payments.service import cards, checking, viewing, waiting
from mashangban.domains.payments.terms import CARD_CONSENT, Bank, PayeeState, TransferState
from mashangban.kernel import clock, history
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Event, Subject
from tests.payments.conftest import (
    Works,
    act,
    card_form,
    card_number,
    form_of,
    letters_of,
    lines_of,
    name_card,
    state_of,
)

LATER = timedelta(minutes=2)


def of(number: str) -> schemas.CardForm:
    return form_of(number, Bank.CCB)


def stored(person_id: str) -> Payee:
    found = payees.payee(person_id)
    assert found is not None
    return found


def newest(person_id: str) -> Event:
    return list(history.of(TABLE, Subject("payee", person_id)))[-1]


def test_a_wrong_number_that_is_valid_stops_its_true_holder_not_for_a_moment(works: Works) -> None:
    works.fund(2_000_000)
    owner, mistaken, number = works.worker(None), works.worker(None), card_number()
    assert name_card(owner, of(number)).state is PayeeState.VERIFIED
    works.holder(number, "李桂英")  # the bank knows better whose it is
    assert name_card(mistaken, of(number)).state is PayeeState.REFUSED
    assert cards.show_card(owner).state is PayeeState.VERIFIED
    assert payees.holding(payees.hash_of(number)).holders == (owner.person_id,)
    run = works.pay([owner, mistaken])
    assert state_of(run) == "done"
    paid, failed = (lines_of(run)[one.person_id] for one in (owner, mistaken))
    assert paid.state is TransferState.PAID
    assert (failed.state, failed.reason) == (
        TransferState.FAILED,
        "银行说卡号和工人的姓名对不上，要换成本人的卡",
    )
    assert failed.id not in works.bank_net()


def test_who_names_a_strangers_card_first_does_not_keep_its_holder_from_it(works: Works) -> None:
    first, owner, number = works.worker(None), works.worker(None), card_number()
    works.holder(number, "李桂英")
    assert name_card(first, of(number)).state is PayeeState.REFUSED
    works.holder(number)
    assert name_card(owner, of(number)).state is PayeeState.VERIFIED
    assert cards.show_card(first).state is PayeeState.REFUSED


def test_a_refused_worker_is_told_once_what_to_do_and_wages_hear_of_it(works: Works) -> None:
    worker = works.worker("0002")
    (told,) = letters_of(Subject("payee", worker.person_id), "notices.notify")
    assert (told["kind"], told["link"]) == ("payments.card.refused", "/payments/pages/card/index")
    states = [one["state"] for one in letters_of(Subject("payee", worker.person_id), "payments.payee")]
    assert states == ["checking", "refused"]
    assert viewing.my_card_log(worker)[-1].label == "银行核对：户名和卡号对不上，不能收款"
    assert name_card(worker, card_form()).state is PayeeState.VERIFIED


def test_a_silent_bank_is_asked_again_by_the_clock_and_the_card_is_not_lost(works: Works) -> None:
    worker, number = works.worker(None), card_number()
    works.holder(number, silent=True)
    assert name_card(worker, of(number)).state is PayeeState.CHECKING
    before = stored(worker.person_id)
    waiting.check_cards(clock.now())
    assert stored(worker.person_id) == before  # its time has not come
    works.holder(number)
    waiting.check_cards(clock.now() + LATER)
    after = stored(worker.person_id)
    assert (after.state, after.card, after.check_at, after.tries) == (PayeeState.VERIFIED, number, None, 0)


@pytest.mark.parametrize("fault", [{"status": 500}, {"drop_after_success": True}])
def test_a_bank_that_breaks_is_a_bank_that_is_silent(works: Works, fault: dict[str, object]) -> None:
    worker = works.worker(None)
    works.bank.http.put("/_faults/bank", json={**fault, "times": 1})
    assert name_card(worker, card_form()).state is PayeeState.CHECKING
    assert stored(worker.person_id).tries == 1
    waiting.check_cards(clock.now() + LATER)
    assert cards.show_card(worker).state is PayeeState.VERIFIED


def test_nobody_is_paid_before_the_bank_said_whose_card_it_is(works: Works) -> None:
    works.fund(2_000_000)
    worker = works.worker(None)
    cards.register_card(act(worker), card_form())
    run = works.pay([worker])
    failed = lines_of(run)[worker.person_id]
    assert (failed.state, failed.reason) == (
        TransferState.FAILED,
        "银行还在核对这张卡的户名，核对好了再发",
    )


def test_the_stream_asks_as_soon_as_a_card_was_named_and_a_repeat_asks_nothing(works: Works) -> None:
    worker = works.worker(None)
    cards.register_card(act(worker), card_form())
    named = newest(worker.person_id)
    assert (named.type, named.data["consent"]) == (events.CARD_REGISTERED, CARD_CONSENT.version)
    listeners.on_event(named)
    version = stored(worker.person_id).version
    listeners.on_event(named)
    found = stored(worker.person_id)
    assert (found.state, found.version) == (PayeeState.VERIFIED, version)


def test_a_card_taken_away_meanwhile_is_not_asked_about(works: Works) -> None:
    worker, number = works.worker(None), card_number()
    works.holder(number, silent=True)
    name_card(worker, of(number))
    cards.remove_card(act(worker))
    works.holder(number)
    waiting.check_cards(clock.now() + timedelta(days=1))
    checking.check(system_act("payments_clock"), worker.person_id)
    assert stored(worker.person_id).state is PayeeState.REMOVED
    assert payees.holding(payees.hash_of(number)).holders == ()


def test_the_bank_is_asked_less_and_less_often() -> None:
    at = clock.now()
    one = rules.named(Payee("p", "王*国", Bank.ICBC, "62", PayeeState.REFUSED, at), at)
    waits = []
    for _ in range(9):
        one = rules.unanswered(one, at)
        assert one.check_at is not None
        waits.append((one.check_at - at).total_seconds() / 60)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
