"""What the claims table's stream sets in motion."""

import logging

from mashangban.domains.claims import events
from mashangban.domains.claims.service import approving, paying, resuming
from mashangban.domains.claims.service.fuses import watching
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import Event
from mashangban.kernel.partners import PartnerRefusal
from mashangban.kernel.permissions import Role
from mashangban.kernel.streams import Delivery

log = logging.getLogger(__name__)
_MONEY = (events.APPROVED, events.ACCOUNT_CORRECTED, events.CLAWED_BACK)

_NAMED = (events.SUBMITTED, events.ACCOUNT_CORRECTED)
_HELD = (events.APPROVED, events.PAID)


def on_event(event: Event) -> None:
    """Own events: the fuses look first, what the rules have said yes to is approved, what is approved is paid."""
    act = system_act("claims_stream")
    if event.type in _NAMED:
        watching.before(act, event.subject.id)
    if event.type == events.SUBMITTED:
        approving.approve_by_rules(act, event.subject.id)
    if event.type in _HELD:
        watching.after(act, event.subject.id, "" if event.role == Role.SYSTEM else event.actor)
    if event.type == events.FUSE_RELEASED:
        resuming.go_on(act, event.subject.id)
    if event.type in _MONEY:
        _work(event.subject.id)


def _work(claim_id: str) -> None:
    try:
        paying.work(system_act("claims_stream"), claim_id)
    except (AppError, PartnerRefusal):
        log.info("the order of claim %s is left to the clock", claim_id)


def on_message(delivery: Delivery) -> None:
    """Nobody writes to this room. ValueError for whoever does."""
    raise ValueError(f"nobody here handles {delivery.kind}")
