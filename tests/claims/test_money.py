"""Money through a treasury that fails in every way: each claim is paid once, what comes back goes out again, once."""

import json
import time
import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.repository import claims, orders
from mashangban.domains.claims.service import paying, reconciling
from mashangban.domains.claims.terms import OrderKind
from mashangban.kernel import clock
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.settings import settings
from mashangban.kernel.transaction import Transaction
from sandbox.keys import read_keys
from sandbox.signatures import sign
from tests.claims.conftest import Firm, Hall, account, call
from tests.identity.conftest import Partners, sandbox
from tests.registry.conftest import officer, person
from tests.workers.phone import _event

__all__ = ["sandbox"]
TEN_WAN = 10_000_000
PATH = "/v1/claims/treasury/callbacks"
GOOD, WRONG_NAME = "2345", "0000"  # endings


@pytest.fixture
def treasury(sandbox: Partners, monkeypatch: pytest.MonkeyPatch) -> Iterator[Partners]:
    """The treasury; its callbacks go to the discard port, tests bring them themselves."""
    monkeypatch.setenv("TREASURY_API_URL", sandbox.base)
    monkeypatch.setenv("PUBLIC_URL", "http://127.0.0.1:9")
    settings.cache_clear()
    yield sandbox
    sandbox.heal()
    sandbox.http.put("/treasury/settings", json={"delay_ms": 0})
    settings.cache_clear()


class Approved:
    """A claim for which money is held."""

    def __init__(self, hall: Hall, ending: str = GOOD) -> None:
        self.hall, self.policy = hall, hall.policy(TEN_WAN, mode="ordinary", publicity_days=0)
        self.firm: Firm = hall.firm()
        self.id = hall.begun(self.firm, self.policy)
        given = account(ending)
        assert hall.submit(self.firm, self.id, account=given)[0] == 200
        hall.reviewed(self.id)
        assert hall.do(hall.approver, self.id, "approval")[0] == 200

    def work(self) -> None:
        paying.work(system_act("claims_clock"), self.id)

    @property
    def state(self) -> str:
        return claims.get(self.id).state.value


@pytest.fixture
def approved(hall: Hall, treasury: Partners) -> Approved:
    return Approved(hall)


def moved(claim_id: str) -> list[tuple[str, int]]:
    """What the treasury's book says of a claim."""
    from mashangban.domains.claims.partners import treasury

    found, after = [], 0
    while page := treasury.statement("33", after):
        found += [(one.kind, one.amount_fen) for one in page if one.key.startswith(claim_id)]
        after = page[-1].sequence
    return found


def call_back(stage: Path, body: Any, request_id: str = "", secret: str = "") -> tuple[int, str]:
    from mashangban.domains.claims.app import handler

    raw, key = json.dumps(body), read_keys(stage)["treasury"]
    at, number = str(int(time.time())), request_id or str(uuid.uuid4())
    headers = {
        "content-type": "application/json",
        "x-app-id": key.app_id,
        "x-timestamp": at,
        "x-request-id": number,
        "x-signature": sign(secret or key.secret, "POST", PATH, at, number, raw.encode()),
    }
    answer = handler(_event("POST", PATH, raw, headers), None)
    return answer["statusCode"], json.loads(answer["body"])["code"] if answer["body"] else ""


def test_an_approved_claim_is_paid_once_however_often_it_is_worked_on(approved: Approved) -> None:
    approved.hall.pump.run()
    for _ in range(3):
        approved.work()
    assert (approved.state, moved(approved.id)) == ("paid", [("payment", -TEN_WAN)])
    labels = [one["label"] for one in approved.hall.show(approved.firm.office, approved.id)["log"]]
    assert labels[-2:] == ["批准，预算已留出", "资金已到账"]


@pytest.mark.parametrize(
    "fault",
    [{"status": 500}, {"drop_after_success": True}, {"delay_ms": 6_000}],
    ids=["answers 500", "pays and goes silent", "answers too late"],
)
def test_a_treasury_that_fails_pays_once_when_asked_again(
    approved: Approved, treasury: Partners, fault: dict[str, Any]
) -> None:
    treasury.http.put("/_faults/treasury", json=fault | {"times": 1})
    with pytest.raises(PartnerUnavailable):
        approved.work()
    assert approved.state == "approved"
    treasury.heal()
    approved.work()
    assert (approved.state, moved(approved.id)) == ("paid", [("payment", -TEN_WAN)])


def test_the_clock_goes_on_with_what_the_treasury_left_open(approved: Approved, treasury: Partners) -> None:
    treasury.http.put("/treasury/settings", json={"delay_ms": 3_600_000})
    approved.work()
    assert approved.state == "ordered"
    one = claims.get(approved.id)
    before = orders.current(one, OrderKind.PAYMENT)
    approved.work()
    after = orders.current(one, OrderKind.PAYMENT)
    assert before is not None
    assert after is not None
    assert (after.tries, approved.state) == (before.tries + 1, "ordered")


def test_callbacks_that_repeat_lie_or_come_out_of_order_change_nothing(
    approved: Approved, stage: Path
) -> None:
    key = f"{approved.id}.1"
    assert call_back(stage, {"key": key, "state": "returned"}, request_id="t" + approved.id) == (204, "")
    assert approved.state == "paid"
    version = claims.get(approved.id).version
    assert call_back(stage, {"key": key, "state": "paid"}, request_id="t" + approved.id) == (
        409,
        "claims.treasury.replayed",
    )
    for state in ("returned", "accepted", "paid"):
        assert call_back(stage, {"key": key, "state": state}) == (204, "")
    assert (claims.get(approved.id).version, moved(approved.id)) == (version, [("payment", -TEN_WAN)])


def test_a_callback_that_is_not_the_treasurys_is_refused(approved: Approved, stage: Path) -> None:
    body = {"key": f"{approved.id}.1", "state": "paid"}
    assert call_back(stage, body, secret="another") == (403, "claims.treasury.signature-wrong")
    assert approved.state == "approved"
    assert call_back(stage, {"key": "none.of.ours"})[0] == 204
    assert call_back(stage, [])[0] == 400


def test_what_came_back_goes_out_again_to_the_corrected_account(hall: Hall, treasury: Partners) -> None:
    one = Approved(hall, WRONG_NAME)
    one.work()
    view = hall.show(one.firm.office, one.id)
    assert (one.state, view["note"], view["actions"]) == ("returned", "账号户名不符", ["correct_account"])
    given = {"account": account(GOOD)}
    assert hall.do(one.firm.office, one.id, "account", given)[1]["state"] == "approved"
    one.work()
    assert (one.state, hall.left(one.policy)) == ("paid", 0)
    assert sum(fen for _, fen in moved(one.id)) == -TEN_WAN
    assert hall.do(one.firm.office, one.id, "account", given)[1]["code"] == "claims.claim.wrong-step"


def test_an_old_attempts_news_does_not_touch_the_new_one(hall: Hall, treasury: Partners, stage: Path) -> None:
    one = Approved(hall, WRONG_NAME)
    one.work()
    hall.do(one.firm.office, one.id, "account", {"account": account(GOOD)})
    assert call_back(stage, {"key": f"{one.id}.1", "state": "paid"}) == (204, "")
    assert call_back(stage, {"key": f"{one.id}.1", "state": "returned"}) == (204, "")
    assert (one.state, sum(fen for _, fen in moved(one.id))) == ("paid", -TEN_WAN)


def test_what_was_paid_can_be_called_back_and_the_treasury_says_when_it_came(
    approved: Approved, treasury: Partners, stage: Path
) -> None:
    approved.work()
    hall = approved.hall
    assert hall.do(person(), approved.id, "recovery", {"text": "材料不实"})[0] == 403
    assert hall.do(hall.approver, approved.id, "recovery", {"text": "材料不实"})[1]["state"] == "recovering"
    hall.pump.run()
    assert approved.state == "recovering"
    key = f"{approved.id}.r1"
    assert treasury.http.post(f"/treasury/recoveries/{key}/receipt").status_code == 200
    assert call_back(stage, {"key": key, "state": "received"}) == (204, "")
    assert (approved.state, sum(fen for _, fen in moved(approved.id))) == ("recovered", 0)


def test_the_days_statement_mends_what_a_lost_callback_left_and_reports_the_rest(
    approved: Approved, treasury: Partners
) -> None:
    approved.work()
    act = system_act("claims_clock")
    first = reconciling.reconcile(act, "33")
    assert [gap for gap in first.gaps if gap.key.startswith(approved.id)] == []
    treasury.http.post(f"/treasury/payments/{approved.id}.1/return", json={"reason": "账户已冻结"})
    second = reconciling.reconcile(act, "33")
    assert approved.state == "returned"
    assert [gap for gap in second.gaps if gap.key.startswith(approved.id)] == []


def test_a_book_that_was_read_while_our_clock_was_ahead_is_read_again_once_it_is_right(
    approved: Approved,
) -> None:
    now = clock.now()
    with Transaction(system_act("claims_clock", now), TABLE) as tx:
        orders.keep_book(tx, "33")
    for pause, read in ((timedelta(0), False), (timedelta(days=2), True)):
        reconciling.reconcile(system_act("claims_clock", now + pause), "33")
        assert ("33" in orders.books_due(now)) is read


def test_a_payment_that_nobody_ordered_is_a_difference(approved: Approved, treasury: Partners) -> None:
    from mashangban.domains.claims.partners import treasury as port

    key = f"{approved.id}.9"
    body = {
        "key": key, "book": "33", "name": "某公司", "bank": "某银行", "account": account()["number"], "amount_fen": 7,
    }  # fmt: skip
    port.partner().post_signed("/treasury/payments", body)
    reconciling.reconcile(system_act("claims_clock"), "33")
    status, found = call(officer("33"), "GET", "/claims/reconciliations?book=33&limit=50")
    assert status == 200
    gaps = [gap for report in found["items"] for gap in report["gaps"] if gap["key"] == key]
    assert [(one["kind_label"], one["ours_fen"], one["treasury_fen"]) for one in gaps] == [
        ("国库有，我们没有", 0, 7)
    ]
    assert call(officer("34"), "GET", "/claims/reconciliations?book=33")[0] == 404
    assert call(approved.firm.office, "GET", "/claims/reconciliations?book=33")[0] == 403


def test_the_clock_finds_what_is_to_be_paid(approved: Approved) -> None:
    now = clock.now()
    while approved.state != "paid":
        assert paying.work_due(now) > 0
    assert moved(approved.id) == [("payment", -TEN_WAN)]
