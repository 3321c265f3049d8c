"""A signed-in phone and an office browser, asked through the arrears function's own handler."""

import json
import secrets
from typing import Any

from mashangban.domains.arrears.app import handler
from mashangban.kernel.permissions import Principal
from tests.workers import phone as workers_phone


def call(principal: Principal, method: str, path: str, body: Any = None) -> tuple[int, Any, str]:
    """Status, body and raw text of one call."""
    token = workers_phone.phone_of(principal).token
    headers = {"content-type": "application/json", "authorization": f"Bearer {token}"}
    if method != "GET":
        headers["idempotency-key"] = secrets.token_hex(12)
    text = json.dumps(body) if body is not None else None
    raw = handler(workers_phone._event(method, path, text, headers), None)
    return raw["statusCode"], json.loads(raw["body"]) if raw["body"] else None, raw["body"] or ""
