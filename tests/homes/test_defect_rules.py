"""A defect's life by its rules: who may move it where, what counts, and what nobody can do."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from mashangban.domains.homes import errors
from mashangban.domains.homes.rules import defect as rules
from mashangban.domains.homes.rules.defect import Defect, Repair, Spot
from mashangban.domains.homes.rules.estate import Named
from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.terms import Category, Climb, DefectState, Severity
from mashangban.kernel import clock

AT = clock.now()
LATER = AT + dt.timedelta(days=1)
TODAY = clock.local_date(AT)
NEW = Defect(
    id="d1",
    number="BX1",
    home_id="h1",
    estate_id="e1",
    estate_name="样例小区",
    region="330106",
    builder=Named("b1", "样例置业"),
    door=Door("1", "1", "1", "101"),
    batch="一批",
    reporter_id="p1",
    category=Category.LEAK,
    severity=Severity.ORDINARY,
    spot=Spot("卫生间", 0.5, 0.25),
    reported_at=AT,
    accepted_on=TODAY,
)
REPAIR = Repair((), ("f1",), AT)
ACCEPTED = rules.accept(NEW, AT)
REPAIRED = rules.repaired(ACCEPTED, REPAIR)
CONFIRMED = rules.confirm(REPAIRED, AT)
DISPUTED = rules.dispute(NEW, AT)


def test_a_whole_life_in_order() -> None:
    appointed = rules.appoint(ACCEPTED, LATER, AT)
    visited = rules.visit(appointed, LATER)
    done = rules.repaired(visited, REPAIR)
    ended = rules.rate(rules.confirm(done, LATER), 5)
    states = [one.state for one in (ACCEPTED, appointed, visited, done, ended)]
    assert states == [
        DefectState.ACCEPTED,
        DefectState.APPOINTED,
        DefectState.VISITED,
        DefectState.REPAIRED,
        DefectState.CONFIRMED,
    ]
    assert (ended.marks.stars, ended.marks.ended_at) == (5, LATER)


def test_nothing_the_builders_side_can_say_ends_a_defect() -> None:
    builders: list[Callable[[Defect], Defect]] = [
        lambda one: rules.accept(one, AT),
        lambda one: rules.dispute(one, AT),
        lambda one: rules.assign(one, Named("e2", "样例维修")),
        lambda one: rules.appoint(one, LATER, AT),
        lambda one: rules.visit(one, AT),
        lambda one: rules.repaired(one, REPAIR),
    ]
    for state in DefectState:
        for act in builders:
            before = replace(NEW, state=state)
            try:
                after = act(before)
            except errors.WrongStep:
                continue
            assert after.state.open
            assert before.state.open


def test_not_fixed_counts_and_begins_another_round() -> None:
    again = rules.reject(REPAIRED)
    assert (again.state, again.round, again.marks.rejections) == (DefectState.REJECTED, 2, 1)
    assert rules.reject(rules.repaired(again, REPAIR)).marks.rejections == 2
    with pytest.raises(errors.WrongStep):
        rules.reject(again)


def test_the_window_to_reopen_is_thirty_days_to_the_instant() -> None:
    last = rules.reopen_until(CONFIRMED) - dt.timedelta(seconds=1)
    opened = rules.reopen(rules.rate(CONFIRMED, 1), last)
    assert (opened.state, opened.marks.reopens, opened.marks.stars) == (DefectState.REJECTED, 1, 0)
    with pytest.raises(errors.ReopenTooLate):
        rules.reopen(CONFIRMED, rules.reopen_until(CONFIRMED))


def test_a_disputed_report_waits_for_the_regulator_and_an_order_ends_the_dispute() -> None:
    ordered = rules.order(DISPUTED, TODAY + dt.timedelta(days=5), TODAY)
    assert (ordered.state, ordered.round) == (DefectState.ACCEPTED, 1)
    assert rules.accept(DISPUTED, AT).state is DefectState.ACCEPTED
    for by in (TODAY, TODAY + dt.timedelta(days=366)):
        with pytest.raises(errors.OrderDayOutOfReach):
            rules.order(DISPUTED, by, TODAY)


def test_a_repair_without_a_photograph_of_the_result_is_refused() -> None:
    with pytest.raises(errors.PhotosNeeded):
        rules.repaired(ACCEPTED, Repair(("f0",), (), AT))


def test_a_visit_lies_ahead_and_an_extension_and_a_rating_come_once() -> None:
    with pytest.raises(errors.VisitOutOfReach):
        rules.appoint(ACCEPTED, AT, AT)
    with pytest.raises(errors.AlreadyExtended):
        rules.extend(rules.extend(ACCEPTED))
    with pytest.raises(errors.AlreadyRated):
        rules.rate(rules.rate(CONFIRMED, 3), 5)


def test_silence_climbs_and_never_down_and_an_act_brings_it_down() -> None:
    county = rules.reach(rules.reach(NEW, Climb.MANAGER), Climb.COUNTY)
    assert rules.reach(county, Climb.MANAGER).climb is Climb.COUNTY
    assert county.late
    assert rules.accept(county, AT).climb is Climb.NONE


@pytest.mark.parametrize("ended", [CONFIRMED, rules.withdraw(NEW, AT), rules.close(NEW, AT)])
def test_what_ended_takes_no_further_step(ended: Defect) -> None:
    for act in (rules.withdraw, rules.close, rules.accept, rules.confirm):
        with pytest.raises(errors.WrongStep):
            act(ended, AT)
    assert not ended.late
