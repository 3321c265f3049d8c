"""A pay table as those who make, approve and oversee it see it: its totals come from its board, one item."""

from collections.abc import Mapping

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.wages import permissions
from mashangban.domains.wages.repository import boards
from mashangban.domains.wages.repository import tables as repository
from mashangban.domains.wages.rules import board, waiting
from mashangban.domains.wages.rules.table import Table
from mashangban.domains.wages.schemas import TableRow, TableView
from mashangban.domains.wages.schemas.lines import Named
from mashangban.domains.wages.schemas.tables import JobView, StateCount
from mashangban.domains.wages.terms import MONEY_SENT, SILENCE, LineState, TableState
from mashangban.kernel import clock
from mashangban.kernel.permissions import Permission, Place, Principal


def table_row(table: Table) -> TableRow:
    """A table as lists show it; once shown, its board knows the newest total."""
    return TableRow(
        id=table.id,
        month=table.month,
        project=Named.model_validate(table.project),
        employer=Named.model_validate(table.employer),
        general_contractor=Named.model_validate(table.general_contractor),
        state=table.state,
        state_label=table.state.label,
        lines=table.lines,
        total_fen=table.total_fen,
        made_at=table.made_at,
        reason=table.reason or None,
    )


def table_view(table: Table, actor: Principal) -> TableView:
    """A table whole, with what the caller may do."""
    counted = boards.counters(board.table(table.id))
    fen = board.group(counted, "fen")
    draft = table.state is TableState.DRAFT
    row = table_row(table)
    if not draft and sum(board.group(counted, "state").values()) == table.lines:
        row = row.model_copy(update={"total_fen": sum(fen.values())})
    return TableView(
        **row.model_dump(),
        states=state_counts(counted),
        blocked=table.blocked if draft else counted.get("mark.blocked", 0),
        unconfirmed=counted.get("mark.unconfirmed", 0),
        insisted=counted.get("mark.insisted", 0),
        ordered_fen=_of(fen, LineState.PAYING, LineState.RETURNED, *MONEY_SENT),
        paid_fen=_of(fen, *MONEY_SENT),
        returned_fen=_of(fen, LineState.RETURNED),
        frozen_fen=_of(fen, LineState.OBJECTED),
        left_fen=_of(fen, LineState.SHOWN, LineState.CONFIRMED, LineState.APPROVED),
        job=_job(table),
        deadline=None if draft else _deadline(table),
        silence_note=f"{SILENCE.words}（{SILENCE.source}）",
        pages=table.chunks,
        runs=table.runs,
        actions=_actions(table, actor),
        version=table.version,
    )


def state_counts(counted: Mapping[str, int]) -> list[StateCount]:
    """Lines and fen by state, in the order of a line's life."""
    lines, fen = board.group(counted, "state"), board.group(counted, "fen")
    return [
        StateCount(state=one, label=OFFICE_LABELS[one], lines=lines[one.value], fen=fen.get(one.value, 0))
        for one in LineState
        if lines.get(one.value)
    ]


OFFICE_LABELS = {
    LineState.SHOWN: "待本人核对",
    LineState.CONFIRMED: "本人已确认",
    LineState.OBJECTED: "有异议，冻结",
    LineState.APPROVED: "已批准",
    LineState.PAYING: "银行发放中",
    LineState.PAID: "已发到卡上",
    LineState.RETURNED: "银行退回",
    LineState.RECEIVED: "本人已收到",
    LineState.NOT_RECEIVED: "本人说没收到",
    LineState.WRONG_AMOUNT: "本人说金额不对",
}


def _of(fen: Mapping[str, int], *states: LineState) -> int:
    return sum(fen.get(one.value, 0) for one in states)


def _job(table: Table) -> JobView | None:
    if table.job is None:
        return None
    return JobView(label=table.job.kind.label, done=table.job.chunk, total=table.chunks)


def _deadline(table: Table) -> DeadlineView | None:
    found = repository.deadline(table, waiting.CONFIRMING)
    return deadlines.explain(found, clock.now()) if found else None


def _actions(table: Table, actor: Principal) -> list[str]:
    makes = _may(actor, permissions.MAKE_TABLE, table.employer_place)
    submits = _may(actor, permissions.SUBMIT_TABLE, table.employer_place)
    approves = _may(actor, permissions.APPROVE_TABLE, table.contractor_place)
    offered = {
        TableState.DRAFT: ["edit", "recompute", "upload", "show", "discard"] if makes else [],
        TableState.SHOWN: ["change", *(["submit"] if submits else [])] if makes or submits else [],
        TableState.RETURNED: ["change", *(["submit"] if submits else [])] if makes or submits else [],
        TableState.SUBMITTED: ["return", "approve"] if approves else [],
        TableState.PAYING: ["approve"] if approves else [],
    }
    return offered.get(table.state, []) if table.job is None else []


def _may(actor: Principal, permission: Permission, place: Place) -> bool:
    return actor.holds(permission) and actor.reach(permission).covers(place)
