"""Public lists: the listener keeps a row of each item in each list it stands in."""

from dataclasses import replace
from typing import Any

from mashangban.domains.policies.models import RowRecord
from mashangban.domains.policies.rules import listing
from mashangban.domains.policies.rules.listing import Listed
from mashangban.domains.policies.rules.policy import Edition, Policy
from mashangban.kernel import pagination
from mashangban.kernel.pagination import Page, PageRequest


def keep(policy: Policy, content: Edition) -> None:
    """Let the rows be what the item says now: however often, in whatever order it is asked."""
    wanted = {
        f"ROW#{name}#{mark}": (name, order) for (name, mark), order in listing.places(policy, content).items()
    }
    standing = RowRecord.query(policy.subject.pk, RowRecord.SK.startswith("ROW#"), consistent_read=True)
    with RowRecord.batch_write() as batch:
        for row in standing:
            if row.SK not in wanted:
                batch.delete(row)
        for sort, (name, order) in wanted.items():
            batch.save(_row(policy, content, sort, name, order))


def named(name: str, starts: str, page: PageRequest) -> Page[Listed]:
    """A list in the order of names, from those that begin so."""
    key: Any = RowRecord.GSI1SK
    where = key.startswith(starts) if starts else None
    return pagination.query(RowRecord, f"LISTED#{name}", page, index="GSI1", where=where).map(listed_of)


def dated(name: str, page: PageRequest) -> Page[tuple[str, Listed]]:
    """A list in the order of days, each with its mark."""
    found = pagination.query(RowRecord, f"LISTED#{name}", page, index="GSI1")
    return found.map(lambda one: (str(one.SK).rpartition("#")[2], listed_of(one)))


def _row(policy: Policy, content: Edition, sort: str, name: str, order: str) -> RowRecord:
    return RowRecord(
        policy.subject.pk,
        sort,
        GSI1PK=f"LISTED#{name}",
        GSI1SK=order,
        id=policy.id,
        region=policy.region,
        edition=policy.edition,
        content=replace(content, cases=(), materials=(), steps=""),
    )


def listed_of(record: RowRecord) -> Listed:
    """A row as the rules know it."""
    return Listed(record.id, record.region, int(record.edition), record.content)
