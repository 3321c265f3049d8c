"""Defects of a home, shared faults and a builder's promise, as the stand-in service answers."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import BUILDER, ESTATE, PLAN, cover, page_of
from tests.miniprogram.world import TIMES, Answer, Json, World


def defect_row(one: str = "d1", state: str = "repaired", label: str = "说修好了，等您确认") -> Json:
    """A defect in its home's list."""
    return {
        "id": one, "number": "BX-20261120-7K3M9QTB-X", "estate_name": ESTATE, "home_label": "3号楼-2单元-1801室",
        "room": "卫生间", "category": "leak", "category_label": "漏水、渗水、返潮", "severity": "urgent",
        "severity_label": "急：正在漏水、没电或有危险", "state": state, "state_label": label, "climb": "none",
        "climb_label": "未升级", "contractor": "杭州样例维修有限公司", "rejections": 1 if state == "repaired" else 0,
        "visit_at": TIMES[2], "issue_id": "g1" if one == "d4" else None, "reported_at": TIMES[0],
    }  # fmt: skip


STATES = {
    "d1": ("repaired", "说修好了，等您确认", ["confirm", "reject", "withdraw"]),
    "d2": ("disputed", "建设单位有异议", ["withdraw"]),
    "d3": ("confirmed", "住户确认修好", ["rate", "reopen"]),
    "d4": ("appointed", "已约好上门", ["confirm", "withdraw"]),
    "d5": ("closed", "监管部门已结案", []),
}
STATES |= {
    "r1": ("accepted", "已受理，等约上门", ["appoint", "visit", "repaired"]),
    "r2": ("appointed", "已约好上门", ["visit", "appoint", "repaired"]),
    "r3": ("visited", "已上门，等维修", ["repaired", "appoint"]),
}
_SAID = (
    ("住户报修", "住户", "墙角一直在滴水"),
    ("建设单位提出异议", "建设单位", "住户自己改过水管"),
    ("监管部门责令维修", "县区监管", "属于保修范围，请按期修好"),
)


def photo(one: str) -> Json:
    return {
        "file_id": one,
        "filename": "photo.jpg",
        "content_type": "image/jpeg",
        "url": PLAN,
        "thumbnail_url": PLAN,
    }


def defect(world: World, one: str) -> Json:
    """Each state in which its people do something else."""
    state, label, actions = world.defects.get(one) or STATES[one]
    steps = [{"at": at, "label": said, "by_label": who, "text": text, "hash": said}
             for at, (said, who, text) in zip(TIMES, _SAID, strict=False)]  # fmt: skip
    waits = state in ("disputed", "accepted", "appointed", "visited")
    return {
        "id": one, "row": defect_row(one, state, label), "home_id": "h1",
        "found": [photo("p3")] if state == "visited" else [],
        "text": "墙角一直在滴水",
        "photos": [photo("p1"), photo("p2")], "x": 0.62, "y": 0.7, "plan_url": PLAN,
        "warranty": cover("防渗漏", "第二项", "2031-10-01"), "order_by": "2026-12-20" if waits else None,
        "repair": None if state in ("disputed", "accepted", "visited") else {
            "before": [photo("p3")], "after": [photo("p4")], "at": TIMES[2]},
        "stars": 0, "reopen_until": "2027-12-20T02:00:00Z" if state == "confirmed" else None,
        "deadlines": [_CLOCK] if waits else [], "log": steps,
        "actions": actions,
    }  # fmt: skip


_CLOCK = {
    "kind": "homes.repair-0", "label": "修好", "state": "running", "state_label": "计时中", "overdue": False,
    "started_at": TIMES[0], "due_at": TIMES[3], "due_label": "12月8日（周二）24:00前", "estimated": False, "note": None,
    "pauses": [], "steps": [{"kind": "start", "first": "2026-11-23", "last": "2026-11-23", "text": "11月23日受理",
                             "source": "", "estimated": False}],
}  # fmt: skip


def moved(world: World, one: str, state: str, label: str, *actions: str) -> Answer:
    world.defects[one] = (state, label, list(actions))
    return Answer(200, {"id": one, "number": "BX-20261120-7K3M9QTB-X", "state": state, "state_label": label})


def report(world: World, body: Json) -> Answer:
    world.heard["report"] = body
    answer = moved(world, "d9", "reported", "等建设单位受理", "withdraw")
    return Answer(201, answer.body)


def likely(world: World) -> Json:
    """A neighbour's of an issue to join, and one's own."""
    base = {"category_label": "漏水、渗水、返潮", "reported_on": "2026-11-18", "score": 80}
    theirs = {**base, "id": None, "place": "3号楼2单元19层卫生间", "state_label": "已受理，等约上门", "own": False,
              "reasons": ["同一类问题：漏水、渗水、返潮", "正上方或正下方的一户", "相隔2天"],
              "issue_id": "g1"}  # fmt: skip
    mine = {**base, "id": "d1", "place": "您家卫生间", "state_label": "说修好了，等您确认", "own": True,
            "reasons": ["同一套房", "同样在卫生间"], "issue_id": None}  # fmt: skip
    return {"warranty": cover("防渗漏", "第二项", "2031-10-01"), "likely": [theirs, mine]}


ISSUE = {
    "id": "g1", "number": "GX-20261120-7K3M9QTB-X", "title": "3号楼卫生间立管渗漏", "category": "leak",
    "category_label": "漏水、渗水、返潮", "opened_at": TIMES[0],
}  # fmt: skip
_ISSUE_VIEW = {
    **ISSUE, "estate_name": ESTATE, "joined": 12, "open": 9, "confirmed": 3,
    "news": [{"at": TIMES[0], "text": "已约检测单位"}, {"at": TIMES[2], "text": "下周一统一更换立管"}],
}  # fmt: skip


def promise(builder: str) -> Json:
    """b0 has too few cases to say anything."""
    if builder == "b0":
        return {"builder_id": "b0", "builder_name": BUILDER["name"], "cases": 2, "answered": 1, "answered_percent": 50,
                "answer_hours": 3.0, "fixed": 0, "fixed_percent": 0, "fix_days": None, "again": 0, "again_percent": 0,
                "rated": 0, "stars": None}  # fmt: skip
    return {"builder_id": builder, "builder_name": BUILDER["name"], "cases": 128, "answered": 125,
            "answered_percent": 98, "answer_hours": 5.5,
            "fixed": 110, "fixed_percent": 86, "fix_days": 6.4, "again": 7, "again_percent": 5,
            "rated": 90, "stars": 4.3}  # fmt: skip


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    (
        "GET",
        r"/v1/homes/homes/[^/]+/defects",
        lambda w: page_of(*(defect_row(one, *STATES[one][:2]) for one in STATES if one[0] == "d")),
    ),
    ("POST", r"/v1/homes/homes/[^/]+/defects", report),
    ("GET", r"/v1/homes/homes/[^/]+/likely-defects", lambda w: Answer(200, likely(w))),
    ("GET", r"/v1/homes/defects/([^/]+)", lambda w, one: Answer(200, defect(w, one))),
    (
        "POST",
        r"/v1/homes/defects/([^/]+)/confirmation",
        lambda w, one, b: moved(w, one, "confirmed", "住户确认修好", "rate", "reopen"),
    ),
    (
        "POST",
        r"/v1/homes/defects/([^/]+)/rating",
        lambda w, one, b: moved(w, one, "confirmed", "住户确认修好", "reopen"),
    ),
    (
        "POST",
        r"/v1/homes/defects/([^/]+)/(?:rejection|reopening)",
        lambda w, one, b: moved(w, one, "rejected", "没修好，要重修", "confirm", "withdraw"),
    ),
    (
        "POST",
        r"/v1/homes/defects/([^/]+)/withdrawal",
        lambda w, one, b: moved(w, one, "withdrawn", "住户已撤回"),
    ),
    ("GET", r"/v1/homes/estates/[^/]+/issues", lambda w: page_of(ISSUE)),
    ("GET", r"/v1/homes/issues/[^/]+", lambda w: Answer(200, _ISSUE_VIEW)),
    (
        "POST",
        r"/v1/homes/issues/[^/]+/defects",
        lambda w, b: moved(w, b["defect_id"], "reported", "等建设单位受理", "withdraw"),
    ),
    ("GET", r"/v1/homes/builders/([^/]+)/promise", lambda w, one: Answer(200, promise(one))),
]
