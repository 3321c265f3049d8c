"""What is not taken, and that nothing of it stays."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from mashangban.files import errors, service
from mashangban.files.app import handler
from mashangban.files.models import FileRecord
from mashangban.files.repository import items, objects
from mashangban.files.rules import uploads
from mashangban.files.terms import Purpose
from mashangban.kernel import clock, ids
from mashangban.kernel.events import Subject
from tests.audit.build import act_of, http
from tests.files import samples
from tests.files.phone import POOL, Phone, codes, fetched, prepared

pytestmark = pytest.mark.usefixtures("store")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"size": 1024**3}, (413, "files.too-large")),
        ({"size": 0}, (422, "files.empty")),
        ({"size": -1}, (422, "input.invalid")),
        ({"size": 10**30}, (413, "files.too-large")),
        ({"content_type": "image/svg+xml"}, (422, "files.type-not-allowed")),
        ({"content_type": "text/html"}, (422, "files.type-not-allowed")),
        ({"content_type": "text/csv"}, (422, "files.type-not-allowed")),
        ({"purpose": "anything"}, (422, "input.invalid")),
        ({"sha256": "00"}, (422, "input.invalid")),
        ({"filename": ""}, (422, "input.invalid")),
        ({"filename": "长" * 256}, (422, "input.invalid")),
    ],
)
def test_what_may_not_be_uploaded_is_refused_before_a_byte_is_sent(
    phone: Phone, changed: dict[str, Any], code: tuple[int, str]
) -> None:
    assert codes(phone.announce(samples.picture(), **changed)) == code


def test_a_name_in_broken_utf8_is_refused(phone: Phone) -> None:
    event = http("POST", "/v1/files", phone.token, '{"filename": "\\ud800.jpg"}')
    event["headers"]["idempotency-key"] = ids.new_id()
    assert handler(event, None)["statusCode"] == 422


def test_a_direction_mark_in_a_name_is_taken_out(phone: Phone) -> None:
    file_id = phone.announce(samples.picture(), filename="\u202egpj.exe")[1]["file_id"]
    assert phone.ask("GET", f"/{file_id}")[1]["filename"] == "gpj.exe.jpg"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (samples.PDF, (422, "files.wrong-content")),
        (b"MZ" + b"\x00" * 100, (422, "files.wrong-content")),
        (b"<script>alert(1)</script>", (422, "files.wrong-content")),
    ],
)
def test_content_of_another_type_is_deleted_and_named(
    phone: Phone, data: bytes, code: tuple[int, str]
) -> None:
    file_id, status, problem = phone.send(data)
    assert (status, problem["code"]) == code
    assert objects.find(objects.incoming(file_id)) is None
    assert objects.find(objects.original(file_id)) is None
    assert phone.ask("GET", f"/{file_id}")[1]["state"] == "announced"


def test_a_picture_bomb_is_refused_on_arrival(phone: Phone) -> None:
    file_id, status, problem = phone.send(samples.png_that_claims(60_000, 60_000), "image/png")
    assert (status, problem["code"]) == (422, "files.overpacked")
    assert objects.find(objects.incoming(file_id)) is None


def test_a_workbook_bomb_is_refused_on_arrival(phone: Phone) -> None:
    bomb = samples.workbook({"xl/worksheets/sheet1.xml": b"0" * 40_000_000})
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert phone.send(bomb, kind, "import")[2]["code"] == "files.overpacked"


def test_a_picture_that_nothing_can_open_is_never_shown(phone: Phone) -> None:
    broken = samples.picture()[:400]
    file_id, status, _ = phone.send(broken)
    prepared(file_id)
    view = phone.ask("GET", f"/{file_id}")[1]
    assert (status, view["state"], view["url"]) == (200, "unreadable", None)
    with pytest.raises(errors.NotArrived):
        service.hold(phone.act(), "homes", file_id, Purpose.EVIDENCE)


@pytest.mark.parametrize(
    "altered", [lambda data: data[:-1], lambda data: data[:-1] + b"\x00", lambda data: data * 2]
)
def test_a_file_cut_or_swapped_on_the_way_may_be_sent_again(
    phone: Phone, altered: Callable[[bytes], bytes]
) -> None:
    data = samples.picture()
    announced = phone.announce(data)[1]
    key = objects.incoming(announced["file_id"])
    objects.put(key, altered(data), "image/jpeg")
    assert codes(phone.ask("POST", f"/{announced['file_id']}/arrival", {})) == (409, "files.content-differs")
    assert objects.find(key) is None
    again = phone.ask("GET", f"/{announced['file_id']}")[1]["upload"]
    POOL.request("PUT", again["url"], body=data, headers=again["headers"])
    assert phone.ask("POST", f"/{announced['file_id']}/arrival", {})[0] == 200


def test_an_upload_address_can_not_change_a_file_that_was_checked(phone: Phone) -> None:
    data = samples.PDF
    announced = phone.announce(data, "application/pdf")[1]
    upload = announced["upload"]
    POOL.request("PUT", upload["url"], body=data, headers=upload["headers"])
    phone.ask("POST", f"/{announced['file_id']}/arrival", {})
    POOL.request("PUT", upload["url"], body=b"x" * len(data), headers=upload["headers"])
    prepared(announced["file_id"])
    assert fetched(phone.ask("GET", f"/{announced['file_id']}")[1]["url"]) == data


def test_type_length_and_hash_are_part_of_the_signed_address(phone: Phone) -> None:
    url = phone.announce(samples.picture())[1]["upload"]["url"]
    signed = urlsplit(url).query.split("X-Amz-SignedHeaders=")[1].split("&")[0]
    assert signed.split("%3B") == ["content-length", "content-type", "host", "x-amz-checksum-sha256"]


def test_an_announcement_is_gone_after_a_day(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    file_id = phone.announce(samples.picture())[1]["file_id"]
    later = clock.now() + uploads.ANNOUNCED_FOR + timedelta(minutes=1)
    record = FileRecord.get(Subject("file", file_id).pk, "FILE")
    assert record.expires_at <= later.timestamp()
    act = act_of(phone.person)
    with pytest.raises(errors.AnnouncementExpired):
        service.arrive(type(act)(act.actor, later), file_id)


def test_one_persons_day_has_an_end_and_another_person_goes_on(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(items, "MOST_A_DAY", 3)
    sent = [phone.announce(samples.picture())[0] for _ in range(3)]
    status, problem = phone.announce(samples.picture())
    assert sent == [201] * 3
    assert (status, problem["code"]) == (429, "files.too-many")
    assert Phone().announce(samples.picture())[0] == 201


def test_many_bytes_use_up_a_day_too(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "MOST_BYTES_A_DAY", len(samples.picture()))
    assert phone.announce(samples.picture())[0] == 201
    assert phone.announce(samples.picture())[1]["code"] == "files.too-many"


def test_nobody_else_sees_or_touches_a_file(phone: Phone) -> None:
    file_id, _, _ = phone.send(samples.picture())
    other = Phone()
    tries: list[tuple[str, str, Any]] = [
        ("GET", "", None), ("GET", "/parts", None), ("POST", "/arrival", {}), ("DELETE", "", None),
    ]  # fmt: skip
    for method, path, body in tries:
        assert other.ask(method, f"/{file_id}{path}", body)[0] == 404
    for unknown in (ids.new_id(), "x" * 3000, "%00", "FILE%23x", "%E7%A0%81"):
        assert other.ask("GET", f"/{unknown}")[0] == 404
