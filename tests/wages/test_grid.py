"""The grid of a table narrowed to those who stand the same way."""

import pytest

from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.service import answering, making, viewing
from mashangban.domains.wages.terms import UNSEEN, LineState, Standing
from tests.wages.conftest import Yard, act, principal_of
from tests.wages.test_month import objection
from tests.workers.office import office_of

TABLES = "/console/wages/tables"


def names(yard: Yard, table_id: str, asked: Standing | None, page: int = 0) -> list[str]:
    return [row.contract_id for row in viewing.grid(yard.clerk, table_id, page, asked).rows]


@pytest.mark.parametrize(
    ("state", "seen", "asked", "belongs"),
    [
        (LineState.SHOWN, 0, UNSEEN, True),
        (LineState.SHOWN, 2, UNSEEN, False),
        (LineState.SHOWN, 1, UNSEEN, True),
        (LineState.OBJECTED, 0, UNSEEN, False),
        (LineState.SHOWN, 0, LineState.SHOWN, True),
        (LineState.CONFIRMED, 2, LineState.SHOWN, False),
    ],
)
def test_a_line_that_changed_after_it_was_seen_is_unseen(
    state: LineState, seen: int, asked: Standing, belongs: bool
) -> None:
    assert rules.stands(state, seen, 2, asked) is belongs


def test_each_state_shows_its_own_people_in_the_tables_order(yard: Yard) -> None:
    people = yard.crew(4)
    table = yard.shown(people)
    order = names(yard, table.id, None)
    first, second, third, fourth = order
    by_id = {one.contract_id: one for one in people}
    yard.confirm(by_id[first])
    answering.object_to(act(principal_of(by_id[second])), yard.line(by_id[second]).id, objection())
    answering.see(act(principal_of(by_id[third])), yard.line(by_id[third]).id)
    assert names(yard, table.id, LineState.CONFIRMED) == [first]
    assert names(yard, table.id, LineState.OBJECTED) == [second]
    assert names(yard, table.id, LineState.SHOWN) == [third, fourth]
    assert names(yard, table.id, UNSEEN) == [fourth]
    assert names(yard, table.id, LineState.RETURNED) == []


def test_what_the_bank_sent_back_is_found(yard: Yard) -> None:
    first, second = people = yard.crew(2)
    table = yard.paying(people)
    yard.bank(first)
    yard.bank(second, "returned")
    assert names(yard, table.id, LineState.RETURNED) == [second.contract_id]


def test_a_large_table_is_looked_through_page_by_page(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of one row, and two of them at once: nobody is left out, nobody comes twice."""
    monkeypatch.setattr(making, "CHUNK", 1)
    monkeypatch.setattr(viewing, "MOST_LOOKED", 2)
    people = yard.crew(5)
    table = yard.shown(people)
    order = names(yard, table.id, None) + [n for p in range(1, 5) for n in names(yard, table.id, None, p)]
    by_id = {one.contract_id: one for one in people}
    for one in (order[0], order[3], order[4]):
        yard.confirm(by_id[one])
    first = viewing.grid(yard.clerk, table.id, 0, LineState.CONFIRMED)
    assert ([row.contract_id for row in first.rows], first.next_page) == ([order[0]], 2)
    second = viewing.grid(yard.clerk, table.id, 2, LineState.CONFIRMED)
    assert ([row.contract_id for row in second.rows], second.next_page) == ([order[3]], 4)
    third = viewing.grid(yard.clerk, table.id, 4, LineState.CONFIRMED)
    assert ([row.contract_id for row in third.rows], third.next_page) == ([order[4]], None)


def test_a_page_that_is_full_ends_the_looking(yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (making, viewing):
        monkeypatch.setattr(place, "CHUNK", 1)
    table = yard.shown(yard.crew(3))
    found = viewing.grid(yard.clerk, table.id, 0, UNSEEN)
    assert (len(found.rows), found.next_page, found.pages) == (1, 1, 3)


def test_the_console_narrows_the_grid_and_keeps_it_so(yard: Yard) -> None:
    people = yard.crew(2)
    table = yard.shown(people)
    yard.confirm(people[0])
    yard.pump.run()
    home, clerk = f"{TABLES}/{table.id}", office_of(yard.clerk)
    everyone = clerk.get(home).html
    assert "本人已确认（1人）" in everyone
    assert all(one.number in everyone for one in people)
    narrowed = clerk.get(f"{home}?state=confirmed").html
    assert people[0].number in narrowed
    assert people[1].number not in narrowed
    assert '<option value="confirmed" selected>' in narrowed
    assert "没有这样的人" in clerk.get(f"{home}?state=objected").html
    assert all(one.number in clerk.get(f"{home}?state=nonsense").html for one in people)


def test_a_draft_has_nobody_to_look_for(yard: Yard) -> None:
    yard.crew(1)
    table = yard.table()
    page = office_of(yard.clerk).get(f"{TABLES}/{table.id}?state=shown").html
    assert 'name="state"' not in page
    assert "22天 × 360元" in page
