"""Alliances on the console: a region's alliances, a new one with its signed paper, who is a member."""

from urllib.parse import urlencode

from mashangban.console import regions
from mashangban.console.forms import FORM, Form, attempt, error_of, parse
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Column,
    Empty,
    Fact,
    Field,
    Filter,
    Flash,
    Link,
    Row,
    Step,
    Table,
    Tone,
)
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.alliances import (
    AllianceForm,
    AllianceRow,
    AlliancesQuery,
    AllianceView,
    ZoneEnd,
    ZoneForm,
)
from mashangban.domains.crossregion.service import alliances as service
from mashangban.files import service as files
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel import ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.http import Blueprint
from mashangban.kernel.permissions import Place

pages = Blueprint(__name__)
HOME = "/console/crossregion/alliances"
ONE = HOME + "/{alliance_id}"
AGAIN = HOME + "/{id}"
CRUMBS = (Link("通办联盟", HOME),)
_COLUMNS = (Column("name", "联盟"), Column("lead", "牵头地区"))
# What an office writes: name, label, hint.
_FIELDS = (
    ("name", "联盟名称", "如 三地跨省通办联盟"),
    ("lead", "牵头地区代码", "本地的代码，2、4 或 6 位"),
    ("zones", "成员地区代码", "包括牵头地区，用顿号隔开，如 330106、370102"),
    ("agreement_number", "协议编号", ""),
    ("signed_on", "签订日期", ""),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_ALLIANCES, template="console/list.html")
def alliances(call: PageCall) -> View:
    known = regions.reached(call.actor, permissions.LIST_ALLIANCES)
    region = regions.chosen(call.request.query.get("region"), known)
    query = parse(AlliancesQuery, {"region": region})
    table = Table(
        name="alliances",
        caption="通办联盟",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in service.of_region(query.region)),
        empty=Empty("这个地区还没有参加通办联盟", "牵头地区登记联盟后，成员地区在这里能看到。"),
        path=HOME,
        filters=(Filter("region", "地区", value=region, choices=known),),
    )
    links = (
        Link("大家想办的", f"/console/crossregion/wishes?region={region}"),
        Link("登记联盟", f"{HOME}/new", "plus"),
    )
    return View("通办联盟", {"list": table, "links": links})


@pages.route(HOME + "/new", methods=["GET"])
@page(permission=permissions.KEEP_ALLIANCE, template="crossregion/alliance_new.html")
def new_alliance(call: PageCall) -> View:
    return _writing(call, {"lead": regions.own(call.actor), "file_id": call.request.query.get("file") or ""})


@pages.route(HOME, methods=["POST"], content_types=[FORM])
@form(
    permission=permissions.KEEP_ALLIANCE,
    template="crossregion/alliance_new.html",
    once=TABLE,
    again=AGAIN,
)
def found(call: PageCall) -> View | Go:
    given = Form.read(call.body)
    zones = [one.strip() for one in given.one("zones").replace("，", "、").split("、") if one.strip()]
    done = attempt(lambda: service.found(call.act, given.parse(AllianceForm, zones=zones)))
    if isinstance(done, AppError):
        typed = {name: given.one(name) for name, *_ in _FIELDS}
        return _writing(call, {**typed, "file_id": given.one("file_id")}, done)
    return Go(ONE.format(alliance_id=done.id), Flash(Tone.GOOD, "联盟已登记", "下一步：登记事项清单。"))


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_ALLIANCES, template="crossregion/alliance.html")
def alliance(call: PageCall, alliance_id: str) -> View:
    shown = service.at_desk(call.actor, alliance_id)
    one, home = shown.alliance, ONE.format(alliance_id=alliance_id)
    reach = call.actor.reach(permissions.KEEP_ALLIANCE)
    context = {
        "alliance": one,
        "facts": _facts(one),
        "agreement": [shown.agreement] if shown.agreement else [],
        "steps": [Step(step.at, step.label, step.by_label, step.note, hash=step.hash) for step in shown.log],
        "home": home,
        "imports": f"/console/crossregion/imports/new?region={one.lead}",
        "affairs": home + "/affairs",
        "keeps": reach.covers(Place(one.lead)),
        "ending": [zone for zone in one.zones if zone.left_on is None and zone.region != one.lead],
    }
    return View(one.name, context, crumbs=CRUMBS, pictures=True)


@pages.route(ONE + "/zones", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_ALLIANCE, once=TABLE, again=AGAIN)
def add_zone(call: PageCall, alliance_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(alliance_id=alliance_id),
        lambda: service.add_zone(call.act, alliance_id, given.parse(ZoneForm)),
        "地区已加入",
        lambda _: "要它办理的事项，请逐个提出新标准，让各地同意。",
    )


@pages.route(ONE + "/zones/end", methods=["POST"], content_types=[FORM])
@form(permission=permissions.KEEP_ALLIANCE, once=TABLE, again=AGAIN)
def end_zone(call: PageCall, alliance_id: str) -> Go:
    given = Form.read(call.body)
    return acted(
        ONE.format(alliance_id=alliance_id),
        lambda: service.end_zone(call.act, alliance_id, given.one("region"), given.parse(ZoneEnd)),
        "已登记退出",
        lambda _: "已经收下的件仍要办完。",
    )


def _writing(call: PageCall, typed: dict[str, str], refused: AppError | None = None) -> View:
    """The signed paper first, then what it says."""
    file_id = typed["file_id"]
    paper = files.show(call.act, file_id) if file_id else None
    context: dict[str, object] = {
        "paper": paper,
        "then": f"{HOME}/new?{urlencode({'file': ''})}",
        "limit": MOST_POSTED,
        "fields": tuple(_field(name, label, hint, typed, refused) for name, label, hint in _FIELDS),
        "action": HOME,
        "back": HOME,
        "key": ids.new_id(),
        "hidden": {"file_id": file_id},
        "refused": refused,
        "submit": "登记联盟",
    }
    return View("登记通办联盟", context, crumbs=CRUMBS)


def _field(name: str, label: str, hint: str, typed: dict[str, str], refused: AppError | None) -> Field:
    value, wrong = typed.get(name, ""), error_of(refused, name)
    if name == "signed_on":
        return Field(name, label, value, kind="date", required=True, hint=hint, error=wrong)
    return Field(name, label, value, required=True, hint=hint, error=wrong, full=name in ("name", "zones"))


def _row(one: AllianceRow) -> Row:
    return Row(ONE.format(alliance_id=one.id), {"name": Cell(one.name), "lead": Cell(one.lead_name)})


def _facts(one: AllianceView) -> list[Fact]:
    return [
        Fact("牵头地区", one.lead_name),
        Fact("协议编号", one.agreement_number),
        Fact("签订日期", f"{one.signed_on}"),
        Fact("事项清单", f"{one.batches} 批"),
    ]
