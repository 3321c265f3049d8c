"""Items on the console: an alliance's list, what waits for one's own zone's word, one item."""

from mashangban.console.forms import FORM, Form, parse
from mashangban.console.pages import Go, PageCall, View, acted, form, page
from mashangban.console.views import (
    Cell,
    Choice,
    Column,
    Empty,
    Fact,
    Filter,
    Link,
    Row,
    Table,
    Tone,
)
from mashangban.domains.crossregion import permissions
from mashangban.domains.crossregion.console import alliances as shell
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.items import (
    AgreeForm,
    ItemDeskView,
    ItemsDeskQuery,
    StandardView,
)
from mashangban.domains.crossregion.service import alliances
from mashangban.domains.crossregion.service import items as service
from mashangban.domains.crossregion.terms import MOST_AGREED, ItemState
from mashangban.kernel import clock, ids
from mashangban.kernel.http import Blueprint
from mashangban.kernel.permissions import Place

pages = Blueprint(__name__)
HOME = shell.ONE + "/items"
ONE = HOME + "/{code}"
_AGREEING = shell.ONE + "/agreements"
_COLUMNS = (
    Column("name", "事项"),
    Column("code", "编码", kind="code"),
    Column("modes", "办理方式"),
    Column("days", "承诺工作日", kind="number"),
    Column("state", "状态"),
    Column("missing", "还等谁同意"),
    Column("batch", "批次", kind="number"),
)
_TONES = {ItemState.PROPOSED: Tone.WARN, ItemState.IN_FORCE: Tone.GOOD, ItemState.CHANGING: Tone.ACCENT}
_SHOWN = (Choice("", "全部"), Choice("yes", "等同意的"))


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST_ALLIANCES, template="console/list.html")
def items(call: PageCall, alliance_id: str) -> View:
    asked = parse(
        ItemsDeskQuery, {name: call.request.query.get(name) or "" for name in ("cursor", "proposed")}
    )
    found = service.at_desk(call.actor, alliance_id, asked)
    home = HOME.format(alliance_id=alliance_id)
    table = Table(
        name="cross-items",
        caption="通办事项",
        columns=_COLUMNS,
        rows=tuple(_row(alliance_id, one) for one in found.items),
        empty=Empty("这里还没有事项", "牵头地区登记一批事项后，几秒钟内列在这里。"),
        path=home,
        filters=(Filter("proposed", "看哪些", value="yes" if asked.proposed else "", choices=_SHOWN),),
        cursor=asked.cursor,
        next_cursor=found.next_cursor,
    )
    links = (Link("代表本地同意", _AGREEING.format(alliance_id=alliance_id), "check"),)
    return View("通办事项", {"list": table, "links": links}, crumbs=crumbs(alliance_id))


@pages.route(_AGREEING, methods=["GET"])
@page(permission=permissions.AGREE, template="crossregion/agreeing.html")
def agreeing(call: PageCall, alliance_id: str) -> View:
    one = alliances.seen(call.actor, alliance_id, permissions.AGREE)
    mine = alliances.speaks_for(call.actor, one, clock.local_date(call.at))
    asked = call.request.query.get("region") or ""
    region = asked if asked in mine else next(iter(mine), "")
    query = ItemsDeskQuery(proposed=True, limit=MOST_AGREED, cursor=call.request.query.get("cursor") or None)
    found = service.at_desk(call.actor, alliance_id, query)
    context = {
        "rows": [item for item in found.items if region in item.missing],
        "region": region,
        "region_name": one.name_of(region),
        "choices": [Choice(code, one.name_of(code)) for code in mine],
        "action": _AGREEING.format(alliance_id=alliance_id),
        "next_cursor": found.next_cursor,
        "key": ids.new_id(),
    }
    return View("代表本地同意", context, crumbs=crumbs(alliance_id))


@pages.route(_AGREEING, methods=["POST"], content_types=[FORM])
@form(permission=permissions.AGREE, once=TABLE, again=shell.AGAIN + "/agreements")
def agree(call: PageCall, alliance_id: str) -> Go:
    given = Form.read(call.body)
    read = dict(text.split("@", 1) for text in given.all("item") if "@" in text)
    where = f"{_AGREEING.format(alliance_id=alliance_id)}?region={given.one('region')}"
    return acted(
        where,
        lambda: service.agree(call.act, alliance_id, given.parse(AgreeForm, editions=read)),
        "已代表本地同意",
        lambda done: f"同意了 {done.agreed} 个，其中 {done.in_force} 个各地都同意，现在可以办了。",
    )


@pages.route(ONE, methods=["GET"])
@page(permission=permissions.LIST_ALLIANCES, template="crossregion/item.html")
def item(call: PageCall, alliance_id: str, code: str) -> View:
    shown, of = service.at_desk_one(call.actor, alliance_id, code), alliances.show(alliance_id)
    context = {
        "item": shown,
        "badge": _state(shown),
        "standard": _facts(shown.standard) if shown.standard else [],
        "proposed": _facts(shown.proposed) if shown.proposed else [],
        "edit": ONE.format(alliance_id=alliance_id, code=code) + "/edit",
        "keeps": call.actor.reach(permissions.KEEP_ALLIANCE).covers(Place(of.lead)),
    }
    return View(shown.shown.name, context, crumbs=crumbs(alliance_id, items=True))


def _row(alliance_id: str, one: ItemDeskView) -> Row:
    shown = one.shown
    cells = {
        "name": Cell(shown.name),
        "code": Cell(one.code),
        "modes": Cell("、".join(shown.mode_labels)),
        "days": Cell(str(shown.days)),
        "state": _state(one),
        "missing": Cell("、".join(one.missing_names)),
        "batch": Cell(str(one.batch)),
    }
    return Row(ONE.format(alliance_id=alliance_id, code=one.code), cells)


def _state(one: ItemDeskView) -> Cell:
    return Cell(one.state_label, tone=_TONES[ItemState(one.state)])


def _facts(one: StandardView) -> list[Fact]:
    return [
        Fact("办理方式", "、".join(one.mode_labels)),
        Fact("参加地区", "、".join(one.zone_names)),
        Fact("材料", "、".join(one.papers) or "不用材料"),
        Fact("承诺时间", f"{one.days} 个工作日"),
        Fact("结果", one.result),
    ]


def crumbs(alliance_id: str, *, items: bool = False) -> tuple[Link, ...]:
    """The way back to an alliance and its items."""
    here = (Link("通办事项", HOME.format(alliance_id=alliance_id)),) if items else ()
    name = alliances.show(alliance_id).name
    return (*shell.CRUMBS, Link(name, shell.ONE.format(alliance_id=alliance_id)), *here)
