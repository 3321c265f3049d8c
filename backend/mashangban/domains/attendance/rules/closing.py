"""The closing of a day, and marks that come after it: nothing they lower counts without asking the worker."""

from dataclasses import replace
from datetime import datetime

from mashangban.domains.attendance.rules.marks import Marks
from mashangban.domains.attendance.rules.reconciling import Verdict
from mashangban.domains.attendance.rules.workday import Said, Workday, noted, settled_by, with_change
from mashangban.domains.attendance.terms import DayState, Decider


def marked(workday: Workday, marks: Marks, at: datetime, *, closed: bool) -> Workday:
    """The day with other marks; `closed` says that its team's day is closed already."""
    after = replace(workday, marks=marks)
    if workday.closed:
        return review(after, at)
    return close(after) if closed else after


def close(workday: Workday) -> Workday:
    """The day at its closing: settled, asked, or without a record. A day that closed before stays."""
    if workday.closed:
        return workday
    finding = workday.finding
    if finding.verdict is Verdict.SETTLED:
        return settled_by(workday, finding.worked, Decider.WITNESSES)
    if finding.verdict is Verdict.ASK:
        return noted(replace(workday, state=DayState.QUESTIONED))
    return noted(replace(workday, state=DayState.NONE))


def review(workday: Workday, at: datetime) -> Workday:
    """A closed day after a late mark: what it raises is settled at once, what it lowers asks the worker."""
    if not workday.closed or workday.contested or workday.state is DayState.CLAIMED:
        return workday
    if workday.state in (DayState.NONE, DayState.QUESTIONED) and workday.asked is None:
        return _first_result(workday, at)
    if workday.state is DayState.QUESTIONED:
        return _agreed(workday, at)
    return _second_result(workday, at)


def _first_result(workday: Workday, at: datetime) -> Workday:
    finding = workday.finding
    if finding.verdict is Verdict.SETTLED:
        settled = settled_by(workday, finding.worked, Decider.WITNESSES)
        return with_change(settled, workday, at, "系统", f"补到的记录一致：{finding.why}")
    if finding.verdict is Verdict.ASK and workday.state is DayState.NONE:
        return noted(replace(workday, state=DayState.QUESTIONED))
    return noted(workday)


def _agreed(workday: Workday, at: datetime) -> Workday:
    """While a lowering is asked, later marks may bear out what stood: then there is nothing left to ask."""
    finding = workday.finding
    if finding.verdict is not Verdict.SETTLED or finding.worked < workday.worked:
        return workday
    settled = replace(settled_by(workday, finding.worked, Decider.WITNESSES), asked=None)
    return with_change(settled, workday, at, "系统", f"补到的记录一致：{finding.why}")


def _second_result(workday: Workday, at: datetime) -> Workday:
    finding = workday.finding
    if finding.verdict is Verdict.SETTLED and finding.worked > workday.worked:
        settled = settled_by(workday, finding.worked, Decider.WITNESSES)
        return with_change(settled, workday, at, "系统", f"补到的记录：{finding.why}")
    agrees = finding.verdict is Verdict.SETTLED and finding.worked == workday.worked
    if workday.decider is not Decider.WITNESSES or agrees:
        return noted(workday)
    if not _denied(workday):  # had it come in time, the worker would have been asked
        return noted(replace(workday, state=DayState.QUESTIONED))
    reason = (workday.marks.roll and workday.marks.roll.reason) or f"补到的记录不一致：{finding.why}"
    return noted(
        replace(
            workday,
            state=DayState.QUESTIONED,
            asked=Said(finding.halves, reason, "记录", finding.overtime_minutes),
        )
    )


def _denied(workday: Workday) -> bool:
    """Whether the foreman's roll now says less than what was settled."""
    roll = workday.marks.roll
    return roll is not None and (roll.halves, roll.overtime_minutes) < workday.worked
