"""Every route x every role, really called: refused exactly where role_matrix.csv has nothing, and never with a 5xx."""

import csv
import json
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest

from checks import generate, house
from mashangban.kernel import sessions, tokens
from mashangban.kernel.http.endpoint import API
from mashangban.kernel.permissions import Grant, Role, Scope
from tests import engine

# Where each role is held, so that nothing that exists is within its reach.
SCOPES = {
    Role.FOREMAN: "project:none",
    Role.LABOUR_CLERK: "project:none",
    Role.PROJECT_MANAGER: "project:none",
    Role.OPERATOR: "org:none",
    Role.ENTERPRISE_ADMIN: "org:none",
    Role.COUNTY_OFFICER: "region:990101",
    Role.CITY_OFFICER: "region:9901",
    Role.PROVINCE_OFFICER: "region:99",
    Role.PLATFORM_ADMIN: "*",
}
VARIABLE = re.compile(r"\{\w+\}")
NOWHERE = "0190000000007000800000000000000a"


def matrix() -> list[dict[str, str]]:
    with (house.ROOT / "tests/house/role_matrix.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def api_routes() -> dict[str, house.HouseRoute]:
    return {one.name: one for one in house.routes() if one.contract is not None and one.contract.door is API}


ROWS = [row for row in matrix() if row["route"] in api_routes()]


@pytest.fixture(scope="module")
def bearers(engine_url: str) -> dict[str, str]:
    """A token for each role, its session written as identity writes it; `` is somebody without a proven name."""
    now = datetime.now(UTC)
    issued = {"": _bearer(engine_url, "nobody", [], now, real_name=False)}
    for role in generate.MATRIX_ROLES:
        grants = [(Grant(role, Scope.parse(SCOPES[role])), None)] if role in SCOPES else []
        issued[role] = _bearer(engine_url, f"house-{role}", grants, now, real_name=True)
    return issued


def _bearer(url: str, name: str, grants: list[Any], now: datetime, *, real_name: bool) -> str:
    item = {
        "PK": {"S": sessions.session_pk(name)},
        "SK": {"S": "SESSION"},
        "person_id": {"S": name},
        "epoch": {"N": "1"},
        "grants": {"S": sessions.grants_to_text(grants)},
        "real_name": {"BOOL": real_name},
        "ends_at": {"S": (now + timedelta(hours=1)).isoformat()},
    }
    engine.client(url).put_item(TableName="mashangban-test-identity", Item=item)
    return f"Bearer {tokens.issue(tokens.Claims(name, name, 1), now)}"


@pytest.mark.parametrize("row", ROWS, ids=[row["route"] for row in ROWS])
def test_a_route_refuses_exactly_whom_the_matrix_leaves_out(
    row: dict[str, str], tables: str, bearers: dict[str, str]
) -> None:
    route = api_routes()[row["route"]]
    public = "public" in row.values()
    seen: dict[str, tuple[int, str]] = {}
    for role in generate.MATRIX_ROLES:
        status, code = _call(route, bearers[role])
        refused = code == "auth.forbidden"
        if status >= 500 or status == 401 or refused == bool(row[role]):
            seen[role] = (status, code)
    status, code = _call(route, None)
    if (status == 401) == public or status >= 500:
        seen["without sign-in"] = (status, code)
    assert seen == {}


NEEDS_NAME = [row for row in ROWS if row[Role.PERSON] == "real name"]


@pytest.mark.parametrize("row", NEEDS_NAME, ids=[row["route"] for row in NEEDS_NAME])
def test_an_unproven_person_is_asked_for_the_name_first(
    row: dict[str, str], tables: str, bearers: dict[str, str]
) -> None:
    assert _call(api_routes()[row["route"]], bearers[""]) == (403, "auth.real-name-required")


def _call(route: house.HouseRoute, bearer: str | None) -> tuple[int, str]:
    """Status and problem code of a call that names nothing that exists and says nothing that is valid."""
    assert route.contract is not None
    media = house.handler(route.function.name).routes[route.path][route.method].content_types[0]
    headers = {"content-type": media, "idempotency-key": "house-matrix-0001"}
    if bearer is not None:
        headers["authorization"] = bearer
    event = {
        "version": "1.0",
        "path": VARIABLE.sub(NOWHERE, route.path),
        "httpMethod": route.method,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "stageVariables": None,
        "requestContext": {
            "httpMethod": route.method, "identity": {"sourceIp": "127.0.0.1"}, "requestId": "house",
            "stage": "$default",
        },
        "body": None if route.method == "GET" else "{}",
        "isBase64Encoded": False,
    }  # fmt: skip
    answer = house.handler(route.function.name)(event, None)
    problem = "problem+json" in str(answer["headers"].get("Content-Type"))
    return answer["statusCode"], json.loads(answer["body"])["code"] if problem else ""
