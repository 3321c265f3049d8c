"""Who left the platform for good (个人信息保护法 Art. 47): what is ahead is cancelled, nothing names them any more."""

from dataclasses import replace

from mashangban.domains.appointments import events
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.repository import bookings
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.terms import State
from mashangban.files import events as file_events
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def forget(act: Act, person_id: str) -> None:
    """Visits stay as visits of nobody. Told twice, it changes nothing more."""
    while found := bookings.of_person(person_id, PageRequest(limit=MAX_LIMIT)).items:
        for one in found:
            history.drop_letters(TABLE, one.subject)
            kind = events.CANCELLED if one.state.open else events.FORGOTTEN
            gone = file_events.let_go(person_id, (each for paper in one.papers for each in paper.file_ids))
            bookings.move(act, one, _nobodys(one), following(act, kind, one, Role.SYSTEM, messages=gone))


def _nobodys(one: Booking) -> Booking:
    state = State.CANCELLED if one.state.open else one.state
    return replace(one, state=state, person_id="", until=None, remind_at=None, call_note="", papers=())
