"""Working days: a table computed by hand over 2026, midnight, pauses, and what must hold for every period."""

import datetime as dt

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.deadlines.rules.calendar import ZONE, Calendar, local_day
from mashangban.deadlines.rules.counting import add_working_days
from mashangban.deadlines.rules.due import Clock, due_time
from mashangban.deadlines.rules.periods import DueTime, Pause, Term
from mashangban.deadlines.terms import EndsAt, StepKind, Unit
from mashangban.kernel.clock import midnight

CALENDAR = Calendar()
CLOCK = Clock(CALENDAR)


def china(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type, misc]


def working(start: dt.datetime, amount: int, *pauses: Pause, ends_at: EndsAt = EndsAt.MIDNIGHT) -> DueTime:
    return due_time(start, Term(amount, Unit.WORKING_DAY), Clock(CALENDAR, pauses=pauses), ends_at)


BY_HAND = [
    ("2025-12-31", 1, "2026-01-04"),  # New Year's off, Sunday worked
    ("2025-12-31", 2, "2026-01-05"),
    ("2026-02-13", 1, "2026-02-14"),  # Saturday worked before the Spring Festival
    ("2026-02-13", 2, "2026-02-24"),
    ("2026-02-24", 4, "2026-02-28"),  # Saturday worked after it
    ("2026-02-24", 5, "2026-03-02"),
    ("2026-04-03", 1, "2026-04-07"),
    ("2026-04-30", 1, "2026-05-06"),
    ("2026-04-30", 4, "2026-05-09"),  # Saturday worked
    ("2026-04-30", 5, "2026-05-11"),
    ("2026-06-18", 1, "2026-06-22"),
    ("2026-09-18", 1, "2026-09-20"),  # Sunday worked
    ("2026-09-24", 1, "2026-09-28"),
    ("2026-09-30", 1, "2026-10-08"),
    ("2026-09-30", 3, "2026-10-10"),  # Saturday worked
    ("2026-09-30", 4, "2026-10-12"),
    ("2026-10-03", 1, "2026-10-08"),  # begun inside the holiday
    ("2026-11-21", 1, "2026-11-23"),  # begun on a Saturday
    ("2026-09-30", 60, "2026-12-29"),  # 劳动保障监察条例17: sixty working days
]


@pytest.mark.parametrize(("start", "amount", "due"), BY_HAND)
def test_working_days_match_the_table_computed_by_hand(start: str, amount: int, due: str) -> None:
    assert add_working_days(dt.date.fromisoformat(start), amount, CALENDAR) == dt.date.fromisoformat(due)


def test_the_last_day_ends_at_midnight_in_china() -> None:
    due = working(china(2026, 11, 23, 10), 1)
    assert due.due_at == dt.datetime(2026, 11, 24, 16, tzinfo=dt.UTC)
    assert (due.label, due.moment) == ("11月24日（周二）24:00前", "11月24日（周二）24:00")


def test_the_last_day_ends_when_business_closes_if_the_matter_needs_an_office() -> None:
    due = working(china(2026, 11, 23, 10), 1, ends_at=EndsAt.CLOSE)
    assert due.due_at == china(2026, 11, 24, 17, 30)
    assert due.label == "11月24日（周二）17:30前"


@pytest.mark.parametrize(
    ("start", "last_day"),
    [
        (dt.datetime(2026, 11, 19, 15, 59, 59, tzinfo=dt.UTC), dt.date(2026, 11, 20)),
        (dt.datetime(2026, 11, 19, 16, 0, 0, tzinfo=dt.UTC), dt.date(2026, 11, 23)),
    ],
)
def test_midnight_in_china_decides_which_day_is_the_first(start: dt.datetime, last_day: dt.date) -> None:
    assert working(start, 1).last_day == last_day


def test_a_start_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        working(dt.datetime(2026, 11, 23), 1)  # noqa: DTZ001  the refusal is what is tested


def test_an_empty_period_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Term(0, Unit.WORKING_DAY)


def test_the_arithmetic_names_every_day_in_plain_words() -> None:
    due = working(china(2026, 9, 28, 15), 6)
    assert [step.text for step in due.steps] == [
        "9月28日（周一）15:00开始，期限6个工作日，当天不计，从第二天起算",
        "9月29日（周二）至9月30日（周三）：第1至2个工作日",
        "10月1日（周四）至10月7日（周三）：国庆节假期，不计",
        "10月8日（周四）至10月9日（周五）：第3至4个工作日",
        "10月10日（周六）：国庆节调休上班，第5个工作日",
        "10月11日（周日）：周末，不计",
        "10月12日（周一）：第6个工作日",
        "10月12日（周一）24:00前到期",
    ]
    assert not due.estimated


def test_a_pause_is_listed_with_its_reason_and_its_days_do_not_count() -> None:
    pause = Pause(china(2026, 11, 24, 9), china(2026, 11, 26, 11), "等待补正材料")
    due = working(china(2026, 11, 23, 9), 3, pause)
    assert due.last_day == dt.date(2026, 12, 1)
    assert "11月24日（周二）至11月26日（周四）：暂停计时，不计（等待补正材料）" in [
        step.text for step in due.steps
    ]


def test_a_pause_that_ends_at_midnight_leaves_the_next_day_alone() -> None:
    pause = Pause(china(2026, 11, 24), china(2026, 11, 25), "鉴定")
    assert working(china(2026, 11, 23, 9), 1, pause).last_day == dt.date(2026, 11, 25)


def test_an_open_pause_stops_the_clock_and_says_what_is_left() -> None:
    due = working(china(2026, 11, 23, 9), 5, Pause(china(2026, 11, 26, 9), None, "等待补正材料"))
    assert due.stopped
    assert due.due_at is None
    assert due.left == "3个工作日"
    assert due.label == "计时已暂停（等待补正材料），恢复后还剩3个工作日"


def test_a_pause_after_the_last_day_changes_nothing() -> None:
    plain = working(china(2026, 11, 23, 9), 2)
    assert working(china(2026, 11, 23, 9), 2, Pause(china(2026, 11, 26), None, "晚了")) == plain


def test_a_pause_without_length_changes_nothing() -> None:
    plain = working(china(2026, 11, 23, 9), 2)
    moment = china(2026, 11, 24, 10)
    assert working(china(2026, 11, 23, 9), 2, Pause(moment, moment, "误点")) == plain


def test_a_pause_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends after"):
        Pause(china(2026, 11, 24), china(2026, 11, 23), "错")


def test_a_period_into_a_year_without_a_notice_is_flagged_as_an_estimate() -> None:
    assert working(china(2026, 12, 30, 9), 5).estimated
    assert not working(china(2026, 12, 30, 9), 1).estimated


def test_the_year_is_shown_when_it_changes() -> None:
    assert working(china(2026, 12, 30, 9), 5).label == "2027年1月7日（周四）24:00前"


DAYS = st.dates(dt.date(2004, 1, 1), dt.date(2026, 6, 30))
AMOUNTS = st.integers(1, 90)


@given(DAYS, AMOUNTS, AMOUNTS)
def test_working_days_add_up(start: dt.date, first: int, second: int) -> None:
    at_once = add_working_days(start, first + second, CALENDAR)
    assert add_working_days(add_working_days(start, first, CALENDAR), second, CALENDAR) == at_once


@given(DAYS, AMOUNTS)
def test_one_day_more_is_always_later(start: dt.date, amount: int) -> None:
    assert add_working_days(start, amount, CALENDAR) < add_working_days(start, amount + 1, CALENDAR)


@given(DAYS, st.integers(0, 60), AMOUNTS)
def test_a_later_start_is_never_due_earlier(start: dt.date, shift: int, amount: int) -> None:
    later = start + dt.timedelta(shift)
    assert add_working_days(start, amount, CALENDAR) <= add_working_days(later, amount, CALENDAR)


@given(DAYS, AMOUNTS)
def test_the_period_holds_exactly_its_working_days_and_ends_on_one(start: dt.date, amount: int) -> None:
    last = add_working_days(start, amount, CALENDAR)
    assert chinese_calendar.is_workday(last)
    days = (start + dt.timedelta(n) for n in range(1, (last - start).days + 1))
    assert sum(chinese_calendar.is_workday(day) for day in days) == amount


INSTANTS = st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2026, 6, 30), timezones=st.just(dt.UTC))  # noqa: DTZ001


@st.composite
def pauses(draw: st.DrawFn, closed: bool = True) -> Pause:
    start = draw(INSTANTS)
    length = draw(st.timedeltas(dt.timedelta(), dt.timedelta(20)))
    ends = start + length if closed or draw(st.booleans()) else None
    return Pause(start, ends, "暂停")


@given(INSTANTS, st.integers(1, 30), st.lists(pauses(), max_size=4))
def test_a_pause_never_makes_a_period_shorter(start: dt.datetime, amount: int, stops: list[Pause]) -> None:
    plain, paused = working(start, amount), working(start, amount, *stops)
    assert plain.due_at is not None
    assert paused.due_at is not None
    assert paused.due_at >= plain.due_at


@given(INSTANTS, st.integers(1, 30), st.lists(pauses(closed=False), max_size=4))
def test_the_lines_cover_every_day_once_and_count_to_the_amount(
    start: dt.datetime, amount: int, stops: list[Pause]
) -> None:
    due = working(start, amount, *stops)
    expected = local_day(start)
    for step in due.steps[1:-1]:
        assert step.first == expected + dt.timedelta(1)
        expected = step.last
    counted = [step for step in due.steps if step.kind is StepKind.COUNTED]
    days = sum((step.last - step.first).days + 1 for step in counted)
    if due.stopped:
        assert f"{amount - days}个工作日" == due.left
    else:
        assert days == amount
        assert due.last_day == expected


@given(INSTANTS, st.integers(1, 30), st.lists(pauses(), max_size=3))
def test_no_counted_day_is_off_or_paused(start: dt.datetime, amount: int, stops: list[Pause]) -> None:
    for step in working(start, amount, *stops).steps:
        if step.kind is StepKind.COUNTED:
            for offset in range((step.last - step.first).days + 1):
                day = step.first + dt.timedelta(offset)
                assert CALENDAR.is_working(day)
                assert not any(
                    pause.overlaps(midnight(day), midnight(day + dt.timedelta(1))) for pause in stops
                )
