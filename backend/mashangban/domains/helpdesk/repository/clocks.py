"""The clocks of tickets and ratings: what one step does to them, within its transaction."""

from collections.abc import Iterable

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.service import Turn
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.helpdesk.models import HelpDeadlineRecord
from mashangban.kernel.events import Subject
from mashangban.kernel.transaction import Transaction


def of(subject: Subject) -> list[Deadline]:
    """Every clock of a ticket or a rating, in order."""
    return deadlines.of_subject(HelpDeadlineRecord, subject)


def several(wanted: Iterable[tuple[Subject, str]]) -> list[Deadline]:
    """The named clocks of many subjects (one batch)."""
    return deadline_items.several(HelpDeadlineRecord, wanted)


def running(subject: Subject, prefix: str = "") -> list[Deadline]:
    """The clocks of a kind that have not ended."""
    return [
        one for one in of(subject) if one.state is not DeadlineState.CLOSED and one.kind.startswith(prefix)
    ]


def apply(tx: Transaction, turn: Turn) -> None:
    """Write what a step does to the clocks."""
    deadlines.turn(tx, HelpDeadlineRecord, turn)
