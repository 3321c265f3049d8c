"""Bookings: each step is one transaction over the booking, its place or turn, and the person's one open booking."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from mashangban.deadlines.rules.calendar import at
from mashangban.domains.appointments import errors
from mashangban.domains.appointments.models import TABLE, BookingRecord, MissRecord, OpenBookingRecord
from mashangban.domains.appointments.repository import days
from mashangban.domains.appointments.rules import booking as rules
from mashangban.domains.appointments.rules.booking import Booking
from mashangban.domains.appointments.terms import MISS_DAYS, State
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

SHARDS = 4
_FIELDS = tuple(name for name in Booking.__dataclass_fields__ if name not in ("version", "chain"))
_TEXTS = ("person_id", "agent_id", "call_note")
_NUMBERS = ("place", "ticket")
_KEPT = timedelta(days=2)
_PAGE = 25


def get(booking_id: str) -> Booking:
    """A booking; whoever calls asks for its person or its place. Raises UnknownBooking."""
    try:
        return _booking(BookingRecord.get(f"BOOKING#{booking_id}", "BOOKING", consistent_read=True))
    except BookingRecord.DoesNotExist as missing:
        raise errors.UnknownBooking() from missing


def of_person(person_id: str, page: PageRequest) -> Page[Booking]:
    """A person's bookings, the latest visit first."""
    found = pagination.query(BookingRecord, f"BOOKINGS-OF#{person_id}", page, index="GSI1", newest_first=True)
    return found.map(_booking)


def of_hall(hall_id: str, day: date, page: PageRequest) -> Page[Booking]:
    """A hall's visits of a day by time; promises that lapsed are not among them."""
    return pagination.query(BookingRecord, _visits(hall_id, day), page, index="GSI2").map(_booking)


def due(shard: int, now: datetime) -> Iterator[Booking]:
    """What time may change now, the oldest first."""
    found = BookingRecord.query(
        f"TURNS#{shard}",
        clock.to_text(now) >= BookingRecord.GSI3SK,
        index_name="GSI3",
        limit=_PAGE,
        page_size=_PAGE,
    )
    return (_booking(one) for one in found)


def open_of(person_id: str, matter: str, day: date) -> str | None:
    """The person's one booking of a matter on a day."""
    try:
        found = OpenBookingRecord.get(_open_pk(person_id, matter, day), "OPEN", consistent_read=True)
    except OpenBookingRecord.DoesNotExist:
        return None
    return str(found.booking_id)


def missed(person_id: str) -> list[date]:
    """The days of the visits a person missed of late."""
    return [one.day for one in MissRecord.query(f"MISSED#{person_id}", consistent_read=True)]


def create(act: Act, new: Booking, event: Event, answer: Schema) -> None:
    """Write a booking with its place or its turn. Raises AlreadyBooked, PlaceTaken."""
    with Transaction(act, TABLE) as tx:
        if new.person_id:
            tx.create(_open(new), otherwise=errors.AlreadyBooked())
        if new.state.takes_place:
            tx.create(days.place(new), otherwise=errors.PlaceTaken())
        else:
            tx.create(days.wait(new))
        tx.create(_record(new), event)
        tx.answer(answer)


def move(act: Act, before: Booking, after: Booking, event: Event, answer: Schema | None = None) -> None:
    """Write one step with what it gives back and takes. Raises PlaceTaken."""
    with Transaction(act, TABLE) as tx:
        _places(tx, before, after)
        if before.person_id and _ahead(before) and not _ahead(after):
            mine = OpenBookingRecord.booking_id == before.id
            tx.delete(_open(before), condition=mine | OpenBookingRecord.PK.does_not_exist())
        _misses(tx, before, after)
        tx.amend(_record(before), event, changes(BookingRecord, _stored(before), _stored(after)))
        tx.answer(answer)


def _ahead(one: Booking) -> bool:
    """Whether it is the person's one booking of the matter on that day."""
    return one.state.open or one.state is State.PRESENT


def _places(tx: Transaction, before: Booking, after: Booking) -> None:
    if before.state is State.WAITING and after.state is not State.WAITING:
        tx.delete(days.wait(before))
    if after.state.takes_place and not before.state.takes_place:
        tx.create(days.place(after), otherwise=errors.PlaceTaken())
    if before.state.takes_place and not after.state.takes_place:
        tx.delete(days.place(before))


def _misses(tx: Transaction, before: Booking, after: Booking) -> None:
    if not before.person_id:
        return
    expires = int((after.starts_at + timedelta(days=MISS_DAYS)).timestamp())
    sk = f"{after.day.isoformat()}#{after.id}"
    record = MissRecord(f"MISSED#{before.person_id}", sk, day=after.day, expires_at=expires)
    if rules.counts_as_missed(before, after):
        tx.put(record)
    elif before.state is State.MISSED or before.late:
        tx.delete(record)


def _stored(one: Booking) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _FIELDS}
    return {name: None if value == "" else value for name, value in values.items()} | _keys(one)


def _keys(one: Booking) -> dict[str, Any]:
    order, next_at = f"{clock.to_text(one.starts_at)}#{one.id}", rules.next_at(one)
    listed = one.state not in (State.LAPSED, State.UNFILLED)
    return {
        "GSI1PK": f"BOOKINGS-OF#{one.person_id}" if one.person_id else None,
        "GSI1SK": order if one.person_id else None,
        "GSI2PK": _visits(one.hall_id, one.day) if listed else None,
        "GSI2SK": order if listed else None,
        "GSI3PK": f"TURNS#{sum(one.id.encode()) % SHARDS}" if next_at else None,
        "GSI3SK": clock.to_text(next_at) if next_at else None,
    }


def _record(one: Booking) -> BookingRecord:
    values = {name: value for name, value in _stored(one).items() if value is not None}
    return BookingRecord(one.subject.pk, "BOOKING", **values)


def _booking(record: BookingRecord) -> Booking:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    texts = {name: values[name] or "" for name in _TEXTS}
    numbers = {name: int(values[name]) for name in _NUMBERS}
    return Booking(**values | texts | numbers, version=int(record.version), chain=record.chain)


def _open(one: Booking) -> OpenBookingRecord:
    expires = int((at(one.day, time()) + _KEPT).timestamp())
    return OpenBookingRecord(
        _open_pk(one.person_id, one.matter, one.day), "OPEN", booking_id=one.id, expires_at=expires
    )


def _open_pk(person_id: str, matter: str, day: date) -> str:
    return f"OPEN#{person_id}#{matter}#{day.isoformat()}"


def _visits(hall_id: str, day: date) -> str:
    return f"VISITS#{hall_id}#{day.isoformat()}"
