"""Boards of reports: kept by the listener, read in a few items, counted anew on demand."""

from datetime import date, datetime, timedelta

from mashangban.domains.reporting import permissions
from mashangban.domains.reporting.models import TABLE
from mashangban.domains.reporting.repository import boards as repository
from mashangban.domains.reporting.repository import reports
from mashangban.domains.reporting.rules import board
from mashangban.domains.reporting.schemas import BoardView, Cell, DayFlow, TopicStates
from mashangban.domains.reporting.terms import ReportState, Topic
from mashangban.domains.reporting.terms.platforms import platform_of
from mashangban.kernel import clock, history
from mashangban.kernel.boards import Counters
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions

_PROVINCE = 2
_DAYS = 14


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
        oldest_due_at=reports.oldest_due(platform.code) if own else None,
    )


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


def rebuild(county: str) -> Counters:
    """A county's board anew from the chains of its reports; steps that a listener missed are counted on the way, on
    every board they belong to. Raises Busy while others go on counting."""
    chains = [
        history.of(TABLE, Subject("report", one)) for one in dict.fromkeys(reports.ids_of_county(county))
    ]
    for chain in chains:
        for event in chain:
            repository.count(event)
    return repository.replace(f"region:{county}", board.recounted(chains))
