"""What offices set for their items."""

from collections.abc import Iterable
from typing import Any

from mashangban.domains.matters.models import TABLE, OfferRecord
from mashangban.domains.matters.rules.item import Offer
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

_FIELDS = ("item_id", "name", "region", "open", "asks", "deliveries")


def find(item_id: str) -> Offer | None:
    """What is set for an item, if anything is."""
    return next(iter(several([item_id])), None)


def several(item_ids: Iterable[str]) -> list[Offer]:
    """What is set for items: one read for all; those without are left out."""
    keys = [(f"MATTEROFFER#{one}", "OFFER") for one in item_ids]
    return [_offer(one) for one in OfferRecord.batch_get(keys, consistent_read=True)] if keys else []


def keep(act: Act, before: Offer | None, after: Offer, event: Event, answer: Schema) -> None:
    """Write what is set now."""
    with Transaction(act, TABLE) as tx:
        if before is None:
            tx.create(OfferRecord(after.subject.pk, "OFFER", **_stored(after)), event)
        else:
            record = OfferRecord(before.subject.pk, "OFFER", **_stored(before))
            tx.amend(record, event, changes(OfferRecord, _stored(before), _stored(after)))
        tx.answer(answer)


def _stored(one: Offer) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _FIELDS}


def _offer(record: OfferRecord) -> Offer:
    values = {name: getattr(record, name) for name in _FIELDS}
    return Offer(**values, version=int(record.version), chain=record.chain)
