"""One worker's day as it stands. Whatever changes it gives the day as it is afterwards; `version` and `chain` move when
it is written."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mashangban.domains.attendance.rules.marks import Marks
from mashangban.domains.attendance.rules.reconciling import Finding, reconcile
from mashangban.domains.attendance.terms import HALVES_LABELS, OFF, DayState, Decider
from mashangban.employment.rules import Employment, Named
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

Worked = tuple[int, int]
"""Half days and minutes of overtime: what one compares when a day grows or shrinks."""

_CHANGES_KEPT = 12
UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class Change:
    """A correction, as worker and clerk both see it: half days, and minutes of overtime where there were any."""

    at: datetime
    by: str
    before: int
    after: int
    reason: str
    overtime_before: int = 0
    overtime_after: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """What a side said about a day: how many half days, in which words, how much overtime; `photos` is the version of
    the day whose item names the photos that came with it, 0 without any."""

    halves: int
    words: str
    by: str
    overtime_minutes: int = 0
    photos: int = 0

    @property
    def worked(self) -> Worked:
        return self.halves, self.overtime_minutes


@dataclass(frozen=True, slots=True)
class Workday:
    """A day of a contract. `halves` count for pay once settled; while a question is open they are what counted before.

    `asked` is what the worker is asked to agree to (a lowering), `claimed` what the worker claims or answered.
    """

    contract_id: str
    day: date
    person_id: str
    name_masked: str
    project: Named
    region: str
    team: Named
    orgs: tuple[str, ...]
    foreman_id: str
    marks: Marks = UNMARKED
    state: DayState = DayState.OPEN
    halves: int = OFF
    minutes: int = 0
    overtime_minutes: int = 0
    why: str = ""
    decider: Decider | None = None
    asked: Said | None = None
    claimed: Said | None = None
    contested: bool = False
    changes: tuple[Change, ...] = ()
    due: str = ""
    revision: int = 0
    version: int = 0
    chain: str = GENESIS

    @property
    def id(self) -> str:
        return f"{self.contract_id}#{self.day.isoformat()}"

    @property
    def subject(self) -> Subject:
        return Subject("workday", self.id)

    @property
    def place(self) -> Place:
        """Where the day stands for all who may look: the worker, the foreman, the offices, the region."""
        persons = frozenset({self.person_id, self.foreman_id})
        return Place(self.region, frozenset(self.orgs), self.project.id, persons)

    @property
    def office_place(self) -> Place:
        """The same without the worker: who may correct it."""
        return replace(self.place, persons=frozenset({self.foreman_id} - {self.person_id}))

    @property
    def own_place(self) -> Place:
        """The worker's alone: who may answer."""
        return Place(persons=frozenset({self.person_id}))

    @property
    def closed(self) -> bool:
        return self.state is not DayState.OPEN

    @property
    def worked(self) -> Worked:
        """What counts for pay."""
        return self.halves, self.overtime_minutes

    @property
    def finding(self) -> Finding:
        return reconcile(self.marks)


def first(employment: Employment, day: date) -> Workday:
    """A day before anybody said anything."""
    return Workday(
        contract_id=employment.contract_id,
        day=day,
        person_id=employment.person_id,
        name_masked=employment.name_masked,
        project=employment.project,
        region=employment.region,
        team=employment.team,
        orgs=tuple(sorted({employment.employer.id, employment.general_contractor.id})),
        foreman_id=employment.foreman_id,
    )


def borne_out(workday: Workday, halves: int) -> Worked:
    """Half days with the overtime that the foreman's roll called for just as many; nobody else sees overtime."""
    roll = workday.marks.roll
    return halves, roll.overtime_minutes if roll is not None and roll.halves == halves > OFF else 0


def settled_by(workday: Workday, worked: Worked, decider: Decider) -> Workday:
    """The day settled, by whose word."""
    finding = workday.finding
    return replace(
        workday,
        state=DayState.SETTLED,
        halves=worked[0],
        minutes=finding.minutes,
        overtime_minutes=worked[1],
        why=finding.why,
        decider=decider,
        due="",
    )


def noted(workday: Workday) -> Workday:
    """What the witnesses say now, without deciding."""
    finding = workday.finding
    return replace(workday, minutes=finding.minutes, why=finding.why)


def with_change(workday: Workday, before: Workday, at: datetime, by: str, reason: str) -> Workday:
    """The day with one more correction that both sides see."""
    overtime = before.overtime_minutes, workday.overtime_minutes
    change = Change(at, by, before.halves, workday.halves, reason, *overtime)
    return replace(workday, changes=(*workday.changes, change)[-_CHANGES_KEPT:])


def differs(before: Workday, after: Workday) -> bool:
    """Whether the day stands otherwise for those who count it."""
    return (before.state, before.worked, before.contested) != (after.state, after.worked, after.contested)


def spoken(worked: Worked) -> str:
    """`一天`, `半天`, `没上工`, `一天，加班1.5小时`."""
    halves, overtime = worked
    return HALVES_LABELS[halves] + (f"，加班{overtime / 60:g}小时" if overtime else "")
