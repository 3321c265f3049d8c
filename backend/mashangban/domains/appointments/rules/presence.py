"""What a hall is at this moment: open or not, until when, and how many are in it. Pure."""

from dataclasses import dataclass
from datetime import datetime, time

from mashangban.deadlines.rules.calendar import Calendar, local_day
from mashangban.domains.appointments import events
from mashangban.domains.appointments.rules.hall import Hall
from mashangban.domains.appointments.rules.opening import DayPlan, open_day
from mashangban.kernel.clock import SHANGHAI

# Whoever comes is in the hall until a counter has done with them.
STEPS = {events.ARRIVED: 1, events.WALKED_IN: 1, events.FINISHED: -1}


@dataclass(frozen=True, slots=True)
class Presence:
    """`until` is the end of the time in which it is open without a break; None while it is closed."""

    until: time | None
    inside: int

    @property
    def open(self) -> bool:
        return self.until is not None


def at(hall: Hall, plan: DayPlan | None, inside: int, calendar: Calendar, now: datetime) -> Presence:
    """A hall at a moment; an hour of its own time counts, wherever the asker is."""
    opens = open_day(hall, local_day(now), plan, calendar).opens
    return Presence(_until(hall, now.astimezone(SHANGHAI).time()) if opens else None, max(inside, 0))


def _until(hall: Hall, now: time) -> time | None:
    """The end of the periods that follow one another from this moment on."""
    until: time | None = None
    for one in sorted(hall.periods, key=lambda period: period.starts):
        if one.starts <= now < one.ends or one.starts == until:
            until = one.ends
    return until
