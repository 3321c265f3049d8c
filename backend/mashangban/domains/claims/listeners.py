"""What the claims table's stream sets in motion."""

import logging
from collections.abc import Callable
from typing import Any

from mashangban.documents import events as documents
from mashangban.domains.claims import events
from mashangban.domains.claims.service import (
    approving,
    arriving,
    evaluating,
    paying,
    resuming,
    sampling,
    tallying,
)
from mashangban.domains.claims.service.fuses import watching
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import Event
from mashangban.kernel.partners import PartnerRefusal
from mashangban.kernel.permissions import Role
from mashangban.kernel.streams import Delivery

log = logging.getLogger(__name__)


def on_event(event: Event) -> None:
    """Own events: the fuses look first, what the rules have said yes to is approved, what is approved is paid."""
    for follow in _FOLLOWS.get(event.type, ()):
        follow(system_act("claims_stream"), event)


def _look(act: Act, event: Event) -> None:
    watching.before(act, event.subject.id)


def _approve(act: Act, event: Event) -> None:
    approving.approve_by_rules(act, event.subject.id)


def _look_after(act: Act, event: Event) -> None:
    watching.after(act, event.subject.id, "" if event.role == Role.SYSTEM else event.actor)


def _pay(act: Act, event: Event) -> None:
    try:
        paying.work(act, event.subject.id)
    except (AppError, PartnerRefusal):
        log.info("the order of claim %s is left to the clock", event.subject.id)


def _note_paid(act: Act, event: Event) -> None:
    sampling.note_paid(event.subject.id, event.at)


def _open_drawn(act: Act, event: Event) -> None:
    sampling.open_drawn(act, event.subject.id)


def _open_promise(act: Act, event: Event) -> None:
    sampling.open_promise(act, event.subject.id)


def _count_stars(act: Act, event: Event) -> None:
    evaluating.count(event.subject.id)


def _go_on(act: Act, event: Event) -> None:
    resuming.go_on(act, event.subject.id)


def _count(act: Act, event: Event) -> None:
    tallying.count(event.subject.id)


def _note(act: Act, event: Event) -> None:
    tallying.note(event)


_FOLLOWS: dict[str, tuple[Callable[[Act, Event], None], ...]] = {
    events.OFFERED: (_count,),
    events.SUBMITTED: (_look, _approve, _count),
    events.FORM_SEALED: (_approve,),
    events.ACCOUNT_CORRECTED: (_look, _pay),
    events.APPROVED: (_look_after, _pay, _note, _count),
    events.PAID: (_look_after, _note_paid, _note, _count),
    events.RETURNED: (_note, _count),
    events.RECOVERED: (_note, _count),
    events.REFUSED: (_count,),
    events.LAPSED: (_count,),
    events.CLAWED_BACK: (_pay,),
    events.EVALUATED: (_count_stars,),
    events.FUSE_RELEASED: (_go_on,),
    events.DRAW_REVEALED: (_open_drawn,),
    events.PROMISE_DUE: (_open_promise,),
}


_ARRIVALS: dict[str, Callable[[Act, str, dict[str, Any]], None]] = {
    documents.RENDERED: arriving.printed,
    documents.SEALED: arriving.sealed,
    documents.FAILED: arriving.failed,
}


def on_message(delivery: Delivery) -> None:
    """A form was printed or sealed, or could not be. ValueError for anything else."""
    arrived = _ARRIVALS.get(delivery.kind)
    kind, _, claim_id = str(delivery.body.get("subject", "")).partition(":")
    if arrived is None or kind != "claim":
        raise ValueError(f"nobody here handles {delivery.kind}")
    arrived(system_act("claims_stream", delivery.at), claim_id, dict(delivery.body))
