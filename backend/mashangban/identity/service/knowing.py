"""What other rooms may know of people. Nothing here loads wire shapes or partners: it runs in others' functions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from mashangban.identity.identifiers import Sex, parse_citizen_id, parse_mobile
from mashangban.identity.repository import grants as grant_items
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository.people import Lookup
from mashangban.identity.rules.granting import HeldGrant
from mashangban.identity.rules.people import Person
from mashangban.identity.service import inputs
from mashangban.kernel import clock
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest, every
from mashangban.kernel.permissions import Grant, Role, Scope

_OFFICERS = {2: Role.PROVINCE_OFFICER, 4: Role.CITY_OFFICER, 6: Role.COUNTY_OFFICER}


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


def person(person_id: str) -> Person:
    """Someone by id (use the masked properties for screens). Raises PersonUnknown."""
    return person_items.person(person_id)


def find_by_phone(phone: str) -> str | None:
    """The id of the person with this phone. Raises Invalid for what is no phone."""
    return person_items.find(Lookup.PHONE, inputs.read("phone", parse_mobile, phone))


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


def holders(role: Role, scope: Scope, at: datetime) -> list[str]:
    """Who holds a role at a scope now (at most 50 persons): whom another room tells of its matters."""
    page = grant_items.with_role(scope, role, PageRequest(limit=MAX_LIMIT))
    return list(dict.fromkeys(one.person_id for one in page.items if one.is_live(at)))


def all_holders(held: Grant, at: datetime) -> Iterator[str]:
    """Everyone who holds a role at a scope now, each once, however many (one query a page)."""
    seen: set[str] = set()
    for one in every(lambda page: grant_items.with_role(held.scope, held.role, page)):
        if one.is_live(at) and one.person_id not in seen:
            seen.add(one.person_id)
            yield one.person_id


def office_of(region: str) -> Grant:
    """What they hold who answer for a region, by its code: a province's two digits, a city's four, a county's six."""
    return Grant(_OFFICERS[len(region)], Scope("region", region))


def officers(region: str, at: datetime) -> list[str]:
    """Who answers for a region now (at most 50 persons)."""
    office = office_of(region)
    return holders(office.role, office.scope, at)


def grants_of(person_id: str, at: datetime) -> list[HeldGrant]:
    """The roles a person holds now."""
    return [one for one in grant_items.of_person(person_id) if one.is_live(at)]
