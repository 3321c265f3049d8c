"""The sheet of an estate's homes: one row a door, in whatever words the builder's own list uses. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mashangban.domains.homes.rules.estate import Batch, Estate, HouseType
from mashangban.domains.homes.rules.home import Door
from mashangban.registry.rules.columns import Cells, Layout, RowError

LAYOUT = Layout(
    columns={
        "building": "楼栋",
        "unit": "单元",
        "floor": "楼层",
        "room": "室号",
        "house_type": "户型",
        "area": "建筑面积（平方米）",
        "rooms": "房间（用顿号隔开）",
        "batch": "交付批次",
        "planned_on": "计划交付日期",
        "accepted_on": "竣工验收合格日期",
    },
    required=("building", "room", "house_type"),
    other_names={
        **dict.fromkeys(("楼号", "幢号", "栋号", "幢", "楼", "楼幢"), "building"),
        **dict.fromkeys(("单元号",), "unit"),
        **dict.fromkeys(("层", "所在层", "层数", "楼层号"), "floor"),
        **dict.fromkeys(("房号", "房间号", "户号", "室", "门牌号"), "room"),
        **dict.fromkeys(("户型名称", "房型", "户型编号"), "house_type"),
        **dict.fromkeys(("面积", "建筑面积", "房屋面积", "预测面积", "实测面积"), "area"),
        **dict.fromkeys(("房间", "功能间", "房间组成"), "rooms"),
        **dict.fromkeys(("批次", "交付批"), "batch"),
        **dict.fromkeys(("交付日期", "计划交房日期", "交房日期"), "planned_on"),
        **dict.fromkeys(("验收日期", "竣工日期", "竣工验收日期"), "accepted_on"),
    },
)
_SUFFIXES = {
    "building": r"(号楼|栋楼|幢楼|号|栋|幢|楼|#|座)$",
    "unit": r"(单元|号单元|梯|#)$",
    "floor": r"(层|楼|F|f)$",
    "room": r"(室|号|房|户|#)$",
}
_PART = re.compile(r"[0-9A-Za-z一-鿿]{1,8}")
_DATE = re.compile(r"([0-9]{4})\D+([0-9]{1,2})\D+([0-9]{1,2})\D*")
_AREA = re.compile(r"([0-9]{1,5})(?:\.([0-9]{1,2})0*)?")
_MOST_ROOMS = 20


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One row, read."""

    row: int
    door: Door
    house_type: str
    area: int
    rooms: tuple[str, ...]
    batch: str
    planned_on: date | None
    accepted_on: date | None


def read(row: int, cells: Cells) -> HomeRow | list[RowError]:
    """One row's texts as a home, or everything that is wrong with it."""
    wrong: list[RowError] = []
    door = read_door(row, cells, wrong)
    house_type = cells.get("house_type", "")
    if not 1 <= len(house_type) <= 20:
        wrong.append(_wrong(row, "house_type", "户型要写 1 到 20 个字"))
    area = _area(row, cells.get("area", ""), wrong)
    rooms = _rooms(row, cells.get("rooms", ""), wrong)
    batch = cells.get("batch", "")
    if len(batch) > 20:
        wrong.append(_wrong(row, "batch", "交付批次最多 20 个字"))
    planned_on = read_date(row, "planned_on", cells, LAYOUT, wrong)
    accepted_on = read_date(row, "accepted_on", cells, LAYOUT, wrong)
    if (planned_on or accepted_on) and not batch:
        wrong.append(_wrong(row, "batch", "写了日期，也要写交付批次"))
    return wrong or HomeRow(row, door, house_type, area, rooms, batch, planned_on, accepted_on)


def read_door(row: int, cells: Cells, wrong: list[RowError]) -> Door:
    """The door of a row: 3号楼 / 2单元 / 1801室 is the same as 3 / 2 / 1801."""
    parts = {name: _part(name, cells.get(name, "")) for name in _SUFFIXES}
    for name, text in parts.items():
        if not text and name in ("building", "room"):
            wrong.append(_wrong(row, name, f"{LAYOUT.columns[name]}没有填"))
        elif text and not _PART.fullmatch(text):
            wrong.append(_wrong(row, name, f"“{text[:20]}”看不懂，只写号数，如 3、1801"))
    return Door(**parts)


def check(rows: Sequence[HomeRow], estate: Estate) -> list[RowError]:
    """What a whole sheet must satisfy beside each row: no door twice, each house type has one list of rooms."""
    wrong: list[RowError] = []
    counts = Counter(one.door.label for one in rows)
    for one in rows:
        if counts[one.door.label] > 1:
            times = counts[one.door.label]
            wrong.append(_wrong(one.row, "room", f"{one.door.label} 出现了{times}次，室号请写全，如 1801"))
    return wrong + _type_errors(rows, {one.name: one.rooms for one in estate.types}) + _batch_errors(rows)


def grown(estate: Estate, rows: Sequence[HomeRow]) -> Estate:
    """The estate with the house types and batches of a checked sheet; doors are counted apart."""
    types = {one.name: one for one in estate.types}
    batches = {one.name: one for one in estate.batches}
    for one in rows:
        held = types.get(one.house_type, HouseType(one.house_type, ()))
        types[one.house_type] = replace(held, rooms=one.rooms or held.rooms)
        if one.batch:
            before = batches.get(one.batch, Batch(one.batch))
            batches[one.batch] = Batch(
                one.batch, one.planned_on or before.planned_on, one.accepted_on or before.accepted_on
            )
    return replace(estate, types=tuple(types.values()), batches=tuple(batches.values()))


def read_date(row: int, name: str, cells: Cells, layout: Layout, wrong: list[RowError]) -> date | None:
    """2026-12-01, 2026/12/1, 2026年12月1日; None where nothing stands."""
    text = cells.get(name, "")
    found = _DATE.fullmatch(text)
    if not text:
        return None
    try:
        return date(*map(int, found.groups() if found else (0, 0, 0)))
    except ValueError:
        wrong.append(RowError(row, layout.columns[name], "日期看不懂，请写成 2026-12-01"))
        return None


def _type_errors(rows: Sequence[HomeRow], held: Mapping[str, tuple[str, ...]]) -> list[RowError]:
    known = dict(held)
    named: dict[str, tuple[str, ...]] = {}
    wrong = [
        _wrong(one.row, "rooms", f"户型{one.house_type}的房间和前面的行不一样")
        for one in rows
        if one.rooms and named.setdefault(one.house_type, one.rooms) != one.rooms
    ]
    known |= named
    for one in rows:
        if not known.get(one.house_type):
            wrong.append(_wrong(one.row, "rooms", f"户型{one.house_type}没有写房间，至少在一行里写上"))
            known[one.house_type] = ("",)
    return wrong


def _batch_errors(rows: Sequence[HomeRow]) -> list[RowError]:
    wrong: list[RowError] = []
    for name in ("planned_on", "accepted_on"):
        named: dict[str, date] = {}
        for one in rows:
            day = getattr(one, name)
            if day and named.setdefault(one.batch, day) != day:
                wrong.append(_wrong(one.row, name, f"批次{one.batch}的日期和前面的行不一样"))
    return wrong


def _part(name: str, text: str) -> str:
    flat = unicodedata.normalize("NFKC", text).replace(" ", "")
    return re.sub(_SUFFIXES[name], "", flat)


def _area(row: int, text: str, wrong: list[RowError]) -> int:
    flat = text.removesuffix("平方米").removesuffix("㎡").strip()
    found = _AREA.fullmatch(flat)
    if flat and not found:
        wrong.append(_wrong(row, "area", f"“{text[:20]}”不是面积，最多两位小数"))
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else 0


def _rooms(row: int, text: str, wrong: list[RowError]) -> tuple[str, ...]:
    rooms = tuple(dict.fromkeys(part.strip() for part in re.split(r"[、,，;；/]", text) if part.strip()))
    if len(rooms) > _MOST_ROOMS or any(len(one) > 12 for one in rooms):
        wrong.append(_wrong(row, "rooms", f"房间最多 {_MOST_ROOMS} 间，每间名字最多 12 个字"))
    return rooms


def _wrong(row: int, name: str, message: str) -> RowError:
    return RowError(row, LAYOUT.columns[name], message)
