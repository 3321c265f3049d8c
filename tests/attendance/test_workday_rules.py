"""A worker-day's life: nothing lowers it without asking, silence never takes, both sides' words stay."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.attendance import errors
from mashangban.domains.attendance.rules import answering, calendar, closing, scanning
from mashangban.domains.attendance.rules.marks import Marks, RollMark
from mashangban.domains.attendance.rules.workday import Said, Workday
from mashangban.domains.attendance.terms import DayState, Decider
from mashangban.employment.rules import Named
from tests.attendance.test_reconciling_rules import DAWN, MARKS, gate, roll

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


def day(marks: Marks | None = None) -> Workday:
    return Workday(
        contract_id="c",
        day=date(2026, 11, 21),
        person_id="worker",
        name_masked="王**",
        project=Named("p", "工地"),
        region="330106",
        team=Named("t", "钢筋一班"),
        orgs=("o",),
        foreman_id="foreman",
        marks=marks or Marks(),
    )


def said(halves: int, by: str = "工人") -> Said:
    return Said(halves, "我干了", by)


@given(MARKS)
def test_closing_a_day_never_makes_a_seen_worker_absent(marks: Marks) -> None:
    closed = closing.close(day(marks))
    seen = bool(marks.gate or marks.scan or (marks.roll and marks.roll.halves))
    assert closed.state is not DayState.OPEN
    if seen:
        assert closed.state is DayState.QUESTIONED or closed.halves > 0


@given(MARKS)
def test_silence_settles_in_the_workers_favour_when_anybody_saw_them(marks: Marks) -> None:
    closed = closing.close(day(marks))
    lapsed = answering.lapse(closed, NOON)
    if closed.state is DayState.QUESTIONED:
        assert (lapsed.state, lapsed.decider) == (DayState.SETTLED, Decider.SILENCE)
        assert lapsed.halves == closed.finding.favour > 0
    else:
        assert lapsed == closed


@given(MARKS, MARKS)
def test_marks_that_come_after_closing_never_lower_a_settled_day(first: Marks, later: Marks) -> None:
    closed = closing.close(day(first))
    reviewed = closing.review(replace(closed, marks=later), NOON)
    assert reviewed.halves >= closed.halves
    assert reviewed.state is not DayState.OPEN
    if reviewed.halves != closed.halves and closed.state is DayState.SETTLED:
        assert reviewed.changes[-1].before == closed.halves


@given(MARKS, st.integers(0, 2), st.integers(0, 2))
def test_an_office_alone_never_lowers_a_day(marks: Marks, first: int, second: int) -> None:
    stands = answering.lapse(closing.close(day(marks)), NOON)
    for halves in (first, second):
        try:
            after = answering.correct(stands, said(halves, "劳资专管员"), NOON)
        except (errors.NothingChanges, errors.AlreadyContested, errors.WaitsForWorker):
            continue
        assert after.halves >= stands.halves
        stands = after


def test_a_lowering_is_asked_and_an_objection_keeps_the_day_with_both_words() -> None:
    settled = closing.close(day(gate(0, 600)))
    asked = answering.correct(settled, Said(0, "没来", "劳资专管员"), NOON)
    assert (asked.state, asked.halves) == (DayState.QUESTIONED, 2)
    kept = answering.answer(asked, said(2), NOON)
    assert (kept.state, kept.halves, kept.contested) == (DayState.SETTLED, 2, True)
    assert kept.asked
    assert kept.claimed
    assert (kept.asked.words, kept.claimed.words) == ("没来", "我干了")
    with pytest.raises(errors.AlreadyContested):
        answering.correct(kept, Said(1, "再改", "劳资专管员"), NOON)


def test_a_lowering_the_worker_agrees_to_is_a_visible_change() -> None:
    asked = answering.correct(closing.close(day(gate(0, 600))), Said(1, "下午请假", "班组长"), NOON)
    agreed = answering.answer(asked, said(1), NOON)
    assert (agreed.halves, agreed.contested) == (1, False)
    assert (agreed.changes[-1].before, agreed.changes[-1].after, agreed.changes[-1].reason) == (
        2,
        1,
        "下午请假",
    )


def test_a_lowering_nobody_answers_does_not_come_about() -> None:
    asked = answering.correct(closing.close(day(gate(0, 600))), Said(0, "没来", "班组长"), NOON)
    assert answering.lapse(asked, NOON).halves == 2


def test_an_answer_beyond_every_witness_asks_the_employer() -> None:
    asked = closing.close(day(replace(gate(0, 60), roll=roll(0))))
    claimed = answering.answer(asked, said(2), NOON)
    assert claimed.state is DayState.CLAIMED
    contested = answering.correct(claimed, said(0, "劳资专管员"), NOON)
    assert (contested.halves, contested.contested) == (1, True)
    confirmed = answering.correct(claimed, said(2, "劳资专管员"), NOON)
    assert (confirmed.halves, confirmed.contested, confirmed.decider) == (2, False, Decider.OFFICE)


def test_a_claim_that_the_employer_leaves_unanswered_stands() -> None:
    claimed = answering.claim(closing.close(day()), said(2))
    stands = answering.lapse(claimed, NOON)
    assert (stands.halves, stands.changes[-1].after) == (2, 2)


def test_an_open_day_takes_neither_claim_nor_correction() -> None:
    with pytest.raises(errors.DayStillOpen):
        answering.claim(day(), said(2))
    with pytest.raises(errors.DayStillOpen):
        answering.correct(day(), said(2), NOON)


def test_a_later_roll_that_says_less_asks_with_its_reason() -> None:
    settled = closing.close(day(Marks(roll=roll(2))))
    corrected = RollMark(0, 0, "", "认错人了", "foreman", DAWN, 2)
    reviewed = closing.review(replace(settled, marks=Marks(roll=corrected)), NOON)
    assert (reviewed.state, reviewed.halves) == (DayState.QUESTIONED, 2)
    assert reviewed.asked
    assert (reviewed.asked.halves, reviewed.asked.words) == (0, "认错人了")


def test_a_late_report_that_disagrees_asks_and_the_day_counts_until_the_answer() -> None:
    settled = closing.close(day(Marks(roll=roll(2))))
    late = replace(settled, marks=replace(gate(0, 60), roll=roll(2)))
    asked = closing.review(late, NOON)
    assert (asked.state, asked.halves, asked.asked) == (DayState.QUESTIONED, 2, None)
    assert answering.lapse(asked, NOON).halves == 2
    answered = answering.answer(asked, said(1), NOON)
    assert (answered.halves, answered.changes[-1].before) == (1, 2)


def test_the_small_hours_belong_to_the_day_before() -> None:
    assert calendar.day_of(datetime(2026, 11, 21, 19, 59, tzinfo=UTC)) == date(2026, 11, 21)
    assert calendar.day_of(datetime(2026, 11, 21, 20, 0, tzinfo=UTC)) == date(2026, 11, 22)
    assert calendar.closes_at(date(2026, 11, 21)) == NOON


@given(st.integers(0, 10**9), st.integers(-10, 10))
def test_a_code_lives_its_own_half_minute_and_the_next(seconds: int, later: int) -> None:
    shown = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    body = scanning.body("T" * 26, scanning.step_of(shown))
    when = shown + timedelta(seconds=30 * later)
    if later in (0, 1):
        assert scanning.team_in(body, when) == ("T" * 26, scanning.step_of(shown))
    else:
        with pytest.raises(errors.CodeExpired):
            scanning.team_in(body, when)
