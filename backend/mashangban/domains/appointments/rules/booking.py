"""A booking: a place held and confirmed, or a turn in the queue; then the visit. Pure."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mashangban.deadlines.rules.calendar import local_day
from mashangban.domains.appointments import errors
from mashangban.domains.appointments.rules.papers import Paper
from mashangban.domains.appointments.rules.promise import offer_until, remind_at
from mashangban.domains.appointments.terms import (
    CLOSES_MINUTES,
    CUT_OFF_HOURS,
    EARLY_MINUTES,
    LATE_MINUTES,
    MISS_DAYS,
    MISSES,
    Call,
    State,
)
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_S = State


@dataclass(frozen=True, slots=True)
class Booking:
    """One visit of one person. `place` is its number within the slot, `ticket` its turn in the queue, `until` when a
    promise ends; a walk-in has no person.
    """

    id: str
    number: str
    hall_id: str
    hall_name: str
    region: str
    matter: str
    matter_name: str
    day: date
    starts_at: datetime
    ends_at: datetime
    person_id: str
    made_at: datetime
    state: State
    place: int = 0
    ticket: int = 0
    until: datetime | None = None
    remind_at: datetime | None = None
    agent_id: str = ""
    call: Call = Call.NONE
    call_note: str = ""
    papers: tuple[Paper, ...] = ()
    late: bool = False
    came_at: datetime | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("booking", self.id)

    @property
    def desk(self) -> Place:
        """Where the hall's people reach it."""
        return Place(self.region)

    @property
    def closes_at(self) -> datetime:
        return self.starts_at - timedelta(minutes=CLOSES_MINUTES)


def confirm(one: Booking, at: datetime, agent_id: str) -> Booking:
    """The person takes the place that is kept for them. Raises WrongStep, PromiseOver."""
    before = _in(one, _S.HELD, _S.OFFERED)
    if over(before, at):
        raise errors.PromiseOver()
    reminder = remind_at(before.starts_at, at)
    return replace(before, state=_S.BOOKED, until=None, remind_at=reminder, agent_id=agent_id)


def offer(one: Booking, place: int, at: datetime) -> Booking:
    """The first who waits is promised a place that became free. Raises WrongStep."""
    until = offer_until(at, one.closes_at)
    return replace(_in(one, _S.WAITING), state=_S.OFFERED, place=place, until=until)


def cancel(one: Booking, at: datetime) -> Booking:
    """The person's word frees the place; shortly before the visit it counts as missed. Raises WrongStep, VisitBegun."""
    before = _in(one, _S.HELD, _S.WAITING, _S.OFFERED, _S.BOOKED)
    if at >= before.starts_at:
        raise errors.VisitBegun()
    return replace(before, state=_S.CANCELLED, until=None, remind_at=None, late=cancels_late(before, at))


def cancels_late(one: Booking, at: datetime) -> bool:
    """Whether a cancellation now would count as a visit missed."""
    return one.state is _S.BOOKED and at > one.starts_at - timedelta(hours=CUT_OFF_HOURS)


def call_off(one: Booking) -> Booking:
    """The hall does not open; whoever booked is at no fault. Raises WrongStep."""
    before = _in(one, _S.HELD, _S.WAITING, _S.OFFERED, _S.BOOKED)
    return replace(before, state=_S.CALLED_OFF, until=None, remind_at=None)


def arrive(one: Booking, at: datetime) -> Booking:
    """The person is there, on the day, once. Raises AlreadyArrived, WrongStep, WrongDay, TooEarly."""
    if one.state in (_S.PRESENT, _S.DONE):
        raise errors.AlreadyArrived()
    if local_day(at) != one.day:
        raise errors.WrongDay()
    before = _in(one, _S.BOOKED, _S.MISSED)
    if at < before.starts_at - timedelta(minutes=EARLY_MINUTES):
        raise errors.TooEarly()
    return replace(before, state=_S.PRESENT, came_at=at, remind_at=None)


def finish(one: Booking) -> Booking:
    """The counter has done with it. Raises WrongStep."""
    return replace(_in(one, _S.PRESENT), state=_S.DONE)


def over(one: Booking, now: datetime) -> bool:
    """Whether a promise has ended, looked at or not."""
    return one.state.promised and one.until is not None and now >= one.until


def next_at(one: Booking) -> datetime | None:
    """When the clock looks at it next."""
    if one.state.promised:
        return one.until
    if one.state is _S.WAITING:
        return one.closes_at
    if one.state is _S.BOOKED:
        return one.remind_at or one.ends_at + timedelta(minutes=LATE_MINUTES)
    return None


def turn(one: Booking, now: datetime) -> Booking | None:
    """What time alone makes of a booking; None while it has nothing to say."""
    due = next_at(one)
    if due is None or now < due:
        return None
    if one.state is _S.BOOKED and one.remind_at is not None:
        return replace(one, remind_at=None)
    ends = {_S.HELD: _S.LAPSED, _S.OFFERED: _S.LAPSED, _S.WAITING: _S.UNFILLED, _S.BOOKED: _S.MISSED}
    return replace(one, state=ends[one.state], until=None)


def counts_as_missed(before: Booking, after: Booking) -> bool:
    """Whether this step is counted against the person."""
    return before.state is _S.BOOKED and (after.state is _S.MISSED or after.late)


def may_book(missed: list[date], today: date) -> bool:
    """Whether the visits missed of late leave booking open."""
    return sum(today - day < timedelta(days=MISS_DAYS) for day in missed) < MISSES


def _in(one: Booking, *states: State) -> Booking:
    if one.state not in states:
        raise errors.WrongStep()
    return one
