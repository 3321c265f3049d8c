"""What a step does to the clocks of a matter, and until when somebody has to act."""

from dataclasses import replace
from datetime import datetime

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules import changes
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.service import Due, Turn
from mashangban.deadlines.terms import DeadlineState
from mashangban.domains.matters.models import MatterDeadlineRecord
from mashangban.domains.matters.rules import clocks as rules
from mashangban.domains.matters.rules.item import Pinned
from mashangban.domains.matters.rules.matter import Matter
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject


def of(subject: Subject) -> list[Deadline]:
    """Every clock of a matter, in order."""
    return deadlines.of_subject(MatterDeadlineRecord, subject)


def turned(
    act: Act, before: Matter, after: Matter, pinned: Pinned, why: str = "", settles: Due | None = None
) -> tuple[Turn, Matter]:
    """What a step does to the clocks, and the matter with the moment until which the office has to act."""
    known = of(before.subject) if before.submitted_at is not None else []
    wanted = rules.running(after, pinned)
    standing = next((one for one in known if wanted is not None and one.kind == wanted.kind), None)
    ends = tuple(one for one in known if one is not standing and one.state is not DeadlineState.CLOSED)
    if wanted is None:
        return Turn(ends=ends, settles=settles), replace(after, due_at=None)
    if standing is None:
        return Turn(begins=(wanted,), ends=ends, settles=settles), replace(after, due_at=_due(wanted))
    turn, now = _changed(before, after, standing, why, act.at)
    return replace(turn, ends=ends, settles=settles), replace(after, due_at=_due(now))


def decided_in_time(act: Act, one: Matter) -> bool:
    """Whether the decision's clock has not run out."""
    running = next((each for each in of(one.subject) if each.kind == rules.DECIDE), None)
    due = _due(running) if running is not None else None
    return due is None or act.at < due


def due_words(after: Matter, pinned: Pinned) -> str:
    """Until when the office has time, as its paper says it."""
    wanted = rules.running(after, pinned)
    return deadlines.due_time_of(wanted).label if wanted is not None else ""


def _due(one: Deadline) -> datetime | None:
    return deadlines.due_time_of(one).due_at


def _changed(before: Matter, after: Matter, one: Deadline, why: str, at: datetime) -> tuple[Turn, Deadline]:
    if after.paused and not before.paused:
        return Turn(pauses=(one, why)), changes.pause(one, at, why)
    if before.paused and not after.paused:
        return Turn(resumes=one), changes.resume(one, at)
    if after.extended and not before.extended:
        return Turn(extends=(one, rules.LONGER, why)), changes.extend(one, rules.LONGER, why, at)
    return Turn(), one
