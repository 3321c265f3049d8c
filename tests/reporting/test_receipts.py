"""Receipts called back: signed, late, twice, out of order or at odds with themselves; and who may not deliver them."""

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mashangban.domains.reporting import events, partners
from mashangban.domains.reporting.models import TABLE
from mashangban.domains.reporting.repository import batches
from mashangban.domains.reporting.rules import batch as batch_rules
from mashangban.domains.reporting.service import telling
from mashangban.domains.reporting.terms import ASKS, BatchState, ReportState
from mashangban.employment.events import EMPLOYMENT
from mashangban.employment.rules import dump
from mashangban.kernel import history, ids
from mashangban.kernel.acts import system_act
from tests.reporting.conftest import (
    Callback,
    Platforms,
    Yard,
    batch_of,
    chain_of,
    tell,
    tell_day,
    worker_report,
)


def signed(callback: Callback, body: dict[str, Any], at: float | None = None) -> Callback:
    """The same letter with another body, signed by whoever holds the key."""
    raw, now, request = json.dumps(body).encode(), str(int(at or time.time())), ids.new_id()
    text = "\n".join(("POST", callback.path, now, request, hashlib.sha256(raw).hexdigest()))
    signature = hmac.new(partners.gateway().key.encode(), text.encode(), hashlib.sha256).hexdigest()
    headers = {**callback.headers, "x-timestamp": now, "x-request-id": request, "x-signature": signature}
    return Callback(callback.path, headers, raw)


def test_a_receipt_called_back_settles_the_batch(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    platforms.send()
    letter = platforms.mailbox.of(worker_report(one).batch_id)
    assert letter.deliver()["statusCode"] == 204
    report = worker_report(one)
    assert (report.state, batch_of(report).state) == (ReportState.ACCEPTED, BatchState.ANSWERED)
    assert report.receipt.startswith("33")
    assert report.digest == next(e.digest for e in batch_of(report).entries if e.report_id == report.id)


def test_a_receipt_twice_changes_nothing_more(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    platforms.fault(duplicate_callback=True, times=1)
    platforms.send()
    key = worker_report(one).batch_id
    for letter in (platforms.mailbox.of(key), platforms.mailbox.of(key)):
        assert letter.deliver()["statusCode"] == 204
    platforms.collect()
    assert len(chain_of(worker_report(one))) == 3


def test_a_receipt_that_comes_before_the_answer_to_sending_is_taken(
    platforms: Platforms, hangzhou: Yard
) -> None:
    one = hangzhou.hire()
    platforms.fault(drop_after_success=True, times=1)
    platforms.send()
    assert platforms.mailbox.of(worker_report(one).batch_id).deliver()["statusCode"] == 204
    assert worker_report(one).state is ReportState.ACCEPTED
    platforms.collect()
    assert len(chain_of(worker_report(one))) == 3


def test_results_that_are_held_back_come_when_they_come(platforms: Platforms, hangzhou: Yard) -> None:
    platforms.desk(hold=True)
    one = hangzhou.hire()
    platforms.send()
    platforms.collect()
    assert (worker_report(one).state, batch_of(worker_report(one)).asks) == (ReportState.SENT, 1)
    platforms.desk(hold=False)
    assert platforms.mailbox.of(worker_report(one).batch_id).deliver()["statusCode"] == 204
    assert worker_report(one).state is ReportState.ACCEPTED


def test_a_receipt_later_than_our_patience_still_counts(platforms: Platforms, hangzhou: Yard) -> None:
    platforms.desk(hold=True)
    one = hangzhou.hire()
    platforms.send()
    for _ in range(ASKS):
        platforms.collect()
    assert worker_report(one).state is ReportState.STUCK
    platforms.desk(hold=False)
    platforms.mailbox.of(worker_report(one).batch_id).deliver()
    assert worker_report(one).state is ReportState.ACCEPTED


def test_a_contradiction_leaves_the_first_word_and_is_noted_once(
    platforms: Platforms, hangzhou: Yard
) -> None:
    one = hangzhou.hire()
    platforms.send()
    letter = platforms.mailbox.of(worker_report(one).batch_id)
    letter.deliver()
    body = json.loads(letter.body)
    for result in body["results"]:
        result.update(accepted=False, code="CHANGED_MIND", message="")
    for _ in range(2):
        assert signed(letter, body).deliver()["statusCode"] == 204
    batch = batch_of(worker_report(one))
    told = [event.type for event in history.of(TABLE, batch.subject)]
    assert worker_report(one).state is ReportState.ACCEPTED
    assert batch.contradicted
    assert told.count(events.BATCH_CONTRADICTED) == 1


def test_results_come_in_parts(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    tell_day(one.contract_id)
    platforms.send()
    letter = platforms.mailbox.of(worker_report(one).batch_id)
    body = json.loads(letter.body)
    first, rest = body["results"][:1], body["results"][1:]
    assert rest
    signed(letter, body | {"results": first}).deliver()
    assert batch_of(worker_report(one)).state is BatchState.TAKEN
    signed(letter, body | {"results": rest}).deliver()
    assert batch_of(worker_report(one)).state is BatchState.ANSWERED


def test_a_rejection_keeps_code_and_reason_and_waits_for_a_person(platforms: Platforms, jinan: Yard) -> None:
    platforms.desk(refused_trades={"37": ["020"]})
    one = jinan.hire()
    platforms.send()
    platforms.mailbox.of(worker_report(one).batch_id).deliver()
    report = worker_report(one)
    assert (report.state, report.code) == (ReportState.REJECTED, "CODE_SUSPENDED")
    assert "020" in report.reason
    platforms.drain()
    assert worker_report(one).state is ReportState.REJECTED  # the same again would be vain


BENT: list[tuple[str, Callable[[Callback], dict[str, Any]]]] = [
    ("a wrong signature", lambda letter: letter.deliver(x_signature="0" * 64)),
    ("no signature", lambda letter: letter.deliver(x_signature="")),
    ("another sender", lambda letter: letter.deliver(x_app_id="someone")),
    ("another body", lambda letter: letter.deliver(body=letter.body.replace(b"true", b"false"))),
    ("another time", lambda letter: letter.deliver(x_timestamp=str(int(time.time()) - 5))),
    ("an old letter", lambda letter: signed(letter, {}, time.time() - 400).deliver()),
    ("a letter from the future", lambda letter: signed(letter, {}, time.time() + 400).deliver()),
    (
        "another address",
        lambda letter: Callback("/v1/reporting/board", letter.headers, letter.body).deliver(),
    ),
]


@pytest.mark.parametrize("bend", [bend for _, bend in BENT], ids=[name for name, _ in BENT])
def test_a_letter_that_the_platform_did_not_send_so_is_refused(
    platforms: Platforms, hangzhou: Yard, bend: Callable[[Callback], dict[str, Any]]
) -> None:
    one = hangzhou.hire()
    platforms.send()
    letter = platforms.mailbox.of(worker_report(one).batch_id)
    assert bend(letter)["statusCode"] in {403, 405}
    assert worker_report(one).state is ReportState.SENT


def test_a_signed_letter_that_cannot_be_read_or_is_not_ours_does_no_harm(
    platforms: Platforms, hangzhou: Yard
) -> None:
    one = hangzhou.hire()
    platforms.send()
    letter = platforms.mailbox.of(worker_report(one).batch_id)
    body = json.loads(letter.body)
    assert signed(letter, {"nonsense": 1}).deliver()["statusCode"] == 422
    assert signed(letter, body | {"batch_key": "unknown"}).deliver()["statusCode"] == 204
    assert signed(letter, body | {"platform": "37"}).deliver()["statusCode"] == 204
    strange = [{**one, "revision": 99} for one in body["results"]] + [
        {"key": "x", "revision": 1, "accepted": True}
    ]
    assert signed(letter, body | {"results": strange}).deliver()["statusCode"] == 204
    assert worker_report(one).state is ReportState.SENT


def test_a_receipt_told_again_after_its_report_went_on_changes_nothing(
    platforms: Platforms, hangzhou: Yard
) -> None:
    facts = hangzhou.hire()
    platforms.send()
    old = platforms.mailbox.of(worker_report(facts).batch_id)
    old.deliver()
    first = batch_of(worker_report(facts))
    tell(EMPLOYMENT, dump(replace(facts, version=facts.version + 1, ends_on=date(2027, 1, 31))))
    platforms.send()
    stands = worker_report(facts)
    assert stands.batch_id != first.id
    for letter in (
        old,
        signed(old, json.loads(old.body)),
    ):  # the same letter, and a copy with an id of its own
        assert letter.deliver()["statusCode"] == 204
    assert worker_report(facts) == stands
    assert history.of(TABLE, first.subject)[-1].version == first.version
    platforms.mailbox.of(stands.batch_id).deliver()
    assert worker_report(facts).state is ReportState.ACCEPTED


def test_a_receipt_told_many_times_at_once_is_taken_once(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    platforms.send()
    letter = platforms.mailbox.of(worker_report(one).batch_id)
    with ThreadPoolExecutor(6) as pool:
        told = [pool.submit(letter.deliver) for _ in range(6)]
    assert {one.result()["statusCode"] for one in told} <= {204, 503}
    types = [event.type for event in chain_of(worker_report(one))]
    assert types.count(events.ACCEPTED) == 1
    answered = [event.type for event in history.of(TABLE, batch_of(worker_report(one)).subject)]
    assert answered.count(events.BATCH_ANSWERED) == 1


def test_a_late_receipt_of_a_batch_that_was_dissolved_changes_nothing(
    platforms: Platforms, hangzhou: Yard
) -> None:
    one = hangzhou.hire()
    platforms.send()
    letter = platforms.mailbox.of(worker_report(one).batch_id)
    before = batch_of(worker_report(one))
    batches.move(
        system_act("test"),
        before,
        batch_rules.closed(before, BatchState.DISSOLVED),
        telling.batch_told(system_act("test"), events.BATCH_DISSOLVED, before, before),
    )
    stands = worker_report(one)
    assert letter.deliver()["statusCode"] == 204
    assert worker_report(one) == stands
