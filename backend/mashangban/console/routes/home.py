"""The first page: the place's projects on a map, what waits for somebody, and the way to everything else."""

from mashangban.console import menu, permissions, visits
from mashangban.console.pages import PageCall, View, page
from mashangban.console.views import Chart, Link, MapPlace, Series, Tile, Tone
from mashangban.kernel.errors import NotFound, Unauthenticated
from mashangban.kernel.http import Blueprint
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions
from mashangban.registry import permissions as registry_permissions
from mashangban.registry import service as registry
from mashangban.registry.schemas.inputs import ConflictQuery, ProjectQuery
from mashangban.registry.schemas.outputs import BoardView, StatusCount
from mashangban.registry.service import boards, imports
from mashangban.registry.service import conflicts as conflict_service
from mashangban.registry.terms import ImportState, ProjectStatus

pages = Blueprint(__name__)
_WAITING = 50
_TONES = {ProjectStatus.UNDER_CONSTRUCTION.value: Tone.GOOD, ProjectStatus.SUSPENDED.value: Tone.WARN}


@pages.route("/console", methods=["GET"])
@page(permission=permissions.OPEN_DESK, template="console/home.html")
def home(call: PageCall) -> View:
    visit = visits.current()
    if visit is None:
        raise Unauthenticated()
    board = _board(call)
    areas = menu.menu_for(visit.principal)
    context = {
        "areas": [area for area in areas if area.label != "总览"],
        "waits": [entry.waits for area in areas for entry in area.entries if entry.waits],
        "tiles": _figures(board) if board else (),
        "charts": _charts(board) if board else (),
        "tasks": _tasks(call.actor, board) if board and board.region else (),
        "own": () if board else registry.list_projects(call.actor, ProjectQuery(limit=10)).items,
    }
    way = _way_up(call, board) if board else ()
    return View(board.name if board and way else "首页", context, crumbs=way)


def _board(call: PageCall) -> BoardView | None:
    """The board of one's region or of one below it; an office has none."""
    reach = call.actor.reach(permissions.OPEN_DESK)
    if not reach.everywhere and not reach.of("region"):
        return None
    return boards.project_board(call.actor, call.request.query.get("region", ""))


def _way_up(call: PageCall, board: BoardView) -> tuple[Link, ...]:
    """From one's own region down to the one shown."""
    held = call.actor.reach(permissions.OPEN_DESK).of("region")
    root = len(held[0]) if held else 0
    levels = [length for length in (0, 2, 4) if root <= length < len(board.region)]
    return tuple(
        Link(divisions.name(board.region[:n]) or "全国", f"/console/?region={board.region[:n]}")
        for n in levels
    )


def _figures(board: BoardView) -> tuple[Tile, ...]:
    listed = f"/console/projects?region={board.region}"
    whole = Tile("项目总数", str(board.total), "个", note=board.name, href=listed)
    states = [_state(one, f"{listed}&status={one.status}") for one in board.by_status]
    return (whole, *states)


def _state(one: StatusCount, href: str) -> Tile:
    return Tile(one.label, str(one.count), "个", href=href, tone=_TONES.get(one.status, Tone.PLAIN))


def _charts(board: BoardView) -> tuple[Chart, ...]:
    found = [one for one in board.by_place if one.count]
    ranked = sorted(found, key=lambda one: -one.count)[:12]
    bars = Chart(
        "各地项目",
        "rows",
        "个",
        labels=tuple(one.name for one in ranked),
        series=(Series("项目", tuple(one.count for one in ranked)),),
    )
    return (_map(board), bars)


def _map(board: BoardView) -> Chart:
    """The region's map; a county is outlined on its city's."""
    shown = board.region[:4] if len(board.region) == 6 else board.region
    places = tuple(
        MapPlace(f"{one.region:0<6}", one.name, one.count, f"/console/?region={one.region}")
        for one in board.by_place
    )
    marked = board.region if len(board.region) == 6 else ""
    return Chart(
        f"{board.name}项目分布", "map", "个", region=f"{shown or '10':0<6}", places=places, marked=marked
    )


def _tasks(actor: Principal, board: BoardView) -> tuple[Tile, ...]:
    """What waits for this office; a count of fifty says "50+"."""
    if not actor.holds(registry_permissions.SETTLE_CONFLICTS):
        return ()
    asked = ConflictQuery(region=board.region, limit=_WAITING)
    conflicts = conflict_service.list_conflicts(actor, asked)
    staged = [
        one
        for one in imports.list_imports(actor, PageRequest(None, 20)).items
        if one.state in (ImportState.STAGED, ImportState.REFUSED)
    ]
    return (
        Tile(
            "待处理的数据冲突",
            _count(len(conflicts.items), conflicts.next_cursor),
            "处",
            href="/console/conflicts",
        ),
        Tile("待确认或要重传的导入", str(len(staged)), "个", href="/console/imports"),
    )


def _count(found: int, more: str | None) -> str:
    return f"{found}+" if more else str(found)


@pages.route("/console/{address}", methods=["GET"])
@page(permission=permissions.OPEN_DESK, template="")
def nowhere(call: PageCall, address: str) -> View:
    """An address that leads nowhere is answered by a page, with the menu to go on from."""
    raise NotFound()


@pages.route("/console/{address}/{below}", methods=["GET"])
@page(permission=permissions.OPEN_DESK, template="")
def nowhere_below(call: PageCall, address: str, below: str) -> View:
    """The same one level down."""
    raise NotFound()
