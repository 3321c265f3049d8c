"""A month from attendance to money received, and every way a line can leave it."""

from datetime import timedelta

import pytest

from mashangban.documents import events as documents
from mashangban.domains.wages import errors, schemas
from mashangban.domains.wages.repository import lines as line_store
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.rules import line as line_rules
from mashangban.domains.wages.service import answering, correcting, deciding, making, paying, privacy, viewing
from mashangban.domains.wages.terms import LineState, ObjectionKind, TableState, Word
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Role
from tests.personal import taken
from tests.wages.conftest import MONTH, RATE_FEN, Yard, act, change, deliver, person, principal_of, signature


def objection(revision: int = 1) -> schemas.ObjectionForm:
    return schemas.ObjectionForm(revision=revision, kind=ObjectionKind.DAYS, reason="少算了我两天")


def said(word: Word) -> schemas.WordForm:
    return schemas.WordForm(word=word)


def test_a_table_is_computed_from_contracts_and_attendance(yard: Yard) -> None:
    worker = yard.hire()
    yard.attend(worker, 44)
    view = yard.table()
    (row,) = viewing.grid(yard.clerk, view.id, 0).rows
    assert row.amount_fen == 22 * RATE_FEN == view.total_fen
    assert row.formula == "22天 × 360元 = 7,920元"
    assert [one.kind.value for one in row.findings] == ["payee"]
    making.change_row(
        act(yard.clerk),
        view.id,
        worker.contract_id,
        0,
        change(22_000, ("overtime", "", 20_000), ("advance", "", 50_000)),
    )
    (row,) = viewing.grid(yard.clerk, view.id, 0).rows
    assert row.formula == "22天 × 360元 + 加班 200元 − 借支 500元 = 7,620元"
    assert viewing.show_table(yard.clerk, view.id).total_fen == 762_000


def test_a_month_goes_all_the_way(yard: Yard) -> None:
    first, second, third = people = yard.crew(3)
    table = yard.shown(people)
    assert {one.state for one in yard.lines(people)} == {LineState.SHOWN}
    for one in (first, second):
        yard.confirm(one)
    answering.object_to(act(principal_of(third)), yard.line(third).id, objection())
    yard.pump.run()
    deciding.submit(act(yard.clerk), table.id)
    view = deciding.approve(act(yard.manager), table.id)
    assert view.state is TableState.PAYING
    yard.pump.run()
    assert [one.state.value for one in yard.lines(people)] == ["paying", "paying", "objected"]
    shown = viewing.show_table(yard.manager, table.id)
    assert (shown.ordered_fen, shown.frozen_fen, shown.left_fen) == (2 * 792_000, 792_000, 0)

    yard.bank(first)
    yard.bank(second, "returned")
    yard.pump.run()
    assert yard.line(first).state is LineState.PAID
    assert yard.line(second).reason == "账号与户名不符"
    with pytest.raises(NotFound):
        paying.resend(act(yard.operator), yard.line(second).id)
    paying.resend(act(yard.approver), yard.line(second).id)
    yard.pump.run()
    yard.bank(second)

    correcting.change(
        act(yard.clerk), yard.line(third).id, change(23_000, note="补记一天", reason="查实漏记")
    )
    yard.confirm(third)
    yard.pump.run()
    deciding.approve(act(yard.manager), table.id)
    yard.pump.run()
    yard.bank(third)
    for one in people:
        answering.say(act(principal_of(one)), yard.line(one).id, said(Word.RECEIVED))
    yard.pump.run()
    closed = viewing.show_table(yard.manager, table.id)
    assert closed.state is TableState.CLOSED
    assert closed.total_fen == closed.paid_fen == 2 * 792_000 + 23 * RATE_FEN


def test_the_slip_is_ordered_once_and_found_on_the_line(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.paying(people)
    yard.bank(worker)
    yard.bank(worker)
    line = yard.line(worker)
    assert line.slip_id
    deliver(documents.RENDERED, {"subject": f"payline:{line.id}", "document_id": line.slip_id})
    deliver(documents.RENDERED, {"subject": f"payline:{line.id}", "document_id": line.slip_id})
    shown = viewing.show_line(principal_of(worker), line.id)
    assert shown.money.slip_document_id == line.slip_id
    assert shown.actions == ["say"]
    assert [one["id"] for one in taken(privacy.HOLDING, principal_of(worker).person_id)["工资"]] == [line.id]


def test_late_repeated_and_reordered_words_of_the_bank_change_nothing(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.paying(people)
    yard.bank(worker, "returned", version=5)
    yard.bank(worker, "paid", version=4)
    assert yard.line(worker).state is LineState.RETURNED
    paying.resend(act(yard.manager), yard.line(worker).id)
    yard.bank(worker, "paid", attempt=1, version=9)
    assert yard.line(worker).state is LineState.PAYING
    yard.bank(worker, "paid", version=2)
    version = yard.line(worker).version
    yard.bank(worker, "paid", version=2)
    assert yard.line(worker).version == version
    yard.bank(worker, "returned", version=3)
    assert yard.line(worker).state is LineState.RETURNED


def test_money_that_did_not_come_opens_a_closed_table_again(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    table = yard.paying(people)
    yard.bank(worker)
    yard.pump.run()
    assert table_store.table(table.id).state is TableState.CLOSED
    answering.say(act(principal_of(worker)), yard.line(worker).id, said(Word.NOT_RECEIVED))
    yard.pump.run()
    assert table_store.table(table.id).state is TableState.PAYING
    answering.say(act(principal_of(worker)), yard.line(worker).id, said(Word.RECEIVED))
    yard.pump.run()
    assert table_store.table(table.id).state is TableState.CLOSED


def test_who_keeps_silent_is_paid_later_marked_unconfirmed_and_never_counts_as_confirmed(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    table = yard.shown(people)
    with pytest.raises(errors.NotYetDue):
        deciding.submit(act(yard.clerk), table.id)
    line = yard.line(worker)
    late = clock.now() + timedelta(days=4)
    assert not line_rules.payable(line, clock.now())
    approved = line_rules.approve(line, "run", late)
    assert approved.state is LineState.APPROVED
    assert approved.unconfirmed


def test_an_employer_that_stays_with_its_line_says_why_and_the_worker_may_insist(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.shown(people)
    me, line = principal_of(worker), yard.line(worker)
    answering.object_to(act(me), line.id, objection())
    correcting.keep(act(yard.clerk), line.id, schemas.ObjectionAnswer(reason="打卡记录齐全，没有漏记"))
    shown = viewing.show_line(me, line.id)
    assert shown.objections[0].answer == "打卡记录齐全，没有漏记"
    assert shown.actions == ["confirm", "insist"]
    answering.insist(act(me), line.id)
    yard.pump.run()
    county = person((Role.COUNTY_OFFICER, f"region:{yard.county}"))
    found = viewing.lines_of_county(county, yard.county, schemas.RowListQuery(limit=50))
    assert line.id in {one.id for one in found.items if one.insisted}
    answering.confirm(act(me), line.id, signature(1))
    assert yard.line(worker).state is LineState.CONFIRMED


def test_a_returned_table_comes_back_with_its_reason(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    table = yard.shown(people)
    yard.confirm(worker)
    yard.pump.run()
    deciding.submit(act(yard.operator), table.id)
    with pytest.raises(errors.TableWrongState):
        correcting.change(act(yard.clerk), yard.line(worker).id, change(21_000))
    back = deciding.give_back(act(yard.manager), table.id, schemas.Reason(reason="王师傅的加班没算"))
    assert (back.state, back.reason) == (TableState.RETURNED, "王师傅的加班没算")
    correcting.change(act(yard.clerk), yard.line(worker).id, change(22_000, ("overtime", "", 10_000)))
    yard.confirm(worker)
    yard.pump.run()
    assert deciding.submit(act(yard.clerk), table.id).state is TableState.SUBMITTED


def test_next_month_is_compared_with_this_one(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.attend(worker, 10, month="2026-01")
    yard.shown(people)
    line = yard.line(worker)
    assert line.previous_fen is None
    assert line.month == MONTH
    assert line_store.amounts([line.id])[line.id].amount_fen == 792_000
