"""Matters: one transaction a step, over the head, what the person brings, the office's list and the clocks."""

from dataclasses import dataclass
from typing import Any

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.service import STILL, Turn
from mashangban.domains.matters import errors
from mashangban.domains.matters.models import (
    TABLE,
    DeskRecord,
    DraftRecord,
    MatterDeadlineRecord,
    MatterRecord,
    MineRecord,
    PinnedRecord,
)
from mashangban.domains.matters.repository import dossiers, rated
from mashangban.domains.matters.rules.dossier import Attached, Dossier
from mashangban.domains.matters.rules.item import Pinned
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.rules.rating import RatedWords
from mashangban.domains.matters.terms import Stage
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.stars import Stars
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Matter.__dataclass_fields__ if name not in ("version", "chain"))
_TEXTS = (
    "person_id",
    "checked_by",
    "talk_id",
    "asked",
    "accepted_by",
    "paused",
    "reason",
    "decided_by",
    "waybill",
    "answered_by",
    "mended_by",
)
_WORDS = ("check_asked", "silent", "extended", "late")


@dataclass(frozen=True, slots=True)
class Step:
    """What one act changes beside the head. `gone`: what the person brought is kept no more."""

    dossier: Dossier | None = None
    results: tuple[Attached, ...] = ()
    words: RatedWords | None = None
    gone: bool = False
    turn: Turn = STILL


def get(matter_id: str) -> Matter:
    """A matter; whoever calls asks what the caller may see. Raises UnknownMatter."""
    try:
        return _matter(MatterRecord.get(f"MATTER#{matter_id}", "MATTER", consistent_read=True))
    except MatterRecord.DoesNotExist as missing:
        raise errors.UnknownMatter() from missing


def pinned(one: Matter) -> Pinned:
    """The item's edition as it was when the person began."""
    return PinnedRecord.get(one.subject.pk, "PINNED").pinned


def last_draft(person_id: str, item_id: str) -> Matter | None:
    """What a person last began of an item, open or not."""
    try:
        return get(DraftRecord.get(_draft_pk(person_id, item_id), "DRAFT", consistent_read=True).matter_id)
    except DraftRecord.DoesNotExist:
        return None


def of_person(person_id: str, page: PageRequest) -> Page[Matter]:
    """A person's matters, the newest first."""
    found = pagination.query(MineRecord, f"MATTERS-OF#{person_id}", page, newest_first=True)
    return _listed([one.matter_id for one in found.items], found.next_cursor)


def waiting(region: str, stage: Stage, page: PageRequest) -> Page[Matter]:
    """What waits for an office at a stage, the most urgent first."""
    return pagination.query(MatterRecord, f"MATTERTODO#{region}#{stage.value}", page, index="GSI1").map(
        _matter
    )


def came_in(region: str, page: PageRequest) -> Page[Matter]:
    """Everything that was handed in to an office, the newest first."""
    found = pagination.query(DeskRecord, f"MATTERS-AT#{region}", page, newest_first=True)
    return _listed([one.matter_id for one in found.items], found.next_cursor)


def create(
    act: Act,
    new: Matter,
    last: Matter | None,
    item: Pinned,
    event: Event,
    answer: Schema,
    dossier: Dossier | None = None,
) -> None:
    """Write a new draft with the edition that it follows and what is carried over from one before.

    Stale where the person just began another of the item.
    """
    mark = DraftRecord(_draft_pk(new.person_id, new.item_id), "DRAFT", matter_id=new.id)
    with Transaction(act, TABLE) as tx:
        if last is None:
            tx.create(mark)
        else:
            named = [DraftRecord.matter_id.set(new.id)]
            tx.update(mark, named, condition=DraftRecord.matter_id == last.id, otherwise=Stale())
        tx.create(_record(new), event)
        tx.put(_mine(new))
        tx.put(PinnedRecord(new.subject.pk, "PINNED", pinned=item))
        if dossier is not None:
            dossiers.put(tx, new.subject, dossier)
        tx.answer(answer)


def move(
    act: Act, before: Matter, after: Matter, event: Event, step: Step, answer: Schema | None = None
) -> None:
    """Write one step."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(MatterRecord, _stored(before), _stored(after)))
        if before.person_id and not after.person_id:
            tx.delete(_mine(before))
        if step.dossier is not None:
            dossiers.put(tx, before.subject, step.dossier)
        if step.results:
            dossiers.put_results(tx, before.subject, step.results)
        if step.words is not None:
            rated.put(tx, before.subject, step.words)
        if step.gone:
            dossiers.drop(tx, before.subject)
        if step.gone and before.stars is not None:
            rated.drop(tx, before.subject)
        deadlines.turn(tx, MatterDeadlineRecord, step.turn)
        tx.answer(answer)


def _stored(one: Matter) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _FIELDS}
    plain = {name: None if value in ("", (), False, 0) else value for name, value in values.items()}
    stage = one.stage
    urgent = f"{clock.to_text(one.due_at or one.made_at)}#{one.id}"
    return plain | {
        "GSI1PK": f"MATTERTODO#{one.region}#{stage.value}" if stage else None,
        "GSI1SK": urgent if stage else None,
    }


def _record(one: Matter) -> MatterRecord:
    values = {name: value for name, value in _stored(one).items() if value is not None}
    return MatterRecord(one.subject.pk, "MATTER", **values)


def _matter(record: MatterRecord) -> Matter:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in _TEXTS}
    values |= {name: bool(values[name]) for name in _WORDS}
    values |= {name: values[name] or () for name in ("papers", "once_wrote")}
    values["stars"] = Stars(int(record.stars)) if record.stars else None
    values["supply_days"] = int(values["supply_days"] or 0)
    return Matter(**values, version=int(record.version), chain=record.chain)


def _listed(ids: list[str], cursor: str | None) -> Page[Matter]:
    """The matters of a list in its order: one batch."""
    heads = MatterRecord.batch_get([(f"MATTER#{one}", "MATTER") for one in ids])
    known = {one.id: _matter(one) for one in heads}
    return Page([known[one] for one in ids if one in known], cursor)


def _mine(one: Matter) -> MineRecord:
    order = f"{clock.to_text(one.made_at)}#{one.id}"
    return MineRecord(f"MATTERS-OF#{one.person_id}", order, matter_id=one.id)


def _draft_pk(person_id: str, item_id: str) -> str:
    return f"MATTERDRAFT#{person_id}.{item_id}"
