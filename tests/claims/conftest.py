"""An office with a policy and money, an enterprise that claims, and the streams that carry both on."""

import datetime as dt
import json
import secrets
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from functions.claims_stream import handler as stream
from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines.rules.deadline import next_firing
from mashangban.deadlines.service import CALENDAR, Due
from mashangban.documents import events as documents
from mashangban.documents.models import SealRecord
from mashangban.documents.terms import SealMatter, SealState
from mashangban.domains.claims import app, listeners
from mashangban.domains.claims.models import TABLE, ClaimDeadlineRecord
from mashangban.domains.claims.service import climbing
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.streams import Delivery
from mashangban.processes.claiming import app as claiming
from tests.identity.conftest import new_mobile
from tests.policies.conftest import COUNTY, Bureau, forget, ground, pump_of
from tests.pump import Pump
from tests.registry.conftest import act, officer, person
from tests.workers import phone

__all__ = ["ground"]
SEEN = "5" * 64


def account(ending: str = "2345") -> dict[str, str]:
    """An account that nobody else in this run has: one that several enterprises use trips a fuse."""
    return {"bank": "工商银行杭州分行", "number": f"1202{secrets.randbelow(10**12):012d}{ending}"}


def call(
    who: Principal | None, method: str, path: str, body: Any = None, key: str = ""
) -> tuple[int, dict[str, Any]]:
    """One request through the function whose path it is."""
    handler = claiming.handler if path.startswith("/claiming") else app.handler
    headers = {"content-type": "application/json"}
    if who is not None:
        headers["authorization"] = f"Bearer {phone.phone_of(who).token}"
    if method != "GET":
        headers["idempotency-key"] = key or secrets.token_hex(12)
    text = json.dumps(body) if body is not None else None
    raw = handler(phone._event(method, f"/v1{path}", text, headers), None)
    return raw["statusCode"], json.loads(raw["body"]) if raw["body"] else {}


@dataclass
class Firm:
    """An enterprise with somebody who acts for it."""

    id: str
    office: Principal
    account: dict[str, str] = field(default_factory=account)


def cut_seal(enterprise_id: str) -> None:
    """A seal in force, with no picture: nothing is sealed with it in these tests."""
    SealRecord(
        f"SEAL#{enterprise_id}",
        "SEAL",
        name="样例企业",
        uscc="91330100799655058B",
        purpose="合同专用章",
        specimen=True,
        state=SealState.ACTIVE,
        drawing="0" * 64,
        diameter=40,
        certificate=b"-",
        key="-",
        certificate_serial="0",
        issued_at=clock.now(),
        valid_to=clock.now() + dt.timedelta(days=999),
        matters=tuple(SealMatter),
        version=1,
        chain=GENESIS,
    ).save()


def known(who: Principal) -> Principal:
    """The same post, held by somebody whom identity knows."""
    return replace(who, person_id=identity.ensure_person(act(who), new_mobile()))


@dataclass
class Hall:
    """A county's office with a policy; `pump` is the claims table's stream."""

    bureau: Bureau
    pump: Pump
    reviewer: Principal = field(default_factory=lambda: known(officer(COUNTY)))
    colleague: Principal = field(default_factory=lambda: officer(COUNTY))
    approver: Principal = field(default_factory=lambda: known(officer(COUNTY)))

    def firm(self, county: str = COUNTY, *, met: bool = True, sealed: bool = True) -> Firm:
        enterprise_id = self.bureau.enterprise(county)
        if met:
            status, answer = self.bureau.state(enterprise_id, tech=True, revenue=500_000_000)
            assert status == 200, answer
        if sealed:
            cut_seal(enterprise_id)
        return Firm(enterprise_id, known(person((Role.OPERATOR, f"org:{enterprise_id}"))))

    def policy(self, budget_fen: int = 0, **differs: Any) -> str:
        policy_id = self.bureau.published(**differs)
        if budget_fen:
            self.budget(policy_id, budget_fen)
        return policy_id

    def budget(self, policy_id: str, fen: int) -> tuple[int, dict[str, Any]]:
        """Opened; where it stands already, raised by two people."""
        path, form = f"/claiming/budgets/{policy_id}", {"total_fen": fen}
        status, answer = call(self.approver, "PUT", path, form)
        if answer.get("asked_fen"):
            return call(self.reviewer, "POST", f"{path}/confirmation", form)
        return status, answer

    def begun(self, firm: Firm, policy_id: str) -> str:
        form = {"policy_id": policy_id, "enterprise_id": firm.id}
        status, answer = call(firm.office, "POST", "/claiming/claims", form)
        assert status == 201, answer
        return str(answer["id"])

    def fill(self, firm: Firm, claim_id: str, **differs: Any) -> tuple[int, dict[str, Any]]:
        form = {"account": firm.account} | differs
        return call(firm.office, "POST", f"/claiming/claims/{claim_id}/form", form)

    def confirm(self, firm: Firm, claim_id: str, sha256: str = SEEN) -> tuple[int, dict[str, Any]]:
        return call(firm.office, "POST", f"/claiming/claims/{claim_id}/submission", {"form_sha256": sha256})

    def answer(self, firm: Firm, claim_id: str, kind: str, **more: Any) -> None:
        """What the documents room says about the form."""
        body = {
            "document_id": self.show(firm.office, claim_id)["form"]["document_id"],
            "subject": f"claim:{claim_id}",
            "sha256": SEEN,
        }
        listeners.on_message(
            Delivery(
                secrets.token_hex(8),
                kind,
                body | more,
                "documents",
                Subject("claim", claim_id),
                1,
                clock.now(),
            )
        )

    def submit(self, firm: Firm, claim_id: str, **differs: Any) -> tuple[int, dict[str, Any]]:
        """The form is filled in, printed, seen, confirmed and sealed."""
        status, answer = self.fill(firm, claim_id, **differs)
        if status != 200:
            return status, answer
        self.answer(firm, claim_id, documents.RENDERED)
        status, answer = self.confirm(firm, claim_id)
        if status == 200:
            self.answer(firm, claim_id, documents.SEALED)
        return status, answer

    def submitted(self, firm: Firm, policy_id: str) -> str:
        claim_id = self.begun(firm, policy_id)
        status, answer = self.submit(firm, claim_id)
        assert status == 200, answer
        return claim_id

    def do(
        self, who: Principal, claim_id: str, what: str, body: Any = None, key: str = ""
    ) -> tuple[int, dict[str, Any]]:
        return call(who, "POST", f"/claims/claims/{claim_id}/{what}", body, key)

    def passed(self, claim_id: str, *steps: str, **differs: Any) -> dict[str, Any]:
        """Each of these desks says yes."""
        answer: dict[str, Any] = {}
        for step in steps:
            status, answer = self.do(self.reviewer, claim_id, "pass", {"step": step} | differs)
            assert status == 200, answer
        return answer

    def reviewed(self, claim_id: str) -> None:
        """Taken up and passed by every desk of the ordinary mode, not all of them by the same hands."""
        status, answer = self.do(self.reviewer, claim_id, "acceptance")
        assert status == 200, answer
        self.passed(claim_id, "first")
        assert self.do(self.colleague, claim_id, "pass", {"step": "department"})[0] == 200
        self.passed(claim_id, "credit")

    def show(self, who: Principal, claim_id: str) -> dict[str, Any]:
        status, answer = call(who, "GET", f"/claims/claims/{claim_id}")
        assert status == 200, answer
        return answer

    def state(self, claim_id: str) -> str:
        return str(self.show(self.reviewer, claim_id)["row"]["state"])

    def left(self, policy_id: str) -> int:
        status, answer = call(self.approver, "GET", f"/claims/budgets/{policy_id}")
        assert status == 200, answer
        return int(answer["left_fen"])


def strike(claim_id: str, kind: str, days: int) -> int:
    """Let the clock fire what one deadline has to say within these days, as a sweep would; gives how many rungs."""
    until, fired = clock.now() + dt.timedelta(days=days), 0
    while True:
        record = ClaimDeadlineRecord.get(f"CLAIM#{claim_id}", f"DEADLINE#{kind}", consistent_read=True)
        if not record.GSI3SK or clock.from_text(record.GSI3SK) > until:
            return fired
        now = clock.from_text(record.GSI3SK)
        claimed = deadline_items.claim(record, now + dt.timedelta(minutes=2))
        assert claimed is not None
        firing = next_firing(claimed.deadline, CALENDAR, now)
        assert firing is not None
        climbing.fire(Due(firing, claimed, now))
        fired += 1


@pytest.fixture
def hall(ground: None, tables: str, engine_url: str) -> Hall:
    claims = Pump(engine_url, TABLE, stream.hear, listeners.on_message)
    forget()
    return Hall(Bureau(pump_of(engine_url)), claims)
