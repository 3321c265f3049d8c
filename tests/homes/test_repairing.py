"""Whoever repairs: the list of what is theirs with its clocks, and what a visit showed."""

import datetime as dt

import pytest

from mashangban.domains.homes import schemas
from mashangban.domains.homes.service import defectlists, repairing
from mashangban.kernel import clock
from tests.homes.conftest import act
from tests.homes.repairs import Repairs, Street


@pytest.fixture(scope="module")
def street(ground: None, engine_url: str, objects_url: str) -> Street:
    return Street.on(engine_url, objects_url, buildings=4)


@pytest.fixture
def repairs(street: Street) -> Repairs:
    return street.repairs()


def test_a_builder_whose_own_people_repair_has_it_in_its_own_list(repairs: Repairs) -> None:
    one, yard = repairs.accepted(), repairs.yard
    query = schemas.RepairsQuery(contractor=yard.builder_id)

    def listed() -> list[str]:
        return [row.id for row in defectlists.to_repair(act(yard.builder), query).items]

    repairing.assign(act(yard.builder), one, schemas.Contractor())
    assert one in listed()
    repairing.assign(act(yard.builder), one, schemas.Contractor(enterprise_id=yard.contractor_id))
    assert one not in listed()


def test_repairs_come_with_the_clock_that_runs_out_first_and_say_when_it_did(repairs: Repairs) -> None:
    one, yard = repairs.accepted(), repairs.yard
    repairing.assign(act(yard.builder), one, schemas.Contractor(enterprise_id=yard.contractor_id))
    query = schemas.RepairsQuery(contractor=yard.contractor_id)
    (fresh,) = (row for row in defectlists.to_repair(act(yard.contractor), query).items if row.id == one)
    assert fresh.due_label.startswith("上门查看：")
    assert not fresh.overdue
    later = act(yard.contractor, clock.now() + dt.timedelta(days=40))
    (old,) = (row for row in defectlists.to_repair(later, query).items if row.id == one)
    assert old.overdue
    repairing.visit(act(yard.contractor), one, schemas.VisitForm(text="角阀坏了"))
    (seen,) = (row for row in defectlists.to_repair(act(yard.contractor), query).items if row.id == one)
    assert seen.due_label.startswith("修好：")


def test_what_the_visit_showed_is_the_before_of_the_repair(repairs: Repairs) -> None:
    one, builder = repairs.accepted(), repairs.yard.builder
    photo = repairs.photo(builder)
    repairing.visit(act(builder), one, schemas.VisitForm(text="角阀坏了", photos=[photo]))
    seen = defectlists.show(act(repairs.owner), one)
    assert ([link.file_id for link in seen.found], seen.log[-1].text) == ([photo], "角阀坏了")
    repairs.repair(one)
    shown = defectlists.show(act(repairs.owner), one).repair
    assert shown is not None
    assert [link.file_id for link in shown.before] == [photo]
