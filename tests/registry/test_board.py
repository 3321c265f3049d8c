"""The register's board: moved by differences, equal to a recount, one item to read (P3)."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.kernel import history
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Subject
from mashangban.registry import errors, listeners, service
from mashangban.registry.models import TABLE
from mashangban.registry.repository import projects as store
from mashangban.registry.rules.counting import NATION, Contribution, moves
from mashangban.registry.schemas.inputs import ProjectChange
from mashangban.registry.schemas.outputs import BoardView, ProjectView
from mashangban.registry.service import boards
from mashangban.registry.terms import ProjectStatus
from tests.registry.conftest import Desk, act, officer

COUNTIES = st.sampled_from(["330106", "330108", "330205", "460105"])
STATES = st.builds(Contribution, st.integers(1, 9), COUNTIES, st.sampled_from(list(ProjectStatus)))


@given(st.lists(STATES, min_size=1, max_size=8))
def test_moves_of_a_whole_life_add_up_to_its_last_state(life: list[Contribution]) -> None:
    added: Counter[tuple[str, str]] = Counter()
    before = None
    for after in life:
        for region, counters in moves(before, after).items():
            for name, step in counters.items():
                added[region, name] += step
        before = after
    last = {
        (region, name): n
        for region, counters in moves(None, life[-1]).items()
        for name, n in counters.items()
    }
    assert {key: n for key, n in added.items() if n} == last


def test_a_change_of_nothing_that_is_counted_moves_nothing() -> None:
    state = Contribution(1, "330106", ProjectStatus.COMPLETED)
    assert moves(state, Contribution(2, "330106", ProjectStatus.COMPLETED)) == {}
    assert set(moves(None, state)) == {NATION, "33", "3301", "330106"}


def deliver(project_id: str) -> None:
    """Each event twice, and in the wrong order."""
    for event in reversed(history.of(TABLE, Subject("project", project_id)) * 2):
        listeners.on_event(event)


def board(region: str) -> BoardView:
    return boards.project_board(officer(region))


def counted(view: BoardView) -> dict[str, int]:
    return {one.status: one.count for one in view.by_status}


def changed(made: ProjectView, **fields: str) -> ProjectChange:
    given = {name: getattr(made, name) for name in ("code", "name", "county", "address", "status", "version")}
    return ProjectChange.model_validate({**given, **fields})


@contextmanager
def asked() -> Iterator[list[str]]:
    """What is asked of the engine meanwhile."""
    calls: list[str] = []
    hooks = client().meta.events
    hooks.register("before-call.dynamodb", lambda model, **_: calls.append(model.name), unique_id="count")
    yield calls
    hooks.unregister("before-call.dynamodb", unique_id="count")


def test_a_project_is_counted_once_at_every_level_and_moves_with_its_state(tables: str) -> None:
    desk = Desk(officer("650102"))
    levels = ("650102", "6501", "65")
    before = [board(level).total for level in levels]
    made = desk.project(county="650102")
    deliver(made.id)
    assert [board(level).total for level in levels] == [n + 1 for n in before]
    running = counted(board("65"))["003"]
    service.change_project(act(desk.officer), made.id, changed(made, status="005"))
    deliver(made.id)
    assert counted(board("65"))["003"] == running - 1
    assert [board(level).total for level in levels] == [n + 1 for n in before]
    place = next(one for one in board("65").by_place if one.region == "6501")
    assert place.count >= 1


def test_a_board_is_one_item_to_read(desk: Desk) -> None:
    deliver(desk.project().id)
    with asked() as calls:
        board("33")
    assert calls == ["GetItem"]


def test_projects_of_a_county_are_told_by_one_item_under_their_newest_names(tables: str) -> None:
    county = "650103"
    desk = Desk(officer(county))
    ours = [desk.project(county=county, name=f"天山区样例工程 {n} 号楼") for n in range(3)]
    keys = [one.id for one in ours]
    names = {one.id: one.name for one in ours}
    assert service.project_names(county, keys) == names  # before the listener has come to them
    for key in keys:
        deliver(key)
    renamed = service.change_project(
        act(desk.officer),
        keys[0],
        changed(service.view_project(desk.officer, keys[0]), name="天山区新名工程"),
    )
    deliver(keys[0])
    with asked() as calls:
        assert (
            service.project_names(county, [*keys, "unknown"]).items()
            >= (names | {keys[0]: renamed.name}).items()
        )
        assert service.project_names(county, []) == {}
    assert calls == ["GetItem", "BatchGetItem"]  # the second for the unknown one only


def test_a_project_that_moved_is_named_in_its_new_county_only(tables: str) -> None:
    desk = Desk(officer("65"))
    made = desk.project(county="650104")
    deliver(made.id)
    service.change_project(act(desk.officer), made.id, changed(made, county="650105"))
    deliver(made.id)
    assert made.id not in store.names_in("650104")
    assert store.names_in("650105")[made.id] == made.name


def test_another_region_s_board_is_not_shown(tables: str) -> None:
    with pytest.raises(errors.OutsideRegion):
        boards.project_board(officer("330106"), "330108")
