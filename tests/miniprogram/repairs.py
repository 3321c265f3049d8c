"""What a unit has to repair, as the stand-in service answers."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.defects import STATES, defect_row, moved
from tests.miniprogram.homes import page_of
from tests.miniprogram.world import Answer, Json, World

REPAIR, VISITED = "r1", "r3"


def _row(one: str, due: str, label: str, late: bool) -> Json:
    state, said, _ = STATES[one]
    row = defect_row(one, state, said)
    return {**row, "due_at": due, "due_label": label, "overdue": late}


def repairs() -> Answer:
    """The one that is late stands last here: the page puts it first."""
    return page_of(
        _row(REPAIR, "2027-11-27T16:00:00Z", "上门查看：11月27日（周五）24:00前", False),
        _row(VISITED, "2026-11-20T16:00:00Z", "修好：11月20日（周五）24:00前", True),
    )


def put(world: World, one: str, act: str, body: Json) -> Answer:
    """What the phone said is kept, and the defect goes on."""
    world.heard[act] = body
    state, label, actions = {
        "appointment": ("appointed", "已约好上门", ["visit", "appoint", "repaired"]),
        "visit": ("visited", "已上门，等维修", ["repaired", "appoint"]),
        "repair": ("repaired", "说修好了，等您确认", []),
    }[act]
    return moved(world, one, state, label, *actions)


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/homes/repairs", lambda w: repairs()),
    ("POST", r"/v1/homes/defects/([^/]+)/(appointment|visit|repair)", put),
]
