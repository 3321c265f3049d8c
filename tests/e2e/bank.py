"""What the bank itself says of an account: its statement, asked for as its customers do."""

import json
import secrets
import time

from sandbox.keys import APP_ID
from sandbox.signatures import sign
from tests import wire
from tests.e2e.world import Json, World

PATH = "/bank/statements/query"
KEY = "bank-api-key"


def fund(world: World, account: str, amount_fen: int) -> None:
    """The owner of the project pays labour costs into the wage account."""
    url = f"{world.sandbox}/bank/accounts/{account}/funding"
    wire.post(url, json={"amount_fen": amount_fen}).raise_for_status()


def statement(world: World, account: str) -> list[Json]:
    """All entries, the oldest first: fundings and returns add, payments take."""
    secret = (world.stack.data / "secrets" / KEY).read_text("utf-8").strip()
    body = json.dumps({"account": account, "after": 0, "limit": 500}).encode()
    timestamp, request = str(int(time.time())), secrets.token_hex(16)
    headers = {
        "X-App-Id": APP_ID, "X-Timestamp": timestamp, "X-Request-Id": request,
        "X-Signature": sign(secret, "POST", PATH, timestamp, request, body),
    }  # fmt: skip
    answer = wire.post(world.sandbox + PATH, content=body, headers=headers)
    answer.raise_for_status()
    return list(answer.json()["entries"])
