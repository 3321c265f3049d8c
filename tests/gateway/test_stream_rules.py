"""How batches are filtered, delivered, retried, split and given up: Lambda's rules, without an engine."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.gateway.functions import FunctionError
from mashangban.gateway.streams.checkpoints import Checkpoints
from mashangban.gateway.streams.delivery import Delivery
from mashangban.gateway.streams.patterns import admitted
from mashangban.gateway.streams.records import Record, make_record
from mashangban.gateway.template import StreamSource

EVENT = {"eventName": "INSERT", "dynamodb": {"Keys": {"PK": {"S": "EVENT#1"}, "SK": {"S": "EVENT#2"}}}}


def key_is(rule: Any) -> dict[str, Any]:
    return {"dynamodb": {"Keys": {"PK": {"S": [rule]}}}}


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ({"eventName": ["INSERT"]}, True),
        ({"eventName": ["REMOVE", "INSERT"]}, True),
        ({"eventName": ["REMOVE"]}, False),
        (key_is({"prefix": "EVENT#"}), True),
        (key_is({"prefix": "INBOX#"}), False),
        (key_is({"suffix": "#1"}), True),
        (key_is({"equals-ignore-case": "event#1"}), True),
        (key_is({"anything-but": ["EVENT#1"]}), False),
        (key_is({"anything-but": {"prefix": "INBOX#"}}), True),
        ({"dynamodb": {"NewImage": {"kind": {"S": [{"exists": False}]}}}}, True),
        ({"dynamodb": {"NewImage": {"kind": {"S": [{"exists": True}]}}}}, False),
        ({"eventName": ["INSERT"], **key_is({"prefix": "INBOX#"})}, False),
        ({"$or": [{"eventName": ["REMOVE"]}, key_is("EVENT#1")]}, True),
    ],
)
def test_a_pattern_fits_when_all_its_keys_do(pattern: dict[str, Any], fits: bool) -> None:
    assert admitted([pattern], EVENT) is fits


def test_numbers_are_compared_only_with_numbers() -> None:
    pattern = {"age": [{"numeric": [">=", 16, "<", 60]}]}
    assert admitted([pattern], {"age": 58})
    assert not admitted([pattern], {"age": 60})
    assert not admitted([pattern], {"age": "58"})


def test_without_patterns_everything_passes_and_with_several_one_is_enough() -> None:
    assert admitted([], EVENT)
    assert admitted([{"eventName": ["REMOVE"]}, {"eventName": ["INSERT"]}], EVENT)


def test_an_unknown_rule_is_an_error_not_a_silent_no() -> None:
    with pytest.raises(ValueError, match="cidr"):
        admitted([key_is({"cidr": "10.0.0.0/8"})], EVENT)


def record(number: int, written_at: float | None = None) -> Record:
    event = {"dynamodb": {"SequenceNumber": str(number).zfill(21)}}
    return Record(number, 0, time.time() if written_at is None else written_at, event)


class Calls:
    """A function that fails as told, and what became of the records."""

    def __init__(self, fails: Callable[[list[int]], int | None]) -> None:
        self._fails = fails
        self.batches: list[list[int]] = []
        self.done: list[int] = []
        self.given_up: list[list[int]] = []
        self.waits: list[float] = []

    def invoke(self, event: dict[str, Any]) -> Any:
        numbers = _numbers(event)
        self.batches.append(numbers)
        failed = self._fails(numbers)
        if failed is None:
            self.done += numbers
            return {"batchItemFailures": []}
        if failed == 0:
            raise FunctionError("as told")
        self.done += [number for number in numbers if number < failed]
        return {"batchItemFailures": [{"itemIdentifier": str(failed).zfill(21)}]}

    def give_up(self, _error: str, _attempts: int, event: dict[str, Any]) -> None:
        self.given_up.append(_numbers(event))

    def deliver(self, source: StreamSource, records: list[Record]) -> "Calls":
        Delivery(source, self.invoke, self.give_up, self.waits.append).deliver(records)
        return self


def _numbers(event: dict[str, Any]) -> list[int]:
    return [int(one["dynamodb"]["SequenceNumber"]) for one in event["Records"]]


def raises_for(poison: int) -> Callable[[list[int]], int | None]:
    return lambda numbers: 0 if poison in numbers else None


def reports(poison: int) -> Callable[[list[int]], int | None]:
    return lambda numbers: poison if poison in numbers else None


FIVE = [record(number) for number in range(1, 6)]
BISECTING = StreamSource("T", retries=2, bisect=True)
REPORTING = StreamSource("T", retries=2, bisect=True, partial_failures=True)


def test_a_batch_that_works_is_delivered_once() -> None:
    calls = Calls(lambda _: None).deliver(BISECTING, FIVE)
    assert calls.batches == [[1, 2, 3, 4, 5]]
    assert calls.waits == []


def test_a_failing_batch_is_split_until_only_the_poison_is_given_up() -> None:
    calls = Calls(raises_for(4)).deliver(BISECTING, FIVE)
    assert calls.given_up == [[4]]
    assert calls.done == [1, 2, 3, 5]


def test_the_poison_alone_is_tried_once_and_retried_as_often_as_the_template_says() -> None:
    calls = Calls(raises_for(4)).deliver(BISECTING, FIVE)
    assert calls.batches.count([4]) == 3


def test_without_splitting_the_whole_batch_is_given_up() -> None:
    calls = Calls(raises_for(4)).deliver(StreamSource("T", retries=1), FIVE)
    assert calls.batches == [[1, 2, 3, 4, 5]] * 2
    assert calls.given_up == [[1, 2, 3, 4, 5]]


def test_a_reported_failure_is_tried_again_from_that_record_on() -> None:
    first_time = iter([3, None, None, None])
    calls = Calls(lambda _: next(first_time)).deliver(REPORTING, FIVE)
    assert calls.batches[0] == [1, 2, 3, 4, 5]
    assert calls.done == [1, 2, 3, 4, 5]
    assert calls.given_up == []


def test_a_reported_poison_is_given_up_alone_and_the_rest_goes_on_in_order() -> None:
    calls = Calls(reports(3)).deliver(REPORTING, FIVE)
    assert calls.given_up == [[3]]
    assert calls.done == [1, 2, 4, 5]


@pytest.mark.parametrize(
    "answer", [{"batchItemFailures": [{"itemIdentifier": "nonsense"}]}, {"batchItemFailures": [{}]}]
)
def test_a_report_about_an_unknown_record_fails_the_whole_batch(answer: dict[str, Any]) -> None:
    calls = Calls(lambda _: None)
    answers = iter([answer, {"batchItemFailures": []}])
    source = StreamSource("T", retries=3, partial_failures=True)
    seen: list[list[int]] = []

    def invoke(event: dict[str, Any]) -> Any:
        seen.append(_numbers(event))
        return next(answers)

    Delivery(source, invoke, calls.give_up, calls.waits.append).deliver(FIVE)
    assert seen == [[1, 2, 3, 4, 5]] * 2


@pytest.mark.parametrize("answer", [None, {}, {"batchItemFailures": None}, {"batchItemFailures": []}])
def test_an_empty_report_is_success(answer: Any) -> None:
    calls = Calls(lambda _: None)
    Delivery(REPORTING, lambda _: answer, calls.give_up, calls.waits.append).deliver(FIVE)
    assert calls.given_up == []
    assert calls.waits == []


def test_a_record_that_is_too_old_is_given_up_whatever_the_retries() -> None:
    source = StreamSource("T", retries=None, max_age_s=60)
    calls = Calls(raises_for(1)).deliver(source, [record(1, written_at=time.time() - 61)])
    assert calls.given_up == [[1]]


def test_waits_grow_and_stay_below_their_limit() -> None:
    calls = Calls(raises_for(1)).deliver(StreamSource("T", retries=12), [record(1)])
    assert calls.waits[0] <= 0.1
    assert max(calls.waits) <= 5.0
    assert calls.waits[-1] >= 2.5


@given(poison=st.sets(st.integers(1, 40)), length=st.integers(1, 40), reporting=st.booleans())
def test_every_record_is_done_or_given_up_once_and_in_order(
    poison: set[int], length: int, reporting: bool
) -> None:
    def fails(numbers: list[int]) -> int | None:
        bad = [number for number in numbers if number in poison]
        return (bad[0] if reporting else 0) if bad else None

    source = REPORTING if reporting else BISECTING
    calls = Calls(fails).deliver(source, [record(number) for number in range(1, length + 1)])
    assert calls.done == [number for number in range(1, length + 1) if number not in poison]
    assert [one for batch in calls.given_up for one in batch] == sorted(poison & set(range(1, length + 1)))


def test_progress_is_kept_and_never_goes_back(tmp_path: Path) -> None:
    first = Checkpoints(tmp_path / "c.sqlite")
    first.save("F", "s", 1, 7)
    first.save("F", "s", 1, 5)
    first.close()
    second = Checkpoints(tmp_path / "c.sqlite")
    assert second.load("F", "s", 1) == 7
    assert second.load("F", "s", 2) == 0
    assert second.load("G", "s", 1) == 0
    second.close()


def test_a_stream_made_anew_starts_from_its_beginning(tmp_path: Path) -> None:
    checkpoints = Checkpoints(tmp_path / "c.sqlite")
    checkpoints.save("F", "2026-01-01", 0, 7)
    assert checkpoints.load("F", "2026-02-01", 0) == 0
    checkpoints.close()


def test_a_record_looks_as_lambda_shows_it() -> None:
    from datetime import UTC, datetime

    raw = {
        "eventName": "INSERT",
        "dynamodb": {
            "ApproximateCreationDateTime": datetime(2026, 1, 2, tzinfo=UTC),
            "Keys": {"PK": {"S": "A"}},
            "NewImage": {
                "PK": {"S": "A"},
                "photo": {"B": b"\x01"},
                "tags": {"BS": [b"\x02"]},
                "n": {"N": "1"},
            },
            "SequenceNumber": "17",
        },
    }
    arn = "arn:aws:dynamodb:cn-north-1:000000000000:table/t/stream/1"
    made = make_record(raw, arn, "PK")
    assert made.sequence == 17
    assert made.event["dynamodb"]["SequenceNumber"] == "000000000000000000017"
    assert made.event["dynamodb"]["NewImage"]["photo"] == {"B": "AQ=="}
    assert made.event["dynamodb"]["NewImage"]["tags"] == {"BS": ["Ag=="]}
    assert (
        made.event["dynamodb"]["ApproximateCreationDateTime"] == datetime(2026, 1, 2, tzinfo=UTC).timestamp()
    )
    assert made.event["awsRegion"] == "cn-north-1"
    assert made.event["eventSourceARN"] == arn
    assert made.event["eventID"] == make_record(raw, arn, "PK").event["eventID"]
