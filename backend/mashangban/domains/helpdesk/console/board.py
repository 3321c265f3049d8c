"""The supervisor's board: figures of a region or a department in a week, month or year, and the report as a file."""

from collections.abc import Iterable

from mashangban.console import downloads, regions
from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Chart, Choice, Filter, Link, Series, Tile, Tone
from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.console import places
from mashangban.domains.helpdesk.rules import tally
from mashangban.domains.helpdesk.schemas import FiguresQuery, FiguresRow, FiguresView, TalkFigures
from mashangban.domains.helpdesk.service import figures, reporting
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint, Reply

pages = Blueprint(__name__)
HOME = "/console/helpdesk/figures"
_KINDS = ("本周", "本月", "今年", "上周", "上月", "去年")


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.FIGURES, template="helpdesk/board.html")
def board(call: PageCall) -> View:
    query = _asked(call)
    shown = figures.of_place(call.actor, query)
    context = {
        "tiles": [*(_rate(one) for one in shown.rates), *(_count(one) for one in shown.counts)],
        "charts": _charts(shown),
        "talk_tiles": _talk_tiles(shown.talks),
        "talk_charts": _drawn((("对话的方面", shown.talks.topics), ("对话的评价", shown.talks.stars))),
        "where": Filter("where", "哪里", value=query.where, choices=_places(call)),
        "period": Filter("period", "多久", value=query.period, choices=_periods(call, query.period)),
        "exports": downloads.links(HOME, {"where": query.where, "period": query.period}),
    }
    crumbs = (Link("提问、求助和投诉", "/console/helpdesk"),)
    return View(f"{shown.name}办理数字", context, crumbs=crumbs)


@pages.route(HOME + "/export", methods=["GET"])
@page(permission=permissions.FIGURES, template="console/problem.html")
def export(call: PageCall) -> Reply:
    name, kind = downloads.chosen_format(call)
    query = _asked(call)
    content = reporting.report(call.actor, query, kind)
    return downloads.download(content, f"办理情况{query.period}.{name}", kind)


def _asked(call: PageCall) -> FiguresQuery:
    now = tally.periods_of(clock.local_date(call.at))
    given = {"where": regions.own(call.actor), "period": now[1]}
    return parse(FiguresQuery, given | {key: text for key, text in call.request.query.items() if text})


def _places(call: PageCall) -> tuple[Choice, ...]:
    own = regions.own(call.actor)
    below = tuple(one for one in places.known(call) if one.value != own)
    return (Choice(own, "全部辖区"), *below)


def _periods(call: PageCall, chosen: str) -> tuple[Choice, ...]:
    """This week, month and year, the ones before, and whatever else was asked for."""
    known = (*tally.periods_of(today := clock.local_date(call.at)), *tally.periods_before(today))
    found = tuple(Choice(one, f"{label}（{one}）") for one, label in zip(known, _KINDS, strict=True))
    return found if chosen in known else (*found, Choice(chosen, chosen))


def _rate(one: FiguresRow, unit: str = "件") -> Tile:
    if one.percent is None:
        return Tile(one.label, "—", note="还没有")
    note = f"{one.of:,} {unit}里 {one.value:,} {unit}"
    return Tile(one.label, str(one.percent), "%", note=note, tone=Tone.ACCENT)


def _count(one: FiguresRow) -> Tile:
    return Tile(one.label, f"{one.value:,}", "件")


def _charts(shown: FiguresView) -> list[Chart]:
    groups = (
        ("类别", shown.classes),
        ("方面", shown.topics),
        ("从哪里提的", shown.channels),
        ("评价", shown.stars),
    )
    return _drawn(groups)


def _talk_tiles(shown: TalkFigures) -> list[Tile]:
    times = [Tile(one.label, _length(one.seconds), note=f"{one.of:,} 个对话") for one in shown.times]
    return [
        *(Tile(one.label, f"{one.value:,}", "个") for one in shown.counts),
        *times,
        *(_rate(one, "个") for one in shown.rates),
    ]


def _length(seconds: int | None) -> str:
    if seconds is None:
        return "—"
    return f"{seconds} 秒" if seconds < 60 else f"{seconds // 60} 分 {seconds % 60} 秒"


def _drawn(groups: Iterable[tuple[str, list[FiguresRow]]]) -> list[Chart]:
    return [_bars(title, rows) for title, rows in groups if any(row.value for row in rows)]


def _bars(title: str, rows: Iterable[FiguresRow]) -> Chart:
    kept = [row for row in rows if row.value]
    labels, values = tuple(row.label for row in kept), tuple(row.value for row in kept)
    return Chart(title, "rows", "件", labels, (Series("件数", values),))
