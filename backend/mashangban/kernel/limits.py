"""How often somebody may try: an address at a door that asks for no sign-in, a phone that wants a code. Counted before
the work, so that many at once count as many; windows are fixed, so twice as many at most pass around an edge.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

from mashangban.kernel import crypto
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import AppError
from mashangban.kernel.settings import Table


class TooOften(AppError):
    code = "service.too-often"
    status = 429
    title = "这个网络用得太频繁了"
    kept = "您填写的内容没有丢失"
    next = "请过几分钟再试"

    def __init__(self, wait_seconds: int) -> None:
        super().__init__()
        self.retry_after_seconds = wait_seconds


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `times` within each `window`, counted in the table of the room whose door it is."""

    table: Table
    name: str
    times: int
    window: timedelta


def count(limit: Limit, whose: str, at: datetime, error: Callable[[int], AppError] = TooOften) -> None:
    """Use up one time (1 WRU). Raises `error` with the seconds to wait when none is left."""
    key, ends = _window(limit, whose, at)
    try:
        client().update_item(
            TableName=limit.table.physical,
            Key=key,
            UpdateExpression="ADD attempts :one SET expires_at = :ends",
            ConditionExpression="attribute_not_exists(attempts) OR attempts < :most",
            ExpressionAttributeValues={
                ":one": {"N": "1"}, ":ends": {"N": str(ends)}, ":most": {"N": str(limit.times)},
            },
        )  # fmt: skip
    except ClientError as full:
        if full.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        raise error(max(1, ends - int(at.timestamp()))) from full


def give_back(limit: Limit, whose: str, at: datetime) -> None:
    """Return one time that came to no judgement (a partner was silent), or to a good end."""
    key, _ = _window(limit, whose, at)
    client().update_item(
        TableName=limit.table.physical,
        Key=key,
        UpdateExpression="ADD attempts :less",
        ExpressionAttributeValues={":less": {"N": "-1"}},
    )


def forget(limit: Limit, whose: str, at: datetime) -> None:
    """Clear the count after a success."""
    key, _ = _window(limit, whose, at)
    client().delete_item(TableName=limit.table.physical, Key=key)


def _window(limit: Limit, whose: str, at: datetime) -> tuple[dict[str, Any], int]:
    """The item that counts somebody in the window of a moment, and when that ends. Whose it is nobody can read."""
    length = int(limit.window.total_seconds())
    window = int(at.timestamp()) // length
    hashed = crypto.keyed_hash(f"limit-{limit.name}", whose)
    return {"PK": {"S": f"LIMIT#{limit.name}#{hashed}#{window}"}, "SK": {"S": "LIMIT"}}, (window + 1) * length
