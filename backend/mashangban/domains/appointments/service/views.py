"""From what is known of a booking to what its person and its hall see."""

from mashangban.domains.appointments import events
from mashangban.domains.appointments.models import TABLE
from mashangban.domains.appointments.repository import bookings, days, halls
from mashangban.domains.appointments.rules import booking as rules
from mashangban.domains.appointments.rules import visitcode
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.schemas import (
    BookingDone,
    BookingPaper,
    BookingRow,
    BookingStep,
    BookingView,
    CheckInCodeView,
    VisitRow,
    VisitView,
)
from mashangban.domains.appointments.terms import Call, State, Verdict
from mashangban.files import service as files
from mashangban.identity import service as identity
from mashangban.kernel import codes, history
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Role


def done(one: Booking) -> BookingDone:
    """What an act answers."""
    return BookingDone(
        id=one.id, number=one.number, state=one.state.value, state_label=one.state.label, until=one.until
    )


def row(one: Booking) -> BookingRow:
    """A booking in a list."""
    return BookingRow.model_validate(_row(one))


def mine(act: Act, page: PageRequest) -> Page[BookingRow]:
    """One's own bookings, the latest visit first."""
    return bookings.of_person(act.actor.person_id, page).map(row)


def show(act: Act, one: Booking) -> BookingView:
    """A booking whole, for its person."""
    hall = halls.get(one.hall_id)
    return BookingView(
        row=row(one),
        address=hall.address,
        phone=hall.phone,
        latitude_e6=hall.latitude_e6,
        longitude_e6=hall.longitude_e6,
        ahead=days.before(one) if one.state is State.WAITING else None,
        late=rules.cancels_late(one, act.at),
        call=one.call.value,
        call_label=one.call.label,
        call_note=one.call_note,
        papers=_papers(one),
        actions=_acts(act, one),
        log=_log(one),
    )


def code(act: Act, one: Booking) -> CheckInCodeView:
    """What the hall scans: signed, for this booking, good for minutes. Raises NotFound once it is used or over."""
    if one.state is not State.BOOKED:
        raise NotFound()
    text = codes.issue(visitcode.PURPOSE, visitcode.body(one.id, act.at))
    return CheckInCodeView(code=text, valid_until=visitcode.valid_until(act.at))


def calendar(act: Act, one: Booking) -> bytes:
    """A booking for the calendar of one's phone."""
    # The library that writes it is loaded for this answer alone: no other act pays for it.
    from mashangban.domains.appointments.rules import calendarfile

    return calendarfile.written(one, halls.get(one.hall_id).address, act.at)


def visit_row(one: Booking) -> VisitRow:
    """A visit in a hall's list."""
    mend = sum(paper.verdict is Verdict.MEND for paper in one.papers)
    named = {"person": _name(one.person_id), "call": one.call.value, "call_label": one.call.label}
    return VisitRow.model_validate({**_row(one), **named, "to_mend": mend})


def visit(one: Booking, actions: list[str]) -> VisitView:
    """A visit whole, for the hall's people."""
    return VisitView(
        row=visit_row(one),
        agent=_name(one.agent_id),
        call_note=one.call_note,
        papers=_papers(one),
        actions=actions,
        log=_log(one),
    )


def _row(one: Booking) -> dict[str, object]:
    same = ("id", "number", "hall_id", "hall_name", "matter_name", "day", "starts_at", "ends_at", "until")
    state = {"state": one.state.value, "state_label": one.state.label}
    return {name: getattr(one, name) for name in same} | state


def _papers(one: Booking) -> list[BookingPaper]:
    photos = {
        link.file_id: link for link in files.links([paper.file_id for paper in one.papers if paper.file_id])
    }
    return [
        BookingPaper(
            name=paper.name,
            verdict=paper.verdict.value,
            verdict_label=paper.verdict.label,
            note=paper.note,
            photo=photos.get(paper.file_id),
        )
        for paper in one.papers
    ]


def _acts(act: Act, one: Booking) -> list[str]:
    """What its person may do now."""
    if not one.state.open or act.at >= one.starts_at:
        return ["code"] if one.state is State.BOOKED else []
    if one.state.promised:
        return [*(["confirm"] if not rules.over(one, act.at) else []), "cancel"]
    if one.state is State.WAITING:
        return ["cancel"]
    asked = ["keep"] if one.call is Call.GIVING_UP else []
    return ["code", "calendar", *asked, *(["papers"] if one.papers else []), "cancel"]


def _name(person_id: str) -> str:
    return (identity.person(person_id).name_masked or "未实名") if person_id else ""


def _log(one: Booking) -> list[BookingStep]:
    return [_line(event) for event in history.of(TABLE, one.subject)]


def _line(event: Event) -> BookingStep:
    label = events.LABELS.get(event.type, event.type)
    return BookingStep(at=event.at, label=label, by_label=Role(event.role).label, hash=event.hash)
