"""The duty roster of a department, a week at a time: whose shift it is, where a gap is, who swaps with whom. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from mashangban.deadlines.rules.calendar import Calendar, at, local_day
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.kernel.events import GENESIS, Subject

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """Somebody's time at a department on a day, by the clock of China; it ends before midnight."""

    day: date
    starts: time
    ends: time
    person_id: str

    @property
    def begins_at(self) -> datetime:
        return at(self.day, self.starts)

    @property
    def ends_at(self) -> datetime:
        return at(self.day, self.ends)

    def runs(self, now: datetime) -> bool:
        """It is this shift's time."""
        return self.begins_at <= now < self.ends_at


@dataclass(frozen=True, slots=True)
class Swap:
    """Whose shift it is asks a colleague to take it; it is theirs only once they say yes."""

    shift: Shift
    to: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Office hours of a working day in which nobody is down."""

    day: date
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Roster:
    """A department's week, known by its Monday."""

    desk: Desk
    monday: date
    shifts: tuple[Shift, ...] = ()
    swaps: tuple[Swap, ...] = ()
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("helproster", f"{self.desk.id}:{self.monday.isoformat()}")


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def keep(one: Roster, shifts: Iterable[Shift], people: Collection[str]) -> Roster:
    """Write the week anew; a swap goes with its shift. Raises ShiftWrong, NotAtPost."""
    sorted_ = tuple(sorted(set(shifts)))
    for shift in sorted_:
        if shift.starts >= shift.ends or monday_of(shift.day) != one.monday:
            raise errors.ShiftWrong()
        if shift.person_id not in people:
            raise errors.NotAtPost()
    _require_apart(sorted_)
    swaps = tuple(swap for swap in one.swaps if swap.shift in sorted_)
    return replace(one, shifts=sorted_, swaps=swaps)


def copied(before: Roster, one: Roster, people: Collection[str], calendar: Calendar) -> Roster:
    """As the week before: who is at a post still, on the days on which offices work. Raises NothingToCopy."""
    moved = [replace(shift, day=shift.day + WEEK) for shift in before.shifts if shift.person_id in people]
    kept = [shift for shift in moved if calendar.is_working(shift.day, one.desk.region)]
    if not kept:
        raise errors.NothingToCopy()
    return keep(one, kept, people)


def ask(one: Roster, shift: Shift, to: str, people: Collection[str], now: datetime) -> Roster:
    """Ask a colleague to take a shift that has not begun. Raises ShiftGone, NotAtPost, ShiftWrong."""
    _require_open(one, shift, now)
    if to == shift.person_id or to not in people:
        raise errors.NotAtPost()
    _require_apart(_given(one, Swap(shift, to)).shifts)
    others = tuple(swap for swap in one.swaps if swap.shift != shift)
    return replace(one, swaps=(*others, Swap(shift, to)))


def answer(one: Roster, swap: Swap, now: datetime, *, accepted: bool) -> Roster:
    """Who was asked says yes, and has the shift from now on; or no. Raises ShiftGone, ShiftWrong."""
    _require_open(one, swap.shift, now)
    if swap not in one.swaps:
        raise errors.ShiftGone()
    left = replace(one, swaps=tuple(other for other in one.swaps if other != swap))
    if not accepted:
        return left
    given = _given(left, swap)
    _require_apart(given.shifts)
    return given


def gaps(one: Roster, calendar: Calendar) -> list[Gap]:
    """The office hours of the week's working days, make-up days included, that no shift covers."""
    found: list[Gap] = []
    for day in (one.monday + timedelta(days=number) for number in range(7)):
        if not calendar.is_working(day, one.desk.region):
            continue
        shifts = [shift for shift in one.shifts if shift.day == day]
        for starts, ends in calendar.spans(day, one.desk.region):
            found += _uncovered(day, starts, ends, shifts)
    return found


def on_now(rosters: Iterable[Roster], now: datetime) -> list[str]:
    """Whose shift it is at this moment."""
    found = (shift.person_id for one in rosters for shift in one.shifts if shift.runs(now))
    return list(dict.fromkeys(found))


def next_at(rosters: Iterable[Roster], now: datetime) -> datetime | None:
    """When the next shift begins; None where none is down."""
    ahead = (shift.begins_at for one in rosters for shift in one.shifts if shift.begins_at > now)
    return min(ahead, default=None)


def weeks_ahead(now: datetime, most: int) -> list[date]:
    """The Mondays of this week and the next ones."""
    first = monday_of(local_day(now))
    return [first + WEEK * number for number in range(most)]


def _given(one: Roster, swap: Swap) -> Roster:
    shifts = (replace(each, person_id=swap.to) if each == swap.shift else each for each in one.shifts)
    return replace(one, shifts=tuple(sorted(shifts)))


def _require_open(one: Roster, shift: Shift, now: datetime) -> None:
    if shift not in one.shifts or shift.begins_at <= now:
        raise errors.ShiftGone()


def _require_apart(shifts: tuple[Shift, ...]) -> None:
    """Nobody is down twice at one time."""
    last: dict[tuple[str, date], time] = {}
    for shift in sorted(shifts):
        key = (shift.person_id, shift.day)
        if key in last and shift.starts < last[key]:
            raise errors.ShiftWrong()
        last[key] = shift.ends


def _uncovered(day: date, starts: time, ends: time, shifts: list[Shift]) -> list[Gap]:
    found, reached = [], starts
    for shift in sorted(shifts):
        if shift.starts > reached and reached < ends:
            found.append(Gap(day, reached, min(shift.starts, ends)))
        reached = max(reached, shift.ends)
    return [*found, Gap(day, reached, ends)] if reached < ends else found
