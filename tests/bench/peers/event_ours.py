"""The product's own route POST /v1/workers/contracts with storage stubbed; runs in the product's environment."""

import os
import sys
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

os.environ |= {
    "STAGE": "bench", "AWS_REGION": "cn-north-1", "PUBLIC_URL": "http://127.0.0.1", "SECRETS": f"file:{sys.argv[1]}",
    **{f"{name}_TABLE": name for name in ("IDENTITY", "REGISTRY", "WORKERS", "AUDIT")},
}  # fmt: skip

from mashangban.domains.workers.app import handler as app
from mashangban.domains.workers.schemas import ContractDone
from mashangban.domains.workers.service import joining
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import idempotency, sessions

ENDS = datetime.now(UTC) + timedelta(days=1)
SESSION = sessions.Session("s1", "p1", 1, (), True, "", ENDS)
DONE = ContractDone(
    id="c1", number="HT2026110000017", state=ContractState.OFFERED, state_label="待签字", version=1
)
STUBS = [
    patch.object(sessions, "read", lambda session_id, at: SESSION),
    patch.object(idempotency, "first_answer", lambda submission, table: None),
    patch.object(joining, "apply", lambda act, body: DONE),
]
for stub in STUBS:
    stub.start()


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app(event, context)
