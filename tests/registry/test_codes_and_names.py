"""Forms of codes, keys of names, circles of regions, the divisions themselves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.registry import divisions
from mashangban.registry.codes import WrongCode, parse_permit_number, parse_project_code
from mashangban.registry.rules.circles import circle
from mashangban.registry.rules.names import search_key, search_keys


@pytest.mark.parametrize(
    "typed", ["2103-330106-04-01-123456", " 2103－330106－04－01－123456 ", "2021-330106-04-01-123456"]
)
def test_a_project_code_is_read_as_it_is_typed(typed: str) -> None:
    assert parse_project_code(typed).endswith("-330106-04-01-123456")


@pytest.mark.parametrize("typed", ["", "2103-33010-04-01-123456", "2103-330106-04-01-12345", "=1+1"])
def test_what_is_no_project_code_is_refused(typed: str) -> None:
    with pytest.raises(WrongCode):
        parse_project_code(typed)


def test_a_permit_number_has_eighteen_digits_or_is_absent() -> None:
    assert parse_permit_number("330106202103010101") == "330106202103010101"
    assert parse_permit_number("") == ""
    with pytest.raises(WrongCode):
        parse_permit_number("33010620210301")


def test_a_name_is_found_with_and_without_its_place() -> None:
    keys = search_keys("浙江省杭州市西湖建设（集团）有限公司", "330106")
    assert keys[0] == "浙江省杭州市西湖建设集团有限公司"
    assert "杭州市西湖建设集团有限公司" in keys
    assert "西湖建设集团有限公司" in keys


def test_a_name_that_is_only_a_place_keeps_its_key() -> None:
    assert search_keys("西湖区", "330106") == ("西湖区",)


@given(st.text(max_size=40))
def test_any_text_has_a_search_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@pytest.mark.parametrize(
    ("regions", "asked", "queried"),
    [
        (("330106",), "", "330106"),
        (("3301",), "330106", "330106"),
        (("330106",), "33", "330106"),
        (("330106",), "330108", None),
        (("330106",), "3301", "330106"),
        (("33",), "", "33"),
    ],
)
def test_a_query_stays_within_the_region_held(
    regions: tuple[str, ...], asked: str, queried: str | None
) -> None:
    assert circle(regions, False, asked) == queried


def test_whoever_reaches_everywhere_may_ask_for_any_province() -> None:
    assert circle((), True, "4601") == "4601"
    assert circle((), True, "") == "11"


def test_every_division_hangs_on_one_above() -> None:
    for province in divisions.below(divisions.NATION):
        for city in divisions.below(province.code):
            assert city.code.startswith(province.code)
    assert len(list(divisions.counties(""))) > 2800


def test_counties_formed_in_2024_are_known_with_their_date() -> None:
    new = divisions.find("653229")
    assert new is not None
    assert not new.valid(date(2024, 1, 1))
    assert new.valid(date(2026, 1, 1))
    assert new.source.startswith("K")


def test_statistical_zones_are_no_divisions() -> None:
    assert not divisions.is_county("120171")
    assert divisions.full_name("120116") == "天津市滨海新区"
