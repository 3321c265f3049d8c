"""The bank that keeps wage accounts: balances, batch payments, results line by line, a statement.

An order is accepted whole or not at all, once per key; each of its lines is paid once, whatever order names it. Card
numbers plant what a developer wants to see: ending 0000 comes back as 账号户名不符, ending 0001 as 账户已销户.
Results are there at once, or `delay_ms` later (`PUT /bank/settings`), and are called back.
"""

import threading
import time
import uuid
from typing import Any

from werkzeug import Request, Response
from werkzeug.utils import redirect

from sandbox.callbacks import Callback
from sandbox.faults import Fault
from sandbox.partner import Partner, Route, World, json_body, json_reply, page_reply, text_field
from sandbox.partners import bank_cards
from sandbox.signatures import RefusedError

RETURNS = {"0000": "账号户名不符", "0001": "账户已销户"}
MOST_LINES = 1000
# One move of money at a time: balances are read, changed and written back.
_LEDGER = threading.RLock()


def account_query(world: World, request: Request, fault: Fault) -> Response:
    """Tell an account's balance. The bank opens it when it is first asked about, under the name given."""
    body = json_body(request)
    number, name = text_field(body, "account", 40), text_field(body, "name", 100)
    with _LEDGER:
        opened = {"account": number, "name": name, "balance_fen": 0, "entries": 0}
        world.store.add("bank-account", number, opened)
        account = _account(world, number)
    if account["name"] != name:
        raise RefusedError(409, "name_mismatch", "the account belongs to somebody else")
    return json_reply({"account": number, "balance_fen": account["balance_fen"], "at": int(time.time())})


def order(world: World, request: Request, fault: Fault) -> Response:
    """Accept a batch of payments once per key; the same key again answers the same and pays nothing."""
    body = json_body(request)
    with _LEDGER:
        known = world.store.get("bank-order", text_field(body, "key", 100))
        if known is None:
            _accept(world, _checked(world, body))
        elif known["asked"] != {name: body.get(name) for name in known["asked"]}:
            raise RefusedError(422, "order_key_reused", "this key was another order")
    _results(world, str(body["key"]), fault)
    return json_reply({"key": body["key"], "state": "accepted"}, 202)


def order_query(world: World, request: Request, fault: Fault) -> Response:
    """Tell an order by its key with the state of each line, whether or not its answer ever arrived."""
    key = text_field(json_body(request), "key", 100)
    found = world.store.get("bank-order", key)
    if found is None:
        raise RefusedError(404, "order_unknown", "no such order")
    _settle(world, found)
    lines = [_line_view(world, line["key"]) for line in found["asked"]["lines"]]
    return json_reply({"key": key, "account": found["asked"]["account"], "lines": lines})


def statement(world: World, request: Request, fault: Fault) -> Response:
    """List an account's entries after a sequence number, the oldest first."""
    body = json_body(request)
    number, after = text_field(body, "account", 40), int(body.get("after", 0))
    account = _account(world, number)
    entries = world.store.after(f"bank-entry/{number}", f"{after:09d}", min(int(body.get("limit", 200)), 500))
    return json_reply({"entries": entries, "balance_fen": account["balance_fen"], "at": int(time.time())})


def _account(world: World, number: str) -> dict[str, Any]:
    found = world.store.get("bank-account", number)
    if found is None:
        raise RefusedError(404, "account_unknown", "no such account")
    return found


def _checked(world: World, body: dict[str, Any]) -> dict[str, Any]:
    names = ("key", "account", "total_fen", "lines", "callback_url")
    asked = {name: body.get(name) for name in names}
    lines = body.get("lines")
    if not isinstance(lines, list) or not 0 < len(lines) <= MOST_LINES:
        raise RefusedError(400, "lines_invalid", f"1 to {MOST_LINES} lines")
    for line in lines:
        text_field(line, "key", 100), text_field(line, "name", 60), text_field(line, "card", 19)
        if not isinstance(line.get("amount_fen"), int) or line["amount_fen"] <= 0:
            raise RefusedError(400, "amount_invalid", "a line pays one fen or more")
        if world.store.get("bank-line", line["key"]) is not None:
            raise RefusedError(409, "line_known", "this line was in another order")
    total = sum(line["amount_fen"] for line in lines)
    if total != body.get("total_fen") or len({line["key"] for line in lines}) != len(lines):
        raise RefusedError(400, "total_mismatch", "the sum of the lines is another, or a line stands twice")
    if _account(world, text_field(body, "account", 40))["balance_fen"] < total:
        raise RefusedError(409, "insufficient_balance", "nothing was paid")
    return asked


def _accept(world: World, asked: dict[str, Any]) -> None:
    settles_at = time.time() + (world.store.get("bank-settings", "now") or {}).get("delay_ms", 0) / 1000
    for line in asked["lines"]:
        paying = {
            **line,
            "order": asked["key"],
            "state": "accepted",
            "reason": "",
            "reference": uuid.uuid4().hex,
        }
        world.store.put("bank-line", line["key"], paying)
        _book(world, asked["account"], -line["amount_fen"], "payment", line["key"])
    world.store.put("bank-order", asked["key"], {"asked": asked, "at": time.time(), "settles_at": settles_at})


def _book(world: World, number: str, amount_fen: int, kind: str, key: str, note: str = "") -> None:
    with _LEDGER:
        account = _account(world, number)
        account["balance_fen"] += amount_fen
        account["entries"] += 1
        world.store.put("bank-account", number, account)
        entry = {
            "sequence": account["entries"],
            "kind": kind,
            "amount_fen": amount_fen,
            "key": key,
            "note": note,
            "balance_fen": account["balance_fen"],
            "at": int(time.time()),
        }
        world.store.put(f"bank-entry/{number}", f"{account['entries']:09d}", entry)


def _results(world: World, key: str, fault: Fault) -> None:
    """Settle and call back, now or when the delay is over."""
    found = world.store.get("bank-order", key) or {}

    def tell() -> None:
        _settle(world, found)
        _call_back(world, found, fault)

    wait = found["settles_at"] - time.time()
    if wait <= 0:
        tell()
        return
    timer = threading.Timer(wait, tell)
    timer.daemon = True
    timer.start()


def _settle(world: World, found: dict[str, Any]) -> None:
    if found["settles_at"] > time.time():
        return
    with _LEDGER:
        for asked in found["asked"]["lines"]:
            line = world.store.get("bank-line", asked["key"]) or {}
            if line["state"] == "accepted":
                reason = RETURNS.get(line["card"][-4:])
                _conclude(world, found, line, reason)


def _conclude(world: World, found: dict[str, Any], line: dict[str, Any], reason: str | None) -> None:
    line |= {
        "state": "returned" if reason else "paid",
        "reason": reason or "",
        "settled_at": int(time.time()),
    }
    world.store.put("bank-line", line["key"], line)
    if reason:
        _book(world, found["asked"]["account"], line["amount_fen"], "return", line["key"], reason)


def _call_back(world: World, found: dict[str, Any], fault: Fault) -> None:
    url = found["asked"].get("callback_url")
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        return
    lines = [_line_view(world, line["key"]) for line in found["asked"]["lines"]]
    body = {"key": found["asked"]["key"], "lines": lines}
    if fault.contradict_callback:
        swap = {"paid": "returned", "returned": "paid"}
        lies = [{**line, "state": swap.get(line["state"], "paid")} for line in lines]
        world.callbacks.send(Callback(url, world.keys["bank"], {**body, "lines": lies}))
    world.callbacks.send(Callback(url, world.keys["bank"], body), fault.duplicate_callback)


def _line_view(world: World, key: str) -> dict[str, Any]:
    line = world.store.get("bank-line", key) or {}
    shown = ("key", "state", "amount_fen", "reason", "reference")
    return {name: line.get(name) for name in shown}


def fund(world: World, request: Request, fault: Fault, number: str) -> Response:
    """Put money into an account, as the owner 建设单位 does: {"amount_fen"}."""
    amount = json_body(request).get("amount_fen")
    if not isinstance(amount, int) or amount <= 0:
        raise RefusedError(400, "amount_invalid", "amount_fen: one fen or more")
    _book(world, number, amount, "funding", "", "人工费用拨付")
    return json_reply(_account(world, number))


def fund_from_page(world: World, request: Request, fault: Fault, number: str) -> Response:
    """The same from the page's form, in yuan."""
    yuan = text_field(request.form, "yuan", 12)
    if not yuan.isascii() or not yuan.isdecimal() or int(yuan) < 1:
        raise RefusedError(400, "amount_invalid", "whole yuan, one or more")
    _book(world, number, int(yuan) * 100, "funding", "", "人工费用拨付")
    return redirect("/bank/", 303)


def give_back(world: World, request: Request, fault: Fault, key: str) -> Response:
    """Return a line that was paid already, as banks do a day later: {"reason"}; calls back."""
    reason = text_field(json_body(request), "reason", 60)
    line = world.store.get("bank-line", key)
    if line is None or line["state"] != "paid":
        raise RefusedError(409, "line_not_paid", "only what was paid can come back")
    found = world.store.get("bank-order", line["order"]) or {}
    with _LEDGER:
        _conclude(world, found, line, reason)
    _call_back(world, found, fault)
    return json_reply(_line_view(world, key))


def settings(world: World, request: Request, fault: Fault) -> Response:
    """Set how long results take: {"delay_ms"}."""
    delay = json_body(request).get("delay_ms")
    if not isinstance(delay, int) or not 0 <= delay <= 3_600_000:
        raise RefusedError(400, "delay_invalid", "delay_ms: 0 to 3600000")
    world.store.put("bank-settings", "now", {"delay_ms": delay})
    return json_reply({"delay_ms": delay})


def page(world: World, request: Request, fault: Fault) -> Response:
    """Show accounts with a way to fund them, and the newest payments."""
    return page_reply(
        "bank.html",
        accounts=world.store.newest("bank-account", 200),
        lines=world.store.newest("bank-line", 200),
        settings=world.store.get("bank-settings", "now") or {"delay_ms": 0},
    )


PARTNER = Partner(
    "bank",
    "工资专户银行",
    "/bank/",
    (
        Route("POST", "/bank/accounts/query", account_query, signed=True),
        Route("POST", "/bank/cards/verification", bank_cards.verify, signed=True),
        Route("POST", "/bank/orders", order, signed=True),
        Route("POST", "/bank/orders/query", order_query, signed=True),
        Route("POST", "/bank/statements/query", statement, signed=True),
        Route("POST", "/bank/accounts/<number>/funding", fund, outside=False),
        Route("POST", "/bank/accounts/<number>/funding/form", fund_from_page, outside=False),
        Route("POST", "/bank/lines/<key>/return", give_back, outside=False),
        Route("PUT", "/bank/cards/<card>", bank_cards.put_card, outside=False),
        Route("PUT", "/bank/settings", settings, outside=False),
        Route("GET", "/bank/", page, outside=False),
    ),
)
