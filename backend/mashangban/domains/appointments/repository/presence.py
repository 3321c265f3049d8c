"""How many are in a hall today, counted by the steps of its visits, each once; read with the hall's plan of the day."""

from datetime import date, time, timedelta

from mashangban.deadlines.rules.calendar import at
from mashangban.domains.appointments.models import (
    TABLE,
    AppointmentsRecord,
    CountedRecord,
    DayInsideRecord,
    DayPlanRecord,
)
from mashangban.domains.appointments.repository import halls
from mashangban.domains.appointments.rules.opening import DayPlan
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.transaction import Transaction

_KEPT = timedelta(days=2)


def count(act: Act, once: str, hall_id: str, day: date, step: int) -> None:
    """One more, or one fewer, in the hall, unless `once` was counted before."""
    expires = int((at(day, time()) + _KEPT).timestamp())
    inside = DayInsideRecord(f"HALL#{hall_id}", f"DAY#{day.isoformat()}#INSIDE")
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(CountedRecord(f"COUNTED#inside#{once}", "COUNTED", expires_at=expires))
            # An update makes the item without saying what it is.
            kind = DayInsideRecord.kind.set(DayInsideRecord)
            tx.update(
                inside, [kind, DayInsideRecord.expires_at.set(expires), DayInsideRecord.inside.add(step)]
            )
    except Stale:
        return


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
