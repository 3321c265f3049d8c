"""Policy items: a small head with its chain, one item an edition."""

from mashangban.domains.policies.models import TABLE, EditionRecord, PolicyRecord
from mashangban.domains.policies.rules.policy import Edition, Policy
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


def of_region(region: str, page: PageRequest) -> Page[Policy]:
    """The items of an office's region, the newest first."""
    found = pagination.query(PolicyRecord, f"POLICIES-OF#{region}", page, index="GSI1", newest_first=True)
    return found.map(_policy)


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
        *([PolicyRecord.withdrawn.set(after.withdrawn)] if after.withdrawn else []),
    ]
    tx.amend(_record(before), event, actions)


def _sort(number: int) -> str:
    return f"EDITION#{number:04d}"


def _record(one: Policy) -> PolicyRecord:
    return PolicyRecord(
        one.subject.pk,
        "POLICY",
        GSI1PK=f"POLICIES-OF#{one.region}",
        GSI1SK=one.id,
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
