"""Points on the earth and how far they lie apart. Pure."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

_EARTH_METRES = 6_371_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in millionths of a degree; whoever keeps it says whether in WGS 84 or in GCJ-02, as China's maps draw."""

    latitude_e6: int
    longitude_e6: int


def metres(one: Spot, other: Spot) -> float:
    """The great-circle distance (haversine)."""
    north, east, north2, east2 = (
        radians(value / 1e6)
        for value in (one.latitude_e6, one.longitude_e6, other.latitude_e6, other.longitude_e6)
    )
    half = sin((north2 - north) / 2) ** 2 + cos(north) * cos(north2) * sin((east2 - east) / 2) ** 2
    return 2 * _EARTH_METRES * asin(sqrt(half))
