"""Warranty by category and date: until when, by which article, and what was not read in the official text."""

import datetime as dt

import pytest

from mashangban.domains.homes.rules import warranty as rules
from mashangban.domains.homes.rules.warranty import warranty_of
from mashangban.domains.homes.terms import HANDOVER_RULE, QUALITY_40, Category, Cover

ACCEPTED = dt.date(2024, 6, 30)


@pytest.mark.parametrize(
    ("category", "until", "point"),
    [
        (Category.STRUCTURE, dt.date(2074, 6, 30), "第一项"),
        (Category.LEAK, dt.date(2029, 6, 30), "第二项"),
        (Category.HEATING, dt.date(2026, 3, 15), "第三项"),
        (Category.ELECTRIC, dt.date(2026, 6, 30), "第四项"),
        (Category.OPENING, dt.date(2026, 6, 30), "第四项"),
    ],
)
def test_each_kind_of_fault_has_its_period_and_its_point_of_article_40(
    category: Category, until: dt.date, point: str
) -> None:
    inside, outside = (warranty_of(category, ACCEPTED, None, day) for day in (until, until + dt.timedelta(1)))
    assert (inside.cover, inside.until, point in inside.article) == (Cover.IN, until, True)
    assert outside.cover is Cover.OUT
    assert f"{until.year}年{until.month}月{until.day}日" in outside.sentence


def test_the_buyers_period_runs_from_the_handover_when_that_is_later_and_says_that_this_is_unchecked() -> (
    None
):
    handed = dt.date(2025, 1, 20)
    found = warranty_of(Category.LEAK, ACCEPTED, handed, dt.date(2030, 1, 1))
    assert (found.cover, found.until, found.basis) == (Cover.IN, dt.date(2030, 1, 20), HANDOVER_RULE)
    assert not found.checked
    alone = warranty_of(Category.LEAK, ACCEPTED, None, dt.date(2026, 1, 1))
    assert (alone.basis, alone.checked) == (QUALITY_40, True)


def test_a_heating_season_that_had_begun_is_not_counted_against_the_buyer() -> None:
    mid_season, before = dt.date(2024, 12, 1), dt.date(2024, 11, 15)
    assert warranty_of(Category.HEATING, mid_season, None, mid_season).until == dt.date(2027, 3, 15)
    assert warranty_of(Category.HEATING, before, None, before).until == dt.date(2026, 3, 15)


def test_a_leap_day_ends_on_the_last_of_february() -> None:
    leap = dt.date(2024, 2, 29)
    assert warranty_of(Category.LEAK, leap, None, leap).until == dt.date(2029, 2, 28)
    assert warranty_of(Category.STRUCTURE, leap, None, leap).until == dt.date(2074, 2, 28)


def test_what_the_table_does_not_know_is_said_and_never_guessed() -> None:
    nothing = warranty_of(Category.LEAK, None, None, ACCEPTED)
    assert (nothing.cover, nothing.until) == (Cover.UNKNOWN, None)
    assert warranty_of(Category.OTHER, ACCEPTED, None, ACCEPTED).cover is Cover.BY_CONTRACT
    older = dt.date(1999, 5, 1)
    assert warranty_of(Category.LEAK, older, None, older).cover is Cover.BY_CONTRACT


def test_who_reports_within_the_period_pays_nothing() -> None:
    assert "不用付钱" in warranty_of(Category.LEAK, ACCEPTED, None, ACCEPTED).payer
    assert "不用付钱" not in warranty_of(Category.LEAK, ACCEPTED, None, dt.date(2031, 1, 1)).payer


def test_every_line_of_the_table_has_a_source_and_a_first_day() -> None:
    assert all(row.source and row.article and row.since for row in rules.TABLE)
    assert [row.item for row in rules.TABLE if not row.checked] == [Category.STRUCTURE.item]
