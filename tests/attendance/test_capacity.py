"""What each act costs in write units, as the engine counts them (docs/data/attendance.md lists the same figures)."""

from datetime import timedelta

import pytest

from mashangban.domains.attendance import schemas
from mashangban.domains.attendance.service import answering, boards, rolling
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject
from tests.attendance.conftest import Crew, Gate, act, fire, today
from tests.attendance.test_photos import photo_of
from tests.budgets import over
from tests.workers.test_capacity import submitted, units


@pytest.mark.usefixtures("object_store")
def test_no_act_of_a_day_costs_more_than_its_budget(crew: Crew, gate: Gate) -> None:
    day = today() - timedelta(days=1)
    spent = {"a device's report": units(lambda: gate.send(gate.line(crew.contracts[0], clock.now())))}
    spent["a roll of a small team"] = units(lambda: roll(crew, day))
    teamday = Subject("teamday", f"{crew.team_id}#{day.isoformat()}")
    spent["listener: a mark reaches a day"] = units(lambda: crew.stir(teamday)) / 3
    spent["a team's day closes"] = units(lambda: fire(teamday))
    spent["listener: one member settled and counted"] = units(lambda: crew.stir(teamday)) / 3
    contract = crew.contracts[2]
    photos = [photo_of(crew.workers[2]) for _ in range(6)]
    given = schemas.DayAnswer(
        halves=2, words="我在四号楼扎钢筋，下午也在", overtime_minutes=90, photos=photos
    )
    worker = crew.workers[2]
    spent["with photos"] = units(lambda: answering.claim(submitted(worker, "claim"), contract, day, given))
    reason = schemas.DayCorrection(halves=2, reason="核实过，在四号楼")
    spent["clerk confirms or corrects"] = units(
        lambda: answering.correct(submitted(crew.clerk, "correct"), contract, day, reason)
    )
    spent["listener: one day counted on four boards"] = units(
        lambda: boards.count(f"{contract}#{day.isoformat()}")
    )
    code = rolling.show_code(crew.foreman, crew.team_id, act(crew.foreman)).code
    form = schemas.PunchForm.model_validate({"code": code, "direction": "in"})
    spent["worker scans"] = units(lambda: rolling.scan_code(submitted(crew.workers[0], "scan"), form))
    assert over("attendance", spent) == {}


def roll(crew: Crew, day: object) -> None:
    """As the foreman's phone sends it."""
    entries = [{"contract_id": one, "halves": n} for one, n in zip(crew.contracts, (2, 1, 0), strict=True)]
    form = schemas.RollForm.model_validate({"entries": entries})
    sent: Act = submitted(crew.foreman, "roll")
    rolling.call_roll(sent, crew.team_id, day, form)  # type: ignore[arg-type]  # a day
