"""An office's desk: what waits at a stage, the most urgent first; all that came in; the list as a file; the month."""

from mashangban.console import downloads, regions
from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Cell, Choice, Column, Empty, Filter, Link, Row, Table, Tone
from mashangban.domains.matters import permissions
from mashangban.domains.matters.schemas.matters import (
    MatterDeskQuery,
    MatterMonthQuery,
    MatterMonthView,
    MatterRow,
)
from mashangban.domains.matters.service import exporting, lists
from mashangban.domains.matters.terms import MatterState, Stage, Whose
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint, Reply

pages = Blueprint(__name__)
HOME = "/console/matters"
CRUMBS = (Link("网上办件", HOME),)
_ALL = "all"
_ANY = Choice("", "不限")
_STATES = (_ANY, *(Choice(one.value, one.label) for one in MatterState if one is not MatterState.DRAFT))
_WHOSE = (_ANY, *(Choice(one.value, one.label) for one in Whose))
_SHOWN = (*(Choice(one.value, one.label) for one in Stage), Choice(_ALL, "收到的全部"))
_COLUMNS = (
    Column("number", "编号", kind="code"),
    Column("name", "事项"),
    Column("state", "状态"),
    Column("due", "最迟", kind="date"),
    Column("made", "开始", kind="date"),
)
_MONTH = (
    Column("name", "事项"),
    Column("submitted", "收到", kind="number"),
    Column("first", "一次通过率", kind="number"),
    Column("asked", "补正", kind="number"),
    Column("refused", "不予受理", kind="number"),
    Column("silent", "自动受理", kind="number"),
    Column("lapsed", "到期没补", kind="number"),
    Column("decided", "办结", kind="number"),
    Column("on_time", "按时率", kind="number"),
    Column("days", "平均几天", kind="number"),
    Column("stars", "平均几星", kind="number"),
)
_TONES = {
    MatterState.DECIDED: Tone.GOOD,
    MatterState.DELIVERED: Tone.GOOD,
    MatterState.SUBMITTED: Tone.ACCENT,
    MatterState.ACCEPTED: Tone.ACCENT,
    MatterState.SUPPLEMENT: Tone.WARN,
}


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.LIST, template="console/list.html")
def desk(call: PageCall) -> View:
    query = _asked(call)
    found = lists.at_desk(call.actor, query)
    kept = _kept(query)
    table = Table(
        name="matters",
        caption="网上办件",
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in found.items),
        empty=Empty("这里没有办件", "找别的，请把“看哪些”换成“收到的全部”，或者少选几样。"),
        path=HOME,
        filters=(
            Filter(
                "region", "地区", value=query.region, choices=regions.reached(call.actor, permissions.LIST)
            ),
            Filter("stage", "看哪些", value=kept["stage"], choices=_SHOWN),
            Filter("state", "状态", value=kept["state"], choices=_STATES),
            Filter("words", "事项", kind="search", value=query.words, hint="名称里的字，如“食品”"),
            Filter("whose", "谁的", value=kept["whose"], choices=_WHOSE),
        ),
        cursor=query.cursor,
        next_cursor=found.next_cursor,
        partial=found.next_cursor is not None and len(found.items) < query.limit,
        exports=downloads.links(HOME, kept),
    )
    links = (
        Link("这个月的数", f"{HOME}/months?region={query.region}", "board"),
        Link("哪些事能网上办", f"/console/handling?region={query.region}"),
    )
    return View("网上办件", {"list": table, "links": links})


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.LIST, template="")
def export(call: PageCall) -> Reply:
    ending, kind = downloads.chosen_format(call)
    content = exporting.desk_sheet(call.actor, _asked(call), kind)
    return downloads.download(content, f"网上办件.{ending}", kind)


@pages.route(HOME + "/months", methods=["GET"])
@page(permission=permissions.LIST, template="console/list.html")
def months(call: PageCall) -> View:
    known = regions.reached(call.actor, permissions.LIST)
    given = call.request.query
    asked = {"region": _region(call), "day": given.get("day") or ""}
    query = parse(MatterMonthQuery, asked)
    day = query.day or clock.local_date(call.at)
    table = Table(
        name="matter-months",
        caption="这个月的数",
        columns=_MONTH,
        rows=tuple(Row("", _month_cells(one)) for one in lists.month(call.act, query)),
        empty=Empty("这个月还没有数", "收到办件以后，每一步都算在这里。"),
        path=f"{HOME}/months",
        filters=(
            Filter("region", "地区", value=query.region, choices=known),
            Filter("day", "哪个月（选当月任一天）", kind="date", value=day.isoformat()),
        ),
    )
    return View("这个月的数", {"list": table, "links": ()}, crumbs=CRUMBS)


def badge(one: MatterRow) -> Cell:
    """A matter's state in words and colour; after its end, that a bad word waits."""
    if one.stage in (Stage.MEND.value, Stage.CONFIRM.value):
        label = "差评，整改超时限" if one.late else Stage(one.stage).label
        return Cell(label, tone=Tone.BAD if one.late else Tone.WARN)
    tone = Tone.BAD if one.late else _TONES.get(MatterState(one.state), Tone.PLAIN)
    return Cell(f"{one.state_label}，已超时限" if one.late else one.state_label, tone=tone)


def _region(call: PageCall) -> str:
    """The office that a page shows: the one asked for, else one's own."""
    asked = call.request.query.get("region") or regions.own(call.actor)
    return regions.chosen(asked, regions.reached(call.actor, permissions.LIST))


def _asked(call: PageCall) -> MatterDeskQuery:
    """Whoever looks for a state or for certain matters looks among all, unless they say which wait."""
    given = call.request.query
    sought = {name: given[name] for name in ("state", "words", "whose") if given.get(name)}
    stage = given.get("stage") or (_ALL if sought else Stage.ACCEPT.value)
    asked = {"cursor": given.get("cursor") or "", "region": _region(call), **sought}
    return parse(MatterDeskQuery, asked if stage == _ALL else asked | {"stage": stage})


def _kept(query: MatterDeskQuery) -> dict[str, str]:
    """What was asked, as the page's address says it."""
    return {
        "region": query.region,
        "stage": query.stage.value if query.stage else _ALL,
        "state": query.state.value if query.state else "",
        "words": query.words,
        "whose": query.whose.value if query.whose else "",
    }


def _row(one: MatterRow) -> Row:
    cells = {
        "number": Cell(one.number),
        "name": Cell(one.name),
        "state": badge(one),
        "due": Cell(clock.spoken(one.due_at) if one.due_at else ""),
        "made": Cell(clock.spoken(one.made_at)),
    }
    return Row(f"{HOME}/{one.id}", cells)


def _stars(one: MatterMonthView) -> Cell:
    """The average of five, with how many rated and how many of them are content."""
    if one.average_stars is None:
        return Cell("—")
    return Cell(str(one.average_stars), sub=f"{one.rated} 人，满意 {one.content_percent}%")


def _month_cells(one: MatterMonthView) -> dict[str, Cell]:
    def percent(value: int | None) -> Cell:
        return Cell("—" if value is None else f"{value}%")

    return {
        "name": Cell(one.name),
        "submitted": Cell(str(one.submitted)),
        "first": percent(one.first_pass_percent),
        "asked": Cell(str(one.asked)),
        "refused": Cell(str(one.refused)),
        "silent": Cell(str(one.silent)),
        "lapsed": Cell(str(one.lapsed)),
        "decided": Cell(str(one.decided)),
        "on_time": percent(one.on_time_percent),
        "days": Cell("—" if one.average_days is None else str(one.average_days)),
        "stars": _stars(one),
    }
