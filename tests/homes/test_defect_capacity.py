"""What the acts of a defect cost in write units, and what a screen reads."""

import datetime as dt

import pytest

from mashangban.domains.homes import schemas
from mashangban.domains.homes.service import defectlists, overseeing, repairing, reporting
from mashangban.domains.homes.terms import Category
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.homes.conftest import act
from tests.homes.repairs import ROOM, Repairs, Street, reason
from tests.workers.test_capacity import MOST, units


@pytest.fixture
def repairs(ground: None, engine_url: str, objects_url: str) -> Repairs:
    return Street.on(engine_url, objects_url, buildings=1).repairs()


def submitted(actor: Principal, route: str) -> Act:
    """An act as a phone sends it: with a key, so that its answer is kept too."""
    return Act(actor, clock.now(), Submission("0123456789abcdef", route, actor.person_id, "d" * 64))


def test_no_step_of_a_defect_costs_more_than_its_budget(repairs: Repairs) -> None:
    owner, builder, county = repairs.owner, repairs.yard.builder, repairs.yard.officer
    photos = [repairs.photo(owner) for _ in range(3)]
    spot = schemas.SpotForm(room=ROOM, x=0.5, y=0.5)
    given = schemas.Report(category=Category.LEAK, spot=spot, text="墙角一直在滴水", photos=photos)
    made: list[str] = []
    spent = {
        "report": units(
            lambda: made.append(reporting.report(submitted(owner, "report"), repairs.home_id, given).id)
        )
    }
    (one,) = made
    spent["count"] = units(lambda: defectlists.count(one))
    spent["accept"] = units(lambda: repairing.accept(submitted(builder, "accept"), one))
    spent["count again"] = units(lambda: defectlists.count(one))
    told = schemas.Contractor(enterprise_id=repairs.yard.contractor_id)
    spent["assign"] = units(lambda: repairing.assign(submitted(builder, "assign"), one, told))
    visit_at = clock.now() + dt.timedelta(days=1)
    meeting = schemas.Appointment(visit_at=visit_at, text="上午到")
    spent["appoint"] = units(lambda: repairing.appoint(submitted(builder, "appoint"), one, meeting))
    seen = schemas.VisitForm(text="角阀坏了")
    spent["visit"] = units(lambda: repairing.visit(submitted(builder, "visit"), one, seen))
    spent["extend"] = units(lambda: overseeing.extend(submitted(county, "extend"), one, reason()))
    done = schemas.RepairForm(after=[repairs.photo(builder)], text="换了角阀")
    spent["repaired"] = units(lambda: repairing.repaired(submitted(builder, "repaired"), one, done))
    wrong = schemas.Rejection(text="还在滴水")
    spent["reject"] = units(lambda: reporting.reject(submitted(owner, "reject"), one, wrong))
    repairing.repaired(act(builder), one, done)
    spent["confirm"] = units(lambda: reporting.confirm(submitted(owner, "confirm"), one))
    stars = schemas.Rating(stars=4, text="来得快")
    spent["rate"] = units(lambda: reporting.rate(submitted(owner, "rate"), one, stars))
    assert all(cost > 0 for cost in spent.values())
    assert {name: cost for name, cost in spent.items() if cost > MOST} == {}
