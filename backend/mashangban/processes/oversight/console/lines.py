"""The list of those in force, narrowed to a team or a unit, and one line of it, which asks for a reason."""

from mashangban.console.forms import FORM, Form, attempt, parse
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Flash, Link, Row, Table, Tone
from mashangban.domains.workers.service import viewing
from mashangban.kernel import clock
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.processes.oversight import permissions, schemas, service
from mashangban.processes.oversight.models import TABLE
from mashangban.registry import divisions
from mashangban.registry import service as registry

pages = Blueprint(__name__)
HOME = "/console/oversight"
_CRUMBS = (Link("总览", HOME),)
_KINDS = {"team": "班组", "unit": "用人单位"}
_PAGE, _LONGEST_PAGE = "20", "50"
_LINES = (
    Column("number", "合同编号", kind="code"),
    Column("worker", "工人"),
    Column("trade", "工种"),
    Column("team", "班组"),
    Column("employer", "用人单位"),
)


@pages.route(HOME + "/lines", methods=["GET"])
@page(permission=permissions.INSPECT, template="console/list.html")
def lines(call: PageCall) -> View:
    where = call.request.query.get("where", "")
    chosen = {name: given for name in _KINDS if (given := call.request.query.get(name))}
    query = parse(schemas.InForceQuery, {**chosen, **_page_of(call, narrow=bool(chosen))})
    found = service.lines(call.actor, where, query)
    table = Table(
        name="oversight-lines",
        caption="在册合同",
        columns=_LINES,
        rows=tuple(
            Row(
                f"{HOME}/lines/{one.id}?where={where}",
                {
                    "number": Cell(one.number),
                    "worker": Cell(one.worker_name_masked),
                    "trade": Cell(one.trade.name),
                    "team": Cell(one.team.name, sub=one.project.name),
                    "employer": Cell(one.employer.name),
                },
            )
            for one in found.items
        ),
        empty=_nothing(query, more=found.next_cursor is not None),
        path=f"{HOME}/lines",
        filters=(
            Filter("where", "地点", value=where, choices=(Choice(where, _place_name(where)),)),
            *_narrowed(where, chosen),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
    )
    lead = "名单上只有姓氏。要看一个人的记录，请填写原因；原因会记入存证日志。"
    return View("在册合同名单", {"list": table, "links": ()}, lead=lead, crumbs=_CRUMBS)


@pages.route(HOME + "/lines/{contract_id}", methods=["GET"])
@page(permission=permissions.INSPECT, template="oversight/reason.html")
def ask(call: PageCall, contract_id: str) -> View:
    return _reason(contract_id, call.request.query.get("where", ""), "", None)


@pages.route(HOME + "/inspections", methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.INSPECT,
    template="oversight/reason.html",
    once=TABLE,
    again=HOME + "/inspections/{id}",
)
def inspect(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: service.inspect(call.act, given.parse(schemas.LineInspection)))
    if isinstance(done, AppError):
        return _reason(given.one("contract_id"), given.one("where"), given.one("reason"), done)
    told = Flash(Tone.GOOD, "原因已记入存证日志", f"到{clock.spoken(done.until)}为止可以看这份记录。")
    return Go(f"{HOME}/inspections/{done.id}", told)


@pages.route(HOME + "/inspections/{inspection_id}", methods=["GET"])
@page(permission=permissions.INSPECT, template="oversight/line.html")
def line(call: PageCall, inspection_id: str) -> View:
    shown = service.line(call.actor, inspection_id)
    context = {"line": shown, "facts": _facts(shown), "links": _further(shown)}
    return View(f"{shown.worker_name_masked}的记录", context, crumbs=_CRUMBS)


def _page_of(call: PageCall, *, narrow: bool) -> dict[str, str]:
    """Where to go on; longer pages where only some of a project's lines are wanted."""
    cursor = call.request.query.get("cursor")
    return {"limit": _LONGEST_PAGE if narrow else _PAGE, **({"cursor": cursor} if cursor else {})}


def _nothing(query: schemas.InForceQuery, *, more: bool) -> Empty:
    if more:
        return Empty("这一页没有", "点“下一页”接着看。")
    narrowed = query.team or query.unit
    return Empty("这里没有在册合同", "回到项目页换一个看看。" if narrowed else "换一个县区或项目看看。")


def _narrowed(where: str, chosen: dict[str, str]) -> list[Filter]:
    """The team or unit that the list was narrowed to, by name."""
    known = viewing.teams_at(where) if chosen else []
    names = {one.id: one.name for one in known} | {one.employer.id: one.employer.name for one in known}
    return [
        Filter(kind, _KINDS[kind], value=key, choices=(Choice("", "全部"), Choice(key, names.get(key, key))))
        for kind, key in chosen.items()
    ]


def _place_name(where: str) -> str:
    return divisions.full_name(where) if where.isdecimal() else registry.project(where).name


def _reason(contract_id: str, where: str, typed: str, refused: AppError | None) -> View:
    context = {"contract_id": contract_id, "where": where, "typed": typed, "refused": refused}
    lead = "填写的原因和您的姓名、时间一起记入存证日志，任何人都改不了。两小时内可以看这份记录。"
    title = "为什么要看这个人的记录？"
    return View(title, context, lead=lead, crumbs=_CRUMBS, status=422 if refused else 200)


def _facts(one: schemas.InspectedLine) -> list[Fact]:
    last = str(one.last_day) if one.last_day else "任务完成"
    lines = [
        Fact("工人", f"{one.worker_name_masked}（{one.id_number_masked}）"),
        Fact("合同", f"{one.number}，{one.state_label}"),
        Fact("项目", one.project_name, href=f"{HOME}?project={one.project_id}"),
        Fact("用人单位", one.employer_name),
        Fact("班组和工种", f"{one.team_name}，{one.trade_name}"),
        Fact("期限", f"{one.first_day} 至 {last}"),
        Fact("工资", one.pay),
        Fact("进场安全培训", one.training),
    ]
    return [*lines, Fact("特种作业证", one.certificate)] if one.certificate else lines


def _further(one: schemas.InspectedLine) -> list[Link]:
    return [Link("看合同和办理记录", f"/console/workers/contracts/{one.contract_id}", "contract")]
