"""The side menu: what a room puts into `templates/menu.json`, shown to those whose roles may open it.

Entries are data, not code: a console function imports only its own room, yet every page shows the whole menu. A test
compares each entry's roles with the permission of the page it leads to.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mashangban.kernel.permissions import Principal, Role

ROOT = Path(__file__).parents[1]
AREAS = (
    "总览", "用工和考勤", "工资和欠薪", "交房和报修", "政策兑现", "办事和预约",
    "跨区域通办", "咨询和求助", "数据报送", "名录", "系统",
)  # fmt: skip
LOOKED_OVER = 20  # entries that one finds without folding any away


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of the menu. `area` is one of AREAS; lower `order` stands higher; pages `below` stand under it too.

    `waits` is a part of the first page that the room itself answers: what of it waits for whoever looks, or nothing.
    """

    area: str
    label: str
    href: str
    icon: str
    roles: frozenset[Role]
    order: int
    below: tuple[str, ...] = ()
    waits: str = ""


@dataclass(frozen=True, slots=True)
class MenuArea:
    """A heading with the entries below it."""

    label: str
    entries: tuple[MenuEntry, ...]

    def holds(self, href: str) -> bool:
        """Whether this entry stands here."""
        return any(one.href == href for one in self.entries)


@cache
def entries() -> tuple[MenuEntry, ...]:
    """Every entry of every room, in order."""
    rooms = ("*", "domains/*", "processes/*")
    files = sorted(file for room in rooms for file in ROOT.glob(f"{room}/templates/menu.json"))
    found = [_entry(one) for file in files for one in json.loads(file.read_text("utf-8"))]
    return tuple(sorted(found, key=lambda one: (AREAS.index(one.area), one.order, one.href)))


def menu_for(principal: Principal) -> tuple[MenuArea, ...]:
    """What this person may open, by area; empty areas are left out."""
    held = {grant.role for grant in principal.grants}
    mine = [one for one in entries() if one.roles & held]
    areas = ((label, tuple(one for one in mine if one.area == label)) for label in AREAS)
    return tuple(MenuArea(label, found) for label, found in areas if found)


def folds(shown: tuple[MenuArea, ...]) -> bool:
    """Whether there is more than one can look over: then only the area of the page one is on stands open."""
    return sum(len(area.entries) for area in shown) > LOOKED_OVER


def current(path: str) -> str:
    """The entry under which a page stands: the longest address that the path begins with; home only for itself."""
    here = path.rstrip("/")
    spots = {spot.rstrip("/"): one.href for one in entries() for spot in (one.href, *one.below)}
    fitting = [spot for spot in spots if here == spot or (spot != "/console" and here.startswith(spot + "/"))]
    return spots[max(fitting, key=len)] if fitting else ""


def _entry(given: dict[str, object]) -> MenuEntry:
    roles, below = given["roles"], given.get("below", [])
    if not isinstance(roles, list) or not isinstance(below, list) or given["area"] not in AREAS:
        raise ValueError(f"menu entry {given}: unknown area or no list of roles")
    return MenuEntry(
        area=str(given["area"]),
        label=str(given["label"]),
        href=str(given["href"]),
        icon=str(given["icon"]),
        roles=frozenset(Role(str(role)) for role in roles),
        order=int(str(given.get("order", 50))),
        below=tuple(map(str, below)),
        waits=str(given.get("waits", "")),
    )
