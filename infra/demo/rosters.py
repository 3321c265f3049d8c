"""The duty roster of the demo: two weeks of office hours at a general desk, with one afternoon that nobody has."""

from datetime import date, time, timedelta

from demo.ground import act
from mashangban.deadlines.service import CALENDAR
from mashangban.domains.helpdesk import schemas
from mashangban.domains.helpdesk.rules import roster
from mashangban.domains.helpdesk.service import rostering
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal

_HALVES = ((time(8, 30), time(12)), (time(13, 30), time(17, 30)))
_FRIDAY = 4


def fill(keeper: Principal, department_id: str) -> None:
    """This week and the next, on the days on which offices work; Friday afternoon is a gap to be seen."""
    first = roster.monday_of(clock.local_date(clock.now()))
    for monday in (first, first + roster.WEEK):
        form = schemas.RosterForm(monday=monday, shifts=_shifts(monday, keeper.person_id))
        rostering.keep(act(keeper), department_id, form)


def _shifts(monday: date, person_id: str) -> list[schemas.RosterShift]:
    days = (monday + timedelta(days=number) for number in range(7))
    return [
        schemas.RosterShift(day=day, starts=starts, ends=ends, person_id=person_id)
        for day in days
        if CALENDAR.is_working(day)
        for starts, ends in (_HALVES[:1] if day.weekday() == _FRIDAY else _HALVES)
    ]
