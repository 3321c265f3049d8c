"""The sheet of facts: checked against the estate's doors, written fact by fact."""

from collections.abc import Sequence
from typing import Any

from mashangban.domains.homes import errors
from mashangban.domains.homes.repository import homes
from mashangban.domains.homes.rules import fact as rules
from mashangban.domains.homes.rules import factsheet
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.factsheet import FactRow
from mashangban.domains.homes.rules.home import Door, home_id
from mashangban.domains.homes.rules.imports import Checked
from mashangban.domains.homes.service import facts
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.registry.rules.columns import Cells, RowError

LAYOUT = factsheet.LAYOUT


def check(estate: Estate, numbered: Sequence[tuple[int, Cells]]) -> Checked:
    """Every row, and that what it tells of is there."""
    rows: list[FactRow] = []
    wrong: list[RowError] = []
    today = clock.local_date(clock.now())
    for number, cells in numbered:
        read = factsheet.read(number, cells, today)
        if isinstance(read, FactRow):
            rows.append(read)
        else:
            wrong += read
    held = homes.many(dict.fromkeys(home_id(estate.id, one.door.label) for one in rows if one.door.room))
    wrong += [problem for one in rows if (problem := _objection(estate, one, held))]
    if wrong:
        return Checked(errors=tuple(wrong))
    dumped = {row["id"]: row for row in (_dump(estate, one) for one in rows)}
    return Checked(rows=tuple(dumped.values()), created=len(dumped))


def grow(estate: Estate, rows: Sequence[dict[str, Any]]) -> Estate:
    """Facts change nothing of the estate itself."""
    return estate


def apply(act: Act, estate: Estate, row: dict[str, Any]) -> None:
    """Keep one fact; a row that was told before changes nothing."""
    facts.keep(act, facts.blank(estate, row["id"], Door(*row["door"]), row, act))


def _objection(estate: Estate, one: FactRow, held: dict[str, Any]) -> RowError | None:
    try:
        rules.require_known(estate, one.door)
    except errors.UnknownBuilding as unknown:
        return RowError(one.row, LAYOUT.columns["building"], unknown.detail or unknown.title)
    if one.door.room and home_id(estate.id, one.door.label) not in held:
        return RowError(one.row, LAYOUT.columns["room"], f"小区里没有 {one.door.label}")
    return None


def _dump(estate: Estate, one: FactRow) -> dict[str, Any]:
    told = {
        "kind": one.kind.value,
        "title": one.title,
        "words": one.words,
        "source": one.source,
        "number": one.number,
        "happened_on": one.happened_on.isoformat(),
    }
    identity = rules.fact_id(estate.id, rules.scope_of(one.door), *told.values())
    return {"id": identity, "door": [one.door.building, one.door.unit, one.door.floor, one.door.room], **told}
