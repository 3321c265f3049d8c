"""Persons: reading them for other rooms, preferences, phone, and showing personal data in full with a reason."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from mashangban.identity import errors
from mashangban.identity.events import Happened
from mashangban.identity.identifiers import Sex, parse_citizen_id, parse_mobile
from mashangban.identity.repository import codes
from mashangban.identity.repository import grants as grant_items
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository.people import Lookup
from mashangban.identity.rules.people import Person
from mashangban.identity.schemas import Me, PhoneChange, PreferencesChange
from mashangban.identity.service import reading, sessions, signing_in
from mashangban.identity.service.signing_in import Origin
from mashangban.identity.terms import RevealReason
from mashangban.kernel import clock, events
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction


@dataclass(frozen=True, slots=True)
class RealName:
    """A proven identity, in full: for documents that must carry it. Never for a screen or a log."""

    person_id: str
    name: str = field(repr=False)
    id_number: str = field(repr=False)
    birth_date: date = field(repr=False)
    sex: Sex
    verified_at: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """Where messages to a person go; never logged."""

    person_id: str
    phone: str | None = field(repr=False)
    openid: str | None = field(repr=False)


def me(actor: Principal, at: datetime) -> Me:
    """The caller, masked, with the roles in force."""
    return reading.view(person_items.person(actor.person_id), grant_items.of_person(actor.person_id), at)


def person(person_id: str) -> Person:
    """Someone by id (use the masked properties for screens). Raises PersonUnknown."""
    return person_items.person(person_id)


def find_by_phone(phone: str) -> str | None:
    """The id of the person with this phone. Raises Invalid for what is no phone."""
    return person_items.find(Lookup.PHONE, reading.read("phone", parse_mobile, phone))


def real_name(person_id: str) -> RealName | None:
    """The proven identity in full, or None while nothing is proven (or consent was taken back)."""
    found = person_items.person(person_id)
    if not found.is_verified or not (found.name and found.id_number and found.verified_at):
        return None
    number = parse_citizen_id(found.id_number, clock.local_date(found.verified_at))
    return RealName(found.id, found.name, found.id_number, number.birth_date, number.sex, found.verified_at)


def contact(person_id: str) -> Contact:
    """Phone and WeChat address of a person. Raises PersonUnknown."""
    found = person_items.person(person_id)
    return Contact(found.id, found.phone, found.openid)


def staff_account_of(person_id: str) -> str | None:
    """The user name with which this person signs in to the console."""
    return person_items.person(person_id).username


def ensure_person(act: Act, phone: str) -> str:
    """The id of the person with this phone; who never came is registered, so that a role can wait for them."""
    for _ in range(2):
        found = find_by_phone(phone)
        if found is not None:
            return found
        try:
            return register(act, sessions.newcomer(act.at, phone=reading.read("phone", parse_mobile, phone)))
        except Stale:
            continue  # registered by someone else this very moment
    raise Stale()


def register(act: Act, newcomer: Person) -> str:
    """Write a person who did not come themselves. Raises Stale when the phone was taken meanwhile."""
    own = Act(act.actor, act.at)  # the caller's submission belongs to what follows, not to this
    event = events.happened(own, Happened.REGISTERED, newcomer.subject, {"method": "named"})
    with Transaction(own, IDENTITY) as tx:
        person_items.add(tx, event, newcomer)
    return newcomer.id


def change_preferences(act: Act, change: PreferencesChange) -> Me:
    """Keep how screens are shown; what is not named stays."""
    holder = person_items.person(act.actor.person_id)
    chosen = replace(holder.preferences, **change.model_dump(exclude_none=True))
    view = reading.view(replace(holder, preferences=chosen), grant_items.of_person(holder.id), act.at)
    told = {"elder_mode": chosen.elder_mode, "speech": chosen.speech, "high_contrast": chosen.high_contrast}
    event = reading.next_event(act, Happened.PREFERENCES_CHANGED, holder, told)
    with Transaction(act, IDENTITY) as tx:
        person_items.set_preferences(tx, event, holder, chosen)
        tx.answer(view)
    return view


def change_phone(act: Act, change: PhoneChange, origin: Origin) -> Me:
    """Move to another phone, proven by its code. Raises WrongCode, CodeSpent, PhoneTaken."""
    number = reading.read("phone", parse_mobile, change.phone)
    digest = signing_in.prove_phone(number, change.code, origin, act.at)
    owner = person_items.find(Lookup.PHONE, number)
    if owner is not None and owner != act.actor.person_id:
        raise errors.PhoneTaken()
    holder = person_items.person(act.actor.person_id)
    view = reading.view(replace(holder, phone=number), grant_items.of_person(holder.id), act.at)
    if holder.phone == number:
        return view
    event = reading.next_event(act, Happened.PHONE_CHANGED, holder)
    with Transaction(act, IDENTITY) as tx:
        person_items.set_phone(tx, event, holder, number)
        codes.spend(tx, number, digest)
        tx.answer(view)
    return view


def reveal(
    act: Act, person_id: str, fields: frozenset[str], reason: RevealReason, role: Role
) -> dict[str, str]:
    """Show name, phone or number in full. The caller's room has checked that this actor may; the reason and who
    looked stand on the person's own chain."""
    holder = person_items.person(person_id)
    event = reading.next_event(
        act, Happened.REVEALED, holder, {"fields": sorted(fields), "reason": reason.value}, role
    )
    with Transaction(Act(act.actor, act.at), IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
    known = {"name": holder.name, "phone": holder.phone, "id_number": holder.id_number}
    return {name: value for name, value in known.items() if name in fields and value}
