"""Asking the bank whether a card is in its holder's name (户名与账号一致性).

Nobody waits for a bank at their phone: the stream asks as soon as a card was named, the clock while the bank is silent.
"""

import logging

from mashangban.domains.payments import events
from mashangban.domains.payments.partners import bank
from mashangban.domains.payments.repository import payees as store
from mashangban.domains.payments.repository.payees import Move
from mashangban.domains.payments.rules import payee as rules
from mashangban.domains.payments.rules.payee import Payee
from mashangban.domains.payments.service import notifying, sharing, telling
from mashangban.domains.payments.service.steps import next_event
from mashangban.domains.payments.terms import CardAnswer, PayeeState
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import PartnerRefusal

log = logging.getLogger(__name__)


def check(act: Act, person_id: str) -> None:
    """Ask about a card that waits for the bank's word; another one is left alone. Raises Stale when the person was
    faster: their newer card is asked about by its own event."""
    before = store.payee(person_id)
    if before is None or before.state is not PayeeState.CHECKING:
        return
    match _asked(before):
        case CardAnswer.MATCH:
            _verified(act, before)
        case CardAnswer.MISMATCH:
            _refused(act, before)
        case CardAnswer.UNAVAILABLE:
            store.put_off(before, rules.unanswered(before, act.at))


def _asked(one: Payee) -> CardAnswer:
    proven = identity.real_name(one.person_id)
    if proven is None:
        return CardAnswer.MISMATCH
    try:
        return bank.whose(one.card, proven.name)
    except PartnerUnavailable:
        return CardAnswer.UNAVAILABLE
    except PartnerRefusal:
        log.exception("the bank does not take the question about a card")
        return CardAnswer.UNAVAILABLE


def _verified(act: Act, before: Payee) -> None:
    held = store.holding(store.hash_of(before.card))
    with_me = held.with_holder(before.person_id)
    after = rules.settled(before, rules.state_at(with_me))
    kind = events.CARD_VERIFIED if after.usable else events.CARD_SHARED
    told = (telling.payee(after), *sharing.alarm(after))
    own = Move(before, after, next_event(act, kind, before, sharing.data(after), told))
    store.save(act, [own, *sharing.turns(act, held, with_me, before.person_id)], [with_me], None)


def _refused(act: Act, before: Payee) -> None:
    after = rules.settled(before, PayeeState.REFUSED)
    occasion = f"{before.person_id}|{before.version + 1}"
    words = notifying.person(
        before.person_id, "payments.card.refused", occasion, {"card": before.card_masked}
    )
    told = (telling.payee(after), words)
    event = next_event(act, events.CARD_REFUSED, before, sharing.data(after), told)
    store.save(act, [Move(before, after, event)], [], None)
