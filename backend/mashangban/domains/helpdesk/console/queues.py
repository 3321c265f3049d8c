"""Supervision's look at conversations: who waits where and since when, who is there, with how many."""

from mashangban.console import regions
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Choice, Column, Empty, Filter, Link, Row, Table, Tone
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.rules.department import city_of
from mashangban.domains.helpdesk.schemas import QueueRow, QueuesQuery
from mashangban.domains.helpdesk.service import queues
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import Page

pages = Blueprint(__name__)
HOME = "/console/helpdesk/queues"
TALKS = "/console/helpdesk/talks"
_COLUMNS = (
    Column("desk", "部门"),
    Column("waiting", "排队", kind="number"),
    Column("since", "最久的从什么时候等起", kind="date"),
    Column("there", "在岗"),
    Column("agents", "谁手上有几个"),
    Column("missing", "该值班没在岗"),
)
_NOTHING: Page[QueueRow] = Page([])


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.QUEUES, template="helpdesk/queues.html")
def board(call: PageCall) -> View:
    choices = _places(call)
    asked = call.request.query.get("region", "")
    region = asked if asked in [one.value for one in choices] else next((one.value for one in choices), "")
    cursor = call.request.query.get("cursor") or None
    query = {"region": region, "cursor": cursor}
    found = queues.in_region(call.act, QueuesQuery.model_validate(query)) if region else _NOTHING
    table = Table(
        name="queues",
        caption="排队和在岗",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这个地区还没有接件部门", "换一个地区看看。"),
        path=HOME,
        filters=(Filter("region", "地区", value=region, choices=choices),),
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    context = {"list": table, "here": f"{HOME}?region={region}", "talks": Link("看对话", TALKS)}
    return View("排队和在岗", context)


def _places(call: PageCall) -> tuple[Choice, ...]:
    """Cities and counties: departments lie in both."""
    known = regions.reached(call.actor, permissions.QUEUES)
    return tuple(
        Choice(one.value if len(one.value) == 6 else city_of(one.value), one.label)
        for one in known
        if len(one.value) > 2
    )


def _row(one: QueueRow) -> Row:
    there = sum(1 for agent in one.agents if agent.there)
    more = " 人以上" if one.waiting >= one.waiting_most else ""
    said = "、".join(
        f"{agent.label} {agent.talks}/{agent.most}（{agent.state_label}）" for agent in one.agents
    )
    missing = "、".join(agent.label for agent in one.agents if agent.on_shift and not agent.there)
    cells = {
        "desk": Cell(one.desk_name),
        "waiting": Cell(f"{one.waiting}{more}", tone=Tone.WARN if one.waiting else None),
        "since": Cell(clock.spoken(one.waits_since) if one.waits_since else ""),
        "there": Cell(f"{there} 人", tone=Tone.GOOD if there else Tone.BAD),
        "agents": Cell(said),
        "missing": Cell(missing, tone=Tone.BAD if missing else None),
    }
    return Row(f"/console/helpdesk?where={one.department_id}", cells)
