"""Persons: reading them for other rooms, preferences, phone, and showing personal data in full with a reason."""

from dataclasses import replace
from datetime import datetime

from mashangban.identity import errors
from mashangban.identity.events import Happened
from mashangban.identity.identifiers import parse_mobile
from mashangban.identity.repository import codes
from mashangban.identity.repository import grants as grant_items
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import sleeping as sleep_items
from mashangban.identity.repository.people import Lookup
from mashangban.identity.rules.people import Person
from mashangban.identity.schemas import Me, PhoneChange, PreferencesChange
from mashangban.identity.service import inputs, knowing, reading, sessions, signing_in, telling
from mashangban.identity.service.signing_in import Origin
from mashangban.identity.terms import RevealReason
from mashangban.kernel import events
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction


def me(actor: Principal, at: datetime) -> Me:
    """The caller, masked, with the roles in force."""
    return reading.view(person_items.person(actor.person_id), grant_items.of_person(actor.person_id), at)


def ensure_person(act: Act, phone: str) -> str:
    """The id of the person with this phone; who never came is registered, so that a role can wait for them."""
    for _ in range(2):
        found = knowing.find_by_phone(phone)
        if found is not None:
            return found
        try:
            return register(act, sessions.newcomer(act.at, phone=inputs.read("phone", parse_mobile, phone)))
        except Stale:
            continue  # registered by someone else this very moment
    raise Stale()


def register(act: Act, newcomer: Person) -> str:
    """Write a person who did not come themselves. Raises Stale when the phone was taken meanwhile."""
    own = Act(act.actor, act.at)  # the caller's submission belongs to what follows, not to this
    event = events.happened(own, Happened.REGISTERED, newcomer.subject, {"method": "named"})
    with Transaction(own, IDENTITY) as tx:
        person_items.add(tx, event, newcomer)
        sleep_items.begin(tx, newcomer, act.at)
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
    number = inputs.read("phone", parse_mobile, change.phone)
    digest = signing_in.prove_phone(number, change.code, origin, act.at)
    owner = person_items.find(Lookup.PHONE, number)
    if owner is not None and owner != act.actor.person_id:
        raise errors.PhoneTaken()
    holder = person_items.person(act.actor.person_id)
    view = reading.view(replace(holder, phone=number), grant_items.of_person(holder.id), act.at)
    if holder.phone == number:
        return view
    told = telling.owner(act, holder, "phone-changed", number=number[-4:])
    event = reading.next_event(act, Happened.PHONE_CHANGED, holder, messages=told)
    with Transaction(act, IDENTITY) as tx:
        person_items.set_phone(tx, event, holder, number)
        codes.spend(tx, number, digest)
        tx.answer(view)
    telling.former_phone(act, holder.phone, number)
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
