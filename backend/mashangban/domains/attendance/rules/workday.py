"""One worker's day: it collects marks, is settled or asks, and is never lowered without asking the worker first.

Every function gives the day as it stands afterwards; `version` and `chain` move when it is written.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mashangban.domains.attendance import errors
from mashangban.domains.attendance.rules.marks import Marks
from mashangban.domains.attendance.rules.reconciling import Finding, Verdict, reconcile
from mashangban.domains.attendance.terms import HALVES_LABELS, OFF, DayState, Decider
from mashangban.employment.rules import Employment, Named
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_CHANGES_KEPT = 12
UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class Change:
    """A correction, as worker and clerk both see it."""

    at: datetime
    by: str
    before: int
    after: int
    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a side said about a day: how many half days, in which words."""

    halves: int
    words: str
    by: str


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


def marked(workday: Workday, marks: Marks, at: datetime, *, closed: bool) -> Workday:
    """The day with other marks; `closed` says that its team's day is closed already."""
    after = replace(workday, marks=marks)
    if workday.closed:
        return review(after, at)
    return close(after) if closed else after


def close(workday: Workday) -> Workday:
    """The day at its closing: settled, asked, or without a record. A day that closed before stays."""
    if workday.closed:
        return workday
    finding = workday.finding
    if finding.verdict is Verdict.SETTLED:
        return _settled(workday, finding.halves, Decider.WITNESSES)
    if finding.verdict is Verdict.ASK:
        return _noting(replace(workday, state=DayState.QUESTIONED))
    return _noting(replace(workday, state=DayState.NONE))


def review(workday: Workday, at: datetime) -> Workday:
    """A closed day after a late mark: what it raises is settled at once, what it lowers asks the worker."""
    if not workday.closed or workday.contested or workday.state is DayState.CLAIMED:
        return workday
    if workday.state in (DayState.NONE, DayState.QUESTIONED) and workday.asked is None:
        return _first_result(workday, at)
    if workday.state is DayState.QUESTIONED:
        return _agreed(workday, at)
    return _second_result(workday, at)


def answer(workday: Workday, said: Said, at: datetime) -> Workday:
    """The worker's answer: what a witness bears out is settled, more than that asks the employer.

    Raises NothingAsked. Not agreeing to a lowering leaves the day as it was, contested, with both reasons on record.
    """
    if workday.state is not DayState.QUESTIONED:
        raise errors.NothingAsked()
    if workday.asked is not None:
        return _answered_lowering(workday, said, at)
    if said.halves > workday.finding.favour:
        return _noting(replace(workday, state=DayState.CLAIMED, claimed=said))
    return replace(_settled(workday, said.halves, Decider.WORKER), claimed=said)


def claim(workday: Workday, said: Said) -> Workday:
    """The worker says that more was worked than stands here. Raises DayStillOpen, AlreadyContested, NothingChanges."""
    if workday.state is DayState.OPEN:
        raise errors.DayStillOpen()
    if workday.contested:
        raise errors.AlreadyContested()
    if workday.state.waits or said.halves <= workday.halves:
        raise errors.NothingChanges()
    return _noting(replace(workday, state=DayState.CLAIMED, claimed=said))


def correct(workday: Workday, said: Said, at: datetime) -> Workday:
    """The employer's word, with its reason: raising counts at once, lowering asks the worker, a claim is confirmed or
    contested. Raises DayStillOpen, WaitsForWorker, AlreadyContested, NothingChanges."""
    match workday.state:
        case DayState.OPEN:
            raise errors.DayStillOpen()
        case DayState.QUESTIONED:
            raise errors.WaitsForWorker()
        case DayState.CLAIMED:
            return _reply(workday, said, at)
        case _:
            return _changed(workday, said, at)


def lapse(workday: Workday, at: datetime) -> Workday:
    """Nobody answered in time: the worker's favour, within what a witness saw; a lowering does not come about; a claim
    that the employer leaves unanswered stands (条例 Art. 50)."""
    if workday.state is DayState.CLAIMED and workday.claimed is not None:
        settled = _settled(workday, workday.claimed.halves, Decider.SILENCE)
        return _with_change(settled, workday.halves, at, "系统", "单位逾期没有核实，按工人申报的算")
    if workday.state is not DayState.QUESTIONED:
        return workday
    halves = workday.halves if workday.asked is not None else workday.finding.favour
    return replace(_settled(workday, halves, Decider.SILENCE), asked=None)


def _first_result(workday: Workday, at: datetime) -> Workday:
    finding = workday.finding
    if finding.verdict is Verdict.SETTLED:
        settled = _settled(workday, finding.halves, Decider.WITNESSES)
        return _with_change(settled, workday.halves, at, "系统", f"补到的记录一致：{finding.why}")
    if finding.verdict is Verdict.ASK and workday.state is DayState.NONE:
        return _noting(replace(workday, state=DayState.QUESTIONED))
    return _noting(workday)


def _agreed(workday: Workday, at: datetime) -> Workday:
    """While a lowering is asked, later marks may bear out what stood: then there is nothing left to ask."""
    finding = workday.finding
    if finding.verdict is not Verdict.SETTLED or finding.halves < workday.halves:
        return workday
    settled = replace(_settled(workday, finding.halves, Decider.WITNESSES), asked=None)
    return _with_change(settled, workday.halves, at, "系统", f"补到的记录一致：{finding.why}")


def _second_result(workday: Workday, at: datetime) -> Workday:
    finding = workday.finding
    if finding.verdict is Verdict.SETTLED and finding.halves > workday.halves:
        settled = _settled(workday, finding.halves, Decider.WITNESSES)
        return _with_change(settled, workday.halves, at, "系统", f"补到的记录：{finding.why}")
    if workday.decider is not Decider.WITNESSES or (
        finding.favour >= workday.halves and not _denied(workday)
    ):
        return _noting(workday)
    low = min(finding.halves, workday.halves - 1)
    reason = (workday.marks.roll and workday.marks.roll.reason) or f"补到的记录不一致：{finding.why}"
    return _noting(replace(workday, state=DayState.QUESTIONED, asked=Said(max(low, OFF), reason, "记录")))


def _denied(workday: Workday) -> bool:
    """Whether the foreman's roll now says less than what was settled."""
    roll = workday.marks.roll
    return roll is not None and roll.halves < workday.halves


def _answered_lowering(workday: Workday, said: Said, at: datetime) -> Workday:
    assert workday.asked is not None
    if said.halves >= workday.halves:
        kept = _settled(workday, workday.halves, Decider.WORKER)
        return replace(kept, claimed=said, contested=True)
    lower = max(said.halves, workday.asked.halves)
    settled = replace(_settled(workday, lower, Decider.WORKER), claimed=said, asked=None)
    return _with_change(settled, workday.halves, at, "工人同意", workday.asked.words)


def _reply(workday: Workday, said: Said, at: datetime) -> Workday:
    assert workday.claimed is not None
    if said.halves >= workday.claimed.halves:
        settled = _settled(workday, workday.claimed.halves, Decider.OFFICE)
        return _with_change(settled, workday.halves, at, said.by, said.words)
    kept = max(said.halves, workday.halves, workday.finding.favour)
    settled = replace(_settled(workday, kept, Decider.OFFICE), asked=said, contested=True)
    return _with_change(settled, workday.halves, at, said.by, said.words)


def _changed(workday: Workday, said: Said, at: datetime) -> Workday:
    if said.halves == workday.halves and workday.state is DayState.SETTLED:
        raise errors.NothingChanges()
    if said.halves > workday.halves:
        settled = _settled(workday, said.halves, Decider.OFFICE)
        return _with_change(settled, workday.halves, at, said.by, said.words)
    if workday.state is DayState.NONE:
        raise errors.NothingChanges()
    if workday.contested:
        raise errors.AlreadyContested()
    return replace(workday, state=DayState.QUESTIONED, asked=said, due="")


def _settled(workday: Workday, halves: int, decider: Decider) -> Workday:
    finding = workday.finding
    return replace(
        workday,
        state=DayState.SETTLED,
        halves=halves,
        minutes=finding.minutes,
        overtime_minutes=finding.overtime_minutes,
        why=finding.why,
        decider=decider,
        due="",
    )


def _noting(workday: Workday) -> Workday:
    """What the witnesses say now, without deciding."""
    finding = workday.finding
    return replace(workday, minutes=finding.minutes, why=finding.why)


def _with_change(workday: Workday, before: int, at: datetime, by: str, reason: str) -> Workday:
    change = Change(at, by, before, workday.halves, reason)
    return replace(workday, changes=(*workday.changes, change)[-_CHANGES_KEPT:])


def differs(before: Workday, after: Workday) -> bool:
    """Whether the day stands otherwise for those who count it."""
    return (before.state, before.halves, before.contested) != (after.state, after.halves, after.contested)


def spoken(halves: int) -> str:
    """`一天`, `半天`, `没上工`."""
    return HALVES_LABELS[halves]
