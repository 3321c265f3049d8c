"""A worker's own card: register, change, remove, look at. Nobody names a card for somebody else."""

from dataclasses import replace

from mashangban.domains.payments import errors, events
from mashangban.domains.payments.models import PaymentsEmployment
from mashangban.domains.payments.repository import payees as store
from mashangban.domains.payments.repository.payees import Move
from mashangban.domains.payments.rules import card as cards
from mashangban.domains.payments.rules import payee as rules
from mashangban.domains.payments.rules.payee import Holding, Payee
from mashangban.domains.payments.schemas import CardForm, PayeeView
from mashangban.domains.payments.service import notifying, telling
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import PayeeState
from mashangban.employment import repository as employments
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Principal, Role


def show_card(actor: Principal) -> PayeeView:
    """The caller's card. Raises NoCard."""
    found = store.payee(actor.person_id)
    if found is None or found.state is PayeeState.REMOVED:
        raise errors.NoCard()
    return view(found)


def register_card(act: Act, form: CardForm) -> PayeeView:
    """Name or change one's own card. The holder is by construction the person whose name was proven."""
    digits = _digits(form.card)
    name = identity.real_name(act.actor.person_id)
    if name is None:
        raise errors.NameNotProven()
    before = store.payee(act.actor.person_id)
    masked = identity.person(act.actor.person_id).name_masked or ""
    after = _named(act, before, masked, form, digits)
    left, taken = _left(before, after), store.holding(store.hash_of(after.card))
    with_me = taken.with_holder(after.person_id)
    after = replace(after, state=rules.state_at(with_me))
    moves = [_own_move(act, before, after), *_turns(act, taken, with_me, after.person_id)]
    holdings = [with_me]
    if left is not None:
        without = left.without(after.person_id)
        moves += _turns(act, left, without, after.person_id)
        holdings.append(without)
    answer = view(after)
    store.save(act, moves, holdings, answer)
    return answer


def remove_card(act: Act) -> PayeeView:
    """Take one's card away; what was paid to it stays in the log. Raises NoCard."""
    before = store.payee(act.actor.person_id)
    if before is None or before.state is PayeeState.REMOVED:
        raise errors.NoCard()
    after = replace(before, state=PayeeState.REMOVED)
    event = next_event(act, events.CARD_REMOVED, before, _data(after), (telling.payee(after),), Role.PERSON)
    answer = view(after)
    _give_up(act, Move(before, after, event), answer)
    return answer


def forget_card(act: Act, person_id: str) -> None:
    """Somebody left the platform for good (个人信息保护法 Art. 47): number and name are gone, safe to repeat."""
    before = store.payee(person_id)
    if before is None or not before.card:
        return
    after = replace(before, state=PayeeState.REMOVED, card="", name_masked="")
    event = next_event(act, events.CARD_FORGOTTEN, before, _data(after), (telling.payee(after),))
    _give_up(act, Move(before, after, event), None)


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


def _give_up(act: Act, move: Move, answer: PayeeView | None) -> None:
    """The person no longer names their card; whoever else named it may be paid again."""
    before = move.after if move.before is None else move.before
    if before.state is PayeeState.REMOVED:
        store.save(act, [move], [], answer)
        return
    held = store.holding(store.hash_of(before.card))
    without = held.without(before.person_id)
    store.save(act, [move, *_turns(act, held, without, before.person_id)], [without], answer)


def _digits(typed: str) -> str:
    digits = cards.digits_of(typed)
    wrong = cards.problem_of(digits)
    if wrong:
        raise errors.CardWrong(wrong, errors=[FieldError("card", wrong)])
    return digits


def _named(act: Act, before: Payee | None, masked: str, form: CardForm, digits: str) -> Payee:
    if before is None:
        return Payee(act.actor.person_id, masked, form.bank, digits, PayeeState.REGISTERED, act.at)
    return replace(before, name_masked=masked, bank=form.bank, card=digits, registered_at=act.at)


def _left(before: Payee | None, after: Payee) -> Holding | None:
    """The card given up by this act, if another one takes its place."""
    if before is None or before.state is PayeeState.REMOVED or before.card == after.card:
        return None
    return store.holding(store.hash_of(before.card))


def _own_move(act: Act, before: Payee | None, after: Payee) -> Move:
    fresh = before is None or before.state is PayeeState.REMOVED
    kind = events.CARD_REGISTERED if fresh else events.CARD_CHANGED
    told = (telling.payee(after), *_alarm(act, after))
    return Move(before, after, next_event(act, kind, after, _data(after), told, Role.PERSON))


def _turns(act: Act, before: Holding, after: Holding, but: str) -> list[Move]:
    """The other holders whose card stops or starts taking money by this act."""
    state = rules.state_at(after)
    found = [store.payee(one) for one in rules.turned(before, after, but)]
    return [_turn(act, one, state) for one in found if one is not None]


def _turn(act: Act, before: Payee, state: PayeeState) -> Move:
    after = replace(before, state=state)
    kind = events.CARD_SHARED if state is PayeeState.SHARED else events.CARD_CLEARED
    told = (telling.payee(after), *_alarm(act, after))
    return Move(before, after, next_event(act, kind, before, _data(after), told))


def _alarm(act: Act, one: Payee) -> list[Message]:
    """A shared card is told to its holder and to the clerks of the projects where the holder works."""
    if one.state is not PayeeState.SHARED:
        return []
    occasion = f"{one.person_id}|{one.version + 1}"
    told = [notifying.person(one.person_id, "payments.card.shared", occasion, {"card": one.card_masked})]
    for job in employments.of_person(PaymentsEmployment, one.person_id):
        if job.in_force:
            values = {"worker": one.name_masked, "project": job.project.name}
            told += notifying.clerks(job.project.id, "payments.card.shared-clerk", act.at, occasion, values)
    return told


def _data(one: Payee) -> dict[str, str]:
    return {"state": one.state.value, "bank": one.bank.value}
