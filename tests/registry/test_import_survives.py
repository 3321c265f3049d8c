"""R1: a bulk import through the running stack, while the process that writes it is killed again and again."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from mashangban.registry.sheets import CSV, write
from tests.engine import ROOT
from tests.processes import kill
from tests.registry.conftest import COUNTY, project_code
from tests.stack import LocalStack, wait_for

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
ROWS = 300
KILLS = 4
# Runs beside the stack, in its environment: opens a session as the sign-in page would, past password and code.
ENTER = """
import hashlib, secrets
from mashangban.identity import service as identity
from mashangban.identity.service import sessions
from mashangban.identity.service.granting import GrantOrder
from mashangban.identity.terms import SignInMethod
from mashangban.kernel import acts, clock
from mashangban.kernel.permissions import Place, Role, Scope
person = identity.ensure_person(acts.system_act("tests"), "13900000077")
order = GrantOrder(Role.COUNTY_OFFICER, Scope.parse("region:330106"), person_id=person)
identity.grant(acts.system_act("tests"), order, Place())
secret = secrets.token_urlsafe(32)
cookie = (hashlib.sha256(secret.encode()).hexdigest(), secrets.token_urlsafe(24))
entry = sessions.Entry(SignInMethod.STAFF, "tests", clock.now(), cookie=cookie)
print(f"{sessions.open_for(person, entry).session.id}.{secret}")
"""


@dataclass
class Desk:
    """An officer's browser without scripts, speaking to the running stack."""

    http: httpx.Client

    def get(self, path: str, **headers: str) -> str:
        answer = self.http.get(path, headers=headers)
        assert answer.status_code == 200, answer.text[:300]
        return answer.text

    def guards(self, path: str) -> dict[str, str]:
        page = self.get(path)
        return {name: re.findall(rf'name="{name}" value="([^"]+)"', page)[-1] for name in ("csrf", "key")}

    def upload(self, content: bytes) -> str:
        guards = self.guards("/console/imports/new?register=projects")
        headers = {
            "content-type": "application/octet-stream",
            "accept": "application/json",
            "x-csrf-token": guards["csrf"],
            "idempotency-key": guards["key"],
            "x-filename": "big.csv",
        }
        path = "/console/imports?register=projects&source=approval"
        answer = self.http.post(path, content=content, headers=headers)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])


def in_stack(stack: LocalStack, script: str) -> str:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "backend"),
        "STAGE": "local",
        "SECRETS": f"file:{stack.data / 'secrets'}",
        "PUBLIC_URL": stack.url,
        "AWS_ENDPOINT_URL_DYNAMODB": stack.state["dynamodb"],
        "AWS_ACCESS_KEY_ID": "local",
        "AWS_SECRET_ACCESS_KEY": (stack.data / "secrets/object-store-key").read_text("ascii"),
        **{f"{name}_TABLE": f"mashangban-local-{name.lower()}" for name in ("IDENTITY", "REGISTRY")},
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[LocalStack]:
    with LocalStack(tmp_path / "data") as running:
        yield running


def test_an_import_whose_writer_is_killed_is_whole_in_the_end(stack: LocalStack) -> None:
    cookies = {"console_session": in_stack(stack, ENTER)}
    with httpx.Client(base_url=stack.url, cookies=cookies, trust_env=False, timeout=60) as client:
        survive(stack, Desk(client))


def survive(stack: LocalStack, desk: Desk) -> None:
    codes = [project_code() for _ in range(ROWS)]
    rows = [(code, f"耐久项目{number}", COUNTY, "文一西路 1 号") for number, code in enumerate(codes)]
    started = desk.upload(write(CSV, ("项目代码", "项目名称", "所在县区", "详细地址"), rows))
    wait_for(lambda: state(stack, started) == "staged", "the file to be checked", 60)
    guards = desk.guards(f"/console/imports/{started}")
    desk.http.post(f"/console/imports/{started}/confirmation", data=guards)
    for number in range(KILLS):
        past = ROWS // (KILLS + 1) * number
        wait_for(lambda past=past: written(stack) > past, "rows to be written", 60)  # type: ignore[misc]
        kill(stack, "streams")
    wait_for(lambda: state(stack, started) == "applied", "the import to end", 120)
    stack.settle(60)
    assert sorted(found(stack)) == sorted(codes)
    assert history_lengths(stack) == {1}
    assert f'tile-value ">{ROWS}<' in desk.get("/console/")


def items(stack: LocalStack, kind: str) -> list[dict[str, Any]]:
    pages = (
        stack.client()
        .get_paginator("scan")
        .paginate(
            TableName="mashangban-local-registry",
            FilterExpression="kind = :kind",
            ExpressionAttributeValues={":kind": {"S": kind}},
        )
    )
    return [item for page in pages for item in page["Items"]]


def state(stack: LocalStack, import_id: str) -> str:
    key = {"PK": {"S": f"IMPORT#{import_id}"}, "SK": {"S": "IMPORT"}}
    item = stack.client().get_item(TableName="mashangban-local-registry", Key=key)["Item"]
    return str(item["state"]["S"])


def written(stack: LocalStack) -> int:
    answer = stack.client().query(
        TableName="mashangban-local-registry",
        IndexName="GSI1",
        KeyConditionExpression="GSI1PK = :pk",
        ExpressionAttributeValues={":pk": {"S": "PROJECT#33"}},
        Select="COUNT",
    )
    return int(answer["Count"])


def found(stack: LocalStack) -> list[str]:
    return [item["code"]["S"] for item in items(stack, "project")]


def history_lengths(stack: LocalStack) -> set[int]:
    """How many events each project has: one, however often its row was written again."""
    lengths: dict[str, int] = {}
    for event in items(stack, "event"):
        if event["subject"]["S"].startswith("project:"):
            lengths[event["subject"]["S"]] = lengths.get(event["subject"]["S"], 0) + 1
            assert json.loads(event["data"]["S"])["import"]
    return set(lengths.values())
