"""A sheet of two rooms, as the stand-in service answers: batches are taken, what was changed by others comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.miniprogram.homes import PLAN, inspected, page_of
from tests.miniprogram.world import SHA, TIMES, Answer, Json, World

SHEET, FINISHED = "s1", "s2"
_LINES = (
    ("wall@客厅", "墙面", "不空鼓、不开裂、不起砂，阴阳角顺直", 0),
    ("height@客厅", "室内净高", "四角和中间各量一次", 5),
    ("wall@卧室", "墙面", "不空鼓、不开裂、不起砂，阴阳角顺直", 0),
)


def _point(point: str, item: str, how: str, measurements: int) -> Json:
    return {
        "point": point, "room": point.partition("@")[2], "item": item, "how": how,
        "source": "建质〔2009〕291号 住宅工程质量分户验收（K，条文待核）", "measurements": measurements,
        "tolerance": 20 if measurements else 0, "spread": 20 if measurements else 0, "verdict": None, "design": 0,
        "values": [], "deviation": None, "spread_found": None, "note": "", "photos": [], "pin": None, "revision": 0,
    }  # fmt: skip


def sheet(world: World, one: str) -> Json:
    """s1 is being filled in, s2 is finished and waits for signatures."""
    points = [{**_point(*line), **world.found.get(line[0], {})} for line in _LINES]
    if one == FINISHED:
        points = [{**point, "verdict": "pass", "revision": 1} for point in points]
    state = {FINISHED: ("finished", "等各方签字")}.get(one, ("open", "检查中"))
    party = {"name_masked": None, "unit": "杭州样例置业有限公司", "at": None}
    return {
        **inspected(one), "state": state[0], "state_label": state[1], "points": 3, "failed": 0,
        "done": sum(point["verdict"] is not None for point in points),
        "list_name": "住宅工程质量分户验收（浙江）", "plan_url": PLAN, "digest": SHA if one == FINISHED else None,
        "items": points, "signatures": [{**party, "capacity": "builder", "capacity_label": "建设单位"}],
        "document_id": None, "document_ready": False, "version": 1, "opened_at": TIMES[0],
    }  # fmt: skip


def enter(world: World, one: str, body: Json) -> Answer:
    """A batch as the service takes it: by the revision that the phone saw."""
    taken: list[str] = []
    conflicts: list[Json] = []
    for entry in body["entries"]:
        name = entry["point"]
        held: dict[str, Any] = world.found.get(name, {"revision": 0})
        if held["revision"] != entry["seen"]:
            conflicts.append(next(point for point in sheet(world, one)["items"] if point["point"] == name))
            continue
        given = {key: entry[key] for key in ("verdict", "design", "values", "note", "pin")}
        world.found[name] = {**given, "revision": held["revision"] + 1}
        taken.append(name)
    world.heard["entries"] = body
    return Answer(200, {"taken": taken, "conflicts": conflicts, "version": 2})


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/homes/inspections", lambda w: page_of({**inspected(SHEET), "state": "open", "done": 0})),
    ("GET", r"/v1/homes/inspections/(s\d)", lambda w, one: Answer(200, sheet(w, one))),
    ("POST", r"/v1/homes/inspections/([^/]+)/entries", enter),
    ("POST", r"/v1/homes/homes/[^/]+/inspections", lambda w, b: Answer(201, sheet(w, SHEET))),
]
