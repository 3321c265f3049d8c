"""Orders as the workers room sends them, and its answers read back."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from mashangban.documents import events, listeners
from mashangban.documents.models import TABLE
from mashangban.documents.repository import documents, objects
from mashangban.documents.schemas.seals import SealView
from mashangban.documents.service import seals
from mashangban.documents.signing import handwriting
from mashangban.documents.terms import Template
from mashangban.kernel import clock, crypto, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Message, Subject
from mashangban.kernel.events import letters as letters_of
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.kernel.streams import Delivery
from tests.documents import samples

REGISTRAR = Principal("registrar", "s", (Grant(Role.PLATFORM_ADMIN, Scope("*")),), True)


def printing(
    document_id: str, enterprise_id: str, data: Mapping[str, Any] = samples.CONTRACT, **more: Any
) -> Message:
    template = more.pop("template", Template.LABOUR_CONTRACT)
    return events.order_print(
        document_id,
        template,
        "HT-20261123-7K3M9QTB-X",
        data,
        service="workers",
        subject=f"contract:{document_id}",
        region="330106",
        orgs=[enterprise_id],
        project="P1",
        persons=["W1"],
    )


def signing(document_id: str, enterprise_id: str, sha256: str, **changes: Any) -> Message:
    written = handwriting.accept(samples.strokes(), *samples.CANVAS)
    worker = {
        "name": "欧阳㛃䶮",
        "handwriting": b64encode(handwriting.pack(written)).decode(),
        "signed_at": "2026-11-23T06:05:00.000Z",
        "consent_version": "2026-11",
        "read_aloud": True,
        "real_name_reference": "W1@2026-11-20T01:00:00.000Z",
        **changes,
    }
    seal = {
        "enterprise_id": enterprise_id,
        "operator_name": "陈志强",
        "authorisation": "single",
        "authorisation_id": None,
        "countersigned_at": "2026-11-23T07:00:00.000Z",
    }
    return events.order_signatures(document_id, sha256, worker=worker, seal=seal)


def delivered(message: Message, at: datetime | None = None) -> Delivery:
    body = json.loads(json.dumps(message.body))
    return Delivery("m1", message.kind, body, "workers", Subject("contract", "C1"), 1, at or clock.now())


def history_of(document_id: str) -> list[Event]:
    return history.of(TABLE, Subject("document", document_id))


def answers(document_id: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Every message the service sent about a document: to whom, kind, body."""
    found = []
    for item in history.items_of(TABLE, Subject("document", document_id)):
        for letter in letters_of(item):
            body = json.loads(crypto.unseal(letter["body"], letter["context"]))
            found.append((letter["to"], letter["kind"], body))
    return found


NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def seal_of(enterprise_id: str, name: str = "杭州某某建筑劳务有限公司") -> SealView:
    act = Act(REGISTRAR, clock.now())
    return seals.issue_seal(act, enterprise_id, name, "91330100799655058B")


def printed(enterprise_id: str) -> tuple[str, str]:
    document_id = ids.new_id()
    listeners.on_message(delivered(printing(document_id, enterprise_id)))
    document = documents.find(document_id)
    assert document is not None
    assert document.latest is not None
    return document_id, document.latest.sha256


def sealed(enterprise_id: str) -> tuple[str, bytes]:
    document_id, sha256 = printed(enterprise_id)
    listeners.on_message(delivered(signing(document_id, enterprise_id, sha256)))
    document = documents.find(document_id)
    assert document is not None
    assert document.latest is not None
    return document_id, objects.get(document.latest.sha256)
