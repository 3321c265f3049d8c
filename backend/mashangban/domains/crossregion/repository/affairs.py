"""Affairs with their parts: they lie in one partition, with their clocks and their chain."""

from dataclasses import dataclass
from typing import Any

from mashangban.deadlines.service import STILL, Turn
from mashangban.domains.crossregion.errors import UnknownAffair
from mashangban.domains.crossregion.models import TABLE, AffairPartRecord, AffairRecord
from mashangban.domains.crossregion.repository import clocks
from mashangban.domains.crossregion.rules.affair import Affair, Part
from mashangban.domains.crossregion.terms.affairs import AffairKind
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Affair.__dataclass_fields__ if name not in ("kind", "version", "chain"))
_PARTS = tuple(Part.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Step:
    """What one act changes beside the affair itself."""

    part: Part | None = None
    turn: Turn = STILL


def get(affair_id: str) -> Affair:
    """An affair; whoever calls asks whose it is. Raises UnknownAffair."""
    try:
        return _affair(AffairRecord.get(f"CROSSAFFAIR#{affair_id}", "AFFAIR", consistent_read=True))
    except AffairRecord.DoesNotExist as missing:
        raise UnknownAffair() from missing


def of_alliance(alliance_id: str, kind: AffairKind, page: PageRequest) -> Page[Affair]:
    """An alliance's affairs of a kind, the newest first."""
    shelf = f"AFFAIRS-OF#{alliance_id}#{kind.value}"
    return pagination.query(AffairRecord, shelf, page, index="GSI1", newest_first=True).map(_affair)


def of_person(person_id: str, page: PageRequest) -> Page[Affair]:
    """Where somebody is or was sent, the newest first."""
    return pagination.query(AffairRecord, _postings(person_id), page, index="GSI2", newest_first=True).map(
        _affair
    )


def parts_of(one: Affair, page: PageRequest) -> Page[Part]:
    """What was added, the newest first: a seal's register grows long."""
    key = AffairPartRecord.SK.startswith("PART#")
    return pagination.query(AffairPartRecord, one.subject.pk, page, where=key, newest_first=True).map(_part)


def part(one: Affair, number: int) -> Part:
    """One part. Raises UnknownAffair."""
    try:
        return _part(AffairPartRecord.get(one.subject.pk, _sk(number), consistent_read=True))
    except AffairPartRecord.DoesNotExist as missing:
        raise UnknownAffair() from missing


def create(act: Act, new: Affair, event: Event, turn: Turn, answer: Schema) -> None:
    """Write a new affair with its clock."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        clocks.apply(tx, turn)
        tx.answer(answer)


def move(
    act: Act, before: Affair, after: Affair, event: Event, step: Step, answer: Schema | None = None
) -> None:
    """Write one step."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(AffairRecord, _stored(before), _stored(after)))
        if step.part is not None:
            tx.put(_part_record(before, step.part))
        clocks.apply(tx, step.turn)
        tx.answer(answer)


def _stored(one: Affair) -> dict[str, Any]:
    order = f"{clock.to_text(one.made_at)}#{one.id}"
    return {name: None if getattr(one, name) == "" else getattr(one, name) for name in _FIELDS} | {
        "sort": one.kind,
        "GSI1PK": f"AFFAIRS-OF#{one.alliance_id}#{one.kind.value}",
        "GSI1SK": order,
        "GSI2PK": _postings(one.person_id) if one.person_id else None,
        "GSI2SK": order if one.person_id else None,
    }


def _record(one: Affair) -> AffairRecord:
    values = {name: value for name, value in _stored(one).items() if value is not None}
    return AffairRecord(one.subject.pk, "AFFAIR", **values)


def _affair(record: AffairRecord) -> Affair:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in ("text", "person_id", "case_id")}
    values |= {"kind": record.sort, "parts": int(record.parts)}
    return Affair(**values, version=int(record.version), chain=record.chain)


def _part_record(of: Affair, one: Part) -> AffairPartRecord:
    values = {name: getattr(one, name) for name in _PARTS if getattr(one, name) not in ("", None)}
    return AffairPartRecord(of.subject.pk, _sk(one.number), **values)


def _part(record: AffairPartRecord) -> Part:
    values: dict[str, Any] = {name: getattr(record, name) for name in _PARTS}
    values |= {name: values[name] or "" for name in ("source", "owner")}
    return Part(**values | {"number": int(record.number)})


def _postings(person_id: str) -> str:
    return f"POSTINGS-OF#{person_id}"


def _sk(number: int) -> str:
    return f"PART#{number:04d}"
