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

HELD: Json = {
    "state": "held",
    "asked_at": "2026-11-26T02:00:00Z",
    "holds": [
        {"reason": "劳动合同 HT-20251120-7K3M9QTB-X 依法须保存", "until": "2029-03-01T00:00:00Z"},
        {"reason": "劳动合同 HT-20261120-8A2N4RWC-Y 依法须保存", "until": None},
    ],
}

ROUTES: list[tuple[str, str, Any]] = [
    ("GET", r"/v1/mydata/packages", lambda w: page([PACKAGE])),
    ("POST", r"/v1/mydata/packages", lambda w, b: Answer(202, PACKAGE)),
]
