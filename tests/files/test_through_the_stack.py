"""Files and receipts on the running stack: gateway, engine, object store, streams, sequencer."""

import hashlib
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image

from mashangban.audit import verifier
from mashangban.audit.rules.merkle import consistent
from mashangban.kernel import ids
from tests import wire
from tests.engine import free_port
from tests.files import samples
from tests.files.phone import large_pdf
from tests.processes import kill
from tests.stack import LocalStack, wait_for

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStack]:
    port = free_port()
    own = {"PUBLIC_URL": f"http://127.0.0.1:{port}"}  # the test stage has another one
    with LocalStack(tmp_path_factory.mktemp("stack"), port, own) as running:
        yield running


class Caller:
    """A person signed in by text message."""

    def __init__(self, stack: LocalStack, phone: str) -> None:
        self.http = httpx.Client(base_url=stack.url, timeout=30)
        self.post("/v1/identity/sms-codes", {"phone": phone})
        messages = wire.get(stack.state["sandbox"] + "/sms/messages", params={"phone": phone}).json()
        text = str(messages)
        code = next(
            word for word in "".join(c if c.isdigit() else " " for c in text).split() if len(word) == 6
        )
        token = self.post("/v1/identity/sessions/sms", {"phone": phone, "code": code}).json()["access_token"]
        self.http.headers["authorization"] = f"Bearer {token}"

    def post(self, path: str, body: Any) -> httpx.Response:
        answer = self.http.post(path, json=body, headers={"idempotency-key": ids.new_id()})
        assert answer.status_code < 300, answer.text
        return answer

    def get(self, path: str) -> Any:
        answer = self.http.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def upload(self, data: bytes, content_type: str) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        body = {"filename": "现场", "content_type": content_type, "size": len(data), "sha256": sha256}
        announced = self.post("/v1/files", {**body, "purpose": "evidence"}).json()
        file_id, upload = str(announced["file_id"]), announced["upload"]
        if upload["method"] == "PUT":
            assert wire.put(upload["url"], content=data, headers=upload["headers"]).status_code == 200
        else:
            self._send_parts(file_id, data, upload["part_size"])
        self.post(f"/v1/files/{file_id}/arrival", {})
        return file_id

    def _send_parts(self, file_id: str, data: bytes, part_size: int) -> None:
        for part in self.get(f"/v1/files/{file_id}/parts")["missing"]:
            start = (part["number"] - 1) * part_size
            assert wire.put(part["url"], content=data[start : start + part["size"]]).status_code == 200

    def is_usable(self, file_id: str) -> bool:
        return bool(self.get(f"/v1/files/{file_id}")["state"] == "usable")


@pytest.fixture(scope="module")
def caller(stack: LocalStack) -> Iterator[Caller]:
    person = Caller(stack, "13800138000")
    yield person
    person.http.close()


def genuine_receipt(caller: Caller, file_id: str) -> bool:
    keys = verifier.keys_from_pem(caller.get("/v1/audit/keys")["pem"])
    answer = caller.http.get(f"/v1/audit/subjects/file/{file_id}/receipt")
    return answer.status_code == 200 and all(finding.good for finding in verifier.check(answer.text, keys))


def test_a_photo_goes_from_the_phone_through_the_public_address_and_back(
    stack: LocalStack, caller: Caller
) -> None:
    file_id = caller.upload(samples.photo_with_place(), "image/jpeg")
    wait_for(lambda: caller.is_usable(file_id), "the photo to be redrawn")
    view = caller.get(f"/v1/files/{file_id}")
    assert view["url"].startswith(stack.url)
    assert len(Image.open(BytesIO(wire.get(view["url"]).content)).getexif()) == 0


def test_a_large_paper_goes_in_parts_through_the_public_address(caller: Caller) -> None:
    data = large_pdf()
    file_id = caller.upload(data, "application/pdf")
    wait_for(lambda: caller.is_usable(file_id), "the paper to be usable")
    assert wire.get(caller.get(f"/v1/files/{file_id}")["url"]).content == data


def test_every_act_has_a_genuine_receipt_though_the_streams_are_killed(
    stack: LocalStack, caller: Caller
) -> None:
    before = wait_for(lambda: latest(caller), "the log to have begun")
    made = []
    for number in range(12):
        made.append(caller.upload(samples.picture(size=(32, 32 + number)), "image/jpeg"))
        if number % 4 == 1:
            kill(stack, "streams")
    for file_id in made:
        wait_for(partial(caller.is_usable, file_id), f"{file_id} to be usable")
        wait_for(partial(genuine_receipt, caller, file_id), f"a receipt of {file_id}")
    after = latest(caller)
    view = caller.get(f"/v1/audit/consistency?from={before['size']}&to={after['size']}")
    proof = [bytes.fromhex(step) for step in view["proof"]]
    roots = bytes.fromhex(before["root"]), bytes.fromhex(after["root"])
    assert consistent(before["size"], after["size"], proof, *roots)


def latest(caller: Caller) -> Any:
    answer = caller.http.get("/v1/audit/checkpoints/latest")
    return answer.json() if answer.status_code == 200 else None
