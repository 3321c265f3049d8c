"""The events that a WebSocket API makes of a connection's life."""

import base64
import os
import time
from typing import Any
from urllib.parse import parse_qsl

from mashangban.gateway.receiving import Scope

_TYPES = {"$connect": "CONNECT", "$disconnect": "DISCONNECT"}


def socket_event(route: str, connection_id: str, scope: Scope, body: str | None = None) -> dict[str, Any]:
    """What the function of a route gets. Headers and the query come with $connect only."""
    request_id = base64.b64encode(os.urandom(11)).decode("ascii")
    event: dict[str, Any] = {
        "requestContext": {
            "routeKey": route,
            "eventType": _TYPES.get(route, "MESSAGE"),
            "connectionId": connection_id,
            "requestId": request_id,
            "requestTimeEpoch": int(time.time() * 1000),
            "identity": {"sourceIp": scope["client"][0] if scope["client"] else "127.0.0.1"},
            "apiId": "local",
        },
        "isBase64Encoded": False,
    }
    if route == "$connect":
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        event |= {"headers": headers, "queryStringParameters": dict(query) or None}
    return event if body is None else event | {"body": body}
