"""Deadlines in a domain's own table: every firing once, whatever dies, repeats or changes in the middle."""

import datetime as dt
import threading
from typing import Any

import pytest

from mashangban.deadlines import repository, service
from mashangban.kernel.acts import system_act
from mashangban.kernel.transaction import Transaction
from tests.deadlines.conftest import COUNTY, DUE, REMIND, TABLE, Board, SampleDeadline

A_MINUTE = dt.timedelta(minutes=1)


def act(at: dt.datetime) -> Transaction:
    return Transaction(system_act("test", at), TABLE)


def test_nothing_fires_before_its_time(board: Board) -> None:
    one = board.begin()
    board.sweep(REMIND - A_MINUTE)
    assert board.rungs(one) == []


def test_each_rung_fires_once_at_its_time(board: Board) -> None:
    one = board.begin()
    for now in (REMIND, REMIND + A_MINUTE, DUE, DUE + A_MINUTE, COUNTY, COUNTY + A_MINUTE):
        board.sweep(now)
    assert board.rungs(one) == ["remind", "due", "county"]


def test_after_the_last_rung_the_item_leaves_the_index_and_still_shows_as_overdue(board: Board) -> None:
    one = board.begin()
    for now in (REMIND, DUE, COUNTY):
        board.sweep(now)
    assert board.record(one).GSI3PK is None
    assert service.explain(board.read(one), COUNTY).overdue


def test_a_clock_that_slept_for_weeks_fires_the_missed_rungs_in_one_run_but_no_stale_reminder(
    board: Board,
) -> None:
    one = board.begin()
    board.sweep(COUNTY + dt.timedelta(20))
    assert board.rungs(one) == ["due", "county"]


def test_many_deadlines_over_all_shards_fire_in_one_run(board: Board) -> None:
    many = [board.begin() for _ in range(60)]
    assert board.sweep(REMIND).fired == 60
    assert all(board.rungs(one) == ["remind"] for one in many)


def test_a_run_stops_at_its_limit_and_the_next_goes_on(board: Board) -> None:
    for _ in range(7):
        board.begin()
    assert service.sweep(SampleDeadline, REMIND, board.note, most=5).fired == 5
    assert service.sweep(SampleDeadline, REMIND, board.note, most=5).fired == 2


def test_runs_at_the_same_time_fire_each_rung_once(board: Board) -> None:
    many = [board.begin() for _ in range(25)]
    runs = [threading.Thread(target=board.sweep, args=(REMIND,)) for _ in range(5)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert sorted(board.fired) == sorted((one.subject.id, "remind") for one in many)


def test_a_failed_act_is_tried_again_later_and_later(board: Board) -> None:
    one = board.begin()
    tries: list[str] = []

    def fails(due: service.Due) -> None:
        tries.append(due.firing.id)
        raise RuntimeError("the database is away")

    now = REMIND
    waits = []
    for _ in range(9):
        assert service.sweep(SampleDeadline, now, fails).failed == 1
        waiting = repository.open_in(SampleDeadline, int(board.record(one).GSI3PK[-1]))
        then = dt.datetime.fromisoformat(next(iter(waiting)).GSI3SK)
        waits.append((then - now) // A_MINUTE)
        now = then
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert len(set(tries)) == 1
    board.sweep(now)
    assert board.rungs(one) == ["remind"]
    assert board.record(one).attempts is None


def test_a_failing_deadline_does_not_hold_up_the_others(board: Board) -> None:
    bad, good = board.begin(), board.begin()

    def one_fails(due: service.Due) -> None:
        if due.firing.deadline.subject.id == bad.subject.id:
            raise RuntimeError("only this one")
        board.note(due)

    result = service.sweep(SampleDeadline, REMIND, one_fails)
    assert (result.fired, result.failed) == (1, 1)
    assert board.rungs(good) == ["remind"]


class Killed(BaseException):
    """The process ends here."""


def test_a_run_that_dies_in_the_act_gives_its_claim_back_by_time(board: Board) -> None:
    one = board.begin()

    def dies(due: service.Due) -> None:
        board.note(due)
        raise Killed

    with pytest.raises(Killed):
        service.sweep(SampleDeadline, REMIND, dies)
    board.sweep(REMIND + A_MINUTE)
    assert board.rungs(one) == ["remind"]
    board.sweep(REMIND + service.HELD)
    # Twice under one name: the domain tells a repeat by `firing.id`, or settles in its transaction.
    assert board.rungs(one) == ["remind", "remind"]


def test_a_domain_that_settles_in_its_act_never_acts_twice(board: Board) -> None:
    one = board.begin()

    def settles_then_dies(due: service.Due) -> None:
        with act(REMIND) as tx:
            due.settle(tx)
            tx.create(dynamodb_guard(due.firing.id))
        board.note(due)
        raise Killed

    with pytest.raises(Killed):
        service.sweep(SampleDeadline, REMIND, settles_then_dies)
    board.sweep(REMIND + service.HELD)
    board.sweep(DUE)
    assert board.rungs(one) == ["remind", "due"]


def dynamodb_guard(name: str) -> Any:
    from tests.deadlines.conftest import SampleRecord

    class GuardRecord(SampleRecord, discriminator=f"guard-{name}"):
        pass

    return GuardRecord(f"GUARD#{name}", "GUARD")


def test_a_slow_run_whose_claim_was_taken_over_settles_nothing(board: Board) -> None:
    one = board.begin()
    refused: list[type[Exception]] = []

    def slow(due: service.Due) -> None:
        board.sweep(REMIND + service.HELD)  # another run takes over and fires
        try:
            with act(REMIND) as tx:
                due.settle(tx)
        except Exception as error:
            refused.append(type(error))
            raise

    result = service.sweep(SampleDeadline, REMIND, slow)
    assert [error.__name__ for error in refused] == ["AlreadyFired"]
    assert (result.fired, result.failed) == (0, 0)
    assert board.rungs(one) == ["remind"]
