"""The same function in FastAPI, Mangum and PynamoDB: `start_peer.py <event.json> <shape.json> <own|shared>`.

Routes, wire shapes and records are as many and as wide as the product's own of this domain (shape.json, exported from
it); what the first request needs is written out: token, consistent read of the session, query of a person's contracts.
`own`: every model brings its own client, as PynamoDB does by itself. `shared`: one connection for all and validators
built when they are first used, as the product has it.
"""

import json
import os
import resource
import sys
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Optional

import jwt
from fastapi import Depends, FastAPI, Header, HTTPException
from mangum import Mangum
from pydantic import BaseModel, ConfigDict, create_model
from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.connection import Connection
from pynamodb.connection.base import MetaTable
from pynamodb.connection.table import TableConnection
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

EVENT, SHAPE = (json.loads(Path(name).read_text()) for name in sys.argv[1:3])
SHARED = sys.argv[3] == "shared"
PLAIN = {"str": str, "int": int, "float": float, "bool": bool, "date": date, "datetime": datetime, "any": Any}
ATTRIBUTES = {"number": NumberAttribute, "bool": BooleanAttribute, "json": JSONAttribute}
REQUIRED = ["exp", "iat", "iss", "aud", "sub", "sid", "epoch"]


class Schema(BaseModel):
    model_config = ConfigDict(
        extra="forbid", str_strip_whitespace=True, from_attributes=True, defer_build=SHARED
    )


shapes: dict[str, type[BaseModel]] = {}
for one in SHAPE["schemas"]:

    def kind(of: Any) -> Any:
        if isinstance(of, str):
            return PLAIN.get(of) or shapes.get(of, dict[str, Any])
        if "list" in of:
            return list[kind(of["list"])]  # type: ignore[misc]
        if "optional" in of:
            return Optional[kind(of["optional"])]  # noqa: UP045  # a value, not an annotation
        return StrEnum("Choice", {f"v{number}": value for number, value in enumerate(of["enum"])})

    fields: Any = {name: (kind(of), ... if needed else None) for name, of, needed in one["fields"]}
    shapes[one["name"]] = create_model(one["name"], __base__=Schema, **fields)


def index(number: int) -> type[GlobalSecondaryIndex[Any]]:
    meta = type("Meta", (), {"index_name": f"GSI{number}", "projection": AllProjection()})
    keys = {
        f"GSI{number}PK": UnicodeAttribute(hash_key=True),
        f"GSI{number}SK": UnicodeAttribute(range_key=True),
    }
    return type(f"Gsi{number}", (GlobalSecondaryIndex,), {"Meta": meta, **keys})


REGION = os.environ["AWS_REGION"]
TIMEOUTS = {"connect_timeout_seconds": 2, "read_timeout_seconds": 5, "max_pool_connections": 32}
connection = Connection(region=REGION, **TIMEOUTS) if SHARED else None


class SharedModel(Model):
    """Borrows the one connection of the process."""

    @classmethod
    def _get_connection(cls) -> TableConnection:
        if cls._connection is None:
            assert connection is not None
            name = cls.Meta.table_name
            if name not in connection._tables:
                connection.add_meta_table(MetaTable(schema(name)))
            table = TableConnection.__new__(TableConnection)
            table.table_name, table.connection = name, connection
            cls._connection = table
        return cls._connection


def schema(name: str) -> dict[str, Any]:
    prefixes = ["", "GSI1", "GSI2", "GSI3"]
    keys = {
        p: [{"AttributeName": f"{p}PK", "KeyType": "HASH"}, {"AttributeName": f"{p}SK", "KeyType": "RANGE"}]
        for p in prefixes
    }
    return {
        "TableName": name,
        "KeySchema": keys[""],
        "AttributeDefinitions": [
            {"AttributeName": f"{p}{k}", "AttributeType": "S"} for p in prefixes for k in ("PK", "SK")
        ],
        "GlobalSecondaryIndexes": [{"IndexName": p, "KeySchema": keys[p]} for p in prefixes[1:]],
        "LocalSecondaryIndexes": [],
    }


def record(name: str, table: str, attributes: list[tuple[str, str]]) -> Any:
    meta = type("Meta", (), {"table_name": os.environ[table], "region": REGION, **TIMEOUTS})
    body: dict[str, Any] = {
        "Meta": meta,
        "PK": UnicodeAttribute(hash_key=True),
        "SK": UnicodeAttribute(range_key=True),
    }
    for number in (1, 2, 3):
        body[f"GSI{number}PK"] = UnicodeAttribute(null=True)
        body[f"GSI{number}SK"] = UnicodeAttribute(null=True)
        body[f"gsi{number}"] = index(number)()
    for attribute, of in attributes:
        body[attribute] = ATTRIBUTES.get(of, UnicodeAttribute)(null=True)
    return type(name, (SharedModel if SHARED else Model,), body)


records = {one["name"]: record(one["name"], "WORKERS_TABLE", one["attributes"]) for one in SHAPE["records"]}
SessionRecord = record(
    "SessionRecord", "IDENTITY_TABLE",
    [
        ("person_id", "text"), ("epoch", "number"), ("grants", "text"), ("real_name", "bool"), ("label", "text"),
        ("ends_at", "text"),
    ],
)  # fmt: skip

PUBLIC = json.loads((Path(os.environ["SECRETS"].removeprefix("file:")) / "jwt-public-keys").read_text())[
    "keys"
]
KEYS = {key["kid"]: jwt.PyJWK(key, algorithm="EdDSA").key for key in PUBLIC}
app = FastAPI()


def signed_in(authorization: Annotated[str | None, Header()] = None) -> Any:
    _, _, token = (authorization or "").partition(" ")
    try:
        kid = jwt.get_unverified_header(token).get("kid", "")
        claims = jwt.decode(
            token, KEYS[kid], algorithms=["EdDSA"], issuer="mashangban", audience="mashangban-api",
            options={"require": REQUIRED},
        )  # fmt: skip
        session = SessionRecord.get(f"SESSION#{claims['sid']}", "SESSION", consistent_read=True)
    except (jwt.InvalidTokenError, KeyError, SessionRecord.DoesNotExist) as refused:
        raise HTTPException(401) from refused
    if session.person_id != claims["sub"] or session.epoch != claims["epoch"]:
        raise HTTPException(401)
    if datetime.fromisoformat(session.ends_at) <= datetime.now(UTC):
        raise HTTPException(401)
    return session


Person = Annotated[Any, Depends(signed_in)]
Row = shapes["ContractRow"]


class Listing(Schema):
    items: list[Row]  # type: ignore[valid-type]
    next_cursor: str | None = None


def add(method: str, path: str, body: str | None, returns: str | None) -> None:
    shape = shapes.get(body or "")
    if method == "GET" and path == "/v1/workers/contracts":

        def mine(person: Person) -> Any:
            found = records["ContractRecord"].gsi2.query(
                f"PERSON#{person.person_id}", limit=20, scan_index_forward=False
            )
            return Listing(items=list(found))

        app.add_api_route(path, mine, methods=[method], response_model=Listing)
    elif shape is None:

        def show(person: Person) -> Any:
            return {}

        app.add_api_route(path, show, methods=[method], response_model=shapes.get(returns or ""))
    else:

        def act(body: shape, person: Person) -> Any:  # type: ignore[valid-type]
            return {}

        app.add_api_route(path, act, methods=[method], response_model=shapes.get(returns or ""))


for route in SHAPE["routes"]:
    add(*route)

handler = Mangum(app, lifespan="off")
answer = handler(EVENT, None)
used = resource.getrusage(resource.RUSAGE_SELF)
assert answer["statusCode"] == 200, answer
assert json.loads(answer["body"])["items"] == [], answer
print(json.dumps({"ms": (used.ru_utime + used.ru_stime) * 1000, "modules": len(sys.modules)}))
