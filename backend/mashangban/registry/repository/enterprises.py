"""Enterprises: kept once, found by credit code, name and region."""

from collections.abc import Iterable

from pynamodb.expressions.update import Action

from mashangban.kernel import crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http import Schema
from mashangban.kernel.pagination import Page, PageRequest, query
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction
from mashangban.registry import errors
from mashangban.registry.models import TABLE, EnterpriseRecord
from mashangban.registry.repository import indexes
from mashangban.registry.rules.names import search_key
from mashangban.registry.rules.records import Enterprise

_KIND = "ENTERPRISE"
_CODE = "USCC"


def get(enterprise_id: str, reach: Reach | None = None) -> Enterprise:
    """One enterprise (consistent). Raises NoSuchRecord; beyond `reach` it does not exist either."""
    try:
        record = EnterpriseRecord.get(f"ENTERPRISE#{enterprise_id}", "ENTERPRISE", consistent_read=True)
    except EnterpriseRecord.DoesNotExist as missing:
        raise errors.NoSuchRecord() from missing
    found = _enterprise(record, opened=True)
    if reach is not None:
        reach.require(found.place)
    return found


def get_many(ids: Iterable[str], *, opened: bool = False) -> list[Enterprise]:
    """Enterprises in the order of `ids`; unknown ones are left out. Only `opened` ones show their legal person."""
    wanted = list(dict.fromkeys(ids))
    keys = [(f"ENTERPRISE#{one}", "ENTERPRISE") for one in wanted]
    read = EnterpriseRecord.batch_get(keys)
    found = {record.PK.partition("#")[2]: _enterprise(record, opened=opened) for record in read}
    return [found[one] for one in wanted if one in found]


def find_code(uscc: str) -> str | None:
    return indexes.find_code(_CODE, uscc)


def find_codes(codes: list[str]) -> dict[str, str]:
    return indexes.find_codes(_CODE, codes)


def page_by_region(region: str, page: PageRequest, *, descending: bool = False) -> Page[Enterprise]:
    """Enterprises registered within a province, city or county, by county, then name. One query."""
    where = EnterpriseRecord.GSI1SK.startswith(region) if len(region) > 2 else None
    partition = f"{_KIND}#{region[:2]}"
    found = query(EnterpriseRecord, partition, page, index="GSI1", where=where, newest_first=descending)
    return found.map(_enterprise)


def page_by_name(region: str, start: str, page: PageRequest) -> Page[Enterprise]:
    found = indexes.find_names(_KIND, region, start, page)
    return Page(get_many(found.items), found.next_cursor)


def create(act: Act, enterprise: Enterprise, event: Event, answer: Schema | None) -> None:
    with Transaction(act, TABLE) as tx:
        tx.create(_record(enterprise), event)
        _write_indexes(tx, None, enterprise)
        tx.answer(answer)


def save(act: Act, before: Enterprise, after: Enterprise, event: Event, answer: Schema | None) -> None:
    kind = EnterpriseRecord
    actions: list[Action] = [
        kind.uscc.set(after.uscc),
        kind.name.set(after.name),
        kind.county.set(after.county),
        kind.address.set(after.address),
        kind.status.set(after.status),
        kind.legal_person.set(crypto.seal(after.legal_person, _context(after.id))),
        kind.legal_person_masked.set(after.legal_person_masked),
        kind.sources.set(after.sources),
        kind.updated_at.set(act.at),
        kind.GSI1PK.set(f"{_KIND}#{after.county[:2]}"),
        kind.GSI1SK.set(_order(after)),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, actions)
        _write_indexes(tx, before, after)
        tx.answer(answer)


def _write_indexes(tx: Transaction, before: Enterprise | None, after: Enterprise) -> None:
    indexes.write_codes(tx, _CODE, after.id, before.uscc if before else "", after.uscc, errors.CodeTaken())
    old = (before.name, before.county) if before else None
    indexes.write_names(tx, _KIND, after.id, old, (after.name, after.county))


def _context(enterprise_id: str) -> str:
    return f"registry|ENTERPRISE#{enterprise_id}|legal_person"


def _order(one: Enterprise) -> str:
    return f"{one.county}#{search_key(one.name)}#{one.id}"


def _record(one: Enterprise) -> EnterpriseRecord:
    return EnterpriseRecord(
        f"ENTERPRISE#{one.id}",
        "ENTERPRISE",
        GSI1PK=f"{_KIND}#{one.county[:2]}",
        GSI1SK=_order(one),
        uscc=one.uscc,
        name=one.name,
        county=one.county,
        address=one.address,
        status=one.status,
        legal_person=crypto.seal(one.legal_person, _context(one.id)),
        legal_person_masked=one.legal_person_masked,
        sources=one.sources,
        updated_at=one.updated_at,
        version=one.version,
        chain=one.chain,
    )


def _enterprise(record: EnterpriseRecord, *, opened: bool = False) -> Enterprise:
    """Decrypting is left out where nobody needs it: a list of twenty would ask for twenty data keys."""
    identity = record.PK.partition("#")[2]
    return Enterprise(
        id=identity,
        uscc=record.uscc,
        name=record.name,
        county=record.county,
        address=record.address,
        status=record.status,
        legal_person=crypto.unseal(record.legal_person, _context(identity)) if opened else "",
        legal_person_masked=record.legal_person_masked,
        sources=record.sources,
        updated_at=record.updated_at,
        version=int(record.version),
        chain=record.chain,
    )
