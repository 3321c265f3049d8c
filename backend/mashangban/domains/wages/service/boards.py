"""Boards of pay for those who oversee: lines and fen by state, in one query whatever the number of projects."""

from mashangban.domains.wages import permissions
from mashangban.domains.wages.repository import boards as repository
from mashangban.domains.wages.repository import lines
from mashangban.domains.wages.rules import board
from mashangban.domains.wages.schemas import BoardView
from mashangban.domains.wages.schemas.tables import BoardPart
from mashangban.domains.wages.service import deciding
from mashangban.domains.wages.service.tabling import state_counts
from mashangban.domains.wages.terms import MONEY_SENT, LineState
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Place, Principal
from mashangban.registry import divisions
from mashangban.registry import service as registry

_COUNTY = 6
_SHOWN = 50
_MAY_SETTLE = MONEY_SENT | {LineState.RETURNED}


def show(actor: Principal, region: str, month: str) -> BoardView:
    """The board of a province (2 digits), city (4) or county (6) in a month. Raises NotFound beyond reach."""
    actor.reach(permissions.VIEW_BOARD).require(Place(region=region))
    if divisions.find(region) is None:
        raise NotFound()
    counted = repository.counters(board.name(month, region))
    return BoardView(
        region=region,
        region_name=divisions.name(region),
        month=month,
        states=state_counts(counted),
        unconfirmed=counted.get("mark.unconfirmed", 0),
        insisted=counted.get("mark.insisted", 0),
        parts=_parts(region, counted),
    )


def count(line_id: str) -> bool:
    """Let a line count as it stands now, and its table close or open by it; False when that was done already."""
    line = lines.line(line_id)
    counted = repository.count(line)
    if line.state in _MAY_SETTLE:
        deciding.settle(line.table_id)  # also after a repeated delivery: the first may have died in between
    return counted


def _parts(region: str, counted: dict[str, int]) -> list[BoardPart]:
    own, fen = board.group(counted, "part"), board.group(counted, "partfen")
    shown = sorted(own.items(), key=lambda one: -one[1])[:_SHOWN]
    names = _names(region, [key for key, _ in shown])
    return [BoardPart(key=key, label=names[key], lines=n, fen=fen.get(key, 0)) for key, n in shown]


def _names(region: str, keys: list[str]) -> dict[str, str]:
    if len(region) < _COUNTY:
        return {key: divisions.name(key) for key in keys}
    found = registry.project_names(region, keys)
    return {key: found.get(key, key) for key in keys}
