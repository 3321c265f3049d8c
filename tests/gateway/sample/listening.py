"""Stream functions that write down what they got, and fail as the items ask them to."""

import json
import os
from pathlib import Path
from typing import Any

_tries: dict[str, int] = {}


def reporting(batch: dict[str, Any], context: Any) -> dict[str, Any]:
    """Reports the first failure of a batch."""
    for record in batch["Records"]:
        if _fails(record):
            _write("Reporting", batch, record["dynamodb"]["SequenceNumber"])
            return {"batchItemFailures": [{"itemIdentifier": record["dynamodb"]["SequenceNumber"]}]}
    _write("Reporting", batch, None)
    return {"batchItemFailures": []}


def raising(batch: dict[str, Any], context: Any) -> None:
    """Raises for a batch in which something fails."""
    failing = [record["dynamodb"]["SequenceNumber"] for record in batch["Records"] if _fails(record)]
    _write("Raising", batch, failing[0] if failing else None)
    if failing:
        raise RuntimeError("poison")


def clock(event: dict[str, Any], context: Any) -> None:
    """Writes down its event."""
    _append("Clock", event)


def _fails(record: dict[str, Any]) -> bool:
    """`fails` on an item is how often it fails; -1 is always."""
    times = int(record["dynamodb"].get("NewImage", {}).get("fails", {"N": "0"})["N"])
    key = record["eventID"]
    _tries[key] = _tries.get(key, 0) + 1
    return times < 0 or _tries[key] <= times


def _write(function: str, batch: dict[str, Any], failed: str | None) -> None:
    places = [
        [r["dynamodb"]["Keys"]["PK"]["S"], r["dynamodb"]["Keys"]["SK"]["S"], r["dynamodb"]["SequenceNumber"]]
        for r in batch["Records"]
    ]
    _append(function, {"records": places, "failed": failed, "sample": batch["Records"][0]})


def _append(function: str, value: Any) -> None:
    folder = Path(os.environ["DATA"]) / "seen"
    folder.mkdir(exist_ok=True)
    with (folder / f"{function}.jsonl").open("a") as file:
        file.write(json.dumps(value) + "\n")
