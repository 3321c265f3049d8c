"""Persons in the register: who was last seen where, in what trade. Identity stays with the identity room."""

from dataclasses import dataclass, replace

from mashangban.identity.identifiers import mask_citizen_id, mask_name
from mashangban.identity.identifiers.wrong import tidy
from mashangban.kernel import clock, history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Principal, Reach, Role
from mashangban.registry import errors, events, permissions
from mashangban.registry.models import TABLE
from mashangban.registry.repository import persons as store
from mashangban.registry.rules.circles import circle
from mashangban.registry.rules.records import RegisteredPerson
from mashangban.registry.schemas.inputs import PersonQuery
from mashangban.registry.schemas.outputs import PersonView
from mashangban.registry.service.views import person_view


@dataclass(frozen=True, slots=True)
class Sighting:
    """What another room knows of a person at work: it travels encrypted in a message."""

    person_id: str
    name: str
    id_number: str
    county: str
    employer_id: str
    employer_name: str
    project_id: str
    project_name: str
    trade: str


def view_person(actor: Principal, person_id: str) -> PersonView:
    """One person within the reader's reach."""
    return person_view(store.get(person_id, actor.reach(permissions.READ_PERSONS)))


def find_person(actor: Principal, id_number: str) -> list[PersonView]:
    """The person with exactly this ID number, if within reach; the number is neither stored nor logged."""
    reach = actor.reach(permissions.READ_PERSONS)
    found = store.find_number(tidy(id_number))
    one = store.find(found) if found else None
    return [person_view(one)] if one and not one.left and reach.covers(one.place) else []


def list_persons(actor: Principal, asked: PersonQuery) -> Page[PersonView]:
    """One page by region, newest first; an enterprise's office sees its own."""
    return _page(actor.reach(permissions.READ_PERSONS), asked).map(person_view)


def _page(reach: Reach, asked: PersonQuery) -> Page[RegisteredPerson]:
    if not reach.everywhere and not reach.of("region"):
        for employer_id in reach.of("org"):
            return store.page_of_employer(employer_id, asked.page)
        return Page([])
    region = circle(reach.of("region"), reach.everywhere, asked.region)
    if region is None:
        raise errors.OutsideRegion()
    return store.page_by_region(region, asked.page)


def record_person(act: Act, seen: Sighting) -> None:
    """Enter or refresh a person from what another room reported; an older report, or one
    of somebody who left for good, changes nothing."""
    before = store.find(seen.person_id)
    if before is not None and (
        before.left or before.updated_at == act.at or clock.outdated(act.at, before.updated_at, clock.now())
    ):
        return
    after = RegisteredPerson(
        id=seen.person_id,
        name_masked=mask_name(seen.name),
        id_number_masked=mask_citizen_id(seen.id_number),
        county=seen.county,
        employer_id=seen.employer_id,
        employer_name=seen.employer_name,
        project_id=seen.project_id,
        project_name=seen.project_name,
        trade=seen.trade,
        updated_at=act.at,
    )
    told = {"project": seen.project_id, "employer": seen.employer_id}
    event = following(act, events.PERSON_RECORDED, before or after, Role.SYSTEM.value, told)
    if before is None:
        store.create(act, after, seen.id_number, event)
    else:
        store.save(
            act, before, replace(after, version=before.version, chain=before.chain), seen.id_number, event
        )


def forget_person(act: Act, person_id: str) -> None:
    """Somebody left the platform for good (个人信息保护法 Art. 47): the register says no more who they were and where.
    Told twice, it changes nothing more."""
    before = store.find(person_id)
    if before is None or before.left:
        return
    history.drop_letters(TABLE, before.subject)
    store.forget(act, before, following(act, events.PERSON_FORGOTTEN, before, Role.SYSTEM.value))
