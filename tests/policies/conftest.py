"""An office that writes policies, the facts it asks for, and the stream that carries them on."""

import datetime as dt
import json
import random
import secrets
from dataclasses import dataclass, field
from typing import Any

import pytest

from mashangban.domains.policies import listeners
from mashangban.domains.policies.app import handler
from mashangban.domains.policies.models import TABLE, ProfileRecord, RowRecord
from mashangban.domains.policies.rules.listing import region_list
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from tests.engine import connect
from tests.pump import Pump
from tests.registry.conftest import Desk, officer
from tests.workers import phone

PROVINCE = "33"
COUNTY = "330106"


def pump_of(url: str) -> Pump:
    """The stream of this room's table."""
    return Pump(url, TABLE, listeners.on_event, listeners.on_message)


def call(
    who: Principal | None, method: str, path: str, body: Any = None, key: str = ""
) -> tuple[int, dict[str, Any]]:
    """One request through the function's own handler."""
    headers = {"content-type": "application/json"}
    if who is not None:
        headers["authorization"] = f"Bearer {phone.phone_of(who).token}"
    if method != "GET":
        headers["idempotency-key"] = key or secrets.token_hex(12)
    text = json.dumps(body) if body is not None else None
    raw = handler(phone._event(method, f"/v1/policies{path}", text, headers), None)
    return raw["statusCode"], json.loads(raw["body"]) if raw["body"] else {}


@dataclass
class Bureau:
    """A county's office with facts of its own; their codes begin with a word nobody else has."""

    pump: Pump
    word: str = field(default_factory=lambda: f"x{secrets.token_hex(5)}")
    officer: Principal = field(default_factory=lambda: officer(COUNTY))
    province: Principal = field(default_factory=lambda: officer(PROVINCE))

    def __post_init__(self) -> None:
        self.declare("revenue", "上年营业收入", "money", department="tax")
        self.declare("staff", "职工人数", "number", department="human_resources", unit="人")
        self.declare("tech", "高新技术企业", "boolean", department="science")

    def code(self, name: str) -> str:
        return f"{self.word}.{name}"

    def declare(self, name: str, label: str, kind: str, **more: Any) -> None:
        form = {"code": self.code(name), "name": label, "type": kind, "department": "market"} | more
        status, answer = call(self.province, "POST", "/indicators", form)
        assert status == 201, answer

    def text(self) -> str:
        return f"{self.code('tech')} and {self.code('revenue')} >= 500万元"

    def case(self, name: str, expected: str, **facts: Any) -> dict[str, Any]:
        return {
            "name": name,
            "facts": {self.code(one): value for one, value in facts.items()},
            "expected": expected,
        }

    def form(self, **differs: Any) -> dict[str, Any]:
        """A draft that may be published as it is."""
        today = clock.local_date(clock.now())
        return {
            "region": COUNTY,
            "title": f"{self.word}研发奖励",
            "number": "西政办〔2026〕1号",
            "department": "science",
            "basis": "区科技发展条例第八条",
            "summary": "高新技术企业营收满500万元的，奖励10万元。",
            "audience": "在本区注册的高新技术企业",
            "condition": self.text(),
            "award": {"kind": "fixed", "amount": 10_000_000},
            "mode": "at_once",
            "valid_from": (today - dt.timedelta(days=30)).isoformat(),
            "opens_on": (today - dt.timedelta(days=10)).isoformat(),
            "closes_on": (today + dt.timedelta(days=60)).isoformat(),
            "tags": ["行业:软件", "研发:高企"],
            "materials": [{"name": "纳税证明", "source": "shared", "fact": self.code("revenue")}],
            "cases": [
                self.case("达标", "yes", tech=True, revenue=500_000_000),
                self.case("营收不够", "no", tech=True, revenue=499_999_999),
            ],
            "steps": "网上申报。5个工作日内审核。",
            "payment": "打到企业对公账户",
            "phone": "0571-12345678",
            "review_days": 5,
            "budget": 1_000_000_000,
        } | differs

    def enterprise(self, county: str = COUNTY) -> str:
        """A new enterprise of the county in the registry, with a legal person of a name of its own."""
        name = "王" + "".join(random.choices("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍", k=5))
        return Desk(officer(county)).enterprise(county=county, legal_person=name).id

    def state(self, enterprise_id: str, **facts: Any) -> tuple[int, dict[str, Any]]:
        """A department states facts of today."""
        today = clock.local_date(clock.now()).isoformat()
        rows = [
            {"code": self.code(name), "value": value, "stated_on": today, "source": "年度申报"}
            for name, value in facts.items()
        ]
        answer = call(self.officer, "POST", f"/profiles/{enterprise_id}/facts", {"facts": rows})
        self.pump.run()
        return answer

    def matches(self, who: Principal, enterprise_id: str, *policy_ids: str) -> dict[str, str]:
        """What an enterprise's list says of these policies."""
        status, answer = call(who, "GET", f"/profiles/{enterprise_id}/matches")
        assert status == 200, answer
        return {one["policy_id"]: one["answer"] for one in answer["items"] if one["policy_id"] in policy_ids}

    def drafted(self, **differs: Any) -> str:
        status, answer = call(self.officer, "POST", "/policies", self.form(**differs))
        assert status == 201, answer
        return str(answer["id"])

    def published(self, **differs: Any) -> str:
        policy_id = self.drafted(**differs)
        status, answer = call(self.officer, "POST", f"/policies/{policy_id}/publication")
        assert status == 200, answer
        self.pump.run()
        return policy_id


@pytest.fixture(scope="module")
def ground(stage: object, engine_url: str) -> None:
    """The engine stands behind the product."""
    connect(engine_url)


def forget(region: str = COUNTY) -> None:
    """No list holds enterprises and policies of earlier tests: each that is published reaches all of its county, so the
    last test of a run would pay for all before it."""
    where = ProfileRecord.GSI1SK.startswith(region)
    for kind, key, some in (
        (ProfileRecord, f"PROFILES-IN#{region[:2]}", where),
        (RowRecord, f"LISTED#{region_list(region)}", None),
    ):
        for record in kind.query(key, some, index_name="GSI1"):
            record.update([kind.GSI1PK.remove(), kind.GSI1SK.remove()])


@pytest.fixture(scope="module")
def bureau(ground: None, engine_url: str) -> Bureau:
    forget()
    return Bureau(pump_of(engine_url))
