"""The duty roster: who is down, where a gap is, who swaps; who is seated first, and what whoever asks reads."""

import datetime as dt

import pytest

from mashangban.deadlines.service import CALENDAR
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.console import rosters as pages
from mashangban.domains.helpdesk.repository import duties
from mashangban.domains.helpdesk.rules import roster as rules
from mashangban.domains.helpdesk.rules import roster_gaps
from mashangban.domains.helpdesk.rules.department import Post
from mashangban.domains.helpdesk.rules.roster import Roster, Shift, Swap
from mashangban.domains.helpdesk.schemas import (
    QueuesQuery,
    RosterAnswer,
    RosterForm,
    RosterQuery,
    RosterShift,
    RosterSwap,
    TalkPlace,
)
from mashangban.domains.helpdesk.service import queues, rostering, talking
from mashangban.domains.helpdesk.terms import PostKind, TicketTopic
from mashangban.kernel import clock
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from tests.helpdesk.conftest import Town, act
from tests.helpdesk.talks import begun, on_duty, seen
from tests.helpdesk.tickets import HERE
from tests.workers.office import office_of

pytestmark = pytest.mark.usefixtures("quiet_clocks")
MONDAY = dt.date(2026, 11, 23)
PEOPLE = {
    "li": Post("li", HERE, (PostKind.FRONT,)),
    "wang": Post("wang", HERE, (PostKind.FRONT,), (TicketTopic.SAFETY,)),
}
LI, WANG = ({name: PEOPLE[name]} for name in PEOPLE)
NINE = dt.time(9)
NOON = dt.time(12)
EARLY = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def shift(
    day: int = 0, starts: dt.time = NINE, ends: dt.time = NOON, who: str = "li", topic: str = ""
) -> Shift:
    return Shift(MONDAY + dt.timedelta(days=day), starts, ends, who, topic)


def week(*shifts: Shift) -> Roster:
    return rules.keep(Roster(HERE, MONDAY), shifts, PEOPLE)


@pytest.mark.parametrize(
    "wrong",
    [
        (shift(starts=NOON, ends=NINE),),
        (shift(day=7),),
        (shift(), shift(starts=dt.time(11), ends=dt.time(13))),
    ],
)
def test_a_shift_lies_in_its_week_ends_after_it_begins_and_nobody_is_down_twice(
    wrong: tuple[Shift, ...],
) -> None:
    with pytest.raises(errors.ShiftWrong):
        week(*wrong)


def test_two_may_be_down_together_but_nobody_who_answers_nothing() -> None:
    assert len(week(shift(), shift(who="wang")).shifts) == 2
    with pytest.raises(errors.NotAtPost):
        week(shift(who="stranger"))


def test_a_gap_is_office_time_of_a_working_day_that_nobody_covers() -> None:
    first, *_ = CALENDAR.spans(MONDAY, HERE.region)
    whole = [shift(day, dt.time(7), dt.time(20)) for day in range(1, 5)]
    late = shift(0, dt.time(first[0].hour + 1), dt.time(20))
    gaps = roster_gaps.gaps(week(*whole, late), CALENDAR)
    assert [(gap.day, gap.starts, gap.ends) for gap in gaps] == [(MONDAY, first[0], late.starts)]


def test_a_topic_that_nobody_down_knows_is_a_gap_of_its_own_and_told_once() -> None:
    first, *_ = CALENDAR.spans(MONDAY, HERE.region)
    topics = (TicketTopic.WAGES, TicketTopic.SAFETY)
    rest = [shift(day, dt.time(7), dt.time(20)) for day in range(1, 5)]
    nobody_early = shift(0, dt.time(first[0].hour + 1), dt.time(20), "wang")
    gaps = roster_gaps.gaps(week(*rest, nobody_early), CALENDAR, topics, PEOPLE)
    monday = [(gap.starts, gap.topic) for gap in gaps if gap.starts < NOON]
    assert monday == [(first[0], None), (nobody_early.starts, TicketTopic.WAGES)]
    assert {gap.day for gap in gaps} == {MONDAY}


def test_who_is_down_for_one_topic_covers_no_other_though_they_know_it() -> None:
    first, *_ = CALENDAR.spans(MONDAY, HERE.region)
    whole = [shift(day, dt.time(7), dt.time(20), topic="safety") for day in range(5)]
    gaps = roster_gaps.gaps(week(*whole), CALENDAR, (TicketTopic.WAGES, TicketTopic.SAFETY), PEOPLE)
    assert {gap.topic for gap in gaps} == {TicketTopic.WAGES}
    assert (gaps[0].day, gaps[0].starts) == (MONDAY, first[0])


def test_nobody_is_down_for_what_they_do_not_take() -> None:
    with pytest.raises(errors.NotSkilled):
        week(shift(who="wang", topic="wages"))
    wages = shift(topic="wages")
    with pytest.raises(errors.NotSkilled):
        rules.ask(week(wages), wages, "wang", PEOPLE, EARLY)
    knew = {"li": PEOPLE["li"], "wang": Post("wang", HERE, (PostKind.FRONT,))}
    before = rules.keep(Roster(HERE, MONDAY), [shift(who="wang", topic="wages"), shift(1)], knew)
    copied = rules.copied(before, Roster(HERE, MONDAY + rules.WEEK), PEOPLE, CALENDAR)
    assert [one.person_id for one in copied.shifts] == ["li"]


def test_a_shift_for_one_topic_goes_before_others_for_that_topic_alone() -> None:
    down = [shift(topic="wages"), shift(who="wang")]
    assert rules.down_for(down, TicketTopic.WAGES) == ["li", "wang"]
    assert rules.down_for(down, TicketTopic.SAFETY) == ["wang"]


def test_a_holiday_has_no_gap_and_a_make_up_day_has() -> None:
    holiday = roster_gaps.gaps(Roster(HERE, dt.date(2025, 9, 29)), CALENDAR)
    assert {gap.day for gap in holiday} == {dt.date(2025, 9, 29), dt.date(2025, 9, 30)}
    makeup = roster_gaps.gaps(Roster(HERE, dt.date(2025, 10, 6)), CALENDAR)
    assert dt.date(2025, 10, 11) in {gap.day for gap in makeup}


def test_the_week_before_is_copied_to_working_days_for_whoever_is_at_a_post_still() -> None:
    before = rules.keep(
        Roster(HERE, dt.date(2025, 9, 22)),
        [Shift(dt.date(2025, 9, 22) + dt.timedelta(days=day), NINE, NOON, "li") for day in range(5)],
        PEOPLE,
    )
    copied = rules.copied(before, Roster(HERE, dt.date(2025, 9, 29)), PEOPLE, CALENDAR)
    assert [one.day for one in copied.shifts] == [dt.date(2025, 9, 29), dt.date(2025, 9, 30)]
    with pytest.raises(errors.NothingToCopy):
        rules.copied(before, Roster(HERE, dt.date(2025, 9, 29)), WANG, CALENDAR)


def test_a_swap_is_the_colleagues_only_once_they_say_yes() -> None:
    asked = rules.ask(week(shift()), shift(), "wang", PEOPLE, EARLY)
    assert asked.shifts == (shift(),)
    swap = Swap(shift(), "wang")
    assert rules.answer(asked, swap, EARLY, accepted=False) == week(shift())
    taken = rules.answer(asked, swap, EARLY, accepted=True)
    assert (taken.shifts, taken.swaps) == ((shift(who="wang"),), ())
    with pytest.raises(errors.ShiftGone):
        rules.answer(taken, swap, EARLY, accepted=True)


def test_what_has_begun_is_not_swapped_and_nobody_takes_what_they_have_already() -> None:
    with pytest.raises(errors.ShiftGone):
        rules.ask(week(shift()), shift(), "wang", PEOPLE, shift().begins_at)
    with pytest.raises(errors.ShiftWrong):
        rules.ask(week(shift(), shift(who="wang")), shift(), "wang", PEOPLE, EARLY)
    with pytest.raises(errors.NotAtPost):
        rules.ask(week(shift()), shift(), "li", PEOPLE, EARLY)


def test_who_is_down_now_and_when_the_next_one_begins() -> None:
    one = week(shift(), shift(1, who="wang"))
    ten = shift().begins_at + dt.timedelta(hours=1)
    assert (rules.running([one], ten), rules.running([one], shift().ends_at)) == ([shift()], [])
    assert rules.next_at([one], ten) == shift(1).begins_at
    assert rules.next_at([one], shift(1).begins_at) is None


def test_times_are_read_as_people_write_them() -> None:
    assert pages.spans("8:30-12:00 13：30到17:30") == [
        (dt.time(8, 30), NOON, ""),
        (dt.time(13, 30), dt.time(17, 30), ""),
    ]
    assert pages.spans("8:30-12:00 工资\n13:30-17:30") == [
        (dt.time(8, 30), NOON, "wages"),
        (dt.time(13, 30), dt.time(17, 30), ""),
    ]
    for wrong in ("上午", "8-12", "25:00-26:00", "工资", "8:30-12:00 工钱"):
        with pytest.raises(errors.ShiftWrong):
            pages.spans(wrong)


def put_down(
    county: Town,
    who: Principal,
    day: dt.date,
    starts: dt.time,
    ends: dt.time,
    topic: TicketTopic | None = None,
) -> RosterShift:
    one = RosterShift(day=day, starts=starts, ends=ends, person_id=who.person_id, topic=topic)
    shown = rostering.show(act(county.keeper), county.wages, RosterQuery(day=day))
    shifts = [*shown.shifts, one]
    rostering.keep(act(county.keeper), county.wages, RosterForm(monday=shown.monday, shifts=shifts))
    return one


def all_day(county: Town, who: Principal) -> RosterShift:
    today = clock.local_date(clock.now())
    return put_down(county, who, today, dt.time(0), dt.time(23, 59, 59))


def test_whoever_is_down_is_seated_before_others_who_are_there(county: Town) -> None:
    all_day(county, county.lead)
    on_duty(county, county.clerk, county.colleague, county.lead)
    one = begun(county, county.asker)
    assert duties.of(county.lead.person_id).talks == 1
    assert seen(one, county.asker).row.state == "talking"


def test_whoever_is_down_for_another_topic_is_not_seated_first(county: Town) -> None:
    today = clock.local_date(clock.now())
    put_down(county, county.clerk, today, dt.time(0), dt.time(23, 59, 59), TicketTopic.CONTRACT)
    put_down(county, county.lead, today, dt.time(0), dt.time(23, 59, 59), TicketTopic.WAGES)
    on_duty(county, county.clerk, county.lead)
    begun(county, county.asker)
    assert (duties.of(county.clerk.person_id).talks, duties.of(county.lead.person_id).talks) == (0, 1)


def test_supervision_sees_who_is_down_and_not_there(county: Town) -> None:
    all_day(county, county.lead)
    found = queues.in_region(act(county.boss), QueuesQuery(region=county.county)).items
    row = next(one for one in found if one.department_id == county.wages)
    assert [(one.on_shift, one.there) for one in row.agents] == [(True, False)]
    assert "该值班没在岗" in office_of(county.boss).get("/console/helpdesk/queues").html


def test_whoever_asks_while_nobody_is_there_reads_when_somebody_is(county: Town) -> None:
    place = TalkPlace(region=county.county, topic=TicketTopic.WAGES)
    assert talking.who_is_there(act(county.asker), place).opens_at is None
    day = clock.local_date(clock.now()) + dt.timedelta(days=3)
    put_down(county, county.clerk, day, dt.time(8, 30), NOON)
    opens = talking.who_is_there(act(county.asker), place).opens_at
    assert opens is not None
    assert opens.astimezone(clock.SHANGHAI).strftime("%H:%M") == "08:30"
    assert clock.local_date(opens) == day


def test_a_swap_is_asked_of_a_colleague_and_answered_by_them_alone(county: Town) -> None:
    day = clock.local_date(clock.now()) + dt.timedelta(days=2)
    one = put_down(county, county.clerk, day, NINE, NOON)
    asked = RosterSwap(**dict(one), to=county.lead.person_id)
    with pytest.raises(NotFound):
        rostering.ask(act(county.lead), county.wages, asked)
    rostering.ask(act(county.clerk), county.wages, asked)
    said = RosterAnswer(**dict(asked), accepted=True)
    with pytest.raises(NotFound):
        rostering.answer(act(county.clerk), county.wages, said)
    shown = rostering.answer(act(county.lead), county.wages, said)
    assert [each.person_id for each in shown.shifts] == [county.lead.person_id]
    assert shown.swaps == []


def test_only_the_keeper_writes_and_only_the_department_reads(county: Town) -> None:
    elsewhere = Town(county.pump)
    for who in (elsewhere.clerk, elsewhere.keeper):
        with pytest.raises(NotFound):
            rostering.show(act(who), county.wages, RosterQuery())
    with pytest.raises(NotFound):
        rostering.keep(act(elsewhere.keeper), county.wages, RosterForm(monday=MONDAY, shifts=[]))


def test_the_grid_is_written_read_copied_and_a_wrong_field_loses_nothing_typed(county: Town) -> None:
    desk, where = office_of(county.keeper), f"/console/helpdesk/departments/{county.wages}/roster"
    monday = rules.monday_of(clock.local_date(clock.now())) + dt.timedelta(days=7)
    at = f"{where}?day={monday}"
    name = f"on:{monday}:{county.clerk.person_id}"
    opened = desk.get(at)
    assert "这些上班时间还没有人值班" in opened.html
    assert opened.html.count(" 08:30–12:00、13:30–17:30") == opened.html.count("08:30–12:00") > 0
    desk.act(opened, where, monday=str(monday), **{name: "8:30-12:00 13:30-17:30 工资"})
    kept = ">08:30-12:00\n13:30-17:30 工资</textarea>"
    assert kept in desk.get(at).html
    other = f"on:{monday}:{county.lead.person_id}"
    refused = desk.act(desk.get(at), where, monday=str(monday), **{name: "上午", other: "9:00-10:00"}).html
    for typed in ("看不懂", ">上午</textarea>", ">9:00-10:00</textarea>"):
        assert typed in refused
    assert kept in desk.get(at).html
    after = monday + dt.timedelta(days=7)
    desk.act(desk.get(f"{where}?day={after}"), f"{where}/copy", monday=str(after))
    assert kept in desk.get(f"{where}?day={after}").html
    clerk, lead = office_of(county.clerk), office_of(county.lead)
    shift_ = f"{monday}|08:30|12:00|{county.clerk.person_id}"
    clerk.act(clerk.get(at), f"{where}/swaps", monday=str(monday), shift=shift_, to=county.lead.person_id)
    assert "同事请您替班" in lead.get(at).html
    lead.act(lead.get(at), f"{where}/swaps/answer", monday=str(monday), shift=shift_, accepted="true")
    assert "同事请您替班" not in lead.get(at).html
