"""Inspections: one item a sheet, one open sheet of a kind a home."""

from typing import Any

from mashangban.domains.homes import errors
from mashangban.domains.homes.models import TABLE, InspectionRecord, InspectionRowRecord, OpenInspectionRecord
from mashangban.domains.homes.repository import items
from mashangban.domains.homes.rules.inspection import Inspection
from mashangban.domains.homes.terms.inspections import InspectionKind, InspectionState
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Inspection, "kind", "version", "chain")
_TEXTS = ("digest", "document_id")


def get(inspection_id: str) -> Inspection:
    """A sheet (consistent). Raises NotFound; who may see it the service decides."""
    try:
        return _inspection(
            InspectionRecord.get(f"HOMEINSPECTION#{inspection_id}", "SHEET", consistent_read=True)
        )
    except InspectionRecord.DoesNotExist as missing:
        raise NotFound() from missing


def of_home(home_id: str, page: PageRequest) -> Page[Inspection]:
    """A home's sheets, the latest first."""
    pk = f"INSPECTIONS-AT#{home_id}"
    return pagination.query(InspectionRecord, pk, page, index="GSI1", newest_first=True).map(_inspection)


def of_inspector(person_id: str, page: PageRequest) -> Page[Inspection]:
    """An inspector's sheets, the latest first."""
    pk = f"INSPECTIONS-OF#{person_id}"
    return pagination.query(InspectionRecord, pk, page, index="GSI2", newest_first=True).map(_inspection)


def of_estate(
    estate_id: str, kind: InspectionKind, state: InspectionState | None, page: PageRequest
) -> Page[Inspection]:
    """An estate's sheets of a kind and state, the latest first within a state."""
    key: Any = InspectionRowRecord.SK
    where = key.startswith(f"{kind.value}#{state.value}#" if state else f"{kind.value}#")
    pk = f"INSPECTIONS#{estate_id}"
    rows = pagination.query(InspectionRowRecord, pk, page, where=where, newest_first=True)
    wanted = [(f"HOMEINSPECTION#{row.inspection_id}", "SHEET") for row in rows.items]
    found = {one.id: one for one in map(_inspection, InspectionRecord.batch_get(wanted))}
    listed = [found[row.inspection_id] for row in rows.items if row.inspection_id in found]
    return Page(listed, rows.next_cursor)


def create(act: Act, new: Inspection, event: Event, answer: Schema) -> None:
    """Begin a sheet. Raises InspectionRunning."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.create(_guard(new), otherwise=errors.InspectionRunning())
        tx.create(_row(new))
        tx.answer(answer)


def change(
    act: Act, before: Inspection, after: Inspection, event: Event, answer: Schema | None = None
) -> None:
    """Write one step; whoever ends the sheet frees the home for the next round."""
    old, new = items.stored(before, _FIELDS), items.stored(after, _FIELDS)
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, changes(InspectionRecord, old, new))
        if before.state is not InspectionState.SIGNED and after.state is InspectionState.SIGNED:
            tx.delete(_guard(before))
        if before.state is not after.state:
            tx.delete(_row(before))
            tx.create(_row(after))
        tx.answer(answer)


def _guard(one: Inspection) -> OpenInspectionRecord:
    return OpenInspectionRecord(f"HOME#{one.home_id}", f"INSPECTION#{one.kind.value}", inspection_id=one.id)


def _row(one: Inspection) -> InspectionRowRecord:
    sk = f"{one.kind.value}#{one.state.value}#{one.id}"
    return InspectionRowRecord(f"INSPECTIONS#{one.estate_id}", sk, inspection_id=one.id)


def _record(one: Inspection) -> InspectionRecord:
    return InspectionRecord(
        one.subject.pk,
        "SHEET",
        GSI1PK=f"INSPECTIONS-AT#{one.home_id}",
        GSI1SK=one.id,
        GSI2PK=f"INSPECTIONS-OF#{one.inspector_id}",
        GSI2SK=one.id,
        inspection_kind=one.kind,
        **items.stored(one, _FIELDS),
    )


def _inspection(record: InspectionRecord) -> Inspection:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: values[name] or "" for name in _TEXTS} | {"round": int(record.round)}
    return Inspection(**values, kind=record.inspection_kind, version=int(record.version), chain=record.chain)
