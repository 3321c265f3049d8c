"""Projects: kept once, found by code, permit, name, region, status and unit."""

from collections.abc import Iterable

from pynamodb.expressions.update import Action

from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Event
from mashangban.kernel.http import Schema
from mashangban.kernel.pagination import Page, PageRequest, query
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction
from mashangban.registry import errors
from mashangban.registry.models import TABLE, PartyRecord, ProjectRecord
from mashangban.registry.repository import indexes
from mashangban.registry.rules.names import search_key
from mashangban.registry.rules.records import Party, Project
from mashangban.registry.terms import ProjectStatus

_KIND = "PROJECT"
_CODE, _PERMIT = "PROJECT", "PERMIT"


def get(project_id: str, reach: Reach | None = None) -> Project:
    """One project (consistent). Raises NoSuchRecord; beyond `reach` it does not exist either."""
    try:
        found = _project(ProjectRecord.get(f"PROJECT#{project_id}", "PROJECT", consistent_read=True))
    except ProjectRecord.DoesNotExist as missing:
        raise errors.NoSuchRecord() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def get_many(ids: Iterable[str]) -> list[Project]:
    """Projects in the order of `ids`; unknown ones are left out."""
    wanted = list(dict.fromkeys(ids))
    keys = [(f"PROJECT#{one}", "PROJECT") for one in wanted]
    found = {record.PK.partition("#")[2]: _project(record) for record in ProjectRecord.batch_get(keys)}
    return [found[one] for one in wanted if one in found]


def names_in(county: str) -> dict[str, str]:
    """The names of a county's projects by id, as the listener keeps them: one item."""
    key = {"PK": {"S": f"NAMES#{county}"}, "SK": {"S": "PROJECTS"}}
    item = client().get_item(TableName=TABLE.physical, Key=key).get("Item", {})
    return {name: value["S"] for name, value in item.items() if name not in key and "S" in value}


def find_code(code: str) -> str | None:
    return indexes.find_code(_CODE, code) or indexes.find_code(_PERMIT, code)


def find_codes(codes: list[str]) -> dict[str, str]:
    return indexes.find_codes(_CODE, codes)


def page_by_region(
    region: str, page: PageRequest, *, status: ProjectStatus | None = None, descending: bool = False
) -> Page[Project]:
    """Projects within a province (2), city (4) or county (6 digits), by county, then name. One query."""
    index, partition = ("GSI1", f"{_KIND}#{region[:2]}")
    if status is not None:
        index, partition = "GSI2", f"{partition}#{status.value}"
    key = ProjectRecord.GSI1SK if index == "GSI1" else ProjectRecord.GSI2SK
    where = key.startswith(region) if len(region) > 2 else None
    found = query(ProjectRecord, partition, page, index=index, where=where, newest_first=descending)
    return found.map(_project)


def page_by_name(region: str, start: str, page: PageRequest) -> Page[Project]:
    found = indexes.find_names(_KIND, region, start, page)
    return Page(get_many(found.items), found.next_cursor)


def page_of_enterprise(enterprise_id: str, page: PageRequest) -> Page[Project]:
    """The projects a unit takes part in. One query and one batch read."""
    where = PartyRecord.SK.startswith("PARTY#")
    found = query(PartyRecord, f"ENTERPRISE#{enterprise_id}", page, where=where)
    return Page(get_many(item.project_id for item in found.items), found.next_cursor)


def create(act: Act, project: Project, event: Event, answer: Schema | None) -> None:
    with Transaction(act, TABLE) as tx:
        tx.create(_record(project), event)
        _write_indexes(tx, None, project)
        tx.answer(answer)


def save(act: Act, before: Project, after: Project, event: Event, answer: Schema | None) -> None:
    """Replace a project's fields; refused as Stale when its chain moved on."""
    record = _record(before)
    kind = ProjectRecord
    order = _order(after)
    actions: list[Action] = [
        kind.code.set(after.code),
        kind.name.set(after.name),
        kind.permit_number.set(after.permit_number),
        kind.county.set(after.county),
        kind.address.set(after.address),
        kind.status.set(after.status),
        kind.nature.set(after.nature),
        kind.starts_on.set(after.starts_on) if after.starts_on else kind.starts_on.remove(),
        kind.ends_on.set(after.ends_on) if after.ends_on else kind.ends_on.remove(),
        kind.parties.set(after.parties),
        kind.sources.set(after.sources),
        kind.updated_at.set(act.at),
        kind.GSI1PK.set(f"{_KIND}#{after.county[:2]}"),
        kind.GSI1SK.set(order),
        kind.GSI2PK.set(f"{_KIND}#{after.county[:2]}#{after.status.value}"),
        kind.GSI2SK.set(order),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(record, event, actions)
        _write_indexes(tx, before, after)
        tx.answer(answer)


def _write_indexes(tx: Transaction, before: Project | None, after: Project) -> None:
    indexes.write_codes(tx, _CODE, after.id, before.code if before else "", after.code, errors.CodeTaken())
    old_permit = before.permit_number if before else ""
    indexes.write_codes(tx, _PERMIT, after.id, old_permit, after.permit_number, errors.CodeTaken())
    old_name = (before.name, before.county) if before else None
    indexes.write_names(tx, _KIND, after.id, old_name, (after.name, after.county))
    _write_parties(tx, before, after)


def _write_parties(tx: Transaction, before: Project | None, after: Project) -> None:
    old = {_party_key(after.id, one) for one in before.parties} if before else set()
    new = {_party_key(after.id, one) for one in after.parties}
    for pk, sk in sorted(old - new):
        tx.delete(PartyRecord(pk, sk, project_id=after.id))
    for pk, sk in sorted(new - old):
        tx.put(PartyRecord(pk, sk, project_id=after.id))


def _party_key(project_id: str, party: Party) -> tuple[str, str]:
    return f"ENTERPRISE#{party.enterprise_id}", f"PARTY#{project_id}#{party.kind.value}"


def _order(project: Project) -> str:
    return f"{project.county}#{search_key(project.name)}#{project.id}"


def _record(project: Project) -> ProjectRecord:
    order = _order(project)
    partition = f"{_KIND}#{project.county[:2]}"
    return ProjectRecord(
        f"PROJECT#{project.id}",
        "PROJECT",
        GSI1PK=partition,
        GSI1SK=order,
        GSI2PK=f"{partition}#{project.status.value}",
        GSI2SK=order,
        code=project.code,
        name=project.name,
        permit_number=project.permit_number,
        county=project.county,
        address=project.address,
        status=project.status,
        nature=project.nature,
        starts_on=project.starts_on,
        ends_on=project.ends_on,
        parties=project.parties,
        sources=project.sources,
        updated_at=project.updated_at,
        version=project.version,
        chain=project.chain,
    )


def _project(record: ProjectRecord) -> Project:
    return Project(
        id=record.PK.partition("#")[2],
        code=record.code,
        name=record.name,
        permit_number=record.permit_number,
        county=record.county,
        address=record.address,
        status=record.status,
        nature=record.nature,
        starts_on=record.starts_on,
        ends_on=record.ends_on,
        parties=record.parties,
        sources=record.sources,
        updated_at=record.updated_at,
        version=int(record.version),
        chain=record.chain,
    )
