"""The window's own page: an item and a home zone are chosen, scans are posted, form and identity are checked."""

from urllib.parse import urlencode

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt
from mashangban.console.pages import Go, PageCall, View, form, page
from mashangban.console.views import Choice, Flash, Tone
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.console import cases, scans
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.cases import CollectForm
from mashangban.domains.crossregion.schemas.items import ItemsQuery, ItemView
from mashangban.domains.crossregion.service import alliances, applying, items, windows
from mashangban.domains.crossregion.terms import Mode
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import MAX_LIMIT

pages = Blueprint(__name__)
NEW = cases.HOME + "/cases/new"


@pages.route(NEW, methods=["GET"])
@page(permission=permissions.HANDLE, template="crossregion/intake.html")
def intake(call: PageCall) -> View:
    return _view(call, Form({}))


@pages.route(NEW, methods=["POST"], content_types=[FORM])
@form(permission=permissions.HANDLE, template="crossregion/intake.html", once=TABLE, again=cases.AGAIN)
def collect(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    alliance_id, _, code = given.one("item").partition("/")
    done = attempt(
        lambda: applying.collect(
            call.act,
            given.parse(
                CollectForm,
                alliance_id=alliance_id,
                code=code,
                identity_checked=given.one("identity_checked") == "true",
                partners=list(given.all("partners")),
                pages=scans.listed(given),
            ),
        )
    )
    if isinstance(done, AppError):
        return _view(call, given, done)
    where = cases.ONE.format(case_id=done.id)
    return Go(where, Flash(Tone.GOOD, "已收件", f"编号 {done.number}，请在时限内交给办理地。"))


def _view(call: PageCall, given: Form, refused: AppError | None = None) -> View:
    query = call.request.query
    region = given.one("window") or query.get("region") or regions.own(call.actor)
    asked = given.one("item") or query.get("item") or ""
    chosen = [given.one(name) for name in given.values if name.startswith("scan-")] or scans.chosen(call)
    item = _item(asked) if asked else None
    context: dict[str, object] = {
        "window": region,
        "item": item,
        "asked": asked,
        "items": _items(call, region) if item is None else [],
        "modes": [
            Choice(one.value, one.label)
            for one in (item.standard.modes if item else [])
            if one is not Mode.ONLINE
        ],
        "homes": _homes(item, region) if item else [],
        "scans": scans.shown(call, chosen),
        "then": scans.then(NEW, chosen, region=region, item=asked),
        "typed": {name: given.one(name) for name in ("phone", "home", "mode", "partners")},
        "action": NEW,
        "other": f"{NEW}?{urlencode({'region': region})}",
        "limit": MOST_POSTED,
        "refused": refused,
        "untrained": windows.untrained(call.act, region),
        "key": ids.new_id(),
    }
    return View("窗口收件", context, crumbs=cases.CRUMBS)


def _item(asked: str) -> ItemView:
    alliance_id, _, code = asked.partition("/")
    return items.show(alliance_id, code)


def _items(call: PageCall, region: str) -> list[Choice]:
    """The items that this zone handles, under their alliance."""
    query = ItemsQuery(region=region, limit=MAX_LIMIT)
    return [
        Choice(f"{one.id}/{item.code}", item.standard.name, one.name)
        for one in alliances.of_region(region)
        for item in items.in_force(one.id, query, call.at).items
        if set(item.standard.modes) - {Mode.ONLINE}
    ]


def _homes(item: ItemView, region: str) -> list[Choice]:
    named = zip(item.standard.zones, item.standard.zone_names, strict=True)
    return [Choice(code, name) for code, name in named if code != region]
