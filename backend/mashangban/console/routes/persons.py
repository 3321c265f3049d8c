"""The register of persons: list and record. Who a person is stays with identity; here only masked."""

from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.routes import lists
from mashangban.console.views import Cell, Column, Empty, Fact, Link, Row, Table
from mashangban.kernel.http import Blueprint
from mashangban.registry import permissions, service
from mashangban.registry.schemas.inputs import PersonQuery
from mashangban.registry.schemas.outputs import PersonView

pages = Blueprint(__name__)
HOME = "/console/persons"
_COLUMNS = (
    Column("name", "姓名"),
    Column("id_number", "身份证号", kind="code"),
    Column("project", "最近所在项目"),
    Column("employer", "用人单位"),
    Column("county", "地区"),
    Column("updated", "最近登记", kind="date"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.READ_PERSONS, template="console/list.html")
def persons(call: PageCall) -> View:
    asked = parse(PersonQuery, lists.asked(call.request.query))
    found = service.list_persons(call.actor, asked)
    region = lists.region_filter(permissions.READ_PERSONS, asked.region)
    table = Table(
        name="persons",
        caption="人员",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("还没有人员", "工人签订合同后会自动登记到这里。"),
        path=HOME,
        filters=(region,) if region else (),
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    return View(
        "人员",
        {"list": table, "links": ()},
        lead="姓名和证件号只显示一部分。要看全号，须在办理的事项里写明理由。",
    )


@pages.route(HOME + "/{person_id}", methods=["GET"])
@page(permission=permissions.READ_PERSONS, template="console/record.html")
def person(call: PageCall, person_id: str) -> View:
    shown = service.view_person(call.actor, person_id)
    facts = [
        Fact("身份证号", shown.id_number_masked),
        Fact("最近所在项目", shown.project_name, href=f"/console/projects/{shown.project_id}"),
        Fact("用人单位", shown.employer_name, href=f"/console/enterprises/{shown.employer_id}"),
        Fact("地区", shown.county_name),
    ]
    context = {"facts": facts, "badge": None, "links": (), "sections": (), "steps": None}
    return View(shown.name_masked, context, crumbs=(Link("人员", HOME),))


def _row(one: PersonView) -> Row:
    cells = {
        "name": Cell(one.name_masked),
        "id_number": Cell(one.id_number_masked),
        "project": Cell(one.project_name),
        "employer": Cell(one.employer_name),
        "county": Cell(lists.place_name(one.county)),
        "updated": Cell(one.updated_at.date().isoformat()),
    }
    return Row(f"{HOME}/{one.id}", cells)
