"""The sheet of an estate's homes: checked against what is there, written home by home."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from mashangban.domains.homes import events
from mashangban.domains.homes.repository import homes
from mashangban.domains.homes.rules import estate as rules
from mashangban.domains.homes.rules import homesheet
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.home import Door, Home, home_id
from mashangban.domains.homes.rules.homesheet import HomeRow
from mashangban.domains.homes.rules.imports import Checked
from mashangban.domains.homes.service import doors
from mashangban.domains.homes.terms import MOST_HOMES
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from mashangban.registry.rules.columns import Cells, RowError

LAYOUT = homesheet.LAYOUT


def check(estate: Estate, numbered: Sequence[tuple[int, Cells]]) -> Checked:
    """Every row and the sheet as a whole; a door that is there already is corrected, never made twice."""
    rows: list[HomeRow] = []
    wrong: list[RowError] = []
    for number, cells in numbered:
        read = homesheet.read(number, cells)
        if isinstance(read, HomeRow):
            rows.append(read)
        else:
            wrong += read
    wrong = wrong or homesheet.check(rows, estate)
    if estate.homes + len(rows) > MOST_HOMES:
        wrong.append(RowError(0, "", f"一个小区最多 {MOST_HOMES} 户"))
    if wrong:
        return Checked(errors=tuple(wrong))
    held = homes.many(home_id(estate.id, one.door.label) for one in rows)
    dumped = tuple(_dump(one, home_id(estate.id, one.door.label) not in held) for one in rows)
    created = sum(row["new"] for row in dumped)
    return Checked(rows=dumped, created=created, changed=len(dumped) - created)


def grow(estate: Estate, rows: Sequence[dict[str, Any]]) -> Estate:
    """House types, batches and new doors of a checked sheet."""
    read = [_load(row) for row in rows]
    fresh = [one.door for one, row in zip(read, rows, strict=True) if row["new"]]
    return rules.with_homes(homesheet.grown(estate, read), fresh)


def apply(act: Act, estate: Estate, row: dict[str, Any]) -> None:
    """Write one home; a second delivery of the same row changes nothing."""
    one = _load(row)
    identity = home_id(estate.id, one.door.label)
    held = homes.many([identity]).get(identity)
    if held is None:
        new = _new(estate, identity, one)
        try:
            homes.create(act, new, following(act, events.HOME_REGISTERED, new, Role.SYSTEM))
        except Stale:
            return  # the same row came twice at once
        return
    after = replace(
        held,
        door=replace(held.door, floor=one.door.floor or held.door.floor),
        house_type=one.house_type,
        area=one.area or held.area,
        batch=one.batch or held.batch,
    )
    if after != held:
        event = following(act, events.HOME_CHANGED, held, Role.SYSTEM, {"import": estate.applying})
        homes.change(act, held, after, event)


def _new(estate: Estate, identity: str, one: HomeRow) -> Home:
    return Home(
        id=identity,
        estate_id=estate.id,
        estate_name=estate.name,
        region=estate.region,
        builder_id=estate.builder.id,
        door=one.door,
        house_type=one.house_type,
        area=one.area,
        batch=one.batch,
        code_body=doors.body_of(identity, 1),
    )


def _dump(one: HomeRow, new: bool) -> dict[str, Any]:
    days = [day.isoformat() if day else None for day in (one.planned_on, one.accepted_on)]
    door = [one.door.building, one.door.unit, one.door.floor, one.door.room]
    return {
        "row": one.row, "door": door, "type": one.house_type, "area": one.area, "rooms": list(one.rooms),
        "batch": one.batch, "days": days, "new": new,
    }  # fmt: skip


def _load(row: dict[str, Any]) -> HomeRow:
    planned, accepted = (date.fromisoformat(day) if day else None for day in row["days"])
    return HomeRow(
        row["row"],
        Door(*row["door"]),
        row["type"],
        row["area"],
        tuple(row["rooms"]),
        row["batch"],
        planned,
        accepted,
    )
