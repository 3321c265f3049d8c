"""Streams of the real engine, read by the running server."""

import json
import time
import uuid
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.gateway.test_template import SAMPLE
from tests.stack import LocalStack, wait_for

TABLE = "mashangban-local-orders"


def item(pk: str, sk: str, fails: int = 0) -> dict[str, Any]:
    return {"PK": {"S": pk}, "SK": {"S": sk}, "fails": {"N": str(fails)}}


def put(stack: LocalStack, pk: str, sk: str = "0", fails: int = 0) -> None:
    stack.client().put_item(TableName=TABLE, Item=item(pk, sk, fails))


def put_many(stack: LocalStack, keys: list[tuple[str, str]]) -> None:
    for start in range(0, len(keys), 25):
        requests = [{"PutRequest": {"Item": item(pk, sk)}} for pk, sk in keys[start : start + 25]]
        assert not stack.client().batch_write_item(RequestItems={TABLE: requests})["UnprocessedItems"]


def seen(stack: LocalStack, function: str) -> list[dict[str, Any]]:
    """The batches that a function got, in the order of their ends."""
    file = stack.data / "seen" / f"{function}.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []


def handled(stack: LocalStack, function: str, prefix: str) -> list[tuple[str, str]]:
    """Keys of the records that a function handled, in order, with repetitions."""
    found = []
    for batch in seen(stack, function):
        for pk, sk, sequence in batch["records"]:
            if batch["failed"] is not None and (function == "Raising" or sequence >= batch["failed"]):
                break
            if pk.startswith(prefix):
                found.append((pk, sk))
    return found


def arrived(stack: LocalStack, key: tuple[str, str]) -> bool:
    """Whether a record was handled."""
    return key in handled(stack, "Reporting", key[0])


def once(items: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without repetitions, in the order of their first appearance."""
    return list(dict.fromkeys(items))


@pytest.fixture
def prefix() -> str:
    """Keys of this test's own."""
    return f"ORDER#{uuid.uuid4().hex[:8]}"


def test_a_write_reaches_the_listener_within_a_moment(stack: LocalStack, prefix: str) -> None:
    stack.settle()
    waits = []
    for number in range(10):
        put(stack, prefix, str(number))
        began = time.monotonic()
        wait_for(partial(arrived, stack, (prefix, str(number))), "the record")
        waits.append(time.monotonic() - began)
    assert sorted(waits)[5] < 0.25, waits


def test_every_record_is_handled_at_least_once_and_in_order_within_a_key(
    stack: LocalStack, prefix: str
) -> None:
    for number in range(40):
        for key in range(5):
            put(stack, f"{prefix}#{key}", f"{number:03}")
    stack.settle()
    for function in ("Reporting", "Raising"):
        got = once(handled(stack, function, prefix))
        assert len(got) == 200
        for key in range(5):
            own = [sk for pk, sk in got if pk == f"{prefix}#{key}"]
            assert own == [f"{number:03}" for number in range(40)]


def test_some_batches_come_twice(stack: LocalStack, prefix: str) -> None:
    """A quarter of them, by chance: sooner or later one does."""

    def twice(turn: int) -> bool:
        put_many(stack, [(f"{prefix}#{turn}#{number}", "0") for number in range(60)])
        stack.settle()
        return max(Counter(handled(stack, "Reporting", prefix)).values()) > 1

    assert any(twice(turn) for turn in range(20))


def test_keys_are_spread_over_shards_that_run_beside_each_other(stack: LocalStack, prefix: str) -> None:
    put_many(stack, [(f"{prefix}#{number}", "0") for number in range(100)])
    stack.settle()
    order = [int(pk.rpartition("#")[2]) for pk, _ in once(handled(stack, "Reporting", prefix))]
    assert order != sorted(order)


def test_a_filter_lets_only_fitting_records_through(stack: LocalStack) -> None:
    mark = uuid.uuid4().hex[:8]
    put(stack, f"OTHER#{mark}")
    put(stack, f"ORDER#{mark}")
    put(stack, f"ORDER#{mark}", fails=0)  # a MODIFY, which Reporting does not take
    stack.settle()
    assert once(handled(stack, "Reporting", f"OTHER#{mark}")) == []
    assert once(handled(stack, "Raising", f"OTHER#{mark}")) != []
    assert (
        len({json.dumps(b["sample"]) for b in seen(stack, "Reporting") if mark in json.dumps(b["records"])})
        <= 1
    )


@pytest.mark.parametrize("function", ["Reporting", "Raising"])
def test_a_record_that_fails_once_is_handled_after_a_retry(
    stack: LocalStack, prefix: str, function: str
) -> None:
    put(stack, prefix, "1")
    put(stack, prefix, "2", fails=1)
    put(stack, prefix, "3")
    stack.settle()
    assert once(handled(stack, function, prefix)) == [(prefix, "1"), (prefix, "2"), (prefix, "3")]


@pytest.mark.parametrize("function", ["Reporting", "Raising"])
def test_poison_becomes_a_dead_letter_and_what_follows_is_handled(
    stack: LocalStack, prefix: str, function: str
) -> None:
    before = stack.health()["streams"]["dead_letters"]
    put(stack, prefix, "1")
    put(stack, prefix, "2", fails=-1)
    put(stack, prefix, "3")
    stack.settle()
    assert once(handled(stack, function, prefix)) == [(prefix, "1"), (prefix, "3")]
    letters = [
        json.loads(line)
        for line in (stack.data / "dead-letters" / f"{function}.jsonl").read_text().splitlines()
    ]
    own = [letter for letter in letters if prefix in json.dumps(letter["payload"])]
    assert [r["dynamodb"]["Keys"]["SK"]["S"] for letter in own for r in letter["payload"]["Records"]].count(
        "2"
    ) >= 1
    assert {r["dynamodb"]["Keys"]["SK"]["S"] for letter in own for r in letter["payload"]["Records"]} == {"2"}
    assert stack.health()["streams"]["dead_letters"] > before


def test_the_records_look_like_those_of_aws(stack: LocalStack, prefix: str) -> None:
    put(stack, prefix)
    stack.settle()
    sample = next(
        batch["sample"] for batch in seen(stack, "Reporting") if prefix in json.dumps(batch["sample"])
    )
    assert sample["eventName"] == "INSERT"
    assert sample["eventSource"] == "aws:dynamodb"
    assert len(sample["dynamodb"]["SequenceNumber"]) >= 21
    assert sample["eventSourceARN"].startswith(
        f"arn:aws:dynamodb:cn-north-1:000000000000:table/{TABLE}/stream/"
    )


@pytest.mark.slow
def test_nothing_is_lost_when_the_reader_is_killed_again_and_again(tmp_path: Path) -> None:
    from tests.processes import kill

    with LocalStack(tmp_path / "data", TEMPLATE=str(SAMPLE), STREAM_DUPLICATES="0") as stack:
        for round_number in range(4):
            for number in range(40):
                put(stack, f"ORDER#{number % 7}", f"{round_number}-{number:03}")
                if number == 20:
                    kill(stack, "streams")
        wait_for(lambda: stack.health()["streams"]["ok"], "the reader to be back")
        stack.settle()
        got = once(handled(stack, "Reporting", "ORDER#"))
        assert sorted(got) == sorted((f"ORDER#{n % 7}", f"{r}-{n:03}") for r in range(4) for n in range(40))
        for key in range(7):
            own = [sk for pk, sk in got if pk == f"ORDER#{key}"]
            assert own == sorted(own)


@pytest.mark.slow
def test_a_restart_does_not_deliver_again_what_is_done(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with LocalStack(data, TEMPLATE=str(SAMPLE), STREAM_DUPLICATES="0") as stack:
        put_many(stack, [(f"ORDER#{number}", "0") for number in range(30)])
        stack.settle()
        wait_for(
            lambda: stack.health()["streams"]["tables"][TABLE]["pending"] == 0, "the progress to be kept"
        )
    with LocalStack(data, TEMPLATE=str(SAMPLE), STREAM_DUPLICATES="0") as stack:
        put(stack, "ORDER#new")
        stack.settle()
        counts = Counter(handled(stack, "Reporting", "ORDER#"))
        assert counts[("ORDER#new", "0")] == 1
        assert set(counts.values()) == {1}
