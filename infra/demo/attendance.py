"""Twenty days of attendance for two projects: roll calls, a gate, some questions still open."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from demo.ground import Ground, act
from mashangban.domains.attendance import schemas
from mashangban.domains.attendance.repository import devices as store
from mashangban.domains.attendance.repository import teams as known
from mashangban.domains.attendance.rules import calendar
from mashangban.domains.attendance.rules.device import Pass
from mashangban.domains.attendance.rules.teamday import KnownTeam
from mashangban.domains.attendance.service import devices, rolling
from mashangban.domains.attendance.terms import Direction
from mashangban.employment.rules import Employment
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal

PROJECTS, DAYS, MOST_A_TEAM = 2, 20, 12
Say = Callable[[str], None]


def fill(ground: Ground, say: Say) -> None:
    """Roll calls of the last days by the teams' foremen and one gate's report; the platform's clock settles them."""
    chance = Random(len(ground.teams))
    projects = list(dict.fromkeys(team.project.id for team in ground.teams))[:PROJECTS]
    called = 0
    for project_id in projects:
        for team in known.of_project(project_id):
            called += _live(team, chance)
    say(f"{called} 次班组点名 / roll calls")
    say(f"闸机上传 {_gate(ground, projects[0], chance)} 条通行记录 / gate passes")


def _live(team: KnownTeam, chance: Random) -> int:
    """The working days of one team, oldest first; each roll is dated by its own evening."""
    foreman = Principal(team.foreman_id, "", real_name=True)
    today = calendar.day_of(clock.now())
    done = 0
    for back in range(DAYS, -1, -1):
        day = today - timedelta(days=back)
        members = known.members(team, day)[:MOST_A_TEAM]
        if members and day.weekday() < 6:
            evening = Act(foreman, min(calendar.closes_at(day) - timedelta(hours=18), clock.now()))
            rolling.call_roll(evening, team.id, day, _roll(members, chance))
            done += 1
    return done


def _roll(members: list[Employment], chance: Random) -> schemas.RollForm:
    entries = [
        {"contract_id": one.contract_id, "halves": chance.choices((2, 1, 0), (88, 8, 4))[0]}
        for one in members
    ]
    return schemas.RollForm.model_validate({"entries": entries})


def _gate(ground: Ground, project_id: str, chance: Random) -> int:
    """One gate that was without network for some days and now sends what it saw: some of it against the rolls."""
    clerk = ground.clerks[project_id]
    form = schemas.DeviceForm(name="东门闸机", spot="工地东门", late_days=30)
    key = devices.register(act(clerk), project_id, form)
    now = clock.now()
    today = calendar.day_of(now)
    passes = [
        one
        for team in known.of_project(project_id)
        for back in range(6, 0, -1)
        for worker in known.members(team, today - timedelta(days=back))[:6]
        for one in _passages(worker.contract_id, today - timedelta(days=back), chance)
    ]
    for start in range(0, len(passes), 200):
        report = [_line(one, start + n) for n, one in enumerate(passes[start : start + 200])]
        caller = devices.Caller(store.device(key.device.id), timedelta(seconds=3), ids.new_id(now))
        devices.take(caller, schemas.PassReport(passes=report), now)
    return len(passes)


def _passages(contract_id: str, day: date, chance: Random) -> list[Pass]:
    morning = calendar.closes_at(day) - timedelta(hours=29)
    late, hours = chance.randint(0, 40), chance.choice((10, 10, 10, 10, 10, 3))
    came = morning + timedelta(minutes=late)
    return [
        Pass(contract_id, came, Direction.IN, 0),
        Pass(contract_id, came + timedelta(hours=hours), Direction.OUT, 0),
    ]


def _line(one: Pass, number: int) -> schemas.PassLine:
    return schemas.PassLine(worker=one.worker, at=one.at, direction=one.direction, sequence=number)
