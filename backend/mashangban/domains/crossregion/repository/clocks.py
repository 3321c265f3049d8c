"""The clocks of a case: what one step does to them, within its transaction."""

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.service import Turn
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.crossregion.models import CrossDeadlineRecord
from mashangban.kernel.events import Subject
from mashangban.kernel.transaction import Transaction


def of(subject: Subject) -> list[Deadline]:
    """Every clock of a case, in order."""
    return deadlines.of_subject(CrossDeadlineRecord, subject)


def running(subject: Subject) -> list[Deadline]:
    """The clocks that have not ended."""
    return [one for one in of(subject) if one.state is not DeadlineState.CLOSED]


def apply(tx: Transaction, turn: Turn) -> None:
    """Write what a step does to the clocks."""
    deadlines.turn(tx, CrossDeadlineRecord, turn)
