"""Time passes while workers check: they are reminded, the clerk is told, and sheets nobody decided on are dropped."""

from datetime import datetime, timedelta

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.domains.wages import errors, events
from mashangban.domains.wages.models import TABLE, WagesDeadlineRecord
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.repository import uploads as upload_store
from mashangban.domains.wages.rules.table import Table
from mashangban.domains.wages.rules.waiting import CONFIRMING
from mashangban.domains.wages.service import deciding, waiting
from mashangban.domains.wages.terms import LineState, TableState, UploadState
from mashangban.employment.rules import Employment
from mashangban.kernel import clock, history
from tests.wages.conftest import Yard, act
from tests.wages.test_uploads import Desk, row, sheet

pytestmark = pytest.mark.usefixtures("quiet_clocks")


def run(now: datetime) -> None:
    """One run of the clock at an instant."""
    deadlines.sweep(WagesDeadlineRecord, now, waiting.fire, most=10_000)


def due_of(table: Table) -> datetime:
    """When its workers' time is up, by the calendar of that day."""
    found = table_store.deadline(table, CONFIRMING)
    assert found is not None
    due_at = deadlines.due_time_of(found).due_at
    assert due_at is not None
    return due_at


def reminded(yard: Yard, one: Employment) -> int:
    return sum(event.type == events.LINE_REMINDED for event in history.of(TABLE, yard.line(one).subject))


def test_the_silent_are_reminded_and_then_the_table_may_go_on_without_their_word(yard: Yard) -> None:
    people = yard.crew(2)
    table = yard.shown(people)
    yard.confirm(people[0])
    yard.pump.run()
    due = due_of(table)
    run(due - timedelta(hours=12))
    yard.pump.run()
    assert [reminded(yard, one) for one in people] == [0, 1]
    with pytest.raises(errors.NotYetDue):
        deciding.submit(act(yard.clerk), table.id)
    run(due + timedelta(hours=1))
    assert table_store.table(table.id).due_passed
    late = due + timedelta(hours=2)
    deciding.submit(act(yard.clerk, late), table.id)
    deciding.approve(act(yard.manager, late), table.id)
    yard.pump.run()
    silent = yard.line(people[1])
    assert silent.state is LineState.SHOWN  # by this machine's own clock the time has not passed yet
    assert table_store.table(table.id).state is TableState.PAYING


def test_a_checked_sheet_that_nobody_decides_on_is_dropped(yard: Yard, object_store: str) -> None:
    (worker,) = yard.crew(1)
    found = Desk(yard, yard.table(empty=True).id).send(sheet([row(worker)]))
    assert found.state is UploadState.STAGED
    run(clock.now() + timedelta(days=20))
    assert upload_store.upload(found.id).state is UploadState.CANCELLED
