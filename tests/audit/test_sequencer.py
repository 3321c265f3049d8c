"""The sequencer function: batches of a stream, delivered at least once."""

from dataclasses import replace

import pytest
from botocore.exceptions import EndpointConnectionError

from functions.sequencer.handler import handler
from mashangban.audit import repository, service
from mashangban.kernel import ids
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Subject, to_item
from mashangban.kernel.settings import Table
from tests import engine
from tests.audit import build

pytestmark = pytest.mark.usefixtures("own_log")
ALL_GOOD: dict[str, list[dict[str, str]]] = {"batchItemFailures": []}


def failed_at(number: int) -> dict[str, list[dict[str, str]]]:
    return {"batchItemFailures": [{"itemIdentifier": str(number)}]}


def size_of_log() -> int:
    head = repository.head()
    return head.tree.size if head else 0


def test_a_batch_goes_into_the_log_and_once_more_changes_nothing() -> None:
    batch = build.batch_of(build.chain_of(100))
    assert handler(batch, None) == ALL_GOOD
    assert handler(batch, None) == ALL_GOOD
    assert size_of_log() == 100


def test_what_the_stream_of_a_table_brings_ends_in_a_receipt(tables: str) -> None:
    subject = Subject("contract", ids.new_id())
    for event in build.chain_of(3, subject):
        client().put_item(TableName=Table("workers").physical, Item=to_item(event))
    records = [
        record
        for record in engine.stream_records(tables, "workers")
        if record["dynamodb"]["Keys"]["PK"]["S"] == subject.pk
    ]
    assert handler({"Records": records}, None) == ALL_GOOD
    assert service.verify(service.receipt_of(subject, 3).model_dump_json().encode()).genuine


def test_other_records_are_passed_over() -> None:
    batch = build.batch_of(build.chain_of(2))
    batch["Records"][0]["eventName"] = "MODIFY"
    batch["Records"][1]["dynamodb"]["NewImage"]["SK"]["S"] = "CONTRACT"
    assert handler(batch, None) == ALL_GOOD
    assert size_of_log() == 0


def test_an_event_that_lost_its_hash_stops_the_batch_there() -> None:
    batch = build.batch_of(build.chain_of(5))
    batch["Records"][3]["dynamodb"]["NewImage"]["actor"]["S"] = "another"
    assert handler(batch, None) == failed_at(4)
    assert size_of_log() == 3


def test_a_rewritten_event_stops_the_batch_there() -> None:
    chain = build.chain_of(2)
    handler(build.batch_of(chain), None)
    batch = build.batch_of([*build.chain_of(2), replace(chain[1], actor="another"), *build.chain_of(1)])
    assert handler(batch, None) == failed_at(3)
    assert size_of_log() == 4


def test_a_broken_record_stops_the_batch_there() -> None:
    batch = build.batch_of(build.chain_of(2))
    del batch["Records"][0]["dynamodb"]["NewImage"]["salt"]
    assert handler(batch, None) == failed_at(1)
    assert size_of_log() == 0


def test_when_storage_is_away_the_batch_is_retried_from_its_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> int:
        raise EndpointConnectionError(endpoint_url="http://127.0.0.1")

    monkeypatch.setattr(service, "append", away)
    assert handler(build.batch_of(build.chain_of(2)), None) == failed_at(1)
