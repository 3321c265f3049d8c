"""A complaint from one tap to its end: only the worker's word or an announced silence ends it."""

import datetime as dt
from collections.abc import Callable

import pytest

from mashangban.deadlines.errors import DeadlineMissing
from mashangban.domains.arrears import errors, events
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.repository import complaints
from mashangban.domains.arrears.schemas import (
    Answer,
    Complaining,
    Decision,
    Joining,
    Order,
    Proposal,
    Reason,
    Reply,
)
from mashangban.domains.arrears.service import answering, complaining, evidence, handling, privacy, viewing
from mashangban.domains.arrears.terms import ComplaintState, ProposalKind, ReplyKind, SettledBy
from mashangban.kernel import history
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from tests.arrears.conftest import COUNTY, DUE, MORNING, People, World, act, china
from tests.personal import taken

PAY_BY = dt.date(2026, 10, 20)


def accepted(world: World, **more: object) -> str:
    complaint_id = world.complain(**more)  # type: ignore[arg-type]
    handling.accept(act(world.people.county), complaint_id)
    return complaint_id


def replied(world: World, complaint_id: str, kind: ReplyKind, at: dt.datetime = MORNING) -> None:
    """The unit replies and the listener lets the matter move."""
    answering.reply(act(world.people.admin, at), complaint_id, Reply(reply=kind, text="已经核对"))
    answering.replied(act(world.people.admin, at), complaint_id, kind)


def test_one_tap_after_the_pay_day_is_enough(world: World) -> None:
    complaint_id = world.complain()
    one = complaints.get(complaint_id)
    assert (one.state, one.hidden, one.automatic) == (ComplaintState.OPENED, True, False)
    assert one.document_id
    given = taken(privacy.HOLDING, world.worker.person_id)
    assert complaint_id in {each["id"] for each in given["欠薪投诉"]}
    assert world.expectation_id in {each["id"] for each in given["应发工资日"]}


@pytest.mark.parametrize(
    ("at", "refusal"),
    [(DUE - dt.timedelta(seconds=1), errors.NotYetDue), (china(2028, 10, 1), errors.TooLate)],
)
def test_before_the_pay_day_and_after_two_years_it_is_too_early_or_too_late(
    world: World, at: dt.datetime, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        complaining.complain(act(world.worker, at), Complaining(expectation_id=world.expectation_id))


def test_not_received_opens_the_way_even_before_the_pay_day(world: World) -> None:
    world.line("paid", china(2026, 9, 20))
    world.line("not_received", china(2026, 9, 21), version=2)
    assert world.complain(china(2026, 9, 22))


def test_the_same_month_twice_somebody_elses_month_and_a_settled_one_are_refused(
    people: People, world: World
) -> None:
    given = Complaining(expectation_id=world.expectation_id)
    with pytest.raises(NotFound):
        complaining.complain(act(people.site.person()), given)
    with pytest.raises(NotFound):
        complaining.complain(act(people.admin), given)
    world.complain()
    with pytest.raises(errors.AlreadyComplained):
        complaining.complain(act(world.worker), given)
    world.line("received", china(2026, 10, 9))
    with pytest.raises(errors.AlreadySettled):
        complaining.complain(act(world.worker), given)


def test_the_clock_opens_none_beside_the_workers_own(world: World) -> None:
    mine = world.complain()
    world.sweep(COUNTY)
    assert world.complaint.id == mine


def test_an_officer_of_another_county_a_clerk_and_the_employer_may_not_handle(
    people: People, world: World
) -> None:
    complaint_id = world.complain()
    with pytest.raises(NotFound):
        handling.accept(act(people.other_county), complaint_id)
    with pytest.raises(Forbidden):
        handling.accept(act(people.admin), complaint_id)
    with pytest.raises(Forbidden):
        handling.accept(act(people.site.clerk), complaint_id)
    assert complaints.get(complaint_id).state is ComplaintState.OPENED


def test_mediation_agreed_by_both_paid_and_closed_by_the_worker(world: World) -> None:
    complaint_id = accepted(world)
    told = Proposal(text="10月20日前付清", amount_fen=700000, pay_by=PAY_BY)
    handling.propose(act(world.people.county), complaint_id, told)
    complaining.answer(act(world.worker), complaint_id, Decision(agreed=True))
    replied(world, complaint_id, ReplyKind.AGREE)
    assert complaints.get(complaint_id).state is ComplaintState.AGREED
    replied(world, complaint_id, ReplyKind.PAID)
    assert complaints.get(complaint_id).state is ComplaintState.PAID
    complaining.close(act(world.worker), complaint_id)
    ended = complaints.get(complaint_id)
    assert (ended.state, ended.closed_by) == (ComplaintState.CLOSED, SettledBy.WORKER)
    chain = history.of(TABLE, Subject("complaint", complaint_id))
    assert history.is_unbroken(chain)
    assert complaints.open_of(world.expectation_id) == ""


@pytest.mark.parametrize("ending", [complaining.close, complaining.withdraw, complaining.insist])
def test_neither_employer_nor_officer_can_end_it(world: World, ending: Callable[..., object]) -> None:
    complaint_id = accepted(world)
    replied(world, complaint_id, ReplyKind.PAID)
    for somebody in (world.people.admin, world.people.county, world.people.city, world.people.site.clerk):
        with pytest.raises(NotFound):
            ending(act(somebody), complaint_id)
    assert complaints.get(complaint_id).state is ComplaintState.PAID


def test_silence_ends_it_only_on_the_announced_day_after_the_unit_said_paid(world: World) -> None:
    complaint_id = accepted(world)
    replied(world, complaint_id, ReplyKind.PAID)  # 8 October: fifteen days end with the 23rd
    world.sweep(china(2026, 10, 23, 23))
    assert complaints.get(complaint_id).state is ComplaintState.PAID
    types = [event.type for event in history.of(TABLE, Subject("complaint", complaint_id))]
    assert types.count(events.REMINDED) == 1
    world.sweep(china(2026, 10, 24))
    assert complaints.get(complaint_id).closed_by is SettledBy.SILENCE


def test_without_the_units_word_no_silence_ever_ends_it(world: World) -> None:
    complaint_id = accepted(world)
    world.sweep(china(2027, 6, 1))
    assert complaints.get(complaint_id).state is ComplaintState.ACCEPTED


def test_insisting_takes_the_matter_back_to_its_order(world: World) -> None:
    complaint_id = accepted(world)
    handling.order(
        act(world.people.county), complaint_id, Order(text="限期支付", amount_fen=700000, pay_by=PAY_BY)
    )
    replied(world, complaint_id, ReplyKind.PAID)
    complaining.insist(act(world.worker), complaint_id)
    world.sweep(china(2026, 11, 20))
    assert complaints.get(complaint_id).state is ComplaintState.ORDERED


def test_money_confirmed_in_the_slip_asks_before_anything_is_closed(world: World) -> None:
    complaint_id = accepted(world)
    world.line("received", china(2026, 10, 9))
    world.relay()
    assert complaints.get(complaint_id).state is ComplaintState.PAID


def test_arbitration_needs_the_workers_yes(world: World) -> None:
    complaint_id = accepted(world)
    told = Proposal(kind=ProposalKind.TRANSFER, text="双方对工程量有争议，建议申请仲裁")
    handling.propose(act(world.people.county), complaint_id, told)
    complaining.answer(act(world.worker), complaint_id, Decision(agreed=False))
    assert complaints.get(complaint_id).state is ComplaintState.ACCEPTED
    handling.propose(act(world.people.county), complaint_id, told)
    complaining.answer(act(world.worker), complaint_id, Decision(agreed=True))
    assert complaints.get(complaint_id).state is ComplaintState.TRANSFERRED


def test_sixty_working_days_thirty_more_once_and_pauses_are_listed(world: World) -> None:
    complaint_id = accepted(world)
    officer = act(world.people.county)
    handling.pause(officer, complaint_id, Reason(reason="等待工程量鉴定"))
    handling.resume(act(world.people.county, china(2026, 10, 12, 9)), complaint_id)
    handling.extend(officer, complaint_id, Reason(reason="案情复杂"))
    with pytest.raises(errors.AlreadyExtended):
        handling.extend(officer, complaint_id, Reason(reason="再延一次"))
    shown = viewing.show_complaint(world.worker, complaint_id, china(2026, 10, 13))
    clock = next(one for one in shown.deadlines if one.kind == "arrears.handling")
    assert [pause.reason for pause in clock.pauses] == ["等待工程量鉴定"]
    assert any("案情复杂" in step.text for step in clock.steps)


def test_complaints_of_one_team_become_one_matter(people: People, world: World) -> None:
    other = World(people, people.site.person())
    other.employed()
    other.worked("2026-09-01")
    first, second = world.complain(), other.complain()
    handling.join(act(people.county), first, Joining(complaint_ids=[second]))
    assert complaints.get(second).matter == complaints.get(first).number
    with pytest.raises(NotFound):
        handling.join(act(people.other_county), first, Joining(complaint_ids=[second]))


def test_an_overdue_acceptance_is_told_to_the_city(world: World) -> None:
    world.complain()
    world.sweep(china(2026, 10, 17))
    types = [event.type for event in world.events()]
    assert events.OVERDUE in types


def test_no_clock_of_a_finished_complaint_runs_on(world: World) -> None:
    complaint_id = accepted(world)
    complaining.withdraw(act(world.worker), complaint_id)
    states = {one.kind: one.state.value for one in complaints.clocks_of(complaints.get(complaint_id))}
    assert set(states.values()) == {"closed"}
    with pytest.raises(DeadlineMissing):
        complaints.clock(complaints.get(complaint_id), "arrears.closing-1")


def test_a_warning_is_answered_by_the_unit_and_only_while_there_is_one(world: World) -> None:
    with pytest.raises(errors.NothingToAnswer):
        answering.answer_warning(act(world.people.admin), world.expectation_id, Answer(text="本周补发"))
    world.sweep(DUE)
    answering.answer_warning(
        act(world.people.contractor), world.expectation_id, Answer(text="总包先行清偿，周五到账")
    )
    shown = viewing.show_pay(world.worker, world.expectation_id, MORNING)
    assert "总包先行清偿，周五到账" in [line.text for line in shown.log]


def test_the_evidence_holds_days_lines_arithmetic_and_the_chain(world: World) -> None:
    world.worked("2026-09-02", halves=1)
    world.line("shown", china(2026, 9, 29))
    complaint_id = world.complain()
    shown = evidence.show(world.worker, complaint_id, MORNING)
    assert (shown.days_worked, shown.estimated_fen) == (1.5, 52500)
    assert [line.label for line in shown.lines] == ["工资单已给您看"]
    chain = history.of(TABLE, Subject("expectation", world.expectation_id))
    assert [line.hash for line in shown.chain] == [event.hash for event in chain]
    assert shown.clocks[0].steps
    assert shown.payers[0].article == "条例第三十条"


def everybody_beyond(people: People) -> list[Principal]:
    return [people.admin, people.contractor, people.site.clerk, people.site.operator, people.other_county]


def test_nobody_beyond_the_worker_and_the_regulators_reads_complaint_or_evidence(world: World) -> None:
    complaint_id = world.complain()
    for somebody in everybody_beyond(world.people):
        with pytest.raises(NotFound):
            viewing.show_complaint(somebody, complaint_id, MORNING)
        with pytest.raises(NotFound):
            evidence.show(somebody, complaint_id, MORNING)
