"""The road of one write: decorator, transaction, event chain, submit once."""

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.kernel import clock, events, history, ids, secret_store, sessions, tokens
from mashangban.kernel.dynamodb import Record, client, connection
from mashangban.kernel.errors import Conflict
from mashangban.kernel.events import Message, Subject
from mashangban.kernel.http import App, Blueprint, Call, Schema, endpoint
from mashangban.kernel.permissions import Grant, Permission, Role, Scope
from mashangban.kernel.settings import Table, settings
from mashangban.kernel.transaction import Transaction

TABLE = Table("workers")


class Base(Record):
    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class BoxRecord(Base, discriminator="box"):
    version = NumberAttribute()
    chain = UnicodeAttribute()
    content = UnicodeAttribute()


class Full(Conflict):
    code = "test.box-full"
    title = "箱子满了"


class Put(Schema):
    content: str


class Box(Schema):
    id: str
    content: str
    version: int


OPEN = Permission("test:box:open", "开箱", roles=frozenset({Role.PERSON}))
CLERK = Permission("test:box:count", "数箱", roles=frozenset({Role.LABOUR_CLERK}))
api = Blueprint(__name__)


@api.route("/v1/boxes", methods=["POST"])
@endpoint(permission=OPEN, body=Put, returns=Box, status=201, once=TABLE)
def create(call: Call[Put, None]) -> Box:
    subject = Subject("box", ids.new_id())
    event = events.happened(
        call.act, "test.box.created", subject, messages=(Message("notices", "test.hello", {"name": "张三"}),)
    )
    view = Box(id=subject.id, content=call.body.content, version=1)
    with Transaction(call.act, TABLE) as tx:
        tx.create(BoxRecord(subject.pk, "BOX", content=call.body.content), event)
        tx.answer(view)
    return view


@api.route("/v1/boxes/{box_id}", methods=["PUT"])
@endpoint(permission=OPEN, body=Put, returns=Box, once=TABLE)
def change(call: Call[Put, None], box_id: str) -> Box:
    record = BoxRecord.get(Subject("box", box_id).pk, "BOX", consistent_read=True)
    count = int(record.version)
    event = events.happened(
        call.act, "test.box.changed", Subject("box", box_id), {"length": len(call.body.content)},
        version=count + 1, previous=record.chain,
    )  # fmt: skip
    view = Box(id=box_id, content=call.body.content, version=count + 1)
    with Transaction(call.act, TABLE) as tx:
        tx.amend(record, event, [BoxRecord.content.set(call.body.content)])
        tx.answer(view)
    return view


@api.route("/v1/boxes/{box_id}/count", methods=["GET"])
@endpoint(permission=CLERK, returns=Box)
def count(call: Call[None, None], box_id: str) -> Box:
    raise Full()


handler = App("test", api)


def sign_in(grants: list[tuple[Grant, Any]] | None = None) -> str:
    person, session, at = ids.new_id(), ids.new_id(), clock.now()
    item = {
        "PK": {"S": sessions.session_pk(session)},
        "SK": {"S": "SESSION"},
        "person_id": {"S": person},
        "epoch": {"N": "1"},
        "grants": {"S": sessions.grants_to_text(grants or [])},
        "real_name": {"BOOL": True},
        "ends_at": {"S": (at + timedelta(hours=1)).isoformat()},
    }
    client().put_item(TableName=sessions.IDENTITY.physical, Item=item)
    return tokens.issue(tokens.Claims(person, session, 1), at)


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch, stage: Path) -> Iterator[Path]:
    """A stage behind its site; gives the folder of secrets."""
    monkeypatch.setenv("ORIGIN_GUARDED", "1")
    settings.cache_clear()
    yield stage
    (stage / "origin-key-next").unlink(missing_ok=True)
    monkeypatch.undo()
    settings.cache_clear()
    secret_store.forget()


@pytest.mark.parametrize("key", [None, "", "guessed"])
def test_whoever_calls_beside_the_site_is_refused(guarded: Path, key: str | None) -> None:
    headers = {} if key is None else {"x_origin_key": key}
    answer = send("GET", "/v1/boxes/1/count", sign_in(), **headers)
    assert (answer[0], answer[1]["code"]) == (403, "auth.beside-the-site")


def test_what_comes_through_the_site_is_answered_also_while_its_key_is_changed(guarded: Path) -> None:
    present = (guarded / "origin-key").read_text()
    (guarded / "origin-key-next").write_text("the-next-one")
    secret_store.forget()
    answers = [
        send("GET", "/v1/boxes/1/count", sign_in(), x_origin_key=key) for key in (present, "the-next-one")
    ]
    assert [answer[1]["code"] for answer in answers] == ["auth.forbidden"] * 2


def send(
    method: str, path: str, token: str | None = None, body: Any = None, **headers: str
) -> tuple[int, Any, Any]:
    if token:
        headers["authorization"] = f"Bearer {token}"
    headers = {"content-type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}}
    event = {
        "version": "1.0",
        "resource": "/v1/boxes/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "pathParameters": {"proxy": "x"},
        "stageVariables": None,
        "requestContext": {
            "httpMethod": method, "path": path, "stage": "$default", "requestId": "r-1",
            "resourcePath": "/v1/boxes/{proxy+}", "identity": {"sourceIp": "127.0.0.1"},
        },
        "body": None if body is None else json.dumps(body),
        "isBase64Encoded": False,
    }  # fmt: skip
    answer = handler(event, None)
    text = answer["body"]
    return answer["statusCode"], json.loads(text) if text else None, answer["headers"]


pytestmark = pytest.mark.usefixtures("tables")
KEY = "0123456789abcdef"


def test_a_write_without_a_submission_key_is_refused() -> None:
    status, problem, _ = send("POST", "/v1/boxes", sign_in(), {"content": "a"})
    assert (status, problem["code"]) == (400, "idempotency.key-missing")


def test_the_same_key_brings_the_first_answer_back() -> None:
    token = sign_in()
    first = send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY)
    again = send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY)
    assert first[0] == again[0] == 201
    assert first[1] == again[1]
    assert again[2]["Idempotent-Replayed"] == "true"


def test_the_same_key_with_another_body_is_refused() -> None:
    token = sign_in()
    send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY)
    status, problem, _ = send("POST", "/v1/boxes", token, {"content": "b"}, idempotency_key=KEY)
    assert (status, problem["code"]) == (422, "idempotency.key-reused")


def test_two_people_may_use_the_same_key() -> None:
    one = send("POST", "/v1/boxes", sign_in(), {"content": "a"}, idempotency_key=KEY)
    two = send("POST", "/v1/boxes", sign_in(), {"content": "a"}, idempotency_key=KEY)
    assert one[1]["id"] != two[1]["id"]


def test_events_form_an_unbroken_chain() -> None:
    token = sign_in()
    box = send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY)[1]
    send("PUT", f"/v1/boxes/{box['id']}", token, {"content": "bb"}, idempotency_key=KEY)
    chain = history.of(TABLE, Subject("box", box["id"]))
    assert [event.type for event in chain] == ["test.box.created", "test.box.changed"]
    assert history.is_unbroken(chain)
    assert not history.is_unbroken(chain[1:])


def test_twelve_changes_at_once_all_land_one_after_the_other() -> None:
    token = sign_in()
    box = send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY)[1]
    statuses: list[int] = []

    def work(number: int) -> None:
        key = f"{KEY}-{number}"
        for _ in range(10):  # a 503 asks the client to try again with the same key
            status = send(
                "PUT", f"/v1/boxes/{box['id']}", token, {"content": str(number)}, idempotency_key=key
            )[0]
            if status != 503:
                statuses.append(status)
                return

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    chain = history.of(TABLE, Subject("box", box["id"]))
    assert statuses == [200] * 12
    assert len(chain) == 13
    assert history.is_unbroken(chain)


def test_messages_are_unreadable_in_the_stored_event() -> None:
    box = send("POST", "/v1/boxes", sign_in(), {"content": "a"}, idempotency_key=KEY)[1]
    (item,) = history.items_of(TABLE, Subject("box", box["id"]))
    assert "张三" not in json.dumps(item, ensure_ascii=False)
    assert events.letters(item)[0]["to"] == "notices"


@pytest.mark.parametrize("token", [None, "x", "a.b.c"])
def test_without_a_valid_token_nobody_passes(token: str | None) -> None:
    status, problem, _ = send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY)
    assert (status, problem["code"]) == (401, "auth.required")


def test_a_role_that_is_not_held_is_forbidden_and_a_held_one_passes() -> None:
    refused = send("GET", "/v1/boxes/1/count", sign_in())
    clerk = sign_in([(Grant(Role.LABOUR_CLERK, Scope.parse("project:p1")), None)])
    assert (refused[0], refused[1]["code"]) == (403, "auth.forbidden")
    assert send("GET", "/v1/boxes/1/count", clerk)[1]["code"] == "test.box-full"


def test_a_grant_past_its_end_counts_for_nothing() -> None:
    past = clock.now() - timedelta(seconds=1)
    token = sign_in([(Grant(Role.LABOUR_CLERK, Scope.parse("project:p1")), past)])
    assert send("GET", "/v1/boxes/1/count", token)[0] == 403


def test_wrong_fields_are_named_in_chinese_without_repeating_values() -> None:
    status, problem, headers = send("POST", "/v1/boxes", sign_in(), {"contents": "秘密"}, idempotency_key=KEY)
    assert status == 422
    assert headers["Content-Type"] == "application/problem+json"
    assert {error["field"] for error in problem["errors"]} == {"content", "contents"}
    assert "秘密" not in json.dumps(problem, ensure_ascii=False)


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/v1/nothing", 404), ("DELETE", "/v1/boxes", 405)]
)
def test_unknown_paths_and_methods_are_problems_too(method: str, path: str, status: int) -> None:
    assert send(method, path)[1]["status"] == status


def test_a_lost_browser_gets_a_page_with_a_way_back() -> None:
    event = {
        "path": "/v1/nothing",
        "httpMethod": "GET",
        "headers": {"Accept": "text/html,*/*"},
        "requestContext": {"stage": "$default"},
    }
    answer = handler(event, None)
    assert answer["statusCode"] == 404
    assert answer["headers"]["Content-Type"].startswith("text/html")
    assert 'href="/"' in answer["body"]
    assert answer["headers"]["Content-Security-Policy"].startswith("default-src 'none'")


def test_all_models_share_one_client() -> None:
    assert BoxRecord._get_connection().connection is Base._get_connection().connection is connection()
