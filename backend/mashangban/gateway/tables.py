"""Creates the tables of the template in the local engine; tables that stand are left as they are."""

from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config

from mashangban.gateway.template import Table, Template

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class TableChangedError(Exception):
    """A table in DATA was made from another template; its keys or indexes differ."""


def client() -> "DynamoDBClient":
    """A client of the engine that the environment names."""
    return boto3.client("dynamodb", config=Config(connect_timeout=2, read_timeout=10))


def create_tables(template: Template) -> list[str]:
    """Creates what is missing and returns the names created. Raises TableChangedError."""
    dynamodb = client()
    standing = set(dynamodb.list_tables()["TableNames"])
    created = []
    for table in template.tables:
        if table.name in standing:
            _compare(table, dict(dynamodb.describe_table(TableName=table.name)["Table"]))
        else:
            _create(dynamodb, table)
            created.append(table.name)
    return created


def _create(dynamodb: "DynamoDBClient", table: Table) -> None:
    dynamodb.create_table(**table.definition)
    dynamodb.get_waiter("table_exists").wait(
        TableName=table.name, WaiterConfig={"Delay": 1, "MaxAttempts": 30}
    )
    if table.ttl_attribute:
        dynamodb.update_time_to_live(
            TableName=table.name,
            TimeToLiveSpecification={"Enabled": True, "AttributeName": table.ttl_attribute},
        )


def _compare(table: Table, standing: dict[str, Any]) -> None:
    wanted, found = _shape(table.definition), _shape(standing)
    if wanted != found:
        raise TableChangedError(f"{table.name}: {found} -> {wanted}")


def _shape(definition: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Table and indexes with their keys, which is what can't be changed under data that stands."""
    parts = [("", definition["KeySchema"])]
    parts += [
        (index["IndexName"], index["KeySchema"]) for index in definition.get("GlobalSecondaryIndexes", ())
    ]
    return sorted((name, [key["AttributeName"] for key in keys]) for name, keys in parts)
