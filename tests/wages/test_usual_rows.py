"""The usual row is read at once, and never otherwise than in full."""

from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.wages.rules.uploads import COLUMNS, Typed
from mashangban.domains.wages.rules.usual import Usual, agrees
from mashangban.domains.wages.service import reading
from mashangban.registry.rules.columns import RowError
from tests.bench import payroll

PLACES = {name: place for place, name in enumerate(COLUMNS)}
TEXTS = st.sampled_from(
    [
        "",
        "0",
        "1",
        "22",
        "22.5",
        "360",
        "360.00",
        "1,200.5元",
        "元",
        "-1",
        "1.2345",
        "9" * 15,
        "一百",
        "=A1",
        "\u202e7",
    ]
)
NUMBERS = st.sampled_from(["", payroll.number(7), "HT-1"])
MONTHS = st.sampled_from(["", "2026-10", "2026年10月", "202610", "2026-09"])
WORDS = st.sampled_from(["", "王建国", "王*国", "李四", "损坏工具"])


@st.composite
def rows(draw: st.DrawFn) -> tuple[str, ...]:
    of = {"number": NUMBERS, "month": MONTHS, "name": WORDS, "deduction_reason": WORDS, "note": WORDS}
    return tuple(draw(of.get(name, TEXTS)) for name in COLUMNS)


def in_full(cells: tuple[str, ...]) -> Typed | list[RowError]:
    fields = {name: cells[place] for name, place in PLACES.items() if cells[place]}
    return reading.read_row(5, fields, payroll.MONTH, frozenset())


@given(rows())
def test_what_is_read_at_once_is_what_the_full_reading_says(cells: tuple[str, ...]) -> None:
    quick = Usual(PLACES, payroll.MONTH).read(5, cells)
    assert quick is None or quick == in_full(cells)


@given(rows())
def test_what_agrees_at_once_has_nothing_wrong_against_its_contract(cells: tuple[str, ...]) -> None:
    row, employment = in_full(cells), payroll.employment(7)
    if isinstance(row, Typed) and agrees(row, employment):
        assert reading.against(row, employment) == []


def test_an_ordinary_row_is_read_at_once_and_agrees() -> None:
    given_by = {"number": payroll.number(7), "name": "王建国", "month": "2026年10月", "quantity": "22.5"}
    given_by |= {"rate": "360", "overtime": "200", "advance": "500", "total": "7800", "note": "国庆值守"}
    row = Usual(PLACES, payroll.MONTH).read(5, tuple(given_by.get(name, "") for name in COLUMNS))
    assert row is not None
    assert agrees(row, payroll.employment(7))


def test_a_sheet_with_few_columns_is_read_at_once_too() -> None:
    row = Usual({"number": 1, "quantity": 0}, payroll.MONTH).read(2, ("21", "HT-1", "left alone"))
    assert row == Typed(2, "HT-1", "", 21_000, None, None, (), "")


def test_a_deduction_is_read_in_full_for_its_reason() -> None:
    given_by = {"number": "HT-1", "quantity": "22", "deduction": "50", "deduction_reason": "损坏工具"}
    assert Usual(PLACES, payroll.MONTH).read(5, tuple(given_by.get(n, "") for n in COLUMNS)) is None
