"""Public areas, as the stand-in service answers: one estate, what others reported there, one's own report."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import PLAN, page_of
from tests.miniprogram.policies import REGIONS
from tests.miniprogram.world import TIMES, Answer, Json, World

AREA: Json = {
    "id": "pa1", "name": "西溪人才公寓", "address": "杭州市西湖区文一西路", "region": "330106",
    "handler_name": "杭州样例置业有限公司", "latitude_e6": 30_270_000, "longitude_e6": 120_110_000,
}  # fmt: skip
SERVICES: list[Json] = [
    {"code": "lift", "label": "电梯", "words": "电梯停运、异响、按钮失灵", "group": "设备", "days": 3},
    {"code": "lighting", "label": "公共照明", "words": "楼道、路灯、车库的灯不亮", "group": "设备", "days": 7},
]  # fmt: skip
COUNTIES: list[Json] = [{"code": "330106", "name": "西湖区", "children": []}]


def card(world: World, one: str) -> Json:
    """Another's promised repair, one's own that is said to be repaired, and what was just reported."""
    state, label = world.public.get(one) or ("accepted", "处理中")
    said = world.heard.get("public") if one == "pf9" else None
    return {
        "id": one, "number": "GQ-20261120-7K3M9QTB-X", "area_id": "pa1", "area_name": AREA["name"],
        "service_label": "电梯", "where": f"{AREA['name']} {said['where'] if said else '3号楼东侧电梯'}",
        "text": said["text"] if said else "电梯停运，请打***找我", "state": state, "state_label": label,
        "note": "配件已到，后天更换", "handler_name": AREA["handler_name"], "reported_at": TIMES[0],
        "updated_at": TIMES[1], "promised_on": "2026-11-28", "photos": [_photo(one)],
    }  # fmt: skip


def _photo(one: str) -> Json:
    return {
        "file_id": one,
        "filename": "lift.jpg",
        "content_type": "image/jpeg",
        "url": PLAN,
        "thumbnail_url": PLAN,
    }


def own(world: World, one: str) -> Answer:
    if one == "pf1":
        said = {"type": "about:blank", "title": "没有找到", "status": 404, "code": "http.not-found"}
        return Answer(404, {**said, "kept": "", "next": ""})
    shown = card(world, one)
    row = {
        **{key: shown[key] for key in ("id", "number", "area_name", "service_label", "state", "state_label")},
        "service": "lift", "address": shown["where"], "climb": "none", "climb_label": "", "wording": "held",
        "wording_label": "待审核", "reported_at": TIMES[0], "promised_on": shown["promised_on"],
    }  # fmt: skip
    steps = [
        {"at": TIMES[0], "label": "有人报修", "by_label": "报修人", "hash": "a"},
        {"at": TIMES[1], "label": "说修好了", "by_label": "办事员", "hash": "b"},
    ]
    fixed = shown["state"] == "fixed"
    return Answer(200, {
        "id": one, "row": row, "description": "电梯停运，请打13812345678找我", "media_url": None,
        "photos": shown["photos"], "note": shown["note"], "deadlines": [], "log": steps,
        "actions": ["reopen"] if fixed else [],
    })  # fmt: skip


def report(world: World, body: Json) -> Answer:
    world.heard["public"] = body
    world.public["pf9"] = ("reported", "待答复")
    number = "GQ-20261120-7K3M9QTB-X"
    return Answer(201, {"id": "pf9", "number": number, "state": "reported", "state_label": "待答复"})


def reopen(world: World, one: str) -> Answer:
    world.public[one] = ("accepted", "处理中")
    return Answer(200, {"id": one, "number": "", "state": "accepted", "state_label": "处理中"})


def regions(world: World) -> Answer:
    """Provinces with what lies below them, or the cities of one."""
    if world.queries["/v1/registry/regions"].get("within"):
        return page_of({"code": "3301", "name": "杭州市", "children": COUNTIES})
    return page_of(*REGIONS)


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/registry/regions", regions),
    ("GET", r"/v1/publicareas/areas", lambda w: page_of(AREA)),
    ("GET", r"/v1/publicareas/areas/pa1", lambda w: Answer(200, AREA)),
    ("GET", r"/v1/publicareas/areas/pa1/faults", lambda w: page_of(card(w, "pf1"))),
    ("GET", r"/v1/publicareas/services", lambda w: page_of(*SERVICES)),
    ("GET", r"/v1/publicareas/cards/([^/]+)", lambda w, one: Answer(200, card(w, one))),
    ("GET", r"/v1/publicareas/mine", lambda w: page_of(own(w, "pf2").body["row"])),
    ("GET", r"/v1/publicareas/faults/([^/]+)", own),
    ("POST", r"/v1/publicareas/faults", report),
    ("POST", r"/v1/publicareas/faults/([^/]+)/reopening", lambda w, one, b: reopen(w, one)),
]
