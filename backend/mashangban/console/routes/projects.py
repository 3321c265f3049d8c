"""The register of projects: list, record, new, change."""

from mashangban.console import downloads
from mashangban.console.forms import FORM, Form, attempt, parse
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.routes import lists, project_form, records
from mashangban.console.routes.records import Section, sourced, steps
from mashangban.console.views import Cell, Choice, Column, Empty, Fact, Filter, Flash, Link, Row, Table, Tone
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.permissions import Principal
from mashangban.registry import permissions, service
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import ProjectChange, ProjectInput, ProjectQuery
from mashangban.registry.schemas.outputs import ProjectView
from mashangban.registry.terms import PROJECT_LABELS, PartyKind, ProjectStatus

pages = Blueprint(__name__)
HOME = "/console/projects"
TONES = {
    ProjectStatus.PREPARING: Tone.PLAIN,
    ProjectStatus.APPROVED: Tone.ACCENT,
    ProjectStatus.UNDER_CONSTRUCTION: Tone.GOOD,
    ProjectStatus.COMPLETED: Tone.PLAIN,
    ProjectStatus.SUSPENDED: Tone.WARN,
}
_CRUMBS = (Link("项目", HOME),)
_COLUMNS = (
    Column("name", "项目名称"),
    Column("county", "地区", sort="county"),
    Column("status", "状态"),
    Column("contractor", "总承包"),
    Column("permit", "施工许可证号", kind="code"),
    Column("updated", "更新时间", kind="date"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.READ_PROJECTS, template="console/list.html")
def projects(call: PageCall) -> View:
    query = call.request.query
    asked = parse(ProjectQuery, lists.asked(query))
    found = service.list_projects(call.actor, asked)
    table = Table(
        name="projects",
        caption="项目",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=_empty(asked),
        path=HOME,
        filters=_filters(asked),
        sort="-county" if asked.descending else "county",
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
        exports=downloads.links(HOME, {"q": asked.q, "region": asked.region, "status": asked.status or ""}),
    )
    return View("项目", {"list": table, "links": _links(call.actor)})


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.WRITE_PROJECTS, template="console/project_form.html")
def new_project(call: PageCall) -> View:
    return project_form.view(Form({}), None, None)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.WRITE_PROJECTS,
    template="console/project_form.html",
    once=TABLE,
    again=HOME + "/{id}",
)
def register_project(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    made = attempt(
        lambda: service.register_project(
            call.act, given.parse(ProjectInput, parties=project_form.parties(given))
        )
    )
    if isinstance(made, AppError):
        return project_form.view(given, None, made)
    return Go(f"{HOME}/{made.id}", Flash(Tone.GOOD, "项目已登记", made.name))


@pages.route(HOME + "/{project_id}", methods=["GET"])
@page(permission=permissions.READ_PROJECTS, template="console/record.html")
def project(call: PageCall, project_id: str) -> View:
    shown = service.view_project(call.actor, project_id)
    links = records.links_of(
        call.actor, f"project:{project_id}", f"{HOME}/{project_id}", permissions.WRITE_PROJECTS
    )
    context = {
        "facts": _facts(shown),
        "badge": Cell(shown.status_label, tone=TONES[ProjectStatus(shown.status)]),
        "links": links,
        "sections": (_units(shown),),
        "steps": steps(service.project_history(call.actor, project_id), PROJECT_LABELS),
    }
    return View(shown.name, context, crumbs=_CRUMBS)


@pages.route(HOME + "/{project_id}/change", methods=["GET"])
@page(permission=permissions.WRITE_PROJECTS, template="console/project_form.html")
def change_page(call: PageCall, project_id: str) -> View:
    shown = service.view_project(call.actor, project_id)
    return project_form.view(project_form.filled(shown), shown, None)


@pages.route(HOME + "/{project_id}", methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.WRITE_PROJECTS,
    template="console/project_form.html",
    once=TABLE,
    again=HOME + "/{id}",
)
def change_project(call: PageCall, project_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(
        lambda: service.change_project(
            call.act, project_id, given.parse(ProjectChange, parties=project_form.parties(given))
        )
    )
    if isinstance(done, AppError):
        return project_form.view(given, service.view_project(call.actor, project_id), done)
    return Go(f"{HOME}/{project_id}", Flash(Tone.GOOD, "修改已保存"))


def _row(one: ProjectView) -> Row:
    contractor = next((party for party in one.parties if party.kind == PartyKind.GENERAL_CONTRACTOR), None)
    cells = {
        "name": Cell(one.name, sub=one.code),
        "county": Cell(lists.place_name(one.county)),
        "status": Cell(one.status_label, tone=TONES[ProjectStatus(one.status)]),
        "contractor": Cell(contractor.name, href=f"/console/enterprises/{contractor.enterprise_id}")
        if contractor
        else Cell(""),
        "permit": Cell(one.permit_number),
        "updated": Cell(one.updated_at.date().isoformat() if one.updated_at else ""),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _filters(asked: ProjectQuery) -> tuple[Filter, ...]:
    region = lists.region_filter(permissions.READ_PROJECTS, asked.region)
    status = Filter(
        "status",
        "状态",
        value=asked.status.value if asked.status else "",
        choices=(Choice("", "全部"), *(Choice(one.value, one.label) for one in ProjectStatus)),
    )
    search = Filter("q", "查找", "search", asked.q, hint="名称开头、项目代码、许可证号")
    return (search, region, status) if region else (search, status)


def _empty(asked: ProjectQuery) -> Empty:
    if asked.q or asked.status or asked.region:
        return Empty(
            "没有符合条件的项目", "名称从开头几个字查；代码和许可证号要填完整。", Link("清除筛选", HOME)
        )
    return Empty("还没有登记项目", "可以新建，也可以用表格批量导入。")


def _links(actor: Principal) -> tuple[Link, ...]:
    if not actor.holds(permissions.WRITE_PROJECTS):
        return ()
    return (
        Link("批量导入", "/console/imports/new?register=projects", "import"),
        Link("新建项目", HOME + "/new", "plus"),
    )


def _facts(one: ProjectView) -> list[Fact]:
    lines = {
        "code": one.code,
        "permit_number": one.permit_number,
        "county": one.county_name,
        "address": one.address,
        "nature": one.nature_label,
        "starts_on": one.starts_on.isoformat() if one.starts_on else "",
        "ends_on": one.ends_on.isoformat() if one.ends_on else "",
    }
    return sourced(lines, PROJECT_LABELS, one.sources)


def _units(one: ProjectView) -> Section:
    rows = [
        (Cell(unit.kind_label), Cell(unit.name, href=f"/console/enterprises/{unit.enterprise_id}"))
        for unit in one.parties
    ]
    return Section(
        "参建单位", ("类型", "单位"), rows, Empty("还没有参建单位", "在“修改”里按统一社会信用代码添加。")
    )
