"""Kiosks, the codes that register them, and when each was last heard of."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from mashangban.domains.appointments import errors
from mashangban.domains.appointments.models import TABLE, KioskBeatRecord, KioskCodeRecord, KioskRecord
from mashangban.domains.appointments.rules.kiosk import Kiosk
from mashangban.domains.appointments.terms import MOST_KIOSKS, KioskPaper
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Kiosk.__dataclass_fields__ if name not in ("version", "chain"))
_TEXTS = ("spot", "code_hash", "key_hash")
_BATCH = 100


def get(kiosk_id: str) -> Kiosk:
    """A kiosk; whoever calls asks for its place or its key. Raises UnknownKiosk."""
    try:
        return _kiosk(KioskRecord.get(f"KIOSK#{kiosk_id}", "KIOSK", consistent_read=True))
    except KioskRecord.DoesNotExist as missing:
        raise errors.UnknownKiosk() from missing


def of_region(region: str) -> list[Kiosk]:
    """The kiosks of a region by county and name, a thousand at most: one query."""
    within = KioskRecord.GSI1SK.startswith(region)
    found: Iterator[KioskRecord] = KioskRecord.query(f"KIOSKS#{region[:2]}", within, index_name="GSI1")
    return [_kiosk(one) for one in islice(found, MOST_KIOSKS)]


def paged(region: str, page: PageRequest) -> Page[Kiosk]:
    """The same, a page at a time. Raises BadCursor."""
    within = KioskRecord.GSI1SK.startswith(region)
    return pagination.query(KioskRecord, f"KIOSKS#{region[:2]}", page, index="GSI1", where=within).map(_kiosk)


def seen(ids: Iterable[str]) -> dict[str, datetime]:
    """When each was last heard of."""
    keys = [(f"KIOSK#{one}", "BEAT") for one in ids]
    found = (one for some in _parts(keys) for one in KioskBeatRecord.batch_get(some))
    return {str(one.PK).removeprefix("KIOSK#"): one.seen_at for one in found}


def beat(kiosk_id: str, at: datetime) -> None:
    """It runs (1 WRU)."""
    # An update makes the item without saying what it is.
    kind = KioskBeatRecord.kind.set(KioskBeatRecord)
    KioskBeatRecord(f"KIOSK#{kiosk_id}", "BEAT").update([kind, KioskBeatRecord.seen_at.set(at)])


def behind(code_hash: str) -> str:
    """Whose code it is. Raises KioskCodeWrong."""
    try:
        found = KioskCodeRecord.get(f"KIOSKCODE#{code_hash}", "KIOSKCODE", consistent_read=True)
    except KioskCodeRecord.DoesNotExist as missing:
        raise errors.KioskCodeWrong() from missing
    return str(found.kiosk_id)


def create(act: Act, new: Kiosk, event: Event, answer: Schema) -> None:
    """Write a new kiosk with the code that registers it."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        _offer(tx, new)
        tx.answer(answer)


def change(act: Act, before: Kiosk, after: Kiosk, event: Event, answer: Schema | None = None) -> None:
    """Write one step; a code that changed hands no longer opens anything, whatever was read meanwhile."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(KioskRecord, _stored(before), _stored(after)))
        if after.code_hash and after.code_hash != before.code_hash:
            _offer(tx, after)
        tx.answer(answer)


def _offer(tx: Transaction, one: Kiosk) -> None:
    assert one.code_until is not None
    expires = int(one.code_until.timestamp())
    tx.put(KioskCodeRecord(f"KIOSKCODE#{one.code_hash}", "KIOSKCODE", kiosk_id=one.id, expires_at=expires))


def _stored(one: Kiosk) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _FIELDS}
    return {name: None if value == "" else value for name, value in values.items()} | {
        "GSI1PK": f"KIOSKS#{one.region[:2]}",
        "GSI1SK": f"{one.region}#{one.name}#{one.id}",
    }


def _record(one: Kiosk) -> KioskRecord:
    values = {name: value for name, value in _stored(one).items() if value is not None}
    return KioskRecord(one.subject.pk, "KIOSK", **values)


def _kiosk(record: KioskRecord) -> Kiosk:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in _TEXTS} | {"paper": record.paper or KioskPaper.ROLL}
    return Kiosk(**values, version=int(record.version), chain=record.chain)


def _parts(keys: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    return (keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH))
