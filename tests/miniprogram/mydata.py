"""What is kept of somebody, packed, as the stand-in service answers."""

from __future__ import annotations

from typing import Any

from tests.miniprogram.replies import page
from tests.miniprogram.world import Answer, Json

PACKAGE: Json = {
    "id": "dp1",
    "state": "ready",
    "state_label": "可以下载",
    "asked_at": "2026-11-26T02:00:00Z",
    "ready_at": "2026-11-26T02:01:00Z",
    "until": "2026-11-29T02:01:00Z",
    "size": 48_213,
    "sha256": "a" * 64,
    "url": "/my-data.zip",
}

ROUTES: list[tuple[str, str, Any]] = [
    ("GET", r"/v1/mydata/packages", lambda w: page([PACKAGE])),
    ("POST", r"/v1/mydata/packages", lambda w, b: Answer(202, PACKAGE)),
]
