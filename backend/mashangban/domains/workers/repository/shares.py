"""Codes that show a work history for a while, and who looked."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from botocore.exceptions import ClientError

from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.models.skills import LookRecord, ShareRecord
from mashangban.domains.workers.rules.sharing import Look, Share
from mashangban.domains.workers.terms.skills import MOST_VIEWS
from mashangban.kernel import clock, ids, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

LOOKS_KEPT = timedelta(days=90)
_FIELDS = tuple(Share.__dataclass_fields__)


def share(share_id: str) -> Share:
    """A share (a consistent read). Raises NotFound."""
    try:
        return to_share(ShareRecord.get(f"SHARE#{share_id}", "SHARE", consistent_read=True))
    except ShareRecord.DoesNotExist as missing:
        raise NotFound() from missing


def of_person(person_id: str, page: PageRequest) -> Page[Share]:
    """A person's shares, the latest first."""
    found = pagination.query(ShareRecord, f"SHARER#{person_id}", page, index="GSI2", newest_first=True)
    return found.map(to_share)


def looks(share_id: str, page: PageRequest) -> Page[Look]:
    """Who looked, the latest first."""
    where = LookRecord.SK.startswith("LOOK#")
    found = pagination.query(LookRecord, f"SHARE#{share_id}", page, where=where, newest_first=True)
    return found.map(lambda record: Look(record.at, record.device))


def make(act: Act, new: Share, event: Event, answer: Schema) -> None:
    """Write a new share."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record_of(new), event)
        tx.answer(answer)


def revoke(act: Act, before: Share, event: Event, answer: Schema) -> None:
    """Close a share at once: whoever looks a moment later is refused by the same item."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record_of(before), event, [ShareRecord.revoked_at.set(act.at)])
        tx.answer(answer)


def all_of_person(person_id: str) -> Iterator[Share]:
    """Every share that a person ever made."""
    return map(to_share, ShareRecord.query(f"SHARER#{person_id}", index_name="GSI2"))


def forget(act: Act, before: Share, after: Share, event: Event) -> None:
    """Write a share whose owner left: closed and nameless."""
    actions = [
        ShareRecord.revoked_at.set(after.revoked_at or act.at),
        ShareRecord.name_masked.set(after.name_masked),
    ]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record_of(before), event, actions)


def remember(act: Act, answer: Schema) -> None:
    """Keep the answer of an act that changed nothing: it was revoked before."""
    with Transaction(act, TABLE) as tx:
        tx.answer(answer)


def look(share_id: str, seen: Look) -> bool:
    """Count one look and note it, in one conditional transaction; False when the share is not open any more."""
    at = seen.at
    live = (
        (ShareRecord.until > at) & ShareRecord.revoked_at.does_not_exist() & (ShareRecord.views < MOST_VIEWS)
    )
    counted = ShareRecord(f"SHARE#{share_id}", "SHARE").get_update_kwargs_from_instance(
        actions=[ShareRecord.views.add(1)], condition=live
    )
    noted = LookRecord(
        f"SHARE#{share_id}",
        f"LOOK#{clock.to_text(at)}#{ids.new_id(at)}",
        at=at,
        device=seen.device,
        expires_at=int((at + LOOKS_KEPT).timestamp()),
    ).get_save_kwargs_from_instance()
    return _written([{"Update": counted}, {"Put": noted}])


def _written(writes: list[dict[str, Any]]) -> bool:
    try:
        client().transact_write_items(TransactItems=writes)
    except ClientError as refused:
        reasons = [one.get("Code") for one in refused.response.get("CancellationReasons", [])]
        if "ConditionalCheckFailed" in reasons:
            return False
        raise
    return True


def to_share(record: ShareRecord) -> Share:
    """A stored share as the rules know it."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    return Share(**values)


def _record_of(one: Share) -> ShareRecord:
    keys: dict[str, Any] = {"GSI2PK": f"SHARER#{one.person_id}", "GSI2SK": clock.to_text(one.made_at)}
    return ShareRecord(one.subject.pk, "SHARE", **keys, **{name: getattr(one, name) for name in _FIELDS})
