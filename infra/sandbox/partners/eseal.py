"""The e-seal platform of a province: it keeps the seals that were filed with it and signs with them (GB/T 38540-2020).

A seal is filed once under the owner's reference; a signature is made once per key, the same key with another hash is
refused. Private keys never leave the platform. Its root is a sample (`eseal-root.pem`); its key is no secret.
"""

import base64
import threading
from functools import cache
from pathlib import Path
from typing import Any

from asn1crypto import pem
from werkzeug import Request, Response

from sandbox import seals, sm2
from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field
from sandbox.signatures import RefusedError

ROOT_FILE = Path(__file__).parents[1] / "eseal-root.pem"
SEAL_YEARS, SIGNER_YEARS = 2, 3
MOST_PICTURE = 200_000
_BENCH = threading.RLock()


def file_seal(world: World, request: Request, fault: Fault) -> Response:
    """File a seal: {"reference", "uscc", "name", "purpose", "picture", "width_mm", "height_mm"}; once per reference."""
    body = json_body(request)
    reference, uscc = text_field(body, "reference", 60), text_field(body, "uscc", 18)
    owner, purpose = text_field(body, "name", 60), text_field(body, "purpose", 30)
    with _BENCH:
        found = world.store.get("eseal", reference)
        if found is None:
            asked = seals.Asked(_number(world), f"{owner}{purpose}", _picture(body), *_size(body))
            found = _cut(world, asked, owner, uscc) | {"reference": reference, "state": "active"}
            world.store.put("eseal", reference, found)
    return json_reply({"es_id": found["es_id"], "state": found["state"]}, 201)


def sign(world: World, request: Request, fault: Fault) -> Response:
    """Sign a hash with a filed seal: {"key", "reference", "data_hash", "property_info"}, the hash SM3 in hex."""
    body = json_body(request)
    key, reference = text_field(body, "key", 100), text_field(body, "reference", 60)
    asked = {
        "reference": reference,
        "data_hash": _hash(body),
        "property_info": text_field(body, "property_info", 200),
    }
    with _BENCH:
        made = world.store.get("eseal-signature", key)
        if made is None:
            made = {"key": key, "asked": asked, "signature": _signature(world, asked)}
            world.store.put("eseal-signature", key, made)
    if made["asked"] != asked:
        raise RefusedError(422, "key_reused", "the key stands for another hash")
    return json_reply({"signature": made["signature"]}, 201)


def stop(world: World, request: Request, fault: Fault, reference: str) -> Response:
    """Suspend, revoke or let go on: {"state": "active" | "suspended" | "revoked"}."""
    state = json_body(request).get("state")
    if state not in ("active", "suspended", "revoked"):
        raise RefusedError(400, "state_invalid", "active, suspended or revoked")
    found = _seal(world, reference) | {"state": state}
    world.store.put("eseal", reference, found)
    return json_reply({"es_id": found["es_id"], "state": state})


def page(world: World, request: Request, fault: Fault) -> Response:
    """Show the filed seals and the newest signatures."""
    return page_reply(
        "eseal.html", seals=world.store.newest("eseal", 200), made=world.store.newest("eseal-signature", 100)
    )


@cache
def root() -> sm2.Holder:
    """The sample root: its key comes from a sentence that anybody may read."""
    sentence = "码上办沙箱电子印章根 样章".encode()
    certificate = pem.unarmor(ROOT_FILE.read_bytes())[2]
    return sm2.Holder(int.from_bytes(sm2.sm3(sentence), "big") % (sm2.N - 2) + 1, certificate)


def _cut(world: World, asked: seals.Asked, owner: str, uscc: str) -> dict[str, Any]:
    key = sm2.new_key()
    subject = {
        "country_name": "CN",
        "organization_name": owner,
        "common_name": asked.name,
        "serial_number": uscc,
    }
    signer = sm2.certificate(subject, key, root(), SIGNER_YEARS)
    made = seals.cut(asked, signer, _maker(world), SEAL_YEARS)
    return {
        "es_id": asked.es_id,
        "name": asked.name,
        "key": f"{key:x}",
        "certificate": _text(signer),
        "seal": _text(made),
    }


def _maker(world: World) -> sm2.Holder:
    found = world.store.get("eseal-maker", "1")
    if found is None:
        key = sm2.new_key()
        subject = {"country_name": "CN", "organization_name": "沙箱", "common_name": "沙箱电子印章制作 样章"}
        found = {"key": f"{key:x}", "certificate": _text(sm2.certificate(subject, key, root(), 10))}
        world.store.put("eseal-maker", "1", found)
    return sm2.Holder(int(found["key"], 16), base64.b64decode(found["certificate"]))


def _signature(world: World, asked: dict[str, Any]) -> str:
    found = _seal(world, asked["reference"])
    if found["state"] != "active":
        raise RefusedError(409, "seal_stopped", "the seal is suspended or revoked")
    signer = sm2.Holder(int(found["key"], 16), base64.b64decode(found["certificate"]))
    seal, data_hash = base64.b64decode(found["seal"]), bytes.fromhex(asked["data_hash"])
    return _text(seals.sign(seal, data_hash, asked["property_info"], signer))


def _seal(world: World, reference: str) -> dict[str, Any]:
    found = world.store.get("eseal", reference)
    if found is None:
        raise RefusedError(404, "seal_unknown", "no seal was filed under this reference")
    return found


def _number(world: World) -> str:
    count = (world.store.get("eseal-count", "1") or {"filed": 0})["filed"] + 1
    world.store.put("eseal-count", "1", {"filed": count})
    return f"3300000{count:07d}"


def _picture(body: dict[str, Any]) -> bytes:
    try:
        picture = base64.b64decode(text_field(body, "picture", MOST_PICTURE), validate=True)
    except ValueError as broken:
        raise RefusedError(400, "picture_invalid", "picture: a PNG in base64") from broken
    if not picture.startswith(b"\x89PNG"):
        raise RefusedError(400, "picture_invalid", "picture: a PNG in base64")
    return picture


def _size(body: dict[str, Any]) -> tuple[int, int]:
    width, height = body.get("width_mm"), body.get("height_mm")
    if not (isinstance(width, int) and isinstance(height, int) and 10 <= width <= 60 and 10 <= height <= 60):
        raise RefusedError(400, "size_invalid", "width_mm, height_mm: 10 to 60")
    return width, height


def _hash(body: dict[str, Any]) -> str:
    value = text_field(body, "data_hash", 64)
    if len(value) != 64 or any(one not in "0123456789abcdef" for one in value):
        raise RefusedError(400, "hash_invalid", "data_hash: SM3, 64 hex digits")
    return value


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


PARTNER = Partner(
    "eseal",
    "电子印章平台",
    "/eseal/",
    (
        Route("POST", "/eseal/seals", file_seal, signed=True),
        Route("POST", "/eseal/signatures", sign, signed=True),
        Route("PUT", "/eseal/seals/<reference>/state", stop, outside=False),
        Route("GET", "/eseal/", page, outside=False),
    ),
)
