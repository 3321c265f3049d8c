"""Who left the platform for good: the place is given back, and nothing of the room names them any more."""

from mashangban.domains.appointments import events, listeners
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.repository import bookings, days
from mashangban.domains.appointments.schemas.bookings import PaperPhoto
from mashangban.domains.appointments.service import booking, forgetting, privacy
from mashangban.domains.appointments.terms import State
from mashangban.files.events import LET_GO
from mashangban.kernel import clock, ids
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.streams import Delivery
from tests.appointments.conftest import Desk
from tests.crossregion.conftest import scan
from tests.personal import let_go, letters_left, taken
from tests.registry.conftest import person


def test_a_place_is_given_back_and_no_trace_is_left_of_whose_it_was(desk: Desk) -> None:
    who = person()
    one = desk.booked(who)
    (given,) = taken(privacy.HOLDING, who.person_id)["预约"]
    assert given["row"]["id"] == one.id
    body = {"person_id": who.person_id}
    for _ in range(2):
        listeners.on_message(
            Delivery(ids.new_id(), events.FORGET, body, "identity", Subject("elsewhere", "1"), 1, clock.now())
        )
    left_over = bookings.get(one.id)
    assert (left_over.person_id, left_over.state) == ("", State.CANCELLED)
    assert bookings.of_person(who.person_id, PageRequest()).items == []
    assert days.of_day(desk.hall.id, "licence", desk.day, exact=True)["0900"].places == []


def test_a_late_cancellation_is_held_against_nobody_any_more(desk: Desk) -> None:
    who = person()
    one = desk.booked(who)
    booking.cancel(desk.act(who, desk.at(8)), one.id)
    assert bookings.missed(who.person_id) == [desk.day]
    forgetting.forget(desk.act(desk.officer), who.person_id)
    assert bookings.missed(who.person_id) == []


def test_papers_that_were_shown_beforehand_are_let_go_with_those_they_stand_in_place_of(desk: Desk) -> None:
    who = person()
    one, papers = desk.booked(who), [scan(who), scan(who)]
    for paper in papers:
        booking.send_paper(desk.act(who), one.id, PaperPhoto(number=0, file_id=paper))
    for _ in range(2):
        forgetting.forget(desk.act(desk.officer), who.person_id)
    assert bookings.get(one.id).papers == ()
    assert let_go(TABLE, one.subject) == [(who.person_id, papers)]
    assert letters_left(TABLE, one.subject) == [LET_GO]
