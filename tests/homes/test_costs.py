"""What repairs cost and how often a fault comes again: on the boards, never before the household."""

import datetime as dt

import pytest

from mashangban.domains.homes import schemas
from mashangban.domains.homes.repository import defectrows
from mashangban.domains.homes.service import defectlists, repairing, reporting
from mashangban.domains.homes.terms import REPEAT_DAYS, Category, Payer
from mashangban.kernel import clock
from tests.homes.conftest import act
from tests.homes.repairs import Repairs, Street


@pytest.fixture
def repairs(ground: None, engine_url: str, objects_url: str) -> Repairs:
    return Street.on(engine_url, objects_url, buildings=2).repairs()


def paid(repairs: Repairs, one: str, fen: int | None, payer: Payer = Payer.BUILDER) -> None:
    photo = repairs.photo(repairs.yard.builder)
    done = schemas.RepairForm(after=[photo], text="换了角阀", cost_fen=fen, payer=payer)
    repairing.repaired(act(repairs.yard.builder), one, done)


def board(repairs: Repairs, where: str = "") -> schemas.DefectBoard:
    repairs.yard.pump.run()
    return defectlists.board(repairs.yard.builder, where or repairs.yard.estate_id)


def test_costs_of_every_round_add_up_by_who_bore_them_and_a_recount_finds_the_same(repairs: Repairs) -> None:
    one, silent = repairs.accepted(), repairs.accepted()
    paid(repairs, one, 8_050)
    reporting.reject(act(repairs.owner), one, schemas.Rejection(text="还在漏"))
    paid(repairs, one, 20_000, Payer.CONTRACTOR)
    paid(repairs, silent, None)
    shown = board(repairs)
    assert (shown.cost_fen, shown.cost_cases) == (28_050, 1)
    assert {cell.key: cell.count for cell in shown.payers} == {"builder": 8_050, "contractor": 20_000}
    estate = repairs.yard.estate_id
    before = {key: n for key, n in defectrows.counters("estate", estate).items() if n}
    assert defectlists.rebuild(estate) == before


def test_a_household_does_not_see_what_its_repair_cost(repairs: Repairs) -> None:
    one = repairs.accepted()
    paid(repairs, one, 8_050)
    mine, theirs, county = (
        defectlists.show(act(who), one).repair
        for who in (repairs.owner, repairs.yard.builder, repairs.yard.officer)
    )
    assert mine is not None
    assert (mine.cost_fen, mine.payer_label) == (None, None)
    for seen in (theirs, county):
        assert seen is not None
        assert (seen.cost_fen, seen.payer_label) == (8_050, "建设单位")


def test_the_same_kind_in_the_same_home_soon_after_the_repair_is_a_repeat(repairs: Repairs) -> None:
    repairs.confirmed()
    repairs.yard.pump.run()
    repairs.reported(category=Category.OPENING)
    repairs.reported(at=clock.now() + dt.timedelta(days=REPEAT_DAYS + 1))
    assert (board(repairs).repaired, board(repairs).repeats) == (1, 0)
    again = repairs.reported()
    shown = board(repairs)
    assert (shown.repaired, shown.repeats, shown.repeat_percent) == (1, 1, 100)
    reporting.withdraw(act(repairs.owner), again)
    assert board(repairs).repeats == 0


def test_what_is_opened_again_is_a_repeat_once_and_regions_count_it_too(repairs: Repairs) -> None:
    one = repairs.confirmed()
    for _ in range(2):
        reporting.reopen(act(repairs.owner), one, schemas.Rejection(text="又漏水了"))
        paid(repairs, one, 100)
        reporting.confirm(act(repairs.owner), one)
    assert (board(repairs).repaired, board(repairs).repeats) == (1, 1)
    county = defectlists.board(repairs.yard.officer, repairs.yard.county)
    assert county.repeats >= 1
    assert county.cost_fen >= 200
