"""The register's board: moved by differences, equal to a recount, one item to read (P3)."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.kernel import history
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Subject
from mashangban.registry import errors, listeners, service
from mashangban.registry.models import TABLE
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


def stopped(made: ProjectView) -> ProjectChange:
    given = {name: getattr(made, name) for name in ("code", "name", "county", "address", "version")}
    return ProjectChange.model_validate({**given, "status": "005"})


def test_a_project_is_counted_once_at_every_level_and_moves_with_its_state(tables: str) -> None:
    desk = Desk(officer("650102"))
    levels = ("650102", "6501", "65")
    before = [board(level).total for level in levels]
    made = desk.project(county="650102")
    deliver(made.id)
    assert [board(level).total for level in levels] == [n + 1 for n in before]
    running = counted(board("65"))["003"]
    service.change_project(act(desk.officer), made.id, stopped(made))
    deliver(made.id)
    assert counted(board("65"))["003"] == running - 1
    assert [board(level).total for level in levels] == [n + 1 for n in before]
    place = next(one for one in board("65").by_place if one.region == "6501")
    assert place.count >= 1


def test_a_board_is_one_item_to_read(desk: Desk) -> None:
    deliver(desk.project().id)
    reads: list[str] = []
    client().meta.events.register(
        "before-call.dynamodb", lambda model, **_: reads.append(model.name), unique_id="count"
    )
    try:
        board("33")
    finally:
        client().meta.events.unregister("before-call.dynamodb", unique_id="count")
    assert reads == ["GetItem"]


def test_another_region_s_board_is_not_shown(tables: str) -> None:
    with pytest.raises(errors.OutsideRegion):
        boards.project_board(officer("330106"), "330108")
