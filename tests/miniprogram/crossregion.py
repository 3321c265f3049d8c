"""Matters across regions, as the stand-in service answers: an alliance with two items, cases of each kind."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.screen import Screen
from tests.miniprogram.world import SHA, TIMES, Answer, Json, World

_ZONES = [("330106", "浙江省杭州市西湖区"), ("370102", "山东省济南市历下区"), ("3205", "江苏省苏州市")]
ALLIANCE: Json = {
    "id": "al1", "name": "三地通办联盟", "lead_name": _ZONES[0][1], "lead": "330106", "agreement_number": "通办1号",
    "signed_on": "2026-03-01", "batches": 1,
    "zones": [{"region": code, "name": name, "joined_on": "2026-03-01", "left_on": None} for code, name in _ZONES],
}  # fmt: skip

_ROW = {name: ALLIANCE[name] for name in ("id", "name", "lead_name")}


def item(code: str, name: str, modes: dict[str, str]) -> Json:
    return {
        "alliance_id": "al1", "code": code, "batch": 1, "edition": 1,
        "standard": {
            "name": name, "modes": list(modes), "mode_labels": list(modes.values()),
            "zones": [one for one, _ in _ZONES], "zone_names": [one for _, one in _ZONES],
            "papers": ["登记申请书", "住所证明"], "days": 3, "result": "营业执照",
        },
    }  # fmt: skip


SHOP = item("TB-001", "企业设立登记", {"online": "全程网办", "on_behalf": "代收代办", "together": "多地联办"})
CARD = item("TB-005", "社会保障卡补领", {"online": "全程网办"})
_STATES = {
    "moving": "材料在路上", "missing": "有缺页，等补上", "supplement": "等本人补一次材料",
    "returning": "已办结，结果送回中", "delivered": "结果已收到", "withdrawn": "本人撤回", "offered": "已提交，等收下",
}  # fmt: skip
_ACTS = {
    "moving": ["withdraw"], "missing": ["put_right", "withdraw"], "supplement": ["supply", "withdraw"],
    "returning": ["receive"], "offered": ["withdraw"],
}  # fmt: skip


def row(one: str, state: str) -> Json:
    charge = {"moving": _ZONES[1][1], "missing": "本人", "supplement": "本人", "returning": "本人"}
    return {
        "id": one, "number": "KS-20261126-7K3M9QTB-X", "name": "企业设立登记", "mode_label": "代收代办",
        "window_name": _ZONES[0][1], "home_name": _ZONES[1][1], "state": state, "state_label": _STATES[state],
        "charge_name": charge.get(state, ""), "due_at": TIMES[1] if state == "moving" else None,
        "late_name": _ZONES[1][1] if state == "moving" else "", "made_at": TIMES[0],
    }  # fmt: skip


def sheet(number: int, name: str, holder: str, state: str = "here", *, result: bool = False) -> Json:
    labels = {"here": "在", "moving": "在路上", "missing": "缺页", "differs": "与清单不一致"}
    names = {**dict(_ZONES), "person": "本人"}
    return {
        "number": number, "name": name, "paper": False, "result": result, "sha256": SHA, "state": state,
        "state_label": labels[state], "holder": holder, "holder_name": names[holder], "link": None,
    }  # fmt: skip


def view(world: World, one: str) -> Json:
    state = world.crossings[one]
    sheets = [
        sheet(1, "登记申请书", "370102"),
        sheet(
            2,
            "住所证明",
            "person" if state == "missing" else "370102",
            "differs" if state == "missing" else "here",
        ),
    ]
    if state in ("returning", "delivered"):
        there = state == "delivered"
        sheets.append(
            sheet(3, "营业执照", "person" if there else "370102", "here" if there else "moving", result=True)
        )
    steps = [
        {"at": TIMES[0], "label": "本人提交", "by_label": "本人", "note": "", "hash": "a"},
        {
            "at": TIMES[1], "label": "交出", "by_label": "县区监管", "hash": "b",
            "note": "浙江省杭州市西湖区 → 山东省济南市历下区，第1、2页，邮政速递 EX1",
        },
    ]  # fmt: skip
    link = {
        "number": 1, "sender_name": _ZONES[0][1], "receiver_name": _ZONES[1][1], "pages": [1, 2], "digest": SHA,
        "carrier_label": "快递", "courier": "邮政速递", "waybill": "EX1", "offered_at": TIMES[1], "received_at": None,
        "missing": [], "differing": [], "named": "", "note": "",
    }  # fmt: skip
    return {
        "row": row(one, state), "side": "person", "side_label": "本人", "person": "王*明", "digest": SHA,
        "sheets": sheets, "handovers": [link], "parts": [],
        "asked": "请补一份房东的身份证" if state == "supplement" else "",
        "outcome_label": "办成了" if state in ("returning", "delivered") else "", "reason": "", "clocks": [],
        "actions": _ACTS.get(state, []), "receivers": [], "log": steps,
    }  # fmt: skip


def done(world: World, one: str, state: str, body: Json, status: int = 200) -> Answer:
    world.heard["crossing"], world.crossings[one] = body, state
    told = row(one, state)
    return Answer(status, {name: told[name] for name in ("id", "number", "state", "state_label")})


WINDOW: Json = {
    "name": "西湖区通办窗口",
    "address": "文三路 1 号",
    "phone": "0571-12345",
    "hours": "工作日 9:00-17:00",
}
ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    (
        "GET",
        r"/v1/crossregion/alliances",
        lambda w: page_of({name: ALLIANCE[name] for name in ("id", "name", "lead_name")}),
    ),
    ("GET", r"/v1/crossregion/alliances/al1", lambda w: Answer(200, ALLIANCE)),
    ("GET", r"/v1/crossregion/alliances/al1/items", lambda w: page_of(SHOP, CARD)),
    ("GET", r"/v1/crossregion/alliances/al1/items/TB-001", lambda w: Answer(200, SHOP)),
    (
        "GET",
        r"/v1/crossregion/cases",
        lambda w: page_of(*(row(one, w.crossings[one]) for one in w.crossings)),
    ),
    ("GET", r"/v1/crossregion/windows/([^/]+)", lambda w, one: Answer(200, {**WINDOW, "region": one})),
    ("POST", r"/v1/crossregion/wishes", lambda w, b: Answer(201, {"what": b["what"]})),
    ("POST", r"/v1/crossregion/cases", lambda w, b: done(w, "cr9", "offered", b, 201)),
    ("GET", r"/v1/crossregion/cases/([^/]+)", lambda w, one: Answer(200, view(w, one))),
    (
        "GET",
        r"/v1/crossregion/cases/([^/]+)/receipt",
        lambda w, one: Answer(200, {"format": "mashangban-receipt/1"}),
    ),
    ("POST", r"/v1/crossregion/cases/([^/]+)/pages", lambda w, one, b: done(w, one, "moving", b)),
    ("POST", r"/v1/crossregion/cases/([^/]+)/supplement", lambda w, one, b: done(w, one, "moving", b)),
    ("POST", r"/v1/crossregion/cases/([^/]+)/withdrawal", lambda w, one, b: done(w, one, "withdrawn", b)),
    ("POST", r"/v1/crossregion/cases/([^/]+)/custody", lambda w, one, b: done(w, one, "delivered", b)),
]

SCREENS = {
    "crossings": Screen("crossregion/pages/mine/index", "企业设立登记"),
    "crossing-apply": Screen(
        "crossregion/pages/apply/index?alliance=al1&code=TB-001&home=370102", "要交的材料"
    ),
    "crossing": Screen("crossregion/pages/case/index?id=cr1", "材料到哪了"),
    "crossing-missing": Screen("crossregion/pages/case/index?id=cr2", "有页要补"),
    "crossing-supplement": Screen("crossregion/pages/case/index?id=cr3", "要补的材料"),
    "crossing-returning": Screen("crossregion/pages/case/index?id=cr4", "签收结果"),
}
