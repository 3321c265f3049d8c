"""Functions that show what reached them."""

import json
import threading
import time
from typing import Any

never = threading.Event()


def handler(event: dict[str, Any], context: Any) -> Any:
    """The event itself; below /v1/echo/answer the body is the function's answer, below /v1/echo/fail it raises."""
    if event["path"] == "/v1/echo/fail":
        raise RuntimeError("as asked")
    if event["path"] == "/v1/echo/answer":
        return json.loads(event["body"])
    if event["path"] == "/v1/echo/large":
        return {"statusCode": 200, "body": "x" * (6 * 1024 * 1024 + 1)}
    shown = {"event": event, "left_ms": context.get_remaining_time_in_millis(), "name": context.function_name}
    return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": json.dumps(shown)}


def slow(event: dict[str, Any], context: Any) -> Any:
    """Longer than its timeout."""
    never.wait(context.get_remaining_time_in_millis() / 1000 + 0.5)
    return {"statusCode": 200, "body": str(time.time())}
