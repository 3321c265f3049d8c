"""What worker and employer say of a closed day, and what their silence means."""

from dataclasses import replace
from datetime import datetime

from mashangban.domains.attendance import errors
from mashangban.domains.attendance.rules.workday import (
    Said,
    Workday,
    borne_out,
    noted,
    settled_by,
    with_change,
)
from mashangban.domains.attendance.terms import OFF, DayState, Decider


def answer(workday: Workday, said: Said, at: datetime) -> Workday:
    """The worker's answer: what a witness bears out is settled, more than that asks the employer.

    Raises NothingAsked. Not agreeing to a lowering leaves the day as it was, contested, with both reasons on record.
    """
    if workday.state is not DayState.QUESTIONED:
        raise errors.NothingAsked()
    if workday.asked is not None:
        return _answered_lowering(workday, said, at)
    seen = borne_out(workday, said.halves)
    if said.halves > workday.finding.favour or said.worked > seen:
        return noted(replace(workday, state=DayState.CLAIMED, claimed=said))
    settled = replace(settled_by(workday, seen, Decider.WORKER), claimed=said)
    counted = workday.halves > OFF and seen != workday.worked
    return with_change(settled, workday, at, said.by, said.words) if counted else settled


def claim(workday: Workday, said: Said) -> Workday:
    """The worker says that more was worked than stands here. Raises DayStillOpen, AlreadyContested, NothingChanges."""
    if workday.state is DayState.OPEN:
        raise errors.DayStillOpen()
    if workday.contested:
        raise errors.AlreadyContested()
    if workday.state.waits or said.worked <= workday.worked:
        raise errors.NothingChanges()
    return noted(replace(workday, state=DayState.CLAIMED, claimed=said))


def correct(workday: Workday, said: Said, at: datetime) -> Workday:
    """The employer's word, with its reason: raising counts at once, lowering asks the worker, a claim is confirmed or
    contested. Raises DayStillOpen, WaitsForWorker, AlreadyContested, NothingChanges."""
    match workday.state:
        case DayState.OPEN:
            raise errors.DayStillOpen()
        case DayState.QUESTIONED:
            raise errors.WaitsForWorker()
        case DayState.CLAIMED:
            return _reply(workday, said, at)
        case _:
            return _changed(workday, said, at)


def lapse(workday: Workday, at: datetime) -> Workday:
    """Nobody answered in time: the worker's favour, within what a witness saw; a lowering does not come about; a claim
    that the employer leaves unanswered stands (条例 Art. 50)."""
    if workday.state is DayState.CLAIMED and workday.claimed is not None:
        settled = settled_by(workday, workday.claimed.worked, Decider.SILENCE)
        return with_change(settled, workday, at, "系统", "单位逾期没有核实，按工人申报的算")
    if workday.state is not DayState.QUESTIONED:
        return workday
    favour = borne_out(workday, workday.finding.favour)
    stands = workday.worked if workday.asked is not None else favour
    return replace(settled_by(workday, stands, Decider.SILENCE), asked=None)


def _answered_lowering(workday: Workday, said: Said, at: datetime) -> Workday:
    assert workday.asked is not None
    if said.worked >= workday.worked:
        kept = settled_by(workday, workday.worked, Decider.WORKER)
        return replace(kept, claimed=said, contested=True)
    lower = max(said.worked, workday.asked.worked)
    settled = replace(settled_by(workday, lower, Decider.WORKER), claimed=said, asked=None)
    return with_change(settled, workday, at, "工人同意", workday.asked.words)


def _reply(workday: Workday, said: Said, at: datetime) -> Workday:
    assert workday.claimed is not None
    if said.worked >= workday.claimed.worked:
        settled = settled_by(workday, workday.claimed.worked, Decider.OFFICE)
        return with_change(settled, workday, at, said.by, said.words)
    kept = max(said.worked, workday.worked, borne_out(workday, workday.finding.favour))
    settled = replace(settled_by(workday, kept, Decider.OFFICE), asked=said, contested=True)
    return with_change(settled, workday, at, said.by, said.words)


def _changed(workday: Workday, said: Said, at: datetime) -> Workday:
    if said.worked == workday.worked and workday.state is DayState.SETTLED:
        raise errors.NothingChanges()
    if said.worked > workday.worked:
        settled = settled_by(workday, said.worked, Decider.OFFICE)
        return with_change(settled, workday, at, said.by, said.words)
    if workday.state is DayState.NONE:
        raise errors.NothingChanges()
    if workday.contested:
        raise errors.AlreadyContested()
    return replace(workday, state=DayState.QUESTIONED, asked=said, due="")
