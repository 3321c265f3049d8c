"""What the clock does: a team's day is closed, a question is reminded of and settled by silence."""

from mashangban.deadlines.service import Due
from mashangban.domains.attendance.service import answering, teamdays
from mashangban.kernel.acts import system_act


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    if due.firing.deadline.kind == teamdays.CLOSING:
        teamdays.close(system_act("attendance_clock", due.now), due)
    else:
        answering.fire(due)
