"""Request ids of partners who call us: each is let in once, in the table of the room whose door it is."""

from datetime import datetime, timedelta

from botocore.exceptions import ClientError

from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import AppError
from mashangban.kernel.settings import Table

# Much longer than a signature is fresh (partners.MAX_SKEW_SECONDS).
_KEPT = timedelta(days=1)


def let_in(table: Table, request_id: str, at: datetime, replayed: AppError) -> None:
    """Let a request in once (1 WRU). Raises `replayed` for one that was here before."""
    item = {
        "PK": {"S": f"CALLBACK#{request_id}"},
        "SK": {"S": "CALLBACK"},
        "expires_at": {"N": str(int((at + _KEPT).timestamp()))},
    }
    try:
        client().put_item(TableName=table.physical, Item=item, ConditionExpression="attribute_not_exists(PK)")
    except ClientError as known:
        if known.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        raise replayed from known
