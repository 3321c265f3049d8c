"""Overtime: the roll bears it out, the worker may claim it, it grows and shrinks with the day and reaches wages."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import ValidationError

from mashangban.domains.attendance import errors, schemas
from mashangban.domains.attendance.rules import answering as rules
from mashangban.domains.attendance.rules import closing
from mashangban.domains.attendance.rules.marks import Marks
from mashangban.domains.attendance.rules.workday import Said, Workday
from mashangban.domains.attendance.service import answering, privacy, rolling, viewing
from mashangban.domains.attendance.terms import DayState
from mashangban.kernel import clock
from mashangban.kernel.events import Subject
from tests.attendance.conftest import Crew, act, fire, today
from tests.attendance.test_days import messages
from tests.attendance.test_reconciling_rules import gate, roll
from tests.attendance.test_workday_rules import NOON, day
from tests.personal import taken

DAY = timedelta(days=1)


def called(halves: int, overtime: int, version: int = 1) -> Workday:
    """A closed day that the roll alone tells of."""
    return closing.close(day(Marks(roll=replace(roll(halves, version), overtime_minutes=overtime))))


def said(halves: int, overtime: int, by: str = "工人") -> Said:
    return Said(halves, "浇筑到半夜", by, overtime)


def test_overtime_counts_with_the_half_days_it_was_called_for() -> None:
    assert called(2, 90).worked == (2, 90)
    disputed = day(replace(gate(0, 200), roll=replace(roll(2), overtime_minutes=60)))
    asked = closing.close(disputed)
    assert (asked.state, asked.worked) == (DayState.QUESTIONED, (0, 0))
    assert rules.answer(asked, said(2, 0), NOON).worked == (2, 60)
    assert rules.answer(asked, said(1, 0), NOON).worked == (1, 0)
    assert rules.lapse(asked, NOON).worked == (2, 60)


def test_more_overtime_than_the_roll_called_asks_the_employer() -> None:
    asked = closing.close(day(replace(gate(0, 200), roll=replace(roll(2), overtime_minutes=60))))
    claimed = rules.answer(asked, said(2, 120), NOON)
    assert claimed.state is DayState.CLAIMED
    assert rules.lapse(claimed, NOON).worked == (2, 120)
    refused = rules.correct(claimed, said(2, 60, "班组长"), NOON)
    assert (refused.worked, refused.contested) == ((2, 60), True)
    assert rules.correct(claimed, said(2, 120, "班组长"), NOON).contested is False


def test_overtime_alone_can_be_claimed_and_less_than_stands_cannot() -> None:
    stands = called(2, 60)
    assert rules.claim(stands, said(2, 90)).state is DayState.CLAIMED
    for less in (said(2, 60), said(2, 30), said(1, 480)):
        with pytest.raises(errors.NothingChanges):
            rules.claim(stands, less)


def test_an_office_takes_no_overtime_away_without_asking() -> None:
    asked = rules.correct(called(2, 120), said(2, 0, "劳资专管员"), NOON)
    assert (asked.state, asked.worked) == (DayState.QUESTIONED, (2, 120))
    assert rules.lapse(asked, NOON).worked == (2, 120)
    kept = rules.answer(asked, said(2, 120), NOON)
    assert (kept.worked, kept.contested) == ((2, 120), True)
    agreed = rules.answer(asked, said(2, 0), NOON)
    assert (agreed.worked, agreed.changes[-1].overtime_before, agreed.changes[-1].overtime_after) == (
        (2, 0),
        120,
        0,
    )


def test_a_later_roll_raises_overtime_at_once_and_lowers_it_only_after_asking() -> None:
    stands = called(2, 60)
    more = replace(stands.marks, roll=replace(roll(2, 2), overtime_minutes=120))
    assert closing.marked(stands, more, NOON, closed=True).worked == (2, 120)
    less = replace(stands.marks, roll=replace(roll(2, 2), overtime_minutes=0))
    asked = closing.marked(stands, less, NOON, closed=True)
    assert (asked.state, asked.worked, asked.asked and asked.asked.worked) == (
        DayState.QUESTIONED,
        (2, 60),
        (2, 0),
    )


def test_overtime_of_a_roll_reaches_the_day_the_month_the_grid_and_wages(crew: Crew) -> None:
    on = today() - DAY
    entries = [{"contract_id": crew.contracts[0], "halves": 2, "overtime_minutes": 150}]
    form = schemas.RollForm.model_validate({"entries": entries})
    rolling.call_roll(act(crew.foreman), crew.team_id, on, form)
    crew.stir(Subject("teamday", f"{crew.team_id}#{on.isoformat()}"))
    crew.close(on)
    assert messages(crew, 0, on, "wages")[-1]["overtime_minutes"] == 150
    shown = viewing.show_day(crew.workers[0], crew.contracts[0], on, clock.now())
    assert (shown.label, shown.overtime_minutes) == ("一天，加班2.5小时", 150)
    month = on.isoformat()[:7]
    assert (
        viewing.month_of_contract(crew.workers[0], crew.contracts[0], month, clock.now()).overtime_minutes
        == 150
    )
    given = taken(privacy.HOLDING, crew.workers[0].person_id)["考勤"]
    assert [one["overtime_minutes"] for one in given if one["month"] == month] == [150]
    lines = viewing.grid_of_team(crew.clerk, crew.team_id, month).lines
    assert [one.overtime_minutes for one in lines if one.contract_id == crew.contracts[0]] == [150]


def test_claimed_overtime_that_nobody_answers_counts_and_wages_hear_it(crew: Crew) -> None:
    on = today() - DAY
    crew.roll(on, 2, 2, 2)
    crew.close(on)
    given = schemas.DayAnswer(halves=2, overtime_minutes=120, words="浇筑到十点")
    done = answering.claim(act(crew.workers[0]), crew.contracts[0], on, given)
    assert done.state is DayState.CLAIMED
    fire(Subject("workday", f"{crew.contracts[0]}#{on.isoformat()}"))
    told = messages(crew, 0, on, "wages")[-1]
    assert (told["halves"], told["overtime_minutes"], told["state"]) == (2, 120, "settled")


def test_what_is_not_said_of_overtime_stays_and_a_claim_is_confirmed_as_claimed(crew: Crew) -> None:
    on = today() - DAY
    crew.roll(on, 1, 2, 2)
    crew.close(on)
    given = schemas.DayAnswer(halves=2, overtime_minutes=60)
    answering.claim(act(crew.workers[0]), crew.contracts[0], on, given)
    answering.correct(
        act(crew.clerk), crew.contracts[0], on, schemas.DayCorrection(halves=2, reason="核实过")
    )
    assert (crew.day(0, on).worked, crew.day(0, on).contested) == ((2, 60), False)
    with pytest.raises(errors.NothingChanges):
        answering.correct(
            act(crew.clerk), crew.contracts[0], on, schemas.DayCorrection(halves=2, reason="还是这样")
        )


@pytest.mark.parametrize("minutes", [-30, 15, 510])
def test_overtime_comes_in_half_hours_up_to_eight(minutes: int) -> None:
    with pytest.raises(ValidationError):
        schemas.DayAnswer(halves=2, overtime_minutes=minutes)
