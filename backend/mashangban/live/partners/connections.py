"""Saying something to an open connection (`@connections` of the API Gateway management API)."""

import logging
from functools import cache
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from mashangban.kernel.settings import settings

log = logging.getLogger(__name__)


def say(connection_id: str, text: str) -> bool:
    """Say it; False for a connection that is over. Another failure is noted and no more: who listens asks again."""
    try:
        _client().post_to_connection(ConnectionId=connection_id, Data=text.encode())
    except ClientError as refused:
        if refused.response["Error"]["Code"] in ("GoneException", "410"):
            return False
        log.warning("a connection was not reached: %s", refused.response["Error"]["Code"])
    except BotoCoreError as broken:
        log.warning("a connection was not reached: %s", type(broken).__name__)
    return True


def close(connection_id: str) -> None:
    """End a connection, whether it is still there or not."""
    try:
        _client().delete_connection(ConnectionId=connection_id)
    except (ClientError, BotoCoreError) as broken:
        log.warning("a connection was not ended: %s", type(broken).__name__)


@cache
def _client() -> Any:
    # Only the functions that tell something pay for this client.
    import botocore.session
    from botocore.config import Config

    config = Config(connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 2, "mode": "standard"})
    return botocore.session.get_session().create_client(
        "apigatewaymanagementapi",
        region_name=settings().region,
        endpoint_url=settings().live_api_url,
        config=config,
    )
