"""The register's board: how many projects stand where and in what state. One item is read, however many there are."""

from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions, errors, permissions
from mashangban.registry.repository import boards as store
from mashangban.registry.repository import projects as project_store
from mashangban.registry.rules.counting import Board, contribution
from mashangban.registry.schemas.outputs import BoardView, PlaceCount, StatusCount
from mashangban.registry.terms import ProjectStatus


def project_board(actor: Principal, region: str = "") -> BoardView:
    """The board of one's own region, or of one within it. Raises OutsideRegion for an office, which has none."""
    reach = actor.reach(permissions.READ_PROJECTS)
    held = reach.of("region")
    asked = region or (held[0] if held else "")
    if not reach.everywhere and not (asked and reach.covers(Place(region=asked))):
        raise errors.OutsideRegion()
    return _view(store.board(asked))


def count_project(event: Event) -> None:
    """Bring a project's contribution up to date. Whatever order or number events come in, the newest state counts."""
    project = project_store.get(event.subject.id)
    before = store.last_counted(project)
    if before is not None and before.version >= project.version:
        return
    try:
        store.count(system_act("registry-board"), project, before, contribution(project))
    except Stale:
        count_project(event)  # another delivery counted meanwhile: look again


def _view(board: Board) -> BoardView:
    below = divisions.below(board.region) or tuple(filter(None, [divisions.find(board.region)]))
    return BoardView(
        region=board.region,
        name=divisions.full_name(board.region) if board.region else "全国",
        total=board.total,
        by_status=[
            StatusCount(status=one.value, label=one.label, count=board.by_status.get(one.value, 0))
            for one in ProjectStatus
        ],
        by_place=[
            PlaceCount(region=one.code, name=one.name, count=board.by_place.get(one.code, 0)) for one in below
        ],
    )
