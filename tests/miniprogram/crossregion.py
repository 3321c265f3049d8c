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
AFFAIR_ROW: Json = {
    "id": "af1", "title": "营业执照住所证明用什么", "host_name": "杭州市西湖区", "guest_names": ["济南市历下区"],
    "first": None, "last": None, "state": "open", "state_label": "进行中", "parts": 0, "made_at": TIMES[0],
}  # fmt: skip
POSTING_ROW: Json = {
    **AFFAIR_ROW, "id": "af2", "title": "到历下区窗口跟班", "first": "2026-11-20", "last": "2026-12-20",
}  # fmt: skip


def affair(world: World, one: str) -> Answer:
    """A question that one's own zone was asked; af2 is where one is sent."""
    said = world.heard.get("affair-part")
    sent = one == "af2"
    row = (POSTING_ROW if sent else AFFAIR_ROW) | ({"state": "done", "state_label": "已结束"} if said else {})
    part = {
        "number": 1, "zone_name": "济南市历下区", "text": said and said["text"], "source": said and said["source"],
        "owner": "", "owner_name": "", "due": None, "done_at": None, "at": TIMES[1], "mine": False,
    }  # fmt: skip
    return Answer(200, {
        "row": row, "alliance_id": "al1", "alliance_name": "三地通办联盟", "kind": "exchange" if sent else "advice",
        "kind_label": "人员交流" if sent else "专家咨询", "part_label": "小结" if sent else "答复",
        "text": "住所是租的，合同没备案，行不行？", "person": "张*国" if sent else "", "case_id": "",
        "zones": {"330106": "杭州市西湖区", "370102": "济南市历下区"}, "parts": [part] if said else [],
        "next_cursor": None, "writers": [] if said or sent else ["370102"], "host": "", "log": [],
    })  # fmt: skip


def answered(world: World, body: Json) -> Answer:
    world.heard["affair-part"] = body
    return Answer(200, {"id": "af1"})


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/crossregion/desk/alliances/al1/affairs", lambda w: page_of(AFFAIR_ROW)),
    ("GET", r"/v1/crossregion/desk/affairs/([^/]+)", affair),
    ("POST", r"/v1/crossregion/desk/affairs/([^/]+)/parts", lambda w, one, b: answered(w, b)),
    ("GET", r"/v1/crossregion/postings", lambda w: page_of(POSTING_ROW)),
    ("GET", r"/v1/crossregion/postings/([^/]+)", affair),
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
    "affairs": Screen("crossregion/pages/affairs/index", "营业执照住所证明用什么", ("county_officer",)),
    "affair": Screen("crossregion/pages/affair/index?id=af1", "写答复", ("county_officer",)),
    "posting": Screen("crossregion/pages/affair/index?id=af2&own=1", "派去的人"),
}
