"""What the clock does: a team's day is closed, a question is reminded of and settled by silence."""

from mashangban.deadlines.service import Due
from mashangban.domains.attendance import events
from mashangban.domains.attendance.repository import days
from mashangban.domains.attendance.rules import answering as answers
from mashangban.domains.attendance.service import deciding, teamdays, telling
from mashangban.kernel.acts import Act, system_act


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    act = system_act("attendance_clock", due.now)
    if due.firing.deadline.kind == teamdays.CLOSING:
        teamdays.close(act, due)
    else:
        _ask(act, due)


def _ask(act: Act, due: Due) -> None:
    """A question's deadline: remind, then settle by the silent rule."""
    before = days.of_id(due.firing.deadline.subject.id)
    if due.firing.rung.name == deciding.REMIND:
        deciding.remind(act, before, due, telling.reminders(before))
        return
    deciding.move(act, before, answers.lapse(before, act.at), deciding.Move(events.LAPSED, due=due))
