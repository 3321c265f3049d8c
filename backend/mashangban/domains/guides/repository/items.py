"""Items: each act is one transaction over the head and what it changes; readers of a draft are its office."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from mashangban.domains.guides import errors
from mashangban.domains.guides.models import (
    TABLE,
    CodeRecord,
    CurrentRecord,
    DraftRecord,
    EditionRecord,
    ItemRecord,
)
from mashangban.domains.guides.models.items import dump_content
from mashangban.domains.guides.repository import desks, shelves
from mashangban.domains.guides.rules.item import Content, Item
from mashangban.domains.guides.rules.published import Published
from mashangban.domains.guides.terms import GuideShelf
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event, canonical
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_ENDS, _PAGE = "GUIDE-ENDS", 100
_FIELDS = tuple(name for name in Item.__dataclass_fields__ if name not in ("version", "chain"))


def get(item_id: str) -> Item:
    """The head of an item; whoever calls asks for its place. Raises UnknownItem."""
    try:
        return _item(ItemRecord.get(_pk(item_id), "ITEM", consistent_read=True))
    except ItemRecord.DoesNotExist as missing:
        raise errors.UnknownItem() from missing


def by_codes(regions: Sequence[str], codes: Sequence[str]) -> dict[str, str]:
    """The items that codes stand for, each in the first of the regions that knows it: one read for all."""
    keys = [(_code_pk(region, code), "CODE") for region in regions for code in dict.fromkeys(codes)]
    found = (
        {one.PK: str(one.item_id) for one in CodeRecord.batch_get(keys, consistent_read=True)} if keys else {}
    )
    return {
        code: found[_code_pk(region, code)]
        for region in reversed(regions)
        for code in codes
        if _code_pk(region, code) in found
    }


def of_region(region: str, shelf: GuideShelf | None, page: PageRequest) -> Page[Item]:
    """A region's own items by name, on one shelf where it is named."""
    index, key = desks.where(_list(region), shelf)
    return pagination.query(ItemRecord, key, page, index=index).map(_item)


def draft_of(item_id: str) -> Content | None:
    """What is being written, if anything is."""
    try:
        return DraftRecord.get(_pk(item_id), "DRAFT", consistent_read=True).content
    except DraftRecord.DoesNotExist:
        return None


def said(heads: Sequence[Item]) -> dict[str, Content]:
    """What each of several items says now or will say: its draft, or else what stands; none where it was withdrawn."""
    drafts = [(_pk(one.id), "DRAFT") for one in heads if one.draft]
    found = {
        str(one.PK).partition("#")[2]: one.content
        for one in (DraftRecord.batch_get(drafts, consistent_read=True) if drafts else ())
    }
    return {one.id: one.content for one in currents(h.id for h in heads if not h.draft)} | found


def remember(act: Act, answer: Schema) -> None:
    """Keep the answer of a submission whose acts were written one by one."""
    with Transaction(act, TABLE) as tx:
        tx.answer(answer)


def current(item_id: str) -> Published | None:
    """What stands now, if anything does."""
    return next(iter(currents([item_id])), None)


def currents(item_ids: Iterable[str]) -> list[Published]:
    """What stands now of several items: one read for all."""
    keys = [(_pk(one), "CURRENT") for one in dict.fromkeys(item_ids)]
    return [_published(one) for one in CurrentRecord.batch_get(keys, consistent_read=True)] if keys else []


def over(today: date) -> list[Published]:
    """What stands although its last day is over, the longest over first: a page, the next run finds the rest."""
    found = CurrentRecord.query(
        _ENDS, today.isoformat() > CurrentRecord.GSI3SK, index_name="GSI3", limit=_PAGE, page_size=_PAGE
    )
    return [_published(one) for one in found]


def create(act: Act, new: Item, draft: Content, event: Event, answer: Schema | None = None) -> None:
    """Write a new item's head, its draft and its code. Raises CodeTaken."""
    with Transaction(act, TABLE) as tx:
        tx.create(
            CodeRecord(_code_pk(new.region, new.code), "CODE", item_id=new.id), otherwise=errors.CodeTaken()
        )
        tx.create(ItemRecord(new.subject.pk, "ITEM", **_given(new)), event)
        tx.put(DraftRecord(new.subject.pk, "DRAFT", content=draft))
        tx.answer(answer)


def edit(
    act: Act, before: Item, after: Item, draft: Content, event: Event, answer: Schema | None = None
) -> None:
    """Write what the draft says now."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.put(DraftRecord(before.subject.pk, "DRAFT", content=draft))
        tx.answer(answer)


def move(act: Act, before: Item, after: Item, event: Event, answer: Schema) -> None:
    """Hand a draft to a second person, or back."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.answer(answer)


def publish(
    act: Act,
    before: Item,
    after: Published,
    was: Published | None,
    head: Item,
    event: Event,
    answer: Schema | None = None,
) -> None:
    """Let a draft stand: an edition for good, what is current, and where everybody finds it."""
    pk = before.subject.pk
    told: dict[str, Any] = {"content": after.content, "published_on": after.published_on}
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, head, event)
        tx.delete(DraftRecord(pk, "DRAFT"))
        tx.create(EditionRecord(pk, f"EDITION#{after.edition:04d}", **told))
        tx.put(_current(after))
        shelves.move(tx, was, after)
        tx.answer(answer)


def withdraw(
    act: Act, before: Item, after: Item, was: Published, event: Event, answer: Schema | None = None
) -> None:
    """Let what stands stand no longer; its editions stay."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.delete(CurrentRecord(before.subject.pk, "CURRENT"))
        shelves.move(tx, was, None)
        tx.answer(answer)


def go_on(act: Act, one: Item, event: Event) -> None:
    """Write what an item set off; nothing of it changes."""
    with Transaction(act, TABLE) as tx:
        tx.amend(ItemRecord(one.subject.pk, "ITEM"), event, [])


def edition(item_id: str, number: int) -> tuple[Content, date]:
    """What an edition said, and when it was published. Raises UnknownItem."""
    try:
        found = EditionRecord.get(_pk(item_id), f"EDITION#{number:04d}", consistent_read=True)
    except EditionRecord.DoesNotExist as missing:
        raise errors.UnknownItem() from missing
    return found.content, found.published_on


def as_text(one: Content) -> str:
    """An edition as one canonical text."""
    return canonical(dump_content(one))


def _current(one: Published) -> CurrentRecord:
    ends = one.content.valid_until
    keys: dict[str, Any] = {"GSI3PK": _ENDS, "GSI3SK": ends.isoformat()} if ends else {}
    same = {
        name: getattr(one, name) for name in ("id", "region", "code", "edition", "published_on", "content")
    }
    return CurrentRecord(_pk(one.id), "CURRENT", **same, **keys)


def _amend(tx: Transaction, before: Item, after: Item, event: Event) -> None:
    actions = changes(ItemRecord, _stored(before), _stored(after))
    tx.amend(ItemRecord(before.subject.pk, "ITEM"), event, actions)


def _stored(one: Item) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in _FIELDS}
    rare = {name: plain[name] or None for name in (*desks.TEXTS, "revision", "writers")}
    return plain | rare | desks.keys(_list(one.region), one)


def _given(one: Item) -> dict[str, Any]:
    return {name: value for name, value in _stored(one).items() if value is not None}


def _item(record: ItemRecord) -> Item:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    whole = {
        "edition": int(record.edition),
        "draft": bool(record.draft),
        "revision": int(record.revision or 0),
        "writers": record.writers or (),
    }
    texts = {name: values[name] or "" for name in desks.TEXTS}
    return Item(**values | texts | whole, version=int(record.version), chain=record.chain)


def _published(one: CurrentRecord) -> Published:
    return Published(one.id, one.region, one.code, int(one.edition), one.published_on, one.content)


def _pk(item_id: str) -> str:
    return f"GUIDEITEM#{item_id}"


def _list(region: str) -> str:
    return f"ITEMS-IN#{region}"


def _code_pk(region: str, code: str) -> str:
    return f"GUIDECODE#{region}#{code}"
