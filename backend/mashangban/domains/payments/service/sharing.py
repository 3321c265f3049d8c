"""One card in the name of several people: the money of all of them stops, until one of them is left."""

from mashangban.domains.payments import events
from mashangban.domains.payments.models import PaymentsEmployment
from mashangban.domains.payments.repository import payees as store
from mashangban.domains.payments.repository.payees import Move
from mashangban.domains.payments.rules import payee as rules
from mashangban.domains.payments.rules.payee import Holding, Payee
from mashangban.domains.payments.service import notifying, telling
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import PayeeState
from mashangban.employment import repository as employments
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message


def turns(act: Act, before: Holding, after: Holding, but: str) -> list[Move]:
    """The other holders whose card stops or starts taking money by this act."""
    state = rules.state_at(after)
    found = [store.payee(one) for one in rules.turned(before, after, but)]
    return [_turn(act, one, state) for one in found if one is not None]


def given_up(act: Act, before: Payee) -> tuple[list[Move], list[Holding]]:
    """What it means for others that a person lets go of the card they held; nothing if they held none."""
    held = store.holding(store.hash_of(before.card))
    if before.person_id not in held.holders:
        return [], []
    without = held.without(before.person_id)
    return turns(act, held, without, before.person_id), [without]


def alarm(one: Payee) -> list[Message]:
    """A shared card is told to its holder and to the clerks of the projects where the holder works."""
    if one.state is not PayeeState.SHARED:
        return []
    occasion = f"{one.person_id}|{one.version + 1}"
    told = [notifying.person(one.person_id, "payments.card.shared", occasion, {"card": one.card_masked})]
    for job in employments.of_person(PaymentsEmployment, one.person_id):
        if job.in_force:
            values = {"worker": one.name_masked, "project": job.project.name}
            told += notifying.clerks(job.project.id, "payments.card.shared-clerk", occasion, values)
    return told


def data(one: Payee) -> dict[str, str]:
    """What the log keeps of a card."""
    return {"state": one.state.value, "bank": one.bank.value}


def _turn(act: Act, before: Payee, state: PayeeState) -> Move:
    after = rules.settled(before, state)
    kind = events.CARD_SHARED if state is PayeeState.SHARED else events.CARD_CLEARED
    told = (telling.payee(after), *alarm(after))
    return Move(before, after, next_event(act, kind, before, data(after), told))
