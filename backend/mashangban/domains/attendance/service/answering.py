"""The worker's answer and claim, the employer's correction: each visible to both, none behind the other's back."""

from dataclasses import replace
from datetime import date

from mashangban.domains.attendance import errors, events, permissions
from mashangban.domains.attendance.models import AttendanceEmployment
from mashangban.domains.attendance.repository import days
from mashangban.domains.attendance.rules import answering as answers
from mashangban.domains.attendance.rules import calendar
from mashangban.domains.attendance.rules import workday as rules
from mashangban.domains.attendance.rules.marks import with_position
from mashangban.domains.attendance.rules.workday import Said, Workday
from mashangban.domains.attendance.schemas import DayAnswer, DayCorrection, DayDone
from mashangban.domains.attendance.service import deciding, presenting, rolling
from mashangban.domains.attendance.terms import CLAIM_DAYS, DayState
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Role

_WORKER = "工人"


def answer(act: Act, contract_id: str, day: date, given: DayAnswer) -> DayDone:
    """The worker answers what was asked about a day. Raises NotFound for somebody else's, NothingAsked,
    and what the files room says of a photo."""
    before = _own(act, contract_id, day)
    said = _answered(before, given)
    after = answers.answer(_hinted(act, before, given), said, act.at)
    kind = events.CLAIMED if after.state is DayState.CLAIMED else events.ANSWERED
    if after.contested:
        kind = events.CONTESTED
    return _done(act, before, after, kind, tuple(given.photos))


def claim(act: Act, contract_id: str, day: date, given: DayAnswer) -> DayDone:
    """The worker claims a day, or more of it; foreman and clerk are asked. Also for a day that nobody saw.

    Raises NotFound for somebody else's, NotEmployed, DayStillOpen, DayTooOld, AlreadyContested, NothingChanges.
    """
    before = _own(act, contract_id, calendar.within(day, act.at, CLAIM_DAYS))
    if not before.closed and not before.marks.witnesses and calendar.closes_at(day) <= act.at:
        before = replace(before, state=DayState.NONE)
    said = _answered(before, given)
    after = answers.claim(_hinted(act, before, given), said)
    return _done(act, before, after, events.CLAIMED, tuple(given.photos))


def correct(act: Act, contract_id: str, day: date, given: DayCorrection) -> DayDone:
    """Foreman or clerk change a day, with a reason both sides see; lowering asks the worker first.

    Raises NotFound beyond reach and for one's own day, DayStillOpen, WaitsForWorker, AlreadyContested, NothingChanges.
    """
    before = _day(contract_id, day)
    role = act.actor.role_for(permissions.CORRECT, before.office_place)
    by = "班组长" if role is Role.PERSON else role.label
    overtime = _overtime(before.claimed if before.state is DayState.CLAIMED else before, given)
    after = answers.correct(before, Said(given.halves, given.reason, by, overtime), act.at)
    done = presenting.day_done(after)
    deciding.move(act, before, after, deciding.Move(_event_of_correction(before, after), role, answer=done))
    return done


def _answered(before: Workday, given: DayAnswer) -> Said:
    """The worker's word."""
    return Said(
        given.halves,
        given.words,
        _WORKER,
        _overtime(before, given),
        before.version + 1 if given.photos else 0,
    )


def _overtime(stands: Workday | Said | None, given: DayAnswer | DayCorrection) -> int:
    """What was said of overtime; unsaid, it stays with as many half days as before, and goes with fewer."""
    if given.overtime_minutes is not None:
        return given.overtime_minutes
    return stands.overtime_minutes if stands is not None and given.halves >= stands.halves else 0


def _event_of_correction(before: Workday, after: Workday) -> str:
    if after.state is DayState.QUESTIONED:
        return events.QUESTIONED
    if before.state is DayState.CLAIMED:
        return events.CONTESTED if after.contested else events.CONFIRMED
    return events.CORRECTED


def _done(act: Act, before: Workday, after: Workday, kind: str, photos: tuple[str, ...]) -> DayDone:
    """Write the worker's word with its photos. Raises what the files room says of one that has not arrived."""
    for photo in photos:
        files.hold(act, "attendance", photo, Purpose.EVIDENCE)
    done = presenting.day_done(after)
    role = act.actor.role_for(permissions.ANSWER, after.own_place)
    data = {"photos": len(photos)} if photos else {}
    deciding.move(act, before, after, deciding.Move(kind, role, data, answer=done, photos=photos))
    return done


def _own(act: Act, contract_id: str, day: date) -> Workday:
    found = _day(contract_id, day)
    act.actor.reach(permissions.ANSWER).require(found.own_place)
    return found


def _day(contract_id: str, day: date) -> Workday:
    """The day, also one nobody said anything of. Raises NotFound, NotEmployed."""
    found = days.find(contract_id, day)
    return found or rules.first(_employed(contract_id, day), day)


def _employed(contract_id: str, day: date) -> Employment:
    employment = employments.get(AttendanceEmployment, contract_id)
    if not employment.covers(day):
        raise errors.NotEmployed()
    return employment


def _hinted(act: Act, before: Workday, given: DayAnswer) -> Workday:
    """The day with the phone's position as a hint; it changes nothing that counts."""
    position = rolling.position_of(act, given.position)
    return replace(before, marks=with_position(before.marks, position))
