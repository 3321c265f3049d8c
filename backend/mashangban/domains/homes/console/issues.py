"""One fault behind many reports: opened at a desk, reports let join, news told to every household of it."""

from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Field,
    Flash,
    Link,
    Row,
    Step,
    Table,
    Tile,
    Tone,
)
from mashangban.domains.homes import permissions, schemas
from mashangban.domains.homes.console import estates
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.schemas import DefectRow, IssueRow, IssueView
from mashangban.domains.homes.service import estates as estate_service
from mashangban.domains.homes.service import gathering as service
from mashangban.domains.homes.terms import Category
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import PageRequest

pages = Blueprint(__name__)
AT = estates.ONE + "/issues"
ONE = estates.HOME + "/issues/{issue_id}"
AGAIN = estates.HOME + "/issues/{id}"
_A_PAGE = 20
_CATEGORIES = tuple(Choice(one.value, one.label) for one in Category)
_COLUMNS = (
    Column("number", "编号", kind="code"),
    Column("title", "共性问题"),
    Column("category", "哪一类"),
    Column("opened", "建立时间", kind="date"),
)


@pages.route(AT, methods=["GET"])
@page(permission=permissions.LIST_DEFECTS, template="console/list.html")
def issues(call: PageCall, estate_id: str) -> View:
    estate = estate_service.show_estate(call.actor, estate_id)
    cursor = call.request.query.get("cursor") or None
    found = service.of_estate(call.act, estate_id, PageRequest(cursor, _A_PAGE))
    home = AT.format(estate_id=estate_id)
    table = Table(
        name="homes-issues",
        caption="共性问题",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("没有共性问题", "好几户报修同一个毛病时，建一个共性问题，一起查、一起通报。"),
        path=home,
        cursor=cursor,
        next_cursor=found.next_cursor,
    )
    links = (Link("建共性问题", f"{home}/new", "plus"),) if call.actor.holds(permissions.OPEN_ISSUE) else ()
    return View("共性问题", {"list": table, "links": links}, crumbs=estates.crumbs(estate))


@pages.route(AT + "/new", methods=["GET"])
@page(permission=permissions.OPEN_ISSUE, template="console/form.html")
def new_issue(call: PageCall, estate_id: str) -> View:
    return _opening(call, estate_id, Form({}))


@pages.route(AT, methods=["POST"], content_types=[FORM])
@form(permission=permissions.OPEN_ISSUE, template="console/form.html", once=TABLE, again=AGAIN)
def open_issue(call: PageCall, estate_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: service.open_issue(call.act, estate_id, given.parse(schemas.IssueForm)))
    if isinstance(done, AppError):
        return _opening(call, estate_id, given, done)
    return Go(
        ONE.format(issue_id=done.id), Flash(Tone.GOOD, "共性问题已建立", "住户再报同样的毛病，可以直接并入。")
    )


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_DEFECTS, template="homes/issue.html")
def issue(call: PageCall, issue_id: str) -> View:
    shown = service.show(call.act, issue_id)
    context = {
        "issue": shown,
        "mine": ONE.format(issue_id=issue_id),
        "tiles": _tiles(shown),
        "steps": [Step(one.at, "通报进展", note=one.text) for one in shown.news],
        "tells": call.actor.holds(permissions.OPEN_ISSUE),
        "joining": [Choice(one.id, _described(one)) for one in service.to_join(call.act, issue_id)],
    }
    return View(shown.title, context, crumbs=(Link("小区", estates.HOME),))


@pages.route(ONE + "/defects", methods=["POST"], content_types=[FORM])
@form(permission=permissions.JOIN_ISSUE, once=TABLE, again=estates.HOME)
def join(call: PageCall, issue_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(issue_id=issue_id),
        lambda: service.join(call.act, issue_id, given.parse(schemas.IssueJoin)),
        "报修已并入",
        lambda _: "这一户修好没有，还是由住户自己确认。",
    )


@pages.route(ONE + "/news", methods=["POST"], content_types=[FORM])
@form(permission=permissions.OPEN_ISSUE, once=TABLE, again=AGAIN)
def tell(call: PageCall, issue_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(issue_id=issue_id),
        lambda: service.tell(call.act, issue_id, given.parse(schemas.IssueNews)),
        "已通报，并入的住户都会收到",
    )


def _opening(call: PageCall, estate_id: str, given: Form, refused: AppError | None = None) -> View:
    estate, home = estate_service.show_estate(call.actor, estate_id), AT.format(estate_id=estate_id)
    fields = (
        Field("category", "哪一类", given.one("category"), kind="select", required=True, choices=_CATEGORIES),
        Field(
            "title",
            "是什么问题",
            given.one("title"),
            required=True,
            hint="如 3号楼卫生间立管渗漏；不要写住户的姓名和门牌",
            error=error_of(refused, "title"),
        ),
    )
    context: dict[str, object] = {
        "fields": fields,
        "action": home,
        "back": home,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "建立",
    }
    return View("建共性问题", context, crumbs=(*estates.crumbs(estate), Link("共性问题", home)))


def _row(one: IssueRow) -> Row:
    cells = {
        "number": Cell(one.number),
        "title": Cell(one.title),
        "category": Cell(one.category_label),
        "opened": Cell(clock.spoken(one.opened_at)),
    }
    return Row(ONE.format(issue_id=one.id), cells)


def _tiles(shown: IssueView) -> list[Tile]:
    return [
        Tile("并入的报修", f"{shown.joined:,}", "件", tone=Tone.ACCENT),
        Tile("还没修完", f"{shown.open:,}", "件", tone=Tone.WARN if shown.open else Tone.GOOD),
        Tile("住户确认修好", f"{shown.confirmed:,}", "件"),
    ]


def _described(one: DefectRow) -> str:
    return f"{one.home_label} {one.room}，{clock.spoken(one.reported_at)} 报（{one.number}）"
