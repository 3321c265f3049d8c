"""The clocks of a case: what one step does to them, within its transaction."""

from dataclasses import dataclass

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.crossregion.models import CrossDeadlineRecord
from mashangban.kernel.events import Subject
from mashangban.kernel.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Turn:
    """What a step does to the clocks."""

    begins: tuple[Deadline, ...] = ()
    ends: tuple[Deadline, ...] = ()
    pauses: tuple[Deadline, str] | None = None
    resumes: Deadline | None = None
    settles: deadlines.Due | None = None


STILL = Turn()


def of(subject: Subject) -> list[Deadline]:
    """Every clock of a case, in order."""
    found = deadline_items.of_subject(CrossDeadlineRecord, subject)
    return sorted(found, key=lambda one: (one.started_at, one.kind))


def running(subject: Subject) -> list[Deadline]:
    """The clocks that have not ended."""
    return [one for one in of(subject) if one.state is not DeadlineState.CLOSED]


def apply(tx: Transaction, turn: Turn) -> None:
    """Write what a step does to the clocks."""
    if turn.settles is not None:
        turn.settles.settle(tx)
    for one in turn.ends:
        deadlines.close(tx, CrossDeadlineRecord, one)
    if turn.pauses is not None:
        deadlines.pause(tx, CrossDeadlineRecord, *turn.pauses)
    if turn.resumes is not None:
        deadlines.resume(tx, CrossDeadlineRecord, turn.resumes)
    for one in turn.begins:
        deadlines.begin(tx, CrossDeadlineRecord, one)
