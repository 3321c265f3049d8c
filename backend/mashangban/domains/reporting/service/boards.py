"""Boards of reports: kept by the listener, read in a few items, counted anew on demand."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

from mashangban.domains.reporting import permissions
from mashangban.domains.reporting.models import TABLE
from mashangban.domains.reporting.repository import boards as repository
from mashangban.domains.reporting.repository import reports
from mashangban.domains.reporting.rules import board
from mashangban.domains.reporting.schemas import BoardPart, BoardView, Cell, DayFlow, TopicStates
from mashangban.domains.reporting.terms import ReportState, Topic
from mashangban.domains.reporting.terms.platforms import PLATFORMS, platform_of
from mashangban.kernel import clock, history
from mashangban.kernel.boards import Counters
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions

_PROVINCE = 2
_COUNTY = 6
_DAYS = 14
_OLDEST = "oldest.due"


def board_of(actor: Principal, region: str, at: datetime) -> BoardView:
    """The board of a province, city or county (2, 4 or 6 digits). Raises NotFound beyond reach."""
    actor.reach(permissions.VIEW).require(Place(region=region))
    if divisions.find(region) is None:
        raise NotFound()
    counters = repository.counters(f"region:{region}")
    platform = platform_of(region)
    own = len(region) == _PROVINCE and platform.code == region
    return BoardView(
        region=region,
        region_name=divisions.name(region),
        platform=platform.code,
        platform_name=platform.name,
        states=_cells(counters, "state"),
        topics=[TopicStates(topic=one, label=one.label, states=_cells(counters, one.value)) for one in Topic],
        days=_days(platform.code, clock.local_date(at)) if own else [],
        oldest_due_at=_oldest(platform.code) if own else None,
        parts=_parts(counters),
    )


def note_oldest() -> None:
    """Write down since when each platform's longest waiting report is due, for its board to read in one item; told
    by the clock each minute."""
    for platform in PLATFORMS:
        due = reports.oldest_due(platform)
        found = {_OLDEST: int(due.timestamp())} if due else {}
        if repository.counters(board.outbox(platform)) != found:
            repository.replace(board.outbox(platform), partial(dict, found))


def _oldest(platform: str) -> datetime | None:
    seconds = repository.counters(board.outbox(platform)).get(_OLDEST)
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def _parts(counters: Counters) -> list[BoardPart]:
    return [
        BoardPart(key=key, label=divisions.name(key), reports=whole, accepted=taken, needs_person=person)
        for key, (whole, taken, person) in board.parts(counters).items()
    ]


def _cells(counters: Counters, group: str) -> list[Cell]:
    return [
        Cell(key=one.value, label=one.label, count=counters.get(f"{group}.{one.value}", 0))
        for one in ReportState
    ]


def _days(platform: str, today: date) -> list[DayFlow]:
    """The last two weeks: one item a month."""
    days = [today - timedelta(days=back) for back in reversed(range(_DAYS))]
    months = {
        month: repository.counters(board.month_board(platform, month))
        for month in dict.fromkeys(f"{day:%Y-%m}" for day in days)
    }
    return [_day(day, months[f"{day:%Y-%m}"]) for day in days]


def _day(day: date, counters: Counters) -> DayFlow:
    counted = {
        name: counters.get(f"{name}.{day:%d}", 0) for name in ("sent", "accepted", "rejected", "stuck")
    }
    return DayFlow(day=day, **counted)


def count(event: Event) -> bool:
    """Let an event of a report count; False when that was done already."""
    return repository.count(event)


def rebuild(region: str) -> Counters:
    """The board of a county, city or province anew, and every board below it. Raises Busy."""
    if len(region) == _COUNTY:
        return _rebuild_county(region)
    below = [one.code for one in divisions.below(region)]
    for part in below:
        rebuild(part)
    return repository.replace(f"region:{region}", partial(_of_parts, below))


def _rebuild_county(county: str) -> Counters:
    """From the chains of its reports; steps that a listener missed are counted on the way, on every board they
    belong to."""
    chains = [
        history.of(TABLE, Subject("report", one)) for one in dict.fromkeys(reports.ids_of_county(county))
    ]
    for chain in chains:
        for event in chain:
            repository.count(event)
    return repository.replace(f"region:{county}", partial(board.recounted, chains))


def _of_parts(below: list[str]) -> Counters:
    return board.summed({one: repository.counters(f"region:{one}", consistent=True) for one in below})
