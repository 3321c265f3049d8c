"""What follows a try that did not come to its end. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta

from mashangban.deadlines.rules.deadline import Deadline, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.processes.mydata.rules import Package
from mashangban.processes.mydata.terms import PAUSE_RULE, PAUSES


def fail(one: Package, stuck_at: str, at: datetime) -> Package:
    """A try did not come to its end: another follows, or it is given up."""
    after = replace(one, tries=one.tries + 1, stuck_at=stuck_at)
    if after.tries > len(PAUSES):
        return replace(after, again_at=None, failed_at=at)
    return replace(after, again_at=at + timedelta(hours=_pause(after)))


def waits_for(one: Package, at: datetime) -> Deadline | None:
    """The clock that has it tried again; none where that is done at once, or no more."""
    if one.failed_at is not None or not _pause(one):
        return None
    again, kind = Rung("again", RungKind.AT), f"mydata.again-{one.tries}"
    return Deadline(one.subject, kind, "再整理一次", at, Term(_pause(one), Unit.HOUR, PAUSE_RULE), (again,))


def _pause(one: Package) -> int:
    return PAUSES[one.tries - 1]
