"""Squares of the earth by name (geohash, G. Niemeyer 2008). What begins alike lies close: a prefix is a range of a key.

Five letters name a square of about 4.9 km, four one of about 39 by 20 km, six one of about 1.2 by 0.6 km. Pure.
"""

from mashangban.registry.spots import Spot

_LETTERS = "0123456789bcdefghjkmnpqrstuvwxyz"
_WORLD = ((-90_000_000, 90_000_000), (-180_000_000, 180_000_000))
Span = tuple[float, float]


def cell_of(spot: Spot, length: int) -> str:
    """The square of a point. Bits alternate, the longitude first, five a letter."""
    north, east = _WORLD
    spans: list[Span] = [east, north]
    values = (spot.longitude_e6, spot.latitude_e6)
    number = 0
    for bit in range(length * 5):
        low, high = spans[bit % 2]
        middle = (low + high) / 2
        upper = values[bit % 2] >= middle
        number = number * 2 + upper
        spans[bit % 2] = (middle, high) if upper else (low, middle)
    return "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(length)))


def middle_of(cell: str) -> Spot:
    """The middle of a square."""
    (south, north), (west, east) = _spans(cell)
    return Spot(round((south + north) / 2), round((west + east) / 2))


def around(cell: str) -> list[str]:
    """A square and the eight that touch it: nothing within one square's breadth of it lies outside of these."""
    (south, north), (west, east) = _spans(cell)
    middle = middle_of(cell)
    spots = (
        (middle.latitude_e6 + up * (north - south), middle.longitude_e6 + right * (east - west))
        for up in (-1, 0, 1)
        for right in (-1, 0, 1)
    )
    known = (_cell(latitude, longitude, len(cell)) for latitude, longitude in spots)
    return list(dict.fromkeys(one for one in known if one))


def _cell(latitude_e6: float, longitude_e6: float, length: int) -> str:
    """The square there, round the earth from west to east; none beyond a pole."""
    if abs(latitude_e6) > 90_000_000:
        return ""
    turned = (longitude_e6 + 180_000_000) % 360_000_000 - 180_000_000
    return cell_of(Spot(round(latitude_e6), round(turned)), length)


def _spans(cell: str) -> tuple[Span, Span]:
    """From where to where a square reaches, in latitude and in longitude."""
    north, east = _WORLD
    spans: list[Span] = [east, north]
    bits = (_LETTERS.index(letter) >> shift & 1 for letter in cell for shift in (4, 3, 2, 1, 0))
    for place, upper in enumerate(bits):
        low, high = spans[place % 2]
        middle = (low + high) / 2
        spans[place % 2] = (middle, high) if upper else (low, middle)
    return spans[1], spans[0]
