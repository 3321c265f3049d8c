"""From an order to a sealed contract, over the real engine and object store."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from mashangban.documents import listeners
from mashangban.documents.models import TABLE
from mashangban.documents.repository import documents, objects
from mashangban.documents.service import seals
from mashangban.documents.terms import DocumentState, Template
from mashangban.documents.verification import examiner
from mashangban.documents.verification.findings import Verdict
from mashangban.kernel import clock, history, ids, streams
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from tests.documents import orders, samples
from tests.engine import client, stream_records
from tests.registry.conftest import Desk

pytestmark = pytest.mark.usefixtures("service")


def test_an_order_prints_revision_0_and_answers_the_room_that_ordered() -> None:
    document_id, sha256 = orders.printed(ids.new_id())
    assert hashlib.sha256(objects.get(sha256)).hexdigest() == sha256
    [(to, kind, body)] = orders.answers(document_id)
    assert (to, kind) == ("workers", "documents.rendered")
    assert body["document_id"] == document_id
    assert body["sha256"] == sha256
    assert body["pages"] == 2
    assert body["size"] == len(objects.get(sha256))


def test_the_same_order_twice_prints_one_file() -> None:
    document_id = ids.new_id()
    delivery = orders.delivered(orders.printing(document_id, "E1"))
    listeners.on_message(delivery)
    listeners.on_message(delivery)
    assert len(orders.answers(document_id)) == 1


def test_a_name_that_can_not_be_printed_is_answered_and_a_corrected_order_succeeds() -> None:
    document_id = ids.new_id()
    bad = {**samples.CONTRACT, "worker": {**samples.WORKER, "name": "王𠮷"}}
    listeners.on_message(orders.delivered(orders.printing(document_id, "E1", bad)))
    listeners.on_message(orders.delivered(orders.printing(document_id, "E1")))
    first, second = orders.answers(document_id)
    assert first[1] == "documents.failed"
    assert first[2]["code"] == "documents.unprintable-text"
    assert "𠮷" in first[2]["reason"]
    assert first[2]["retryable"] is True
    assert second[1] == "documents.rendered"


def test_a_form_that_lacks_something_names_the_field_but_not_its_value() -> None:
    document_id = ids.new_id()
    broken = {**samples.CONTRACT, "pay": {**samples.CONTRACT["pay"], "amount_fen": -7}, "extra": "秘密"}
    listeners.on_message(orders.delivered(orders.printing(document_id, "E1", broken)))
    [(_, kind, body)] = orders.answers(document_id)
    assert kind == "documents.failed"
    assert "pay.amount_fen" in body["reason"]
    assert "秘密" not in body["reason"]
    assert "-7" not in body["reason"]


def test_a_report_that_its_parties_signed_is_closed_by_the_witness_when_it_is_printed() -> None:
    document_id = ids.new_id()
    order = orders.printing(document_id, "E1", samples.INSPECTION, template=Template.HOME_INSPECTION)
    listeners.on_message(orders.delivered(order))
    [(_, kind, body)] = orders.answers(document_id)
    assert kind == "documents.rendered"
    pdf = objects.get(body["sha256"])
    roots = [seals.authority(Act(orders.REGISTRAR, clock.now())).root]
    assert [(one.field, one.problems) for one in examiner.examine(pdf, roots).signatures] == [
        ("WitnessSeal", ())
    ]
    changed = bytearray(pdf)
    changed[pdf.find(b"stream") + 40] ^= 1
    assert examiner.examine(bytes(changed), roots).verdict is Verdict.ALTERED


def test_a_signed_order_seals_the_contract_and_every_program_agrees() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, pdf = orders.sealed(enterprise_id)
    document = documents.find(document_id)
    assert document is not None
    assert document.state is DocumentState.SEALED
    assert [one.stored for one in document.revisions] == [True, False, True]
    for revision in document.revisions:
        assert hashlib.sha256(pdf[: revision.size]).hexdigest() == revision.sha256
    trust = seals.authority(Act(orders.REGISTRAR, clock.now()))
    found = examiner.examine(pdf, [trust.root])
    assert [one.problems for one in found.signatures] == [(), ()]
    assert orders.answers(document_id)[-1][1] == "documents.sealed"
    assert orders.answers(document_id)[-1][2]["revision"] == 2


def test_the_same_signing_order_twice_seals_once() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, sha256 = orders.printed(enterprise_id)
    delivery = orders.delivered(orders.signing(document_id, enterprise_id, sha256))
    listeners.on_message(delivery)
    listeners.on_message(delivery)
    assert [kind for _, kind, _ in orders.answers(document_id)] == ["documents.rendered", "documents.sealed"]


def test_two_deliveries_at_once_seal_once() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, sha256 = orders.printed(enterprise_id)
    delivery = orders.delivered(orders.signing(document_id, enterprise_id, sha256))

    def deliver(_: int) -> str:
        try:
            listeners.on_message(delivery)
        except Stale:
            return "retried later by the stream"
        return "done"

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(deliver, range(4)))
    assert "done" in outcomes
    assert [kind for _, kind, _ in orders.answers(document_id)].count("documents.sealed") == 1


def test_without_a_seal_the_room_is_told_and_a_later_order_succeeds() -> None:
    enterprise_id = ids.new_id()
    document_id, sha256 = orders.printed(enterprise_id)
    order = orders.delivered(orders.signing(document_id, enterprise_id, sha256))
    listeners.on_message(order)
    assert orders.answers(document_id)[-1][2]["code"] == "documents.seal-unavailable"
    assert orders.answers(document_id)[-1][2]["retryable"] is True
    orders.seal_of(enterprise_id)
    listeners.on_message(order)
    assert orders.answers(document_id)[-1][1] == "documents.sealed"
    assert history.is_unbroken(orders.history_of(document_id))


def test_a_suspended_seal_closes_nothing() -> None:
    enterprise_id = Desk().enterprise().id
    orders.seal_of(enterprise_id)
    seals.suspend_seal(Act(orders.REGISTRAR, clock.now()), enterprise_id, "遗失核查")
    document_id, sha256 = orders.printed(enterprise_id)
    listeners.on_message(orders.delivered(orders.signing(document_id, enterprise_id, sha256)))
    assert orders.answers(document_id)[-1][2]["code"] == "documents.seal-unavailable"


def test_a_signature_over_another_file_is_refused_for_good() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, _ = orders.printed(enterprise_id)
    listeners.on_message(orders.delivered(orders.signing(document_id, enterprise_id, "0" * 64)))
    _, kind, body = orders.answers(document_id)[-1]
    assert (kind, body["code"], body["retryable"]) == ("documents.failed", "documents.different-file", False)


def test_a_damaged_handwriting_is_answered() -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, sha256 = orders.printed(enterprise_id)
    order = orders.signing(document_id, enterprise_id, sha256, handwriting="SFcxAAAA")
    listeners.on_message(orders.delivered(order))
    assert orders.answers(document_id)[-1][2]["code"] == "documents.unusable-handwriting"


def test_events_hold_no_personal_data(service: str) -> None:
    enterprise_id = ids.new_id()
    orders.seal_of(enterprise_id)
    document_id, _ = orders.sealed(enterprise_id)
    for item in history.items_of(TABLE, orders.history_of(document_id)[0].subject):
        assert "欧阳" not in str(item)
        assert "11010519491231002X" not in str(item)
    stored = client(service).get_item(
        TableName=TABLE.physical, Key={"PK": {"S": f"DOCUMENT#{document_id}"}, "SK": {"S": "DOCUMENT"}}
    )["Item"]
    assert "欧阳㛃䶮" not in str(stored)
    assert "11010519491231002X" not in str(stored)


def test_a_stream_record_relays_the_answer_to_the_workers_table(service: str) -> None:
    document_id, sha256 = orders.printed(ids.new_id())
    own = [
        record
        for record in stream_records(service, "documents")
        if record["dynamodb"]["Keys"]["PK"]["S"] == f"DOCUMENT#{document_id}"
    ]
    assert streams.consume({"Records": own}, TABLE) == {"batchItemFailures": []}
    relayed = [
        streams._delivery(record["dynamodb"]["NewImage"])
        for record in stream_records(service, "workers")
        if record["dynamodb"].get("NewImage", {}).get("subject", {}).get("S") == f"document:{document_id}"
    ]
    assert [(one.kind, one.body["sha256"]) for one in relayed] == [("documents.rendered", sha256)]
