"""Whether everything that this server stands on works: the answer of /healthz."""

import json
import os
import time
from pathlib import Path
from typing import Any

from mashangban.gateway.dead_letters import count_dead_letters
from mashangban.gateway.engines import answers
from mashangban.gateway.events import Answer
from mashangban.gateway.settings import LocalSettings
from mashangban.gateway.tables import client

HEARTBEAT_LIMIT_S = 10.0


def health(settings: LocalSettings) -> Answer:
    """200 with the state of each part; 503 when one is down."""
    streams, schedules = (
        heartbeat(settings.run / "streams.json"),
        heartbeat(settings.run / "schedules.json"),
    )
    parts: dict[str, dict[str, Any]] = {
        "engine": {"ok": _engine_works(), "kind": settings.engine},
        "objects": {"ok": answers(f"{os.environ['AWS_ENDPOINT_URL_S3']}/_ministack/health")},
        "sandbox": {"ok": answers(f"{os.environ['WECHAT_API_URL']}/healthz")},
        "streams": {**streams, "dead_letters": count_dead_letters(settings.dead_letters)},
        "schedules": schedules,
    }
    works = all(part["ok"] for part in parts.values())
    body = json.dumps({"status": "ok" if works else "down", **parts}, indent=1).encode()
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    return Answer(200 if works else 503, headers, body)


def _engine_works() -> bool:
    try:
        client().list_tables(Limit=1)
    except Exception:  # whatever the reason, the answer is the same
        return False
    return True


def heartbeat(file: Path) -> dict[str, Any]:
    """What a background program told last, and whether that was a moment ago."""
    try:
        state: dict[str, Any] = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {"ok": False}
    # A beat that is still to come was told by a clock that was ahead.
    age = abs(time.time() - state.pop("at"))
    return {"ok": age < HEARTBEAT_LIMIT_S, **state}


def write_heartbeat(file: Path, state: dict[str, Any]) -> None:
    """Says that a background program lives, and how far it is."""
    write_json(file, {"at": time.time(), **state})


def write_json(file: Path, value: dict[str, Any]) -> None:
    """Replaces a small file as a whole, so that no reader sees half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(value), "utf-8")
    draft.replace(file)
