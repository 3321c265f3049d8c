"""The functions as the platform runs them: the stream takes messages and counts, the clock sends and asks."""

import json
from typing import Any

from functions.reporting_clock.handler import handler as clock_handler
from functions.reporting_stream.handler import handler as stream_handler
from mashangban.domains.reporting.models import TABLE
from mashangban.domains.reporting.repository import boards
from mashangban.domains.reporting.service.gathering import LINE
from mashangban.domains.reporting.terms import ReportState
from mashangban.identity import service as identity
from mashangban.identity.service.granting import GrantOrder
from mashangban.kernel import acts, crypto, events, history
from mashangban.kernel.permissions import Place, Role, Scope
from tests import engine
from tests.reporting.conftest import Platforms, Yard, batch_of, line, line_report, worker_report
from tests.told import told


def records(url: str, *partitions: str) -> list[dict[str, Any]]:
    return [
        one
        for one in engine.stream_records(url, "reporting")
        if any(one["dynamodb"]["Keys"]["PK"]["S"].startswith(pk) for pk in partitions)
    ]


def test_the_stream_counts_every_report_once(platforms: Platforms, ground: None, engine_url: str) -> None:
    one = Yard("371002").hire()
    told = records(engine_url, worker_report(one).subject.pk)
    assert stream_handler({"Records": told + told}, None) == {"batchItemFailures": []}
    assert boards.counters("region:371002", consistent=True)["state.waiting"] == 1


def test_the_clock_sends_what_is_due_and_asks_for_it(platforms: Platforms, hangzhou: Yard) -> None:
    one = hangzhou.hire()
    clock_handler({}, None)
    assert worker_report(one).state is ReportState.WAITING  # not due for a minute
    platforms.send()
    clock_handler({}, None)
    assert worker_report(one).state is ReportState.SENT  # asked half a minute after it was sent
    platforms.collect()
    assert worker_report(one).state is ReportState.ACCEPTED


def test_a_refusal_is_told_to_the_province_once_a_day(platforms: Platforms, jinan: Yard) -> None:
    person = identity.ensure_person(acts.system_act("tests"), "13712345678")
    order = GrantOrder(Role.PROVINCE_OFFICER, Scope("region", "37"), person_id=person)
    identity.grant(acts.system_act("tests"), order, Place())
    platforms.desk(refused_trades={"37": ["020"]})
    asked = []
    for _ in range(2):
        one = jinan.hire()
        platforms.drain()
        items = history.items_of(TABLE, batch_of(worker_report(one)).subject)
        letters = [one for item in items for one in events.letters(item) if one["to"] == "notices"]
        asked += [crypto.unseal(letter["body"], letter["context"]) for letter in letters]
    mine = [text for text in asked if person in told(json.loads(text))]
    assert len(mine) == 2
    assert len(set(mine)) == 1  # the same occasion: the notices room tells it once
    assert "/console/reporting/reports?where=37&state=rejected" in mine[0]


def test_a_line_may_come_through_the_inbox(platforms: Platforms, hangzhou: Yard, engine_url: str) -> None:
    one = hangzhou.hire()
    pay = line(one.contract_id)
    context = "message|test"
    image = {
        "PK": {"S": f"INBOX#{pay['line']}#0"}, "SK": {"S": "INBOX"}, "message_kind": {"S": LINE},
        "body": {"S": crypto.seal(events.canonical(pay), context)}, "context": {"S": context},
        "sender": {"S": "wages"}, "subject": {"S": "payline:x"}, "version": {"N": "1"},
        "at": {"S": "2026-11-25T00:00:00.000Z"},
    }  # fmt: skip
    record = {"eventID": "1", "eventName": "INSERT", "dynamodb": {"NewImage": image, "SequenceNumber": "1"}}
    assert stream_handler({"Records": [record]}, None) == {"batchItemFailures": []}
    assert line_report(pay).state is ReportState.WAITING
