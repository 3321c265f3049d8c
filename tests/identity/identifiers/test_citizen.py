"""The 18-digit number."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.identity.identifiers import DocumentKind, Sex, WrongIdentifier, parse_citizen_id
from mashangban.identity.identifiers.citizen import check_character

TODAY = date(2026, 11, 23)


def number(region: str = "330106", born: str = "19900307", sequence: str = "000") -> str:
    first = region + born + sequence
    return first + check_character(first)


numbers = st.builds(
    number,
    st.sampled_from(["330106", "330113", "110105", "810000", "653228", "933156"]),
    st.dates(date(1900, 1, 1), TODAY).map(lambda day: day.strftime("%Y%m%d")),
    st.integers(0, 999).map(lambda value: f"{value:03d}"),
)


@pytest.mark.parametrize("known", ["11010519491231002X", "360426199101010071"])
def test_published_numbers_are_read(known: str) -> None:
    assert parse_citizen_id(known, TODAY).number == known


def test_what_the_number_says_is_told() -> None:
    found = parse_citizen_id("11010519491231002X", TODAY)
    assert (found.birth_date, found.sex, found.region) == (date(1949, 12, 31), Sex.FEMALE, "110105")
    assert parse_citizen_id("360426199101010071", TODAY).sex is Sex.MALE


@pytest.mark.parametrize("region", ["330113", "330114", "653228", "350404"])
def test_districts_younger_than_any_list_are_taken_without_a_word(region: str) -> None:
    assert parse_citizen_id(number(region), TODAY).warnings == ()


def test_an_unlikely_region_only_warns() -> None:
    assert parse_citizen_id(number("990106"), TODAY).warnings
    assert parse_citizen_id(number("550106"), TODAY).warnings


@pytest.mark.parametrize(
    ("region", "kind"),
    [
        ("810000", DocumentKind.HMT_RESIDENCE),
        ("830000", DocumentKind.HMT_RESIDENCE),
        ("933156", DocumentKind.FOREIGN_PERMANENT),
        ("330106", DocumentKind.RESIDENT),
    ],
)
def test_each_card_is_recognised_by_its_prefix(region: str, kind: DocumentKind) -> None:
    found = parse_citizen_id(number(region), TODAY)
    assert (found.kind, found.warnings) == (kind, ())


@pytest.mark.parametrize(
    "typed", ["11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ"]
)
def test_what_people_type_is_understood(typed: str) -> None:
    assert parse_citizen_id(typed, TODAY).number == "11010519491231002X"


@pytest.mark.parametrize(
    "typed", ["", "110105491231002", "11010519491231002Y", "0" * 18, "１" * 17 + "Ⅹ", "٣" * 18]
)
def test_another_form_is_refused(typed: str) -> None:
    with pytest.raises(WrongIdentifier):
        parse_citizen_id(typed, TODAY)


@pytest.mark.parametrize("born", ["19900230", "19901301", "20261124", "17000101", "20270101", "00000000"])
def test_a_birth_date_that_cannot_be_is_refused(born: str) -> None:
    with pytest.raises(WrongIdentifier, match="出生日期"):
        parse_citizen_id(number(born=born), TODAY)


def test_someone_born_today_can_have_a_number() -> None:
    assert parse_citizen_id(number(born="20261123"), TODAY).age_on(TODAY) == 0


def test_age_changes_on_the_birthday() -> None:
    found = parse_citizen_id(number(born="20101124"), TODAY)
    assert (found.age_on(date(2026, 11, 23)), found.age_on(date(2026, 11, 24))) == (15, 16)


def test_a_leap_day_birthday_counts_from_the_first_of_march() -> None:
    found = parse_citizen_id(number(born="20080229"), TODAY)
    assert (found.age_on(date(2026, 2, 28)), found.age_on(date(2026, 3, 1))) == (17, 18)


@given(numbers, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_single_wrong_character_is_noticed(right: str, place: int, other: str) -> None:
    wrong = right[:place] + other + right[place + 1 :]
    if wrong != right:
        with pytest.raises(WrongIdentifier):
            parse_citizen_id(wrong, TODAY)


@given(numbers, st.integers(0, 16))
def test_any_swap_of_neighbours_is_noticed(right: str, place: int) -> None:
    wrong = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    if wrong != right:
        with pytest.raises(WrongIdentifier):
            parse_citizen_id(wrong, TODAY)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_never_a_crash(text: str) -> None:
    with contextlib.suppress(WrongIdentifier):
        parse_citizen_id(text, TODAY)
