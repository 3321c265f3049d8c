"""How often one address may knock at a door that asks for no sign-in. Counted before the work, so that many at once
count as many; windows are fixed, so twice as many at most pass around an edge.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

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


def count(limit: Limit, address: str, at: datetime) -> None:
    """Use up one of an address's times (1 WRU). Raises TooOften."""
    length = int(limit.window.total_seconds())
    window = int(at.timestamp()) // length
    ends = (window + 1) * length
    whose = crypto.keyed_hash(f"limit-{limit.name}", address)
    try:
        client().update_item(
            TableName=limit.table.physical,
            Key={"PK": {"S": f"LIMIT#{limit.name}#{whose}#{window}"}, "SK": {"S": "LIMIT"}},
            UpdateExpression="ADD attempts :one SET expires_at = :ends",
            ConditionExpression="attribute_not_exists(attempts) OR attempts < :most",
            ExpressionAttributeValues={
                ":one": {"N": "1"}, ":ends": {"N": str(ends)}, ":most": {"N": str(limit.times)},
            },
        )  # fmt: skip
    except ClientError as full:
        if full.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        raise TooOften(max(1, ends - int(at.timestamp()))) from full
