"""Every query and write of the live table."""

from datetime import datetime, timedelta

from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import client
from mashangban.kernel.transaction import Transaction
from mashangban.live.models import TABLE, ConnectionRecord, OwnerRecord, TicketRecord
from mashangban.live.terms import CONNECTION_LASTS

# DynamoDB deletes what expired some time later; what a clock is off by must not delete anything early.
_SLACK = timedelta(minutes=10)


def issue(secret_hash: str, person_id: str, until: datetime) -> None:
    """Write a ticket."""
    expires = int((until + _SLACK).timestamp())
    TicketRecord(_ticket(secret_hash), "TICKET", person_id=person_id, until=until, expires_at=expires).save()


def redeem(secret_hash: str, now: datetime) -> str | None:
    """Whose ticket it is, once; None for one that is unknown, used or old."""
    key = {"PK": {"S": _ticket(secret_hash)}, "SK": {"S": "TICKET"}}
    found = client().delete_item(TableName=TABLE.physical, Key=key, ReturnValues="ALL_OLD").get("Attributes")
    if found is None or clock.from_text(found["until"]["S"]) <= now:
        return None
    return str(found["person_id"]["S"])


def keep(act: Act, connection_id: str, person_id: str) -> None:
    """Note a connection."""
    expires = int((act.at + CONNECTION_LASTS + _SLACK).timestamp())
    with Transaction(act, TABLE) as tx:
        tx.put(_connection(person_id, act.at, connection_id, expires))
        tx.put(_owner(connection_id, person_id, act.at, expires))


def drop(act: Act, connection_id: str) -> None:
    """Forget a connection, known or not."""
    try:
        one = OwnerRecord.get(f"CONNECTION#{connection_id}", "OWNER", consistent_read=True)
    except OwnerRecord.DoesNotExist:
        return
    with Transaction(act, TABLE) as tx:
        tx.delete(_connection(one.person_id, one.opened_at, connection_id, 0))
        tx.delete(_owner(connection_id, one.person_id, one.opened_at, 0))


def connections_of(person_id: str) -> list[str]:
    """Somebody's connections, the oldest first."""
    found = ConnectionRecord.query(f"LISTENERS#{person_id}", consistent_read=True)
    return [one.connection_id for one in found]


def _connection(person_id: str, opened_at: datetime, connection_id: str, expires: int) -> ConnectionRecord:
    sk = f"{clock.to_text(opened_at)}#{connection_id}"
    return ConnectionRecord(f"LISTENERS#{person_id}", sk, connection_id=connection_id, expires_at=expires)


def _owner(connection_id: str, person_id: str, opened_at: datetime, expires: int) -> OwnerRecord:
    return OwnerRecord(
        f"CONNECTION#{connection_id}", "OWNER", person_id=person_id, opened_at=opened_at, expires_at=expires
    )


def _ticket(secret_hash: str) -> str:
    return f"TICKET#{secret_hash}"
