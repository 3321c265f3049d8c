"""The duty roster of a department, a week at a time: whose shift it is, for which topic, who swaps with whom. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from mashangban.deadlines.rules.calendar import Calendar, at, local_day
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.department import Desk, Post
from mashangban.domains.helpdesk.terms import TicketTopic
from mashangban.kernel.events import GENESIS, Subject

WEEK = timedelta(days=7)
# Those who may be down, with what they know.
Staff = Mapping[str, Post]


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """Somebody's time at a department on a day, by the clock of China; it ends before midnight.

    `topic` is the one that they are down for; empty for all that they know.
    """

    day: date
    starts: time
    ends: time
    person_id: str
    topic: TicketTopic | str = ""

    @property
    def begins_at(self) -> datetime:
        return at(self.day, self.starts)

    @property
    def ends_at(self) -> datetime:
        return at(self.day, self.ends)

    def runs(self, now: datetime) -> bool:
        """It is this shift's time."""
        return self.begins_at <= now < self.ends_at

    def covers(self, topic: TicketTopic) -> bool:
        return self.topic in ("", topic)


@dataclass(frozen=True, slots=True)
class Swap:
    """Whose shift it is asks a colleague to take it; it is theirs only once they say yes."""

    shift: Shift
    to: str


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


def keep(one: Roster, shifts: Iterable[Shift], people: Staff) -> Roster:
    """Write the week anew; a swap goes with its shift. Raises ShiftWrong, NotAtPost, NotSkilled."""
    sorted_ = tuple(sorted(set(shifts)))
    for shift in sorted_:
        if shift.starts >= shift.ends or monday_of(shift.day) != one.monday:
            raise errors.ShiftWrong()
        _require_able(shift, shift.person_id, people)
    _require_apart(sorted_)
    swaps = tuple(swap for swap in one.swaps if swap.shift in sorted_)
    return replace(one, shifts=sorted_, swaps=swaps)


def copied(before: Roster, one: Roster, people: Staff, calendar: Calendar) -> Roster:
    """As the week before: who is at a post still and knows it, on the days on which offices work.

    Raises NothingToCopy.
    """
    able = [shift for shift in before.shifts if _able(shift, shift.person_id, people)]
    moved = [replace(shift, day=shift.day + WEEK) for shift in able]
    kept = [shift for shift in moved if calendar.is_working(shift.day, one.desk.region)]
    if not kept:
        raise errors.NothingToCopy()
    return keep(one, kept, people)


def ask(one: Roster, shift: Shift, to: str, people: Staff, now: datetime) -> Roster:
    """Ask a colleague to take a shift that has not begun. Raises ShiftGone, NotAtPost, NotSkilled, ShiftWrong."""
    _require_open(one, shift, now)
    if to == shift.person_id:
        raise errors.NotAtPost()
    _require_able(shift, to, people)
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


def running(rosters: Iterable[Roster], now: datetime) -> list[Shift]:
    """The shifts of this moment."""
    return [shift for one in rosters for shift in one.shifts if shift.runs(now)]


def down_for(shifts: Iterable[Shift], topic: TicketTopic) -> list[str]:
    """Who is down for a topic, or for all that they know."""
    return list(dict.fromkeys(one.person_id for one in shifts if one.covers(topic)))


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


def _able(shift: Shift, person_id: str, people: Staff) -> bool:
    return person_id in people and (not shift.topic or people[person_id].knows(TicketTopic(shift.topic)))


def _require_able(shift: Shift, person_id: str, people: Staff) -> None:
    if person_id not in people:
        raise errors.NotAtPost()
    if not _able(shift, person_id, people):
        raise errors.NotSkilled()


def _require_apart(shifts: tuple[Shift, ...]) -> None:
    """Nobody is down twice at one time."""
    last: dict[tuple[str, date], time] = {}
    for shift in sorted(shifts):
        key = (shift.person_id, shift.day)
        if key in last and shift.starts < last[key]:
            raise errors.ShiftWrong()
        last[key] = shift.ends
