"""A silent builder: manager, county and city hear of it one after the other; whoever acts stops the climb."""

import datetime as dt

import pytest

from mashangban.domains.homes import events, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.rules import ladder
from mashangban.domains.homes.service import defectlists, repairing, reporting
from mashangban.domains.homes.terms import Climb, DefectState, Severity
from mashangban.kernel import clock, history
from mashangban.kernel.events import Event, Subject
from tests.arrears.conftest import china
from tests.homes.conftest import act, letters_of
from tests.homes.repairs import Repairs, Street, reason
from tests.told import all_told

pytestmark = pytest.mark.usefixtures("quiet_clocks")

A_MINUTE = dt.timedelta(minutes=1)
# Reported on the eve of the holiday of 1 to 7 October 2026; the 10th is a make-up Saturday, the 11th a Sunday.
EVE = china(2026, 9, 30, 15)
DUE, COUNTY, CITY = china(2026, 10, 1, 15), china(2026, 10, 9, 9), china(2026, 10, 12, 10)


@pytest.fixture(scope="module")
def street(ground: None, engine_url: str, objects_url: str) -> Street:
    return Street.on(engine_url, objects_url)


@pytest.fixture
def repairs(street: Street) -> Repairs:
    return street.repairs()


def test_silence_climbs_at_the_right_working_hour_across_the_holiday(repairs: Repairs) -> None:
    one, reached = repairs.reported(at=EVE), []
    for now in (DUE, COUNTY, CITY):
        repairs.sweep(now - A_MINUTE)
        before = repairs.defect(one).climb
        repairs.sweep(now)
        reached.append((before, repairs.defect(one).climb))
    assert reached == [
        (Climb.NONE, Climb.MANAGER),
        (Climb.MANAGER, Climb.COUNTY),
        (Climb.COUNTY, Climb.CITY),
    ]
    told = letters_of(Subject("defect", one), events.DEFECT_ESCALATED)
    mine = [
        note["body"]["values"]["state"]
        for note in told
        if note["body"].get("person_id") == repairs.owner.person_id
    ]
    assert mine == [Climb.MANAGER.label, Climb.COUNTY.label, Climb.CITY.label]


def test_a_firing_acts_once_however_often_the_clock_runs(repairs: Repairs) -> None:
    one = repairs.reported(at=EVE)
    for _ in range(3):
        repairs.sweep(DUE)
    assert repairs.defect(one).version == len(defectlists.show(act(repairs.owner), one).log) == 2


def test_accepting_brings_it_down_and_the_visit_is_the_next_to_be_missed(repairs: Repairs) -> None:
    one = repairs.reported(at=EVE)
    repairs.sweep(COUNTY)
    repairing.accept(act(repairs.yard.builder, COUNTY), one)
    assert repairs.defect(one).climb is Climb.NONE
    repairs.sweep(china(2026, 10, 13))  # three days from 9 October end with the 12th
    assert repairs.defect(one).climb is Climb.MANAGER
    repairing.visit(act(repairs.yard.builder, china(2026, 10, 13, 9)), one, schemas.VisitForm())
    assert repairs.defect(one).climb is Climb.NONE


def test_in_zhejiang_nobody_on_site_after_fifteen_days_goes_to_the_county_though_it_was_accepted(
    repairs: Repairs,
) -> None:
    one = repairs.reported(at=china(2026, 11, 2, 9), severity=Severity.MINOR)
    repairing.accept(act(repairs.yard.builder, china(2026, 11, 2, 10)), one)
    shown = defectlists.show(act(repairs.owner, china(2026, 11, 2, 10)), one)
    lawful = next(found for found in shown.deadlines if found.kind == ladder.ONSITE)
    assert (lawful.due_at, "第三十二条" in str(lawful.steps)) == (china(2026, 11, 18), True)
    repairs.sweep(china(2026, 11, 18))
    assert repairs.defect(one).climb.rank >= Climb.COUNTY.rank
    kinds = {event.data["clock"] for event in escalations(one)}
    assert ladder.ONSITE in kinds


def test_household_and_regulator_read_the_same_arithmetic(repairs: Repairs) -> None:
    one = repairs.reported(at=EVE)
    views = [defectlists.show(act(who, COUNTY), one) for who in (repairs.owner, repairs.yard.officer)]
    assert views[0].deadlines == views[1].deadlines
    accept = next(found for found in views[0].deadlines if found.kind == ladder.ACCEPT)
    assert accept.overdue
    assert "10月1日" in accept.due_label


def test_a_confirmed_or_withdrawn_defect_is_nobodys_delay(repairs: Repairs) -> None:
    ended, taken = repairs.confirmed(EVE), repairs.reported(at=EVE)
    reporting.withdraw(act(repairs.owner, EVE), taken)
    repairs.sweep(china(2026, 12, 31))
    assert [repairs.defect(one).climb for one in (ended, taken)] == [Climb.NONE, Climb.NONE]


def test_an_undecided_dispute_goes_to_the_city_after_five_working_days(repairs: Repairs) -> None:
    one = repairs.reported(at=china(2026, 11, 2, 9))
    repairing.dispute(act(repairs.yard.builder, china(2026, 11, 2, 10)), one, reason("不是我们的工程"))
    repairs.sweep(china(2026, 11, 10) - A_MINUTE)
    assert repairs.defect(one).climb is Climb.NONE
    repairs.sweep(china(2026, 11, 10))
    assert (repairs.defect(one).climb, repairs.defect(one).state) == (Climb.CITY, DefectState.DISPUTED)


def test_a_day_that_was_ordered_and_passed_goes_to_the_city(repairs: Repairs) -> None:
    one = repairs.reported(at=china(2026, 11, 2, 9))
    repairs.ordered(one, dt.date(2026, 11, 5), china(2026, 11, 2, 11))
    repairs.sweep(china(2026, 11, 6) - A_MINUTE)
    assert repairs.defect(one).climb.rank < Climb.CITY.rank
    repairs.sweep(china(2026, 11, 6))
    assert repairs.defect(one).climb is Climb.CITY


def test_the_builders_managers_are_told_when_its_handlers_were_silent(repairs: Repairs) -> None:
    manager, now = repairs.manager(), clock.now()
    one = repairs.reported(at=now)
    repairs.sweep(now + dt.timedelta(hours=24))
    told = letters_of(Subject("defect", one), events.DEFECT_ESCALATED)
    assert manager in all_told(note["body"] for note in told)
    assert repairs.yard.project.name in {note["body"]["values"].get("project") for note in told}


def escalations(defect_id: str) -> list[Event]:
    return [
        one for one in history.of(TABLE, Subject("defect", defect_id)) if one.type == events.DEFECT_ESCALATED
    ]
