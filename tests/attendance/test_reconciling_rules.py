"""Three witnesses compared: order never matters, a position never pays, nobody who was seen is silently absent."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.attendance.rules import sequences
from mashangban.domains.attendance.rules.marks import (
    Marks,
    Position,
    Punch,
    RollMark,
    with_position,
    with_punches,
    with_roll,
)
from mashangban.domains.attendance.rules.reconciling import Verdict, reconcile
from mashangban.domains.attendance.terms import Direction, Witness

DAWN = datetime(2026, 11, 20, 23, tzinfo=UTC)
PUNCH = st.builds(
    Punch,
    st.integers(0, 900).map(lambda minutes: DAWN + timedelta(minutes=minutes)),
    st.sampled_from(Direction),
    st.integers(0, 5).map(str),
)
ROLL = st.builds(
    RollMark,
    st.integers(0, 2),
    st.just(0),
    st.just(""),
    st.just(""),
    st.just("foreman"),
    st.just(DAWN),
    st.integers(1, 4),
)
MARKS = st.builds(
    lambda gate, scan, roll: with_punches(
        with_punches(Marks(roll=roll), Witness.GATE, tuple(gate)), Witness.SCAN, tuple(scan)
    ),
    st.lists(PUNCH, max_size=4, unique_by=lambda one: one.source),
    st.lists(PUNCH, max_size=3, unique_by=lambda one: one.source),
    st.none() | ROLL,
)


def punch(minutes: int, direction: Direction, source: str = "") -> Punch:
    return Punch(DAWN + timedelta(minutes=minutes), direction, source or f"{minutes}")


def gate(*minutes: int) -> Marks:
    """In at the first, out at the second."""
    ways = (Direction.IN, Direction.OUT)
    return Marks(gate=tuple(punch(at, way) for at, way in zip(minutes, ways, strict=False)))


def roll(halves: int, version: int = 1) -> RollMark:
    return RollMark(halves, 0, "", "", "foreman", DAWN, version)


@given(
    st.lists(PUNCH, max_size=6, unique_by=lambda one: one.source),
    st.lists(ROLL, max_size=3, unique_by=lambda one: one.version),
    st.randoms(),
)
def test_the_order_and_the_repetition_of_marks_never_matter(
    punches: list[Punch], rolls: list[RollMark], chance: Random
) -> None:
    def tell(steps: list[Punch | RollMark]) -> Marks:
        marks = Marks()
        for step in steps:
            if isinstance(step, Punch):
                marks = with_punches(marks, Witness.GATE, (step,))
            else:
                marks = with_roll(marks, step)
        return marks

    steps: list[Punch | RollMark] = [*punches, *rolls]
    shuffled = [*steps, *steps[:2]]
    chance.shuffle(shuffled)
    assert tell(shuffled) == tell(steps)


@given(st.integers(-90_000_000, 90_000_000), st.integers(-180_000_000, 180_000_000))
def test_a_position_alone_never_makes_a_day(latitude: int, longitude: int) -> None:
    hinted = with_position(Marks(), Position(DAWN, latitude, longitude))
    finding = reconcile(hinted)
    assert (finding.verdict, finding.halves, finding.favour) == (Verdict.NONE, 0, 0)


@given(MARKS, st.integers(0, 90_000_000))
def test_a_position_changes_nothing_about_what_counts(marks: Marks, where: int) -> None:
    assert reconcile(with_position(marks, Position(DAWN, where, where))) == reconcile(marks)


@given(MARKS)
def test_whoever_was_seen_is_never_silently_absent(marks: Marks) -> None:
    finding = reconcile(marks)
    seen = bool(marks.gate or marks.scan or (marks.roll and marks.roll.halves))
    if seen:
        assert finding.verdict in (Verdict.SETTLED, Verdict.ASK)
        assert finding.favour > 0
        assert finding.halves > 0 or finding.verdict is Verdict.ASK
    else:
        assert finding.verdict in (Verdict.ABSENT, Verdict.NONE)


@given(MARKS)
def test_a_settled_day_is_borne_out_by_every_witness(marks: Marks) -> None:
    finding = reconcile(marks)
    if finding.verdict is Verdict.SETTLED:
        assert 1 <= finding.halves <= finding.favour <= 2
        assert marks.roll is None or marks.roll.halves == finding.halves


@pytest.mark.parametrize(
    ("marks", "called", "verdict", "halves"),
    [
        (gate(0, 600), 2, Verdict.SETTLED, 2),
        (gate(0, 600), None, Verdict.SETTLED, 2),
        (gate(0, 600), 1, Verdict.ASK, 0),
        (gate(0, 600), 0, Verdict.ASK, 0),
        (gate(0, 360), 1, Verdict.SETTLED, 1),
        (gate(0, 360), 2, Verdict.SETTLED, 2),
        (gate(0, 240), None, Verdict.SETTLED, 1),
        (gate(0, 60), None, Verdict.ASK, 0),
        (gate(0, 60), 0, Verdict.ASK, 0),
        (gate(0, 60), 1, Verdict.SETTLED, 1),
        (gate(0), None, Verdict.ASK, 0),
        (gate(0), 2, Verdict.SETTLED, 2),
        (Marks(), 2, Verdict.SETTLED, 2),
        (Marks(), 0, Verdict.ABSENT, 0),
        (Marks(), None, Verdict.NONE, 0),
    ],
)
def test_agreement_settles_and_disagreement_asks(
    marks: Marks, called: int | None, verdict: Verdict, halves: int
) -> None:
    told = marks if called is None else with_roll(marks, roll(called))
    finding = reconcile(told)
    assert (finding.verdict, finding.halves) == (verdict, halves)


def test_a_worker_reads_what_each_witness_says() -> None:
    finding = reconcile(with_roll(gate(0, 600), roll(0)))
    assert finding.why == "闸机记录在场10小时0分；班组长点名记没上工"
    assert finding.minutes == 600


@given(st.lists(st.integers(0, 200), max_size=60), st.lists(st.integers(0, 200), max_size=60))
def test_a_device_never_counts_a_number_twice(first: list[int], second: list[int]) -> None:
    ranges = sequences.including(sequences.including((), first), second)
    assert all(sequences.contains(ranges, one) for one in [*first, *second])
    assert sum(high - low + 1 for low, high in ranges) == len(set(first) | set(second))
