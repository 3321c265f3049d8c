"""What may happen to a running deadline: pause, resume, more time, the end. Each gives a new deadline or refuses."""

import datetime as dt
from dataclasses import replace

from mashangban.deadlines.errors import AgreedDay, AlreadyPaused, DeadlineClosed, NotPaused, OtherUnit
from mashangban.deadlines.rules.deadline import Deadline, Extension, OnDay
from mashangban.deadlines.rules.periods import Pause, Term
from mashangban.deadlines.terms import DeadlineState


def pause(deadline: Deadline, at: dt.datetime, reason: str) -> Deadline:
    """Stop the clock from now on, with the reason people are shown."""
    _require_running_term(deadline)
    if deadline.state is DeadlineState.PAUSED:
        raise AlreadyPaused()
    pauses = (*deadline.pauses, Pause(at, None, reason))
    return replace(deadline, state=DeadlineState.PAUSED, pauses=pauses)


def resume(deadline: Deadline, at: dt.datetime) -> Deadline:
    """Let the clock run again from now on."""
    _require_running_term(deadline)
    if deadline.state is not DeadlineState.PAUSED:
        raise NotPaused()
    ended = replace(deadline.pauses[-1], ends_at=at)
    return replace(deadline, state=DeadlineState.RUNNING, pauses=(*deadline.pauses[:-1], ended))


def extend(deadline: Deadline, term: Term, reason: str, at: dt.datetime) -> Deadline:
    """Give more time in the deadline's own unit, with the reason people are shown."""
    basis = _require_running_term(deadline)
    if term.unit is not basis.unit:
        raise OtherUnit()
    return replace(deadline, extensions=(*deadline.extensions, Extension(term, reason, at)))


def close(deadline: Deadline, at: dt.datetime) -> Deadline:
    """End it: what was awaited has come, or is awaited no longer."""
    if deadline.state is DeadlineState.CLOSED:
        raise DeadlineClosed()
    return replace(deadline, state=DeadlineState.CLOSED, closed_at=at)


def _require_running_term(deadline: Deadline) -> Term:
    if deadline.state is DeadlineState.CLOSED:
        raise DeadlineClosed()
    if isinstance(deadline.basis, OnDay):
        raise AgreedDay()
    return deadline.basis
