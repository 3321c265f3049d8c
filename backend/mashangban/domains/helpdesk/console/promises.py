"""A city's own, shorter times to answer."""

from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Field, Flash, Link, Tone
from mashangban.deadlines.terms import UNIT_LABELS
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.console.departments import HOME as DEPARTMENTS
from mashangban.domains.helpdesk.models import TABLE
from mashangban.domains.helpdesk.schemas import PromiseForm
from mashangban.domains.helpdesk.service import offices
from mashangban.domains.helpdesk.terms import TicketClass
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.registry import divisions

pages = Blueprint(__name__)
ONE = "/console/helpdesk/promises/{region}"


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.KEEP, template="console/form.html")
def promise(call: PageCall, region: str) -> View:
    own = offices.own_promise(call.actor, region)
    return _writing(region, {klass.value: str(amount) for klass, amount in own.times.items()})


@pages.route(ONE, methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP, template="console/form.html", once=TABLE, again=DEPARTMENTS)
def keep_promise(call: PageCall, region: str) -> View | Go:
    given = Form.read(call.body)
    times = {one.value: given.one(one.value) for one in TicketClass if given.one(one.value)}
    done = attempt(lambda: offices.promise(call.act, given.parse(PromiseForm, region=region, times=times)))
    if isinstance(done, AppError):
        return _writing(region, times, done)
    return Go(f"{DEPARTMENTS}?where={region}", Flash(Tone.GOOD, "答复时限已更改", "以后提的按新时限算。"))


def _writing(region: str, times: dict[str, str], refused: AppError | None = None) -> View:
    context: dict[str, object] = {
        "fields": tuple(_field(one, times.get(one.value, "")) for one in TicketClass),
        "action": ONE.format(region=region),
        "back": f"{DEPARTMENTS}?where={region}",
        "key": ids.new_id(),
        "hidden": {},
        "refused": refused,
        "submit": "保存",
    }
    return View(f"{divisions.name(region[:4])}答复时限", context, crumbs=(Link("接件部门", DEPARTMENTS),))


def _field(one: TicketClass, value: str) -> Field:
    unit = UNIT_LABELS[one.unit]
    hint = f"统一规定 {one.amount} {unit}，只能更短；不填就按统一规定"
    return Field(one.value, f"{one.label}，几{unit}", value, hint=hint, attributes={"inputmode": "numeric"})
