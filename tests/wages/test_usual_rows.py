"""The usual row is read at once, and never otherwise than in full."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.wages.repository import known
from mashangban.domains.wages.rules.uploads import COLUMNS, Typed
from mashangban.domains.wages.rules.usual import Usual, agrees
from mashangban.domains.wages.service import reading
from mashangban.registry import sheets
from mashangban.registry.rules.columns import RowError
from tests.bench import payroll

PLACES = {name: place for place, name in enumerate(COLUMNS)}
TEXTS = (
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
    " 7 ",
)
OTHERS = (0.0, 1.0, 22.0, 22.5, 360.0, -1.0, 1e16, True, False, dt.date(2026, 10, 1), "\u202e7", " ")
CELLS = st.sampled_from(TEXTS + OTHERS)
NUMBERS = st.sampled_from(["", payroll.number(7), "HT-1", " HT-1", "HT 1", "=HT", 7.0, "HT\u200b-1"])
MONTHS = st.sampled_from(["", "2026-10", "2026年10月", "202610", 202610.0, "2026-09", dt.date(2026, 10, 31)])
WORDS = st.sampled_from(["", "王建国", "王*国", "李四", "损坏工具", "=1", " 王建国", 5.0])


@st.composite
def rows(draw: st.DrawFn) -> tuple[Any, ...]:
    of = {"number": NUMBERS, "month": MONTHS, "name": WORDS, "deduction_reason": WORDS, "note": WORDS}
    return tuple(draw(of.get(name, CELLS)) for name in COLUMNS)


def in_full(row: Sequence[Any]) -> Typed | list[RowError]:
    cells = sheets.texts(row)
    fields = {name: cells[place] for name, place in PLACES.items() if cells[place]}
    return reading.read_row(5, fields, payroll.MONTH, frozenset())


def usual(**given_by: str) -> list[Any]:
    return [given_by.get(name, "") for name in COLUMNS]


@given(st.lists(rows(), min_size=1, max_size=3))
def test_what_is_read_at_once_is_what_the_full_reading_says(block: list[tuple[Any, ...]]) -> None:
    quick = Usual(PLACES, payroll.MONTH).read([5] * len(block), block)
    assert quick is None or quick == [in_full(row) for row in block]


@given(rows())
def test_what_agrees_at_once_has_nothing_wrong_against_its_contract(cells: tuple[Any, ...]) -> None:
    row, employment = in_full(cells), payroll.employment(7)
    if isinstance(row, Typed) and agrees(row, employment):
        assert reading.against(row, employment) == []


def test_an_ordinary_row_is_read_at_once_and_agrees() -> None:
    given_by = {"number": payroll.number(7), "name": "王建国", "month": "2026年10月", "quantity": "22.5"}
    given_by |= {"rate": "360", "overtime": "200", "advance": "500", "total": "7800", "note": "国庆值守"}
    read = Usual(PLACES, payroll.MONTH).read([5], [usual(**given_by)])
    assert read is not None
    assert agrees(read[0], payroll.employment(7))


def test_a_sheet_with_few_columns_is_read_at_once_too() -> None:
    read = Usual({"number": 1, "quantity": 0}, payroll.MONTH).read([2], [("21", "HT-1", "left alone")])
    assert read == [Typed(2, "HT-1", "", 21_000, None, None, (), 0, "")]


def test_a_deduction_is_read_in_full_for_its_reason() -> None:
    row = usual(number="HT-1", quantity="22", deduction="50", deduction_reason="损坏工具")
    assert Usual(PLACES, payroll.MONTH).read([5], [row]) is None


@pytest.mark.parametrize("order", [(1.0, True), (True, 1.0)])
def test_a_tick_is_no_number_though_a_one_was_read_before_it(order: tuple[float, bool]) -> None:
    reader = Usual(PLACES, payroll.MONTH)
    read = [reader.read([5], [[*usual(number="HT-1")[:3], cell, *[""] * 8]]) for cell in order]
    assert [one is None for one in read] == [cell is True for cell in order]


def test_of_many_usual_rows_only_the_unusual_one_is_read_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    written = [usual(number=f"HT-{n}", quantity="22") for n in range(1200)]
    written[700][PLACES["deduction"]], written[700][PLACES["deduction_reason"]] = "50", "损坏工具"
    full = Mock(wraps=reading.read_row)
    monkeypatch.setattr(reading, "read_row", full)
    monkeypatch.setattr(known, "employed", lambda *_: iter(()))
    read = reading.read(payroll.TABLE, sheets.write(sheets.XLSX, list(COLUMNS.values()), written))
    assert full.call_count == 1
    assert len(read.errors) == 1200
    assert [one.row for one in read.errors] == list(range(2, 1202))
