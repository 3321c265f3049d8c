"""Taking events into the Merkle log: events a second on the embedded engine, write units an event.

    python -m tests.bench.bench_audit_append

Write units come from the engine's ReturnConsumedCapacity (run with ENGINE=ministack to see them; dynoxide is the
faster engine and the one of the local run).
"""

import os
import tempfile
import time
from pathlib import Path
from typing import Any

from mashangban.audit import service
from mashangban.gateway import keys
from mashangban.kernel import acts, events, ids
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Event, Subject
from tests import engine

EVENTS = 1920
BATCHES = (1, 8, 64)


def main() -> None:
    """Measure and print."""
    with engine.engine() as url, tempfile.TemporaryDirectory() as folder:
        _set_stage(url, Path(folder))
        used = _count_capacity()
        print("| events an append | events a second | write units an event | read units an event |")
        print("|---|---|---|---|")
        for batch in BATCHES:
            print(_measured(url, batch, used))


def _measured(url: str, batch: int, used: dict[str, float]) -> str:
    table = f"bench-audit-{batch}"
    engine.client(url).create_table(**engine.definition(table))
    os.environ["AUDIT_TABLE"] = table
    waiting = [_event() for _ in range(EVENTS if batch > 1 else EVENTS // 8)]
    used.clear()
    started = time.perf_counter()
    for start in range(0, len(waiting), batch):
        service.append(acts.system_act("bench"), waiting[start : start + batch])
    rate = len(waiting) / (time.perf_counter() - started)
    units = [f"{used.get(kind, 0) / len(waiting):.1f}" for kind in ("write", "read")]
    return f"| {batch} | {rate:.0f} | {units[0]} | {units[1]} |"


def _event() -> Event:
    """Of the size a contract's signature has."""
    data = {
        "state": "worker_signed",
        "document_sha256": "0" * 64,
        "strokes_sha256": "0" * 64,
        "consent": "2026-11",
    }
    return events.happened(
        acts.system_act("bench"), "workers.contract.signed", Subject("contract", ids.new_id()), data
    )


def _set_stage(url: str, folder: Path) -> None:
    keys.create_missing(folder)
    os.environ.update(
        STAGE="bench",
        AWS_REGION="cn-north-1",
        AWS_ACCESS_KEY_ID="test",
        AWS_SECRET_ACCESS_KEY="test",
        AWS_ENDPOINT_URL_DYNAMODB=url,
        PUBLIC_URL="http://127.0.0.1:8000",
        SECRETS=f"file:{folder}",
    )


def _count_capacity() -> dict[str, float]:
    used: dict[str, float] = {}

    def ask(params: dict[str, Any], **_: Any) -> None:
        params["ReturnConsumedCapacity"] = "TOTAL"

    def note(parsed: dict[str, Any], model: Any, **_: Any) -> None:
        kind = "write" if "Write" in model.name or model.name.startswith(("Put", "Update")) else "read"
        entries = parsed.get("ConsumedCapacity") or []
        for entry in entries if isinstance(entries, list) else [entries]:
            used[kind] = used.get(kind, 0) + entry["CapacityUnits"]

    hooks = client().meta.events
    for operation in ("TransactWriteItems", "BatchGetItem", "GetItem"):
        hooks.register(f"provide-client-params.dynamodb.{operation}", ask)
        hooks.register(f"after-call.dynamodb.{operation}", note)
    return used


if __name__ == "__main__":
    main()
