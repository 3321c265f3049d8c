"""Halls and what they decided for single days: the days lie in their hall's partition."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from mashangban.domains.appointments import errors
from mashangban.domains.appointments.models import TABLE, DayPlanRecord, HallRecord
from mashangban.domains.appointments.rules.hall import Hall
from mashangban.domains.appointments.rules.opening import DayPlan
from mashangban.domains.appointments.terms import CELL, COARSE, MOST_IN_CELL
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction
from mashangban.registry import geohash

_FIELDS = tuple(name for name in Hall.__dataclass_fields__ if name not in ("version", "chain"))
_DAY, _NEAR = "DAY#", "HALLS-NEAR#"


def get(hall_id: str) -> Hall:
    """A hall. Raises UnknownHall."""
    try:
        return _hall(HallRecord.get(f"HALL#{hall_id}", "HALL", consistent_read=True))
    except HallRecord.DoesNotExist as missing:
        raise errors.UnknownHall() from missing


def of_county(region: str, page: PageRequest) -> Page[Hall]:
    """A county's halls by name."""
    return pagination.query(HallRecord, f"HALLS-IN#{region}", page, index="GSI1").map(_hall)


def in_cells(cells: Sequence[str]) -> list[Hall]:
    """The halls in squares of the map, coarse or fine ones: one query a square, bounded."""
    return [one for cell in cells for one in _in_cell(cell)]


def plan(hall_id: str, day: date) -> DayPlan | None:
    """What a hall decided for a day, if anything."""
    try:
        found = DayPlanRecord.get(f"HALL#{hall_id}", _DAY + day.isoformat(), consistent_read=True)
    except DayPlanRecord.DoesNotExist:
        return None
    return day_plan(found)


def plans(hall_id: str, first: date, last: date) -> list[DayPlan]:
    """What a hall decided for the days from first to last."""
    between = DayPlanRecord.SK.between(_DAY + first.isoformat(), _DAY + last.isoformat())
    found: Iterable[DayPlanRecord] = DayPlanRecord.query(f"HALL#{hall_id}", between)
    return [day_plan(one) for one in found]


def create(act: Act, new: Hall, event: Event, answer: Schema) -> None:
    """Write a new hall."""
    with Transaction(act, TABLE) as tx:
        tx.create(_record(new), event)
        tx.answer(answer)


def change(act: Act, before: Hall, after: Hall, event: Event, answer: Schema) -> None:
    """Write a hall as it is now."""
    values = {name: getattr(after, name) for name in _FIELDS if name != "id"} | _keys(after)
    actions = [getattr(HallRecord, name).set(value) for name, value in values.items()]
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(before), event, actions)
        tx.answer(answer)


def decide_day(act: Act, hall: Hall, given: DayPlan, event: Event, answer: Schema) -> None:
    """Write what a hall decided for a day; the decision is a link of the hall's chain."""
    day = DayPlanRecord(
        f"HALL#{hall.id}",
        _DAY + given.day.isoformat(),
        day=given.day,
        opens=given.opens,
        reason=given.reason or None,
        quotas=given.quotas,
    )
    with Transaction(act, TABLE) as tx:
        tx.amend(_record(hall), event, [])
        tx.put(day)
        tx.answer(answer)


def _in_cell(cell: str) -> list[Hall]:
    pk, within = f"{_NEAR}{cell[:COARSE]}", HallRecord.GSI2SK.startswith(cell)
    return [_hall(one) for one in HallRecord.query(pk, within, index_name="GSI2", limit=MOST_IN_CELL)]


def _keys(one: Hall) -> dict[str, str]:
    cell = geohash.cell_of(one.spot, CELL)
    return {
        "GSI1PK": f"HALLS-IN#{one.region}",
        "GSI1SK": one.name,
        "GSI2PK": f"{_NEAR}{cell[:COARSE]}",
        "GSI2SK": f"{cell}#{one.id}",
    }


def _record(one: Hall) -> HallRecord:
    values: dict[str, Any] = {name: getattr(one, name) for name in _FIELDS}
    keys: dict[str, Any] = _keys(one)
    return HallRecord(one.subject.pk, "HALL", **keys, **values)


def _hall(record: HallRecord) -> Hall:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    whole = values | {name: int(values[name]) for name in ("latitude_e6", "longitude_e6")}
    return Hall(**whole, version=int(record.version), chain=record.chain)


def day_plan(one: DayPlanRecord) -> DayPlan:
    """A stored decision as the rules know it."""
    return DayPlan(one.day, bool(one.opens), one.reason or "", one.quotas)
