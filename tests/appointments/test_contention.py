"""A slot under a rush: exactly its places are given, one a person, and who waits is served in order and once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from mashangban.domains.appointments import errors
from mashangban.domains.appointments.repository import bookings, days
from mashangban.domains.appointments.repository import halls as hall_items
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.service import booking, halls, queueing, turning
from mashangban.domains.appointments.terms import HOLD_MINUTES, State
from mashangban.kernel.acts import system_act
from mashangban.kernel.permissions import Principal
from tests.appointments.conftest import Desk, kinds
from tests.registry.conftest import person
from tests.workers.faults import faulty

PLACES, TRIED = 40, 1_000
AT_ONCE = 32  # threads: what two cores keep busy


def tried(desk: Desk, who: Principal) -> str:
    try:
        return desk.hold(who).state
    except (errors.SlotFull, errors.AlreadyBooked) as refused:
        return refused.code


def places(desk: Desk) -> list[int]:
    given = desk.form()
    slot = halls.slot(hall_items.get(desk.hall.id), given.matter, given.day, given.start)
    return sorted(days.of_slot(slot).places)


def moved(desk: Desk, *found: str) -> list[Booking]:
    return [bookings.get(one) for one in found]


def test_of_a_thousand_who_book_forty_places_exactly_forty_have_one(tables: str) -> None:
    desk = Desk(quota=PLACES)
    people = [person() for _ in range(TRIED)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = Counter(pool.map(lambda who: tried(desk, who), people))
    assert answers == {"held": PLACES, errors.SlotFull.code: TRIED - PLACES}
    assert places(desk) == list(range(1, PLACES + 1))


def test_a_storage_that_often_refuses_neither_overfills_a_slot_nor_leaves_a_place(tables: str) -> None:
    desk = Desk(quota=8)
    with faulty() as faults, ThreadPoolExecutor(8) as pool:
        answers = Counter(pool.map(lambda who: tried(desk, who), [person() for _ in range(40)]))
    assert faults.refused > 0
    assert answers == {"held": 8, errors.SlotFull.code: 32}


def test_one_person_at_many_windows_has_one_place(tables: str) -> None:
    desk, who = Desk(quota=8), person()
    with ThreadPoolExecutor(8) as pool:
        answers = Counter(pool.map(lambda _: tried(desk, who), range(8)))
    assert answers == {"held": 1, errors.AlreadyBooked.code: 7}
    assert len(places(desk)) == 1


def test_places_given_back_by_many_at_once_are_offered_to_the_first_who_wait_each_once(tables: str) -> None:
    desk, had, waited = Desk(quota=6), [person() for _ in range(6)], [person() for _ in range(9)]
    booked = [desk.booked(who) for who in had]
    queue = [desk.wait(who) for who in waited]

    def give_back(number: int) -> None:
        booking.cancel(desk.act(had[number]), booked[number].id)
        for _ in range(2):  # a stream delivers at least once
            queueing.follow(system_act("appointments_stream", desk.now), booked[number].id)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(give_back, range(4)))
    states = [one.state for one in moved(desk, *queue)]
    assert states == [State.OFFERED] * 4 + [State.WAITING] * 5
    assert all(kinds(one) == ["waited", "offered"] for one in moved(desk, *queue[:4]))
    assert places(desk) == list(range(1, 7))


def test_nobody_passes_those_who_wait(tables: str) -> None:
    desk, first = Desk(quota=1), person()
    one = desk.booked(first)
    desk.wait(person())
    booking.cancel(desk.act(first), one.id)
    with pytest.raises(errors.SlotFull):
        desk.hold(person())


def test_a_hold_is_over_for_all_at_one_moment(tables: str) -> None:
    desk, who = Desk(quota=1), person()
    done = desk.hold(who)
    assert done.until is not None
    assert (done.until - desk.now).seconds == HOLD_MINUTES * 60
    for _ in range(2):
        turning.run(done.until)
    assert bookings.get(done.id).state is State.LAPSED
    with pytest.raises(errors.WrongStep):
        booking.confirm(desk.act(who, desk.now), done.id)
    assert places(desk) == []
    assert desk.hold(person()).state == "held"
