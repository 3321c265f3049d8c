"""Which place a page shows: the one that was asked for, as far as one may look there."""

import pytest

from mashangban.console import regions
from mashangban.console.views import Choice

PLACES = (Choice("330106", "西湖区"), Choice("330203", "海曙区"))


@pytest.mark.parametrize(
    ("asked", "places", "shown"),
    [
        ("330203", PLACES, "330203"),
        ("370102", PLACES, "330106"),
        (None, PLACES, "330106"),
        ("330203", (), ""),
    ],
)
def test_another_place_than_ones_own_is_never_shown(
    asked: str | None, places: tuple[Choice, ...], shown: str
) -> None:
    assert regions.chosen(asked, places) == shown
