"""How many are in a hall today, counted by the steps of its visits, each once; read with the hall's plan of the day."""

from datetime import date, time, timedelta

from mashangban.deadlines.rules.calendar import at
from mashangban.domains.appointments.models import (
    AppointmentsRecord,
    CountedRecord,
    DayInsideRecord,
    DayPlanRecord,
)
from mashangban.domains.appointments.repository import halls
from mashangban.domains.appointments.rules.opening import DayPlan
from mashangban.kernel import counting
from mashangban.kernel.acts import Act

_KEPT = timedelta(days=2)


def count(act: Act, once: str, hall_id: str, day: date, step: int) -> None:
    """One more, or one fewer, in the hall, unless `once` was counted before."""
    once_today = CountedRecord.of(f"inside#{once}", at(day, time()), _KEPT)
    inside = DayInsideRecord(f"HALL#{hall_id}", f"DAY#{day.isoformat()}#INSIDE")
    goes_with_it = DayInsideRecord.expires_at.set(once_today.expires_at)
    counting.count(act, once_today, (inside, [goes_with_it, DayInsideRecord.inside.add(step)]))


def of_day(hall_id: str, day: date) -> tuple[DayPlan | None, int]:
    """What a hall decided for a day, and how many are in it: one query."""
    plan, inside = None, 0
    for one in AppointmentsRecord.query(
        f"HALL#{hall_id}", AppointmentsRecord.SK.startswith(f"DAY#{day.isoformat()}")
    ):
        if isinstance(one, DayPlanRecord):
            plan = halls.day_plan(one)
        elif isinstance(one, DayInsideRecord):
            inside = int(one.inside or 0)
    return plan, inside
