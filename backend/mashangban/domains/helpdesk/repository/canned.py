"""Kept words: one item each, found by their owner."""

from typing import Any

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.models import TABLE, CannedRecord
from mashangban.domains.helpdesk.repository import items
from mashangban.domains.helpdesk.rules.canned import Canned
from mashangban.domains.helpdesk.terms.talking import MOST_CANNED
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Canned, "version", "chain")


def get(canned_id: str) -> Canned:
    """Kept words; whoever calls asks whose they are. Raises NotFound."""
    try:
        return _canned(CannedRecord.get(f"HELPCANNED#{canned_id}", "CANNED", consistent_read=True))
    except CannedRecord.DoesNotExist as missing:
        raise NotFound() from missing


def of(owner_id: str) -> list[Canned]:
    """What a person or a department keeps, by short name; after a merger more than anybody may begin."""
    found = CannedRecord.query(f"CANNED-OF#{owner_id}", index_name="GSI1")
    return [_canned(one) for one in found]


def create(act: Act, new: Canned, event: Event, answer: Schema) -> None:
    """Keep new words. Raises TooManyCanned."""
    if len(of(new.owner_id)) >= MOST_CANNED:
        raise errors.TooManyCanned()
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def change(act: Act, before: Canned, after: Canned, event: Event, answer: Schema | None) -> None:
    """Other words, or another owner; without any they stand in no list any more."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(CannedRecord, _stored(before), _stored(after)))
        tx.answer(answer)


def _stored(one: Canned) -> dict[str, Any]:
    return items.stored(one, _FIELDS) | {
        "GSI1PK": f"CANNED-OF#{one.owner_id}" if one.text else None,
        "GSI1SK": f"{one.shortcut}#{one.id}" if one.text else None,
    }


def _record(one: Canned) -> CannedRecord:
    return CannedRecord(one.subject.pk, "CANNED", **_stored(one))


def _canned(record: CannedRecord) -> Canned:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    return Canned(**values | {"text": values["text"] or ""}, version=int(record.version), chain=record.chain)
