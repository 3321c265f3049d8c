"""Boards and the public page: counted by the listener, exact when everybody acts at once, without a person in them."""

import dataclasses
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from mashangban.domains.homes import schemas
from mashangban.domains.homes.repository import defectrows
from mashangban.domains.homes.rules import tally
from mashangban.domains.homes.service import defectlists, repairing, reporting
from mashangban.domains.homes.terms import Category, ResidentRole
from mashangban.kernel.errors import NotFound
from tests.homes.conftest import act, person
from tests.homes.repairs import Repairs, Street
from tests.registry.conftest import officer


@pytest.fixture
def repairs(ground: None, engine_url: str, objects_url: str) -> Repairs:
    """An estate, a builder and a county's figures that nobody else counts on."""
    return Street.on(engine_url, objects_url, buildings=2).repairs()


def board(repairs: Repairs) -> schemas.DefectBoard:
    repairs.yard.pump.run()
    return defectlists.board(repairs.yard.builder, repairs.yard.estate_id)


def cells(found: list[schemas.Cell]) -> dict[str, int]:
    return {one.key: one.count for one in found}


def test_an_estates_board_follows_each_step_and_a_recount_finds_the_same(repairs: Repairs) -> None:
    yard, other = repairs.yard, repairs.reported(category=Category.OPENING)
    one = repairs.accepted()
    repairing.assign(act(yard.builder), one, schemas.Contractor(enterprise_id=yard.contractor_id))
    shown = board(repairs)
    assert (shown.open, shown.ended) == (2, 0)
    assert cells(shown.states) == {"reported": 1, "accepted": 1}
    assert cells(shown.categories) == {"leak": 1, "opening": 1}
    assert cells(shown.buildings) == {repairs.building: 2}
    assert [(cell.label, cell.count) for cell in shown.contractors] == [("浙江样例建设有限公司", 1)]
    repairs.repair(one)
    reporting.confirm(act(repairs.owner), one)
    reporting.withdraw(act(repairs.owner), other)
    after = board(repairs)
    assert (after.open, after.ended, after.buildings, after.contractors) == (0, 2, [], [])
    before = {key: n for key, n in defectrows.counters("estate", yard.estate_id).items() if n}
    assert defectlists.rebuild(yard.estate_id) == before


def test_a_step_told_twice_or_late_counts_once(repairs: Repairs) -> None:
    one = repairs.accepted()
    repairs.yard.pump.run()
    row = tally.listed(repairs.defect(one))
    assert not defectlists.count(one)
    assert not defectrows.count(dataclasses.replace(row, version=1))
    assert board(repairs).open == 1


def test_a_builders_public_page_has_rates_with_their_cases_and_nobody_in_it(repairs: Repairs) -> None:
    good, again, taken = repairs.confirmed(), repairs.confirmed(), repairs.reported()
    reporting.rate(act(repairs.owner), good, schemas.Rating(stars=5, text="修得好"))
    reporting.reopen(act(repairs.owner), again, schemas.Rejection(text="又漏水了"))
    reporting.withdraw(act(repairs.owner), taken)
    repairs.reported()
    repairs.yard.pump.run()
    page = defectlists.promise(repairs.yard.builder_id)
    assert (page.cases, page.answered, page.fixed, page.again, page.rated) == (3, 2, 1, 1, 1)
    assert (page.answered_percent, page.fixed_percent, page.again_percent, page.stars) == (67, 33, 33, 5.0)
    text = page.model_dump_json()
    assert repairs.owner.person_id not in text
    assert set(json.loads(text)) == set(schemas.Promise.model_fields)


def test_a_builder_without_cases_shows_no_rate(repairs: Repairs) -> None:
    page = defectlists.promise(repairs.yard.supervisor_id)
    assert (page.cases, page.answered_percent, page.fix_days, page.stars) == (0, None, None, None)


def test_a_board_is_for_the_builder_and_the_regulators_of_its_region(repairs: Repairs) -> None:
    repairs.reported()
    repairs.yard.pump.run()
    county = defectlists.board(repairs.yard.officer, repairs.yard.county)
    assert repairs.yard.estate_id in cells(county.parts)
    assert defectlists.board(officer("33"), "33").open >= county.open
    strangers = (person(), officer("330702"), repairs.yard.supervisor)
    for who in strangers[1:]:
        with pytest.raises(NotFound):
            defectlists.board(who, repairs.yard.estate_id)


def test_many_households_report_at_once_and_the_count_is_exact(repairs: Repairs) -> None:
    many = [repairs.lives(ResidentRole.TENANT) for _ in range(10)]
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(lambda n: repairs.reported(many[n % 10]), range(60)))
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(defectlists.count, [one for one in found for _ in range(2)]))
    assert len(set(found)) == 60
    assert board(repairs).open == 60
