"""What time alone does: a promise ends, a queue closes, somebody is reminded, somebody did not come."""

import logging
from datetime import datetime

from mashangban.domains.appointments import events
from mashangban.domains.appointments.repository import bookings
from mashangban.domains.appointments.rules import booking as rules
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.service import telling
from mashangban.domains.appointments.terms import Call, State
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role

log = logging.getLogger(__name__)
_KINDS = {
    State.LAPSED: events.LAPSED,
    State.UNFILLED: events.UNFILLED,
    State.MISSED: events.MISSED,
    State.BOOKED: events.REMINDED,
}
_NOTICES = {
    State.LAPSED: "appointments.lapsed",
    State.UNFILLED: "appointments.unfilled",
    State.MISSED: "appointments.missed",
    State.BOOKED: "appointments.reminder",
}


def run(now: datetime) -> int:
    """One look of the clock at every booking whose moment has come; how many it moved."""
    act = system_act("appointments_clock", now)
    return sum(_each(act, shard) for shard in range(bookings.SHARDS))


def end_if_over(one: Booking, at: datetime) -> bool:
    """End a promise whose time is over, whoever looks first; whether it was over."""
    if not rules.over(one, at):
        return False
    _turn(system_act("appointments", at), one.id)
    return True


def _each(act: Act, shard: int) -> int:
    """Page by page until none moves: on AWS the index lags and may show again what was just done."""
    moved = 0
    while done := sum(_tried(act, one.id) for one in bookings.due(shard, act.at)):
        moved += done
    return moved


def _tried(act: Act, booking_id: str) -> bool:
    try:
        return _turn(act, booking_id)
    except Exception:
        log.exception("booking %s could not be moved on", booking_id)
        return False


def _turn(act: Act, booking_id: str) -> bool:
    one = bookings.get(booking_id)
    after = rules.turn(one, act.at)
    if after is None:
        return False
    event = following(act, _KINDS[after.state], one, Role.SYSTEM, None, _told(one, after))
    try:
        bookings.move(act, one, after, event)
    except Stale:
        return False
    return True


def _told(before: Booking, after: Booking) -> tuple[Message, ...]:
    """A hold that its own person let go is no news to them; who did not call is reminded with the person."""
    if before.state is State.HELD:
        return ()
    told = telling.person(before, _NOTICES[after.state])
    if after.state is State.BOOKED and after.call is Call.NONE:
        return (*told, *telling.agent(before, "appointments.to-call"))
    return told
