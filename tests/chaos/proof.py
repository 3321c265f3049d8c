"""The proof: everything that does not hold, once it is quiet."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from mashangban.gateway.schedules.expressions import timetable
from mashangban.gateway.template import read_template
from mashangban.kernel import clock
from tests.chaos import invariants, money
from tests.chaos.invariants import Tables
from tests.chaos.journal import Sent, act_of
from tests.chaos.people import Person
from tests.chaos.reaper import Reaper
from tests.engine import ROOT
from tests.stack import LocalStack

COUNTY = "330106"  # where the first site of the demo world lies
SURELY = timedelta(minutes=3)
QUIET = timedelta(minutes=2)  # longer than a call of a schedule lasts
BEGIN = ("/v1/appointments/bookings", "/v1/helpdesk/tickets", "/v1/workers/contracts")


def broken(stack: LocalStack, crowd: Sequence[Person], reaper: Reaper) -> Iterator[str]:
    """One sentence for each thing that does not hold."""
    callers = {person.name: person for person in crowd}
    for one in crowd[0].journal.sent:
        if not one.status:
            yield f"never answered: {act_of(one.path)} of {one.who}"
        elif one.acknowledged and (found := _lost(callers[one.who], one)):
            yield found
    stack.settle(120)
    tables = stack.holdings()
    for check in (*invariants.ALL, *money.ALL):
        yield from (f"{check.__name__}: {one}" for one in check(tables))
    yield from (found for person in crowd if (found := _twice(tables, person)))
    yield from _recounted(stack, tables)
    yield from standing_still(stack.data / "run" / "schedules.sqlite", clock.now())
    if reaper.set_ahead and not invariants.after(tables, clock.now() + SURELY):
        yield "our clock was set ahead, and nothing happened by it: the fault did not work"


def _lost(person: Person, one: Sent) -> str:
    """An acknowledged act that is sent once more under its key is answered as it was the first time."""
    answer = person.caller.send(one.method, one.path, one.body, one.key)
    if answer.is_success and answer.json() == one.answer:
        return ""
    return f"acknowledged and lost: {act_of(one.path)} of {one.who} ({answer.status_code})"


def _twice(tables: Tables, person: Person) -> str:
    """A person has begun as many matters as were acknowledged, however often each was sent."""
    begun = invariants.begun_by(tables, str(person.caller.tokens["me"]["person_id"]))
    said = [one for one in person.journal.acknowledged if one.who == person.name and one.path in BEGIN]
    told = person.begun + len(said)
    return "" if begun == told else f"{person.name} began {begun} matters and was told of {told}"


def standing_still(file: Path, now: datetime) -> Iterator[str]:
    """A schedule that was called for a time still to come, or no more since its last due times, calls nobody."""
    template = read_template(ROOT / "template.yaml", "http://127.0.0.1")
    schedules = {one.name: one for function in template.functions for one in function.schedules}
    with closing(sqlite3.connect(file)) as kept:
        for name, at in kept.execute("SELECT schedule, at FROM due"):
            one, last = schedules[name], datetime.fromisoformat(at)
            due = timetable(one.expression, one.timezone).latest(now - QUIET)
            if last > now or (due is not None and last < due):
                yield f"schedule {name} stands still since {at}"


def _recounted(stack: LocalStack, tables: Tables) -> list[str]:
    """What a recount changes on a board that listeners kept all the while."""
    months = sorted({invariants.text(one, "month") for one in tables["wages"] if "month" in one})
    inside = [sys.executable, "-m", "mashangban.gateway.inside"]
    environment = {**os.environ, "DATA": str(stack.data), "PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}"}
    command = [*inside, sys.executable, "-m", "tests.chaos.recounts", COUNTY, *months]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found
