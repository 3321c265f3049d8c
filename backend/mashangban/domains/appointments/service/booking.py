"""What a person does: hold a place and confirm it, wait for one, cancel, say that they come, show papers beforehand."""

from dataclasses import replace
from datetime import date

from mashangban.domains.appointments import errors, events
from mashangban.domains.appointments.repository import bookings, days, halls
from mashangban.domains.appointments.rules import accompanying, opening
from mashangban.domains.appointments.rules import booking as rules
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.rules.hall import Hall
from mashangban.domains.appointments.rules.opening import Slot
from mashangban.domains.appointments.rules.promise import hold_until
from mashangban.domains.appointments.schemas import BookingDone, BookingForm, PaperPhoto
from mashangban.domains.appointments.service import halls as hall_acts
from mashangban.domains.appointments.service import places, telling, turning, views
from mashangban.domains.appointments.terms import MOST_WAITING, State
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role, Scope


def hold(act: Act, given: BookingForm) -> BookingDone:
    """Keep a place for five minutes. Raises SlotFull, SlotClosed, NotOpen, AlreadyBooked, TooManyMissed."""
    hall, slot = _wanted(act, given)
    new = places.drafted(act, hall, slot, act.actor.person_id, State.HELD)
    return places.take(act, slot, replace(new, until=hold_until(act.at)), events.HELD, Role.PERSON)


def wait(act: Act, given: BookingForm) -> BookingDone:
    """Take a turn behind those who wait. Raises PlaceFree, QueueFull, SlotClosed, NotOpen, AlreadyBooked."""
    hall, slot = _wanted(act, given)
    filling = days.of_slot(slot)
    if not filling.waiting and opening.free(slot, filling.places):
        raise errors.PlaceFree()
    if len(filling.waiting) >= MOST_WAITING:
        raise errors.QueueFull()
    new = places.drafted(act, hall, slot, act.actor.person_id, State.WAITING)
    new = replace(new, ticket=days.draw_ticket(slot))
    answer = views.done(new)
    bookings.create(act, new, following(act, events.WAITED, new, Role.PERSON, {"ticket": new.ticket}), answer)
    return answer


def confirm(act: Act, booking_id: str) -> BookingDone:
    """Take the place that is kept. Raises PromiseOver, WrongStep, NotOpen."""
    one = own(act, booking_id)
    # Held in the moment in which the hall closed the day, it escaped being called off.
    opening.require_kept(halls.plan(one.hall_id, one.day))
    agents = identity.holders(Role.COUNTY_OFFICER, Scope("region", one.region), act.at)
    after = rules.confirm(one, act.at, accompanying.assigned(one.id, agents))
    told = (
        *telling.person(after, "appointments.booked"),
        *telling.agent(after, "appointments.to-accompany"),
    )
    return _step(act, one, after, events.CONFIRMED, told)


def cancel(act: Act, booking_id: str) -> BookingDone:
    """The person's word frees the place. Raises VisitBegun, WrongStep."""
    one = own(act, booking_id)
    after = rules.cancel(one, act.at)
    return _step(act, one, after, events.CANCELLED, telling.agent(after, "appointments.cancelled"))


def keep(act: Act, booking_id: str) -> BookingDone:
    """Asked whether they gave up, the person says that they come. Raises WrongStep."""
    one = own(act, booking_id)
    return _step(act, one, accompanying.keep(one), events.KEPT, ())


def send_paper(act: Act, booking_id: str, given: PaperPhoto) -> BookingDone:
    """Show a paper beforehand. Raises UnknownPaper, WrongStep, and as `files.hold` does."""
    one = own(act, booking_id)
    after = accompanying.send(one, given.number, given.file_id)
    files.hold(act, "appointments", given.file_id, {Purpose.ATTACHMENT, Purpose.EVIDENCE})
    return _step(act, one, after, events.PAPER_SENT, telling.agent(after, "appointments.paper-sent"))


def own(act: Act, booking_id: str) -> Booking:
    """One's own booking. Raises NotFound for anybody else's."""
    one = bookings.get(booking_id)
    if one.person_id != act.actor.person_id:
        raise NotFound()
    return one


def _wanted(act: Act, given: BookingForm) -> tuple[Hall, Slot]:
    """The slot that this person may book now."""
    hall = halls.get(given.hall_id)
    found = hall_acts.slot(hall, given.matter, given.day, given.start)
    slot = opening.bookable(found, act.at, clock.local_date(act.at))
    _require_free_hands(act, given.matter, given.day)
    return hall, slot


def _require_free_hands(act: Act, matter: str, day: date) -> None:
    """No other open booking of the matter that day, and not too many visits missed."""
    person_id = act.actor.person_id
    known = bookings.open_of(person_id, matter, day)
    if known is not None and not turning.end_if_over(bookings.get(known), act.at):
        raise errors.AlreadyBooked(booking_id=known)
    if not rules.may_book(bookings.missed(person_id), clock.local_date(act.at)):
        raise errors.TooManyMissed()


def _step(act: Act, before: Booking, after: Booking, kind: str, told: tuple[Message, ...]) -> BookingDone:
    answer = views.done(after)
    bookings.move(act, before, after, following(act, kind, before, Role.PERSON, None, told), answer)
    return answer
