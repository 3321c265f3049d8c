"""Conversations on the real engine: queue, hands, tickets, who sees what."""

import pytest
from pydantic import ValidationError

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.repository import duties
from mashangban.domains.helpdesk.schemas import (
    TalkCardForm,
    TalkLineCard,
    TalkPlace,
    TalkReason,
    TalkSaid,
    TalkTicket,
    TalkTo,
)
from mashangban.domains.helpdesk.service import (
    receiving,
    talking,
    turning,
)
from mashangban.domains.helpdesk.terms import TicketClass, TicketTopic
from mashangban.domains.helpdesk.terms.cards import CardKind
from mashangban.domains.helpdesk.terms.talking import DutyState
from mashangban.kernel.errors import NotFound
from tests.helpdesk.conftest import Town, act
from tests.helpdesk.talks import begun, on_duty, say, seen, words

pytestmark = pytest.mark.usefixtures("quiet_clocks")
WHY = TalkReason(text="要查工资台账")


def test_where_nobody_is_on_duty_nobody_is_made_to_wait(county: Town) -> None:
    place = TalkPlace(region=county.county, topic=TicketTopic.WAGES)
    assert talking.who_is_there(act(county.asker), place).on_duty == 0
    with pytest.raises(errors.NobodyOnDuty):
        begun(county, county.asker)
    on_duty(county, county.clerk)
    assert talking.who_is_there(act(county.asker), place).free == 1


def test_an_agent_hands_over_a_card_and_the_asker_reads_what_it_opens(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    card = TalkCardForm(kind=CardKind.HALL, target="h1", title="西湖区政务服务中心")
    talking.say(act(county.clerk), one, TalkSaid(card=card))
    line = seen(one, county.asker).lines[-1]
    assert (line.kind, line.text, line.card) == (
        "card",
        "西湖区政务服务中心",
        TalkLineCard(kind="hall", kind_label="办事大厅", target="h1"),
    )
    with pytest.raises(errors.CardsAreOfAgents):
        talking.say(act(county.asker), one, TalkSaid(card=card))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "page", "target": "h1", "title": "别的页面"},
        {"kind": "hall", "target": "https://example.org/", "title": "外面的网址"},
        {"kind": "hall", "target": "h1", "title": "两\n行"},
    ],
)
def test_a_card_is_of_a_known_kind_and_carries_no_address_and_no_markup(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        TalkSaid.model_validate({"card": wrong})


def test_a_line_is_words_or_a_file_or_a_card() -> None:
    card = {"kind": "hall", "target": "h1", "title": "大厅"}
    with pytest.raises(ValidationError):
        TalkSaid.model_validate({"text": "看这个", "card": card})


def test_a_question_goes_to_whoever_is_free_and_both_read_the_same_lines(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    assert say(county, one, county.clerk, "请说一下工地和班组") == 3
    assert say(county, one, county.asker, "西溪二标，木工班") == 4
    expected = [
        "工资两个月没发，找谁",
        "区人社局的工作人员接入了对话",
        "请说一下工地和班组",
        "西溪二标，木工班",
    ]
    assert words(one, county.asker) == words(one, county.clerk) == expected
    assert words(one, county.asker, after=3) == expected[3:]
    assert [line.mine for line in seen(one, county.clerk).lines] == [False, False, True, False]


def test_where_the_topics_desk_is_empty_the_general_one_takes_it(county: Town) -> None:
    on_duty(county, county.other)
    assert seen(begun(county, county.asker), county.asker).row.desk_name == "区12345"


def test_who_comes_too_many_waits_in_order_and_is_seated_when_one_ends(county: Town) -> None:
    on_duty(county, county.clerk, most=1)
    people = [county.person() for _ in range(3)]
    first, second, third = [begun(county, who) for who in people]
    assert [seen(one, who).ahead for one, who in zip((second, third), people[1:], strict=True)] == [0, 1]
    talking.end(act(county.clerk), first)
    county.pump.run()
    assert (seen(second, people[1]).row.state, seen(third, people[2]).ahead) == ("talking", 0)
    assert duties.of(county.clerk.person_id).talks == 1


def test_two_free_ones_share_what_comes(county: Town) -> None:
    on_duty(county, county.clerk, county.colleague)
    for _ in range(4):
        begun(county, county.person())
    assert [duties.of(who.person_id).talks for who in (county.clerk, county.colleague)] == [2, 2]


def test_who_comes_on_duty_gets_who_waits_and_who_is_busy_gets_nobody(county: Town) -> None:
    on_duty(county, county.clerk, state=DutyState.BUSY)
    one = begun(county, county.asker)
    assert seen(one, county.asker).row.state == "waiting"
    on_duty(county, county.colleague)
    assert seen(one, county.asker).row.state == "talking"


def test_one_takes_by_hand_up_to_the_number_they_chose(county: Town) -> None:
    on_duty(county, county.clerk, most=1, state=DutyState.BUSY)
    one = begun(county, county.asker)
    with pytest.raises(errors.AgentNotFree):
        receiving.take(act(county.clerk), one)
    on_duty(county, county.clerk, most=1)
    assert seen(one, county.clerk).actions == ["say", "end", "ticket", "hand-over", "deepen"]
    with pytest.raises(errors.TalkHeld):
        receiving.take(act(county.clerk), one)


def test_somebody_has_one_conversation_at_a_time(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    with pytest.raises(errors.AlreadyTalking):
        begun(county, county.asker)
    talking.end(act(county.asker), one)
    assert begun(county, county.asker) != one


def test_passed_on_it_keeps_its_place_its_lines_and_both_departments_read_on(county: Town) -> None:
    on_duty(county, county.clerk, county.other)
    one = begun(county, county.asker)
    receiving.hand_over(act(county.clerk), one, TalkTo(department_id=county.desk, text="归总台登记"))
    county.pump.run()
    view = seen(one, county.asker)
    assert (view.row.desk_name, view.row.state) == ("区12345", "talking")
    assert "转给区12345：归总台登记" in words(one, county.asker)
    assert duties.of(county.clerk.person_id).talks == 0
    assert words(one, county.clerk) == words(one, county.other)
    with pytest.raises(errors.TalkNotHeld):
        say(county, one, county.clerk, "我还在")
    receiving.give_back(act(county.other), one, WHY)
    county.pump.run()
    assert seen(one, county.clerk).row.desk_name == "区人社局"


def test_a_colleague_takes_over_at_once_and_nobody_is_sent_into_an_empty_room(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    to = TalkTo(colleague_id=county.colleague.person_id, text="我要下班了")
    with pytest.raises(errors.AgentNotFree):
        receiving.hand_over(act(county.clerk), one, to)
    with pytest.raises(errors.NobodyOnDuty):
        receiving.hand_over(act(county.clerk), one, TalkTo(department_id=county.desk, text="归总台"))
    with pytest.raises(errors.NobodyOnDuty):
        receiving.deepen(act(county.clerk), one, WHY)
    on_duty(county, county.colleague)
    receiving.hand_over(act(county.clerk), one, to)
    assert [duties.of(who.person_id).talks for who in (county.clerk, county.colleague)] == [0, 1]
    assert say(county, one, county.colleague, "我来接着说") == 4


def test_who_has_no_part_in_a_conversation_does_not_know_of_it(county: Town) -> None:
    on_duty(county, county.clerk)
    one, elsewhere = begun(county, county.asker), Town(county.pump)
    for who in (county.person(), elsewhere.clerk, county.other, elsewhere.boss):
        with pytest.raises(NotFound):
            seen(one, who)
        with pytest.raises(NotFound):
            say(county, one, who, "我来看看")
    assert seen(one, county.boss).actions == ["assign"]
    with pytest.raises(errors.TalkNotHeld):
        say(county, one, county.boss, "我来催一下")
    with pytest.raises(errors.WrongPost):
        receiving.take(act(county.boss), one)


def test_an_officer_is_no_agent_of_their_own_question(county: Town) -> None:
    on_duty(county, county.clerk)
    with pytest.raises(errors.NobodyOnDuty):
        begun(county, county.clerk)


def test_it_becomes_a_ticket_that_leads_to_what_was_said(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    given = TalkTicket(klass=TicketClass.HELP, text="请查西溪二标木工班两个月工资")
    done = turning.to_ticket(act(county.clerk), one, given)
    ticket = county.seen(done.ticket_id)
    assert (ticket.talk_id, ticket.text, ticket.row.desk_name) == (one, given.text, "区人社局")
    assert seen(one, county.asker).row.state == "ended"
    assert duties.of(county.clerk.person_id).talks == 0
    with pytest.raises(errors.TalkIsTicket):
        turning.to_ticket(act(county.asker), one, given)


def test_the_asker_makes_a_ticket_of_what_nobody_took(county: Town) -> None:
    on_duty(county, county.clerk, state=DutyState.BUSY)
    one = begun(county, county.asker)
    given = TalkTicket(klass=TicketClass.ENQUIRY, text="工资两个月没发，找谁")
    done = turning.to_ticket(act(county.asker), one, given)
    assert county.seen(done.ticket_id, county.clerk).actions == ["take", "join"]
    assert receiving.workplace(act(county.clerk)).waiting == []


def test_a_colleague_makes_no_ticket_of_what_another_holds(county: Town) -> None:
    on_duty(county, county.clerk)
    one = begun(county, county.asker)
    with pytest.raises(errors.TalkNotHeld):
        turning.to_ticket(act(county.colleague), one, TalkTicket(klass=TicketClass.HELP, text="代转"))
