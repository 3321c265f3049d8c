"""Persons as the register shows them: by id, by exact number (keyed hash), by region."""

from pynamodb.expressions.update import Action

from mashangban.kernel import crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest, query
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction
from mashangban.registry import errors
from mashangban.registry.models import TABLE, PersonRecord
from mashangban.registry.repository import indexes
from mashangban.registry.rules.records import RegisteredPerson

_KIND = "PERSON"
_CODE = "CITIZEN"
_SAID = (
    "name_masked",
    "id_number_masked",
    "county",
    "employer_id",
    "employer_name",
    "project_id",
    "project_name",
    "trade",
)
_LISTED = ("GSI1PK", "GSI1SK", "GSI2PK", "GSI2SK")


def get(person_id: str, reach: Reach | None = None) -> RegisteredPerson:
    """One person. Raises NoSuchRecord; beyond `reach` nobody exists, nor who left for good."""
    found = find(person_id)
    if found is None or found.left:
        raise errors.NoSuchRecord()
    if reach is not None:
        reach.require(found.place)
    return found


def find(person_id: str) -> RegisteredPerson | None:
    try:
        return _person(PersonRecord.get(f"REGISTERED_PERSON#{person_id}", "PERSON", consistent_read=True))
    except PersonRecord.DoesNotExist:
        return None


def find_number(id_number: str) -> str | None:
    """The person behind an exact ID number, by keyed hash."""
    return indexes.find_code(_CODE, _hash(id_number))


def page_by_region(region: str, page: PageRequest) -> Page[RegisteredPerson]:
    """Persons last seen within a province, city or county, newest first. One query."""
    where = PersonRecord.GSI1SK.startswith(region) if len(region) > 2 else None
    found = query(PersonRecord, f"{_KIND}#{region[:2]}", page, index="GSI1", where=where, newest_first=True)
    return found.map(_person)


def page_of_employer(employer_id: str, page: PageRequest) -> Page[RegisteredPerson]:
    """Persons last seen with an employer, newest first. One query."""
    found = query(PersonRecord, f"EMPLOYER#{employer_id}", page, index="GSI2", newest_first=True)
    return found.map(_person)


def create(act: Act, person: RegisteredPerson, id_number: str, event: Event) -> None:
    with Transaction(act, TABLE) as tx:
        record = _record(person)
        record.number_key = _hash(id_number)
        tx.create(record, event)
        tx.put(indexes.code_item(_CODE, _hash(id_number), person.id))


def save(act: Act, before: RegisteredPerson, after: RegisteredPerson, id_number: str, event: Event) -> None:
    record, kind = _record(after), PersonRecord
    actions: list[Action] = [
        kind.number_key.set(_hash(id_number)),
        kind.county.set(after.county),
        kind.employer_id.set(after.employer_id),
        kind.employer_name.set(after.employer_name),
        kind.project_id.set(after.project_id),
        kind.project_name.set(after.project_name),
        kind.trade.set(after.trade),
        kind.updated_at.set(after.updated_at),
        *(getattr(kind, key).set(getattr(record, key)) for key in _LISTED),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, actions)


def forget(act: Act, before: RegisteredPerson, event: Event) -> None:
    """Empty the person's item, take it out of every list, and end the way from their number to it."""
    kind = PersonRecord
    number_key = kind.get(before.subject.pk, "PERSON", consistent_read=True).number_key
    actions: list[Action] = [getattr(kind, name).set("") for name in _SAID]
    actions += [getattr(kind, name).remove() for name in ("number_key", *_LISTED)]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, actions)
        if number_key and indexes.find_code(_CODE, number_key) == before.id:
            tx.delete(indexes.code_item(_CODE, number_key, before.id))


def _hash(id_number: str) -> str:
    return crypto.keyed_hash("citizen-id", id_number)


def _record(one: RegisteredPerson) -> PersonRecord:
    order = f"{one.updated_at.isoformat()}#{one.id}"
    return PersonRecord(
        one.subject.pk,
        "PERSON",
        GSI1PK=f"{_KIND}#{one.county[:2]}",
        GSI1SK=f"{one.county}#{order}",
        GSI2PK=f"EMPLOYER#{one.employer_id}",
        GSI2SK=order,
        name_masked=one.name_masked,
        id_number_masked=one.id_number_masked,
        county=one.county,
        employer_id=one.employer_id,
        employer_name=one.employer_name,
        project_id=one.project_id,
        project_name=one.project_name,
        trade=one.trade,
        updated_at=one.updated_at,
        version=one.version,
        chain=one.chain,
    )


def _person(record: PersonRecord) -> RegisteredPerson:
    return RegisteredPerson(
        id=record.PK.partition("#")[2],
        name_masked=record.name_masked,
        id_number_masked=record.id_number_masked,
        county=record.county,
        employer_id=record.employer_id,
        employer_name=record.employer_name,
        project_id=record.project_id,
        project_name=record.project_name,
        trade=record.trade,
        updated_at=record.updated_at,
        version=int(record.version),
        chain=record.chain,
    )
