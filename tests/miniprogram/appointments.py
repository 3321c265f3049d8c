"""Appointments, as the stand-in service answers: a hall, a day with a free and a full slot, bookings of each state."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.homes import page_of
from tests.miniprogram.screen import Screen
from tests.miniprogram.world import TIMES, Answer, Json, World

HALL_ROW: Json = {
    "id": "ha1", "name": "西湖区政务服务中心", "region": "330106", "address": "文三路 1 号", "phone": "0571-12345",
    "latitude_e6": 30_270_000, "longitude_e6": 120_110_000,
}  # fmt: skip
NOW: Json = {"open": True, "until": "11:30:00", "inside": 3}
HALL: Json = {
    **HALL_ROW,
    "periods": [{"starts": "09:00:00", "ends": "09:30:00"}, {"starts": "09:30:00", "ends": "10:00:00"}],
    "matters": [
        {"code": "food", "name": "开办餐饮店", "quota": 8, "papers": ["身份证", "营业执照"], "online": "政务网上办"},
        {"code": "card", "name": "补办社保卡", "quota": 4, "papers": [], "online": ""},
    ],
    "counters": [{"name": "1号窗口", "matters": ["food", "card"], "open": True}],
}  # fmt: skip
NEARBY: list[Json] = [
    {
        **HALL_ROW,
        "id": "ha2",
        "name": "留下街道便民中心",
        "latitude_e6": 30_249_000,
        "now": {**NOW, "open": False, "until": None},
    },
    {**HALL_ROW, "now": NOW},
]
DAYS: list[Json] = [
    {"day": "2026-12-01", "opens": True, "why": "工作日"},
    {"day": "2026-12-02", "opens": False, "why": "系统升级"},
    {"day": "2026-12-03", "opens": True, "why": "工作日"},
]
STARTS, ENDS, UNTIL = "2026-12-01T01:00:00.000Z", "2026-12-01T01:30:00.000Z", "2026-11-30T06:30:00.000Z"
_LABELS = {
    "held": "待确认",
    "waiting": "候补排队中",
    "offered": "轮到您了，待确认",
    "booked": "已预约",
    "cancelled": "已取消",
}
_ACTS = {
    "held": ["confirm", "cancel"],
    "offered": ["confirm", "cancel"],
    "waiting": ["cancel"],
    "booked": ["code", "calendar", "papers", "cancel"],
}


def slot(start: str, label: str, left: int, waiting: int = 0, *, closed: bool = False) -> Json:
    return {
        "start": start, "label": label, "starts_at": STARTS, "ends_at": ENDS, "left": left, "waiting": waiting,
        "closed": closed,
    }  # fmt: skip


SLOTS = [
    slot("0830", "08:30-09:00", 2, closed=True),
    slot("0900", "09:00-09:30", 3),
    slot("0930", "09:30-10:00", 0, waiting=2),
]


def row(one: str, state: str) -> Json:
    return {
        "id": one, "number": "YY-20261126-7K3M9QTB-X", "hall_id": "ha1", "hall_name": HALL["name"],
        "matter_name": "开办餐饮店", "day": "2026-12-01", "starts_at": STARTS, "ends_at": ENDS, "state": state,
        "state_label": _LABELS[state], "until": UNTIL if state in ("held", "offered") else None,
    }  # fmt: skip


def view(world: World, one: str) -> Json:
    """bk1 is booked, bk2 is doubted by the agent, bk3 waits; bk9 is what was just made."""
    state = world.bookings[one]
    doubted = one == "bk2" and "kept" not in world.heard
    papers = [
        {"name": "身份证", "verdict": "fine", "verdict_label": "可以", "note": "", "photo": None},
        {
            "name": "营业执照",
            "verdict": "mend",
            "verdict_label": "要改",
            "note": "复印件要盖公章",
            "photo": None,
        },
    ]
    steps = [{"at": TIMES[0], "label": "占号", "by_label": "本人", "hash": "a"}]
    return {
        "row": row(one, state), "address": HALL["address"], "phone": HALL["phone"],
        "latitude_e6": HALL["latitude_e6"], "longitude_e6": HALL["longitude_e6"],
        "ahead": 2 if state == "waiting" else None, "late": False,
        "call": "giving_up" if doubted else "none", "call_label": "还没联系",
        "call_note": "电话里说不来" if doubted else "", "papers": papers if state == "booked" else [],
        "actions": [*_ACTS.get(state, []), *(["keep"] if doubted and state == "booked" else [])], "log": steps,
    }  # fmt: skip


def made(world: World, body: Json, state: str) -> Answer:
    world.heard["booking"], world.bookings["bk9"] = body, state
    return done(world, "bk9", state, 201)


def done(world: World, one: str, state: str, status: int = 200) -> Answer:
    world.bookings[one] = state
    told = row(one, state)
    return Answer(status, {name: told[name] for name in ("id", "number", "state", "state_label", "until")})


def kept(world: World, one: str) -> Answer:
    world.heard["kept"] = {"id": one}
    return done(world, one, "booked")


CODE: Json = {"code": "B" * 51, "valid_until": "2026-12-01T00:55:00.000Z"}
ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", r"/v1/appointments/halls", lambda w: page_of({**HALL_ROW, "now": NOW})),
    ("GET", r"/v1/appointments/nearby", lambda w: page_of(*NEARBY) if "far" not in w.heard else page_of()),
    ("GET", r"/v1/appointments/halls/ha1", lambda w: Answer(200, HALL)),
    ("GET", r"/v1/appointments/halls/ha1/now", lambda w: Answer(200, NOW)),
    ("GET", r"/v1/appointments/halls/ha1/days", lambda w: page_of(*DAYS)),
    ("GET", r"/v1/appointments/halls/ha1/slots", lambda w: page_of(*SLOTS)),
    (
        "GET",
        r"/v1/appointments/bookings",
        lambda w: page_of(*(row(one, w.bookings[one]) for one in w.bookings)),
    ),
    ("POST", r"/v1/appointments/halls/ha1/online", lambda w, b: Answer(200, {**b, "way": "政务网上办"})),
    ("POST", r"/v1/appointments/bookings", lambda w, b: made(w, b, "held")),
    ("POST", r"/v1/appointments/waits", lambda w, b: made(w, b, "waiting")),
    ("GET", r"/v1/appointments/bookings/([^/]+)", lambda w, one: Answer(200, view(w, one))),
    ("GET", r"/v1/appointments/bookings/([^/]+)/code", lambda w, one: Answer(200, CODE)),
    ("POST", r"/v1/appointments/bookings/([^/]+)/confirmation", lambda w, one, b: done(w, one, "booked")),
    ("POST", r"/v1/appointments/bookings/([^/]+)/cancellation", lambda w, one, b: done(w, one, "cancelled")),
    ("POST", r"/v1/appointments/bookings/([^/]+)/coming", lambda w, one, b: kept(w, one)),
]

SCREENS = {
    "halls": Screen("appointments/pages/halls/index", "开办餐饮店"),
    "halls-signed-out": Screen("appointments/pages/halls/index", "去哪里办", signed_in=False),
    "let-in": Screen("pages/let-in/index?code=0123456789abcdef01234567", "1 号自助机"),
    "kiosk-setup": Screen("appointments/pages/kiosk-setup/index", "把这台机器登记为自助机", signed_in=False),
    "near": Screen("appointments/pages/near/index", "看离您最近的大厅", signed_in=False),
    "hall": Screen("appointments/pages/hall/index?id=ha1", "办什么"),
    "hall-of-a-matter": Screen("appointments/pages/hall/index?id=ha1&matter=food", "哪天", signed_in=False),
    "booking": Screen("appointments/pages/booking/index?id=bk1", "复印件要盖公章"),
    "booking-doubted": Screen("appointments/pages/booking/index?id=bk2", "您还来吗"),
    "booking-waiting": Screen("appointments/pages/booking/index?id=bk3", "前面还有"),
    "booking-offered": Screen("appointments/pages/booking/index?id=bk4", "几点前确认"),
}
