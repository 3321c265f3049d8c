"""The bank's callbacks: let in by signature, once, and believed only as a reason to ask."""

import json
import time
import uuid
from pathlib import Path
from typing import Any

import pytest

from mashangban.domains.payments.repository import runs, transfers
from mashangban.domains.payments.service import differences
from mashangban.domains.payments.terms import DifferenceState
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from sandbox.keys import read_keys
from sandbox.signatures import sign
from tests.payments.conftest import Works, lines_of, state_of
from tests.workers.phone import Answer, Phone, _answer, _event

PATH = "/v1/payments/bank/callbacks"


def call_back(stage: Path, body: Any, **bent: str) -> Answer:
    from mashangban.domains.payments.app import handler

    raw, key = json.dumps(body), read_keys(stage)["bank"]
    timestamp = bent.get("timestamp", str(int(time.time())))
    request_id = bent.get("request_id", str(uuid.uuid4()))
    secret = bent.get("secret", key.secret)
    headers = {
        "content-type": "application/json",
        "x-app-id": bent.get("app_id", key.app_id),
        "x-timestamp": timestamp,
        "x-request-id": request_id,
        "x-signature": bent.get("signature")
        or sign(secret, "POST", PATH, timestamp, request_id, raw.encode()),
    }
    return _answer(handler(_event("POST", PATH, bent.get("sent", raw), headers), None))


def claim(run: str, state: str, person: str) -> dict[str, Any]:
    one = lines_of(run)[person]
    line = {
        "key": one.id, "state": state, "amount_fen": one.amount_fen, "reason": "", "reference": "x",
    }  # fmt: skip
    return {"key": f"{run}.1", "lines": [line]}


@pytest.mark.parametrize(
    "bent",
    [
        {"secret": "another"},
        {"signature": "0" * 64},
        {"app_id": "somebody"},
        {"timestamp": "1000000000"},
        {"timestamp": "９９９"},
        {"timestamp": ""},
        {"request_id": ""},
        {"sent": '{"key": "x.1"}'},
    ],
)
def test_a_callback_that_is_not_the_banks_changes_nothing(
    works: Works, staff: list[Principal], stage: Path, bent: dict[str, str]
) -> None:
    works.bank.http.put("/bank/settings", json={"delay_ms": 3_600_000})
    works.fund(500000)
    run = works.pay(staff[:1])
    works.bank.http.put("/bank/settings", json={"delay_ms": 0})
    answer = call_back(stage, claim(run, "paid", staff[0].person_id), **bent)
    assert (answer.status, answer.code) == (403, "payments.callback.signature-wrong")
    assert state_of(run) == "sending"


def test_without_any_signature_nobody_is_let_in(ground: object) -> None:
    from mashangban.domains.payments.app import handler

    answer = _answer(handler(_event("POST", PATH, "{}", {"content-type": "application/json"}), None))
    assert answer.code == "payments.callback.signature-wrong"
    assert Phone().get("/v1/payments/nothing").status == 404


def test_a_lie_under_the_right_signature_is_not_believed(
    works: Works, staff: list[Principal], stage: Path
) -> None:
    works.fund(1_000_000)
    run = works.pay([staff[0], staff[2]])
    before = {key: one.state for key, one in lines_of(run).items()}
    assert call_back(stage, claim(run, "returned", staff[0].person_id)).status == 204
    assert call_back(stage, claim(run, "paid", staff[2].person_id)).status == 204
    assert {key: one.state for key, one in lines_of(run).items()} == before


def test_the_same_request_is_let_in_once_and_a_repeated_message_is_harmless(
    works: Works, staff: list[Principal], stage: Path
) -> None:
    works.fund(1_000_000)
    run = works.pay(staff[:1])
    version = lines_of(run)[staff[0].person_id].version
    body = claim(run, "paid", staff[0].person_id)
    assert call_back(stage, body, request_id="r" + run).status == 204
    assert call_back(stage, body, request_id="r" + run).code == "payments.callback.replayed"
    assert call_back(stage, body).status == 204
    assert lines_of(run)[staff[0].person_id].version == version


def test_a_callback_brings_home_what_the_clock_has_not_seen_yet(
    works: Works, staff: list[Principal], stage: Path
) -> None:
    works.bank.http.put("/bank/settings", json={"delay_ms": 700})
    works.fund(1_000_000)
    run = works.pay(staff[:1])
    assert state_of(run) == "sending"
    deadline = time.monotonic() + 10
    while state_of(run) != "done":
        assert call_back(stage, claim(run, "paid", staff[0].person_id)).status == 204
        assert time.monotonic() < deadline


def test_money_that_comes_back_a_day_later_reopens_the_line(
    works: Works, staff: list[Principal], stage: Path
) -> None:
    works.fund(1_000_000)
    run = works.pay(staff[:1])
    one = lines_of(run)[staff[0].person_id]
    answer = works.bank.http.post(f"/bank/lines/{one.id}/return", json={"reason": "收款账户已冻结"})
    assert answer.status_code == 200
    assert call_back(stage, claim(run, "returned", staff[0].person_id)).status == 204
    after = transfers.find(one.id)
    assert after is not None
    assert (after.state.value, after.reason) == ("returned", "收款账户已冻结")
    tally = runs.tally(run)
    assert (tally.paid, tally.paid_fen, tally.returned, tally.returned_fen) == (0, 0, 1, 500000)
    assert (
        differences.of_project(works.office, works.project.id, DifferenceState.OPEN, PageRequest()).items
        == []
    )


@pytest.mark.parametrize(
    "body", [[], {}, {"key": 5}, {"key": ""}, "x", {"key": "none.of.ours.1"}, {"key": "a.b"}]
)
def test_odd_bodies_are_answered_not_crashed_on(ground: object, stage: Path, body: Any) -> None:
    assert call_back(stage, body).status in {204, 400}
