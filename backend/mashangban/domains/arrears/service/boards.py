"""Boards: roll-ups that listeners keep, read in one query whatever the number of months and complaints."""

from mashangban.domains.arrears import permissions
from mashangban.domains.arrears.repository import complaints, expectations, rows
from mashangban.domains.arrears.rules import board as rules
from mashangban.domains.arrears.schemas.boards import BoardCell, BoardView
from mashangban.domains.arrears.terms import Level, PayState
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions
from mashangban.registry import service as registry


def count_pay(expectation_id: str) -> bool:
    """Let a month count as it stands now; False when that was done already."""
    return rows.count(rules.listed_pay(expectations.get(expectation_id)))


def count_complaint(complaint_id: str) -> bool:
    """Let a complaint count as it stands now; False when that was done already."""
    return rows.count(rules.listed_complaint(complaints.get(complaint_id)))


def board(actor: Principal, region: str) -> BoardView:
    """A province's, city's or county's arrears. Raises NotFound beyond reach and for a region that does not exist."""
    actor.reach(permissions.VIEW_BOARD).require(Place(region=region))
    if divisions.find(region) is None:
        raise NotFound()
    counted = rows.counters(f"region:{region}")
    states = [
        (state, counted.get(f"pay.{state.value}", 0)) for state in PayState if state is not PayState.LATE
    ]
    levels = [(level, counted.get(f"level.{level.value}", 0)) for level in Level if level is not Level.NONE]
    return BoardView(
        region=region,
        region_name=divisions.name(region),
        states=[BoardCell(key=one.value, label=one.label, count=n) for one, n in states if n > 0],
        levels=[BoardCell(key=one.value, label=one.label, count=n) for one, n in levels],
        open_complaints=counted.get(rules.COMPLAINED, 0),
        closed_complaints=counted.get("complaint.closed", 0),
        late=counted.get(rules.LATE, 0),
        late_fen=counted.get(rules.MONEY, 0),
        parts=_parts(region, counted),
    )


def counties_with_late(region: str) -> dict[str, int]:
    """The counties within a region that have late months, the most first: one query a city."""
    counted = rows.counters(f"region:{region}")
    if len(region) == 6:
        return {region: counted.get(rules.LATE, 0)}
    parts = _below(counted)
    if len(region) == 4:
        return parts
    found = {county: n for city in parts for county, n in counties_with_late(city).items()}
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def _below(counted: dict[str, int]) -> dict[str, int]:
    found = {key.partition(".")[2]: n for key, n in counted.items() if key.startswith("part.") and n > 0}
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def _parts(region: str, counted: dict[str, int]) -> list[BoardCell]:
    found = _below(counted)
    if len(region) < 6:
        return [BoardCell(key=key, label=divisions.name(key), count=n) for key, n in found.items()]
    shown = list(found.items())[:50]
    names = registry.project_names(region, [key for key, _ in shown])
    return [BoardCell(key=key, label=names.get(key, key), count=n) for key, n in shown]
