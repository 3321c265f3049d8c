"""Matters that an office handles, as the stand-in service answers: one in each state, one begun from a guide."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.screen import Screen
from tests.miniprogram.world import TIMES, Answer, Json, World

_STATES = {
    "draft": "正在准备，还没提交", "submitted": "已提交，等受理", "supplement": "等本人补一次材料",
    "accepted": "已受理，正在办", "delivered": "结果已送达", "withdrawn": "本人不办了",
    "lapsed": "到期没补材料，算撤回",
}  # fmt: skip
_ACTS = {
    "draft": ["fill", "ask_check", "submit", "withdraw"], "submitted": ["withdraw"], "accepted": ["withdraw"],
    "supplement": ["supply", "withdraw"], "lapsed": ["again"],
    "delivered": ["rate"],
}  # fmt: skip
OFFER: Json = {
    "item_id": "gi1", "open": True, "deliveries": ["phone", "courier"],
    "asks": [
        {"key": "f1", "label": "店名", "kind": "text", "required": True, "hint": "", "choices": []},
        {"key": "f2", "label": "类别", "kind": "choice", "required": True, "hint": "", "choices": ["热食", "冷食"]},
        {"key": "f3", "label": "病史", "kind": "private", "required": False, "hint": "", "choices": []},
    ],
}  # fmt: skip


def row(one: str, state: str) -> Json:
    return {
        "id": one, "number": "BJ-20261126-7K3M9QTB-X", "item_id": "gi1", "name": "食品经营许可（餐饮服务）",
        "region_name": "浙江省杭州市西湖区", "state": state, "state_label": _STATES[state], "stage": "",
        "due_at": TIMES[1] if state in ("submitted", "accepted", "supplement") else None, "late": False,
        "made_at": TIMES[0],
    }  # fmt: skip


def entry(name: str, ways: list[str], how: str = "", fine: bool | None = None) -> Json:
    return {
        "name": name, "need_label": "必须有", "required": True, "licence": "营业执照" if "licence" in ways else "",
        "note": "", "how": how, "how_label": "用电子证照代替" if how else "还没有", "files": [], "because": "",
        "fine": fine, "why": "拍糊了，请重拍" if fine is False else "", "ways": ways,
    }  # fmt: skip


CLOCK: Json = {
    "kind": "matters.accept-1", "label": "受理", "state": "running", "state_label": "计时中", "overdue": False,
    "started_at": TIMES[0], "due_at": TIMES[1], "due_label": "12月3日（周四）24:00前", "estimated": False, "note": None,
    "pauses": [],
    "steps": [
        {"kind": "start", "first": "2026-11-26", "last": "2026-11-26", "text": "11月26日提交，当天不算", "source": "",
         "estimated": False}
    ],
}  # fmt: skip


def view(world: World, one: str) -> Json:
    state = world.handled[one]
    brought = "" if state == "draft" else "licence"
    asked = "健康证看不清，请重新拍一张" if state in ("supplement", "lapsed") else ""
    paper = {"kind": "receipt", "label": "收件凭证", "document_id": "d1", "ready": True, "failed": False}
    steps = [{"at": TIMES[0], "label": "提交", "by_label": "本人", "note": "", "hash": "a"}]
    checked = False if one == "ma2" else None
    return {
        "row": row(one, state), "applicant": "张*国", "department": "西湖区市场监督管理局", "phone": "0571-12345",
        "edition": 2, "days": 5, "result": "食品经营许可证", "asks": OFFER["asks"],
        "entries": [
            entry("营业执照", ["files", "licence"], brought),
            entry("从业人员健康证", ["files"], "", checked),
        ],
        "values": [{"key": ask["key"], "label": ask["label"], "value": "", "hidden": False} for ask in OFFER["asks"]],
        "gaps": [], "deliveries": OFFER["deliveries"], "delivery": "phone", "delivery_label": "发到手机", "address": "",
        "waybill": "", "check_asked": False, "checked": False, "asked": asked, "silent": False, "paused": "",
        "outcome_label": "办成了" if state == "delivered" else "", "reason": "", "results": [],
        "papers": [] if state == "draft" else [paper], "clocks": [] if state == "draft" else [CLOCK],
        "actions": [] if one in world.rated else _ACTS.get(state, []), "rating": world.rated.get(one), "talk_id": "",
        "log": steps,
    }  # fmt: skip


def done(world: World, one: str, state: str, body: Json | None = None, status: int = 200) -> Answer:
    if body is not None:
        world.heard["matter"] = body
    world.handled[one] = state
    told = row(one, state)
    return Answer(status, {name: told[name] for name in ("id", "number", "state", "state_label")})


def rate(world: World, one: str, body: Json) -> Answer:
    """A bad word waits for the office, as in the service."""
    world.rated[one] = body | {
        "stars_label": "", "at": TIMES[1], "open": body["stars"] <= 2,
        "answer": "", "answered_at": None, "returned": "",
    }  # fmt: skip
    return done(world, one, world.handled[one])


_ONE = r"/v1/matters/mine/([^/]+)"
ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/handling/items/gi1", lambda w: Answer(200, OFFER)),
    (
        "GET",
        r"/v1/handling/items/([^/]+)",
        lambda w, one: Answer(200, {**OFFER, "item_id": one, "open": False}),
    ),
    ("POST", r"/v1/handling/matters", lambda w, b: done(w, "ma9", "draft", b, 201)),
    ("POST", r"/v1/handling/matters/([^/]+)/again", lambda w, one, b: done(w, "ma9", "draft", status=201)),
    ("GET", r"/v1/matters/mine", lambda w: page_of(*(row(one, w.handled[one]) for one in w.handled))),
    ("GET", _ONE, lambda w, one: Answer(200, view(w, one))),
    ("PUT", _ONE + "/filling", lambda w, one, b: done(w, one, "draft", b)),
    ("POST", _ONE + "/check", lambda w, one, b: done(w, one, "draft")),
    ("POST", _ONE + "/submission", lambda w, one, b: done(w, one, "submitted", b)),
    ("POST", _ONE + "/supplement", lambda w, one, b: done(w, one, "submitted", b)),
    ("POST", _ONE + "/rating", lambda w, one, b: rate(w, one, b)),
    ("POST", _ONE + "/withdrawal", lambda w, one, b: done(w, one, "withdrawn")),
]

SCREENS = {
    "guide": Screen("guides/pages/item/index?id=gi1", "有电子版", signed_in=False),
    "guide-signed-in": Screen("guides/pages/item/index?id=gi1", "有变化告诉我"),
    "handled": Screen("matters/pages/mine/index", "食品经营许可"),
    "handled-fill": Screen("matters/pages/fill/index?id=ma1", "要填的内容"),
    "handled-mend": Screen("matters/pages/fill/index?id=ma2", "工作人员说"),
    "handled-submitted": Screen("matters/pages/matter/index?id=ma3", "办到哪一步"),
    "handled-supplement": Screen("matters/pages/matter/index?id=ma4", "要补的材料"),
    "handled-lapsed": Screen("matters/pages/matter/index?id=ma6", "到期没补的材料"),
    "handled-delivered": Screen("matters/pages/matter/index?id=ma5", "办成了"),
}
