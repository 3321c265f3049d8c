"""The items by which records are found: one per code, one per name, region and way to start the name."""

from collections.abc import Iterator

from mashangban.kernel.errors import AppError
from mashangban.kernel.pagination import Page, PageRequest, query
from mashangban.kernel.transaction import Transaction
from mashangban.registry.models import CodeRecord, NameRecord
from mashangban.registry.rules.names import region_levels, search_key, search_keys

_NO_MATCH = "￿"


def code_item(kind: str, code: str, record_id: str) -> CodeRecord:
    return CodeRecord(f"CODE#{kind}#{code}", "CODE", record_id=record_id)


def find_code(kind: str, code: str) -> str | None:
    """The id behind an exact code (consistent: it decides whether a record exists)."""
    for item in CodeRecord.query(f"CODE#{kind}#{code}", consistent_read=True):
        return str(item.record_id)
    return None


def find_codes(kind: str, codes: list[str]) -> dict[str, str]:
    """The ids behind many codes, a hundred a read."""
    keys = [(f"CODE#{kind}#{code}", "CODE") for code in dict.fromkeys(codes)]
    prefix = f"CODE#{kind}#"
    return {
        item.PK.removeprefix(prefix): item.record_id
        for item in CodeRecord.batch_get(keys, consistent_read=True)
    }


def name_items(kind: str, record_id: str, name: str, county: str) -> Iterator[NameRecord]:
    """Three circles (province, city, county) by up to four ways in which the name can start."""
    for region in region_levels(county):
        for key in search_keys(name, county):
            yield NameRecord(f"NAME#{kind}#{region}", f"{key}#{record_id}", record_id=record_id, name=name)


def find_names(kind: str, region: str, start: str, page: PageRequest) -> Page[str]:
    """Ids of records whose name starts so, within a province, city or county. One query."""
    key = search_key(start) or _NO_MATCH
    found = query(NameRecord, f"NAME#{kind}#{region}", page, where=NameRecord.SK.startswith(key))
    return Page(list(dict.fromkeys(item.record_id for item in found.items)), found.next_cursor)


def write_codes(tx: Transaction, kind: str, record_id: str, old: str, new: str, taken: AppError) -> None:
    """Move a record from one unique code to another; an empty code is no code."""
    if old == new:
        return
    if new:
        tx.create(code_item(kind, new, record_id), otherwise=taken)
    if old:
        tx.delete(code_item(kind, old, record_id))


def write_names(
    tx: Transaction, kind: str, record_id: str, old: tuple[str, str] | None, new: tuple[str, str]
) -> None:
    """Replace the name items when the name or county changed; pairs are (name, county)."""
    if old == new:
        return
    before = _by_key(name_items(kind, record_id, *old)) if old else {}
    after = _by_key(name_items(kind, record_id, *new))
    for key in before.keys() - after.keys():
        tx.delete(before[key])
    for record in after.values():
        tx.put(record)


def _by_key(records: Iterator[NameRecord]) -> dict[tuple[str, str], NameRecord]:
    return {(record.PK, record.SK): record for record in records}
