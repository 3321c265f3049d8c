"""A month's pay table of one employer at one project. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.wages import errors
from mashangban.domains.wages.rules.checking import Finding
from mashangban.domains.wages.rules.pay import Content
from mashangban.domains.wages.terms import JobKind, TableState
from mashangban.employment.rules import Named
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

CHUNK = 100
_MOST_FOREMEN = 50


@dataclass(frozen=True, slots=True)
class Job:
    """Work over all chunks of a table: the next chunk, and what the run counted so far."""

    kind: JobKind
    chunk: int = 0
    lines: int = 0
    fen: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line before it is shown: whose, what it pays, what was found. `previous_*` is the month before."""

    contract_id: str
    number: str
    name_masked: str
    team: str
    trade: str
    content: Content
    findings: tuple[Finding, ...] = ()
    previous_fen: int | None = None
    previous_halves: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A pay table. Its rows lie in `chunks` packed chunks of the rows' version `rows`; once shown, each row is a line
    with a life of its own and the table only names them. `blocked` counts the rows that cannot be handed in.
    """

    id: str
    month: str
    project: Named
    region: str
    employer: Named
    general_contractor: Named
    state: TableState
    made_by: str
    made_at: datetime
    rows: str = ""
    chunks: int = 0
    lines: int = 0
    total_fen: int = 0
    blocked: int = 0
    foremen: tuple[str, ...] = ()
    job: Job | None = None
    runs: int = 0
    submitted_by: str = ""
    approved_by: str = ""
    shown_at: datetime | None = None
    due_passed: bool = False
    reason: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("paytable", self.id)

    @property
    def run_id(self) -> str:
        """The bank run under way: table and number."""
        return f"{self.id}-{self.runs}"

    @property
    def place(self) -> Place:
        """Where those who may see it act: the employer, the general contractor, the project."""
        orgs = frozenset({self.employer.id, self.general_contractor.id})
        return Place(self.region, orgs, self.project.id)

    @property
    def employer_place(self) -> Place:
        """Where it is made: by the employer's people and the project's labour clerk."""
        return Place(self.region, frozenset({self.employer.id}), self.project.id)

    @property
    def contractor_place(self) -> Place:
        """Where it is approved: the general contractor and the project's manager."""
        return Place(self.region, frozenset({self.general_contractor.id}), self.project.id)


def with_rows(table: Table, version: str, rows: "Totals", chunks: int) -> Table:
    """Another version of the rows counts. Raises TableWrongState once workers saw it."""
    _require(table, TableState.DRAFT)
    return replace(
        table,
        rows=version,
        chunks=chunks,
        lines=rows.lines,
        total_fen=rows.fen,
        blocked=rows.blocked,
        foremen=rows.foremen,
    )


@dataclass(frozen=True, slots=True)
class Totals:
    """What a version of the rows adds up to."""

    lines: int
    fen: int
    blocked: int
    foremen: tuple[str, ...]

    def plus(self, other: "Totals") -> "Totals":
        """Two parts of a version together."""
        foremen = sorted({*self.foremen, *other.foremen})[:_MOST_FOREMEN]
        return Totals(
            self.lines + other.lines,
            self.fen + other.fen,
            self.blocked + other.blocked,
            tuple(foremen),
        )


def totals(rows: list[Row], foremen: set[str]) -> Totals:
    """Add up rows."""
    blocked = sum(any(one.blocks for one in row.findings) for row in rows)
    return Totals(
        len(rows),
        sum(row.content.amount_fen for row in rows),
        blocked,
        tuple(sorted(foremen)[:_MOST_FOREMEN]),
    )


def with_row(table: Table, before: Row, after: Row) -> Table:
    """One row of a draft changed."""
    _require(table, TableState.DRAFT)
    blocks = [any(one.blocks for one in row.findings) for row in (before, after)]
    return replace(
        table,
        total_fen=table.total_fen + after.content.amount_fen - before.content.amount_fen,
        blocked=table.blocked + blocks[1] - blocks[0],
    )


def show(table: Table, at: datetime) -> Table:
    """Give every worker their line to check."""
    _require(table, TableState.DRAFT)
    if not table.lines:
        raise errors.NoWorkers()
    return replace(table, state=TableState.SHOWN, shown_at=at, job=Job(JobKind.SHOW))


def discard(table: Table, reason: str) -> Table:
    """Give a draft up before anybody saw a line of it; what it came to is kept, its rows are not. Raises
    TableShownAlready, TableWrongState."""
    if table.shown_at is not None:
        raise errors.TableShownAlready()
    _require(table, TableState.DRAFT)
    return replace(table, state=TableState.DISCARDED, reason=reason, rows="", chunks=0)


def submit(table: Table, person_id: str, unanswered: int, blocked: int) -> Table:
    """Hand it to the general contractor. Raises TableBlocked, NotYetDue while workers still have time."""
    _require(table, TableState.SHOWN, TableState.RETURNED)
    if blocked:
        raise errors.TableBlocked(f"有{blocked}人的工资不合规")
    if unanswered and not table.due_passed:
        raise errors.NotYetDue(f"还有{unanswered}人没有表态")
    return replace(table, state=TableState.SUBMITTED, submitted_by=person_id, reason="")


def give_back(table: Table, reason: str) -> Table:
    """The general contractor does not agree and says why."""
    _require(table, TableState.SUBMITTED)
    return replace(table, state=TableState.RETURNED, reason=reason)


def approve(table: Table, person_id: str) -> Table:
    """The general contractor agrees; in a table being paid it releases lines that were frozen before.

    Raises OwnTable for whoever made or handed it in, or leads one of its teams.
    """
    _require(table, TableState.SUBMITTED, TableState.PAYING)
    if person_id in {table.made_by, table.submitted_by, *table.foremen}:
        raise errors.OwnTable()
    return replace(
        table,
        state=TableState.PAYING,
        approved_by=person_id,
        runs=table.runs + 1,
        job=Job(JobKind.APPROVE),
    )


def advance(table: Table, lines: int, fen: int) -> Table:
    """One chunk of the job is done; after the last one the job is over, and approval is followed by the order."""
    assert table.job is not None
    job = replace(
        table.job, chunk=table.job.chunk + 1, lines=table.job.lines + lines, fen=table.job.fen + fen
    )
    if job.chunk < table.chunks:
        return replace(table, job=job)
    if job.kind is JobKind.APPROVE and job.lines:
        return replace(table, job=Job(JobKind.ORDER, 0, job.lines, job.fen))
    return replace(table, job=None)


def close(table: Table) -> Table:
    """Everything is settled."""
    _require(table, TableState.PAYING)
    return replace(table, state=TableState.CLOSED)


def reopen(table: Table) -> Table:
    """A worker says that the money did not come, or the bank took it back."""
    _require(table, TableState.CLOSED)
    return replace(table, state=TableState.PAYING)


def require_changeable(table: Table) -> None:
    """Lines change while the table is with the employer, and later those that were left out. Raises TableWrongState,
    TableBusy."""
    _require(table, TableState.SHOWN, TableState.RETURNED, TableState.PAYING)


def _require(table: Table, *states: TableState) -> None:
    if table.state not in states:
        raise errors.TableWrongState()
    if table.job is not None:
        raise errors.TableBusy(table.job.kind.label)
