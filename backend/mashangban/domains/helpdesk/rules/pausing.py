"""A clock stands still only for a listed reason, until a named day, and not for longer in all than the limit. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from mashangban.deadlines.rules.calendar import local_day
from mashangban.deadlines.rules.periods import Pause
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.ticket import Ticket, in_charge, within
from mashangban.domains.helpdesk.terms import TicketClass, TicketState
from mashangban.domains.helpdesk.terms.pausing import MOST_PAUSES, TOTAL_DAYS, PauseReason


def used_days(pauses: Iterable[Pause], today: date) -> int:
    """The calendar days on which the clock stood still, each counted once."""
    found: set[date] = set()
    for pause in pauses:
        first = local_day(pause.starts_at)
        last = local_day(pause.ends_at) if pause.ends_at else today
        found |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
    return len(found)


def stop(
    one: Ticket, agent_id: str, reason: PauseReason, until: date, pauses: Iterable[Pause], at: datetime
) -> Ticket:
    """Stop the clock until a day. Raises NotInCharge, PauseTooLong, PausesUsedUp; nothing stops an urgent matter."""
    before, today = in_charge(one, agent_id), local_day(at)
    days = (until - today).days
    if before.klass is TicketClass.URGENT or before.marks.pauses >= MOST_PAUSES:
        raise errors.PausesUsedUp()
    if not 1 <= days <= reason.days:
        raise errors.PauseTooLong(f"“{reason.label}”一次最多 {reason.days} 天，从明天算起")
    if used_days(pauses, today) + days > TOTAL_DAYS:
        raise errors.PausesUsedUp()
    marks = replace(before.marks, pauses=before.marks.pauses + 1)
    return replace(before, state=TicketState.PAUSED, pause=reason, marks=marks)


def go_on(one: Ticket) -> Ticket:
    """The clock runs again: the asker wrote, the agent saw no more reason, or the day came. Raises WrongStep."""
    return replace(within(one, TicketState.PAUSED), state=TicketState.WORKING, pause=None)


def words(reason: PauseReason, who: str, until: date) -> str:
    """What everybody who sees the clock reads of a pause: why, who stopped it, until when."""
    return f"{reason.label}（{who}，最晚到{until.month}月{until.day}日）"
