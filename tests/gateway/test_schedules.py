"""When schedules are due, and that each due time is dealt with once."""

import json
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mashangban.gateway.functions import FunctionError
from mashangban.gateway.schedules.expressions import timetable
from mashangban.gateway.schedules.runner import DueTimes, Ticker, event_for, keep_time
from mashangban.gateway.template import Schedule

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("expression", "now", "due"),
    [
        ("rate(1 minute)", "2026-03-02T10:00:30", "2026-03-02T10:00:00"),
        ("rate(5 minutes)", "2026-03-02T10:04:59", "2026-03-02T10:00:00"),
        ("rate(1 hour)", "2026-03-02T10:00:00", "2026-03-02T10:00:00"),
        ("cron(0 2 * * ? *)", "2026-03-02T10:00:00", "2026-03-02T02:00:00"),
        ("cron(0 2 * * ? *)", "2026-03-02T01:59:59", "2026-03-01T02:00:00"),
        ("cron(0 2 * * ? *)", "2026-03-02T02:00:00", "2026-03-02T02:00:00"),
        ("cron(0 9 ? * MON-FRI *)", "2026-03-01T10:00:00", "2026-02-27T09:00:00"),
        ("cron(0 9 ? * 2-6 *)", "2026-03-01T10:00:00", "2026-02-27T09:00:00"),
        ("cron(0 9 ? * 1 *)", "2026-03-03T10:00:00", "2026-03-01T09:00:00"),
        ("cron(0 9 ? * 2#1 *)", "2026-03-20T10:00:00", "2026-03-02T09:00:00"),
        ("cron(0/15 * * * ? *)", "2026-03-02T10:29:00", "2026-03-02T10:15:00"),
        ("cron(0 0 L * ? *)", "2026-03-02T10:00:00", "2026-02-28T00:00:00"),
        ("cron(0 0 1 1 ? 2026)", "2026-03-02T10:00:00", "2026-01-01T00:00:00"),
        ("at(2026-03-02T09:30:00)", "2026-03-02T10:00:00", "2026-03-02T09:30:00"),
    ],
)
def test_the_last_due_time(expression: str, now: str, due: str) -> None:
    assert timetable(expression, "Asia/Shanghai").latest(at(now)) == at(due)


def test_a_time_that_is_still_to_come_is_not_due() -> None:
    assert timetable("at(2026-03-02T09:30:00)", "Asia/Shanghai").latest(at("2026-03-02T09:29:59")) is None


@pytest.mark.parametrize(
    "expression", ["rate(0 minutes)", "rate(1 second)", "cron(0 2 * * *)", "cron(x 2 * * ? *)", "daily"]
)
def test_an_expression_that_the_service_would_refuse_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match=r"rate|cron|daily"):
        timetable(expression, "Asia/Shanghai")


class Function:
    """Counts its calls, and fails the first few."""

    def __init__(self, failures: int = 0) -> None:
        self.events: list[Any] = []
        self.given_up: list[Any] = []
        self._failures = failures

    def invoke(self, event: Any) -> None:
        self.events.append(event)
        if len(self.events) <= self._failures:
            raise FunctionError("not yet")

    def give_up(self, error: str, attempts: int, event: Any) -> None:
        self.given_up.append((error, attempts, event))


def ticker(tmp_path: Path, function: Function, schedule: Schedule | None = None) -> Ticker:
    schedule = schedule or Schedule("S", "rate(1 minute)", "Asia/Shanghai")
    return Ticker(schedule, DueTimes(tmp_path / "due.sqlite"), function.invoke, function.give_up)


def no_wait(_seconds: float) -> None:
    """Retries at once."""


def test_a_new_schedule_waits_for_its_next_due_time(tmp_path: Path) -> None:
    function = Function()
    clock = ticker(tmp_path, function)
    assert not clock.tick(at("2026-03-02T10:00:30"), no_wait)
    assert clock.tick(at("2026-03-02T10:01:00"), no_wait)
    assert [event["time"] for event in function.events] == ["2026-03-02T02:01:00Z"]


def test_a_due_time_is_dealt_with_once_also_across_a_restart(tmp_path: Path) -> None:
    function = Function()
    first = ticker(tmp_path, function)
    first.tick(at("2026-03-02T10:00:30"), no_wait)
    assert first.tick(at("2026-03-02T10:01:01"), no_wait)
    assert not first.tick(at("2026-03-02T10:01:59"), no_wait)
    assert not ticker(tmp_path, function).tick(at("2026-03-02T10:01:59"), no_wait)
    assert len(function.events) == 1


def test_many_missed_times_are_caught_up_by_one_call(tmp_path: Path) -> None:
    function = Function()
    ticker(tmp_path, function).tick(at("2026-03-02T10:00:30"), no_wait)
    later = ticker(tmp_path, function)
    assert later.tick(at("2026-03-05T10:00:30"), no_wait)
    assert not later.tick(at("2026-03-05T10:00:31"), no_wait)
    assert len(function.events) == 1


def test_a_schedule_goes_on_when_a_clock_that_was_ahead_is_set_right(tmp_path: Path) -> None:
    function = Function()
    clock = ticker(tmp_path, function)
    clock.tick(at("2026-03-02T10:00:30"), no_wait)
    assert clock.tick(at("2026-03-04T10:00:30"), no_wait), "two days ahead"
    assert not clock.tick(at("2026-03-02T10:00:40"), no_wait), "set right: nothing is due"
    assert not ticker(tmp_path, function).tick(at("2026-03-02T10:00:45"), no_wait)
    assert ticker(tmp_path, function).tick(at("2026-03-02T10:01:00"), no_wait)
    assert len(function.events) == 2


def test_a_clock_set_back_by_seconds_calls_nobody_twice(tmp_path: Path) -> None:
    function = Function()
    clock = ticker(tmp_path, function)
    clock.tick(at("2026-03-02T10:00:30"), no_wait)
    assert clock.tick(at("2026-03-02T10:01:01"), no_wait)
    assert not clock.tick(at("2026-03-02T10:00:56"), no_wait)
    assert not clock.tick(at("2026-03-02T10:01:02"), no_wait)


def test_a_call_cut_by_a_kill_is_made_again(tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    def killed(_event: Any) -> None:
        raise Killed

    schedule = Schedule("S", "rate(1 minute)")
    due = DueTimes(tmp_path / "due.sqlite")
    due.keep("S", datetime.now(UTC) - timedelta(hours=1))
    function = Function()
    with pytest.raises(Killed):
        Ticker(schedule, due, killed, function.give_up).tick(datetime.now(UTC), no_wait)
    assert ticker(tmp_path, function, schedule).tick(datetime.now(UTC), no_wait)
    assert len(function.events) == 1


def test_a_failing_call_is_tried_again_and_then_works(tmp_path: Path) -> None:
    function = Function(failures=2)
    clock = ticker(tmp_path, function)
    clock.tick(at("2026-03-02T10:00:30"), no_wait)
    clock.tick(at("2026-03-02T10:01:00"), no_wait)
    assert len(function.events) == 3
    assert function.given_up == []


def test_a_call_that_never_works_is_kept_as_a_dead_letter_and_the_next_is_made(tmp_path: Path) -> None:
    function = Function(failures=3)
    clock = ticker(tmp_path, function)
    clock.tick(at("2026-03-02T10:00:30"), no_wait)
    clock.tick(at("2026-03-02T10:01:00"), no_wait)
    assert [(error, attempts) for error, attempts, _ in function.given_up] == [("not yet", 3)]
    assert clock.tick(at("2026-03-02T10:02:00"), no_wait)
    assert len(function.given_up) == 1


def test_a_full_disk_ends_no_schedule(tmp_path: Path) -> None:
    class FullAtFirst(DueTimes):
        refused = False

        def keep(self, schedule: str, at: datetime) -> None:
            if not self.refused:
                self.refused = True
                raise sqlite3.OperationalError("database or disk is full")
            super().keep(schedule, at)
            stopping.set()

    stopping, function, file = threading.Event(), Function(), tmp_path / "due.sqlite"
    DueTimes(file).keep("S", datetime.now(UTC) - timedelta(hours=1))
    due = FullAtFirst(file)
    keep_time(Ticker(Schedule("S", "rate(1 minute)"), due, function.invoke, function.give_up), stopping)
    assert len(function.events) == 2, "what could not be kept comes again"


def test_a_schedules_own_input_names_its_time() -> None:
    schedule = Schedule("S", "rate(1 minute)", payload=json.dumps({"at": "<aws.scheduler.scheduled-time>"}))
    assert event_for(schedule, at("2026-03-02T10:00:00")) == {"at": "2026-03-02T02:00:00Z"}
