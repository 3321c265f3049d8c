"""The treasury that pays subsidies: one order a key, a book for each province, a statement, money called back.

Account numbers plant what a developer wants to see: ending 0000 comes back as 账号户名不符, ending 0001 as 账户已销户.
Results are there at once, or `delay_ms` later (`PUT /treasury/settings`), and are called back.
"""

import threading
import time
import uuid
from typing import Any

from werkzeug import Request, Response

from sandbox.callbacks import Callback
from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field
from sandbox.signatures import RefusedError

RETURNS = {"0000": "账号户名不符", "0001": "账户已销户"}
_ASKED = ("key", "book", "name", "account", "bank", "amount_fen", "callback_url")
_CALLED_BACK = ("key", "payment", "amount_fen", "callback_url")
# One move of money at a time: books are read, changed and written back.
_LEDGER = threading.RLock()


def pay(world: World, request: Request, fault: Fault) -> Response:
    """Accept a payment once per key; the same key again answers the same and pays nothing."""
    body = json_body(request)
    key = text_field(body, "key", 100)
    for name in ("book", "name", "account", "bank"):
        text_field(body, name, 100)
    asked = {name: body.get(name) for name in _ASKED}
    with _LEDGER:
        _once(world, "treasury-payment", key, asked, {"state": "accepted", "settles_at": _settles_at(world)})
        _settle(world, key)
    _tell(world, "treasury-payment", key, fault)
    return json_reply(_view(world, "treasury-payment", key), 202)


def payment_query(world: World, request: Request, fault: Fault) -> Response:
    """Tell a payment by its key, whether or not its answer ever arrived."""
    key = text_field(json_body(request), "key", 100)
    _settle(world, key)
    return json_reply(_view(world, "treasury-payment", key))


def recover(world: World, request: Request, fault: Fault) -> Response:
    """Await money back for a payment, once per key."""
    body = json_body(request)
    key, payment = text_field(body, "key", 100), text_field(body, "payment", 100)
    with _LEDGER:
        paid = world.store.get("treasury-payment", payment)
        if paid is None or paid["state"] != "paid" or body.get("amount_fen") != paid["asked"]["amount_fen"]:
            raise RefusedError(409, "payment_not_paid", "only what was paid can be called back, whole")
        asked = {name: body.get(name) for name in _CALLED_BACK}
        _once(world, "treasury-recovery", key, asked, {"state": "awaited"})
    return json_reply(_view(world, "treasury-recovery", key), 202)


def recovery_query(world: World, request: Request, fault: Fault) -> Response:
    """Tell whether the money came back."""
    return json_reply(_view(world, "treasury-recovery", text_field(json_body(request), "key", 100)))


def statement(world: World, request: Request, fault: Fault) -> Response:
    """List a book's entries after a sequence number, the oldest first."""
    body = json_body(request)
    book, after = text_field(body, "book", 12), int(body.get("after", 0))
    entries = world.store.after(
        f"treasury-entry/{book}", f"{after:09d}", min(int(body.get("limit", 200)), 500)
    )
    return json_reply({"entries": entries})


def give_back(world: World, request: Request, fault: Fault, key: str) -> Response:
    """Return a payment that was made already, as banks do a day later: {"reason"}; calls back."""
    reason = text_field(json_body(request), "reason", 60)
    with _LEDGER:
        found = _get(world, "treasury-payment", key)
        if found["state"] != "paid":
            raise RefusedError(409, "payment_not_paid", "only what was paid can come back")
        _return(world, found, reason)
    _tell(world, "treasury-payment", key, fault)
    return json_reply(_view(world, "treasury-payment", key))


def receive(world: World, request: Request, fault: Fault, key: str) -> Response:
    """The enterprise has paid back what was called for; calls back."""
    with _LEDGER:
        found = _get(world, "treasury-recovery", key)
        if found["state"] == "awaited":
            world.store.put("treasury-recovery", key, found | {"state": "received"})
            book = _get(world, "treasury-payment", found["asked"]["payment"])["asked"]["book"]
            _book(world, book, "recovery", found["asked"]["amount_fen"], key)
    _tell(world, "treasury-recovery", key, fault)
    return json_reply(_view(world, "treasury-recovery", key))


def settings(world: World, request: Request, fault: Fault) -> Response:
    """Set how long results take: {"delay_ms"}."""
    delay = json_body(request).get("delay_ms")
    if not isinstance(delay, int) or not 0 <= delay <= 3_600_000:
        raise RefusedError(400, "delay_invalid", "delay_ms: 0 to 3600000")
    world.store.put("treasury-settings", "now", {"delay_ms": delay})
    return json_reply({"delay_ms": delay})


def page(world: World, request: Request, fault: Fault) -> Response:
    """Show the newest payments and what is called back."""
    return page_reply(
        "treasury.html",
        payments=world.store.newest("treasury-payment", 200),
        recoveries=world.store.newest("treasury-recovery", 200),
    )


def _once(world: World, kind: str, key: str, asked: dict[str, Any], more: dict[str, Any]) -> None:
    amount = asked["amount_fen"]
    if not isinstance(amount, int) or isinstance(amount, bool) or amount <= 0:
        raise RefusedError(400, "amount_invalid", "amount_fen: one fen or more")
    known = world.store.get(kind, key)
    if known is not None and known["asked"] != asked:
        raise RefusedError(422, "key_reused", "this key was another order")
    if known is None:
        first = {"key": key, "asked": asked, "reason": "", "reference": uuid.uuid4().hex}
        world.store.put(kind, key, first | more)


def _settles_at(world: World) -> float:
    delay: int = (world.store.get("treasury-settings", "now") or {}).get("delay_ms", 0)
    return time.time() + delay / 1000


def _settle(world: World, key: str) -> None:
    with _LEDGER:
        found = _get(world, "treasury-payment", key)
        if found["state"] != "accepted" or found["settles_at"] > time.time():
            return
        asked = found["asked"]
        _book(world, asked["book"], "payment", -asked["amount_fen"], key)
        world.store.put("treasury-payment", key, found | {"state": "paid"})
        reason = RETURNS.get(asked["account"][-4:])
        if reason:
            _return(world, found, reason)


def _return(world: World, found: dict[str, Any], reason: str) -> None:
    world.store.put("treasury-payment", found["key"], found | {"state": "returned", "reason": reason})
    _book(world, found["asked"]["book"], "return", found["asked"]["amount_fen"], found["key"])


def _book(world: World, book: str, kind: str, amount_fen: int, key: str) -> None:
    with _LEDGER:
        number = (world.store.get("treasury-book", book) or {"entries": 0})["entries"] + 1
        world.store.put("treasury-book", book, {"entries": number})
        entry = {
            "sequence": number,
            "kind": kind,
            "amount_fen": amount_fen,
            "key": key,
            "at": int(time.time()),
        }
        world.store.put(f"treasury-entry/{book}", f"{number:09d}", entry)


def _tell(world: World, kind: str, key: str, fault: Fault) -> None:
    found = _get(world, kind, key)
    url = found["asked"].get("callback_url")
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        return
    body = _seen(found)
    if fault.contradict_callback:
        lie = {"paid": "returned", "returned": "paid"}.get(found["state"], "paid")
        world.callbacks.send(Callback(url, world.keys["treasury"], {**body, "state": lie}))
    world.callbacks.send(Callback(url, world.keys["treasury"], body), fault.duplicate_callback)


def _get(world: World, kind: str, key: str) -> dict[str, Any]:
    found = world.store.get(kind, key)
    if found is None:
        raise RefusedError(404, "key_unknown", "no such order")
    return found


def _view(world: World, kind: str, key: str) -> dict[str, Any]:
    return _seen(_get(world, kind, key))


def _seen(found: dict[str, Any]) -> dict[str, Any]:
    shown = {name: found[name] for name in ("key", "state", "reason", "reference")}
    return shown | {"amount_fen": found["asked"]["amount_fen"]}


PARTNER = Partner(
    "treasury",
    "国库集中支付",
    "/treasury/",
    (
        Route("POST", "/treasury/payments", pay, signed=True),
        Route("POST", "/treasury/payments/query", payment_query, signed=True),
        Route("POST", "/treasury/recoveries", recover, signed=True),
        Route("POST", "/treasury/recoveries/query", recovery_query, signed=True),
        Route("POST", "/treasury/statements/query", statement, signed=True),
        Route("POST", "/treasury/payments/<key>/return", give_back, outside=False),
        Route("POST", "/treasury/recoveries/<key>/receipt", receive, outside=False),
        Route("PUT", "/treasury/settings", settings, outside=False),
        Route("GET", "/treasury/", page, outside=False),
    ),
)
