"""Whose a ticket is, how its clock may stand still, what it may be called: decided without any table."""

from dataclasses import replace

import pytest

from mashangban.deadlines.rules.periods import Pause
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules import (
    department,
    ending,
    joint,
    labelling,
    pausing,
    promise,
    routing,
)
from mashangban.domains.helpdesk.rules import ticket as rules
from mashangban.domains.helpdesk.rules.department import Department, Post
from mashangban.domains.helpdesk.terms import (
    Level,
    PostKind,
    TicketClass,
    TicketState,
    TicketTopic,
)
from mashangban.domains.helpdesk.terms.pausing import PauseReason
from tests.helpdesk.tickets import (
    CITY,
    DAY,
    FAR,
    HERE,
    NOW,
    THERE,
    TODAY,
    held,
    stop,
    ticket,
)

C, S = TicketClass, TicketState


def office(
    name: str, region: str, *topics: TicketTopic, general: bool = False, level: Level = Level.COUNTY
) -> Department:
    return Department(name, name, region, level, topics, general)


KNOWN = (
    office("区人社", "330106", TicketTopic.WAGES),
    office("街道", "330106", TicketTopic.WAGES, level=Level.STREET),
    office("市建委", "330100", TicketTopic.HOME, level=Level.CITY),
    office("区12345", "330106", general=True),
    office("市12345", "330100", general=True, level=Level.CITY),
)


@pytest.mark.parametrize(
    ("topic", "region", "name"),
    [
        (TicketTopic.WAGES, "330106", "区人社"),
        (TicketTopic.HOME, "330106", "市建委"),
        (TicketTopic.POLICY, "330106", "区12345"),
    ],
)
def test_a_question_goes_to_the_nearest_department_that_knows_the_topic(
    topic: TicketTopic, region: str, name: str
) -> None:
    assert routing.department_for(topic, region, KNOWN).name == name


def test_where_nobody_answers_the_asker_is_told_so() -> None:
    with pytest.raises(errors.NoDepartment):
        routing.department_for(TicketTopic.WAGES, "330106", [office("x", "330106", TicketTopic.HOME)])


def test_who_knows_the_very_topic_is_told_first() -> None:
    posts = [
        Post("all", HERE, (PostKind.FRONT,)),
        Post("wages", HERE, (PostKind.FRONT,), (TicketTopic.WAGES,)),
        Post("homes", HERE, (PostKind.FRONT,), (TicketTopic.HOME,)),
        Post("lead", HERE, (PostKind.LEAD,)),
    ]
    assert routing.agents_for(TicketTopic.WAGES, PostKind.FRONT, posts) == ["wages", "all"]


@pytest.mark.parametrize(
    ("desk", "region", "watched"),
    [(HERE, "330106", True), (HERE, "330108", False), (CITY, "330106", True), (FAR, "330106", False)],
)
def test_supervision_reaches_the_own_county_or_the_whole_city(
    desk: department.Desk, region: str, watched: bool
) -> None:
    assert department.watches(Post("p", desk, (PostKind.WATCH,)), region) is watched
    assert not department.watches(Post("p", desk, (PostKind.LEAD,)), region)


def test_a_region_may_promise_less_time_and_never_more() -> None:
    assert promise.checked({C.COMPLAINT: 3, C.HELP: 3}) == {C.COMPLAINT: 3}
    assert promise.term_of(C.COMPLAINT, {C.COMPLAINT: 3}).amount == 3
    for slower in ({C.COMPLAINT: 6}, {C.ENQUIRY: 0}):
        with pytest.raises(errors.SlowerThanRule):
            promise.checked(slower)


def test_one_person_holds_a_ticket_and_a_colleague_may_take_it_over() -> None:
    one = held()
    assert (one.state, one.charge_id) == (S.WORKING, "agent")
    assert rules.take(one, "other", NOW + DAY).marks.taken_at == NOW
    with pytest.raises(errors.NotInCharge):
        rules.hand_over(one, "other", THERE)


def test_handing_over_leaves_the_first_department_responsible() -> None:
    moved = rules.hand_over(held(), "agent", THERE)
    assert (moved.desk, moved.first, moved.state, moved.charge_id) == (THERE, HERE, S.RECEIVED, "")
    back = rules.give_back(rules.take(moved, "b", NOW), "b")
    assert (back.desk, back.marks.returns) == (HERE, 1)


def test_the_first_department_has_nobody_to_return_it_to() -> None:
    with pytest.raises(errors.FirstDesk):
        rules.give_back(held(), "agent")


def test_after_two_moves_a_supervisor_decides_and_nobody_returns_what_was_assigned() -> None:
    moved = rules.take(rules.hand_over(held(), "agent", THERE), "b", NOW)
    twice = rules.take(rules.hand_over(moved, "b", CITY), "c", NOW)
    with pytest.raises(errors.MovedTooOften):
        rules.hand_over(twice, "c", THERE)
    with pytest.raises(errors.MovedTooOften):
        rules.give_back(twice, "c")
    named = rules.take(rules.assign(ticket(), THERE), "b", NOW)
    assert named.post is PostKind.LEAD
    with pytest.raises(errors.Assigned):
        rules.hand_over(named, "b", CITY)
    with pytest.raises(errors.Assigned):
        rules.give_back(named, "b")


def test_a_ticket_stays_within_its_city() -> None:
    with pytest.raises(errors.OutOfCity):
        rules.hand_over(held(), "agent", FAR)
    with pytest.raises(errors.OutOfCity):
        rules.assign(ticket(), FAR)
    with pytest.raises(errors.OutOfCity):
        joint.invite(held(), "agent", [FAR])


def test_a_deeper_question_goes_from_the_front_post_to_the_lead_post_once() -> None:
    deep = rules.deepen(held(), "agent")
    assert (deep.post, deep.state) == (PostKind.LEAD, S.RECEIVED)
    with pytest.raises(errors.SameDesk):
        rules.deepen(rules.take(deep, "agent", NOW), "agent")


def test_partners_answer_before_the_lead_does_and_their_words_are_joined() -> None:
    one = joint.invite(held(), "agent", [THERE, CITY, THERE])
    assert [partner.desk for partner in one.partners] == [THERE, CITY]
    with pytest.raises(errors.PartnersMissing):
        ending.answer(one, "agent", NOW, late=False)
    given = joint.contribute(one, [THERE.id], 7)
    with pytest.raises(errors.NoPartner):
        joint.contribute(given, [THERE.id], 8)
    ready = joint.release(given, "agent", CITY.id)
    assert ending.answer(ready, "agent", NOW, late=False).state is S.ANSWERED
    with pytest.raises(errors.NoPartner):
        joint.release(ready, "agent", THERE.id)
    assert joint.reply_of("已办", [("人社局", "已查")]) == "已办\n【人社局】已查"


def test_at_most_five_departments_help() -> None:
    many = [department.Desk(f"x{n}", "x", "330106") for n in range(6)]
    with pytest.raises(errors.TooManyPartners):
        joint.invite(held(), "agent", many)


def test_a_pause_has_a_listed_reason_and_an_end() -> None:
    one = stop(held(), 10)
    assert (one.state, one.pause, one.marks.pauses) == (S.PAUSED, PauseReason.ASKER, 1)
    assert pausing.go_on(one).state is S.WORKING
    for days in (0, 11):
        with pytest.raises(errors.PauseTooLong):
            stop(held(), days)
    assert stop(held(), 20, PauseReason.EXAMINATION).pause is PauseReason.EXAMINATION


def test_all_pauses_together_have_a_limit_and_an_urgent_matter_has_none() -> None:
    stood = (Pause(NOW - DAY * 25, NOW - DAY * 4, "x"),)
    assert pausing.used_days(stood, TODAY) == 22
    assert stop(held(), 8, stood=stood).state is S.PAUSED
    with pytest.raises(errors.PausesUsedUp):
        stop(held(), 9, stood=stood)
    often = replace(held(), marks=replace(held().marks, pauses=3))
    for one in (often, held(klass=C.URGENT)):
        with pytest.raises(errors.PausesUsedUp):
            stop(one, 1)


def test_days_that_two_pauses_share_are_counted_once() -> None:
    stood = (Pause(NOW, NOW, "x"), Pause(NOW, NOW + DAY, "y"), Pause(NOW + DAY * 3, None, "z"))
    assert pausing.used_days(stood, TODAY + DAY * 4) == 4


def test_a_complaint_made_an_enquiry_is_marked_until_the_asker_says_otherwise() -> None:
    softer = labelling.relabel(held(), "agent", C.ENQUIRY, watch=False)
    assert (softer.klass, softer.asked_as, softer.marks.softened, softer.clock) == (
        C.ENQUIRY,
        C.COMPLAINT,
        True,
        2,
    )
    again = labelling.insist(softer)
    assert (again.klass, again.marks.softened, again.clock) == (C.COMPLAINT, False, 3)
    with pytest.raises(errors.AskerInsists):
        labelling.relabel(again, "agent", C.HELP, watch=False)
    assert labelling.relabel(again, "boss", C.HELP, watch=True).marks.softened


def test_another_class_needs_a_difference_and_the_ticket_in_hand() -> None:
    with pytest.raises(errors.SameClass):
        labelling.relabel(held(), "agent", C.COMPLAINT, watch=False)
    with pytest.raises(errors.NotInCharge):
        labelling.relabel(held(), "other", C.HELP, watch=False)
    with pytest.raises(errors.NotSoftened):
        labelling.insist(held())
    with pytest.raises(errors.WrongStep):
        labelling.relabel(stop(held(), 3), "boss", C.URGENT, watch=True)


def test_an_enquiry_that_becomes_a_complaint_and_goes_back_is_marked() -> None:
    up = labelling.relabel(held(klass=C.ENQUIRY), "agent", C.COMPLAINT, watch=False)
    assert not up.marks.softened
    assert labelling.relabel(up, "agent", C.ENQUIRY, watch=False).marks.softened
