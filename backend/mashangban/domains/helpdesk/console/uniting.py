"""A department goes into another: which and from which day; taken back as long as the day has not come."""

from datetime import timedelta

from mashangban.console.forms import FORM, Form, attempt, error_of
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import Choice, Field, Flash, Link, Tile, Tone
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.console import departments
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import DepartmentMerge, DepartmentView
from mashangban.domains.helpdesk.service import offices, uniting
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
AT = departments.ONE + "/merger"
WAITING = departments.HOME + "/waiting"
_WAITS = "等您同意的部门合并"
_PAGE = "console/form.html"


@pages.route(AT, methods=["GET"])
@page(permission=permissions.KEEP, template=_PAGE)
def choose(call: PageCall, department_id: str) -> View:
    return _view(call, department_id, Form({}), None)


@pages.route(AT, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP, template=_PAGE, once=TABLE, again=departments.AGAIN)
def plan(call: PageCall, department_id: str) -> View | Go:
    given = Form.read(call.body)
    done = attempt(lambda: uniting.plan(call.act, department_id, given.parse(DepartmentMerge)))
    if isinstance(done, AppError):
        return _view(call, department_id, given, done)
    told = Flash(
        Tone.GOOD, "已定下，等另一个人同意", "已请同事来同意。那天以前没人同意，就不并；之前还能取消。"
    )
    return Go(departments.ONE.format(department_id=department_id), told)


@pages.route(WAITING, methods=["GET"])
@page(permission=permissions.KEEP, template="helpdesk/waiting.html")
def waiting(call: PageCall) -> View:
    """A part of the console's first page: what of it waits for whoever looks."""
    found = uniting.waiting(call.actor)
    if not found:
        return View(_WAITS, {"figure": None})
    first = found[0]
    only, listed = departments.ONE.format(department_id=first.id), f"{departments.HOME}?where={first.region}"
    figure = Tile(_WAITS, str(len(found)), "个", href=only if len(found) == 1 else listed)
    return View(_WAITS, {"figure": figure})


@pages.route(AT + "/agreement", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP, once=TABLE, again=departments.AGAIN)
def agree(call: PageCall, department_id: str) -> Go:
    return acted(
        departments.ONE.format(department_id=department_id),
        lambda: uniting.agree(call.act, department_id),
        "已同意，到那天，没办完的件、对话、人、值班表和常用语都跟着转过去",
    )


@pages.route(AT + "/taking-back", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP, once=TABLE, again=departments.AGAIN)
def take_back(call: PageCall, department_id: str) -> Go:
    return acted(
        departments.ONE.format(department_id=department_id),
        lambda: uniting.take_back(call.act, department_id),
        "不并了，部门照旧",
    )


def _view(call: PageCall, department_id: str, given: Form, refused: AppError | None) -> View:
    shown, back = (
        offices.show_department(call.actor, department_id),
        departments.ONE.format(department_id=department_id),
    )
    context: dict[str, object] = {
        "fields": _fields(call, shown, given, refused),
        "action": AT.format(department_id=department_id),
        "back": back,
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "定下",
    }
    crumbs = (Link("接件部门", departments.HOME), Link(shown.name, back))
    return View("并入别的部门", context, crumbs=crumbs, status=refused.status if refused else 200)


def _fields(
    call: PageCall, shown: DepartmentView, given: Form, refused: AppError | None
) -> tuple[Field, ...]:
    others = tuple(Choice(one.id, one.name) for one in offices.heirs(call.actor, shown.id))
    day = given.one("day") or (clock.local_date(call.at) + timedelta(days=1)).isoformat()
    return (
        Field("into_id", "并入哪个部门", given.one("into_id"), "select", required=True, choices=others,
              error=error_of(refused, "into_id"), hint="同一个地区的其他部门"),
        Field("day", "从哪天起", day, "date", required=True,
              error=error_of(refused, "day"),
              hint="明天或以后，之前要另一个人同意；从那天零点起，新的件直接归那个部门"),
    )  # fmt: skip
