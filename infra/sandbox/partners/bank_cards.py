"""Whose a card is (户名与账号一致性核验): the bank compares name and number.

A card is in the name under which it is first asked about, unless `PUT /bank/cards/<card>` said otherwise. Numbers
ending 0002 are never in the name given; a card told to be `silent` is `unavailable`, as when another bank is silent.
"""

from typing import Any

from werkzeug import Request, Response

from sandbox.faults import Fault
from sandbox.partner import World, json_body, json_reply, text_field
from sandbox.signatures import RefusedError

STRANGER = "0002"


def verify(world: World, request: Request, fault: Fault) -> Response:
    """Say whether a card is in a name: {"card", "name"} gives `match`, `mismatch` or `unavailable`."""
    body = json_body(request)
    card, name = text_field(body, "card", 19), text_field(body, "name", 60)
    if not card.isdecimal():
        raise RefusedError(400, "card_invalid", "a card number has digits only")
    world.store.add("bank-card", card, {"card": card, "name": name, "silent": False})
    return json_reply({"card": card, "result": _result(world.store.get("bank-card", card) or {}, name)})


def _result(known: dict[str, Any], name: str) -> str:
    if known["silent"]:
        return "unavailable"
    return "match" if known["name"] == name and not known["card"].endswith(STRANGER) else "mismatch"


def put_card(world: World, request: Request, fault: Fault, card: str) -> Response:
    """Say in whose name a card is, and whether its bank answers: {"name", "silent"}."""
    body = json_body(request)
    known = {"card": card, "name": text_field(body, "name", 60), "silent": body.get("silent") is True}
    world.store.put("bank-card", card, known)
    return json_reply(known)
