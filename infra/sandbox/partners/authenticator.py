"""The authenticator app on a member of staff's own phone: shows the six digits of the moment (RFC 6238)."""

import base64
import hashlib
import hmac
import time

from werkzeug import Request, Response

from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field

STEP_SECONDS = 30


def code(secret: str, at: float) -> str:
    """The code of a base 32 secret at an instant."""
    step = int(at) // STEP_SECONDS
    digest = hmac.new(base64.b32decode(secret), step.to_bytes(8, "big"), hashlib.sha1).digest()
    offset = digest[-1] & 0x0F
    return f"{(int.from_bytes(digest[offset : offset + 4], 'big') & 0x7FFFFFFF) % 10**6:06d}"


def enter(world: World, request: Request, fault: Fault, account: str) -> Response:
    """Scan an account's secret, as one scans the QR of a real app."""
    body = json_body(request)
    entry = {
        "account": account,
        "secret": text_field(body, "secret", 64),
        "title": text_field(body, "title", 60),
    }
    world.store.put("authenticator", account, entry)
    return json_reply({"account": account})


def one(world: World, request: Request, fault: Fault, account: str) -> Response:
    """The code of one account and how long it is good for."""
    entry = world.store.get("authenticator", account)
    if entry is None:
        return json_reply({"error": "unknown account"}, 404)
    now = time.time()
    left = STEP_SECONDS - int(now) % STEP_SECONDS
    return json_reply({"account": account, "code": code(str(entry["secret"]), now), "seconds_left": left})


def page(world: World, request: Request, fault: Fault) -> Response:
    """All accounts with their codes."""
    now = time.time()
    entries = [
        {**entry, "code": code(str(entry["secret"]), now)}
        for entry in world.store.newest("authenticator", 100)
    ]
    left = STEP_SECONDS - int(now) % STEP_SECONDS
    return page_reply("authenticator.html", entries=entries, left=left)


PARTNER = Partner(
    "authenticator",
    "动态码",
    "/authenticator/",
    (
        Route("PUT", "/authenticator/accounts/<account>", enter, outside=False),
        Route("GET", "/authenticator/accounts/<account>", one, outside=False),
        Route("GET", "/authenticator/", page, outside=False),
    ),
)
