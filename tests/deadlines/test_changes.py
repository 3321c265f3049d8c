"""Deadlines that change while they run, and a calendar that changes under them."""

import datetime as dt

import pytest

from mashangban.deadlines import repository, service
from mashangban.deadlines.errors import DeadlineMissing
from mashangban.deadlines.rules.calendar import Calendar
from mashangban.deadlines.rules.deadline import Deadline, OnDay
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import DayKind, DeadlineState, Unit
from mashangban.deadlines.terms.days import SpecialDay
from mashangban.kernel import dynamodb
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Subject
from mashangban.kernel.transaction import Transaction
from tests.deadlines.conftest import COUNTY, DUE, LADDER, REMIND, START, TABLE, Board, SampleDeadline, china


def act(at: dt.datetime) -> Transaction:
    return Transaction(system_act("test", at), TABLE)


def test_closing_within_the_domains_act_ends_all_firing(board: Board) -> None:
    one = board.begin()
    with act(START) as tx:
        service.close(tx, SampleDeadline, board.read(one))
    board.sweep(COUNTY)
    assert board.rungs(one) == []
    assert board.read(one).state is DeadlineState.CLOSED
    view = service.explain(board.read(one), COUNTY)
    assert (view.state_label, view.overdue) == ("已结束", False)


def test_a_deadline_closed_by_its_own_firing_stays_closed(board: Board) -> None:
    one = board.begin()

    def lapse(due: service.Due) -> None:
        board.note(due)
        with act(DUE) as tx:
            service.close(tx, SampleDeadline, due.firing.deadline)

    service.sweep(SampleDeadline, DUE, lapse)
    board.sweep(COUNTY)
    assert board.rungs(one) == ["due"]
    assert board.read(one).state is DeadlineState.CLOSED


def test_a_change_made_from_an_old_reading_is_stale(board: Board) -> None:
    one = board.begin()
    old = board.read(one)
    with act(START) as tx:
        service.pause(tx, SampleDeadline, old, "等待补正材料")
    with pytest.raises(Stale), act(START) as tx:
        service.close(tx, SampleDeadline, old)


def test_a_rung_fired_meanwhile_makes_an_old_reading_stale(board: Board) -> None:
    one = board.begin()
    old = board.read(one)
    board.sweep(REMIND)
    with pytest.raises(Stale), act(REMIND) as tx:
        service.extend(tx, SampleDeadline, old, Term(1, Unit.WORKING_DAY), "复杂")


def test_a_paused_deadline_waits_and_goes_on_where_it_was(board: Board) -> None:
    one = board.begin()
    with act(china(2026, 11, 24, 9)) as tx:
        service.pause(tx, SampleDeadline, board.read(one), "等待补正材料")
    board.sweep(COUNTY)
    assert board.rungs(one) == []
    assert (
        service.explain(board.read(one), COUNTY).due_label
        == "计时已暂停（等待补正材料），恢复后还剩5个工作日"
    )
    with act(china(2026, 12, 4, 9)) as tx:
        service.resume(tx, SampleDeadline, board.read(one))
    view = service.explain(board.read(one), COUNTY)
    assert view.due_label == "12月11日（周五）24:00前"
    assert [pause.reason for pause in view.pauses] == ["等待补正材料"]
    board.sweep(china(2026, 12, 10, 8, 30))
    assert board.rungs(one) == ["remind"]


def test_an_extension_moves_the_firing(board: Board) -> None:
    one = board.begin()
    with act(START) as tx:
        service.extend(tx, SampleDeadline, board.read(one), Term(5, Unit.WORKING_DAY), "经批准")
    board.sweep(DUE)
    assert board.rungs(one) == []
    board.sweep(china(2026, 12, 8))
    assert board.rungs(one) == ["due"]


def test_a_second_deadline_of_the_same_kind_is_refused(board: Board) -> None:
    one = board.begin()
    with pytest.raises(Stale), act(START) as tx:
        service.begin(tx, SampleDeadline, one)


def test_a_missing_deadline_is_not_found(tables: str) -> None:
    with pytest.raises(DeadlineMissing):
        repository.get(SampleDeadline, Subject("sample", "nobody"), "sample.answer")


def test_all_deadlines_of_a_subject_come_with_one_query(board: Board) -> None:
    one = board.begin()
    other = Deadline(one.subject, "sample.reply", "回复", START, Term(2, Unit.WORKING_DAY))
    with act(START) as tx:
        service.begin(tx, SampleDeadline, other)
    kinds = [found.kind for found in repository.of_subject(SampleDeadline, one.subject)]
    assert kinds == ["sample.answer", "sample.reply"]


def test_a_holiday_announced_later_moves_what_waits(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    one = board.begin()
    holiday = SpecialDay(china(2026, 11, 26).date(), DayKind.HOLIDAY, "临时放假", "通知")
    monkeypatch.setattr(service, "CALENDAR", Calendar((holiday,)))
    # Even before anything was replanned, the stored instant is only a first guess.
    assert board.sweep(REMIND).moved == 1
    assert board.rungs(one) == []
    board.sweep(china(2026, 11, 30, 8, 30))
    assert board.rungs(one) == ["remind"]


def test_replanning_brings_forward_what_an_announced_make_up_day_makes_due_earlier(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = board.begin(ladder=LADDER[1:])
    worked = SpecialDay(china(2026, 11, 28).date(), DayKind.MAKEUP, "调休", "通知")
    monkeypatch.setattr(service, "CALENDAR", Calendar((worked,)))
    assert service.replan(SampleDeadline, START) == 1
    assert service.replan(SampleDeadline, START) == 0
    board.sweep(china(2026, 11, 29))
    assert board.rungs(one) == ["due"]


def test_a_pay_day_before_a_holiday_fires_before_it(board: Board) -> None:
    one = board.begin(OnDay(dt.date(2027, 2, 6), before_holiday=True))
    board.sweep(china(2027, 2, 5))
    assert board.rungs(one) == ["due"]
    view = service.explain(board.read(one), START)
    assert view.estimated
    assert view.note is not None


def test_the_sweep_never_scans(board: Board) -> None:
    board.begin()
    seen: list[str] = []
    events = dynamodb.client().meta.events
    events.register("before-call.dynamodb", watch := lambda model, **_: seen.append(model.name))
    try:
        board.sweep(REMIND)
    finally:
        events.unregister("before-call.dynamodb", watch)
    assert "Scan" not in seen
    # Four empty or single-page queries of the due index, one more for the shard that had work.
    assert seen.count("Query") == 5
