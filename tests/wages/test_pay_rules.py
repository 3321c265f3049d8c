"""Pay as it is computed and told, and what is found of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.wages import errors
from mashangban.domains.wages.rules import checking, months, pay, uploads
from mashangban.domains.wages.rules.pay import Content, Item
from mashangban.domains.wages.rules.uploads import Typed
from mashangban.domains.wages.terms import ItemKind
from mashangban.employment.rules import Pay
from mashangban.employment.terms import PayBasis
from mashangban.registry.rules.columns import RowError, places_of


@pytest.mark.parametrize(
    ("basis", "unit", "rate", "halves", "minutes", "words"),
    [
        (PayBasis.DAILY, "天", 36_000, 45, 0, "22.5天 × 360元 = 8,100元"),
        (PayBasis.HOURLY, "小时", 3_333, 0, 10_530, "175.5小时 × 33.33元 = 5,849.42元"),
        (PayBasis.MONTHLY, "月", 600_000, 40, 0, "1个月 × 6,000元 = 6,000元"),
        (PayBasis.MONTHLY, "月", 600_000, 0, 0, "0个月 × 6,000元 = 0元"),
        (PayBasis.PIECE, "平方米", 1_850, 44, 0, "0平方米 × 18.50元 = 0元"),
    ],
)
def test_each_basis_is_computed_and_told(
    basis: PayBasis, unit: str, rate: int, halves: int, minutes: int, words: str
) -> None:
    assert pay.computed(Pay(basis, rate, unit, 15), halves, minutes).formula == words


def test_the_computation_is_told_line_by_line() -> None:
    items = (Item(ItemKind.OVERTIME, "周末", 20_000), Item(ItemKind.DEDUCTION, "丢失工具", 5_000))
    content = Content(PayBasis.DAILY, "天", 36_000, 22_000, 43, items)
    assert pay.plain(content) == [
        "这个月干了22天，每天360元，合计7,920元。",
        "加上加班200元（周末）。",
        "减去扣款50元（丢失工具）。",
        "应发8,070元。",
        "考勤记的是21.5天，和工资单不一样，请留意。",
    ]


contents = st.builds(
    Content,
    basis=st.sampled_from(PayBasis),
    unit=st.sampled_from(["天", "月", "㎡"]),
    rate_fen=st.integers(1, 10**7),
    quantity_milli=st.integers(0, 10**6),
    attended_halves=st.integers(0, 62),
    items=st.lists(
        st.builds(Item, st.sampled_from(ItemKind), st.text(max_size=9), st.integers(1, 10**6))
    ).map(tuple),
    note=st.text(max_size=9),
)


@given(contents)
def test_what_is_stored_is_what_was_meant(content: Content) -> None:
    assert pay.load(pay.dump(content)) == content


@given(contents)
def test_a_checked_line_is_never_negative_and_adds_up(content: Content) -> None:
    try:
        checked = pay.checked(content)
    except (errors.AmountNegative, errors.AmountTooLarge, errors.DeductionUnexplained):
        return
    signed = sum(-i.amount_fen if i.kind.takes else i.amount_fen for i in checked.items)
    assert 0 <= checked.amount_fen == checked.base_fen + signed
    assert abs(checked.base_fen * 1000 - checked.rate_fen * checked.quantity_milli) <= 500


@pytest.mark.parametrize(
    ("region", "day", "fen"),
    [
        ("330106", date(2026, 10, 31), 249_000),
        ("330482", date(2026, 10, 31), 201_000),
        ("310101", date(2025, 6, 30), 269_000),
        ("310101", date(2025, 7, 1), 274_000),
    ],
)
def test_the_minimum_wage_is_that_of_the_region_and_the_day(region: str, day: date, fen: int) -> None:
    row = checking.minimum_wage(region, day)
    assert row is not None
    assert row.monthly_fen == fen
    assert row.source
    assert checking.minimum_wage("650100", day) is None


def test_months_are_calendar_months() -> None:
    assert months.before("2026-01") == "2025-12"
    assert months.last("2028-02") == date(2028, 2, 29)
    assert months.words("2026-03") == "2026年3月"


@pytest.mark.parametrize("title", ["合同编号*", "合同号", " 合同 编号 ", "合同编号（必填）"])
def test_a_column_is_known_by_many_names(title: str) -> None:
    assert places_of(uploads.LAYOUT, [title, "出勤天数", "没见过的列"]) == {"number": 0, "quantity": 1}


def test_a_row_is_read_with_everything_that_is_wrong_with_it() -> None:
    good = {"number": "HT-1", "quantity": "22.5", "overtime": "1,200.50元", "month": "2026年10月"}
    row = uploads.read(2, good, "2026-10")
    assert isinstance(row, Typed)
    assert (row.quantity_milli, row.items) == (22_500, (Item(ItemKind.OVERTIME, "", 120_050),))
    bad = {"quantity": "-1", "rate": "一百", "overtime": "1.234", "advance": "9" * 15, "month": "202609"}
    found = uploads.read(3, bad | {"deduction": "5"}, "2026-10")
    assert isinstance(found, list)
    assert {one.column for one in found} == {
        uploads.COLUMNS[name]
        for name in ("number", "month", "quantity", "rate", "overtime", "advance", "deduction_reason")
    }
    assert found[0] == RowError(3, "合同编号", "合同编号没有填")
