"""The employer hands a table in, the general contractor returns or approves it, and it closes when all is settled."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from mashangban.domains.wages import errors, events, permissions
from mashangban.domains.wages.repository import boards
from mashangban.domains.wages.repository import tables as repository
from mashangban.domains.wages.rules import board, waiting
from mashangban.domains.wages.rules import table as rules
from mashangban.domains.wages.rules.table import Table
from mashangban.domains.wages.schemas import Reason, TableView
from mashangban.domains.wages.service import presenting, telling
from mashangban.domains.wages.terms import SETTLED, LineState, TableState
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.boards import Counters
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Grant, Permission, Role, Scope


def submit(act: Act, table_id: str) -> TableView:
    """Hand the table to the general contractor. Raises TableBlocked, NotYetDue, TableWrongState, TableBusy."""
    before = repository.table(table_id, act.actor.reach(permissions.SUBMIT_TABLE), "employer_place")
    counted = _counted(before)
    unanswered = counted.get(f"state.{LineState.SHOWN.value}", 0)
    after = rules.submit(before, act.actor.person_id, unanswered, counted.get("mark.blocked", 0))
    told = telling.office(
        after,
        "wages.table.to-approve",
        Grant(Role.PROJECT_MANAGER, Scope("project", before.project.id)),
    )
    step = _Step(permissions.SUBMIT_TABLE, events.TABLE_SUBMITTED, told, {"unanswered": unanswered})
    ends = waiting.CONFIRMING if before.state is TableState.SHOWN else None
    return _moved(act, before, after, step, ends=ends)


def give_back(act: Act, table_id: str, given: Reason) -> TableView:
    """The general contractor returns the table and says why."""
    before = repository.table(table_id, act.actor.reach(permissions.APPROVE_TABLE), "contractor_place")
    after = rules.give_back(before, given.reason)
    told = telling.office(
        after,
        "wages.table.returned",
        Grant(Role.LABOUR_CLERK, Scope("project", before.project.id)),
    )
    return _moved(act, before, after, _Step(permissions.APPROVE_TABLE, events.TABLE_RETURNED, told, {}))


def approve(act: Act, table_id: str) -> TableView:
    """The general contractor agrees: what is not frozen goes to the bank. Raises OwnTable, NothingToPay, TableBusy."""
    before = repository.table(table_id, act.actor.reach(permissions.APPROVE_TABLE), "contractor_place")
    after = rules.approve(before, act.actor.person_id)
    counted = _counted(before)
    open_lines = sum(counted.get(f"state.{one.value}", 0) for one in (LineState.SHOWN, LineState.CONFIRMED))
    if not open_lines:
        raise errors.NothingToPay()
    frozen = counted.get(f"state.{LineState.OBJECTED.value}", 0)
    told = {"run": after.run_id, "frozen": frozen}
    return _moved(act, before, after, _Step(permissions.APPROVE_TABLE, events.TABLE_APPROVED, (), told))


def _counted(table: Table) -> Counters:
    """The table's board once it counts every line; until then nobody can say who has not answered. Raises TableBusy."""
    counted = boards.counters(board.table(table.id), consistent=True)
    if sum(board.group(counted, "state").values()) < table.lines:
        raise errors.TableBusy("正在汇总工人的核对情况")
    return counted


def settle(table_id: str) -> None:
    """Close a table when nothing of it is open any more, or open it again; called after a line was counted."""
    before = repository.table(table_id)
    if before.state not in (TableState.PAYING, TableState.CLOSED) or before.job is not None:
        return
    counted = boards.counters(board.table(table_id), consistent=True)
    settled = sum(counted.get(f"state.{one.value}", 0) for one in SETTLED) == before.lines
    if settled is (before.state is TableState.CLOSED):
        return
    step: Callable[[Table], Table] = rules.close if settled else rules.reopen
    kind = events.TABLE_CLOSED if settled else events.TABLE_REOPENED
    act = system_act("wages_stream")
    event = following(act, kind, before, Role.SYSTEM, {"lines": before.lines})
    try:
        repository.move(act, before, step(before), event)
    except Stale:
        settle(table_id)  # another line was counted at the same moment: look again


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of people: under which right, what it is called, who is told, what the log keeps."""

    permission: Permission
    kind: str
    messages: tuple[Message, ...]
    data: dict[str, Any]


def _moved(act: Act, before: Table, after: Table, step: _Step, ends: str | None = None) -> TableView:
    place = before.employer_place if step.permission is permissions.SUBMIT_TABLE else before.contractor_place
    role = act.actor.role_for(step.permission, place)
    event = following(act, step.kind, before, role, step.data, step.messages)
    view = presenting.table_view(replace(after, version=before.version + 1), act.actor)
    repository.move(act, before, after, event, view, ends=ends)
    return view
