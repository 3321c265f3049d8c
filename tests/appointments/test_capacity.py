"""What an act of an appointment costs in write units (docs/data/appointments.md lists the same figures)."""

import datetime as dt

import pytest

from mashangban.domains.appointments.service import booking, queueing
from mashangban.domains.appointments.service import desk as desk_acts
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act, Submission, system_act
from mashangban.kernel.permissions import Principal
from tests.appointments.conftest import Desk
from tests.budgets import over
from tests.registry.conftest import person
from tests.workers.test_capacity import units


def submitted(desk: Desk, actor: Principal, route: str, at: dt.datetime | None = None) -> Act:
    key = Submission("0123456789abcdef", route, actor.person_id, "d" * 64)
    return Act(actor, at or desk.now, key)


def test_no_act_costs_more_than_its_budget(tables: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An agent answers for each visit and is told, so an act is as dear as it gets."""
    desk, who, behind = Desk(quota=1), person(), person()
    monkeypatch.setattr(identity, "holders", lambda *_: [desk.officer.person_id])
    had: list[str] = []
    came = desk.at(8, 50)
    spent = {
        "hold a place": units(lambda: had.append(booking.hold(submitted(desk, who, "hold"), desk.form()).id)),
        "confirm it, the agent told": units(lambda: booking.confirm(submitted(desk, who, "confirm"), had[0])),
        "wait": units(lambda: had.append(booking.wait(submitted(desk, behind, "wait"), desk.form()).id)),
        "cancel, the agent told": units(lambda: booking.cancel(submitted(desk, who, "cancel"), had[0])),
        "be offered": units(lambda: queueing.follow(system_act("appointments_stream", desk.now), had[0])),
        "confirm": units(lambda: booking.confirm(submitted(desk, behind, "confirm"), had[1])),
        "check in": units(lambda: desk_acts.arrive(submitted(desk, desk.officer, "arrive", came), had[1])),
        "done": units(lambda: desk_acts.finish(submitted(desk, desk.officer, "finish", came), had[1])),
    }
    assert over("appointments", spent) == {}
