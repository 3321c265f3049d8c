"""A point that failed when a household inspected its own home, as the defect it is. Pure."""

import hashlib

from mashangban.domains.homes.rules.inspection import Inspection, statistics
from mashangban.domains.homes.terms import Category
from mashangban.kernel import ids

CATEGORIES = {
    "wall": Category.SURFACE,
    "floor": Category.SURFACE,
    "ceiling": Category.SURFACE,
    "window": Category.OPENING,
    "rail": Category.OPENING,
    "waterproof": Category.LEAK,
    "supply": Category.PLUMBING,
    "drain": Category.PLUMBING,
    "power": Category.ELECTRIC,
    "weak": Category.ELECTRIC,
    "detail": Category.SURFACE,
    "clean": Category.OTHER,
    "height": Category.OTHER,
    "span": Category.OTHER,
    "opening": Category.OTHER,
}


def defect_id(inspection_id: str, point: str) -> str:
    """One id for one point of a sheet: told twice it is the same defect."""
    digest = hashlib.sha256(f"{inspection_id}|{point}".encode()).digest()
    return ids.base32(int.from_bytes(digest[:17]), 26)


def words_of(sheet: Inspection, point: str) -> str:
    """What the household found, with what was asked."""
    item, entry = sheet.item_of(point), sheet.entries[point]
    counted = statistics(item, entry)
    measured = f"偏差{counted.deviation}毫米，极差{counted.spread}毫米" if counted else ""
    found = "；".join(part for part in (measured, entry.note) if part)
    return f"验房不合格：{item.label}（{item.how}）。{found}"
