"""The first page of whoever oversees: contracts, days, wages, money, arrears beside each other, and the way down.

From region to project to its teams and units."""

from datetime import date

from mashangban.console import regions
from mashangban.console.forms import parse
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import (
    Cell,
    Chart,
    Choice,
    Column,
    Empty,
    Link,
    MapPlace,
    Row,
    Series,
    Table,
    Tile,
    Tone,
)
from mashangban.kernel import clock
from mashangban.kernel.http import Blueprint
from mashangban.kernel.permissions import Principal
from mashangban.processes.oversight import permissions, schemas, service
from mashangban.registry import divisions
from mashangban.registry import service as registry

pages = Blueprint(__name__)
HOME = "/console/oversight"
_MONTHS = 12
_TEAMS = (
    Column("team", "班组"),
    Column("contracts", "在册合同", kind="number"),
    Column("days", "核定考勤", kind="number"),
)
_UNITS = (
    Column("unit", "用人单位"),
    Column("lines", "工资条", kind="number"),
    Column("fen", "工资（元）", kind="number"),
    Column("confirmed", "工人已确认", kind="number"),
    Column("late", "逾期未发", kind="number"),
)


@pages.route(HOME, methods=["GET"])
@page(permission=permissions.VIEW, template="oversight/overview.html")
def overview(call: PageCall) -> View:
    asked = parse(schemas.OverviewQuery, call.request.query)
    shown = service.overview(call.actor, asked)
    context = {
        "shown": shown,
        "groups": _groups(shown),
        "rows": _parts(shown),
        "charts": _charts(shown),
        "months": _months(call),
        "place": ("project" if asked.project else "region", shown.place),
        "lines": _lines_link(call.actor, shown),
        "within": _within(shown, may_open=call.actor.holds(permissions.INSPECT)) if asked.project else (),
    }
    return View(
        f"{shown.label}监管总览", context, crumbs=_above(call.actor, shown, asked.project is not None)
    )


def _groups(one: schemas.Overview) -> list[tuple[str, list[Tile]]]:
    """Tiles by what they tell of; each says on what it counts."""
    share = f"占 {one.trained * 100 // one.contracts}%" if one.contracts else ""
    bad = one.certificates_invalid
    people = [
        Tile("在册合同", f"{one.contracts:,}", "份", tone=Tone.ACCENT),
        Tile("已终止或到期", f"{one.ended:,}", "份"),
        Tile("有进场培训记录", f"{one.trained:,}", "人", note=share),
        Tile("有效证书", f"{one.certificates:,}", "本", note=f"过期或没通过 {bad:,}", tone=_warn(bad)),
    ]
    days = [
        Tile("核定工日", f"{one.half_days / 2:,.1f}", "天", note=f"{one.days_settled:,} 条记录"),
        Tile("对不上、在问工人", f"{one.days_questioned:,}", "条", tone=_warn(one.days_questioned)),
        Tile("工人有异议", f"{one.days_contested:,}", "条", tone=_warn(one.days_contested)),
    ]
    wages = [
        Tile("工资条", f"{one.lines:,}", "条", note=f"共 {_yuan(one.lines_fen)} 元"),
        Tile("工人已确认", f"{one.lines_confirmed:,}", "条", note=_percent(one.lines_confirmed, one.lines)),
        Tile("确认收到", f"{one.lines_arrived:,}", "条", note=_percent(one.lines_arrived, one.lines)),
        Tile("有异议或没收到", f"{one.lines_disputed:,}", "条", tone=_bad(one.lines_disputed)),
    ]
    money = [
        Tile("工资专户", f"{one.accounts:,}", "个"),
        Tile("累计代发", _yuan(one.paid_fen), "元"),
        Tile("余额不够发的批次", f"{one.runs_short:,}", "批", note=_short(one), tone=_bad(one.runs_short)),
    ]
    late = [
        Tile("逾期未发", f"{one.late:,}", "人次", note=f"涉及 {_yuan(one.late_fen)} 元", tone=_bad(one.late)),
        Tile("在办投诉", f"{one.complaints:,}", "件", tone=_warn(one.complaints)),
    ]
    month = f"{one.month[:4]}年{int(one.month[5:])}月"
    return [
        ("用工", people),
        (f"{month}考勤", days),
        (f"{month}工资", wages),
        ("资金", money),
        ("欠薪和投诉", late),
    ]


def _parts(one: schemas.Overview) -> list[tuple[str, schemas.OverviewPart]]:
    project = len(one.place) == 6
    kind = "project" if project else "region"
    return [(f"{HOME}?{kind}={part.key}&month={one.month}", part) for part in one.parts]


def _within(one: schemas.Overview, *, may_open: bool) -> tuple[Table, Table]:
    """A project's teams and units; whoever may open lines comes to theirs by the name."""
    lines = f"{HOME}/lines?where={one.place}" if may_open else ""
    teams = tuple(
        Row(
            lines and f"{lines}&team={team.key}",
            {
                "team": Cell(team.label, sub=team.employer_name),
                "contracts": Cell(f"{team.contracts:,}"),
                "days": Cell(f"{team.settled_days:,}"),
            },
        )
        for team in one.teams
    )
    units = tuple(Row(lines and f"{lines}&unit={unit.key}", _unit(unit)) for unit in one.units)
    nobody = Empty("还没有班组", "有人签了合同，班组会出现在这里。")
    unpaid = Empty("这个月还没有工资表", "换一个月份看看。")
    return (
        Table("oversight-teams", "班组", _TEAMS, teams, nobody, f"{HOME}/lines"),
        Table("oversight-units", "用人单位", _UNITS, units, unpaid, f"{HOME}/lines"),
    )


def _unit(one: schemas.OverviewUnit) -> dict[str, Cell]:
    return {
        "unit": Cell(one.label),
        "lines": Cell(f"{one.wage_lines:,}"),
        "fen": Cell(_yuan(one.wages_fen)),
        "confirmed": Cell(f"{one.confirmed:,}"),
        "late": Cell(f"{one.late:,}", tone=Tone.BAD if one.late else None),
    }


def _charts(one: schemas.Overview) -> list[Chart]:
    return [
        chart
        for chart in (
            _map(one),
            _bars("在册合同（按工种）", "rows", one.trades[:12], "份"),
            _bars("在册合同（按年龄）", "bar", one.ages, "份"),
            _bars("有效证书（按类别）", "rows", one.certificate_classes, "本"),
        )
        if chart.labels or chart.places
    ]


def _map(one: schemas.Overview) -> Chart:
    """Regions on the map; the projects of a county as bars, a project has no parts."""
    if len(one.place) in (2, 4):
        places = tuple(
            MapPlace(part.key.ljust(6, "0"), part.label, part.contracts, href) for href, part in _parts(one)
        )
        return Chart("在册合同（按地区）", "map", "份", region=one.place.ljust(6, "0"), places=places)
    cells = [schemas.OverviewCell(key=p.key, label=p.label, count=p.contracts) for p in one.parts[:12]]
    return _bars("在册合同（按项目）", "rows", cells, "份")


def _bars(title: str, kind: str, cells: list[schemas.OverviewCell], unit: str) -> Chart:
    series = (Series(title.partition("（")[0], tuple(cell.count for cell in cells)),)
    labels = tuple(cell.label for cell in cells)
    return Chart(title, "rows" if kind == "rows" else "bar", unit, labels, series)


def _months(call: PageCall) -> list[Choice]:
    """The present month and those before it."""
    day, found = clock.local_date(call.at).replace(day=1), []
    for _ in range(_MONTHS):
        found.append(Choice(f"{day:%Y-%m}", f"{day.year}年{day.month}月"))
        day = date(day.year - (day.month == 1), (day.month - 2) % 12 + 1, 1)
    return found


def _lines_link(actor: Principal, one: schemas.Overview) -> str:
    small = len(one.place) not in (2, 4)
    return f"{HOME}/lines?where={one.place}" if small and actor.holds(permissions.INSPECT) else ""


def _above(actor: Principal, one: schemas.Overview, project: bool) -> tuple[Link, ...]:
    """From one's own region down to the place shown."""
    region = registry.project(one.place).county if project else one.place

    def address(code: str) -> str:
        return f"{HOME}?region={code}&month={one.month}"

    found = regions.above(actor, permissions.VIEW, region, address)
    return (*found, Link(divisions.name(region), address(region))) if project else found


def _warn(number: int) -> Tone:
    return Tone.WARN if number else Tone.PLAIN


def _bad(number: int) -> Tone:
    return Tone.BAD if number else Tone.PLAIN


def _yuan(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02d}"


def _percent(some: int, whole: int) -> str:
    return f"占 {some * 100 // whole}%" if whole else ""


def _short(one: schemas.Overview) -> str:
    return f"差 {_yuan(one.short_fen)} 元" if one.short_fen else ""
