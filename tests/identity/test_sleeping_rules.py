"""When an account that nobody signs in to is told of and forgotten: days of China, leap years, laws, told once."""

import datetime as dt

import pytest

from mashangban.identity import terms
from mashangban.identity.rules.sleeping import Do, Told, Verdict, first_look, judge, last_day
from mashangban.kernel.clock import SHANGHAI


def china(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


LAST = china(2026, 11, 27, 17, 40)
GOES = china(2029, 11, 28)  # 24:00 of the corresponding day
TELLS = china(2029, 10, 27)
TOLD = Told(TELLS, GOES)
SECOND = dt.timedelta(seconds=1)


def test_nothing_is_done_before_a_month_before_three_years_are_over() -> None:
    assert judge(LAST, (), None, TELLS - SECOND) == Verdict(Do.WAIT, TELLS)
    assert first_look(LAST) == TELLS


def test_a_month_before_they_are_told_until_which_day_a_sign_in_keeps_them() -> None:
    assert judge(LAST, (), None, TELLS) == Verdict(Do.TELL, GOES)
    assert last_day(GOES) == "2029年11月27日"


def test_who_was_told_is_forgotten_when_the_last_day_is_over_and_not_a_second_before() -> None:
    assert judge(LAST, (), TOLD, GOES - SECOND) == Verdict(Do.WAIT, GOES)
    assert judge(LAST, (), TOLD, GOES) == Verdict(Do.FORGET, GOES)


def test_a_clock_that_comes_late_still_gives_a_whole_month() -> None:
    late = china(2031, 1, 31, 9)
    assert judge(LAST, (), None, late) == Verdict(Do.TELL, china(2031, 3, 1))


def test_who_signed_in_after_being_told_is_waited_for_anew() -> None:
    back = GOES - SECOND
    assert judge(back, (), TOLD, GOES) == Verdict(Do.WAIT, first_look(back))
    assert judge(TOLD.at, (), TOLD, GOES).do is Do.WAIT


@pytest.mark.parametrize(
    ("last", "goes"),
    [
        (china(2028, 2, 29, 12), china(2031, 3, 1)),  # no 29 February: 24:00 of the 28th
        (china(2025, 2, 28, 12), china(2028, 2, 29)),
        (china(2025, 3, 1, 0, 0), china(2028, 3, 2)),
        (dt.datetime(2026, 11, 27, 15, 59, tzinfo=dt.UTC), china(2029, 11, 28)),  # 23:59 in China
        (dt.datetime(2026, 11, 27, 16, 0, tzinfo=dt.UTC), china(2029, 11, 29)),  # 00:00 of the next day
    ],
)
def test_the_years_end_with_the_corresponding_day_of_china(last: dt.datetime, goes: dt.datetime) -> None:
    assert judge(last, (), None, first_look(last)) == Verdict(Do.TELL, goes)


def test_a_law_that_keeps_them_longer_moves_the_day_and_they_are_told_a_month_before_that() -> None:
    until = china(2030, 3, 31, 8)
    assert judge(LAST, (until,), None, TELLS) == Verdict(Do.WAIT, china(2030, 2, 28))
    assert judge(LAST, (until,), None, china(2030, 2, 28)) == Verdict(Do.TELL, china(2030, 4, 1))


def test_a_law_that_came_after_they_were_told_makes_it_be_told_anew() -> None:
    until = china(2030, 3, 31, 8)
    assert judge(LAST, (until,), TOLD, GOES) == Verdict(Do.WAIT, china(2030, 2, 28))


def test_a_law_that_ends_before_changes_nothing() -> None:
    assert judge(LAST, (china(2029, 11, 1),), TOLD, GOES).do is Do.FORGET


def test_while_a_law_has_no_end_we_look_again_each_month() -> None:
    assert judge(LAST, (china(2030, 1, 1), None), TOLD, GOES) == Verdict(Do.WAIT, china(2029, 12, 29))


def test_nobody_can_be_signed_in_still_when_the_years_are_over() -> None:
    assert first_look(LAST) - LAST > terms.PHONE_LONGEST
