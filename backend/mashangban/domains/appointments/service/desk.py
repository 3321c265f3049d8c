"""What a hall does on the day: who comes, check-in, walk-ins, done; and the call and the papers before it."""

from dataclasses import replace

from mashangban.domains.appointments import errors, events, permissions
from mashangban.domains.appointments.repository import bookings, halls
from mashangban.domains.appointments.rules import accompanying, visitcode
from mashangban.domains.appointments.rules import booking as rules
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.schemas import (
    ArrivalForm,
    BookingDone,
    CallForm,
    PaperReview,
    VisitContact,
    VisitRow,
    VisitsQuery,
    VisitView,
    WalkInForm,
)
from mashangban.domains.appointments.service import halls as hall_acts
from mashangban.domains.appointments.service import places, telling, views
from mashangban.domains.appointments.terms import Call, State, Verdict
from mashangban.identity import service as identity
from mashangban.kernel import clock, codes
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Permission, Principal, Role


def visits(actor: Principal, hall_id: str, query: VisitsQuery) -> Page[VisitRow]:
    """A hall's visits of a day by time. Raises UnknownHall, NotFound beyond reach."""
    actor.reach(permissions.LIST_VISITS).require(halls.get(hall_id).place)
    return bookings.of_hall(hall_id, query.day, query.page).map(views.visit_row)


def show(actor: Principal, booking_id: str) -> VisitView:
    """One visit for the hall's people. Raises NotFound beyond reach."""
    one = bookings.get(booking_id)
    actor.reach(permissions.LIST_VISITS).require(one.desk)
    return views.visit(one, _acts(one) if actor.holds(permissions.RECEIVE) else [])


def arrive_by_code(act: Act, given: ArrivalForm) -> BookingDone:
    """Check in by the code on the person's phone: once, on the day, at its hall. Raises WrongCode, OtherHall."""
    try:
        text = codes.read(visitcode.PURPOSE, given.code)
    except codes.AlteredCode as altered:
        raise errors.WrongCode() from altered
    one, role = _within(act, permissions.RECEIVE, visitcode.booking_of(text, act.at))
    if one.hall_id != given.hall_id:
        raise errors.OtherHall()
    return _step(act, one, rules.arrive(one, act.at), events.ARRIVED, role)


def arrive(act: Act, booking_id: str) -> BookingDone:
    """Check in who came without a phone. Raises WrongDay, TooEarly, AlreadyArrived, WrongStep."""
    one, role = _within(act, permissions.RECEIVE, booking_id)
    return _step(act, one, rules.arrive(one, act.at), events.ARRIVED, role)


def finish(act: Act, booking_id: str) -> BookingDone:
    """The counter has done with it. Raises WrongStep."""
    one, role = _within(act, permissions.RECEIVE, booking_id)
    return _step(act, one, rules.finish(one), events.FINISHED, role)


def walk_in(act: Act, hall_id: str, given: WalkInForm) -> BookingDone:
    """Somebody without a booking takes what is left of today's slot. Raises NotYetReleased, NoPlaceNow, NotOpen."""
    hall = halls.get(hall_id)
    role = act.actor.role_for(permissions.RECEIVE, hall.place)
    slot = hall_acts.slot(hall, given.matter, clock.local_date(act.at), given.start)
    if act.at < slot.closes_at:
        raise errors.NotYetReleased()
    if act.at >= slot.ends_at:
        raise errors.NoPlaceNow()
    new = replace(places.drafted(act, hall, slot, "", State.PRESENT), came_at=act.at, papers=())
    try:
        return places.take(act, slot, new, events.WALKED_IN, role)
    except errors.SlotFull as full:
        raise errors.NoPlaceNow() from full


def call(act: Act, booking_id: str, given: CallForm) -> BookingDone:
    """What was heard before the visit. Only the person's own word frees the place. Raises WrongStep."""
    one, role = _within(act, permissions.ACCOMPANY, booking_id)
    after = accompanying.call(one, act.actor.person_id, given.heard, given.note)
    told = telling.person(one, "appointments.giving-up") if given.heard is Call.GIVING_UP else ()
    return _step(act, one, after, events.CALLED, role, told, {"heard": given.heard.value})


def contact(act: Act, booking_id: str) -> VisitContact:
    """Name and telephone in full, for the call before the visit; the person sees who looked. Raises WrongStep."""
    one, role = _within(act, permissions.ACCOMPANY, booking_id)
    if one.state is not State.BOOKED or not one.person_id:
        raise errors.WrongStep()
    bookings.move(act, one, one, following(act, events.CONTACT_SHOWN, one, role))
    proven, known = identity.real_name(one.person_id), identity.contact(one.person_id)
    return VisitContact(name=proven.name if proven else "", phone=known.phone or "")


def review(act: Act, booking_id: str, given: PaperReview) -> BookingDone:
    """What is wrong with a paper, while there is time. Raises UnknownPaper, WrongStep."""
    one, role = _within(act, permissions.ACCOMPANY, booking_id)
    after = accompanying.review(one, act.actor.person_id, given.number, given.verdict, given.note)
    paper = after.papers[given.number].name
    mend = given.verdict is Verdict.MEND
    told = telling.person(one, "appointments.to-mend", name=paper, note=given.note) if mend else ()
    data = {"paper": given.number, "verdict": given.verdict.value}
    return _step(act, one, after, events.REVIEWED, role, told, data)


def _within(act: Act, permission: Permission, booking_id: str) -> tuple[Booking, Role]:
    one = bookings.get(booking_id)
    return one, act.actor.role_for(permission, one.desk)


def _step(
    act: Act,
    before: Booking,
    after: Booking,
    kind: str,
    role: Role,
    told: tuple[Message, ...] = (),
    data: dict[str, object] | None = None,
) -> BookingDone:
    answer = views.done(after)
    bookings.move(act, before, after, following(act, kind, before, role, data, told), answer)
    return answer


def _acts(one: Booking) -> list[str]:
    """What the hall's people may do now."""
    if one.state is State.BOOKED:
        return ["arrive", "call", *(["review"] if one.papers else [])]
    return {State.MISSED: ["arrive"], State.PRESENT: ["finish"]}.get(one.state, [])
