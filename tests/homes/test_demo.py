"""The demo's estates are made by the acts that a builder, its buyers and the parties would do."""

from random import Random

import pytest

from demo import homes as demo
from demo.ground import Ground, give
from mashangban.domains.homes.repository import defectrows, issues
from mashangban.domains.homes.repository import homes as home_store
from mashangban.domains.homes.repository import inspections as sheets
from mashangban.domains.homes.rules.home import home_id
from mashangban.domains.homes.service import estates
from mashangban.domains.homes.terms import DefectState
from mashangban.domains.homes.terms.inspections import InspectionState
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Role
from mashangban.registry import service as registry
from tests.registry.conftest import COUNTY, Desk, enterprise_form, officer, project_code, project_form


def test_the_demo_makes_an_estate_with_owners_and_a_signed_inspection(
    ground: None, object_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, size in (("FLOORS", 3), ("SOLD", 4), ("BOUND", 2)):
        monkeypatch.setattr(demo, name, size)
    desk = Desk(officer(COUNTY[:2]))
    units = [desk.enterprise(**enterprise_form(county=COUNTY)).id for _ in range(3)]
    parties = [
        {"enterprise_id": unit, "kind": kind} for unit, kind in zip(units, ("15", "16", "14"), strict=True)
    ]
    project = desk.project(**project_form(code=project_code(COUNTY), county=COUNTY, parties=parties))
    world = Ground(Random(7), met=6000)
    developer = give(
        world.meet()[0], Role.ENTERPRISE_ADMIN, f"org:{units[0]}", registry.project(project.id).place
    )
    world.developers[project.id] = developer
    told: list[str] = []
    demo.fill(world, told.append)
    assert len(told) == 1
    assert estates.show_estate(developer, project.id).homes == 18
    home = home_store.get(home_id(project.id, demo.label(0)))
    assert [one.role.label for one in home.residents] == ["业主", "租客"]
    (sheet,) = sheets.of_home(home.id, PageRequest()).items
    assert (sheet.state, len(sheet.failed)) == (InspectionState.SIGNED, 1)
    counted = defectrows.counters("estate", project.id)
    states = {key.partition(".")[2] for key, n in counted.items() if key.startswith("state.") and n}
    assert states == {one.value for one in DefectState}
    assert counted["cost.fen"] == 52_500
    (issue,) = issues.of_estate(project.id, PageRequest()).items
    assert len(list(issues.members(issue.id))) == 2
