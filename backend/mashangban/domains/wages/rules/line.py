"""One worker's pay of one month, from being shown to money received. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mashangban.domains.wages import errors
from mashangban.domains.wages.rules.checking import Finding
from mashangban.domains.wages.rules.pay import Content
from mashangban.domains.wages.terms import (
    CHANGEABLE,
    CONFIRM_DAYS,
    SILENCE,
    UNSEEN,
    LineState,
    ObjectionKind,
    Standing,
    Word,
)
from mashangban.employment.rules import Employment
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Objection:
    """The worker's objection that freezes the line; its words and photos lie sealed beside the line."""

    number: int
    kind: ObjectionKind
    at: datetime
    kept: bool = False
    insisted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A pay line. `revision` counts what it said, `asked_at` is when that was put before the worker; `seen` and
    `confirmed` name the revision they saw and agreed to (0: none). `attempt` counts transfers, `transfer_version` is
    the newest word of the bank on the present one.
    """

    id: str
    table_id: str
    month: str
    employment: Employment
    content: Content
    state: LineState
    asked_at: datetime
    revision: int = 1
    seen: int = 0
    confirmed: int = 0
    assisted: bool = False
    previous_fen: int | None = None
    previous_halves: int | None = None
    findings: tuple[Finding, ...] = ()
    objection: Objection | None = None
    run: str = ""
    attempt: int = 0
    transfer_version: int = 0
    reason: str = ""
    slip_id: str = ""
    slip_ready: bool = False
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("payline", self.id)

    @property
    def place(self) -> Place:
        return self.employment.place

    @property
    def frozen(self) -> bool:
        return self.state is LineState.OBJECTED

    @property
    def blocked(self) -> bool:
        return any(one.blocks for one in self.findings)

    @property
    def unconfirmed(self) -> bool:
        """Whether the worker's word on what it says now is missing."""
        return self.confirmed != self.revision


def line_id(contract_id: str, month: str) -> str:
    """One regular line a contract and month, by its very name."""
    return f"{contract_id}-{month.replace('-', '')}"


def stands(state: LineState, seen: int, revision: int, asked: Standing) -> bool:
    """Whether a line belongs to what the grid is asked for."""
    if asked == UNSEEN:
        return state is LineState.SHOWN and seen < revision
    return state is asked


def see(line: Line) -> Line:
    """The worker looks at the line as it stands."""
    return replace(line, seen=line.revision)


def confirm(line: Line, revision: int, *, assisted: bool = False) -> Line:
    """The worker agrees to exactly what they saw. Raises LineChanged, LineWrongState."""
    if line.state not in (LineState.SHOWN, LineState.OBJECTED):
        raise errors.LineWrongState()
    _require_seen(line, revision)
    return replace(
        line,
        state=LineState.CONFIRMED,
        seen=line.revision,
        confirmed=line.revision,
        assisted=assisted,
        objection=None,
    )


def object_to(line: Line, revision: int, kind: ObjectionKind, number: int, at: datetime) -> Line:
    """The worker finds something wrong: this line is frozen, no other. Raises LineChanged, LineWrongState."""
    if line.state not in (LineState.SHOWN, LineState.CONFIRMED):
        raise errors.LineWrongState()
    _require_seen(line, revision)
    return replace(
        line,
        state=LineState.OBJECTED,
        seen=line.revision,
        confirmed=0,
        assisted=False,
        objection=Objection(number, kind, at),
    )


def keep(line: Line) -> Line:
    """The employer stays with the line and says why; the worker may agree or insist."""
    if line.objection is None or line.objection.kept:
        raise errors.LineWrongState()
    return replace(line, objection=replace(line.objection, kept=True))


def insist(line: Line) -> Line:
    """The worker stays with the objection; those above see it."""
    if line.objection is None or not line.objection.kept or line.objection.insisted:
        raise errors.LineWrongState()
    return replace(line, objection=replace(line.objection, insisted=True))


def change(line: Line, content: Content, findings: tuple[Finding, ...], at: datetime) -> Line:
    """Other days, rate or amount: whatever the worker said before no longer holds; the worker is asked again.

    Raises LineWrongState after approval, NothingChanged.
    """
    if line.state not in CHANGEABLE:
        raise errors.LineWrongState()
    if content == line.content:
        raise errors.NothingChanged()
    return ask_again(replace(line, content=content, findings=findings), at)


def ask_again(line: Line, at: datetime) -> Line:
    """A line whose content is new to the worker."""
    return replace(
        line,
        state=LineState.SHOWN,
        asked_at=at,
        revision=line.revision + 1,
        confirmed=0,
        assisted=False,
        objection=None,
    )


def payable(line: Line, at: datetime) -> bool:
    """Whether approval takes this line: agreed to, or left unanswered for the whole time (marked so); never frozen."""
    if line.blocked or line.state not in (LineState.SHOWN, LineState.CONFIRMED):
        return False
    silent_long = SILENCE.pays and at - line.asked_at >= timedelta(days=CONFIRM_DAYS)
    return line.state is LineState.CONFIRMED or silent_long


def approve(line: Line, run: str, at: datetime) -> Line:
    """Taken into a bank run. Raises LineFrozen while the worker objects, LineWrongState."""
    if line.frozen:
        raise errors.LineFrozen()
    if not payable(line, at):
        raise errors.LineWrongState()
    return replace(line, state=LineState.APPROVED, run=run)


def order(line: Line) -> Line:
    """Handed to the bank. Raises LineFrozen, LineWrongState."""
    if line.frozen:
        raise errors.LineFrozen()
    if line.state is not LineState.APPROVED:
        raise errors.LineWrongState()
    return replace(line, state=LineState.PAYING, attempt=line.attempt + 1, transfer_version=0, reason="")


def resend(line: Line) -> Line:
    """A returned transfer goes out once more, as a new attempt in a run of its own."""
    if line.state is not LineState.RETURNED:
        raise errors.LineWrongState()
    attempt = line.attempt + 1
    return replace(
        line,
        state=LineState.PAYING,
        attempt=attempt,
        transfer_version=0,
        reason="",
        run=f"{line.table_id}-{line.employment.contract_id}-{attempt}",
    )


@dataclass(frozen=True, slots=True)
class Result:
    """What the bank says of one transfer; `version` orders its words."""

    attempt: int
    state: str
    reason: str
    version: int


def settle(line: Line, result: Result) -> Line | None:
    """The line after the bank's word; None for what is late, repeated, or of an attempt that is over.

    A worker who has the money keeps their word; money that the bank took back is returned.
    """
    if result.attempt != line.attempt or result.version <= line.transfer_version:
        return None
    heard = replace(line, transfer_version=result.version)
    if result.state == "paid":
        if line.state not in (LineState.PAYING, LineState.RETURNED):
            return None
        return replace(heard, state=LineState.PAID, reason="")
    if line.state not in (
        LineState.PAYING,
        LineState.PAID,
        LineState.NOT_RECEIVED,
        LineState.WRONG_AMOUNT,
    ):
        return None
    return replace(heard, state=LineState.RETURNED, reason=result.reason or "银行没有说明原因")


def say(line: Line, word: Word) -> Line:
    """The worker says whether the money came; who said no may still say yes later. Raises LineWrongState."""
    before = (LineState.PAID, LineState.NOT_RECEIVED, LineState.WRONG_AMOUNT)
    after = LineState(word.value)
    if line.state not in before or line.state is after:
        raise errors.LineWrongState()
    return replace(line, state=after)


def _require_seen(line: Line, revision: int) -> None:
    if revision != line.revision:
        raise errors.LineChanged()
