"""The plan of a house type: a picture is chosen, looked at, then made what buyers and repairers point at."""

from urllib.parse import quote, urlencode

from mashangban.console.forms import FORM, Form
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.domains.homes import permissions, schemas
from mashangban.domains.homes.console import estates
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import estates as service
from mashangban.files import service as files
from mashangban.files.terms import IMAGES
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.http import Blueprint

pages = Blueprint(__name__)
AT = estates.ONE + "/plans"


@pages.route(AT, methods=["GET"])
@page(permission=permissions.MANAGE_ESTATE, template="homes/plan.html")
def plan(call: PageCall, estate_id: str) -> View:
    estate, given = service.show_estate(call.actor, estate_id), call.request.query
    name, home = given.get("type", ""), AT.format(estate_id=estate_id)
    if name not in [one.name for one in estate.types]:
        raise NotFound()
    chosen = files.show(call.act, given["file"]) if given.get("file") else None
    context = {
        "name": name,
        "chosen": chosen,
        "picture": chosen is not None and chosen.content_type in IMAGES,
        "action": home,
        "mine": f"{home}?{urlencode(dict(given))}",
        "then": f"{home}?type={quote(name)}&file=",
        "limit": MOST_POSTED,
        "back": f"{estates.HOME}/{estate_id}",
        "key": ids.new_id(),
    }
    return View(f"{name}的户型图", context, crumbs=estates.crumbs(estate), pictures=True)


@pages.route(AT, methods=["POST"], content_types=[FORM])
@form(permission=permissions.MANAGE_ESTATE, once=TABLE, again=estates.HOME + "/{id}")
def set_plan(call: PageCall, estate_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        f"{estates.HOME}/{estate_id}",
        lambda: service.set_plan(call.act, estate_id, given.parse(schemas.PlanForm)),
        "户型图已启用",
        lambda _: "住户报修和验房时在这张图上指位置。",
    )
