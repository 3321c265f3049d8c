"""Alliances with their members and batches: they lie in one partition."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.models import TABLE, AllianceRecord, BatchRecord, MemberRecord
from mashangban.domains.crossregion.rules.alliance import Alliance
from mashangban.domains.crossregion.rules.item import Line
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Alliance.__dataclass_fields__ if name not in ("version", "chain"))
_MOST = 50


@dataclass(frozen=True, slots=True)
class Membership:
    """An alliance as a zone's list names it."""

    alliance_id: str
    name: str
    lead: str


@dataclass(frozen=True, slots=True)
class Batch:
    """A list of items as it was entered, with the SHA-256 of its rows."""

    number: int
    digest: str
    lines: tuple[Line, ...]


def get(alliance_id: str) -> Alliance:
    """An alliance. Raises UnknownAlliance."""
    try:
        found = AllianceRecord.get(f"ALLIANCE#{alliance_id}", "ALLIANCE", consistent_read=True)
    except AllianceRecord.DoesNotExist as missing:
        raise errors.UnknownAlliance() from missing
    values: dict[str, Any] = {name: getattr(found, name) for name in _FIELDS}
    values["batches"] = int(found.batches)
    return Alliance(**values, version=int(found.version), chain=found.chain)


def of_region(region: str) -> Iterator[Membership]:
    """The first 50 alliances in which a zone takes part or is to take part, by name."""
    found = MemberRecord.query(f"ALLIANCES-OF#{region}", index_name="GSI1", limit=_MOST)
    return (Membership(one.alliance_id, one.name, one.lead) for one in found)


def led_by(region: str) -> list[Membership]:
    """Those that a zone leads."""
    return [one for one in of_region(region) if one.lead == region]


def create(act: Act, new: Alliance, event: Event, answer: Schema) -> None:
    """Write a new alliance with its members."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        for zone in new.zones:
            tx.put(_member(new, zone.region))
        tx.answer(answer)


def move(act: Act, before: Alliance, after: Alliance, region: str, event: Event, answer: Schema) -> None:
    """Write what changed with one zone: it comes in, or goes out of its own list."""
    actions = [AllianceRecord.zones.set(after.zones)]
    stays = any(one.region == region and one.left_on is None for one in after.zones)
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, actions)
        if stays:
            tx.put(_member(after, region))
        else:
            tx.delete(_member(after, region))
        tx.answer(answer)


def add_batch(act: Act, before: Alliance, batch: Batch, event: Event, answer: Schema) -> None:
    """Write a batch as a whole; its items are written out by the stream."""
    record = BatchRecord(
        before.subject.pk,
        _batch_sk(batch.number),
        number=batch.number,
        entered_at=act.at,
        digest=batch.digest,
        lines=batch.lines,
    )
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, [AllianceRecord.batches.set(batch.number)])
        tx.create(record)
        tx.answer(answer)


def batches(alliance_id: str) -> list[Batch]:
    """Every batch of an alliance, the first first."""
    found = BatchRecord.query(
        f"ALLIANCE#{alliance_id}", BatchRecord.SK.startswith("BATCH#"), consistent_read=True
    )
    return [_batch(one) for one in found]


def batch(alliance_id: str, number: int) -> Batch:
    """One batch."""
    return _batch(BatchRecord.get(f"ALLIANCE#{alliance_id}", _batch_sk(number), consistent_read=True))


def _batch(record: BatchRecord) -> Batch:
    return Batch(int(record.number), record.digest, record.lines)


def _batch_sk(number: int) -> str:
    return f"BATCH#{number:04d}"


def _record(one: Alliance) -> AllianceRecord:
    values: dict[str, Any] = {name: getattr(one, name) for name in _FIELDS}
    return AllianceRecord(one.subject.pk, "ALLIANCE", **values)


def _member(one: Alliance, region: str) -> MemberRecord:
    keys: dict[str, Any] = {"GSI1PK": f"ALLIANCES-OF#{region}", "GSI1SK": f"{one.name}#{one.id}"}
    return MemberRecord(
        one.subject.pk, f"ZONE#{region}", **keys, alliance_id=one.id, name=one.name, lead=one.lead
    )
