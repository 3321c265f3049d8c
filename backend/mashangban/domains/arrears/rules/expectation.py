"""One month's expected pay of one contract: it begins with the first day of work and ends only by the worker's word
or by a silence that was announced. Pure.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.deadlines.rules.deadline import Deadline, OnDay
from mashangban.domains.arrears.rules import ladder
from mashangban.domains.arrears.terms import Level, PayState, SettledBy
from mashangban.employment.rules import Employment
from mashangban.employment.terms import PayBasis
from mashangban.kernel import clock
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_DENIED = frozenset({"not_received", "wrong_amount", "returned"})


@dataclass(frozen=True, slots=True)
class Line:
    """What `wages` last said of this month's pay line."""

    id: str
    amount_fen: int
    halves: int
    state: str
    version: int
    at: datetime

    def replaces(self, known: "Line | None", present: datetime) -> bool:
        """Whether this is news: messages come more than once and in no order."""
        if known is None:
            return True
        if self.id == known.id:
            return self.version > known.version
        return not clock.outdated(self.at, known.at, present)


@dataclass(frozen=True, slots=True)
class Expectation:
    """A month's pay of a contract. `clock` names the deadline that runs, `rounds` counts the clocks it had."""

    id: str
    month: str
    facts: Employment
    state: PayState
    level: Level
    clock: str
    rounds: int
    line: Line | None = None
    settled_by: SettledBy | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("expectation", self.id)

    @property
    def place(self) -> Place:
        return self.facts.place

    @property
    def due_day(self) -> OnDay:
        """When this month is to be paid, by what is known of the contract."""
        ended_on = None if self.facts.in_force else self.facts.ends_on
        return ladder.due_day(self.month, self.facts.pay.pay_day, ended_on)

    @property
    def month_label(self) -> str:
        return f"{int(self.month[:4])}年{int(self.month[5:])}月"


def id_of(contract_id: str, month: str) -> str:
    """`<contract>-2026-10`: also fit for an address."""
    return f"{contract_id}-{month}"


def begin(facts: Employment, month: str) -> Expectation:
    """Pay is expected from the first day of work, whatever the employer does."""
    return Expectation(
        id_of(facts.contract_id, month), month, facts, PayState.EXPECTED, Level.NONE, f"{ladder.PAY}-1", 1
    )


def clock_of(one: Expectation, at: datetime, due_at: datetime) -> Deadline | None:
    """The clock that runs in this state, as it would begin now; None when nothing is awaited any more."""
    region = one.facts.region
    if one.state is PayState.SETTLED:
        return None
    if one.state is PayState.PAID:
        return ladder.silence_clock(one.subject, one.clock, region, at)
    if at < due_at or one.state is PayState.EXPECTED:
        return ladder.pay_clock(one.subject, one.clock, one.due_day, region, at)
    return ladder.again_clock(one.subject, one.clock, region, at)


def hear(one: Expectation, line: Line, due_at: datetime, present: datetime) -> Expectation:
    """What a pay line says changes what is known; only the worker's word or the bank's `paid` changes the clock."""
    at = line.at
    if not line.replaces(one.line, present):
        return one
    known = replace(one, line=line)
    match line.state:
        case "received":
            return known if one.state is PayState.SETTLED else settle(known, SettledBy.WORKER)
        case "paid" if one.state not in (PayState.PAID, PayState.SETTLED):
            return _wound(replace(known, state=PayState.PAID), ladder.SILENCE)
        case state if state in _DENIED and one.state in (PayState.PAID, PayState.SETTLED):
            return _reopened(known, at, due_at)
        case "not_received" | "wrong_amount" if at >= due_at:
            return replace(known, state=PayState.DISPUTED, level=_at_least(known.level, Level.WARNED))
    return known


def end(one: Expectation, known: Employment) -> Expectation:
    """The contract ended: what is not due yet is due on its last day, by another clock."""
    ended = replace(one, facts=known)
    waits = one.state is PayState.EXPECTED and not known.in_force
    return _wound(ended, ladder.PAY) if waits and ended.due_day.day < one.due_day.day else one


def reach(one: Expectation, rung: str) -> Expectation:
    """A rung of the ladder was reached."""
    level = ladder.LEVELS.get(rung)
    if level is None:
        return one
    state = PayState.LATE if one.state is PayState.EXPECTED else one.state
    return replace(one, state=state, level=_at_least(one.level, level))


def settle(one: Expectation, by: SettledBy) -> Expectation:
    """Nothing is awaited any more."""
    return replace(one, state=PayState.SETTLED, settled_by=by, clock="")


def estimate_fen(one: Expectation, halves: int) -> int | None:
    """What the known days come to by the contract, while no pay table says; daily pay only."""
    pay = one.facts.pay
    return pay.amount_fen * halves // 2 if pay.basis is PayBasis.DAILY and halves else None


def is_late(one: Expectation) -> bool:
    """Whether somebody must act now."""
    return one.level is not Level.NONE and one.state not in (PayState.SETTLED, PayState.PAID)


def _reopened(one: Expectation, at: datetime, due_at: datetime) -> Expectation:
    late = at >= due_at
    bounced = one.line is not None and one.line.state == "returned"
    unpaid = PayState.LATE if late else PayState.EXPECTED
    state = unpaid if bounced else PayState.DISPUTED
    level = _at_least(one.level, Level.WARNED) if late else one.level
    return _wound(replace(one, state=state, level=level, settled_by=None), ladder.PAY)


def _wound(one: Expectation, kind: str) -> Expectation:
    """Another clock: each has a name of its own in its subject's partition."""
    return replace(one, clock=f"{kind}-{one.rounds + 1}", rounds=one.rounds + 1)


def _at_least(level: Level, wanted: Level) -> Level:
    return max(level, wanted, key=lambda one: one.rank)
