"""A project's teams, the days that wait for somebody, and its gates."""

from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Column, Empty, Link, Row, Table, Tone
from mashangban.domains.attendance import permissions
from mashangban.domains.attendance.schemas import QuestionRow
from mashangban.domains.attendance.service import teams, viewing
from mashangban.domains.attendance.terms import DayState
from mashangban.kernel.http import Blueprint, ListQuery
from mashangban.registry import divisions

pages = Blueprint(__name__)
PROJECTS = "/console/attendance/projects"
CRUMBS = (Link("项目考勤", PROJECTS),)
_QUESTION_COLUMNS = (
    Column("day", "日期", kind="date"),
    Column("worker", "工人"),
    Column("team", "班组"),
    Column("state", "状态"),
    Column("why", "为什么"),
    Column("due", "期限"),
)


@pages.route(PROJECTS, methods=["GET"])
@page(permission=permissions.LIST, template="console/list.html")
def projects(call: PageCall) -> View:
    rows = tuple(
        Row(f"{PROJECTS}/{one.id}", {"name": Cell(one.name), "county": Cell(divisions.name(one.county))})
        for one in teams.my_projects(call.actor)
    )
    table = Table(
        name="attendance-projects",
        caption="项目考勤",
        columns=(Column("name", "项目"), Column("county", "地区")),
        rows=rows,
        empty=Empty("没有您负责的项目", "监管人员请从“考勤看板”逐级点到项目。"),
        path=PROJECTS,
    )
    return View("项目考勤", {"list": table, "links": ()})


@pages.route(PROJECTS + "/{project_id}", methods=["GET"])
@page(permission=permissions.LIST, template="attendance/project.html")
def project(call: PageCall, project_id: str) -> View:
    shown, found = teams.show_project(call.actor, project_id)
    query = parse(ListQuery, call.request.query)
    waiting = viewing.questions_of_project(call.actor, project_id, query.page)
    path = f"{PROJECTS}/{project_id}"
    questions = Table(
        name="attendance-questions",
        caption="等人答复",
        columns=_QUESTION_COLUMNS,
        rows=tuple(_question(one) for one in waiting.items),
        empty=Empty("没有等人答复的考勤", "闸机、点名、扫码对不上的日子会出现在这里。"),
        path=path,
        cursor=query.cursor,
        next_cursor=waiting.next_cursor,
    )
    context = {
        "teams": found,
        "month": viewing.month_now(call.at),
        "list": questions,
        "devices": f"{path}/devices",
    }
    return View(shown.name, context, crumbs=CRUMBS)


def _question(one: QuestionRow) -> Row:
    tone = Tone.WARN if one.state is DayState.CLAIMED else Tone.ACCENT
    label = "等单位核实" if one.state is DayState.CLAIMED else "等工人答复"
    claimed = f"工人说{one.claimed.label}" if one.claimed else ""
    return Row(
        f"/console/attendance/contracts/{one.contract_id}/days/{one.day}",
        {
            "day": Cell(one.day.isoformat()),
            "worker": Cell(one.name_masked),
            "team": Cell(one.team_name),
            "state": Cell(label, tone=tone),
            "why": Cell(one.why or "没有记录", sub=claimed),
            "due": Cell(one.due_label),
        },
    )


def month_address(contract_id: str, day_or_month: str) -> str:
    """A worker's month."""
    return f"/console/attendance/contracts/{contract_id}?month={day_or_month[:7]}"
