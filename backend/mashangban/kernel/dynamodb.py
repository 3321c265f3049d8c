"""One DynamoDB client for the whole process, and the shape every item shares.

PynamoDB would make a session and a client for each model (five models: 377 ms against 52 ms measured), so all models
borrow one connection. That touches a private hook of PynamoDB, in this file only; a test guards it.
"""

from functools import cache
from typing import Any, ClassVar

from botocore.config import Config
from pynamodb.attributes import UnicodeAttribute
from pynamodb.connection import Connection
from pynamodb.connection.base import MetaTable
from pynamodb.connection.table import TableConnection
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

from mashangban.kernel.settings import Table, settings


@cache
def connection() -> Connection:
    """The process's only DynamoDB connection: 2 s to connect, 5 s to read, standard retries with jitter."""
    made = Connection(
        region=settings().region,
        connect_timeout_seconds=2,
        read_timeout_seconds=5,
        retry_configuration={"total_max_attempts": 4, "mode": "standard"},
        max_pool_connections=32,
    )
    # A name of our own: botocore would compose its long one twice for every request.
    made.session.set_default_client_config(Config(user_agent="mashangban"))
    return made


def client() -> Any:
    """The botocore client behind it, for what PynamoDB does not model (raw transactions, streams of many tables)."""
    return connection().client


class Gsi1(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB's own hook
    """First secondary index; what it serves is told by each domain's access-pattern table."""

    class Meta:
        index_name = "GSI1"
        projection = AllProjection()

    GSI1PK = UnicodeAttribute(hash_key=True)
    GSI1SK = UnicodeAttribute(range_key=True)


class Gsi2(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB's own hook
    """Second secondary index."""

    class Meta:
        index_name = "GSI2"
        projection = AllProjection()

    GSI2PK = UnicodeAttribute(hash_key=True)
    GSI2SK = UnicodeAttribute(range_key=True)


class Gsi3(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]  # PynamoDB's own hook
    """Third secondary index; `DUE#<shard>` partitions are the deadlines of the table."""

    class Meta:
        index_name = "GSI3"
        projection = AllProjection()

    GSI3PK = UnicodeAttribute(hash_key=True)
    GSI3SK = UnicodeAttribute(range_key=True)


class Record(Model):
    """An item of a table. A domain derives its base once (Meta, `table`, `kind`), its kinds from that."""

    class Meta:
        table_name = ""

    table: ClassVar[Table]

    PK = UnicodeAttribute(hash_key=True)
    SK = UnicodeAttribute(range_key=True)
    GSI1PK = UnicodeAttribute(null=True)
    GSI1SK = UnicodeAttribute(null=True)
    GSI2PK = UnicodeAttribute(null=True)
    GSI2SK = UnicodeAttribute(null=True)
    GSI3PK = UnicodeAttribute(null=True)
    GSI3SK = UnicodeAttribute(null=True)
    gsi1 = Gsi1()
    gsi2 = Gsi2()
    gsi3 = Gsi3()

    @classmethod
    def _get_connection(cls) -> TableConnection:
        name = cls.table.physical
        if cls._connection is None or cls._connection.table_name != name:
            cls._connection = _borrowed(name)
            # PynamoDB reads the name here for batch reads.
            cls.Meta.table_name = name
        return cls._connection


def _borrowed(table_name: str) -> TableConnection:
    shared = connection()
    if table_name not in shared._tables:
        shared.add_meta_table(MetaTable(_schema(table_name)))
    table = TableConnection.__new__(TableConnection)
    table.table_name = table_name
    table.connection = shared
    return table


def _schema(table_name: str) -> dict[str, Any]:
    keys = ["PK", "SK", *(f"GSI{n}{part}" for n in (1, 2, 3) for part in ("PK", "SK"))]
    return {
        "TableName": table_name,
        "KeySchema": _key_schema(""),
        "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"} for key in keys],
        "GlobalSecondaryIndexes": [
            {"IndexName": f"GSI{n}", "KeySchema": _key_schema(f"GSI{n}")} for n in (1, 2, 3)
        ],
        "LocalSecondaryIndexes": [],
    }


def _key_schema(prefix: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": f"{prefix}PK", "KeyType": "HASH"},
        {"AttributeName": f"{prefix}SK", "KeyType": "RANGE"},
    ]
