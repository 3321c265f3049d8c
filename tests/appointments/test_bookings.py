"""A booking from the first look to the visit, as its person and its hall live through it."""

import datetime as dt

import pytest

from mashangban.domains.appointments import errors, events, listeners
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.repository import bookings, days
from mashangban.domains.appointments.repository import halls as hall_items
from mashangban.domains.appointments.schemas import (
    ArrivalForm,
    CallForm,
    HallDayForm,
    HallsQuery,
    OnlineChoice,
    PaperReview,
    SlotsQuery,
    VisitsQuery,
    WalkInForm,
)
from mashangban.domains.appointments.service import (
    booking,
    closing,
    figures,
    halls,
    turning,
    views,
)
from mashangban.domains.appointments.service import desk as desk_acts
from mashangban.domains.appointments.terms import Call, State, Verdict
from mashangban.identity import service as identity
from mashangban.kernel import clock, history
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from tests.appointments.conftest import Desk, hall_form, kinds, known, told
from tests.registry.conftest import officer, person

MINUTE = dt.timedelta(minutes=1)
ONLINE = {"code": "licence", "name": "开办餐饮店", "quota": 2, "online": "网上办"}
COUNTERS = [{"name": "1号窗口", "matters": ["licence"]}]


def left(desk: Desk, at: dt.datetime | None = None) -> tuple[int, int, bool]:
    query = SlotsQuery(matter="licence", day=desk.day)
    first = halls.slots_of(desk.hall.id, query, at or desk.now)[0]
    return first.left, first.waiting, first.closed


def code_of(desk: Desk, booking_id: str, at: dt.datetime) -> ArrivalForm:
    one = bookings.get(booking_id)
    act = desk.act(person(), at)
    return ArrivalForm(hall_id=desk.hall.id, code=views.code(act, one).code)


def test_a_place_is_held_confirmed_and_visited_once(desk: Desk) -> None:
    who = person()
    assert left(desk) == (2, 0, False)
    one = desk.booked(who)
    assert left(desk) == (1, 0, False)
    scanned = code_of(desk, one.id, desk.at(8, 50))
    at_desk = desk.act(desk.officer, desk.at(8, 51))
    assert desk_acts.arrive_by_code(at_desk, scanned).state == "present"
    with pytest.raises(errors.AlreadyArrived):
        desk_acts.arrive_by_code(at_desk, scanned)
    assert desk_acts.finish(at_desk, one.id).state == "done"
    assert kinds(one) == ["held", "confirmed", "arrived", "finished"]


def test_a_code_of_another_day_another_hall_or_another_hand_opens_nothing(desk: Desk) -> None:
    one, other = desk.booked(person()), Desk()
    with pytest.raises(errors.WrongDay):
        desk_acts.arrive_by_code(desk.act(desk.officer), code_of(desk, one.id, desk.now))
    scanned = code_of(desk, one.id, desk.at(8, 50))
    elsewhere = ArrivalForm(hall_id=other.hall.id, code=scanned.code)
    at_desk = desk.act(desk.officer, desk.at(8, 51))
    with pytest.raises(errors.OtherHall):
        desk_acts.arrive_by_code(at_desk, elsewhere)
    bent = ArrivalForm(
        hall_id=desk.hall.id, code=scanned.code[:-1] + ("A" if scanned.code[-1] != "A" else "B")
    )
    with pytest.raises(errors.WrongCode):
        desk_acts.arrive_by_code(at_desk, bent)
    with pytest.raises(NotFound):
        desk_acts.arrive_by_code(desk.act(officer("330205"), desk.at(8, 51)), scanned)


def test_a_full_slot_has_a_queue_and_the_first_is_offered_what_is_given_back(desk: Desk) -> None:
    had, first, second = person(), person(), person()
    one = desk.booked(had)
    with pytest.raises(errors.PlaceFree):
        desk.wait(first)
    desk.booked(person())
    queue = [desk.wait(first), desk.wait(second)]
    assert [days.before(bookings.get(turn)) for turn in queue] == [0, 1]
    assert left(desk) == (0, 2, False)
    desk.cancel(had, one.id)
    assert [bookings.get(turn).state for turn in queue] == [State.OFFERED, State.WAITING]
    assert booking.confirm(desk.act(first), queue[0]).state == "booked"


def test_an_offer_that_nobody_takes_goes_to_the_next(desk: Desk) -> None:
    had, first, second = person(), person(), person()
    one = desk.booked(had)
    desk.booked(person())
    queue = [desk.wait(first), desk.wait(second)]
    desk.cancel(had, one.id)
    over = bookings.get(queue[0]).until
    assert over is not None
    turning.run(over)
    told(bookings.get(queue[0]), over)
    assert [bookings.get(turn).state for turn in queue] == [State.LAPSED, State.OFFERED]
    with pytest.raises(errors.WrongStep):
        booking.confirm(desk.act(first, over), queue[0])


def test_a_place_that_came_free_while_somebody_joined_is_theirs(desk: Desk) -> None:
    had, late = person(), person()
    one = desk.booked(had)
    desk.booked(person())
    turn = desk.wait(late)
    booking.cancel(desk.act(had), one.id)
    told(bookings.get(turn), desk.now)
    assert bookings.get(turn).state is State.OFFERED


def test_one_person_has_one_booking_of_a_matter_and_day_and_may_book_again_after_cancelling(
    desk: Desk,
) -> None:
    who = person()
    one = desk.booked(who)
    with pytest.raises(errors.AlreadyBooked):
        desk.hold(who)
    desk.cancel(who, one.id)
    assert desk.hold(who).state == "held"


def test_a_hold_let_go_stands_in_nobodys_way_even_before_the_clock_has_seen_it(desk: Desk) -> None:
    who = person()
    done = desk.hold(who)
    assert done.until is not None
    assert desk.hold(who, done.until + MINUTE).state == "held"
    assert bookings.get(done.id).state is State.LAPSED


def test_three_late_cancellations_close_booking_online_and_the_desk_still_helps(tables: str) -> None:
    who, desks = person(), [Desk() for _ in range(3)]
    for desk in desks:
        one = desk.booked(who)
        booking.cancel(desk.act(who, desk.at(8)), one.id)
    with pytest.raises(errors.TooManyMissed):
        Desk().hold(who)
    last, given = desks[-1], WalkInForm(matter="licence", start="0900")
    assert desk_acts.walk_in(last.act(last.officer, last.at(8, 40)), last.hall.id, given).state == "present"


def test_who_did_not_come_is_counted_and_forgiven_when_they_come_late(desk: Desk) -> None:
    who = person()
    one = desk.booked(who)
    turning.run(desk.at(7))  # the reminder
    turning.run(desk.at(10))
    assert bookings.get(one.id).state is State.MISSED
    assert bookings.missed(who.person_id) == [desk.day]
    assert desk_acts.arrive(desk.act(desk.officer, desk.at(10, 30)), one.id).state == "present"
    assert bookings.missed(who.person_id) == []


def test_what_is_left_shortly_before_is_for_those_who_walk_in(desk: Desk) -> None:
    desk.booked(person())
    given = WalkInForm(matter="licence", start="0900")
    with pytest.raises(errors.NotYetReleased):
        desk_acts.walk_in(desk.act(desk.officer, desk.at(8, 29)), desk.hall.id, given)
    with pytest.raises(errors.SlotClosed):
        desk.hold(person(), desk.at(8, 30))
    desk_acts.walk_in(desk.act(desk.officer, desk.at(8, 30)), desk.hall.id, given)
    with pytest.raises(errors.NoPlaceNow):
        desk_acts.walk_in(desk.act(desk.officer, desk.at(8, 31)), desk.hall.id, given)


def test_an_agent_hears_that_nobody_comes_and_the_place_stays_until_the_person_says_so(desk: Desk) -> None:
    who = person()
    one = desk.booked(who)
    heard = CallForm(heard=Call.GIVING_UP, note="电话里说不来")
    desk_acts.call(desk.act(desk.officer), one.id, heard)
    assert bookings.get(one.id).state is State.BOOKED
    shown = views.show(desk.act(who), bookings.get(one.id))
    assert "keep" in shown.actions
    assert booking.keep(desk.act(who), one.id).state == "booked"


def test_an_agent_sees_whom_to_call_and_the_person_sees_who_looked(desk: Desk) -> None:
    who = known(person())
    one = desk.booked(who)
    assert identity.contact(who.person_id).phone == desk_acts.contact(desk.act(desk.officer), one.id).phone
    seen = history.of(TABLE, one.subject)[-1]
    assert (seen.type, seen.actor) == (events.CONTACT_SHOWN, desk.officer.person_id)
    assert views.show(desk.act(who), bookings.get(one.id)).log[-1].label == "为联系本人看了姓名和电话"
    with pytest.raises(NotFound):
        desk_acts.contact(desk.act(officer("330205")), one.id)
    desk.cancel(who, one.id)
    with pytest.raises(errors.WrongStep):
        desk_acts.contact(desk.act(desk.officer), one.id)


def test_papers_are_looked_at_before_the_visit_and_the_person_is_told_what_to_mend(desk: Desk) -> None:
    one = desk.booked(known(person()))
    given = PaperReview(number=1, verdict=Verdict.MEND, note="复印件要盖章")
    desk_acts.review(desk.act(desk.officer), one.id, given)
    seen = desk_acts.show(desk.officer, one.id)
    assert (seen.row.to_mend, seen.papers[1].note) == (1, "复印件要盖章")


def test_a_day_closed_after_all_calls_off_its_visits_and_blames_nobody(desk: Desk) -> None:
    who = person()
    one = desk.booked(who)
    halls.decide_day(desk.act(desk.officer), desk.hall.id, desk.day, HallDayForm(opens=False, reason="停电"))
    event = history.of(TABLE, Subject("hall", desk.hall.id))[-1]
    for _ in range(2):
        listeners.on_event(event)
    assert bookings.get(one.id).state is State.CALLED_OFF
    assert bookings.missed(who.person_id) == []
    with pytest.raises(errors.NotOpen):
        desk.hold(person())


def test_a_place_held_while_the_hall_closed_the_day_is_not_confirmed(desk: Desk) -> None:
    who = person()
    done = desk.hold(who)
    halls.decide_day(desk.act(desk.officer), desk.hall.id, desk.day, HallDayForm(opens=False, reason="停电"))
    with pytest.raises(errors.NotOpen):
        booking.confirm(desk.act(who), done.id)


def test_more_places_on_a_day_go_to_those_who_wait(desk: Desk) -> None:
    for _ in range(2):
        desk.booked(person())
    turn = desk.wait(person())
    more = HallDayForm(opens=True, reason="加号", quotas={"licence": 3})
    halls.decide_day(desk.act(desk.officer), desk.hall.id, desk.day, more)
    listeners.on_event(history.of(TABLE, Subject("hall", desk.hall.id))[-1])
    assert bookings.get(turn).state is State.OFFERED


def test_only_its_person_and_its_hall_see_a_booking(desk: Desk) -> None:
    one = desk.booked(person())
    with pytest.raises(NotFound):
        booking.own(desk.act(person()), one.id)
    with pytest.raises(NotFound):
        desk_acts.show(officer("330205"), one.id)
    with pytest.raises(NotFound):
        desk_acts.visits(officer("330205"), desk.hall.id, VisitsQuery(day=desk.day))


def test_a_hall_is_kept_by_its_own_county_and_found_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        halls.change(desk.act(officer("330205")), desk.hall.id, hall_form())
    halls.change(desk.act(desk.officer), desk.hall.id, hall_form(name="样例区新大厅"))
    assert hall_items.get(desk.hall.id).name == "样例区新大厅"
    names = halls.of_county(HallsQuery(county=desk.hall.region, limit=50)).items
    assert names


def test_a_closed_day_without_bookings_closes_quietly(desk: Desk) -> None:
    assert closing.close(desk.act(desk.officer), desk.hall.id, desk.day) is False


def test_a_month_counts_each_step_once_and_whoever_went_online_instead(tables: str) -> None:
    desk, who, home = Desk(), person(), person()
    halls.change(desk.act(desk.officer), desk.hall.id, hall_form(matters=[ONLINE], counters=COUNTERS))
    one = desk.booked(who)
    for event in history.of(TABLE, one.subject) * 2:
        listeners.on_event(event)
    for _ in range(2):
        way = figures.choose_online(desk.act(home), desk.hall.id, OnlineChoice(matter="licence"))
        assert way.way == "网上办"
    [shown] = figures.of_month(desk.officer, desk.hall.id, desk.day)
    assert (shown.booked, shown.done) == (1, 0)
    [today] = figures.of_month(desk.officer, desk.hall.id, clock.local_date(desk.now))
    assert (today.online, today.online_percent) in ((1, 50), (1, 100))
