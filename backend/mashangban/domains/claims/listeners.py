"""What the claims table's stream sets in motion."""

import logging

from mashangban.domains.claims import events
from mashangban.domains.claims.service import approving, paying
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import Event
from mashangban.kernel.partners import PartnerRefusal
from mashangban.kernel.streams import Delivery

log = logging.getLogger(__name__)
_MONEY = (events.APPROVED, events.ACCOUNT_CORRECTED, events.CLAWED_BACK)


def on_event(event: Event) -> None:
    """Own events: what the rules have said yes to is approved, what is approved is paid."""
    if event.type == events.SUBMITTED:
        approving.approve_by_rules(system_act("claims_stream"), event.subject.id)
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
