"""What the WebSocket API reports: a connection comes, says something, goes."""

from collections.abc import Mapping
from typing import Any

from mashangban.kernel import clock
from mashangban.live import service

_LET_IN, _REFUSED = {"statusCode": 200}, {"statusCode": 401}


def on_socket(event: Mapping[str, Any]) -> dict[str, Any]:
    """Answer one event. What a client says only keeps the connection awake: acts go over HTTP."""
    asked, at = event["requestContext"], clock.now()
    if asked["routeKey"] == "$connect":
        secret = (event.get("queryStringParameters") or {}).get("ticket", "")
        return _LET_IN if service.connect(secret, asked["connectionId"], at) else _REFUSED
    if asked["routeKey"] == "$disconnect":
        service.disconnect(asked["connectionId"], at)
    return _LET_IN
