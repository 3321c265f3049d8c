"""A defect of a home: it moves by builder, home and regulators; the home says whether it is repaired. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from mashangban.domains.homes import errors
from mashangban.domains.homes.rules.estate import Named
from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.rules.warranty import Warranty, warranty_of
from mashangban.domains.homes.terms import REOPEN_DAYS, Category, Climb, DefectState, Payer, Severity
from mashangban.kernel import clock
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_S = DefectState
_IN_HAND = (_S.ACCEPTED, _S.APPOINTED, _S.VISITED, _S.REJECTED)
_UNANSWERED = (_S.REPORTED, _S.DISPUTED)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the home: a room, and a pin on the plan of its house type (x and y from 0 to 1)."""

    room: str
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """What the builder's side said it did; photographs are ids of the files room. None: nobody said what it cost."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    at: datetime
    cost_fen: int | None = None
    payer: Payer = Payer.BUILDER


@dataclass(frozen=True, slots=True)
class Marks:
    """What figures are made of; None until it happened. `rejections` and `reopens` count what went wrong, `costs` what
    all its repairs cost, in fen, by who bore it.
    """

    answered_at: datetime | None = None
    visited_at: datetime | None = None
    repaired_at: datetime | None = None
    ended_at: datetime | None = None
    rejections: int = 0
    reopens: int = 0
    stars: int = 0
    extended: bool = False
    costs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect. `contractor` is who was told to repair it, `order_by` the day a regulator set, `repeat_of` what was
    repaired before and has come again.
    """

    id: str
    number: str
    home_id: str
    estate_id: str
    estate_name: str
    region: str
    builder: Named
    door: Door
    batch: str
    reporter_id: str
    category: Category
    severity: Severity
    spot: Spot
    reported_at: datetime
    accepted_on: date | None = None
    handed_over_on: date | None = None
    photos: tuple[str, ...] = ()
    state: DefectState = _S.REPORTED
    climb: Climb = Climb.NONE
    contractor: Named | None = None
    visit_at: datetime | None = None
    found: tuple[str, ...] = ()
    repair: Repair | None = None
    order_by: date | None = None
    round: int = 0
    issue_id: str = ""
    repeat_of: str = ""
    marks: Marks = Marks()
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("defect", self.id)

    @property
    def place(self) -> Place:
        """Where it stands for the builder's own people and the regulators; a project's other parties have no say."""
        return Place(self.region, frozenset({self.builder.id}))

    @property
    def warranty(self) -> Warranty:
        """What the table said on the day of the report, by the dates that were known then."""
        on = clock.local_date(self.reported_at)
        return warranty_of(self.category, self.accepted_on, self.handed_over_on, on)

    @property
    def repairers(self) -> Place:
        """Where it stands for whoever repairs it: the builder, and the contractor it told."""
        contractor = {self.contractor.id} if self.contractor else set()
        return Place(None, frozenset({self.builder.id, *contractor}))

    @property
    def late(self) -> bool:
        """Tell whether a clock ran out and the matter is still open."""
        return self.state.open and self.climb is not Climb.NONE


def accept(one: Defect, at: datetime) -> Defect:
    """The builder takes it in hand; it may still do so after having disputed."""
    before = _in(one, *_UNANSWERED)
    return replace(before, state=_S.ACCEPTED, climb=Climb.NONE, round=1, marks=_answered(before, at))


def dispute(one: Defect, at: datetime) -> Defect:
    """The builder says, with reasons, that it is not its to repair: the county will decide."""
    before = _in(one, _S.REPORTED)
    return replace(before, state=_S.DISPUTED, climb=Climb.NONE, marks=_answered(before, at))


def assign(one: Defect, contractor: Named) -> Defect:
    """Who repairs it: a contractor, or the builder's own people."""
    return replace(_in(one, *_IN_HAND), contractor=contractor)


def appoint(one: Defect, visit_at: datetime, at: datetime) -> Defect:
    """A time to come within sixty days was agreed."""
    if not at < visit_at <= at + timedelta(days=60):
        raise errors.VisitOutOfReach()
    return replace(_in(one, *_IN_HAND), state=_S.APPOINTED, visit_at=visit_at)


def visit(one: Defect, at: datetime, found: tuple[str, ...] = ()) -> Defect:
    """Somebody stood in the home and looked; `found` are photographs of what was there."""
    before = _in(one, _S.ACCEPTED, _S.APPOINTED, _S.REJECTED)
    marks = replace(before.marks, visited_at=before.marks.visited_at or at)
    return replace(before, state=_S.VISITED, climb=Climb.NONE, found=found, marks=marks)


def repaired(one: Defect, done: Repair) -> Defect:
    """The builder's side says that it is repaired; it can say no more than that. Before is what the visit showed."""
    if not done.after:
        raise errors.PhotosNeeded()
    shown = done if done.before else replace(done, before=one.found)
    before = _in(one, *_IN_HAND)
    seen = before.marks.visited_at or done.at
    marks = replace(before.marks, visited_at=seen, repaired_at=done.at, costs=_paid(before, done))
    return replace(before, state=_S.REPAIRED, climb=Climb.NONE, repair=shown, marks=marks)


def confirm(one: Defect, at: datetime) -> Defect:
    """The home's side says that it is repaired, whatever the builder said."""
    before = _in(one, *_IN_HAND, _S.REPAIRED)
    return replace(before, state=_S.CONFIRMED, climb=Climb.NONE, marks=replace(before.marks, ended_at=at))


def reject(one: Defect) -> Defect:
    """Not fixed: it counts, and a clock of its own begins."""
    before = _in(one, _S.REPAIRED)
    marks = replace(before.marks, rejections=before.marks.rejections + 1, repaired_at=None)
    return replace(before, state=_S.REJECTED, round=before.round + 1, marks=marks, visit_at=None)


def reopen(one: Defect, at: datetime) -> Defect:
    """Broken again within the window that the server keeps. Raises ReopenTooLate."""
    before = _in(one, _S.CONFIRMED)
    if at >= reopen_until(before):
        raise errors.ReopenTooLate()
    marks = replace(before.marks, reopens=before.marks.reopens + 1, ended_at=None, repaired_at=None, stars=0)
    return replace(before, state=_S.REJECTED, round=before.round + 1, marks=marks, visit_at=None)


def reopen_until(one: Defect) -> datetime:
    """The first instant at which a confirmed defect can't be opened again."""
    ended = one.marks.ended_at or one.reported_at
    return ended + timedelta(days=REOPEN_DAYS)


def rate(one: Defect, stars: int) -> Defect:
    """One to five stars, once. Raises AlreadyRated."""
    before = _in(one, _S.CONFIRMED)
    if before.marks.stars:
        raise errors.AlreadyRated()
    return replace(before, marks=replace(before.marks, stars=stars))


def withdraw(one: Defect, at: datetime) -> Defect:
    """The home's side takes it back."""
    return _ended(one, _S.WITHDRAWN, at)


def close(one: Defect, at: datetime) -> Defect:
    """A regulator closes it with reasons."""
    return _ended(one, _S.CLOSED, at)


def order(one: Defect, by: date, today: date) -> Defect:
    """A regulator orders the repair by a day within a year; a dispute or silence ends with it."""
    if not today < by <= today + timedelta(days=365):
        raise errors.OrderDayOutOfReach()
    before = _in(one, *_UNANSWERED, *_IN_HAND, _S.REPAIRED)
    if before.state in _UNANSWERED:
        return replace(before, state=_S.ACCEPTED, climb=Climb.NONE, round=1, order_by=by)
    return replace(before, order_by=by)


def extend(one: Defect) -> Defect:
    """More time for the repair, once, with reasons. Raises AlreadyExtended."""
    before = _in(one, *_IN_HAND)
    if before.marks.extended:
        raise errors.AlreadyExtended()
    return replace(before, marks=replace(before.marks, extended=True))


def require_in_hand(one: Defect) -> Defect:
    """A pause needs a running repair."""
    return _in(one, *_IN_HAND)


def reach(one: Defect, climb: Climb) -> Defect:
    """Nobody acted in time: one level up, never down."""
    return replace(one, climb=climb) if climb.rank > one.climb.rank else one


def _paid(one: Defect, done: Repair) -> Mapping[str, int]:
    if done.cost_fen is None:
        return one.marks.costs
    key = done.payer.value
    return {**one.marks.costs, key: one.marks.costs.get(key, 0) + done.cost_fen}


def _answered(one: Defect, at: datetime) -> Marks:
    return replace(one.marks, answered_at=one.marks.answered_at or at)


def _ended(one: Defect, state: DefectState, at: datetime) -> Defect:
    if not one.state.open:
        raise errors.WrongStep()
    return replace(one, state=state, climb=Climb.NONE, marks=replace(one.marks, ended_at=at))


def _in(one: Defect, *states: DefectState) -> Defect:
    if one.state not in states:
        raise errors.WrongStep()
    return one
