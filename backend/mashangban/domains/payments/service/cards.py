"""A worker's own card: register, change, remove, look at. Nobody names a card for somebody else."""

from dataclasses import replace

from mashangban.domains.payments import errors, events
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.repository import payees as store
from mashangban.domains.payments.repository.payees import Move
from mashangban.domains.payments.rules import card as cards
from mashangban.domains.payments.rules import payee as rules
from mashangban.domains.payments.rules.payee import Payee
from mashangban.domains.payments.schemas import CardConsentView, CardForm, PayeeView
from mashangban.domains.payments.service import sharing, telling
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import CARD_CONSENT, PayeeState
from mashangban.identity import service as identity
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError
from mashangban.kernel.permissions import Principal, Role


def show_card(actor: Principal) -> PayeeView:
    """The caller's card. Raises NoCard."""
    found = store.payee(actor.person_id)
    if found is None or found.state is PayeeState.REMOVED:
        raise errors.NoCard()
    return view(found)


def show_consent() -> CardConsentView:
    """What is to be agreed to before a card is named."""
    return CardConsentView.model_validate(CARD_CONSENT)


def register_card(act: Act, form: CardForm) -> PayeeView:
    """Name or change one's own card; the bank is asked at once, behind the caller's back, whether it is theirs.

    Whatever the person held before is let go: it takes no money and stops nobody's. Raises CardConsentMissing,
    CardWrong, NameNotProven.
    """
    if form.consent_version != CARD_CONSENT.version:
        raise errors.CardConsentMissing()
    digits = _digits(form.card)
    name = identity.real_name(act.actor.person_id)
    if name is None:
        raise errors.NameNotProven()
    before = store.payee(act.actor.person_id)
    masked = identity.person(act.actor.person_id).name_masked or ""
    after = _named(act, before, masked, form, digits)
    moves, holdings = sharing.given_up(act, before) if before is not None and before.card else ([], [])
    answer = view(after)
    store.save(act, [_own_move(act, before, after), *moves], holdings, answer)
    return answer


def remove_card(act: Act) -> PayeeView:
    """Take one's card away; what was paid to it stays in the log. Raises NoCard."""
    before = store.payee(act.actor.person_id)
    if before is None or before.state is PayeeState.REMOVED:
        raise errors.NoCard()
    after = rules.settled(before, PayeeState.REMOVED)
    event = next_event(
        act, events.CARD_REMOVED, before, sharing.data(after), (telling.payee(after),), Role.PERSON
    )
    answer = view(after)
    _give_up(act, before, Move(before, after, event), answer)
    return answer


def forget_card(act: Act, person_id: str) -> None:
    """Somebody left the platform for good (个人信息保护法 Art. 47): number and name are gone, safe to repeat."""
    before = store.payee(person_id)
    if before is None or not before.card:
        return
    history.drop_letters(TABLE, before.subject)
    after = replace(rules.settled(before, PayeeState.REMOVED), card="", name_masked="")
    event = next_event(act, events.CARD_FORGOTTEN, before, sharing.data(after), (telling.payee(after),))
    _give_up(act, before, Move(before, after, event), None)


def view(one: Payee) -> PayeeView:
    """A card as its own holder sees it: masked."""
    return PayeeView(
        bank=one.bank,
        bank_label=one.bank.label,
        name_masked=one.name_masked,
        card_masked=one.card_masked,
        state=one.state,
        state_label=one.state.label,
        registered_at=one.registered_at,
    )


def _give_up(act: Act, before: Payee, move: Move, answer: PayeeView | None) -> None:
    """The person no longer holds their card; whoever else held it may be paid again."""
    moves, holdings = sharing.given_up(act, before)
    store.save(act, [move, *moves], holdings, answer)


def _digits(typed: str) -> str:
    digits = cards.digits_of(typed)
    wrong = cards.problem_of(digits)
    if wrong:
        raise errors.CardWrong(wrong, errors=[FieldError("card", wrong)])
    return digits


def _named(act: Act, before: Payee | None, masked: str, form: CardForm, digits: str) -> Payee:
    person = act.actor.person_id
    old = before or Payee(person, masked, form.bank, digits, PayeeState.CHECKING, act.at)
    return rules.named(replace(old, name_masked=masked, bank=form.bank, card=digits), act.at)


def _own_move(act: Act, before: Payee | None, after: Payee) -> Move:
    fresh = before is None or before.state is PayeeState.REMOVED
    kind = events.CARD_REGISTERED if fresh else events.CARD_CHANGED
    told = (telling.payee(after),)
    data = {**sharing.data(after), "consent": CARD_CONSENT.version}
    return Move(before, after, next_event(act, kind, after, data, told, Role.PERSON))
