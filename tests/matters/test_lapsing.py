"""What the office asked for and never came: reminded of, ended by the clock, begun anew."""

import datetime as dt
from dataclasses import replace

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import next_firing
from mashangban.domains.matters import errors, events
from mashangban.domains.matters.models import TABLE, MatterDeadlineRecord
from mashangban.domains.matters.rules import acting, clocks, matter
from mashangban.domains.matters.service import climbing, filling, lists
from mashangban.kernel import clock, history
from mashangban.kernel.errors import NotFound
from mashangban.processes.handling.service import handling as process
from tests.budgets import over
from tests.crossregion.conftest import scan
from tests.matters.conftest import ITEM, Office, brought, head
from tests.matters.test_capacity import submitted
from tests.matters.test_rules import AT, SUBMITTED
from tests.personal import let_go
from tests.workers.test_capacity import units


def last(matter_id: str) -> str:
    """What happened last."""
    return history.of(TABLE, head(matter_id).subject)[-1].type


@pytest.mark.parametrize(
    ("asked", "last", "soon", "again"),
    [
        # 国庆 1 to 7 October, Saturday the 10th is worked.
        ("2026-09-28", "2026-10-10", "2026-09-30", "2026-10-09"),
        # 春节 15 to 23 February, Saturday the 14th is worked.
        ("2026-02-10", "2026-02-24", "2026-02-12", "2026-02-14"),
        ("2026-11-23", "2026-11-30", "2026-11-25", "2026-11-27"),
    ],
)
def test_five_working_days_to_supply_and_a_word_three_and_one_before(
    asked: str, last: str, soon: str, again: str
) -> None:
    at = dt.datetime.fromisoformat(f"{asked}T02:00:00+00:00")
    running = clocks.running(matter.ask_more(SUBMITTED, "补健康证", 5, at), ITEM)
    assert running is not None
    heard = []
    while (firing := next_firing(running, deadlines.CALENDAR, at)) is not None:
        heard.append((firing.rung.name, clock.local_date(firing.planned_at).isoformat()))
        running = replace(running, fired_at=firing.planned_at, fired_rung=firing.index)
    midnight = (dt.date.fromisoformat(last) + dt.timedelta(days=1)).isoformat()
    assert heard == [("soon", soon), ("remind", again), ("due", midnight)]


def test_what_is_not_supplied_counts_as_taken_back_and_begins_anew_from_what_it_had() -> None:
    lapsed = matter.lapse(matter.ask_more(SUBMITTED, "补健康证", 5, AT))
    assert (lapsed.state.ended, acting.own(lapsed), acting.office(lapsed, "clerk")) == (True, ["again"], [])
    with pytest.raises(errors.WrongStep):
        matter.supply(lapsed, AT)
    with pytest.raises(errors.WrongStep):
        matter.withdraw(lapsed)
    with pytest.raises(errors.WrongStep):
        matter.lapse(SUBMITTED)


@pytest.mark.usefixtures("quiet_clocks")
def test_a_supplement_that_never_comes_lapses_and_the_same_papers_begin_anew(office: Office) -> None:
    matter_id = office.submitted()
    office.ask_more(matter_id)
    due = head(matter_id).due_at
    assert due is not None
    assert lists.show(office.act(office.clerk), matter_id).clocks[-1].label == "补材料"
    deadlines.sweep(MatterDeadlineRecord, due - dt.timedelta(hours=20), climbing.fire)
    assert last(matter_id) == events.REMINDED
    deadlines.sweep(MatterDeadlineRecord, due + dt.timedelta(minutes=1), climbing.fire)
    shown = lists.show_own(office.act(office.person), matter_id)
    assert (shown.row.state, shown.actions) == ("lapsed", ["again"])
    assert last(matter_id) == events.LAPSED
    with pytest.raises(errors.WrongStep):
        office.supply(matter_id)
    begun = process.again(office.act(office.person), matter_id)
    assert (begun.state, begun.id == matter_id) == ("draft", False)
    assert brought(begun.id).entries == brought(matter_id).entries
    assert process.again(office.act(office.person), matter_id).id == begun.id
    with pytest.raises(NotFound):
        process.again(office.act(office.clerk), matter_id)


def test_what_was_sent_with_a_matter_that_is_taken_back_is_let_go(office: Office) -> None:
    matter_id = office.submitted()
    files = brought(matter_id).file_ids
    assert files
    filling.withdraw(office.act(office.person), matter_id)
    assert let_go(TABLE, head(matter_id).subject) == [(office.person.person_id, files)]


@pytest.mark.usefixtures("quiet_clocks")
def test_who_takes_a_matter_back_takes_its_files_back_but_not_those_of_another_matter(office: Office) -> None:
    matter_id = office.submitted()
    office.ask_more(matter_id)
    due = head(matter_id).due_at
    assert due is not None
    deadlines.sweep(MatterDeadlineRecord, due + dt.timedelta(minutes=1), climbing.fire)
    begun, new = process.again(office.act(office.person), matter_id).id, scan(office.person)
    (old,) = brought(begun).file_ids
    more = [{"name": "健康证", "how": "files", "files": [old, new]}]
    filling.save(office.act(office.person), begun, office.filled(entries=more))
    assert brought(begun).file_ids == [old, new]
    # What was carried over is taken out of the draft alone; the matter that lapsed has it.
    filling.save(office.act(office.person), begun, office.filled(entries=[more[0] | {"files": [new]}]))
    assert let_go(TABLE, head(begun).subject) == []
    filling.withdraw(office.act(office.person), begun)
    assert let_go(TABLE, head(begun).subject) == [(office.person.person_id, [new])]
    assert brought(matter_id).file_ids == [old]


def test_a_paper_in_whose_place_another_came_is_let_go_in_a_draft_and_in_a_supplement(office: Office) -> None:
    draft = office.begin()
    filling.save(office.act(office.person), draft, office.filled())
    first = brought(draft).file_ids
    filling.save(office.act(office.person), draft, office.filled())
    second = brought(draft).file_ids
    filling.submit(office.act(office.person), draft, office.filled())
    third = brought(draft).file_ids
    office.ask_more(draft)
    office.supply(draft)
    gone = [(office.person.person_id, one) for one in (first, second, third)]
    assert let_go(TABLE, head(draft).subject) == gone
    assert brought(draft).file_ids not in (first, second, third)


def test_a_paper_that_stays_or_moves_to_another_line_is_not_let_go(office: Office) -> None:
    draft, form = office.begin(), office.filled()
    filling.save(office.act(office.person), draft, form)
    filling.save(office.act(office.person), draft, form)
    kept = form.entries[1].files
    moved = [{"name": "营业执照", "how": "files", "files": kept}]
    filling.save(office.act(office.person), draft, office.filled(entries=moved))
    assert let_go(TABLE, head(draft).subject) == []
    assert brought(draft).file_ids == kept


@pytest.mark.usefixtures("quiet_clocks")
def test_beginning_anew_costs_what_is_written_down(office: Office) -> None:
    matter_id = office.submitted()
    office.ask_more(matter_id)
    due = head(matter_id).due_at
    assert due is not None
    deadlines.sweep(MatterDeadlineRecord, due + dt.timedelta(minutes=1), climbing.fire)
    spent = {"begin anew": units(lambda: process.again(submitted(office.person), matter_id))}
    assert over("matters", spent) == {}
