"""The ladder of a deadline, and what may happen to it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.deadlines.errors import AgreedDay, AlreadyPaused, DeadlineClosed, NotPaused, OtherUnit
from mashangban.deadlines.models import DeadlineRecord, shard_of
from mashangban.deadlines.rules import changes
from mashangban.deadlines.rules.calendar import ZONE, Calendar
from mashangban.deadlines.rules.deadline import (
    Deadline,
    OnDay,
    Rung,
    check_ladder,
    due_of,
    next_firing,
)
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, StepKind, Unit
from mashangban.kernel.events import Subject

CALENDAR = Calendar()


def china(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type, misc]


LADDER = (
    Rung("remind", RungKind.BEFORE, Term(1, Unit.WORKING_DAY)),
    Rung("due", RungKind.AT),
    Rung("county", RungKind.AFTER, Term(2, Unit.WORKING_DAY)),
    Rung("city", RungKind.AFTER, Term(5, Unit.WORKING_DAY)),
)
START = china(2026, 11, 23, 10)


def deadline(basis: Term | OnDay = Term(5, Unit.WORKING_DAY), ladder: tuple[Rung, ...] = LADDER) -> Deadline:  # noqa: B008
    return Deadline(Subject("claim", "1"), "test.answer", "答复", START, basis, ladder)


def firings(one: Deadline, now: dt.datetime = START) -> list[tuple[str, dt.datetime]]:
    found = []
    while (firing := next_firing(one, CALENDAR, now)) is not None:
        found.append((firing.rung.name, firing.planned_at.astimezone(ZONE)))
        one = replace(one, fired_at=firing.planned_at, fired_rung=firing.index)
    return found


def test_the_ladder_reminds_before_is_due_and_escalates_by_working_days() -> None:
    assert firings(deadline()) == [
        ("remind", china(2026, 11, 27, 8, 30)),  # the Friday before Monday 30 November
        ("due", china(2026, 12, 1)),  # 24:00 of 30 November
        ("county", china(2026, 12, 3)),  # 24:00 of 2 December
        ("city", china(2026, 12, 8)),  # 24:00 of 7 December
    ]


def test_a_ladder_in_hours_runs_by_the_clock() -> None:
    ladder = (
        Rung("remind", RungKind.BEFORE, Term(1, Unit.HOUR)),
        Rung("due", RungKind.AT),
        Rung("chief", RungKind.AFTER, Term(2, Unit.WORKING_HOUR)),
    )
    assert firings(deadline(Term(6, Unit.WORKING_HOUR), ladder)) == [
        ("remind", china(2026, 11, 23, 16, 30)),
        ("due", china(2026, 11, 23, 17, 30)),
        ("chief", china(2026, 11, 24, 10, 30)),
    ]


def test_an_agreed_day_never_rolls_on() -> None:
    # 28 February 2027 is a Sunday.
    one = deadline(OnDay(dt.date(2027, 2, 28)), (Rung("due", RungKind.AT),))
    assert due_of(one, CALENDAR).due_at == china(2027, 3, 1)


def test_a_reminder_thirty_days_before_the_end_of_a_contract() -> None:
    ladder = (Rung("remind", RungKind.BEFORE, Term(30, Unit.CALENDAR_DAY)), Rung("due", RungKind.AT))
    one = deadline(OnDay(dt.date(2027, 5, 31)), ladder)
    assert firings(one)[0] == ("remind", china(2027, 5, 1, 8, 30))


def test_a_pay_day_is_due_before_the_holiday() -> None:
    one = deadline(OnDay(dt.date(2026, 10, 5), before_holiday=True), (Rung("due", RungKind.AT),))
    assert due_of(one, CALENDAR).last_day == dt.date(2026, 9, 30)


def test_a_reminder_that_lies_before_the_start_is_left_out() -> None:
    assert firings(deadline(Term(1, Unit.WORKING_DAY)))[0][0] == "due"


def test_a_clock_that_slept_past_the_due_time_does_not_remind_of_it() -> None:
    assert firings(deadline(), china(2026, 12, 2))[0][0] == "due"


def test_nothing_fires_while_the_clock_is_paused() -> None:
    paused = changes.pause(deadline(), china(2026, 11, 24, 9), "等待补正材料")
    assert next_firing(paused, CALENDAR, china(2027, 6, 1)) is None


def test_resuming_moves_every_rung_by_the_paused_days() -> None:
    paused = changes.pause(deadline(), china(2026, 11, 24, 9), "等待补正材料")
    resumed = changes.resume(paused, china(2026, 11, 25, 9))
    assert firings(resumed) == [
        ("remind", china(2026, 12, 1, 8, 30)),
        ("due", china(2026, 12, 3)),
        ("county", china(2026, 12, 5)),
        ("city", china(2026, 12, 10)),
    ]


def test_an_extension_brings_the_reminder_back_and_is_explained() -> None:
    reminded = replace(deadline(), fired_at=china(2026, 11, 27, 8, 30), fired_rung=0)
    longer = changes.extend(reminded, Term(3, Unit.WORKING_DAY), "案情复杂，经批准", china(2026, 11, 28, 9))
    assert firings(longer)[0] == ("remind", china(2026, 12, 2, 8, 30))
    steps = due_of(longer, CALENDAR).steps
    assert steps[0].text == "11月23日（周一）10:00开始，期限8个工作日，当天不计，从第二天起算"
    assert (steps[1].kind, steps[1].text) == (StepKind.EXTENDED, "其中延长3个工作日：案情复杂，经批准")


def test_a_closed_deadline_fires_no_more_and_takes_no_change() -> None:
    closed = changes.close(deadline(), START)
    assert next_firing(closed, CALENDAR, china(2027, 6, 1)) is None
    attempts: list[Callable[[], Deadline]] = [
        lambda: changes.close(closed, START),
        lambda: changes.pause(closed, START, "x"),
        lambda: changes.resume(closed, START),
        lambda: changes.extend(closed, Term(1, Unit.WORKING_DAY), "x", START),
    ]
    for refused in attempts:
        with pytest.raises(DeadlineClosed):
            refused()


def test_a_pause_within_a_pause_is_refused() -> None:
    with pytest.raises(AlreadyPaused):
        changes.pause(changes.pause(deadline(), START, "一"), START, "二")


def test_what_is_not_paused_is_not_resumed() -> None:
    with pytest.raises(NotPaused):
        changes.resume(deadline(), START)


def test_an_agreed_day_is_neither_paused_nor_extended() -> None:
    one = deadline(OnDay(dt.date(2027, 5, 31)))
    with pytest.raises(AgreedDay):
        changes.pause(one, START, "x")
    with pytest.raises(AgreedDay):
        changes.extend(one, Term(1, Unit.WORKING_DAY), "x", START)


def test_time_is_added_in_the_same_unit_only() -> None:
    with pytest.raises(OtherUnit):
        changes.extend(deadline(), Term(1, Unit.MONTH), "x", START)


def test_two_rungs_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="own name"):
        check_ladder((Rung("due", RungKind.AT), Rung("due", RungKind.AT)))


@pytest.mark.parametrize(
    ("kind", "offset"),
    [(RungKind.AT, Term(1, Unit.HOUR)), (RungKind.AFTER, None), (RungKind.BEFORE, Term(1, Unit.MONTH))],
)
def test_a_rung_that_means_nothing_is_refused(kind: RungKind, offset: Term | None) -> None:
    with pytest.raises(ValueError, match="rung odd"):
        Rung("odd", kind, offset)


def test_a_firing_keeps_its_name_however_often_it_is_tried() -> None:
    first = next_firing(deadline(), CALENDAR, START)
    again = next_firing(deadline(), CALENDAR, china(2026, 11, 28))
    assert first is not None
    assert again is not None
    assert first.id == again.id == "CLAIM#1|test.answer|remind|20261127T003000"


def test_subjects_spread_over_four_shards() -> None:
    shards = [shard_of(f"CONTRACT#{number}") for number in range(400)]
    assert set(shards) == {"DUE#0", "DUE#1", "DUE#2", "DUE#3"}
    assert max(map(shards.count, set(shards))) < 150


INSTANTS = st.datetimes(dt.datetime(2026, 11, 1), dt.datetime(2026, 12, 31), timezones=st.just(dt.UTC))  # noqa: DTZ001


@given(st.integers(1, 60), st.lists(INSTANTS, max_size=6, unique=True))
def test_whatever_happens_the_rungs_fire_in_order_and_a_stored_deadline_reads_back_the_same(
    amount: int, moments: list[dt.datetime]
) -> None:
    one = deadline(Term(amount, Unit.WORKING_DAY, "某条例第一条"))
    for number, moment in enumerate(sorted(moments)):
        moment = max(moment, START).replace(microsecond=0)
        paused = bool(one.pauses) and one.pauses[-1].ends_at is None
        if paused:
            one = changes.resume(one, moment)
        elif number % 3:
            one = changes.extend(one, Term(1, Unit.WORKING_DAY), "复杂", moment)
        else:
            one = changes.pause(one, moment, "等待")
    planned = [at for _, at in firings(one)]
    assert planned == sorted(planned)
    stored: list[tuple[Any, Any]] = [
        (DeadlineRecord.pauses, one.pauses),
        (DeadlineRecord.extensions, one.extensions),
        (DeadlineRecord.ladder, one.ladder),
        (DeadlineRecord.basis, one.basis),
    ]
    for attribute, value in stored:
        assert attribute.deserialize(attribute.serialize(value)) == value
