"""Records of the engine's streams in the shape in which Lambda hands them to a function."""

import base64
import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mashangban.gateway.intrinsics import ACCOUNT_ID


@dataclass(frozen=True, slots=True)
class Record:
    """One change of an item: its place in the stream, its partition, and what a function sees of it."""

    sequence: int
    partition: int
    written_at: float
    event: Mapping[str, Any]


def stream_arn(table: str, region: str, label: str) -> str:
    """The address of a table's stream as it would be on AWS."""
    return f"arn:aws:dynamodb:{region}:{ACCOUNT_ID}:table/{table}/stream/{label}"


def make_record(raw: Mapping[str, Any], arn: str, hash_key: str) -> Record:
    """A record of GetRecords as a function's record; `hash_key` names the table's partition key."""
    change = dict(raw["dynamodb"])
    number = change["SequenceNumber"]
    written: datetime = change["ApproximateCreationDateTime"]
    # AWS's numbers have at least 21 digits; the embedded engine counts from 1.
    change["SequenceNumber"] = str(number).zfill(21)
    change["ApproximateCreationDateTime"] = written.timestamp()
    for image in ("Keys", "NewImage", "OldImage"):
        if image in change:
            change[image] = _json(change[image])
    event = {
        "eventID": hashlib.sha256(f"{arn}#{number}".encode()).hexdigest()[:32],
        "eventName": raw["eventName"],
        "eventVersion": "1.1",
        "eventSource": "aws:dynamodb",
        "awsRegion": arn.split(":")[3],
        "dynamodb": change,
        "eventSourceARN": arn,
    }
    partition = zlib.crc32(repr(change["Keys"][hash_key]).encode())
    return Record(int(number), partition, written.timestamp(), event)


def _json(value: Any) -> Any:
    """botocore gives binary attributes as bytes, Lambda as base64 text."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, Mapping):
        return {key: _json(item) for key, item in value.items()}
    if isinstance(value, list | set | tuple):
        return [_json(item) for item in value]
    return value
