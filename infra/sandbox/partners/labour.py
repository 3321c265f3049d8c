"""The national platform for construction workers and two provinces' own, behind one exchange gateway.

A batch is taken at once, judged field by field, and its results are called back and can be asked for. One batch key is
one batch; one report key holds its highest revision. On the desk (`PUT /labour/desk`) a developer holds results back
(`hold`), lets them go again, or has a platform refuse trades that its own code list knows (`refused_trades`).
"""

import hashlib
import json
import time
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from werkzeug import Request, Response

from sandbox.callbacks import Callback
from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field
from sandbox.partners.identity import well_formed
from sandbox.partners.labour_codes import PLATFORMS, Field
from sandbox.signatures import RefusedError

NAME = "labour"
Json = dict[str, Any]


def take(world: World, request: Request, fault: Fault, platform: str) -> Response:
    """Take a batch once; the same key with another content is refused."""
    _known(platform)
    body = json_body(request)
    key, items = text_field(body, "batch_key", 40), body.get("items")
    if (
        not isinstance(items, list)
        or not 0 < len(items) <= 100
        or not all(isinstance(i, dict) for i in items)
    ):
        raise RefusedError(400, "items_invalid", "1 to 100 items")
    digest = hashlib.sha256(request.get_data()).hexdigest()
    batch: Json = {"key": key, "platform": platform, "digest": digest, "callback": body.get("callback_url"),
             "at": time.time(), "ticket": f"{platform}-{digest[:12]}", "results": []}  # fmt: skip
    if world.store.add("labour-batch", f"{platform}/{key}", batch):
        batch["results"] = [_judge(world, platform, item) for item in items]
        world.store.put("labour-batch", f"{platform}/{key}", batch)
        if not _desk(world)["hold"]:
            _call_back(world, batch, fault.duplicate_callback)
    elif (world.store.get("labour-batch", f"{platform}/{key}") or {}).get("digest") != digest:
        raise RefusedError(422, "batch_key_reused", "this batch key was another batch")
    return json_reply({"platform": platform, "batch_key": key, "ticket": batch["ticket"]}, 202)


def ask(world: World, request: Request, fault: Fault, platform: str) -> Response:
    """Answer what became of a batch; no results while they are held back."""
    batch = world.store.get("labour-batch", f"{platform}/{text_field(json_body(request), 'batch_key', 40)}")
    if batch is None:
        raise RefusedError(404, "batch_unknown", "no such batch")
    return json_reply(_receipt(batch, held=_desk(world)["hold"]))


def _known(platform: str) -> None:
    if platform not in PLATFORMS:
        raise RefusedError(404, "platform_unknown", f"platforms: {', '.join(PLATFORMS)}")


def _receipt(batch: Json, *, held: bool = False) -> Json:
    results = [] if held else batch["results"]
    return {
        "platform": batch["platform"],
        "batch_key": batch["key"],
        "ticket": batch["ticket"],
        "results": results,
    }


def _call_back(world: World, batch: Json, twice: bool) -> None:
    url = batch["callback"]
    if isinstance(url, str) and url.startswith(("http://", "https://")):
        world.callbacks.send(Callback(url, world.keys[NAME], _receipt(batch)), twice)


def _judge(world: World, platform: str, item: Json) -> Json:
    """One report's result; a revision that came before is answered as it was."""
    key, revision = str(item.get("key")), int(item.get("revision", 0))
    held = world.store.get("labour-report", f"{platform}/{key}")
    if held and held["revision"] >= revision:
        same: Json = (
            held["result"] if held["revision"] == revision else _refused("OUTDATED", "已有更新的版次")
        )
        return {**same, "key": key, "revision": revision}
    wrong = next(_wrongs(world, platform, item.get("objects")), None)
    receipt = (
        f"{platform}{time.strftime('%Y%m%d')}{hashlib.sha256(f'{key}/{revision}'.encode()).hexdigest()[:10]}"
    )
    result = _refused(*wrong) if wrong else {"accepted": True, "receipt": receipt.upper()}
    result |= {"key": key, "revision": revision}
    report = {"platform": platform, "key": key, "revision": revision, "objects": item.get("objects"),
              "result": result}  # fmt: skip
    world.store.put("labour-report", f"{platform}/{key}", report)
    return result


def _refused(code: str, message: str) -> Json:
    return {"accepted": False, "code": code, "message": message}


def _wrongs(world: World, platform: str, objects: object) -> Iterator[tuple[str, str]]:
    """What is wrong with a report's objects, the first thing first."""
    if not isinstance(objects, dict) or not objects:
        yield "OBJECT_MISSING", "没有数据对象"
        return
    for name, value in objects.items():
        fields = PLATFORMS[platform][1].get(name)
        if fields is None:
            yield "OBJECT_UNKNOWN", f"不认识的数据对象 {name}"
            return
        for one in value if isinstance(value, list) else [value]:
            yield from _object_wrongs(world, platform, name, fields, one)


def _object_wrongs(
    world: World, platform: str, name: str, fields: Mapping[str, Field], one: Json
) -> Iterator[tuple[str, str]]:
    for field in sorted(set(one) - set(fields)):
        yield "FIELD_UNKNOWN", f"{name}.{field} 不是标准字段"
    for field, rule in fields.items():
        value = one.get(field)
        if value is None:
            if not rule.optional:
                yield "FIELD_MISSING", f"{name}.{field} 没有填"
        elif not isinstance(value, str) or not _fits(world, rule, value):
            yield rule.word, f"{name}.{field} 的值不对"
        elif field.lower() == "worktype" and value in _desk(world)["refused_trades"].get(platform, ()):
            yield "CODE_SUSPENDED", f"{name}.{field}：工种 {value} 本平台已停用"


def _fits(world: World, rule: Field, value: str) -> bool:
    if not rule.secret:
        return rule.check(value)
    try:
        raw = b64decode(value, validate=True)
        key = hashlib.sha256(f"field|{world.keys[NAME].secret}".encode()).digest()
        return well_formed(AESGCM(key).decrypt(raw[:12], raw[12:], None).decode())
    except (ValueError, InvalidTag):
        return False


def _desk(world: World) -> Json:
    return {"hold": False, "refused_trades": {}, **(world.store.get("labour-desk", "desk") or {})}


def set_desk(world: World, request: Request, fault: Fault) -> Response:
    """Change the desk; letting results go calls back what was held."""
    given = json_body(request)
    before, after = _desk(world), _desk(world) | {k: v for k, v in given.items() if k in _desk(world)}
    world.store.put("labour-desk", "desk", after)
    if before["hold"] and not after["hold"]:
        for batch in world.store.newest("labour-batch", 500):
            _call_back(world, batch, twice=False)
    return json_reply(after)


def reports(world: World, request: Request, fault: Fault) -> Response:
    """Show what was received as JSON, newest first; `?key=` narrows."""
    key = request.args.get("key")
    found = world.store.newest("labour-report", 500)
    return json_reply({"items": [one for one in found if not key or one["key"] == key]})


def page(world: World, request: Request, fault: Fault) -> Response:
    """Show what was received, and the desk."""
    found = [
        {
            **one,
            "text": json.dumps(one["objects"], ensure_ascii=False, indent=1),
            "name": PLATFORMS[one["platform"]][0],
        }
        for one in world.store.newest("labour-report", 100)
    ]
    return page_reply("labour.html", reports=found, desk=_desk(world))


PARTNER = Partner(
    NAME,
    "建筑工人平台（全国、两省）",
    "/labour/",
    (
        Route("POST", "/labour/<platform>/batches", take, signed=True),
        Route("POST", "/labour/<platform>/batches/query", ask, signed=True),
        Route("PUT", "/labour/desk", set_desk, outside=False),
        Route("GET", "/labour/reports", reports, outside=False),
        Route("GET", "/labour/", page, outside=False),
    ),
)
