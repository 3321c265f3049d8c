"""A hall with matters and counters, people who book, and time that is said rather than waited for."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from mashangban.deadlines.service import CALENDAR
from mashangban.domains.appointments import listeners
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.repository import bookings
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.schemas import BookingDone, BookingForm, HallForm
from mashangban.domains.appointments.service import booking, halls
from mashangban.identity import service as identity
from mashangban.kernel import clock, history
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.permissions import Principal
from tests.identity.conftest import new_mobile
from tests.registry.conftest import COUNTY, officer, person

PAPERS = ["身份证", "营业执照"]


def working_day(ahead: int = 2) -> dt.date:
    """A day on which halls open, some days from now."""
    day = clock.local_date(clock.now()) + dt.timedelta(days=ahead)
    while not CALENDAR.is_working(day):
        day += dt.timedelta(days=1)
    return day


def hall_form(**differs: Any) -> HallForm:
    given = {
        "name": "样例区政务服务中心",
        "region": COUNTY,
        "address": "文三路 1 号",
        "phone": "0571-12345",
        "latitude_e6": 30_270_000,
        "longitude_e6": 120_110_000,
        "periods": [{"starts": "09:00", "ends": "09:30"}, {"starts": "09:30", "ends": "10:00"}],
        "matters": [{"code": "licence", "name": "开办餐饮店", "quota": 2, "papers": PAPERS}],
        "counters": [{"name": "1号窗口", "matters": ["licence"]}],
    }
    return HallForm.model_validate(given | differs)


def known(who: Principal) -> Principal:
    """Somebody whom identity knows, so that a screen can name them."""
    return replace(who, person_id=identity.ensure_person(system_act("tests"), new_mobile()))


@dataclass
class Desk:
    """A hall and its officer. `at` is the moment of every act: two days before the visits, in the morning."""

    quota: int = 2
    day: dt.date = field(default_factory=working_day)
    officer: Principal = field(default_factory=lambda: known(officer()))

    def __post_init__(self) -> None:
        matter = {"code": "licence", "name": "开办餐饮店", "quota": self.quota, "papers": PAPERS}
        self.hall = halls.open_hall(self.act(self.officer), hall_form(matters=[matter]))

    @property
    def now(self) -> dt.datetime:
        return clock.from_text(f"{self.day - dt.timedelta(days=2)}T10:00:00+08:00")

    def at(self, hour: int, minute: int = 0) -> dt.datetime:
        """A moment of the day of the visits."""
        return clock.from_text(f"{self.day}T{hour:02d}:{minute:02d}:00+08:00")

    def act(self, who: Principal, at: dt.datetime | None = None) -> Act:
        return Act(who, at or self.now)

    def form(self, start: str = "0900") -> BookingForm:
        return BookingForm(hall_id=self.hall.id, matter="licence", day=self.day, start=start)

    def hold(self, who: Principal | None = None, at: dt.datetime | None = None) -> BookingDone:
        return booking.hold(self.act(who or person(), at), self.form())

    def booked(self, who: Principal, at: dt.datetime | None = None) -> Booking:
        done = self.hold(who, at)
        booking.confirm(self.act(who, at), done.id)
        return bookings.get(done.id)

    def wait(self, who: Principal, at: dt.datetime | None = None) -> str:
        return booking.wait(self.act(who, at), self.form()).id

    def cancel(self, who: Principal, booking_id: str, at: dt.datetime | None = None) -> None:
        """Cancel, and what the table's stream then does, twice, as it may."""
        booking.cancel(self.act(who, at), booking_id)
        for _ in range(2):
            told(bookings.get(booking_id), at or self.now)


def told(one: Booking, at: dt.datetime) -> None:
    """The last event of a booking reaches the listener, whose clock says `at`."""
    last = history.of(TABLE, one.subject)[-1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listeners, "system_act", _at(at))
        listeners.on_event(last)


def _at(at: dt.datetime) -> Callable[[str], Act]:
    return lambda name: system_act(name, at)


def kinds(one: Booking) -> list[str]:
    """What happened to a booking, in order."""
    return [event.type.removeprefix("appointments.booking.") for event in history.of(TABLE, one.subject)]


@pytest.fixture
def desk(tables: str) -> Desk:
    return Desk()
