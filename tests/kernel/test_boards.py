"""Boards: a county's projects stand on pages beside its sums; what is read is the same wherever a counter stands."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.kernel import boards, ids
from mashangban.kernel.boards import Counters
from mashangban.kernel.dynamodb import client
from mashangban.kernel.settings import Table

TABLE = Table("workers")
COUNTY_BOARDS = ["region:330106", "2026-10:330106", "region:330106@2026-10", "defects-region:330106"]
OTHER_BOARDS = [
    "region:33",
    "region:3301",
    "2026-10:3301",
    "project:01KB330106AAAAAAAAAAAAAAAA",
    "2026-10:33",
]
LINE = {"state.shown": -1, "state.confirmed": 1}
Move = tuple[int, int]


def places(name: str, moves: Counters) -> dict[str, set[str]]:
    """Which counters each item of a board takes."""
    writes = [one["Update"] for one in boards.additions(TABLE, name, moves)]
    return {one["Key"]["SK"]["S"]: set(one["ExpressionAttributeNames"].values()) for one in writes}


@pytest.mark.parametrize("name", COUNTY_BOARDS)
def test_what_moves_a_project_of_a_county_is_one_write_to_its_page(name: str) -> None:
    one = ids.new_id()
    moves = {**LINE, f"part.{one}": 1, f"partfen.{one}": 100}
    ((place, taken),) = places(name, moves).items()
    assert place in boards.PAGES
    assert taken == {*moves, "moves"}


@pytest.mark.parametrize("name", OTHER_BOARDS)
def test_every_other_board_is_one_item(name: str) -> None:
    assert set(places(name, {**LINE, f"part.{ids.new_id()}": 1, "part.3301": 1})) == {"BOARD"}


def test_who_moves_sums_only_does_not_write_the_projects() -> None:
    assert set(places("region:330106", LINE)) == {"BOARD"}


def test_projects_of_several_pages_are_moved_at_once_and_the_sums_counted_once() -> None:
    projects = {f"part.{'0' * 25}{n}": 1 for n in range(9)}
    found = places("region:330106", {**LINE, **projects})
    assert set(found) == set(boards.PAGES)
    assert sorted(key for taken in found.values() for key in taken) == sorted(
        [*LINE, *projects, *["moves"] * 3]
    )


@pytest.fixture
def county(tables: str) -> str:
    """The board of a county that nobody else counts on."""
    return f"test:{ids.new_id().lower()}:330106"


def items(name: str) -> list[dict[str, Any]]:
    return boards._items(TABLE, name, consistent=True)


def tell(name: str, moves: Counters) -> None:
    client().transact_write_items(TransactItems=boards.additions(TABLE, name, moves))


def test_a_county_of_many_projects_reads_as_the_sum_of_its_moves_from_four_items(county: str) -> None:
    told: Counter[str] = Counter()
    tell(county, LINE)
    told.update(LINE)
    for n in range(60):
        moves = {"state.sealed": 1, f"part.{ids.new_id()}": 1 + n % 3}
        tell(county, moves)
        told.update(moves)
    assert boards.counters(TABLE, county, consistent=True) == dict(told)
    assert len(items(county)) == 1 + len(boards.PAGES)


def test_a_recount_also_mends_pages_and_what_stood_in_the_sums_before_there_were_pages(county: str) -> None:
    old, gone = f"part.{ids.new_id()}", f"part.{ids.new_id()}"
    numbers = {old: {"N": "7"}, "state.sealed": {"N": "7"}, "moves": {"N": "3"}}
    client().put_item(TableName=TABLE.physical, Item={**boards._key(county, "BOARD"), **numbers})
    tell(county, {gone: 5})
    assert boards.counters(TABLE, county, consistent=True) == {old: 7, "state.sealed": 7, gone: 5}
    boards.replace(TABLE, county, lambda: {old: 6, "state.sealed": 6})
    assert boards.counters(TABLE, county, consistent=True) == {old: 6, "state.sealed": 6}
    (first,) = (one for one in items(county) if one["SK"]["S"] == "BOARD")
    assert old not in first


def test_who_counts_on_a_page_during_a_recount_is_not_lost(county: str) -> None:
    project = f"part.{ids.new_id()}"
    tell(county, {project: 1})
    late = iter([True])

    def recount() -> Counters:
        found = boards.counters(TABLE, county, consistent=True)
        if next(late, False):
            tell(county, {project: 1})
        return found

    assert boards.replace(TABLE, county, recount) == {project: 2}
    assert boards.counters(TABLE, county, consistent=True) == {project: 2}


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-9, 9)), max_size=12))
def test_items_that_counted_below_nothing_still_add_up(moves: list[Move]) -> None:
    projects = [f"part.{'0' * 25}{n}" for n in range(6)]
    added: Counter[str] = Counter()
    for project, step in moves:
        for one in boards.additions(TABLE, "region:330106", {projects[project]: step, "state.sealed": step}):
            names, values = (one["Update"][f"ExpressionAttribute{what}"] for what in ("Names", "Values"))
            for place, key in names.items():
                added[key] += int(values[f":{place[1:]}"]["N"])
    told: Counter[str] = Counter({"moves": len(moves)})
    for project, step in moves:
        told.update({projects[project]: step, "state.sealed": step})
    assert {k: n for k, n in added.items() if n} == {k: n for k, n in told.items() if n}
