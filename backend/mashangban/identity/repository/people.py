"""Persons: sealed at rest, found again by keyed hash, one value for one person."""

from datetime import datetime
from enum import StrEnum
from typing import cast

from pynamodb.exceptions import DoesNotExist
from pynamodb.expressions.update import Action

from mashangban.identity import errors
from mashangban.identity.models import ConsentRecord, HoldRecord, LookupRecord, PersonRecord
from mashangban.identity.rules.people import Hold, Person, Preferences, subject
from mashangban.identity.terms import ConsentText, Purpose, RealNameState
from mashangban.kernel import clock, crypto
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import Event
from mashangban.kernel.transaction import Transaction

_HOLD, _DUE = "HOLD#", "DUE#HOLD"


class Lookup(StrEnum):
    """By what a person is found."""

    PHONE = "PHONE"
    ID_NUMBER = "IDNUMBER"
    WECHAT = "WECHAT"

    def pk(self, value: str) -> str:
        return f"{self.value}#{crypto.keyed_hash(self.value.lower(), value)}"


def find(lookup: Lookup, value: str) -> str | None:
    """The id of the person this value belongs to (one consistent read)."""
    try:
        return LookupRecord.get(lookup.pk(value), "LOOKUP", consistent_read=True).person_id
    except DoesNotExist:
        return None


def person(person_id: str) -> Person:
    """The person with the id. Raises PersonUnknown, also for one who was erased."""
    try:
        record = PersonRecord.get(subject(person_id).pk, "PERSON", consistent_read=True)
    except DoesNotExist as missing:
        raise errors.PersonUnknown() from missing
    if cast(datetime | None, record.erased_at) is not None:
        raise errors.PersonUnknown()
    return _from_record(person_id, record)


def _from_record(person_id: str, record: PersonRecord) -> Person:
    return Person(
        id=person_id,
        version=int(record.version),
        chain=record.chain,
        created_at=record.created_at,
        name=_open(record, "name"),
        phone=_open(record, "phone"),
        id_number=_open(record, "id_number"),
        openid=_open(record, "openid"),
        real_name=record.real_name,
        verified_at=record.verified_at,
        username=record.username,
        preferences=Preferences(record.elder_mode, record.speech, record.high_contrast),
        here_at=record.here_at,
        erasure_asked_at=record.erasure_asked_at,
    )


def _context(pk: str, field: str) -> str:
    return f"identity|{pk}|{field}"


def _open(record: PersonRecord, field: str) -> str | None:
    sealed = getattr(record, f"{field}_sealed")
    return crypto.unseal(sealed, _context(record.PK, field)) if sealed else None


def _seal(person_id: str, field: str, value: str) -> str:
    return crypto.seal(value, _context(subject(person_id).pk, field))


def _sealed_if_any(person_id: str, field: str, value: str | None) -> str | None:
    return _seal(person_id, field, value) if value else None


def add(tx: Transaction, event: Event, newcomer: Person) -> None:
    """Write a new person with the lookups of phone and WeChat; a value just taken makes the act run again."""
    pk = newcomer.subject.pk
    record = PersonRecord(
        pk,
        "PERSON",
        created_at=newcomer.created_at,
        name_sealed=_sealed_if_any(newcomer.id, "name", newcomer.name),
        phone_sealed=_sealed_if_any(newcomer.id, "phone", newcomer.phone),
        openid_sealed=_sealed_if_any(newcomer.id, "openid", newcomer.openid),
        real_name=newcomer.real_name,
        username=newcomer.username,
        here_at=newcomer.here_at,
    )
    tx.create(record, event)
    for lookup, value in ((Lookup.PHONE, newcomer.phone), (Lookup.WECHAT, newcomer.openid)):
        if value:
            take(tx, lookup, value, newcomer.id)


def take(
    tx: Transaction, lookup: Lookup, value: str, person_id: str, otherwise: AppError | None = None
) -> None:
    """Make a value this person's own; `otherwise` is what it means when another has it."""
    tx.create(LookupRecord(lookup.pk(value), "LOOKUP", person_id=person_id), otherwise=otherwise)


def release(tx: Transaction, lookup: Lookup, value: str) -> None:
    """Free a value."""
    tx.delete(LookupRecord(lookup.pk(value), "LOOKUP"))


def prove(
    tx: Transaction, event: Event, holder: Person, proven: tuple[str, str], at: datetime, verification_id: str
) -> None:
    """Keep the proven name and number."""
    record = _head(holder)
    tx.amend(
        record,
        event,
        [
            PersonRecord.name_sealed.set(_seal(holder.id, "name", proven[0])),
            PersonRecord.id_number_sealed.set(_seal(holder.id, "id_number", proven[1])),
            PersonRecord.real_name.set(RealNameState.VERIFIED),
            PersonRecord.verified_at.set(at),
            PersonRecord.verification_id.set(verification_id),
        ],
    )


def lengthen(tx: Transaction, event: Event, holder: Person) -> None:
    """Append an event to the person's chain and change nothing else."""
    tx.amend(_head(holder), event, [])


def note_here(tx: Transaction, event: Event, holder: Person, at: datetime) -> None:
    """Append to the person's chain that they came, and keep when it was."""
    tx.amend(_head(holder), event, [PersonRecord.here_at.set(at)])


def set_preferences(tx: Transaction, event: Event, holder: Person, chosen: Preferences) -> None:
    """Keep how screens are shown."""
    actions: list[Action] = [
        PersonRecord.elder_mode.set(chosen.elder_mode),
        PersonRecord.speech.set(chosen.speech),
        PersonRecord.high_contrast.set(chosen.high_contrast),
    ]
    tx.amend(_head(holder), event, actions)


def set_phone(tx: Transaction, event: Event, holder: Person, phone: str) -> None:
    """Move the person to another phone; the old number is free again."""
    tx.amend(_head(holder), event, [PersonRecord.phone_sealed.set(_seal(holder.id, "phone", phone))])
    take(tx, Lookup.PHONE, phone, holder.id, errors.PhoneTaken())
    if holder.phone:
        release(tx, Lookup.PHONE, holder.phone)


def set_real_name_state(tx: Transaction, event: Event, holder: Person, state: RealNameState) -> None:
    """Change only whether the proven name may be used."""
    tx.amend(_head(holder), event, [PersonRecord.real_name.set(state)])


def set_username(tx: Transaction, event: Event, holder: Person, username: str) -> None:
    """Note the staff account that belongs to this person."""
    tx.amend(_head(holder), event, [PersonRecord.username.set(username)])


def ask_erasure(tx: Transaction, event: Event, holder: Person, at: datetime) -> None:
    """Note that the person asked to be forgotten."""
    tx.amend(_head(holder), event, [PersonRecord.erasure_asked_at.set(at)])


def erase(tx: Transaction, event: Event, holder: Person, at: datetime) -> None:
    """Remove everything that tells who this was; the chain of events, which tells nothing, stays."""
    actions: list[Action] = [
        PersonRecord.name_sealed.remove(),
        PersonRecord.phone_sealed.remove(),
        PersonRecord.id_number_sealed.remove(),
        PersonRecord.openid_sealed.remove(),
        PersonRecord.username.remove(),
        PersonRecord.verification_id.remove(),
        PersonRecord.verified_at.remove(),
        PersonRecord.real_name.set(RealNameState.NONE),
        PersonRecord.erased_at.set(at),
    ]
    tx.amend(_head(holder), event, actions)
    values = (
        (Lookup.PHONE, holder.phone),
        (Lookup.ID_NUMBER, holder.id_number),
        (Lookup.WECHAT, holder.openid),
    )
    for lookup, value in values:
        if value:
            release(tx, lookup, value)


def _head(holder: Person) -> PersonRecord:
    return PersonRecord(holder.subject.pk, "PERSON")


def consent(tx: Transaction, holder: Person, text: ConsentText, at: datetime) -> None:
    """Keep which text was agreed to and when."""
    tx.put(
        ConsentRecord(
            holder.subject.pk,
            f"CONSENT#{text.purpose}",
            purpose=text.purpose,
            text_version=text.version,
            given_at=at,
        )
    )


def withdraw(tx: Transaction, holder: Person, purpose: Purpose, at: datetime) -> None:
    """Note that a consent was taken back."""
    record = ConsentRecord(holder.subject.pk, f"CONSENT#{purpose}")
    tx.update(record, [ConsentRecord.withdrawn_at.set(at)], condition=ConsentRecord.given_at.exists())


def consents(person_id: str) -> list[ConsentRecord]:
    """All consents of a person (one query)."""
    return list(ConsentRecord.query(subject(person_id).pk, ConsentRecord.SK.startswith("CONSENT#")))


def holds(person_id: str, but: str = "") -> list[Hold]:
    """The laws that keep this person from being erased (one query); `but` leaves one source out."""
    query = HoldRecord.query(subject(person_id).pk, HoldRecord.SK.startswith(_HOLD), consistent_read=True)
    return [Hold(one.reason, one.until) for one in query if f"{_HOLD}{but}" != one.SK]


def place_hold(
    tx: Transaction, event: Event, holder: Person, source: str, reason: str, until: datetime | None
) -> None:
    """Keep a person from being erased until a date (None: until it is lifted)."""
    lengthen(tx, event, holder)
    record = HoldRecord(holder.subject.pk, f"{_HOLD}{source}", reason=reason, until=until)
    if until is not None:
        record.GSI3PK, record.GSI3SK = _DUE, clock.to_text(until)
    tx.put(record)


def lift_hold(tx: Transaction, event: Event, holder: Person, source: str) -> None:
    """Remove a hold."""
    lengthen(tx, event, holder)
    tx.delete(HoldRecord(holder.subject.pk, f"{_HOLD}{source}"))


def ended_holds(at: datetime, most: int) -> list[tuple[str, str]]:
    """Person and source of holds whose last moment is over, the oldest first (one query of GSI3)."""
    query = HoldRecord.gsi3.query(_DUE, clock.to_text(at) >= HoldRecord.GSI3SK, limit=most)
    return [(one.PK.partition("#")[2], one.SK.removeprefix(_HOLD)) for one in query]


def drop_hold(person_id: str, source: str) -> None:
    """Remove a hold on somebody who was forgotten: there is no chain any more that could tell of it."""
    HoldRecord(subject(person_id).pk, f"{_HOLD}{source}").delete()
