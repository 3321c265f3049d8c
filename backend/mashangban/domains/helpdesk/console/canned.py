"""Words that agents keep: a list, a form for new ones, a form that changes or withdraws them."""

from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Cell, Choice, Column, Empty, Field, Flash, Link, Row, Table, Tone
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import CannedForm, CannedView
from mashangban.domains.helpdesk.service import canned
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
HOME = "/console/helpdesk/canned"
ONE = HOME + "/{canned_id}"
_COLUMNS = (Column("shortcut", "短名", kind="code"), Column("text", "话"), Column("whose", "谁的"))
_CRUMBS = (Link("在线接待", "/console/helpdesk/conversations"), Link("常用语", HOME))


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.SERVE, template="console/list.html")
def listed(call: PageCall) -> View:
    table = Table(
        name="canned",
        caption="常用语",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in canned.listed(call.act)),
        empty=Empty("还没有常用语", "点“新常用语”写一条。对话里打“/短名”再按 Tab 就出来。"),
        path=HOME,
    )
    context = {"list": table, "links": (Link("新常用语", HOME + "/new", "plus"),)}
    return View("常用语", context, crumbs=_CRUMBS[:1])


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.SERVE, template="console/form.html")
def new(call: PageCall) -> View:
    return _form(call, Form({}), None)


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(permission=permissions.SERVE, template="console/form.html", once=TABLE, again=HOME)
def keep(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: canned.keep(call.act, given.parse(CannedForm)))
    return _form(call, given, None, done) if isinstance(done, AppError) else _back("已保存")


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.SERVE, template="console/form.html")
def edit(call: PageCall, canned_id: str) -> View:
    one = canned.show(call.act, canned_id)
    return _form(call, Form({"shortcut": (one.shortcut,), "text": (one.text,)}), one)


@pages.route(ONE, methods=["POST"], content_types=[FORM])
@form(permission=permissions.SERVE, template="console/form.html", once=TABLE, again=HOME)
def change(call: PageCall, canned_id: str) -> View | Go:
    given, one = Form.read(call.body), canned.show(call.act, canned_id)
    if given.one("withdraw"):
        canned.withdraw(call.act, canned_id)
        return _back("已删除")
    done = attempt(lambda: canned.change(call.act, canned_id, given.parse(CannedForm)))
    return _form(call, given, one, done) if isinstance(done, AppError) else _back("已保存")


def _back(title: str) -> Go:
    return Go(HOME, Flash(Tone.GOOD, title))


def _row(one: CannedView) -> Row:
    cells = {"shortcut": Cell(f"/{one.shortcut}"), "text": Cell(one.text), "whose": Cell(one.whose_label)}
    return Row(f"{HOME}/{one.id}" if one.may_change else HOME, cells)


def _form(call: PageCall, given: Form, one: CannedView | None, refused: AppError | None = None) -> View:
    fields = [
        Field(
            "shortcut",
            "短名",
            value=given.one("shortcut"),
            required=True,
            hint="对话里打“/短名”再按 Tab",
            error=error_of(refused, "shortcut"),
            attributes={"maxlength": "12"},
        ),
        Field(
            "text",
            "话",
            value=given.one("text"),
            kind="textarea",
            required=True,
            full=True,
            error=error_of(refused, "text"),
            attributes={"maxlength": "1000"},
        ),
    ]
    if one is None:
        whose = tuple(Choice(value, label) for value, label in canned.keepers(call.act))
        fields.insert(
            1, Field("department_id", "给谁用", given.one("department_id"), "select", choices=whose)
        )
    else:
        fields.append(Field("withdraw", "删除这一条", kind="checkbox"))
    context: dict[str, object] = {
        "fields": fields,
        "action": f"{HOME}/{one.id}" if one else HOME,
        "back": HOME,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "保存",
    }
    title = "改常用语" if one else "新常用语"
    return View(title, context, crumbs=_CRUMBS, status=refused.status if refused else 200)
