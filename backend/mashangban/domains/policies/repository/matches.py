"""What an enterprise meets: one item, written only when it changed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pynamodb.expressions.update import Action

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
    version = int(found.version)
    return Matches(enterprise_id, found.rows, found.told, version, found.chain, found.turns_on)


def offers(regions: Iterable[str]) -> Iterator[Listed]:
    """Every published policy of these regions."""
    for region in regions:
        found = RowRecord.query(f"LISTED#{region_list(region)}", index_name="GSI1")
        yield from map(listed_of, found)


def turning_on(day: date, most: int) -> list[str]:
    """Enterprises of which an answer may turn that day."""
    found = MatchesRecord.query(f"TURNS#{day.isoformat()}", index_name="GSI1", limit=most)
    return [str(one.GSI1SK) for one in found]


def postpone(act: Act, before: Matches, after: Matches) -> None:
    """Note when to look again; nothing else changed, so nothing happened. Raises Stale when somebody was faster."""
    kind: Any = MatchesRecord
    with Transaction(act, TABLE) as tx:
        tx.update(_record(before), _turn(after), condition=kind.version == before.version)


def save(act: Act, before: Matches, after: Matches, event: Event) -> None:
    """Write what changed. Raises Stale when somebody was faster."""
    with Transaction(act, TABLE) as tx:
        if before.version == 0:
            tx.create(_record(after), event)
        else:
            changed = [MatchesRecord.rows.set(after.rows), MatchesRecord.told.set(after.told)]
            tx.amend(_record(before), event, [*changed, *_turn(after)])


def _turn(one: Matches) -> list[Action]:
    if one.turns_on is None:
        return [
            MatchesRecord.turns_on.remove(),
            MatchesRecord.GSI1PK.remove(),
            MatchesRecord.GSI1SK.remove(),
        ]
    return [
        MatchesRecord.turns_on.set(one.turns_on),
        MatchesRecord.GSI1PK.set(f"TURNS#{one.turns_on.isoformat()}"),
        MatchesRecord.GSI1SK.set(one.enterprise_id),
    ]


def _record(one: Matches) -> MatchesRecord:
    day = one.turns_on
    return MatchesRecord(
        one.subject.pk,
        "MATCHES",
        GSI1PK=f"TURNS#{day.isoformat()}" if day else None,
        GSI1SK=one.enterprise_id if day else None,
        rows=one.rows,
        told=one.told,
        turns_on=day,
        version=one.version,
        chain=one.chain,
    )
