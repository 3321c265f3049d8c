"""Notices on the real engine, with the partner sandbox at the other end and people who can be reached."""

import datetime as dt
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import urllib3

from mashangban.identity.repository import grants as grant_items
from mashangban.identity.rules.granting import HeldGrant
from mashangban.identity.service import people, sessions
from mashangban.kernel import clock, ids, tokens
from mashangban.kernel import partners as partner_calls
from mashangban.kernel.acts import system_act
from mashangban.kernel.clock import SHANGHAI
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Grant
from mashangban.kernel.sessions import IDENTITY, grants_to_text, session_pk
from mashangban.kernel.streams import Delivery
from mashangban.kernel.transaction import Transaction
from mashangban.notices import listeners, repository
from mashangban.notices.app import handler
from mashangban.notices.models import NoticeRecord
from mashangban.notices.partners import wechat
from mashangban.notices.repository import Notice
from mashangban.notices.service import sending
from mashangban.notices.terms.templates import WECHAT_TEMPLATE_ID
from tests.identity.conftest import Partners, new_mobile, partners, sandbox  # noqa: F401 - fixtures by name

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=SHANGHAI).astimezone(dt.UTC)
NIGHT = dt.datetime(2026, 11, 23, 23, tzinfo=SHANGHAI).astimezone(dt.UTC)
MORNING = dt.datetime(2026, 11, 24, 8, tzinfo=SHANGHAI).astimezone(dt.UTC)


@dataclass(frozen=True, slots=True)
class Someone:
    """A registered person and the addresses that the sandbox knows them by."""

    id: str
    phone: str | None
    openid: str | None
    world: Partners

    def texts(self) -> list[str]:
        items = self.world.http.get("/sms/messages", params={"phone": self.phone or "none"}).json()["items"]
        return [item["text"] for item in items]

    def wechat_messages(self) -> list[dict[str, Any]]:
        query = {"openid": self.openid or "none"}
        found: list[dict[str, Any]] = self.world.http.get("/wechat/messages", params=query).json()["items"]
        return found

    def agrees(self, times: int = 1) -> None:
        self.world.http.post(f"/wechat/users/{self.openid}/consents", json={WECHAT_TEMPLATE_ID: times})

    def notices(self) -> list[Notice]:
        records = NoticeRecord.query(f"PERSON#{self.id}", NoticeRecord.SK.startswith("NOTICE#"))
        return [repository.notice(self.id, record.SK.removeprefix("NOTICE#")) for record in records]

    def states(self) -> dict[str, str]:
        return {one.channel.value: one.state.value for one in self.notices()[-1].channels}


class People:
    """Makes people; each test has its own."""

    def __init__(self, world: Partners) -> None:
        self.world = world

    def someone(self, *, phone: bool = True, wechat_user: bool = True) -> Someone:
        number = new_mobile() if phone else None
        openid = None
        if wechat_user:
            openid = self.world.http.post("/wechat/codes", json={"device": ids.new_id()}).json()["openid"]
        newcomer = sessions.newcomer(clock.now(), phone=number, openid=openid)
        person_id = people.register(system_act("test"), newcomer)
        return Someone(person_id, number, openid, self.world)


def held(post: Grant, *people: str, until: dt.datetime | None = None) -> list[str]:
    """Let people hold a post; gives them in the order in which they are found."""
    since = NOON - dt.timedelta(days=1)
    for person in people:
        grant_id = grant_items.new_id(person, ids.new_id())
        one = HeldGrant(grant_id, person, post.role, post.scope, "", since, until, "test")
        with Transaction(system_act("test"), IDENTITY) as tx:
            grant_items.add(tx, one)
    return sorted(people)


def message(person_id: str, *, event_id: str | None = None, at: dt.datetime = NOON, **body: Any) -> Delivery:
    """A request as another room's event brings it."""
    content = {"person_id": person_id, "kind": "test.news", "title": "标题", "text": "内容", **body}
    if content["title"] is None:
        del content["title"], content["text"]
    subject = Subject("contract", content.pop("contract", "C1"))
    return Delivery(event_id or f"{ids.new_id()}#0", "notices.notify", content, "workers", subject, 1, at)


def deliver(delivery: Delivery, *, seconds: float = 0) -> None:
    """Let the listener have one message; with `seconds` it sends at once."""
    listeners.Batch(delivery.at, seconds).on_message(delivery)


def tell(person_id: str, *, seconds: float = 0, **body: Any) -> None:
    deliver(message(person_id, **body), seconds=seconds)


@pytest.fixture
def people_world(partners: Partners, monkeypatch: pytest.MonkeyPatch) -> Iterator[People]:  # noqa: F811 - the fixture
    quick = urllib3.PoolManager(timeout=urllib3.Timeout(connect=1, read=0.5))
    monkeypatch.setattr(partner_calls, "_pool", lambda: quick)
    monkeypatch.setattr(wechat, "_token", wechat.AccessToken())
    for shard in range(4):  # what earlier tests left waiting would be sent too
        for record in repository.due(shard, dt.datetime(2100, 1, 1, tzinfo=dt.UTC)):
            record.delete()
    yield People(partners)
    quick.clear()


def send_due(now: dt.datetime = NOON) -> sending.Run:
    return sending.send_due(now)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: Any


def call(
    person_id: str,
    method: str,
    path: str,
    body: Any = None,
    *,
    grants: list[Grant] | None = None,
    key: str | None = None,
    **query: str,
) -> Answer:
    """One request of a signed-in person through the app."""
    session_id, at = ids.new_id(), clock.now()
    item = {
        "PK": {"S": session_pk(session_id)},
        "SK": {"S": "SESSION"},
        "person_id": {"S": person_id},
        "epoch": {"N": "1"},
        "grants": {"S": grants_to_text([(grant, None) for grant in grants or []])},
        "real_name": {"BOOL": True},
        "ends_at": {"S": (at + dt.timedelta(hours=1)).isoformat()},
    }
    client().put_item(TableName=IDENTITY.physical, Item=item)
    token = tokens.issue(tokens.Claims(person_id, session_id, 1), at)
    headers = {
        "content-type": "application/json",
        "authorization": f"Bearer {token}",
        "idempotency-key": key or secrets.token_hex(12),
    }
    whole = f"/v1/notices{path}"
    event = {
        "version": "1.0", "resource": "/v1/notices/{proxy+}", "path": whole, "httpMethod": method,
        "headers": headers, "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": query or None,
        "multiValueQueryStringParameters": {name: [value] for name, value in query.items()} or None,
        "pathParameters": {"proxy": "x"}, "stageVariables": None,
        "requestContext": {
            "httpMethod": method, "path": whole, "stage": "$default", "requestId": "r-1",
            "resourcePath": "/v1/notices/{proxy+}", "identity": {"sourceIp": "127.0.0.1"},
        },
        "body": None if body is None else json.dumps(body), "isBase64Encoded": False,
    }  # fmt: skip
    answer = handler(event, None)
    return Answer(answer["statusCode"], json.loads(answer["body"]) if answer["body"] else None)
