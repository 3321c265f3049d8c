"""Boards of worker-days: a recount finds what the listeners counted, and another region's board is nobody's."""

from datetime import timedelta

import pytest

from mashangban.domains.attendance import schemas
from mashangban.domains.attendance.repository import boards as store
from mashangban.domains.attendance.rules import board
from mashangban.domains.attendance.service import answering, boards
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Role
from tests.attendance.conftest import Crew, act, new_project, somebody, today


def lived(region: str = "330106") -> tuple[Crew, str]:
    """A project of its own with a closed day, a claim, a correction."""
    crew = Crew(*new_project(), region=region)
    day = today() - timedelta(days=1)
    crew.roll(day, 2, 1, 0)
    crew.close(day)
    answering.claim(act(crew.workers[2]), crew.contracts[2], day, schemas.DayAnswer(halves=2))
    answering.correct(
        act(crew.clerk), crew.contracts[1], day, schemas.DayCorrection(halves=2, reason="下午在")
    )
    crew.stir_days(day)
    return crew, day.isoformat()[:7]


def test_a_recount_equals_what_listeners_counted(tables: str) -> None:
    crew, month = lived()
    name = board.project_board(crew.project_id, month)
    counted = {key: n for key, n in store.counters(name, consistent=True).items() if n}
    assert counted == {
        "state.settled": 2,
        "state.claimed": 1,
        "sum.halves": 4,
        "flag.corrected": 1,
        f"part.{crew.team_id}": 2,
    }
    assert boards.rebuild_project(crew.project_id, month) == counted


def test_a_day_counted_twice_counts_once(tables: str) -> None:
    crew, month = lived()
    name = board.project_board(crew.project_id, month)
    before = store.counters(name, consistent=True)
    for contract in crew.contracts:
        boards.count(f"{contract}#{(today() - timedelta(days=1)).isoformat()}")
    assert store.counters(name, consistent=True) == before


def test_a_region_is_the_sum_of_its_parts(tables: str) -> None:
    """A province nobody else in this run counts on, so that the sums are this test's alone."""
    _, month = lived(region="650102")
    listened = {
        region: store.counters(board.region_board(region, month)) for region in ("65", "6501", "650102")
    }
    assert boards.rebuild_region("65", month)["state.settled"] == 2
    for region, before in listened.items():
        after = store.counters(board.region_board(region, month), consistent=True)
        assert {k: n for k, n in before.items() if n} == {k: n for k, n in after.items() if n}


def test_an_officer_reads_the_own_regions_board_and_no_other(tables: str) -> None:
    _, month = lived()
    county = somebody((Role.COUNTY_OFFICER, "region:330106"))
    shown = boards.board(county, "330106", month)
    assert {one.key for one in shown.states} >= {"settled", "claimed"}
    assert shown.parts
    for region in ("3301", "33", "330105"):
        with pytest.raises(NotFound):
            boards.board(county, region, month)
    with pytest.raises(NotFound):
        boards.board(somebody((Role.PROVINCE_OFFICER, "region:99")), "999999", month)
