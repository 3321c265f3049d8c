"""What the clock does while workers check a table: remind the silent ones, then tell the clerk; and with sheets
that nobody decided on."""

from dataclasses import replace

from mashangban.deadlines.service import Due
from mashangban.domains.wages import events
from mashangban.domains.wages.repository import boards
from mashangban.domains.wages.repository import tables as repository
from mashangban.domains.wages.rules import board, waiting
from mashangban.domains.wages.rules.table import Job
from mashangban.domains.wages.service import telling, uploading
from mashangban.domains.wages.terms import JobKind, LineState
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import Busy
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Grant, Role, Scope


def fire(due: Due) -> None:
    """Act on one firing of a table's deadline, within its own transaction. Raises Busy while the table works on
    something else: the clock asks again."""
    if due.firing.deadline.kind != waiting.CONFIRMING:
        return uploading.lapse(due)
    act = system_act("wages_clock", due.now)
    before = repository.table(due.firing.deadline.subject.id)
    if before.job is not None:
        raise Busy()
    counted = boards.counters(board.table(before.id))
    silent = counted.get(f"state.{LineState.SHOWN.value}", 0)
    if due.firing.rung.name == waiting.REMIND:
        after = replace(before, job=Job(JobKind.REMIND) if silent else None)
        event = following(act, events.TABLE_REMINDED, before, Role.SYSTEM, {"silent": silent})
    else:
        after = replace(before, due_passed=True)
        clerks = Grant(Role.LABOUR_CLERK, Scope("project", before.project.id))
        told = telling.office(before, "wages.table.due", clerks)
        event = following(act, events.TABLE_DUE, before, Role.SYSTEM, {"silent": silent}, told)
    return repository.move(act, before, after, event, settles=due)
