"""The register of persons: list and record. Who a person is stays with identity; here only masked."""

from mashangban.console.forms import FORM, Form, attempt, error_of, parse
from mashangban.console.pages import PageCall, View, form, page
from mashangban.console.routes import lists
from mashangban.console.views import Cell, Column, Empty, Fact, Field, Link, Row, Table
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.registry import permissions
from mashangban.registry.models import TABLE
from mashangban.registry.schemas.inputs import PersonLookup, PersonQuery
from mashangban.registry.schemas.outputs import PersonView
from mashangban.registry.service import persons as person_service

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
@page(permission=permissions.READ_PERSONS, template="console/persons.html")
def persons(call: PageCall) -> View:
    asked = parse(PersonQuery, lists.asked(call.request.query))
    found = person_service.list_persons(call.actor, asked)
    region = lists.region_filter(permissions.READ_PERSONS, asked.region)
    empty = Empty("还没有人员", "工人签订合同后会自动登记到这里。")
    table = Table(
        name="persons",
        caption="人员",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=empty,
        path=HOME,
        filters=(region,) if region else (),
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    return _view(table, None)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.READ_PERSONS, template="console/persons.html", once=TABLE, again=HOME)
def find_person(call: PageCall) -> View:
    """By POST: an ID number must not stand in an address."""
    given = Form.read(call.body)
    found = attempt(lambda: person_service.find_person(call.actor, given.parse(PersonLookup).id_number))
    refused = found if isinstance(found, AppError) else None
    rows = () if isinstance(found, AppError) else tuple(_row(one) for one in found)
    empty = Empty(
        "没有找到这个人", "这个身份证号没有登记，或者不在您管理的范围内。", Link("看全部人员", HOME)
    )
    return _view(Table("persons", "查找结果", _COLUMNS, rows, empty, HOME), refused)


def _view(table: Table, refused: AppError | None) -> View:
    number = Field(
        "id_number",
        "按身份证号查找",
        required=True,
        error=error_of(refused, "id_number"),
        attributes={"maxlength": "30", "data-search": ""},
    )
    lead = "姓名和证件号只显示一部分。要看全号，须在办理的事项里写明理由。"
    context = {"list": table, "number": number, "key": ids.new_id()}
    return View("人员", context, lead=lead, status=refused.status if refused else 200)


@pages.route(HOME + "/{person_id}", methods=["GET"])
@page(permission=permissions.READ_PERSONS, template="console/record.html")
def person(call: PageCall, person_id: str) -> View:
    shown = person_service.view_person(call.actor, person_id)
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
