"""A ticket's way through desks to its asker's word; who may do what; what both sides see."""

import datetime as dt

import pytest

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.schemas import (
    TicketAdd,
    TicketAnswer,
    TicketCall,
    TicketJoin,
    TicketLabel,
    TicketPartners,
    TicketPause,
    TicketReason,
    TicketTo,
    TicketWord,
)
from mashangban.domains.helpdesk.service import (
    asking,
    gathering,
    handling,
    supervising,
)
from mashangban.domains.helpdesk.terms import CallResult, TicketClass
from mashangban.domains.helpdesk.terms.pausing import PauseReason
from mashangban.kernel import clock
from mashangban.kernel.errors import Forbidden, NotFound
from tests.helpdesk.conftest import Town, act

pytestmark = pytest.mark.usefixtures("quiet_clocks")
WHY = TicketReason(text="已核对考勤")
MONTH = f"{clock.local_date(clock.now()):%Y-%m}"


def test_what_was_asked_goes_to_the_department_of_the_topic_and_comes_back_answered(town: Town) -> None:
    one = town.asked()
    view = town.seen(one)
    assert (view.row.desk_name, view.first_name, view.row.state) == ("区人社局", "区人社局", "received")
    assert view.actions == ["add", "withdraw"]
    town.answered(one)
    view = town.seen(one)
    assert (view.answer, view.actions) == ("已责令三日内支付", ["confirm"])
    asking.confirm(act(town.asker), one, TicketWord(solved=True))
    assert town.seen(one).actions == ["reopen", "rate"]
    assert [clock_.state for clock_ in town.seen(one).clocks] == ["closed", "closed"]


def test_asker_and_desk_see_the_same_arithmetic_and_the_same_words(town: Town) -> None:
    one = town.taken(town.asked())
    until = clock.local_date(clock.now()) + dt.timedelta(days=3)
    handling.pause(
        act(town.clerk), one, TicketPause(reason=PauseReason.ASKER, until=until, text="请补工资条")
    )
    asker, desk, boss = (town.seen(one, by) for by in (town.asker, town.clerk, town.boss))
    assert asker.deadline == desk.deadline == boss.deadline
    assert asker.deadline is not None
    assert "区人社局" in asker.deadline.pauses[0].reason
    assert (asker.text, asker.log) == (desk.text, desk.log)
    asking.add(act(town.asker), one, TicketAdd(text="工资条拍好了"))
    view = town.seen(one)
    assert (view.row.state, view.deadline and view.deadline.state) == ("working", "running")


def test_a_pause_ends_by_itself_on_its_day(town: Town) -> None:
    one = town.taken(town.asked())
    until = clock.local_date(clock.now()) + dt.timedelta(days=2)
    handling.pause(act(town.clerk), one, TicketPause(reason=PauseReason.FORCE, until=until, text="台风"))
    town.later(days=3, hours=1)
    view = town.seen(one, town.clerk)
    assert (view.row.state, view.pause_label) == ("working", "")


def test_who_has_no_part_in_a_ticket_does_not_know_of_it(town: Town) -> None:
    one, elsewhere = town.asked(), Town(town.pump)
    for who in (town.person(), elsewhere.clerk, elsewhere.boss, town.officer(town.county), town.other):
        with pytest.raises(NotFound):
            town.seen(one, who)
    for who in (elsewhere.clerk, town.other):
        with pytest.raises(NotFound):
            handling.take(act(who), one)
    with pytest.raises(NotFound):
        asking.withdraw(act(town.clerk), one)


def test_only_the_right_post_acts(town: Town) -> None:
    one = town.asked()
    with pytest.raises(errors.WrongPost):
        handling.take(act(town.boss), one)
    with pytest.raises(errors.WrongPost):
        supervising.urge(act(town.clerk), one, WHY)
    town.taken(one)
    handling.deepen(act(town.clerk), one, WHY)
    with pytest.raises(errors.WrongPost):
        handling.take(act(town.clerk), one)
    handling.take(act(town.lead), one)
    assert "answer" in town.seen(one, town.lead).actions
    with pytest.raises(Forbidden):
        handling.take(act(town.asker), one)


def test_supervision_names_the_department_and_it_is_not_returned(town: Town) -> None:
    one = town.asked()
    supervising.urge(act(town.boss), one, WHY)
    supervising.assign(act(town.boss), one, TicketTo(department_id=town.desk, text="多头"))
    with pytest.raises(NotFound):
        handling.take(act(town.person()), one)
    town.taken(one, town.other)
    with pytest.raises(errors.Assigned):
        handling.give_back(act(town.other), one, WHY)
    supervising.extend(act(town.boss), one, WHY)
    view = town.seen(one)
    assert view.deadline is not None
    assert any("督办批准延长" in step.text for step in view.deadline.steps)


def test_two_departments_answer_as_one(town: Town) -> None:
    one = town.taken(town.asked())
    given = TicketPartners(department_ids=[town.desk], text="请查来电记录")
    gathering.invite(act(town.clerk), one, given)
    assert "contribute" in town.seen(one, town.other).actions
    gathering.contribute(act(town.other), one, TicketAnswer(text="来电三次"))
    handling.answer(act(town.clerk), one, TicketAnswer(text="已立案"))
    assert town.seen(one).answer == "已立案\n【区12345】来电三次"


def test_those_who_joined_get_the_same_answer_and_each_says_their_own_word(town: Town) -> None:
    parent, second = town.taken(town.asked()), town.person()
    child = town.asked(second)
    gathering.join(act(town.clerk), child, TicketJoin(parent_id=parent, text="同一个工地"))
    assert town.seen(child, second).parent_number == town.seen(parent).row.number
    handling.answer(act(town.clerk), parent, TicketAnswer(text="已全部付清"))
    town.pump.run()
    assert town.seen(child, second).answer == "已全部付清"
    asking.confirm(act(second), child, TicketWord(solved=False, text="我没收到"))
    assert (town.seen(parent).row.state, town.seen(child, second).row.state) == ("answered", "working")


def test_when_the_parent_is_taken_back_the_others_stand_alone_again(town: Town) -> None:
    parent, second = town.asked(), town.person()
    child = town.asked(second)
    gathering.join(act(town.clerk), child, TicketJoin(parent_id=parent, text="同一个工地"))
    asking.withdraw(act(town.asker), parent)
    town.pump.run()
    view = town.seen(child, second)
    assert (view.row.state, view.parent_number) == ("received", "")
    assert view.deadline is not None


def test_a_complaint_made_an_enquiry_is_seen_by_all_and_undone_by_the_asker(town: Town) -> None:
    one = town.taken(town.asked())
    handling.relabel(act(town.clerk), one, TicketLabel(klass=TicketClass.ENQUIRY, text="只是问怎么办"))
    for who in (town.asker, town.boss):
        view = town.seen(one, who)
        assert (view.row.relabelled, view.asked_as_label) == (True, "投诉")
        assert ("改了类别：投诉改为咨询", "只是问怎么办") in [(step.label, step.words) for step in view.log]
    asking.insist(act(town.asker), one, TicketReason(text="我是投诉"))
    assert town.seen(one).row.klass == "complaint"
    with pytest.raises(errors.AskerInsists):
        handling.relabel(act(town.clerk), one, TicketLabel(klass=TicketClass.HELP, text="再改"))


def test_who_does_not_answer_in_time_is_climbed_over_step_by_step(town: Town) -> None:
    one, seen = town.asked(klass=TicketClass.URGENT), []
    for hours in (2.1, 3.1, 6.1):
        town.later(hours=hours)
        seen.append(town.seen(one).row.climb)
    assert seen == ["desk", "county", "city"]


def test_silence_ends_an_enquiry_and_a_complaint_waits_for_its_call(town: Town) -> None:
    asked = town.answered(town.asked(klass=TicketClass.ENQUIRY))
    complaint = town.answered(town.asked())
    moment = town.later(days=20)
    assert town.seen(asked).row.state == "closed"
    assert town.seen(complaint).row.state == "answered"
    assert town.seen(complaint).row.climb_label.endswith("督办")
    call = TicketCall(result=CallResult.UNREACHED, text="三次没接")
    with pytest.raises(errors.SameCaller):
        handling.call_back(act(town.clerk), complaint, call)
    handling.call_back(act(town.colleague, moment), complaint, call)
    assert town.seen(complaint).row.state == "closed"


def test_not_solved_goes_back_with_a_new_clock(town: Town) -> None:
    one = town.closed()
    asking.reopen(act(town.asker), one, TicketReason(text="钱没到"))
    view = town.seen(one)
    assert (view.row.state, view.deadline and view.deadline.kind) == ("working", "helpdesk.answer-2")
