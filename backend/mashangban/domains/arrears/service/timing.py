"""When a month's pay is due, by the present calendar."""

from datetime import datetime

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import OnDay
from mashangban.deadlines.rules.periods import DueTime
from mashangban.domains.arrears.rules import ladder
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.kernel.events import Subject

_LONG_AGO = datetime.fromisoformat(
    "2020-05-01T00:00:00+08:00"
)  # a pay day does not depend on when its clock was wound


def due_of(subject: Subject, day: OnDay, region: str) -> DueTime:
    """The due time of a day by which to pay: its last day, and the first instant that is too late."""
    return deadlines.due_time_of(ladder.pay_clock(subject, ladder.PAY, day, region, _LONG_AGO))


def due_at(one: Expectation) -> datetime:
    """The first instant that is too late for this month's pay."""
    found = due_of(one.subject, one.due_day, one.facts.region).due_at
    assert found is not None, "nothing pauses a pay day"
    return found
