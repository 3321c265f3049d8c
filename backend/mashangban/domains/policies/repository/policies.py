"""Policy items: a small head with its chain, one item an edition."""

from collections.abc import Iterable
from typing import Any

from mashangban.domains.policies.models import TABLE, EditionRecord, PolicyRecord
from mashangban.domains.policies.rules.policy import Edition, Policy
from mashangban.domains.policies.terms.departments import Department
from mashangban.domains.policies.terms.items import Shelf
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction


def get(policy_id: str, reach: Reach | None = None) -> Policy:
    """The head of an item. Raises NotFound when there is none within reach."""
    try:
        found = _policy(PolicyRecord.get(f"POLICY#{policy_id}", "POLICY", consistent_read=True))
    except PolicyRecord.DoesNotExist as missing:
        raise NotFound() from missing
    if reach is not None:
        reach.require(found.place)
    return found


def edition(policy_id: str, number: int) -> Edition:
    """What an item says in one version. Raises NotFound."""
    try:
        return EditionRecord.get(f"POLICY#{policy_id}", _sort(number), consistent_read=True).content
    except EditionRecord.DoesNotExist as missing:
        raise NotFound() from missing


def contents(wanted: Iterable[tuple[str, int]]) -> dict[str, Edition]:
    """What items say in the editions asked for, in one batch read."""
    keys = [(f"POLICY#{policy_id}", _sort(number)) for policy_id, number in wanted]
    found = EditionRecord.batch_get(keys) if keys else ()
    return {str(one.PK).partition("#")[2]: one.content for one in found}


def editions(policy_id: str) -> list[tuple[int, Edition]]:
    """Every edition of an item, the first one first."""
    key: Any = EditionRecord.SK
    found = EditionRecord.query(f"POLICY#{policy_id}", key.startswith("EDITION#"))
    return [(int(str(one.SK).partition("#")[2]), one.content) for one in found]


def of_region(
    region: str, page: PageRequest, *, shelf: Shelf | None = None, department: Department | None = None
) -> Page[Policy]:
    """The items of an office's region, the newest first; those on a shelf, or else of a department."""
    index, key = "GSI1", f"POLICIES-OF#{region}"
    if shelf is not None:
        index, key = "GSI2", f"POLICIES-ON#{region}#{shelf.value}"
    elif department is not None:
        index, key = "GSI3", f"POLICIES-BY#{region}#{department.value}"
    return pagination.query(PolicyRecord, key, page, index=index, newest_first=True).map(_policy)


def create(act: Act, new: Policy, content: Edition, event: Event, answer: Schema | None) -> None:
    """Write a new item with its first draft."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.put(EditionRecord(new.subject.pk, _sort(new.draft), content=content))
        tx.answer(answer)


def draft(act: Act, before: Policy, after: Policy, content: Edition, event: Event, answer: Schema) -> None:
    """Write the draft over, or begin the next edition."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.put(EditionRecord(after.subject.pk, _sort(after.draft), content=content))
        tx.answer(answer)


def change(act: Act, before: Policy, after: Policy, event: Event, answer: Schema) -> None:
    """Write one step of the head."""
    with Transaction(act, TABLE) as tx:
        _amend(tx, before, after, event)
        tx.answer(answer)


def go_on(act: Act, one: Policy, event: Event) -> None:
    """Note how far a policy has come; the item stays as it is. Raises Stale when it came this far already."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(one), event, [])


def _amend(tx: Transaction, before: Policy, after: Policy, event: Event) -> None:
    actions = [
        PolicyRecord.title.set(after.title),
        PolicyRecord.department.set(after.department),
        PolicyRecord.edition.set(after.edition),
        PolicyRecord.draft.set(after.draft),
        PolicyRecord.GSI2PK.set(_shelf(after)),
        PolicyRecord.GSI3PK.set(_desk(after)),
        *([PolicyRecord.withdrawn.set(after.withdrawn)] if after.withdrawn else []),
    ]
    tx.amend(_record(before), event, actions)


def _shelf(one: Policy) -> str:
    return f"POLICIES-ON#{one.region}#{one.shelf.value}"


def _desk(one: Policy) -> str:
    return f"POLICIES-BY#{one.region}#{one.department.value}"


def _sort(number: int) -> str:
    return f"EDITION#{number:04d}"


def _record(one: Policy) -> PolicyRecord:
    return PolicyRecord(
        one.subject.pk,
        "POLICY",
        GSI1PK=f"POLICIES-OF#{one.region}",
        GSI1SK=one.id,
        GSI2PK=_shelf(one),
        GSI2SK=one.id,
        GSI3PK=_desk(one),
        GSI3SK=one.id,
        id=one.id,
        region=one.region,
        title=one.title,
        department=one.department,
        edition=one.edition,
        draft=one.draft,
        withdrawn=one.withdrawn or None,
        version=one.version,
        chain=one.chain,
    )


def _policy(record: PolicyRecord) -> Policy:
    return Policy(
        record.id,
        record.region,
        record.title,
        record.department,
        int(record.edition),
        int(record.draft),
        record.withdrawn or "",
        int(record.version),
        record.chain,
    )
