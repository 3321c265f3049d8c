"""Cases: one transaction a step, over the case, its hand-over, what came new and its clocks."""

from dataclasses import dataclass
from typing import Any

from mashangban.deadlines.service import STILL, Turn
from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.models import TABLE, CaseRecord, DeskRecord, HandoverRecord, SheetsRecord
from mashangban.domains.crossregion.repository import clocks
from mashangban.domains.crossregion.rules.case import Case
from mashangban.domains.crossregion.rules.custody import Handover, Sheet
from mashangban.domains.crossregion.terms.cases import PERSON
from mashangban.kernel import clock, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = tuple(name for name in Case.__dataclass_fields__ if name not in ("version", "chain"))
_TEXTS = ("window", "person_id", "charge", "late", "asked", "reason")
_NUMBERS = ("edition", "days", "pages", "handovers")


@dataclass(frozen=True, slots=True)
class Step:
    """What one act changes beside the case itself: a link that was checked, pages that came, clocks."""

    link: Handover | None = None
    sheets: tuple[Sheet, ...] = ()
    turn: Turn = STILL


def get(case_id: str) -> Case:
    """A case; whoever calls asks what the caller is to it. Raises UnknownCase."""
    try:
        return _case(CaseRecord.get(f"CROSSCASE#{case_id}", "CASE", consistent_read=True))
    except CaseRecord.DoesNotExist as missing:
        raise errors.UnknownCase() from missing


def sheets_of(one: Case) -> list[Sheet]:
    """The pages as they are listed now: what was put right stands in place of what it was."""
    now = {sheet.number: sheet for sheet in every_sheet_of(one)}
    return [now[number] for number in sorted(now)]


def every_sheet_of(one: Case) -> list[Sheet]:
    """Each page as it was ever listed, also before it was put right; the oldest first."""
    found = SheetsRecord.query(one.subject.pk, SheetsRecord.SK.startswith("SHEETS#"), consistent_read=True)
    return [sheet for lot in found for sheet in lot.sheets]


def handovers_of(one: Case) -> list[Handover]:
    """The chain of custody, the first link first; the last may be on its way."""
    key = HandoverRecord.SK.startswith("HANDOVER#")
    checked = HandoverRecord.query(one.subject.pk, key, consistent_read=True)
    return [*map(_handover, checked), *([one.way] if one.way else [])]


def of_person(person_id: str, page: PageRequest) -> Page[Case]:
    """A person's cases, the newest first."""
    return _listed(f"CASES-OF#{person_id}", page)


def in_charge(region: str, page: PageRequest) -> Page[Case]:
    """What a zone has to act on, the most urgent first."""
    return pagination.query(CaseRecord, f"TODO#{region}", page, index="GSI2").map(_case)


def at_desk(region: str, page: PageRequest) -> Page[Case]:
    """Every case in which a zone has a part, the newest first."""
    return _listed(f"CASES-AT#{region}", page)


def list_at_desks(one: Case) -> None:
    """Put a case into the list of each of its zones; told again it changes nothing."""
    for region in {*one.zones, one.lead}:
        DeskRecord(f"CASES-AT#{region}", _order(one), case_id=one.id).save()


def _listed(pk: str, page: PageRequest) -> Page[Case]:
    found = pagination.query(DeskRecord, pk, page, newest_first=True)
    ids = [one.case_id for one in found.items]
    known = {
        one.id: _case(one) for one in CaseRecord.batch_get([(f"CROSSCASE#{id_}", "CASE") for id_ in ids])
    }
    return Page([known[id_] for id_ in ids if id_ in known], found.next_cursor)


def create(act: Act, new: Case, event: Event, step: Step, answer: Schema) -> None:
    """Write a new case with its pages and its place in its person's list; those of the zones follow in the stream."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.put(_mine(new))
        _beside(tx, new, event, step)
        tx.answer(answer)


def move(act: Act, before: Case, after: Case, event: Event, step: Step, answer: Schema | None = None) -> None:
    """Write one step; a case that is nobody's any more leaves its person's list."""
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(CaseRecord, _stored(before), _stored(after)))
        if before.person_id and not after.person_id:
            tx.delete(_mine(before))
        _beside(tx, before, event, step)
        tx.answer(answer)


def _beside(tx: Transaction, one: Case, event: Event, step: Step) -> None:
    if step.link is not None:
        tx.put(_link(one, step.link))
    if step.sheets:
        tx.put(SheetsRecord(one.subject.pk, f"SHEETS#{event.version:08d}", sheets=step.sheets))
    clocks.apply(tx, step.turn)


def _mine(one: Case) -> DeskRecord:
    return DeskRecord(f"CASES-OF#{one.person_id}", _order(one), case_id=one.id)


def _link(one: Case, link: Handover) -> HandoverRecord:
    values: dict[str, Any] = {name: getattr(link, name) for name in Handover.__dataclass_fields__}
    kept = {name: value for name, value in values.items() if value not in (None, "", ())}
    return HandoverRecord(one.subject.pk, f"HANDOVER#{link.number:04d}", **kept)


def _handover(record: HandoverRecord) -> Handover:
    values: dict[str, Any] = {name: getattr(record, name) for name in Handover.__dataclass_fields__}
    values |= {"number": int(record.number), "note": record.note or ""}
    values |= {name: values[name] or () for name in ("missing", "differing")}
    return Handover(**values)


def _stored(one: Case) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in _FIELDS}
    urgent = f"{clock.to_text(one.due_at or one.made_at)}#{one.id}"
    plain = {name: None if value in ("", ()) else value for name, value in values.items()}
    # What waits for its person stands in no zone's list.
    zone = one.charge not in ("", PERSON)
    return plain | {
        "GSI2PK": f"TODO#{one.charge}" if zone else None,
        "GSI2SK": urgent if zone else None,
    }


def _record(one: Case) -> CaseRecord:
    values = {name: value for name, value in _stored(one).items() if value is not None}
    return CaseRecord(one.subject.pk, "CASE", **values)


def _case(record: CaseRecord) -> Case:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in _TEXTS}
    values |= {name: int(values[name]) for name in _NUMBERS}
    values |= {name: values[name] or () for name in ("parts", "custody")}
    return Case(**values, version=int(record.version), chain=record.chain)


def _order(one: Case) -> str:
    return f"{clock.to_text(one.made_at)}#{one.id}"
