"""Calendar days, months, years and hours, and the pay day that moves the other way."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.deadlines.rules.calendar import ZONE, Calendar
from mashangban.deadlines.rules.due import Clock, due_time
from mashangban.deadlines.rules.periods import DueTime, Pause, Term
from mashangban.deadlines.rules.wages import pay_before, pay_day_of
from mashangban.deadlines.terms import EndsAt, StepKind, Unit

CALENDAR = Calendar()
CLOCK = Clock(CALENDAR)


def china(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type, misc]


def due(start: dt.datetime, amount: int, unit: Unit, *pauses: Pause) -> DueTime:
    return due_time(start, Term(amount, unit), Clock(CALENDAR, pauses=pauses))


CALENDAR_DAYS = [
    ((2026, 11, 1), 15, (2026, 11, 16)),  # a Monday stays
    ((2026, 11, 6), 15, (2026, 11, 23)),  # a Saturday moves to Monday
    ((2026, 9, 28), 5, (2026, 10, 8)),  # the National Day moves past all seven days
    ((2026, 9, 25), 15, (2026, 10, 10)),  # a worked Saturday is a last day like any other
    ((2026, 2, 10), 5, (2026, 2, 24)),
]


@pytest.mark.parametrize(("start", "amount", "last"), CALENDAR_DAYS)
def test_a_last_day_off_moves_to_the_next_working_day(
    start: tuple[int, int, int], amount: int, last: tuple[int, int, int]
) -> None:
    assert due(china(*start, 12), amount, Unit.CALENDAR_DAY).last_day == dt.date(*last)


def test_the_move_is_explained() -> None:
    texts = [step.text for step in due(china(2026, 9, 28, 12), 5, Unit.CALENDAR_DAY).steps]
    assert "最后一日遇国庆节假期（10月3日（周六）至10月7日（周三）），顺延到10月8日（周四）" in texts


def test_calendar_days_on_worked_weekends_get_no_line_of_their_own() -> None:
    texts = [step.text for step in due(china(2026, 9, 17, 12), 5, Unit.CALENDAR_DAY).steps]
    assert texts[1] == "9月18日（周五）至9月22日（周二）：第1至5日"


def test_a_pause_inside_the_move_stops_the_clock_too() -> None:
    stopped = due(china(2026, 9, 28, 12), 5, Unit.CALENDAR_DAY, Pause(china(2026, 10, 6), None, "等待补正"))
    assert stopped.stopped
    paused = Pause(china(2026, 10, 8, 9), china(2026, 10, 8, 18), "等待补正")
    assert due(china(2026, 9, 28, 12), 5, Unit.CALENDAR_DAY, paused).last_day == dt.date(2026, 10, 9)


MONTHS = [
    ((2026, 1, 31), 1, Unit.MONTH, (2026, 2, 28)),  # no 31 February: the month's last day, a worked Saturday
    ((2026, 3, 31), 1, Unit.MONTH, (2026, 4, 30)),
    ((2024, 2, 29), 1, Unit.YEAR, (2025, 2, 28)),
    ((2026, 10, 24), 1, Unit.MONTH, (2026, 11, 24)),
    ((2026, 10, 22), 1, Unit.MONTH, (2026, 11, 23)),  # a Sunday moves to Monday
    ((2025, 12, 15), 2, Unit.MONTH, (2026, 2, 24)),  # the Spring Festival
    ((2024, 11, 25), 2, Unit.YEAR, (2026, 11, 25)),
]


@pytest.mark.parametrize(("start", "amount", "unit", "last"), MONTHS)
def test_months_and_years_end_on_the_corresponding_day(
    start: tuple[int, int, int], amount: int, unit: Unit, last: tuple[int, int, int]
) -> None:
    assert due(china(*start, 12), amount, unit).last_day == dt.date(*last)


def test_paused_days_lengthen_a_period_of_months() -> None:
    pause = Pause(china(2026, 6, 1, 9), china(2026, 6, 4, 9), "公告")
    result = due(china(2026, 5, 18, 12), 1, Unit.MONTH, pause)
    # 18 June and four days more is Monday 22 June.
    assert result.last_day == dt.date(2026, 6, 22)
    assert "6月1日（周一）09:00至6月4日（周四）09:00暂停计时：公告，4日不计" in [
        step.text for step in result.steps
    ]


def test_an_open_pause_in_a_period_of_months_says_the_days_left() -> None:
    result = due(china(2026, 5, 18, 12), 1, Unit.MONTH, Pause(china(2026, 6, 9, 9), None, "公告"))
    assert result.left == "10日"
    twice = Pause(china(2026, 6, 1), china(2026, 6, 3), "鉴定"), Pause(china(2026, 6, 19, 9), None, "公告")
    assert due(china(2026, 5, 18, 12), 1, Unit.MONTH, *twice).left == "2日"


def test_two_working_hours_late_on_friday_end_on_monday_morning() -> None:
    result = due(china(2026, 11, 20, 16, 30), 2, Unit.WORKING_HOUR)
    assert result.due_at == china(2026, 11, 23, 9, 30)
    assert [step.text for step in result.steps] == [
        "11月20日（周五）16:30开始，期限2个工作小时，从这一刻起算",
        "11月20日（周五）：16:30—17:30，计1小时，累计1小时",
        "11月21日（周六）至11月22日（周日）：周末，不计",
        "11月23日（周一）：08:30—09:30，计1小时，累计2小时",
        "11月23日（周一）09:30前到期",
    ]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (china(2026, 11, 23, 11), china(2026, 11, 23, 14, 30)),  # over lunch
        (china(2026, 11, 23, 12, 10), china(2026, 11, 23, 15, 30)),  # begun at lunch
        (china(2026, 11, 23, 7), china(2026, 11, 23, 10, 30)),  # begun before opening
        (china(2026, 11, 23, 15, 30), china(2026, 11, 23, 17, 30)),  # ends exactly at the close
        (china(2026, 11, 23, 20), china(2026, 11, 24, 10, 30)),  # begun after the close
        (china(2026, 9, 30, 17), china(2026, 10, 8, 10)),  # over the National Day
        (china(2026, 10, 9, 17), china(2026, 10, 10, 10)),  # into a worked Saturday
    ],
)
def test_working_hours_run_only_while_offices_are_open(start: dt.datetime, expected: dt.datetime) -> None:
    assert due(start, 2, Unit.WORKING_HOUR).due_at == expected


def test_a_pause_stops_working_hours_to_the_second() -> None:
    pause = Pause(china(2026, 11, 23, 9, 0, 5), china(2026, 11, 23, 9, 30, 10), "等回电")
    assert due(china(2026, 11, 23, 8, 30), 2, Unit.WORKING_HOUR, pause).due_at == china(
        2026, 11, 23, 11, 0, 5
    )


def test_an_open_pause_in_hours_says_the_time_left() -> None:
    result = due(
        china(2026, 11, 23, 8, 30), 2, Unit.WORKING_HOUR, Pause(china(2026, 11, 23, 9), None, "等回电")
    )
    assert result.stopped
    assert result.left == "1小时30分钟"


def test_plain_hours_run_over_night_and_weekend() -> None:
    assert due(china(2026, 11, 20, 16), 48, Unit.HOUR).due_at == china(2026, 11, 22, 16)


def test_a_day_of_plain_hours_is_said_to_end_at_24_00() -> None:
    texts = [step.text for step in due(china(2026, 11, 20, 16), 9, Unit.HOUR).steps]
    assert texts[1] == "11月20日（周五）：16:00—24:00，计8小时，累计8小时"


INSTANTS = st.datetimes(dt.datetime(2025, 1, 1), dt.datetime(2026, 6, 30), timezones=st.just(dt.UTC))  # noqa: DTZ001


@st.composite
def closed_pauses(draw: st.DrawFn) -> Pause:
    start = draw(INSTANTS)
    return Pause(start, start + draw(st.timedeltas(dt.timedelta(), dt.timedelta(5))), "暂停")


@given(INSTANTS, st.integers(1, 40), st.integers(1, 40), st.sampled_from([Unit.HOUR, Unit.WORKING_HOUR]))
def test_hours_add_up(start: dt.datetime, first: int, second: int, unit: Unit) -> None:
    middle = due(start, first, unit).due_at
    assert middle is not None
    assert due(middle, second, unit).due_at == due(start, first + second, unit).due_at


@given(INSTANTS, st.integers(1, 100))
def test_plain_hours_are_plain_arithmetic(start: dt.datetime, amount: int) -> None:
    assert due(start, amount, Unit.HOUR).due_at == start + dt.timedelta(hours=amount)


@given(INSTANTS, st.integers(1, 40), st.lists(closed_pauses(), max_size=4))
def test_pauses_never_make_hours_shorter_and_the_last_line_holds_the_whole_amount(
    start: dt.datetime, amount: int, pauses: list[Pause]
) -> None:
    plain = due(start, amount, Unit.WORKING_HOUR)
    paused = due(start, amount, Unit.WORKING_HOUR, *pauses)
    assert plain.due_at is not None
    assert paused.due_at is not None
    assert paused.due_at >= plain.due_at
    assert [step.total for step in paused.steps if step.kind is StepKind.COUNTED][-1] == pytest.approx(amount)


PAY_DAYS = [
    ((2026, 2, 20), (2026, 2, 14)),  # inside the Spring Festival: the worked Saturday before it
    ((2026, 1, 4), (2026, 1, 4)),  # a worked Sunday is a working day
    ((2026, 5, 5), (2026, 4, 30)),
    ((2026, 10, 5), (2026, 9, 30)),
    ((2026, 11, 22), (2026, 11, 20)),
    ((2026, 11, 23), (2026, 11, 23)),
]


@pytest.mark.parametrize(("agreed", "paid"), PAY_DAYS)
def test_wages_are_paid_before_a_holiday_never_after(
    agreed: tuple[int, int, int], paid: tuple[int, int, int]
) -> None:
    assert pay_before(dt.date(*agreed), CLOCK).last_day == dt.date(*paid)


def test_the_earlier_pay_day_is_explained() -> None:
    assert [step.text for step in pay_before(dt.date(2026, 2, 20), CLOCK).steps] == [
        "约定的发薪日是2月20日（周五）",
        "发薪日遇春节假期（2月15日（周日）至2月20日（周五）），提前到2月14日（周六）发放",
        "2月14日（周六）24:00前到期",
    ]


def test_a_pay_day_the_month_lacks_is_its_last_day() -> None:
    assert pay_day_of(2026, 2, 31) == dt.date(2026, 2, 28)
    assert pay_day_of(2026, 3, 15) == dt.date(2026, 3, 15)


@given(st.dates(dt.date(2005, 1, 1), dt.date(2026, 12, 31)))
def test_a_pay_day_is_the_last_working_day_up_to_the_agreed_one(agreed: dt.date) -> None:
    paid = pay_before(agreed, CLOCK).last_day
    assert paid is not None
    assert paid <= agreed
    assert CALENDAR.is_working(paid)
    between = (paid + dt.timedelta(n) for n in range(1, (agreed - paid).days + 1))
    assert not any(CALENDAR.is_working(day) for day in between)


@given(INSTANTS, st.integers(1, 60), st.sampled_from([Unit.CALENDAR_DAY, Unit.MONTH]))
def test_no_period_ends_on_a_day_off(start: dt.datetime, amount: int, unit: Unit) -> None:
    last = due(start, min(amount, 12) if unit is Unit.MONTH else amount, unit).last_day
    assert last is not None
    assert CALENDAR.is_working(last)


def test_the_close_of_business_ends_a_moved_last_day_too() -> None:
    result = due_time(china(2026, 11, 6, 12), Term(15, Unit.CALENDAR_DAY), CLOCK, EndsAt.CLOSE)
    assert result.due_at == china(2026, 11, 23, 17, 30)
