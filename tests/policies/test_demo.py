"""The demo's policies are made by the acts that offices, departments and an enterprise would do."""

import csv
from pathlib import Path
from random import Random

import pytest

from demo import policies as demo
from demo.ground import Ground
from mashangban.domains.policies.repository import indicators
from mashangban.domains.policies.rules import checks
from mashangban.domains.policies.rules.conditions.facts import Catalogue
from mashangban.domains.policies.schemas import OfficeQuery, OpenQuery
from mashangban.domains.policies.service import drafting, opening, stating
from mashangban.domains.policies.terms.departments import Department
from mashangban.kernel import clock
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Role
from tests.policies.conftest import Bureau
from tests.registry.conftest import officer, person

ITEMS = list(csv.DictReader(demo.ITEMS.read_text("utf-8").splitlines()))


def test_the_demo_makes_policies_in_every_state_and_enterprises_with_facts(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    near = [row for row in ITEMS if row["region"][:4] == "3302"]
    with (tmp_path / "items.csv").open("w", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(near[0]))
        writer.writeheader()
        writer.writerows(near)
    for name, value in (("YEARS", (2025,)), ("ITEMS", tmp_path / "items.csv")):
        monkeypatch.setattr(demo, name, value)
    world = Ground(Random(7), met=7000)
    firm = bureau.enterprise(county="330203")
    world.firms["tech-b"] = firm
    operator = person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))
    world.phones[firm] = operator
    told: list[str] = []
    demo.fill(world, 6, told.append)
    assert len(told) == 3
    assert len(indicators.of_department(Department.TAX, PageRequest(limit=50)).items) == 50
    county = officer("330203")
    states = {
        one.state.value for one in drafting.listed(county, OfficeQuery(region="330203", limit=50)).items
    }
    assert states == {"draft", "published", "withdrawn"}
    bureau.pump.run()
    everyone = opening.listed(OpenQuery(region="330203", limit=50), clock.now()).items
    assert {one.window.value for one in everyone} == {"soon", "open", "closed"}
    (disputed,) = [one for one in stating.shown(operator, firm) if one.disputed_at]
    assert disputed.code == "hr.insured"
    assert len(stating.shown(operator, firm)) > 20


@pytest.mark.parametrize("row", ITEMS, ids=lambda row: str(row["title"]))
def test_every_item_of_the_demo_is_ready_to_be_published_or_says_why_not(row: dict[str, str]) -> None:
    facts = Catalogue(demo.named())
    content = drafting.edition_of(demo.form_of(row, facts))
    found = {one.field for one in checks.findings(content, facts, clock.local_date(clock.now()))}
    assert found == ({"summary"} if "原则上" in row["summary"] else set())
