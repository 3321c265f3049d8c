"""A socket function: it admits whoever says `let=me`, notes who is there, and says what it hears to everybody."""

import json
import os
from functools import cache
from typing import Any

import boto3
from botocore.config import Config


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """All routes of the sample's WebSocket API."""
    asked = event["requestContext"]
    connection, route = asked["connectionId"], asked["routeKey"]
    if route == "$connect":
        return _connected(connection, event["queryStringParameters"] or {})
    if route == "$disconnect":
        table().delete_item(Key={"PK": "SOCKETS", "SK": connection})
    if route == "$default":
        for one in everybody():
            say(one, json.dumps({"from": connection, "heard": event["body"]}))
    return {"statusCode": 200}


def _connected(connection: str, query: dict[str, str]) -> dict[str, Any]:
    if query.get("let") != "me":
        return {"statusCode": 401}
    table().put_item(Item={"PK": "SOCKETS", "SK": connection})
    return {"statusCode": 200}


def everybody() -> list[str]:
    """Whose connections are noted."""
    found = table().query(
        KeyConditionExpression="PK = :pk", ExpressionAttributeValues={":pk": "SOCKETS"}, ConsistentRead=True
    )
    return [str(one["SK"]) for one in found["Items"]]


def say(connection: str, text: str) -> None:
    """Say something to a connection; one that is over is forgotten."""
    try:
        sender().post_to_connection(ConnectionId=connection, Data=text.encode())
    except sender().exceptions.GoneException:
        table().delete_item(Key={"PK": "SOCKETS", "SK": connection})


@cache
def table() -> Any:
    return boto3.resource("dynamodb").Table(os.environ["ORDERS_TABLE"])


@cache
def sender() -> Any:
    return boto3.client(
        "apigatewaymanagementapi",
        endpoint_url=os.environ["LIVE_API_URL"],
        config=Config(retries={"total_max_attempts": 1}),
    )
