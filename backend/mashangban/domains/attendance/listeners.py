"""What the attendance table's stream sets in motion."""

from collections.abc import Callable

from mashangban.domains.attendance import events
from mashangban.domains.attendance.service import boards, marking, teamdays
from mashangban.employment.events import EMPLOYMENT
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Event
from mashangban.kernel.streams import Delivery

_SPREADS: dict[str, Callable[[Act, Event], None]] = {
    events.PASSES_TAKEN: lambda act, event: marking.take_passes(act, event.subject.id, event.data["batch"]),
    events.ROLL_CALLED: lambda act, event: marking.take_roll(act, event.subject.id),
    events.TEAMDAY_CLOSED: lambda act, event: teamdays.settle_members(act, event.subject.id),
    events.SCANNED: lambda act, event: teamdays.ensure_of(act, event.subject.id),
}


def on_event(event: Event) -> None:
    """Own events: reports and rolls reach the worker-days, closed team-days are settled, days are counted."""
    spread = _SPREADS.get(event.type)
    if spread is not None:
        spread(system_act("attendance_stream"), event)
    # A team's closing counts its members together.
    elif event.type in events.MOVES and not event.data.get("closing"):
        boards.count(event.subject.id)


def on_message(delivery: Delivery) -> None:
    """Who works where, from the contracts."""
    if delivery.kind == EMPLOYMENT:
        teamdays.hear(delivery)
