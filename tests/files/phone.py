"""A signed-in person with a phone, and what happens behind the API meanwhile."""

import hashlib
import json
from datetime import timedelta
from typing import Any

import urllib3

from functions.files_stream.handler import handler as on_stream
from mashangban.files import events, listeners
from mashangban.files.app import handler
from mashangban.files.models import TABLE
from mashangban.files.terms import PART_SIZE
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from mashangban.kernel.streams import Delivery
from tests.audit.build import batch_of, http, sign_in
from tests.files import samples

POOL = urllib3.PoolManager(retries=False)


class Phone:
    """A signed-in person with a phone."""

    def __init__(self) -> None:
        self.person = ids.new_id()
        self.token = sign_in(self.person)

    def act(self, later: timedelta = timedelta()) -> Act:
        """What they do in another room, now or later."""
        return Act(Principal(self.person, ""), clock.now() + later)

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        event = http(method, f"/v1/files{path}", self.token, None if body is None else json.dumps(body))
        event["headers"]["idempotency-key"] = ids.new_id()
        answer = handler(event, None)
        return answer["statusCode"], json.loads(answer["body"]) if answer["body"] else None

    def announce(
        self,
        data: bytes,
        content_type: str = "image/jpeg",
        purpose: str = "evidence",
        filename: str = "裂缝.jpg",
        **changed: Any,
    ) -> tuple[int, Any]:
        sha256 = hashlib.sha256(data).hexdigest()
        body = {
            "filename": filename,
            "content_type": content_type,
            "size": len(data),
            "sha256": sha256,
            "purpose": purpose,
        }
        return self.ask("POST", "", {**body, **changed})

    def send(self, data: bytes, *arguments: str, **changed: Any) -> tuple[str, int, Any]:
        """Announce, put, say that it has arrived."""
        status, announced = self.announce(data, *arguments, **changed)
        assert status == 201, announced
        upload = announced["upload"]
        assert POOL.request("PUT", upload["url"], body=data, headers=upload["headers"]).status == 200
        return announced["file_id"], *self.ask("POST", f"/{announced['file_id']}/arrival", {})


def stream_of(file_id: str) -> dict[str, Any]:
    """The file's events as the table's stream hands them to Lambda."""
    return batch_of(history.of(TABLE, Subject("file", file_id)))


def prepared(file_id: str) -> None:
    assert on_stream(stream_of(file_id), None) == {"batchItemFailures": []}


def let_go(phone: Phone, room: str, file_id: str, why: str = events.TAKEN_BACK) -> None:
    """A room's record of this person is gone and says so, now."""
    body = {"person_id": phone.person, "files": [file_id], "why": why}
    subject = Subject("record", ids.new_id())
    listeners.on_message(Delivery(ids.new_id(), events.LET_GO, body, room, subject, 1, clock.now()))


def fetched(url: str) -> bytes:
    answer = POOL.request("GET", url)
    assert answer.status == 200
    return answer.data


def codes(answer: tuple[int, Any]) -> tuple[int, str]:
    return answer[0], answer[1]["code"]


def large_pdf() -> bytes:
    return samples.PDF.replace(b"%%EOF", b"%" + b"x" * (2 * PART_SIZE) + b"\n%%EOF")


def send_parts(data: bytes, missing: list[dict[str, Any]]) -> None:
    for part in missing:
        start = (part["number"] - 1) * PART_SIZE
        piece = data[start : start + part["size"]]
        assert POOL.request("PUT", part["url"], body=piece).status == 200
