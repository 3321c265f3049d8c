"""How a deadline lies in the acting domain's own table.

PK = the subject's partition, SK = DEADLINE#<kind>
GSI3PK = DUE#<shard>, GSI3SK = the instant of the next firing; both absent while nothing is to fire
"""

import datetime as dt
from typing import Any
from zlib import crc32

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from mashangban.deadlines.rules.deadline import Deadline, Extension, OnDay, Rung
from mashangban.deadlines.rules.periods import Pause, Term
from mashangban.deadlines.terms import DeadlineState, EndsAt, RungKind, Unit
from mashangban.kernel import clock
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.events import Subject

SHARDS = 4
PREFIX = "DEADLINE#"

Json = dict[str, Any]


def shard_pk(number: int) -> str:
    """Name a partition of the due index."""
    return f"DUE#{number}"


def shard_of(pk: str) -> str:
    """Spread subjects evenly over the partitions of the due index."""
    return shard_pk(crc32(pk.encode()) % SHARDS)


def _dump_term(term: Term) -> Json:
    return {"amount": term.amount, "unit": term.unit.value, "source": term.source}


def _load_term(raw: Json) -> Term:
    return Term(raw["amount"], Unit(raw["unit"]), raw["source"])


def _dump_basis(basis: Term | OnDay) -> Json:
    if isinstance(basis, Term):
        return _dump_term(basis)
    return {"day": basis.day.isoformat(), "before_holiday": basis.before_holiday, "source": basis.source}


def _load_basis(raw: Json) -> Term | OnDay:
    if "unit" in raw:
        return _load_term(raw)
    return OnDay(dt.date.fromisoformat(raw["day"]), raw["before_holiday"], raw["source"])


def _dump_ladder(ladder: tuple[Rung, ...]) -> list[Json]:
    return [
        {"name": rung.name, "kind": rung.kind.value, "offset": rung.offset and _dump_term(rung.offset)}
        for rung in ladder
    ]


def _load_ladder(raw: list[Json]) -> tuple[Rung, ...]:
    return tuple(
        Rung(one["name"], RungKind(one["kind"]), one["offset"] and _load_term(one["offset"])) for one in raw
    )


def _dump_pauses(pauses: tuple[Pause, ...]) -> list[list[str | None]]:
    return [
        [clock.to_text(one.starts_at), clock.to_text(one.ends_at) if one.ends_at else None, one.reason]
        for one in pauses
    ]


def _load_pauses(raw: list[list[Any]]) -> tuple[Pause, ...]:
    return tuple(
        Pause(clock.from_text(start), clock.from_text(end) if end else None, reason)
        for start, end, reason in raw
    )


def _dump_extensions(extensions: tuple[Extension, ...]) -> list[Json]:
    return [
        {"term": _dump_term(one.term), "reason": one.reason, "at": clock.to_text(one.at)}
        for one in extensions
    ]


def _load_extensions(raw: list[Json]) -> tuple[Extension, ...]:
    return tuple(Extension(_load_term(one["term"]), one["reason"], clock.from_text(one["at"])) for one in raw)


class DeadlineRecord(Record):
    """A domain derives its own from this and its base: `class Due(DeadlineRecord, WorkersRecord, discriminator=…)`."""

    subject_kind = UnicodeAttribute()
    subject_id = UnicodeAttribute()
    deadline_kind = UnicodeAttribute()
    label = UnicodeAttribute()
    started_at = InstantAttribute()
    basis = JsonAttribute[Term | OnDay](_dump_basis, _load_basis)
    ladder = JsonAttribute[tuple[Rung, ...]](_dump_ladder, _load_ladder)
    region = UnicodeAttribute(null=True)
    ends_at = EnumAttribute(EndsAt)
    state = EnumAttribute(DeadlineState)
    pauses = JsonAttribute[tuple[Pause, ...]](_dump_pauses, _load_pauses)
    extensions = JsonAttribute[tuple[Extension, ...]](_dump_extensions, _load_extensions)
    closed_at = InstantAttribute(null=True)
    fired_at = InstantAttribute(null=True)
    fired_rung = NumberAttribute()
    revision = NumberAttribute()
    claim = UnicodeAttribute(null=True)
    attempts = NumberAttribute(null=True)


def sk_of(deadline_kind: str) -> str:
    """Name a deadline's item within its subject's partition."""
    return f"{PREFIX}{deadline_kind}"


def from_record(record: DeadlineRecord) -> Deadline:
    """Read a deadline back."""
    return Deadline(
        subject=Subject(record.subject_kind, record.subject_id),
        kind=record.deadline_kind,
        label=record.label,
        started_at=record.started_at,
        basis=record.basis,
        ladder=record.ladder,
        region=record.region or "",
        ends_at=record.ends_at,
        state=record.state,
        pauses=record.pauses,
        extensions=record.extensions,
        closed_at=record.closed_at,
        fired_at=record.fired_at,
        fired_rung=int(record.fired_rung),
        revision=int(record.revision),
    )
