"""The acts of the clock: domains start and change deadlines within their own transactions, and sweep what is due."""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from mashangban.deadlines import repository
from mashangban.deadlines.errors import AlreadyFired
from mashangban.deadlines.models import SHARDS, DeadlineRecord, from_record
from mashangban.deadlines.repository import Claim
from mashangban.deadlines.rules import changes
from mashangban.deadlines.rules.calendar import Calendar
from mashangban.deadlines.rules.deadline import Deadline, Firing, check_ladder, due_of, next_firing
from mashangban.deadlines.rules.periods import DueTime, Step, Term
from mashangban.deadlines.schemas import DeadlineView, PauseView, StepView
from mashangban.deadlines.terms import ESTIMATED_NOTE, STATE_LABELS
from mashangban.kernel import clock
from mashangban.kernel.events import Subject
from mashangban.kernel.transaction import Transaction

log = logging.getLogger(__name__)

CALENDAR = Calendar()
HELD = dt.timedelta(minutes=2)
FIRST_WAIT = dt.timedelta(minutes=1)
LONGEST_WAIT = dt.timedelta(hours=1)
PAGE = 25


@dataclass(slots=True)
class Sweep:
    """What one run of the clock did."""

    fired: int = 0
    failed: int = 0
    moved: int = 0


class Due:
    """A firing in a domain's hands. Call `settle` in the act's transaction to have both or neither."""

    def __init__(self, firing: Firing, claimed: Claim, now: dt.datetime) -> None:
        self.firing, self.now = firing, now
        self._claimed = claimed

    @property
    def next_at(self) -> dt.datetime | None:
        """Give the instant of the rung after this one."""
        firing = self.firing
        fired = replace(firing.deadline, fired_at=firing.planned_at, fired_rung=firing.index)
        return _next_at(fired, self.now)

    def settle(self, tx: Transaction) -> None:
        """Note the firing in the act's own transaction; a second run of the same firing is refused there."""
        repository.advance_within(tx, self._claimed, self.firing, self.next_at)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one step of a matter does to its clocks. `ends` may name what a firing settles: one item, one write."""

    begins: tuple[Deadline, ...] = ()
    ends: tuple[Deadline, ...] = ()
    pauses: tuple[Deadline, str] | None = None
    resumes: Deadline | None = None
    extends: tuple[Deadline, Term, str] | None = None
    settles: Due | None = None


STILL = Turn()


def turn(tx: Transaction, kind: type[DeadlineRecord], what: Turn) -> None:
    """Write what a step does to the clocks within its act."""
    own = ""
    if what.settles is not None:
        what.settles.settle(tx)
        own = what.settles.firing.deadline.kind
    for one in what.ends:
        if one.kind != own:
            close(tx, kind, one)
    if what.pauses is not None:
        pause(tx, kind, *what.pauses)
    if what.resumes is not None:
        resume(tx, kind, what.resumes)
    if what.extends is not None:
        extend(tx, kind, *what.extends)
    for one in what.begins:
        begin(tx, kind, one)


def of_subject(kind: type[DeadlineRecord], subject: Subject) -> list[Deadline]:
    """Every clock of a subject, in the order in which they began (one query)."""
    return sorted(repository.of_subject(kind, subject), key=lambda one: (one.started_at, one.kind))


def begin(tx: Transaction, kind: type[DeadlineRecord], deadline: Deadline) -> None:
    """Start a deadline within the act that makes it run; `tx.act.at` is now."""
    check_ladder(deadline.ladder)
    repository.begin(tx, kind, deadline, _next_at(deadline, tx.act.at))


def pause(tx: Transaction, kind: type[DeadlineRecord], deadline: Deadline, reason: str) -> None:
    """Stop the clock within the act that stops it; the reason is shown to everyone who sees the deadline."""
    _change(tx, kind, changes.pause(deadline, tx.act.at, reason))


def resume(tx: Transaction, kind: type[DeadlineRecord], deadline: Deadline) -> None:
    """Let the clock run again within the act that ends the pause."""
    _change(tx, kind, changes.resume(deadline, tx.act.at))


def extend(tx: Transaction, kind: type[DeadlineRecord], deadline: Deadline, term: Term, reason: str) -> None:
    """Give more time within the act that grants it; reminders come again before the new due time."""
    _change(tx, kind, changes.extend(deadline, term, reason, tx.act.at))


def close(tx: Transaction, kind: type[DeadlineRecord], deadline: Deadline) -> None:
    """End the deadline within the act that was awaited. Not beside `Due.settle`: one item, one write."""
    _change(tx, kind, changes.close(deadline, tx.act.at))


def due_time_of(deadline: Deadline) -> DueTime:
    """Compute the due time by the present calendar."""
    return due_of(deadline, CALENDAR)


def explain(deadline: Deadline, now: dt.datetime) -> DeadlineView:
    """Show a deadline with its arithmetic, to citizen and supervisor alike."""
    due = due_of(deadline, CALENDAR)
    until = deadline.closed_at or now
    return DeadlineView(
        kind=deadline.kind,
        label=deadline.label,
        state=deadline.state.value,
        state_label=STATE_LABELS[deadline.state],
        overdue=due.due_at is not None and due.due_at <= until,
        started_at=deadline.started_at,
        due_at=due.due_at,
        due_label=due.label,
        estimated=due.estimated,
        note=ESTIMATED_NOTE if due.estimated else None,
        pauses=[PauseView.model_validate(pause) for pause in deadline.pauses],
        steps=[_step_view(step) for step in due.steps],
    )


def sweep(
    kind: type[DeadlineRecord], now: dt.datetime, on_due: Callable[[Due], None], *, most: int = 200
) -> Sweep:
    """Fire what is due in one table: queries of the due index only, each firing claimed by one run.

    `on_due` does the domain's act and is idempotent by `due.firing.id` (or settles in its transaction). When it raises,
    the firing waits and is tried again, at most an hour later each time; a run that dies gives its claims back by time.
    """
    done = Sweep()
    for shard in range(SHARDS):
        _sweep_shard(kind, shard, now, on_due, done, most)
    return done


def replan(kind: type[DeadlineRecord], now: dt.datetime) -> int:
    """Move every open deadline of a table to its instant by the present calendar; give how many moved.

    Run once after a new year's notice or a region's days were entered: what was an estimate becomes final.
    """
    return sum(_moved(record, now) for shard in range(SHARDS) for record in repository.open_in(kind, shard))


def _sweep_shard(
    kind: type[DeadlineRecord],
    shard: int,
    now: dt.datetime,
    on_due: Callable[[Due], None],
    done: Sweep,
    most: int,
) -> None:
    taken = True
    # On AWS the index lags: what this run has just fired may show again and can't be claimed. Then leave it.
    while taken:
        taken = False
        for record in repository.due(kind, shard, now, PAGE):
            if done.fired + done.failed + done.moved >= most:
                return
            claimed = repository.claim(record, now + HELD)
            if claimed is not None:
                taken = True
                _fire(claimed, now, on_due, done)


def _fire(claimed: Claim, now: dt.datetime, on_due: Callable[[Due], None], done: Sweep) -> None:
    firing = next_firing(claimed.deadline, CALENDAR, now)
    if firing is None or firing.planned_at > now:
        repository.wait(claimed, firing.planned_at if firing else None, keep_attempts=False)
        done.moved += 1
        return
    due = Due(firing, claimed, now)
    try:
        on_due(due)
    except AlreadyFired:
        return
    except Exception:
        log.exception("deadline %s failed, attempt %d", firing.id, claimed.attempts)
        repository.wait(claimed, now + _wait_after(claimed.attempts), keep_attempts=True)
        done.failed += 1
        return
    repository.advance(claimed, firing, due.next_at)
    done.fired += 1


def _wait_after(attempts: int) -> dt.timedelta:
    return min(FIRST_WAIT * (1 << min(attempts - 1, 10)), LONGEST_WAIT)


def _moved(record: DeadlineRecord, now: dt.datetime) -> bool:
    firing = next_firing(from_record(record), CALENDAR, now)
    if firing is None or record.claim:
        return False
    return clock.to_text(firing.planned_at) != record.GSI3SK and repository.move(record, firing.planned_at)


def _change(tx: Transaction, kind: type[DeadlineRecord], deadline: Deadline) -> None:
    repository.change(tx, kind, deadline, _next_at(deadline, tx.act.at))


def _step_view(step: Step) -> StepView:
    return StepView(
        kind=step.kind.value,
        first=step.first,
        last=step.last,
        text=step.text,
        source=step.source,
        estimated=step.estimated,
    )


def _next_at(deadline: Deadline, now: dt.datetime) -> dt.datetime | None:
    firing = next_firing(deadline, CALENDAR, now)
    return firing.planned_at if firing else None
