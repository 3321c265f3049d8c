"""What each day is: the notices, the regions, the years no notice covers yet."""

import datetime as dt

import holidays
import pytest

from mashangban.deadlines.errors import CalendarRangeError
from mashangban.deadlines.rules.calendar import LAST_YEAR, Calendar, noticed_years
from mashangban.deadlines.terms import DayKind
from mashangban.deadlines.terms.days import SpecialDay
from mashangban.deadlines.terms.hours import BusinessHours

CALENDAR = Calendar()

# Read from 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04).
NOTICE_2026_OFF = [
    ("元旦", dt.date(2026, 1, 1), dt.date(2026, 1, 3)),
    ("春节", dt.date(2026, 2, 15), dt.date(2026, 2, 23)),
    ("清明", dt.date(2026, 4, 4), dt.date(2026, 4, 6)),
    ("劳动节", dt.date(2026, 5, 1), dt.date(2026, 5, 5)),
    ("端午", dt.date(2026, 6, 19), dt.date(2026, 6, 21)),
    ("中秋", dt.date(2026, 9, 25), dt.date(2026, 9, 27)),
    ("国庆节", dt.date(2026, 10, 1), dt.date(2026, 10, 7)),
]
NOTICE_2026_MAKEUP = [
    dt.date(2026, *month_day) for month_day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))
]


@pytest.mark.parametrize(("name", "first", "last"), NOTICE_2026_OFF)
def test_the_days_off_of_the_notice_for_2026_are_holidays(name: str, first: dt.date, last: dt.date) -> None:
    for offset in range((last - first).days + 1):
        day = CALENDAR.day(first + dt.timedelta(offset))
        assert (day.kind, day.name, day.estimated) == (DayKind.HOLIDAY, name, False)
        assert day.source == "国务院办公厅关于2026年部分节假日安排的通知"


@pytest.mark.parametrize("day", NOTICE_2026_MAKEUP)
def test_the_make_up_days_of_the_notice_for_2026_are_worked(day: dt.date) -> None:
    assert day.weekday() >= 5
    assert CALENDAR.day(day).kind is DayKind.MAKEUP
    assert CALENDAR.is_working(day)


def test_no_other_weekend_of_2026_is_worked_and_no_other_weekday_is_off() -> None:
    off = {
        first + dt.timedelta(n) for _, first, last in NOTICE_2026_OFF for n in range((last - first).days + 1)
    }
    for offset in range(365):
        day = dt.date(2026, 1, 1) + dt.timedelta(offset)
        worked = day not in off and (day.weekday() < 5 or day in NOTICE_2026_MAKEUP)
        assert CALENDAR.is_working(day) is worked


def test_a_region_keeps_its_own_holiday_and_the_rest_of_the_country_works() -> None:
    # 广西 2017: 30 and 31 March and 1 April off, 8 April worked, by the regional notice.
    assert CALENDAR.day(dt.date(2017, 3, 30), "450103").name == "壮族三月三"
    assert not CALENDAR.is_working(dt.date(2017, 4, 1), "4501")
    assert CALENDAR.is_working(dt.date(2017, 4, 1), "440106")
    assert CALENDAR.is_working(dt.date(2017, 4, 8), "45")
    assert not CALENDAR.is_working(dt.date(2017, 4, 8))


def test_the_longest_region_prefix_decides() -> None:
    day = dt.date(2026, 11, 23)
    calendar = Calendar(
        (
            SpecialDay(day, DayKind.HOLIDAY, "省节", "省通知", "33"),
            SpecialDay(day, DayKind.WORKDAY, "照常上班", "县通知", "330106"),
        )
    )
    assert not calendar.is_working(day, "330105")
    assert calendar.is_working(day, "330106")
    assert calendar.is_working(day, "32")


def test_two_rows_for_one_day_and_region_are_refused() -> None:
    row = SpecialDay(dt.date(2026, 11, 23), DayKind.HOLIDAY, "节", "通知", "33")
    other = SpecialDay(dt.date(2026, 11, 23), DayKind.WORKDAY, "班", "通知", "33")
    with pytest.raises(ValueError, match="two rows"):
        Calendar((row, other))


def test_a_year_without_a_notice_is_estimated_from_the_statutory_days_and_weekends() -> None:
    eve = CALENDAR.day(dt.date(2027, 2, 5))
    assert (eve.kind, eve.name, eve.estimated) == (DayKind.HOLIDAY, "春节", True)
    assert eve.source == "全国年节及纪念日放假办法（2024年修订）"
    assert CALENDAR.day(dt.date(2027, 2, 9)).kind is DayKind.WORKDAY
    assert CALENDAR.day(dt.date(2027, 2, 9)).estimated
    assert CALENDAR.day(dt.date(2027, 1, 2)).kind is DayKind.WEEKEND


@pytest.mark.parametrize("year", range(noticed_years().stop, LAST_YEAR + 1))
def test_estimated_holidays_agree_with_an_independent_library(year: int) -> None:
    known = set(holidays.country_holidays("CN", years=year, observed=False))
    days = (dt.date(year, 1, 1) + dt.timedelta(n) for n in range(366))
    found = {day for day in days if day.year == year and CALENDAR.day(day).kind is DayKind.HOLIDAY}
    assert found == known


def test_a_settled_year_is_no_longer_an_estimate() -> None:
    notice = "国务院办公厅关于2027年部分节假日安排的通知"
    calendar = Calendar(
        (SpecialDay(dt.date(2027, 2, 20), DayKind.MAKEUP, "春节", notice),), settled_years={2027: notice}
    )
    assert calendar.is_working(dt.date(2027, 2, 20))
    assert not calendar.day(dt.date(2027, 3, 1)).estimated
    assert calendar.day(dt.date(2027, 2, 5)).source == notice


@pytest.mark.parametrize("day", [dt.date(2003, 12, 31), dt.date(2051, 1, 1)])
def test_a_day_beyond_all_knowledge_is_refused(day: dt.date) -> None:
    with pytest.raises(CalendarRangeError):
        CALENDAR.day(day)


def test_business_hours_follow_region_and_season() -> None:
    morning, long_morning = (dt.time(9), dt.time(12)), (dt.time(8), dt.time(12))
    calendar = Calendar(
        business_hours=(
            BusinessHours((morning,), "全国"),
            BusinessHours((long_morning,), "夏季", "33", (6, 1), (9, 30)),
            BusinessHours((), "冬季", "34", (12, 1), (2, 28)),
        )
    )
    assert calendar.spans(dt.date(2026, 6, 1), "330106") == (long_morning,)
    assert calendar.spans(dt.date(2026, 5, 29), "330106") == (morning,)
    assert calendar.spans(dt.date(2026, 6, 1), "32") == (morning,)
    assert calendar.spans(dt.date(2026, 1, 15), "34") == ()
    assert calendar.spans(dt.date(2026, 3, 1), "34") == (morning,)
