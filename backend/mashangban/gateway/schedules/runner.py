"""Calls each schedule's function once for each due time, and once for all that were missed while it was off."""

import json
import sqlite3
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from mashangban.gateway.dead_letters import keep_dead_letter
from mashangban.gateway.functions import FunctionError, Functions
from mashangban.gateway.health import write_heartbeat
from mashangban.gateway.intrinsics import ACCOUNT_ID
from mashangban.gateway.schedules.expressions import timetable
from mashangban.gateway.settings import LocalSettings
from mashangban.gateway.template import Schedule, Template

Clock = Callable[[], datetime]
Wait = Callable[[float], Any]
_HEARTBEAT_S = 2.0
_RETRY_S = 1.0
_SET_BACK = timedelta(minutes=1)  # a smaller step is waited for: then no due time comes twice


class DueTimes:
    """The last due time that was dealt with, for each schedule."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._file = file
        self._execute("CREATE TABLE IF NOT EXISTS due (schedule TEXT PRIMARY KEY, at TEXT NOT NULL)")
        kept = self._execute("SELECT schedule, at FROM due")
        self._last = {schedule: datetime.fromisoformat(at) for schedule, at in kept}

    def last(self, schedule: str) -> datetime | None:
        """The last due time dealt with; None for a schedule that is new here."""
        return self._last.get(schedule)

    def keep(self, schedule: str, at: datetime) -> None:
        """Records a due time as dealt with."""
        self._execute("INSERT OR REPLACE INTO due VALUES (?, ?)", schedule, at.isoformat())
        self._last[schedule] = at

    def _execute(self, statement: str, *values: str) -> list[Any]:
        with closing(sqlite3.connect(self._file, isolation_level=None)) as database:
            return database.execute(statement, values).fetchall()


class Ticker:
    """One schedule and its function. A call that lasts longer than the interval delays the next, never doubles it."""

    def __init__(
        self,
        schedule: Schedule,
        due: DueTimes,
        invoke: Callable[[Any], Any],
        give_up: Callable[[str, int, Any], None],
    ) -> None:
        self._schedule, self._due = schedule, due
        self._invoke, self._give_up = invoke, give_up
        self._timetable = timetable(schedule.expression, schedule.timezone)

    def tick(self, now: datetime, wait: Wait) -> bool:
        """Calls the function when a due time came since the last call; returns whether it did."""
        latest, last = self._timetable.latest(now), self._last(now)
        if latest is None or (last is not None and latest <= last):
            return False
        if last is None:  # new here: it begins with its next due time, as a schedule just created does
            self._due.keep(self._schedule.name, now)
            return False
        self._call(event_for(self._schedule, latest), wait)
        self._due.keep(self._schedule.name, latest)
        return True

    def _last(self, now: datetime) -> datetime | None:
        """The last due time dealt with. One that lies ahead was dealt with while the machine's clock was ahead: then it
        counts from now on again, rather than standing still until that time has come."""
        last = self._due.last(self._schedule.name)
        if last is not None and last - now > _SET_BACK:
            self._due.keep(self._schedule.name, now)
            return now
        return last

    def _call(self, event: Any, wait: Wait) -> None:
        error = ""
        for attempt in range(self._schedule.retries + 1):
            if attempt:
                wait(_RETRY_S * attempt)
            try:
                self._invoke(event)
            except FunctionError as failed:
                error = str(failed)
            else:
                return
        self._give_up(error, self._schedule.retries + 1, event)


def event_for(schedule: Schedule, due: datetime) -> Any:
    """The event of a due time: the schedule's own Input, or the service's default."""
    moment = due.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if schedule.payload is not None:
        return json.loads(schedule.payload.replace("<aws.scheduler.scheduled-time>", moment))
    return {
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": "Scheduled Event",
        "source": "aws.scheduler",
        "account": ACCOUNT_ID,
        "time": moment,
        "region": "local",
        "resources": [f"arn:aws:scheduler:local:{ACCOUNT_ID}:schedule/default/{schedule.name}"],
        "detail": "{}",
    }


class Runner:
    """All schedules, each on its own thread, so that a slow one delays no other."""

    def __init__(self, settings: LocalSettings, template: Template) -> None:
        self._settings = settings
        functions = Functions(template)
        functions.load({function.name for function in template.functions if function.schedules})
        due = DueTimes(settings.run / "schedules.sqlite")
        self._tickers = [
            Ticker(schedule, due, partial(functions.invoke, function.name), self._give_up(function.name))
            for function in template.functions
            for schedule in function.schedules
        ]

    def _give_up(self, function: str) -> Callable[[str, int, Any], None]:
        return partial(keep_dead_letter, self._settings.dead_letters, function)

    def run(self, stopping: threading.Event) -> None:
        """Runs until told to stop."""
        for ticker in self._tickers:
            threading.Thread(target=keep_time, args=(ticker, stopping), daemon=True).start()
        while True:
            with suppress(OSError):  # on a full disk the next beat tries again
                write_heartbeat(self._settings.run / "schedules.json", {"schedules": len(self._tickers)})
            if stopping.wait(_HEARTBEAT_S):
                return


def keep_time(ticker: Ticker, stopping: threading.Event) -> None:
    """On a full disk what was dealt with can not be kept: it comes again once there is room."""
    while not stopping.is_set():
        with suppress(OSError, sqlite3.Error):
            ticker.tick(datetime.now(UTC), stopping.wait)
        stopping.wait(1 - time.time() % 1)  # no expression is due between two seconds
