"""Sums equal to the fen from table to receipts and boards; and a board counted anew says the same."""

import json
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mashangban.domains.wages import events, schemas
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.repository import boards as board_items
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.rules import board, months
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.service import answering, boards, deciding, making, recounting, viewing
from mashangban.domains.wages.terms import LineState, ObjectionKind, TableState
from mashangban.kernel import crypto, history
from mashangban.kernel import events as kernel_events
from mashangban.kernel.events import Subject
from tests.wages.conftest import MONTH, WagesPump, Yard, act, change, principal_of

COUNTY = "460105"  # nobody else in this run builds in Hainan
ENDS = ("paid", "paid", "returned", "objected")


def sent(subject: Subject, kind: str) -> list[int]:
    """The sums of the messages of a kind that a subject's events carry."""
    found = []
    for item in history.items_of(TABLE, subject):
        for letter in kernel_events.letters(item):
            if letter["kind"] == kind:
                body = json.loads(crypto.unseal(letter["body"], letter["context"]))
                found.append(body.get("total_fen", body.get("amount_fen", 0)))
    return found


def standing(yard: Yard, table_id: str) -> dict[str, dict[str, int]]:
    region, project = yard.county, yard.project.id
    names = [board.name(MONTH, place) for place in (region[:2], region[:4], region, project)]
    names.append(board.table(table_id))
    found = {name: board_items.counters(name, consistent=True) for name in names}
    return {name: {key: n for key, n in counted.items() if n} for name, counted in found.items()}


@pytest.fixture(scope="module")
def company(ground: None, engine_url: str) -> Yard:
    """One site for all random months: each example is a month of its own, with people of its own."""
    return Yard(WagesPump(engine_url))


_MONTHS = (f"{year}-{number:02d}" for year in range(2010, 2026) for number in range(1, 13))


@settings(
    max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], phases=[Phase.generate]
)
@given(
    st.lists(
        st.tuples(st.integers(30, 56), st.integers(0, 90_000), st.integers(0, 50_000), st.sampled_from(ENDS)),
        min_size=2,
        max_size=5,
    )
)
def test_a_random_month_adds_up(company: Yard, told: list[tuple[int, int, int, str]]) -> None:
    yard, month = company, next(_MONTHS)
    lasting: dict[str, Any] = {"starts_on": months.first(month), "ends_on": months.last(month)}
    people = [yard.hire(**lasting) for _ in told]
    for one, (halves, *_) in zip(people, told, strict=True):
        yard.attend(one, halves, month)
        yard.card(one)
    view = yard.table(month)
    for one, (halves, overtime, advance, _) in zip(people, told, strict=True):
        items = [("overtime", "", overtime), ("advance", "", advance)]
        form = change(halves * 500, *(item for item in items if item[2]))
        making.change_row(act(yard.clerk), view.id, one.contract_id, 0, form)
    making.show(act(yard.clerk), view.id)
    yard.pump.run()
    expected = sum(one.content.amount_fen for one in yard.lines(people, month))
    for one, (*_, end) in zip(people, told, strict=True):
        if end == "objected":
            wrong = schemas.ObjectionForm(revision=1, kind=ObjectionKind.ITEMS, reason="借支不对")
            answering.object_to(act(principal_of(one)), yard.line(one, month).id, wrong)
        else:
            yard.confirm(one, month)
    yard.pump.run()
    paid_out = [(one, end) for one, (*_, end) in zip(people, told, strict=True) if end != "objected"]
    if paid_out:
        deciding.submit(act(yard.clerk), view.id)
        deciding.approve(act(yard.manager), view.id)
        yard.pump.run()
    for one, end in paid_out:
        yard.bank(one, end, month=month)
    yard.pump.run()
    check(yard, view.id, yard.lines(people, month), expected)


def check(yard: Yard, table_id: str, lines: list[Line], expected: int) -> None:
    """Table = lines = what the boards count; ordered = transfers = the run's total = paid + returned."""
    shown = viewing.show_table(yard.manager, table_id)
    table = table_store.table(table_id)
    assert shown.total_fen == expected == sum(one.fen for one in shown.states)
    assert shown.total_fen == shown.left_fen + shown.ordered_fen + shown.frozen_fen
    transfers = [fen for one in lines for fen in sent(one.subject, events.TRANSFER)]
    assert sum(transfers) == shown.ordered_fen == sum(sent(table.subject, events.RUN))
    assert shown.ordered_fen == shown.paid_fen + shown.returned_fen
    project = board_items.counters(board.name(table.month, yard.project.id), consistent=True)
    assert sum(board.group(project, "fen").values()) == expected
    assert board.group(project, "partfen") == {table.employer.id: expected}


def test_a_board_counted_anew_says_what_the_listener_said(ground: None, engine_url: str) -> None:
    yard = Yard(WagesPump(engine_url), COUNTY)
    people = yard.crew(4)
    table = yard.paying(people)
    yard.bank(people[0])
    yard.bank(people[1], "returned")
    yard.pump.run()
    told = standing(yard, table.id)
    ids = [one.id for one in yard.lines(people)]
    again = ids + random.choices(ids, k=4)
    random.shuffle(again)
    assert not any(boards.count(one) for one in again)
    recounting.rebuild_region(COUNTY[:2], MONTH)
    counted = standing(yard, table.id)
    for counters in (*told.values(), *counted.values()):
        counters.pop("moves", None)
    assert counted == told
    assert told[board.name(MONTH, COUNTY)]["state.paying"] == 2


def test_a_line_that_no_listener_saw_is_counted_by_a_recount(ground: None, engine_url: str) -> None:
    yard = Yard(WagesPump(engine_url))
    (worker,) = people = yard.crew(1)
    table = yard.shown(people)
    yard.confirm(worker)
    assert board_items.counters(board.table(table.id), consistent=True)["state.shown"] == 1
    recounting.rebuild_project(yard.project.id, MONTH)
    counted = board_items.counters(board.table(table.id), consistent=True)
    assert (counted["state.confirmed"], counted.get("state.shown", 0)) == (1, 0)
    assert yard.line(worker).state is LineState.CONFIRMED


def test_the_same_events_told_twice_change_nothing(ground: None, engine_url: str) -> None:
    yard = Yard(WagesPump(engine_url))
    late = WagesPump(engine_url)
    people = yard.crew(2)
    table = yard.paying(people)
    for one in people:
        yard.bank(one)
    yard.pump.run()
    before = standing(yard, table.id)
    versions = [one.version for one in yard.lines(people)]
    late.run()
    assert standing(yard, table.id) == before
    assert [one.version for one in yard.lines(people)] == versions
    assert table_store.table(table.id).state is TableState.CLOSED


@pytest.mark.parametrize("count", [1, 150])
def test_a_board_is_one_item_whatever_the_number_of_lines(count: int) -> None:
    moves = {"state.shown": count, "fen.shown": 100 * count}
    assert board.with_part(moves, "p") == {**moves, "part.p": count, "partfen.p": 100 * count}
    assert board.summed([("p", moves)]) == board.with_part(moves, "p")
