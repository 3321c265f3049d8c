"""Who hears of a step: those who count days, and the persons it concerns."""

from collections.abc import Iterator

from mashangban.domains.attendance import events
from mashangban.domains.attendance.rules.workday import Workday, spoken
from mashangban.domains.attendance.terms import DayState, Decider
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, notice, whereabouts

WAGES, ARREARS, REPORTING = "wages", "arrears", "reporting"
WORKER_PAGE = "/attendance/pages/day/index"
_CLERKS = 3


def counted(before: Workday, after: Workday) -> tuple[Message, ...]:
    """The day for those who count days; a day nobody saw is no news until it was one."""
    if after.state is DayState.NONE and not before.closed:
        return ()
    body = {
        "contract": after.contract_id,
        "day": after.day.isoformat(),
        "halves": after.halves,
        "minutes": after.minutes,
        "overtime_minutes": after.overtime_minutes,
        "state": "questioned" if after.state.waits else "settled",
        "witnesses": [one.value for one in after.marks.witnesses],
        "version": before.version + 1,
    }
    return (Message(WAGES, events.DAY, body, also=(ARREARS, REPORTING)),)


def told(before: Workday, after: Workday, event: str) -> Iterator[Message]:
    """The persons: a worker who is asked or whose day was changed by another, the foreman and clerks who are asked."""
    if after.state is DayState.CLAIMED:
        yield office(after, "attendance.day.claimed")
    kind = _kind(before, after, event)
    if kind:
        yield worker(after, kind)


def reminders(workday: Workday) -> tuple[Message, ...]:
    """Who still has to answer is reminded."""
    if workday.state is DayState.QUESTIONED:
        return (worker(workday, "attendance.day.reminder"),)
    return (office(workday, "attendance.day.claimed"),)


def _kind(before: Workday, after: Workday, event: str) -> str:
    if after.state is DayState.QUESTIONED:
        return "attendance.day.lowering" if after.asked else "attendance.day.question"
    if after.state is DayState.NONE:
        return "attendance.day.absent" if after.marks.roll else ""
    by_others = before.closed and after.decider is not Decider.WORKER
    return "attendance.day.changed" if by_others and after.state is DayState.SETTLED else ""


def worker(workday: Workday, kind: str) -> Message:
    """Tell the worker, with the page where the day stands."""
    return _notify(workday, Whom(workday.person_id), kind)


def office(workday: Workday, kind: str) -> Message:
    """Tell who speaks for the employer: the foreman and the clerks."""
    clerks = Grant(Role.LABOUR_CLERK, Scope("project", workday.project.id))
    return _notify(workday, Whom(workday.foreman_id, posts=[clerks], most=_CLERKS), kind)


def _notify(workday: Workday, whom: Whom, kind: str) -> Message:
    said = workday.asked or workday.claimed
    values = {
        "project": workday.project.name,
        "worker": workday.name_masked,
        "day": f"{workday.day.month}月{workday.day.day}日",
        "halves": spoken(workday.worked),
        "said": spoken(said.worked) if said else "",
        "why": workday.why or "没有记录",
        "due": workday.due or "期限前",
    }
    return notice(
        whom,
        kind,
        values,
        link=f"{WORKER_PAGE}?contract={workday.contract_id}&day={workday.day.isoformat()}",
        dedupe=f"{workday.id}|{kind}|{workday.version + 1}",
        place=whereabouts(workday.place),
    )
