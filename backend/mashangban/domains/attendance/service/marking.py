"""What witnesses say reaches the worker-days: reports and rolls are fanned out, idempotently and in any order."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from mashangban.domains.attendance.models import AttendanceEmployment
from mashangban.domains.attendance.repository import days, devices
from mashangban.domains.attendance.repository import teams as repository
from mashangban.domains.attendance.rules import closing
from mashangban.domains.attendance.rules import workday as rules
from mashangban.domains.attendance.rules.calendar import day_of
from mashangban.domains.attendance.rules.marks import Marks, Punch, RollMark, with_punches, with_roll
from mashangban.domains.attendance.rules.teamday import Roll, RollEntry, team_of
from mashangban.domains.attendance.rules.workday import Workday
from mashangban.domains.attendance.service import deciding, teamdays
from mashangban.domains.attendance.terms import Witness
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy, Stale

_TRIES = 6
Marking = Callable[[Marks], Marks]


def take_passes(act: Act, device_id: str, request_id: str) -> None:
    """Bring the passes of one report to the days they belong to."""
    grouped: dict[tuple[str, date], list[Punch]] = defaultdict(list)
    for one in devices.batch(device_id, request_id):
        punch = Punch(one.at, one.direction, f"{device_id}#{one.sequence}")
        grouped[(one.worker, day_of(one.at))].append(punch)
    known = employments.many(AttendanceEmployment, [worker for worker, _ in grouped])
    for (worker, day), punches in grouped.items():
        mark(act, known[worker], day, _gate(tuple(punches)))


def _gate(punches: tuple[Punch, ...]) -> Marking:
    return lambda marks: with_punches(marks, Witness.GATE, punches)


def take_roll(act: Act, teamday_id: str) -> None:
    """Bring the latest roll of a team's day to its people."""
    team_id, _, text = teamday_id.partition("#")
    day = date.fromisoformat(text)
    team = repository.team(team_id)
    roll = repository.teamday(team, day).roll
    if roll is None:
        return
    known = employments.many(AttendanceEmployment, [one.contract_id for one in roll.entries])
    for entry in roll.entries:
        mark(act, known[entry.contract_id], day, _roll(roll, entry))


def _roll(roll: Roll, entry: RollEntry) -> Marking:
    said = RollMark(
        entry.halves, entry.overtime_minutes, entry.note, roll.reason, roll.by, roll.at, roll.version
    )
    return lambda marks: with_roll(marks, said)


def mark(act: Act, employment: Employment, day: date, marking: Marking) -> None:
    """Add marks to a day. On a closed day they may settle it, raise it, or ask the worker: a visible step."""
    teamday = teamdays.ensure(act, team_of(employment), day)
    for _ in range(_TRIES):
        before = days.find(employment.contract_id, day) or rules.first(employment, day)
        marks = marking(before.marks)
        if marks == before.marks:
            return
        after = closing.marked(before, marks, act.at, closed=teamday.closed)
        try:
            _write(act, before, after)
        except Stale:
            teamday = repository.teamday(teamday.team, day)
            continue
        return
    raise Busy()


def _write(act: Act, before: Workday, after: Workday) -> None:
    if after.closed:
        deciding.move(act, before, after, deciding.Move(deciding.event_of(before, after)))
    else:
        deciding.note(act, before, after)
