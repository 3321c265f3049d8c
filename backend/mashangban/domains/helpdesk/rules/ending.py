"""From the answer to the end: the asker's word, a call-back, or silence for a stated time. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.joint import complete
from mashangban.domains.helpdesk.rules.ticket import Ticket, in_charge, within
from mashangban.domains.helpdesk.terms import (
    CONFIRM_DAYS,
    MOST_REOPENS,
    REOPEN_DAYS,
    CallResult,
    Climb,
    TicketState,
)

_S = TicketState


def answer(one: Ticket, agent_id: str, at: datetime, *, late: bool) -> Ticket:
    """The reply; partners have given their parts. Raises NotInCharge, PartnersMissing."""
    before = complete(in_charge(one, agent_id))
    marks = replace(before.marks, answered_at=at, answered_by=agent_id, in_time=not late, call=None)
    return replace(before, state=_S.ANSWERED, climb=Climb.NONE, marks=marks)


def confirm(one: Ticket, at: datetime, *, solved: bool) -> Ticket:
    """The asker's own word: it ends, or goes back to who answered. Raises WrongStep, ReopenedTooOften."""
    before = within(one, _S.ANSWERED)
    return _closed(before, at, solved=True) if solved else _again(before)


def call_back(one: Ticket, agent_id: str, result: CallResult, at: datetime) -> Ticket:
    """Somebody who did not answer has called the asker. Raises WrongStep, SameCaller, ReopenedTooOften."""
    before = within(one, _S.ANSWERED)
    if agent_id == before.marks.answered_by:
        raise errors.SameCaller()
    called = replace(before, marks=replace(before.marks, call=result))
    if result is CallResult.UNREACHED:
        return _closed(called, at, solved=False) if _was_silent(before, at) else called
    return _closed(called, at, solved=True) if result is CallResult.SOLVED else _again(called)


def lapse(one: Ticket, at: datetime) -> Ticket | None:
    """The stated time of silence is over. None where a call-back is owed first: then a supervisor hears of it."""
    before = within(one, _S.ANSWERED)
    if before.klass.called_back and before.marks.call is None:
        return None
    return _closed(before, at, solved=False)


def reopen(one: Ticket, at: datetime) -> Ticket:
    """Not solved after all, within fifteen days. Raises WrongStep, ReopenTooLate, ReopenedTooOften."""
    before = within(one, _S.CLOSED)
    ended = before.marks.ended_at
    if ended is None or at >= ended + timedelta(days=REOPEN_DAYS):
        raise errors.ReopenTooLate()
    return _again(before)


def withdraw(one: Ticket, at: datetime) -> Ticket:
    """The asker needs no answer any more. Raises WrongStep."""
    before = within(one, _S.RECEIVED, _S.WORKING, _S.PAUSED, _S.JOINED)
    marks = replace(before.marks, ended_at=at)
    return replace(before, state=_S.WITHDRAWN, pause=None, parent_id="", marks=marks)


def abandon(one: Ticket, at: datetime) -> Ticket:
    """The asker left for good: nobody waits any more, and nobody's word counts."""
    if one.state is _S.ANSWERED:
        return _closed(one, at, solved=False)
    return withdraw(one, at) if one.state.open else one


def _was_silent(one: Ticket, at: datetime) -> bool:
    answered = one.marks.answered_at
    return answered is not None and at >= answered + timedelta(days=CONFIRM_DAYS + 1)


def _closed(one: Ticket, at: datetime, *, solved: bool) -> Ticket:
    return replace(one, state=_S.CLOSED, marks=replace(one.marks, ended_at=at, solved=solved))


def _again(one: Ticket) -> Ticket:
    """Back to who answered, with a new clock; it is nobody's child any more."""
    if one.marks.reopens >= MOST_REOPENS:
        raise errors.ReopenedTooOften()
    marks = replace(one.marks, reopens=one.marks.reopens + 1, ended_at=None, solved=False, extended=False)
    back = replace(one, state=_S.WORKING, charge_id=one.marks.answered_by, parent_id="", climb=Climb.NONE)
    return replace(back, clock=one.clock + 1, marks=marks)
