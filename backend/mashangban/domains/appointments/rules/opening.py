"""When a hall is open: the working-day calendar, its own closures and extra days, and the slots of a day. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mashangban.deadlines.rules.calendar import Calendar, at
from mashangban.domains.appointments import errors
from mashangban.domains.appointments.rules.hall import Hall, Period, matter_of, served
from mashangban.domains.appointments.terms import AHEAD_DAYS, CLOSES_MINUTES


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What a hall decided for one day: closed, open beside the calendar, or other quotas."""

    day: date
    opens: bool
    reason: str = ""
    quotas: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class OpenDay:
    """Whether one may come on a day, and why."""

    day: date
    opens: bool
    why: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A matter's part of a day at a hall, with the places that it has."""

    hall_id: str
    matter: str
    day: date
    period: Period
    quota: int

    @property
    def start(self) -> str:
        return f"{self.period.starts:%H%M}"

    @property
    def starts_at(self) -> datetime:
        return at(self.day, self.period.starts)

    @property
    def ends_at(self) -> datetime:
        return at(self.day, self.period.ends)

    @property
    def closes_at(self) -> datetime:
        """From here on what is left is for those who walk in."""
        return self.starts_at - timedelta(minutes=CLOSES_MINUTES)


def open_day(hall: Hall, day: date, plan: DayPlan | None, calendar: Calendar) -> OpenDay:
    """What a day is at a hall: its own plan goes before the calendar."""
    if plan is not None:
        return OpenDay(day, plan.opens, plan.reason or ("加开" if plan.opens else "停办"))
    found = calendar.day(day, hall.region)
    return OpenDay(day, found.working, found.name)


def days_ahead(hall: Hall, today: date, plans: Iterable[DayPlan], calendar: Calendar) -> list[OpenDay]:
    """Every day for which one may book now."""
    known = {one.day: one for one in plans}
    days = [today + timedelta(days=number) for number in range(AHEAD_DAYS + 1)]
    return [open_day(hall, day, known.get(day), calendar) for day in days]


def require_kept(plan: DayPlan | None) -> None:
    """Refuse what is on a day that its hall closed. Raises NotOpen."""
    if plan is not None and not plan.opens:
        raise errors.NotOpen()


def slots(hall: Hall, matter: str, day: date, plan: DayPlan | None, calendar: Calendar) -> list[Slot]:
    """The slots of a matter on a day, none while the hall or every counter of it is closed. Raises UnknownMatter."""
    kept = matter_of(hall, matter).quota
    if not open_day(hall, day, plan, calendar).opens or not served(hall, matter):
        return []
    quotas = plan.quotas if plan is not None and plan.quotas is not None else {}
    quota = quotas.get(matter, kept)
    ordered = sorted(hall.periods, key=lambda one: one.starts)
    return [Slot(hall.id, matter, day, period, quota) for period in ordered] if quota else []


def slot(found: Iterable[Slot], start: str) -> Slot:
    """The slot that begins then. Raises NotOpen."""
    for one in found:
        if one.start == start:
            return one
    raise errors.NotOpen()


def bookable(one: Slot, now: datetime, today: date) -> Slot:
    """The slot while it can be booked. Raises NotOpen beyond the days ahead, SlotClosed shortly before it begins."""
    if one.day > today + timedelta(days=AHEAD_DAYS):
        raise errors.NotOpen()
    if now >= one.closes_at:
        raise errors.SlotClosed()
    return one


def free(one: Slot, taken: Iterable[int]) -> list[int]:
    """The places nobody has. A lowered quota takes no place from anybody."""
    return sorted(set(range(1, one.quota + 1)) - set(taken))
