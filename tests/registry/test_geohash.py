"""Squares of the map: known names, and nothing near by that lies outside of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.registry import geohash
from mashangban.registry.spots import Spot, metres

CHINA = st.builds(Spot, st.integers(18_000_000, 53_000_000), st.integers(74_000_000, 134_000_000))


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [
        (57_649_110, 10_407_440, "u4pruydqqvj"),  # Wikipedia, "Geohash"
        (42_605_000, -5_603_000, "ezs42"),
        (30_276_000, 120_130_000, "wtmkjx"),
    ],
)
def test_a_point_has_the_name_that_others_give_it(latitude: int, longitude: int, cell: str) -> None:
    assert geohash.cell_of(Spot(latitude, longitude), len(cell)) == cell


@given(CHINA, st.integers(1, 8))
def test_the_middle_of_a_square_lies_in_it(spot: Spot, length: int) -> None:
    cell = geohash.cell_of(spot, length)
    assert geohash.cell_of(geohash.middle_of(cell), length) == cell


@given(CHINA, st.integers(-4_000, 4_000), st.integers(-3_000, 3_000))
def test_whatever_is_within_four_kilometres_lies_in_one_of_the_nine_squares(
    spot: Spot, up: int, right: int
) -> None:
    other = Spot(spot.latitude_e6 + up * 9, spot.longitude_e6 + right * 9)
    around = geohash.around(geohash.cell_of(spot, 5))
    assert len(around) == 9
    assert metres(spot, other) > 4_890 or geohash.cell_of(other, 5) in around


def test_at_the_edges_of_the_map_the_squares_go_round_the_earth_and_not_over_a_pole() -> None:
    assert geohash.cell_of(Spot(0, -179_999_999), 4) in geohash.around(
        geohash.cell_of(Spot(0, 179_999_999), 4)
    )
    assert len(geohash.around(geohash.cell_of(Spot(89_999_999, 0), 4))) == 6
