"""Departments that answer, as whoever keeps them writes them; the people at their posts."""

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import (
    Boxes,
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Field,
    Filter,
    Flash,
    Link,
    Row,
    Table,
    Tone,
)
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.console import places
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import DepartmentForm, DepartmentView, PostForm
from mashangban.domains.helpdesk.service import offices, staffing
from mashangban.domains.helpdesk.terms import Level, PostKind, TicketTopic
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import PageRequest
from mashangban.registry import divisions

pages = Blueprint(__name__)
HOME = "/console/helpdesk/departments"
ONE = HOME + "/{department_id}"
POST = ONE + "/posts/{person_id}"
AGAIN = HOME + "/{id}"
_COLUMNS = (
    Column("name", "部门"),
    Column("level", "级别"),
    Column("topics", "接哪些方面"),
    Column("general", "总台"),
    Column("merger", "合并"),
)
_LEVELS = tuple(Choice(one.value, one.label) for one in Level)
_TOPICS = tuple(Choice(one.value, one.label) for one in TicketTopic)
_KINDS = tuple(Choice(one.value, one.label) for one in PostKind)
_CRUMBS = (Link("接件部门", HOME),)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.KEEP, template="console/list.html")
def departments(call: PageCall) -> View:
    known = places.kept(call.actor, permissions.KEEP)
    region = regions.chosen(call.request.query.get("where"), known)
    links = [Link("登记部门", f"{HOME}/new?where={region}", "plus")]
    if any(one.value.endswith("00") for one in known):
        links.append(Link("答复时限", f"/console/helpdesk/promises/{region}", "clock"))
    links.append(Link("导入值班表", f"/console/helpdesk/rosters/imports?region={region}", "import"))
    return View("接件部门", {"list": _table(call, region, known), "links": links})


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.KEEP, template="console/choices.html")
def new_department(call: PageCall) -> View:
    known = places.kept(call.actor, permissions.KEEP)
    region = regions.chosen(call.request.query.get("where"), known)
    level = Level.CITY if region.endswith("00") else Level.COUNTY
    return _writing(call, HOME, HOME, Form({"region": (region,), "level": (level.value,)}))


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP, template="console/choices.html", once=TABLE, again=AGAIN)
def open_department(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: offices.open_department(call.act, _department(given)))
    if isinstance(done, AppError):
        return _writing(call, HOME, HOME, given, done)
    told = Flash(Tone.GOOD, "部门已登记", "安排了应答岗，就能接件。")
    return Go(ONE.format(department_id=done.id), told)


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.KEEP, template="helpdesk/department.html")
def department(call: PageCall, department_id: str) -> View:
    shown = offices.show_department(call.actor, department_id)
    people = () if shown.merged else staffing.candidates(call.act, department_id)
    context = {"department": shown, "facts": _facts(shown), "people": people, "nobody": _nobody(shown)}
    return View(shown.name, context, crumbs=_CRUMBS)


@pages.route(ONE + "/edit", methods=["GET"])
@page(permission=permissions.KEEP, template="console/choices.html")
def edit_department(call: PageCall, department_id: str) -> View:
    shown, where = offices.show_department(call.actor, department_id), ONE.format(department_id=department_id)
    values = {
        "name": (shown.name,),
        "region": (shown.region,),
        "level": (shown.level,),
        "topics": tuple(shown.topics),
        "general": ("yes",) if shown.general else (),
    }
    return _writing(call, f"{where}/edit", where, Form(values))


@pages.route(ONE + "/edit", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP, template="console/choices.html", once=TABLE, again=AGAIN)
def change_department(call: PageCall, department_id: str) -> View | Go:
    given, where = Form.read(call.body), ONE.format(department_id=department_id)
    done = attempt(lambda: offices.change_department(call.act, department_id, _department(given)))
    if isinstance(done, AppError):
        return _writing(call, f"{where}/edit", where, given, done)
    return Go(where, Flash(Tone.GOOD, "部门已更改", "已经接的件还由它办；新的按更改后的分。"))


@pages.route(POST, methods=["GET"])
@page(permission=permissions.KEEP, template="console/choices.html")
def post(call: PageCall, department_id: str, person_id: str) -> View:
    found = staffing.candidates(call.act, department_id)
    one = next((person for person in found if person.person_id == person_id), None)
    if one is None:
        raise NotFound()
    groups = (
        Boxes("kinds", "岗位", _KINDS, tuple(one.kinds), "都不勾就是离岗。"),
        Boxes("topics", "接哪些方面", _TOPICS, tuple(one.topics), "都不勾就是本部门的都接。"),
    )
    where = ONE.format(department_id=department_id)
    context = _form((), POST.format(department_id=department_id, person_id=person_id), where, groups)
    return View(f"安排 {one.label}", context, crumbs=_CRUMBS)


@pages.route(POST, methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.KEEP, template="console/choices.html", once=TABLE, again=HOME + "/{department_id}"
)
def fill_post(call: PageCall, department_id: str, person_id: str) -> Go:
    given = Form.read(call.body)
    asked = given.parse(PostForm, kinds=list(given.all("kinds")), topics=list(given.all("topics")))
    done = offices.fill_post(call.act, department_id, person_id, asked)
    posts = "、".join(done.kind_labels)
    told = Flash(Tone.GOOD, f"已安排到{posts}岗" if posts else "已离岗")
    return Go(ONE.format(department_id=department_id), told)


def _department(given: Form) -> DepartmentForm:
    return given.parse(DepartmentForm, topics=list(given.all("topics")))


def _writing(call: PageCall, action: str, back: str, given: Form, refused: AppError | None = None) -> View:
    boxes = Boxes("topics", "接哪些方面", _TOPICS, given.all("topics"), "一个方面最好只归一个部门。")
    context = _form(_fields(call, given, refused, fixed=back != HOME), action, back, (boxes,), refused)
    return View("登记部门" if back == HOME else "更改部门", context, crumbs=_CRUMBS)


def _fields(call: PageCall, given: Form, refused: AppError | None, *, fixed: bool) -> tuple[Field, ...]:
    region = given.one("region")
    where = (Choice(region, divisions.name(region)),) if fixed else places.kept(call.actor, permissions.KEEP)
    return (
        Field("name", "名称", given.one("name"), required=True, error=error_of(refused, "name")),
        Field(
            "region",
            "地区",
            region,
            kind="select",
            required=True,
            choices=where,
            error=error_of(refused, "region"),
        ),
        Field("level", "级别", given.one("level"), kind="select", required=True, choices=_LEVELS),
        Field("general", "总台：没有部门接的都归它", given.one("general"), kind="checkbox", full=True),
    )


def _form(
    fields: tuple[Field, ...],
    action: str,
    back: str,
    groups: tuple[Boxes, ...],
    refused: AppError | None = None,
) -> dict[str, object]:
    return {
        "fields": fields,
        "groups": groups,
        "action": action,
        "back": back,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "保存",
    }


def _table(call: PageCall, region: str, known: tuple[Choice, ...]) -> Table:
    cursor = call.request.query.get("cursor") or None
    found = offices.in_region(call.actor, region, PageRequest(cursor))
    return Table(
        name="departments",
        caption="接件部门",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这个地区还没有部门接件", "先登记一个总台，别的部门没接的都归它。"),
        path=HOME,
        filters=(Filter("where", "地区", value=region, choices=known),),
        cursor=cursor,
        next_cursor=found.next_cursor,
    )


def _row(one: DepartmentView) -> Row:
    cells = {
        "name": Cell(one.name),
        "level": Cell(one.level_label),
        "topics": Cell("、".join(one.topic_labels)),
        "general": Cell("总台", tone=Tone.ACCENT) if one.general else Cell(""),
        "merger": _merging(one),
    }
    return Row(ONE.format(department_id=one.id), cells)


def _merging(one: DepartmentView) -> Cell:
    """What of a merger waits, and for whom."""
    if one.merged or not one.into_id:
        return Cell("已并入别的部门" if one.merged else "")
    if one.agreed:
        return Cell(f"{one.into_from} 起并入")
    return Cell("等您同意", tone=Tone.WARN) if one.may_agree else Cell("等另一个人同意", tone=Tone.PLAIN)


def _merger(one: DepartmentView) -> str:
    if not one.into_id:
        return ""
    waits = "" if one.agreed or one.merged else "，等另一个人同意，到那天没人同意就不并"
    return f"{one.into_from} {'已' if one.merged else '起'}并入{one.into_name}{waits}"


def _nobody(one: DepartmentView) -> Empty:
    """What stands where its people would."""
    if one.merged:
        text = "没办完的件、对话、人、值班表和常用语都在那边，请到那边安排上岗。"
        return Empty(
            f"已并入{one.into_name}", text, Link(one.into_name, ONE.format(department_id=one.into_id))
        )
    return Empty("这个地区还没有工作人员账号", "请先在“工作人员”里开账号、给角色，再来安排上岗。")


def _facts(one: DepartmentView) -> list[Fact]:
    return [
        Fact("地区", divisions.name(one.region.removesuffix("00"))),
        Fact("级别", one.level_label),
        Fact("接哪些方面", "、".join(one.topic_labels)),
        Fact("总台", "是，没有部门接的都归它" if one.general else ""),
        Fact("合并", _merger(one), href=ONE.format(department_id=one.into_id) if one.into_id else None),
        *(Fact("曾用名", f"{former.name}（到 {clock.spoken(former.until)}）") for former in one.former),
    ]
