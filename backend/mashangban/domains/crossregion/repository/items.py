"""Items: each is a subject of its own, so that zones that agree to different ones never meet."""

from collections.abc import Sequence
from typing import Any

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.models import TABLE, ItemRecord
from mashangban.domains.crossregion.rules.item import Item
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Item.__dataclass_fields__ if name not in ("version", "chain"))


def get(alliance_id: str, code: str) -> Item:
    """An item. Raises UnknownItem."""
    try:
        return _item(ItemRecord.get(f"CROSSITEM#{alliance_id}.{code}", "ITEM", consistent_read=True))
    except ItemRecord.DoesNotExist as missing:
        raise errors.UnknownItem() from missing


def several(alliance_id: str, codes: Sequence[str]) -> list[Item]:
    """Items by their codes, in that order (one batch). Raises UnknownItem."""
    keys = [(f"CROSSITEM#{alliance_id}.{code}", "ITEM") for code in codes]
    found = {one.code: _item(one) for one in ItemRecord.batch_get(keys, consistent_read=True)}
    if len(found) < len(codes):
        raise errors.UnknownItem()
    return [found[code] for code in codes]


def of_alliance(alliance_id: str, page: PageRequest) -> Page[Item]:
    """An alliance's items by batch and code."""
    return pagination.query(ItemRecord, f"ITEMS-OF#{alliance_id}", page, index="GSI1").map(_item)


def in_force(alliance_id: str, page: PageRequest) -> Page[Item]:
    """Those whose standard counts, by code."""
    return pagination.query(ItemRecord, f"IN-FORCE#{alliance_id}", page, index="GSI2").map(_item)


def proposed(alliance_id: str, page: PageRequest) -> Page[Item]:
    """Those that wait for somebody's agreement, by batch and code."""
    return pagination.query(ItemRecord, f"PROPOSED#{alliance_id}", page, index="GSI3").map(_item)


def enter(act: Act, new: Sequence[tuple[Item, Event]]) -> None:
    """Write items of a batch; told again it writes none twice. Raises Stale when another run is at it."""
    there = {one.id for one, _ in new if _exists(one)}
    with Transaction(act, TABLE) as tx:
        for one, event in new:
            if one.id not in there:
                tx.create(_record(one), event)


def move(act: Act, steps: Sequence[tuple[Item, Item, Event]], answer: Schema) -> None:
    """Write one step of each item, together."""
    with Transaction(act, TABLE) as tx:
        for before, after, event in steps:
            tx.amend(_record(before), event, changes(ItemRecord, _stored(before), _stored(after)))
        tx.answer(answer)


def _exists(one: Item) -> bool:
    return ItemRecord.count(one.subject.pk, ItemRecord.SK == "ITEM", consistent_read=True) > 0


def _stored(one: Item) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _FIELDS}
    order = f"{one.batch:04d}#{one.code}"
    return values | {
        "GSI1PK": f"ITEMS-OF#{one.alliance_id}",
        "GSI1SK": order,
        "GSI2PK": f"IN-FORCE#{one.alliance_id}" if one.standard else None,
        "GSI2SK": one.code if one.standard else None,
        "GSI3PK": f"PROPOSED#{one.alliance_id}" if one.proposed else None,
        "GSI3SK": order if one.proposed else None,
    }


def _record(one: Item) -> ItemRecord:
    values = {name: value for name, value in _stored(one).items() if value is not None}
    return ItemRecord(one.subject.pk, "ITEM", **values)


def _item(record: ItemRecord) -> Item:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    whole = values | {name: int(values[name]) for name in ("batch", "edition")}
    return Item(**whole, version=int(record.version), chain=record.chain)
