"""The clocks of tickets and ratings: what one step does to them, within its transaction."""

from collections.abc import Iterable
from dataclasses import dataclass

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.helpdesk.models import HelpDeadlineRecord
from mashangban.kernel.events import Subject
from mashangban.kernel.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Turn:
    """What a step does to the clocks. `ends` leaves out what a firing settles itself: one item, one write."""

    begins: tuple[Deadline, ...] = ()
    ends: tuple[Deadline, ...] = ()
    pauses: tuple[Deadline, str] | None = None
    resumes: Deadline | None = None
    extends: tuple[Deadline, Term, str] | None = None
    settles: deadlines.Due | None = None


STILL = Turn()


def of(subject: Subject) -> list[Deadline]:
    """Every clock of a ticket or a rating, in order."""
    found = deadline_items.of_subject(HelpDeadlineRecord, subject)
    return sorted(found, key=lambda one: (one.started_at, one.kind))


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
    if turn.settles is not None:
        turn.settles.settle(tx)
    own = turn.settles.firing.deadline.kind if turn.settles is not None else ""
    for one in turn.ends:
        if one.kind != own:
            deadlines.close(tx, HelpDeadlineRecord, one)
    if turn.pauses is not None:
        deadlines.pause(tx, HelpDeadlineRecord, *turn.pauses)
    if turn.resumes is not None:
        deadlines.resume(tx, HelpDeadlineRecord, turn.resumes)
    if turn.extends is not None:
        deadlines.extend(tx, HelpDeadlineRecord, *turn.extends)
    for one in turn.begins:
        deadlines.begin(tx, HelpDeadlineRecord, one)
