"""One report and the steps of its life. Pure; every step gives the report after it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from mashangban.domains.reporting.terms import (
    FIRST_WAIT,
    LONGEST_WAIT,
    NIGHT_HOUR,
    QUIET,
    ReportState,
    Topic,
)
from mashangban.domains.reporting.terms.platforms import platform_of
from mashangban.employment.rules import Employment, Named
from mashangban.kernel import clock
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class LineFact:
    """A line of pay as last told; `repaying` after a payment came back. `version` is the line's own."""

    line: str
    table: str
    month: str
    amount_fen: int
    halves: int
    state: str
    version: int

    def after(self, before: "LineFact | None") -> "LineFact":
        """A payment that is tried once more has a state of its own on the platforms."""
        failed = before is not None and before.state in {"returned", "not_received", "repaying"}
        return replace(self, state="repaying") if failed and self.state == "paying" else self


@dataclass(frozen=True, slots=True)
class DayFact:
    """A worker's day as last told."""

    day: str
    halves: int
    minutes: int
    overtime_minutes: int
    state: str
    witnesses: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Report:
    """What one platform is told about one contract, worker-month or line of pay.

    `revision` grows with each change of content after a sending: the platform keeps the highest. `told` is the version
    of its source (contracts and lines; days keep their own).
    """

    id: str
    topic: Topic
    platform: str
    region: str
    project: Named
    contract_id: str
    name_masked: str
    month: str
    state: ReportState
    next_at: datetime | None
    changed_at: datetime
    revision: int = 1
    told: int = 0
    line: LineFact | None = None
    chosen: dict[str, str] = field(default_factory=dict)
    attempts: int = 0
    batch_id: str = ""
    digest: str = ""
    receipt: str = ""
    code: str = ""
    reason: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("report", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, project=self.project.id)


def report_id(topic: Topic, source: str, month: str = "") -> str:
    """One report a source: the same news always finds the same report."""
    return "-".join(part for part in (topic.value, source, month.replace("-", "")) if part)


def opened(topic: Topic, employment: Employment, source: str, month: str, at: datetime) -> Report:
    """A report that is needed for the first time."""
    return Report(
        id=report_id(topic, source, month),
        topic=topic,
        platform=platform_of(employment.region).code,
        region=employment.region,
        project=employment.project,
        contract_id=employment.contract_id,
        name_masked=employment.name_masked,
        month=month,
        state=ReportState.WAITING,
        next_at=due_at(topic, month, at),
        changed_at=at,
    )


def due_at(topic: Topic, month: str, at: datetime) -> datetime:
    """When a change is sent: soon; attendance of a month that still runs, in the coming night."""
    here = at.astimezone(clock.SHANGHAI)
    if topic is not Topic.ATTENDANCE or month < f"{here:%Y-%m}":
        return at + QUIET
    night = here.replace(hour=NIGHT_HOUR, minute=0, second=0, microsecond=0)
    return (night if night > here else night + timedelta(days=1)).astimezone(at.tzinfo)


def again(report: Report, at: datetime) -> Report:
    """The content changed after it was sent, held or refused: it is due once more, as a newer revision."""
    return replace(
        report,
        state=ReportState.WAITING,
        next_at=due_at(report.topic, report.month, at),
        changed_at=at,
        revision=report.revision + 1,
        attempts=0,
        code="",
        reason="",
    )


def sent(report: Report, batch_id: str, at: datetime) -> Report:
    """It goes with a batch."""
    return replace(
        report, state=ReportState.SENT, next_at=None, changed_at=at, batch_id=batch_id,
        attempts=report.attempts + 1,
    )  # fmt: skip


def accepted(report: Report, receipt: str, digest: str, at: datetime) -> Report:
    """The platform took what has this SHA-256 and gave a receipt number."""
    return replace(
        report, state=ReportState.ACCEPTED, next_at=None, changed_at=at, receipt=receipt[:80], digest=digest,
        code="", reason="",
    )  # fmt: skip


def put_aside(report: Report, state: ReportState, code: str, reason: str, at: datetime) -> Report:
    """It is held, refused by the platform, or can't be sent: with the reason."""
    return replace(report, state=state, next_at=None, changed_at=at, code=code[:60], reason=reason[:300])


def not_sent(report: Report, state: ReportState, code: str, reason: str, at: datetime) -> Report:
    """It left its batch before the batch was sent: nothing that the platform says can concern it."""
    return replace(put_aside(report, state, code, reason, at), batch_id="")


def returned(report: Report, at: datetime) -> Report:
    """The platform never had it: the same revision waits for another batch, longer each time."""
    return replace(
        report, state=ReportState.WAITING, next_at=at + wait(report.attempts), changed_at=at, batch_id=""
    )


def wait(tries: int) -> timedelta:
    """How long a silent platform is left alone: 1, 2, 4 ... 60 minutes."""
    doubled: timedelta = FIRST_WAIT * 2 ** max(tries - 1, 0)
    return min(doubled, LONGEST_WAIT)


def answers(report: Report, batch_id: str, revision: int) -> bool:
    """Whether a receipt of that batch speaks of the report as it stands: late and outdated ones do not."""
    waiting = report.state in {ReportState.SENT, ReportState.STUCK}
    return waiting and report.batch_id == batch_id and report.revision == revision
