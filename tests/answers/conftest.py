"""A county's office with two people who write and review, and somebody who asks; the stream that carries them on."""

import datetime as dt
import json
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import pytest

from mashangban.domains.answers import listeners
from mashangban.domains.answers.app import handler
from mashangban.domains.answers.models import TABLE
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from tests.engine import connect
from tests.pump import Pump
from tests.registry.conftest import officer
from tests.workers import phone

COUNTY = "330110"


def call(
    who: Principal | None, method: str, path: str, body: Any = None, **query: str
) -> tuple[int, dict[str, Any]]:
    """One request through the function's own handler."""
    headers = {"content-type": "application/json"}
    if who is not None:
        headers["authorization"] = f"Bearer {phone.phone_of(who).token}"
    if method != "GET":
        headers["idempotency-key"] = secrets.token_hex(12)
    text = json.dumps(body) if body is not None else None
    asked = f"?{urlencode(query)}" if query else ""
    event = phone._event(method, f"/v1/answers{path}{asked}", text, headers)
    raw = handler(event, None)
    return raw["statusCode"], json.loads(raw["body"]) if raw["body"] else {}


@dataclass
class Office:
    """Two people of a county's office; what they write has a word in it that nobody else has."""

    pump: Pump
    county: str = COUNTY
    word: str = field(default_factory=lambda: "".join(secrets.choice("琥珀翡翠玛瑙珊瑚") for _ in range(6)))
    author: Principal = field(default_factory=lambda: officer(COUNTY))
    reviewer: Principal = field(default_factory=lambda: officer(COUNTY))

    def form(self, **differs: Any) -> dict[str, Any]:
        """A draft that may be submitted as it is."""
        return {
            "region": self.county,
            "department": "labour",
            "question": f"{self.word}工地的工资什么时候发",
            "titles": [],
            "answer": "按月足额发到本人的工资卡，具体日子看劳动合同。",
            "source": "保障农民工工资支付条例",
            "clause": "第十一条",
            "valid_from": clock.local_date(clock.now()).isoformat(),
        } | differs

    def drafted(self, **differs: Any) -> str:
        status, answer = call(self.author, "POST", "/pairs", self.form(**differs))
        assert status == 201, answer
        return str(answer["id"])

    def submitted(self, **differs: Any) -> str:
        pair_id = self.drafted(**differs)
        status, answer = call(self.author, "POST", f"/pairs/{pair_id}/submission")
        assert status == 200, answer
        return pair_id

    def published(self, **differs: Any) -> str:
        pair_id = self.submitted(**differs)
        status, answer = call(self.reviewer, "POST", f"/pairs/{pair_id}/approval")
        assert status == 200, answer
        self.pump.run()
        return pair_id

    def actions(self, who: Principal, pair_id: str) -> list[str]:
        return list(call(who, "GET", f"/pairs/{pair_id}")[1]["actions"])


def strange() -> str:
    """What nobody has ever answered, and nobody else asks; Chinese characters by chance sound like something known."""
    return "".join(secrets.choice("bcdfghjkmnpqrstvwxz") for _ in range(16))


def days(number: int) -> str:
    """A day before or after today, as forms write it."""
    return (clock.local_date(clock.now()) + dt.timedelta(days=number)).isoformat()


@pytest.fixture(scope="module")
def ground(stage: object, engine_url: str) -> None:
    """The engine stands behind the product."""
    connect(engine_url)


@pytest.fixture(scope="module")
def office(ground: None, engine_url: str) -> Office:
    return Office(Pump(engine_url, TABLE, listeners.on_event, listeners.on_message))
