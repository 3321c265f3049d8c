"""A kiosk's doors, as the stand-in service answers: registered, heard of, let in by a phone."""

from __future__ import annotations

from collections.abc import Callable

from tests.miniprogram.world import Answer, Json, World

KEY = {"id": "ki1", "key": "a" * 48}
SHOWN: Json = {
    "name": "1 号自助机", "hall_id": "ha1", "hall_name": "西湖区政务服务中心", "region": "330106", "on": True,
    "functions": ["guides", "packages", "booking", "agent", "ask", "wages", "contracts"], "paper": "roll",
    "voucher": "v",
}  # fmt: skip
ENDS = "2026-12-01T02:02:00.000Z"
SCAN = "0123456789abcdef01234567"


def beat(world: World, one: str, body: Json) -> Answer:
    if world.heard.get("gone"):
        return Answer(404, {"title": "", "status": 404, "code": "appointments.kiosk.unknown"})
    return Answer(200, {**SHOWN, "on": "off" not in world.heard})


def register(world: World, body: Json) -> Answer:
    world.heard["registered"] = body
    return Answer(201, KEY)


def ask(world: World, body: Json) -> Answer:
    return Answer(
        201,
        {
            "code": SCAN,
            "secret": "b" * 32,
            "link": f"https://m/j/s/{SCAN}",
            "ends_at": ENDS,
        },
    )


def enter(world: World, body: Json) -> Answer:
    if "let-in" not in world.heard:
        return Answer(409, {"title": "还没有在手机上确认", "status": 409, "code": "identity.scan.waiting"})
    world.expired = False
    return Answer(201, {
        "access_token": "a", "refresh_token": "r", "token_type": "Bearer", "expires_in": 900, "me": world.me,
    })  # fmt: skip


def let_in(world: World, code: str, body: Json) -> Answer:
    world.heard["let-in"] = {"code": code}
    return Answer(204)


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("POST", r"/v1/appointments/kiosk-registrations", register),
    ("POST", r"/v1/appointments/kiosks/([^/]+)/beats", beat),
    ("POST", r"/v1/identity/scans", ask),
    (
        "GET",
        r"/v1/identity/scans/([^/]+)",
        lambda w, code: Answer(200, {"label": "西湖区政务服务中心，1 号自助机", "ends_at": ENDS}),
    ),
    ("POST", r"/v1/identity/scans/([^/]+)/confirmation", let_in),
    ("POST", r"/v1/identity/sessions/scan", enter),
]
