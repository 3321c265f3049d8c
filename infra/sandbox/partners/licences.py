"""A province's licence library 省电子证照库: which licences of a kind does a holder have?

An organisation is named by its 统一社会信用代码, a person by the SHA-256 of the id number: the number is never sent.
The library starts empty; `PUT /licences/holders/<holder>/<type>/<number>` enters or changes a licence, DELETE takes it
out.
"""

import hashlib
import re
from datetime import date
from typing import Any

from werkzeug import Request, Response

from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field
from sandbox.signatures import RefusedError

HOLDERS = {
    "organisation": re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}"),
    "person": re.compile(r"[0-9a-f]{64}"),
}
STATUSES = ("valid", "expired", "revoked")
FORMATS = ("ofd", "pdf")
_MOST = 500


def query(world: World, request: Request, fault: Fault) -> Response:
    """Answer a holder's licences of a type, those that count no more too: {"holder_kind", "holder", "type"}."""
    body = json_body(request)
    kind, holder = text_field(body, "holder_kind", 20), text_field(body, "holder", 64)
    if kind not in HOLDERS or not HOLDERS[kind].fullmatch(holder):
        raise RefusedError(400, "holder_invalid", "organisation: 18 characters; person: SHA-256 in hex")
    prefix = f"{holder}/{text_field(body, 'type', 60)}/"
    found = world.store.after("licence", prefix, _MOST)
    return json_reply({"licences": [one for one in found if _key(one).startswith(prefix)]})


def enter(
    world: World, request: Request, fault: Fault, holder: str, licence_type: str, number: str
) -> Response:
    """Put a licence into the library: {"holder_name", "issuer", "issued_on", "valid_until"?, "status"?, "format"?}."""
    body = json_body(request)
    kept = {
        "type": licence_type,
        "number": number,
        "holder": holder,
        "holder_name": text_field(body, "holder_name", 100),
        "issuer": text_field(body, "issuer", 100),
        "issued_on": _day(body.get("issued_on")),
        "valid_until": _day(body["valid_until"]) if body.get("valid_until") else None,
        "status": body.get("status", "valid"),
    }
    if kept["status"] not in STATUSES or body.get("format", "ofd") not in FORMATS:
        raise RefusedError(
            400, "licence_invalid", f"status: {', '.join(STATUSES)}; format: {', '.join(FORMATS)}"
        )
    copy = hashlib.sha256(f"sample copy of {holder}/{licence_type}/{number}".encode()).hexdigest()
    kept["copy"] = {"format": body.get("format", "ofd"), "sha256": copy}
    world.store.put("licence", _key(kept), kept)
    return json_reply(kept)


def remove(
    world: World, request: Request, fault: Fault, holder: str, licence_type: str, number: str
) -> Response:
    """Take a licence out of the library."""
    world.store.take("licence", f"{holder}/{licence_type}/{number}")
    return Response(status=204)


def page(world: World, request: Request, fault: Fault) -> Response:
    """Show the newest licences."""
    return page_reply("licences.html", licences=world.store.newest("licence", 200))


def _key(one: dict[str, Any]) -> str:
    return f"{one['holder']}/{one['type']}/{one['number']}"


def _day(text: object) -> str:
    try:
        return date.fromisoformat(str(text)).isoformat()
    except ValueError as wrong:
        raise RefusedError(400, "day_invalid", "days: 2026-01-31") from wrong


_ONE = "/licences/holders/<holder>/<licence_type>/<number>"
PARTNER = Partner(
    "licences",
    "省电子证照库",
    "/licences/",
    (
        Route("POST", "/licences/query", query, signed=True),
        Route("PUT", _ONE, enter, outside=False),
        Route("DELETE", _ONE, remove, outside=False),
        Route("GET", "/licences/", page, outside=False),
    ),
)
