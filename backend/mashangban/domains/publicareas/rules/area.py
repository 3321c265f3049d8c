"""A public area: an estate's common ground with its middle, and how a report finds it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from mashangban.domains.publicareas.terms import NEAR_METRES
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place
from mashangban.registry.spots import Spot, metres

# A cell of a hundredth of a degree is about a kilometre: wider than what counts as near.
_CELL_E6 = 10_000


@dataclass(frozen=True, slots=True)
class Area:
    """The public area of a project (its id), its middle in WGS 84. `handler` answers for it: the builder, until
    somebody else does.
    """

    id: str
    name: str
    region: str
    address: str
    handler_id: str
    handler_name: str
    spot: Spot
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("publicarea", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, frozenset({self.handler_id}))


def cell(spot: Spot) -> str:
    """The square a point lies in."""
    return f"{floor(spot.latitude_e6 / _CELL_E6)},{floor(spot.longitude_e6 / _CELL_E6)}"


def cells_around(spot: Spot) -> list[str]:
    """The four squares that everything near a point lies in."""
    half = _CELL_E6 // 2
    corners = [(north, east) for north in (-half, half) for east in (-half, half)]
    found = [cell(Spot(spot.latitude_e6 + north, spot.longitude_e6 + east)) for north, east in corners]
    return list(dict.fromkeys(found))


def nearest(areas: Iterable[Area], spot: Spot) -> Area | None:
    """The area whose middle is nearest, if it is near at all."""
    close = [(metres(one.spot, spot), one.id, one) for one in areas]
    distance, _, found = min(close, default=(float("inf"), "", None))
    return found if distance <= NEAR_METRES else None


def named(areas: Iterable[Area], address: str) -> Area | None:
    """The area whose name an address begins with; the longest name wins."""
    found = [one for one in areas if address.startswith(one.name)]
    return max(found, key=lambda one: len(one.name), default=None)
