"""Boards of reports: whatever the stream does, they show what a recount finds; and what each act costs."""

import random
from functools import partial
from typing import Any

from mashangban.domains.reporting import listeners
from mashangban.domains.reporting.repository import boards as repository
from mashangban.domains.reporting.repository import reports
from mashangban.domains.reporting.rules.board import month_board
from mashangban.domains.reporting.service import answering, boards, sending
from mashangban.domains.reporting.terms import ReportState
from mashangban.employment.events import EMPLOYMENT
from mashangban.employment.rules import Named, dump
from mashangban.kernel import clock
from mashangban.kernel.boards import difference
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Event
from mashangban.registry import divisions
from tests.budgets import over
from tests.registry.conftest import officer
from tests.reporting.conftest import (
    FAR,
    Platforms,
    Yard,
    chain_of,
    found,
    line,
    line_report,
    tell,
    tell_day,
    tell_line,
    worker_report,
)
from tests.workers.test_capacity import units

# Nobody else in this run builds in these counties.
PINGDU, JIAOZHOU, LAIXI = "370283", "370281", "370285"


def work(yard: Yard, platforms: Platforms) -> None:
    """Reports in several states: taken, without a code, waiting with news."""
    good, odd = yard.hire(), yard.hire(trade=Named("000", "其他工种"))
    tell_day(good.contract_id)
    pay = line(good.contract_id)
    tell_line(pay)
    platforms.drain()
    tell_line(pay, version=9, state="paid")
    tell_day(odd.contract_id)


def chains_of(county: str) -> list[list[Event]]:
    return [chain_of(found(one)) for one in sorted(set(reports.ids_of_county(county)))]


def shuffled(chains: list[list[Event]], chance: random.Random) -> list[Event]:
    """What a stream may deliver: each chain in order, chains mixed, batches repeated."""
    left, told = [list(chain) for chain in chains], list[Event]()
    while any(left):
        chain = chance.choice([one for one in left if one])
        told.append(chain.pop(0))
        if chance.random() < 0.3:
            told += told[-2:]
    return told


def test_the_board_shows_what_a_recount_finds(platforms: Platforms, ground: None) -> None:
    yard = Yard(PINGDU)
    work(yard, platforms)
    work(yard, platforms)
    chains = chains_of(PINGDU)
    for event in shuffled(chains, random.Random(7)):
        listeners.on_event(event)
    counted = {k: n for k, n in repository.counters(f"region:{PINGDU}", consistent=True).items() if n}
    assert {k: n for k, n in counted.items() if k.startswith("state.")} == {
        "state.accepted": 6, "state.stuck": 2, "state.waiting": 2,
    }  # fmt: skip
    assert boards.rebuild(PINGDU) == counted


def test_each_step_counts_once_on_its_day(platforms: Platforms, hangzhou: Yard) -> None:
    day, one = clock.local_date(clock.now()), hangzhou.hire()
    before = repository.counters(month_board("33", f"{day:%Y-%m}"), consistent=True)
    platforms.drain()
    for event in chain_of(worker_report(one)) * 2:
        listeners.on_event(event)
    after = repository.counters(month_board("33", f"{day:%Y-%m}"), consistent=True)
    moved = difference(before, after)
    assert moved == {f"sent.{day:%d}": 1, f"accepted.{day:%d}": 1}


def test_a_board_that_lost_its_stream_is_counted_anew(platforms: Platforms, ground: None) -> None:
    work(Yard(JIAOZHOU), platforms)
    boards.rebuild(JIAOZHOU)
    shown = boards.board_of(officer("37"), JIAOZHOU, clock.now())
    assert sum(cell.count for cell in shown.states) == len(chains_of(JIAOZHOU)) == 5
    assert shown.days == []
    for chain in chains_of(JIAOZHOU):  # the stream comes back and tells everything again
        for event in chain:
            listeners.on_event(event)
    assert boards.board_of(officer("37"), JIAOZHOU, clock.now()) == shown


def test_a_province_sees_its_days_and_what_waits_longest(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    for event in chain_of(worker_report(one)):
        listeners.on_event(event)
    boards.note_oldest()
    shown = boards.board_of(officer("33"), "33", clock.now())
    assert len(shown.days) == 14
    assert shown.oldest_due_at is not None
    assert shown.region_name == divisions.name("33")
    waiting = next(cell.count for cell in shown.states if cell.key == ReportState.WAITING)
    assert waiting >= 1


def test_a_province_reads_four_boards_whatever_lies_below(platforms: Platforms, hangzhou: Yard) -> None:
    listeners.on_event(chain_of(worker_report(hangzhou.hire()))[0])
    calls: list[str] = []

    def note(model: Any, **_: object) -> None:
        calls.append(model.name)

    client().meta.events.register("before-call.dynamodb", note)
    boards.board_of(officer("33"), "33", clock.now())
    client().meta.events.unregister("before-call.dynamodb", note)
    assert set(calls) == {"Query"}
    assert len(calls) <= 4


def test_what_waits_no_longer_is_no_longer_told(platforms: Platforms, hangzhou: Yard) -> None:
    hangzhou.hire()
    boards.note_oldest()
    assert boards.board_of(officer("33"), "33", clock.now()).oldest_due_at is not None
    platforms.drain()
    boards.note_oldest()
    assert boards.board_of(officer("33"), "33", clock.now()).oldest_due_at == reports.oldest_due("33")


def test_a_province_holds_its_parts_and_a_recount_finds_the_same(platforms: Platforms, ground: None) -> None:
    yard = Yard(LAIXI)
    work(yard, platforms)
    for chain in chains_of(LAIXI):
        for event in chain:
            listeners.on_event(event)
    boards.rebuild("3702")  # other tests build in this city too, and not all of them listen
    states = [chain[-1].data["state"] for chain in chains_of(LAIXI)]
    (part,) = [one for one in boards.board_of(officer("37"), "3702", clock.now()).parts if one.key == LAIXI]
    assert (part.reports, part.accepted) == (len(states), states.count(ReportState.ACCEPTED.value))
    assert part.needs_person == states.count(ReportState.STUCK.value) == 1
    counted = {k: n for k, n in repository.counters("region:3702", consistent=True).items() if n}
    assert boards.rebuild("3702") == counted
    city = [one for one in boards.board_of(officer("37"), "37", clock.now()).parts if one.key == "3702"]
    assert city[0].reports == sum(n for k, n in counted.items() if k.startswith("part."))


def test_no_act_costs_more_than_its_budget(platforms: Platforms, hangzhou: Yard) -> None:
    facts = hangzhou.employment()
    spent = {"an employment is told": units(lambda: tell(EMPLOYMENT, dump(facts)))}
    spent["first day of a worker's month"] = units(lambda: tell_day(facts.contract_id))
    spent["every other day"] = units(lambda: tell_day(facts.contract_id, "2026-10-12"))
    pay = line(facts.contract_id)
    spent["a line of pay"] = units(lambda: tell_line(pay))
    spent["its news while it waits"] = units(lambda: tell_line(pay, version=5))
    sent = 3
    spent["sending"] = units(lambda: sending.send_due(clock.now() + FAR)) / sent
    spent["receipt"] = units(lambda: answering.collect(clock.now() + FAR)) / sent
    steps = [partial(listeners.on_event, event) for event in chain_of(line_report(pay))]
    spent["counting a step"] = max(units(step) for step in steps)
    assert over("reporting", spent) == {}
