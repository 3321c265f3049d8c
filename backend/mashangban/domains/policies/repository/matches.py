"""What an enterprise meets: one item, written only when it changed."""

from collections.abc import Iterable, Iterator

from mashangban.domains.policies.models import TABLE, MatchesRecord, RowRecord
from mashangban.domains.policies.repository.listing import listed_of
from mashangban.domains.policies.rules.listing import Listed, region_list
from mashangban.domains.policies.rules.matching import Matches
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.transaction import Transaction


def of(enterprise_id: str) -> Matches:
    """An enterprise's matches; none of an enterprise that was never matched."""
    blank = Matches(enterprise_id)
    try:
        found = MatchesRecord.get(blank.subject.pk, "MATCHES", consistent_read=True)
    except MatchesRecord.DoesNotExist:
        return blank
    return Matches(enterprise_id, found.rows, found.told, int(found.version), found.chain)


def offers(regions: Iterable[str]) -> Iterator[Listed]:
    """Every published policy of these regions."""
    for region in regions:
        found = RowRecord.query(f"LISTED#{region_list(region)}", index_name="GSI1")
        yield from map(listed_of, found)


def save(act: Act, before: Matches, after: Matches, event: Event) -> None:
    """Write what changed. Raises Stale when somebody was faster."""
    record = MatchesRecord(
        before.subject.pk,
        "MATCHES",
        rows=after.rows,
        told=after.told,
        version=before.version,
        chain=before.chain,
    )
    with Transaction(act, TABLE) as tx:
        if before.version == 0:
            tx.create(record, event)
        else:
            tx.amend(record, event, [MatchesRecord.rows.set(after.rows), MatchesRecord.told.set(after.told)])
