"""Reports: reading them within reach, and one transaction for each step."""

import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from pynamodb.expressions.update import Action

from mashangban.domains.reporting.errors import KnownAlready
from mashangban.domains.reporting.models import TABLE, DayRecord, ReportRecord
from mashangban.domains.reporting.rules.report import DayFact, Report
from mashangban.domains.reporting.terms import SHARDS, ReportState, Topic
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Reach
from mashangban.kernel.transaction import Transaction

SK = "REPORT"
_STORED = tuple(name for name in Report.__dataclass_fields__ if name not in {"id", "version", "chain"})
_EMPTY_IS_ABSENT = {"month", "chosen", "batch_id", "digest", "receipt", "code", "reason"}


def find(report_id: str) -> Report | None:
    """A report (a consistent read), or None."""
    try:
        return to_report(ReportRecord.get(f"REPORT#{report_id}", SK, consistent_read=True))
    except ReportRecord.DoesNotExist:
        return None


def report(report_id: str, reach: Reach) -> Report:
    """A report. Raises NotFound when there is none within reach."""
    found = find(report_id)
    if found is None:
        raise NotFound()
    reach.require(found.place)
    return found


def many(report_ids: Sequence[str]) -> list[Report]:
    """Several at once, as they stand now."""
    keys = [(f"REPORT#{one}", SK) for one in report_ids]
    return [to_report(record) for record in ReportRecord.batch_get(keys, consistent_read=True)]


def of_county(region: str, state: ReportState, topic: Topic | None, page: PageRequest) -> Page[Report]:
    """A county's reports of one state (and topic), the last changed first; without a topic, grouped by it."""
    key: Any = ReportRecord.GSI1SK
    where = key.startswith(f"{state.value}#{topic.value}#" if topic else f"{state.value}#")
    found = pagination.query(
        ReportRecord, f"COUNTY#{region}", page, index="GSI1", where=where, newest_first=True
    )
    return found.map(to_report)


def waiting_for_a_person(
    platform: str, state: ReportState, topic: Topic | None, page: PageRequest
) -> Page[Report]:
    """A whole platform's reports that somebody must look at, the last changed first."""
    key: Any = ReportRecord.GSI3SK
    where = key.startswith(f"{state.value}#{topic.value}#" if topic else f"{state.value}#")
    found = pagination.query(
        ReportRecord, f"PERSON#{platform}", page, index="GSI3", where=where, newest_first=True
    )
    return found.map(to_report)


def ids_of_county(region: str) -> Iterator[str]:
    """Every report of a county, for a recount."""
    found = ReportRecord.query(f"COUNTY#{region}", index_name="GSI1")
    return (str(record.PK).removeprefix("REPORT#") for record in found)


def due(platform: str, shard: int, at: datetime, most: int) -> list[Report]:
    """What waits in one part of a platform's outbox and is due, the longest waiting first."""
    key: Any = ReportRecord.GSI2SK
    found = ReportRecord.query(
        f"OUTBOX#{platform}#{shard}", key <= clock.to_text(at) + "~", index_name="GSI2", limit=most
    )
    return [to_report(record) for record in found]


def oldest_due(platform: str) -> datetime | None:
    """When the longest waiting report of a platform should have been sent (one small query a shard)."""
    firsts = [
        record.next_at
        for shard in range(SHARDS)
        for record in ReportRecord.query(f"OUTBOX#{platform}#{shard}", index_name="GSI2", limit=1)
    ]
    return min(firsts, default=None)


def days_of(report_id: str) -> list[DayFact]:
    """The days of a worker's month, in order (consistent)."""
    key: Any = DayRecord.SK
    found = DayRecord.query(f"REPORT#{report_id}", key.startswith("DAY#"), consistent_read=True)
    return [record.fact for record in found]


def keep(
    act: Act, before: Report | None, after: Report, event: Event | None, *, day: DayFact | None = None
) -> None:
    """Keep news: of a line or contract in the report itself, of a `day` beside it.

    Without an event the report waits already and only its content moves. Raises KnownAlready, Stale.
    """
    with Transaction(act, TABLE) as tx:
        if day is not None:
            version: Any = DayRecord.version
            newer = DayRecord.PK.does_not_exist() | (version < day.version)
            item = DayRecord(after.subject.pk, f"DAY#{day.day}", fact=day, version=day.version)
            tx.put(item, condition=newer, otherwise=KnownAlready())
        _step(tx, before, after, event)


def _step(tx: Transaction, before: Report | None, after: Report, event: Event | None) -> None:
    if before is None:
        tx.create(record_of(after), event)
    elif event is not None:
        tx.amend(record_of(before), event, changes(before, after))
    else:
        unmoved: Any = ReportRecord.version == before.version
        moves = changes(before, after)
        if moves:
            tx.update(record_of(before), moves, condition=unmoved, otherwise=Stale())
        else:
            tx.check(ReportRecord, before.subject.pk, SK, unmoved, otherwise=Stale())


def move(act: Act, before: Report, after: Report, event: Event, answer: Schema | None = None) -> None:
    """One step of a report's life."""
    with Transaction(act, TABLE) as tx:
        tx.amend(record_of(before), event, changes(before, after))
        tx.answer(answer)


def remember(act: Act, answer: Schema) -> None:
    """Keep the answer of a submission whose steps were written one by one."""
    with Transaction(act, TABLE) as tx:
        tx.answer(answer)


def to_report(record: ReportRecord) -> Report:
    """A stored report as the rules know it."""
    values = {name: getattr(record, name) for name in (*_STORED, "version", "chain")}
    absent: dict[str, Any] = {name: {} if name == "chosen" else "" for name in _EMPTY_IS_ABSENT}
    filled = {
        name: absent[name] if name in absent and value is None else value for name, value in values.items()
    }
    numbers = {name: int(filled[name]) for name in ("revision", "told", "attempts", "version")}
    return Report(id=str(record.PK).removeprefix("REPORT#"), **{**filled, **numbers})


def record_of(one: Report) -> ReportRecord:
    """The item of a report."""
    return ReportRecord(one.subject.pk, SK, **_stored(one))


def _stored(one: Report) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _STORED}
    kept = {name: (value or None) if name in _EMPTY_IS_ABSENT else value for name, value in values.items()}
    waits = one.state is ReportState.WAITING and one.next_at is not None
    place = f"{one.state.value}#{one.topic.value}#{clock.to_text(one.changed_at)}"
    shard = zlib.crc32(one.contract_id.encode()) % SHARDS
    return kept | {
        "GSI1PK": f"COUNTY#{one.region}",
        "GSI1SK": place,
        "GSI2PK": f"OUTBOX#{one.platform}#{shard}" if waits else None,
        "GSI2SK": f"{clock.to_text(one.next_at)}#{one.id}" if waits and one.next_at else None,
        "GSI3PK": f"PERSON#{one.platform}" if one.state.needs_person else None,
        "GSI3SK": place if one.state.needs_person else None,
    }


def changes(before: Report, after: Report) -> list[Action]:
    """Only what differs is written, so that attributes we don't know of survive."""
    old, new = _stored(before), _stored(after)
    actions: list[Action] = []
    for name in (one for one in new if old[one] != new[one]):
        attribute: Any = getattr(ReportRecord, name)
        actions.append(attribute.remove() if new[name] is None else attribute.set(new[name]))
    return actions
