"""A file's whole way on the real engine and the real object store, through the API and the stream function."""

import hashlib
import json
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
import urllib3
from PIL import Image

from functions.files_stream.handler import handler as on_stream
from mashangban.files import errors, service
from mashangban.files.app import handler
from mashangban.files.models import TABLE, FileRecord
from mashangban.files.repository import items, objects
from mashangban.files.rules import uploads
from mashangban.files.terms import PART_SIZE, FileState, Purpose
from mashangban.kernel import clock, history, ids
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from tests import engine
from tests.audit.build import act_of, batch_of, http, sign_in
from tests.files import samples
from tests.files.conftest import Scanner

pytestmark = pytest.mark.usefixtures("store")
POOL = urllib3.PoolManager(retries=False)


class Phone:
    """A signed-in person with a phone."""

    def __init__(self) -> None:
        self.person = ids.new_id()
        self.token = sign_in(self.person)

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


@pytest.fixture
def phone() -> Phone:
    return Phone()


def stream_of(file_id: str) -> dict[str, Any]:
    """The file's events as the table's stream hands them to Lambda."""
    return batch_of(history.of(TABLE, Subject("file", file_id)))


def prepared(file_id: str) -> None:
    assert on_stream(stream_of(file_id), None) == {"batchItemFailures": []}


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


def test_a_photo_arrives_is_redrawn_and_shown_to_its_owner(phone: Phone) -> None:
    file_id, status, view = phone.send(samples.photo_with_place())
    assert (status, view["state"], view["url"]) == (200, "arrived", None)
    prepared(file_id)
    view = phone.ask("GET", f"/{file_id}")[1]
    assert (view["state"], view["scan_label"]) == ("usable", "未扫描")
    shown = Image.open(BytesIO(fetched(view["url"])))
    assert len(shown.getexif()) == 0
    assert max(Image.open(BytesIO(fetched(view["thumbnail_url"]))).size) == 320
    assert view["place"] == {"latitude": 30.26, "longitude": -120.155, "taken_at": "2026:11:23 14:05:06"}


def test_name_and_place_lie_encrypted_and_events_hold_neither(phone: Phone) -> None:
    file_id, _, _ = phone.send(samples.photo_with_place(), filename="张三家客厅.jpg")
    prepared(file_id)
    record = FileRecord.get(Subject("file", file_id).pk, "FILE")
    stored = json.dumps(record.to_dynamodb_dict(), ensure_ascii=False)
    told = json.dumps(
        [event.leaf() for event in history.of(TABLE, Subject("file", file_id))], ensure_ascii=False
    )
    for text in (stored, told):
        assert "张三" not in text
        assert "120.155" not in text


def test_what_the_stream_of_the_table_brings_is_prepared(phone: Phone, tables: str) -> None:
    file_id, _, _ = phone.send(samples.picture())
    pk = Subject("file", file_id).pk
    records = [r for r in engine.stream_records(tables, "files") if r["dynamodb"]["Keys"]["PK"]["S"] == pk]
    assert on_stream({"Records": records}, None) == {"batchItemFailures": []}
    assert phone.ask("GET", f"/{file_id}")[1]["state"] == "usable"


def test_a_files_life_is_on_its_chain(phone: Phone) -> None:
    file_id, _, _ = phone.send(samples.picture())
    prepared(file_id)
    prepared(file_id)
    chain = history.of(TABLE, Subject("file", file_id))
    assert [event.type for event in chain] == ["files.file.arrived", "files.file.prepared"]
    assert history.is_unbroken(chain)


def test_where_place_is_not_needed_it_is_not_kept(phone: Phone) -> None:
    file_id, _, _ = phone.send(samples.photo_with_place(), "image/jpeg", "certificate")
    prepared(file_id)
    assert phone.ask("GET", f"/{file_id}")[1]["place"] is None


@pytest.mark.parametrize(
    ("data", "content_type", "purpose"),
    [
        (samples.PDF, "application/pdf", "evidence"),
        (samples.CSV, "text/csv; charset=utf-8", "import"),
        (samples.workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "import"),
    ],
)
def test_papers_are_handed_out_as_they_came(
    phone: Phone, data: bytes, content_type: str, purpose: str
) -> None:
    file_id, status, _ = phone.send(data, content_type, purpose)
    assert status == 200
    prepared(file_id)
    assert fetched(phone.ask("GET", f"/{file_id}")[1]["url"]) == data


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
        service.require_arrived(file_id, phone.person, Purpose.EVIDENCE)


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


def test_arrival_without_an_upload_says_so(phone: Phone) -> None:
    file_id = phone.announce(samples.picture())[1]["file_id"]
    assert codes(phone.ask("POST", f"/{file_id}/arrival", {})) == (409, "files.not-uploaded")


def test_arrival_told_twice_is_arrival_once(phone: Phone) -> None:
    file_id, _, first = phone.send(samples.picture())
    assert phone.ask("POST", f"/{file_id}/arrival", {}) == (200, first)
    assert len(history.of(TABLE, Subject("file", file_id))) == 1


@pytest.mark.parametrize("data", [samples.PDF, large_pdf()])
def test_arrival_told_four_times_at_once_is_arrival_once(phone: Phone, data: bytes) -> None:
    file_id = phone.announce(data, "application/pdf")[1]["file_id"]
    if len(data) > PART_SIZE:
        send_parts(data, phone.ask("GET", f"/{file_id}/parts")[1]["missing"])
    else:
        objects.put(objects.incoming(file_id), data, "application/pdf")
    with ThreadPoolExecutor(4) as taps:
        answers = list(taps.map(lambda _: phone.ask("POST", f"/{file_id}/arrival", {}), range(4)))
    assert [status for status, _ in answers] == [200] * 4
    assert len(history.of(TABLE, Subject("file", file_id))) == 1


def test_a_large_file_is_checked_in_little_memory(phone: Phone) -> None:
    data = samples.PDF.replace(b"%%EOF", b"%" + b"x" * (19 * 1024 * 1024) + b"\n%%EOF")
    file_id = phone.announce(data, "application/pdf")[1]["file_id"]
    send_parts(data, phone.ask("GET", f"/{file_id}/parts")[1]["missing"])
    del data
    tracemalloc.start()
    assert phone.ask("POST", f"/{file_id}/arrival", {})[0] == 200
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * 1024 * 1024


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


def test_a_large_file_goes_on_where_the_network_was_cut(phone: Phone) -> None:
    data = large_pdf()
    announced = phone.announce(data, "application/pdf")[1]
    file_id = announced["file_id"]
    assert (announced["upload"]["method"], announced["upload"]["parts"]) == ("PARTS", 3)
    first = phone.ask("GET", f"/{file_id}/parts")[1]
    send_parts(data, first["missing"][1:2])
    assert codes(phone.ask("POST", f"/{file_id}/arrival", {})) == (409, "files.not-uploaded")
    again = phone.ask("GET", f"/{file_id}/parts")[1]
    assert (again["arrived"], [part["number"] for part in again["missing"]]) == ([2], [1, 3])
    send_parts(data, again["missing"])
    assert phone.ask("POST", f"/{file_id}/arrival", {})[0] == 200
    prepared(file_id)
    assert (
        hashlib.sha256(fetched(phone.ask("GET", f"/{file_id}")[1]["url"])).hexdigest()
        == hashlib.sha256(data).hexdigest()
    )


def test_a_part_of_another_size_is_asked_for_again(phone: Phone) -> None:
    data = large_pdf()
    file_id = phone.announce(data, "application/pdf")[1]["file_id"]
    missing = phone.ask("GET", f"/{file_id}/parts")[1]["missing"]
    POOL.request("PUT", missing[0]["url"], body=b"short")
    assert phone.ask("GET", f"/{file_id}/parts")[1]["arrived"] == []


def test_parts_in_the_wrong_order_are_found_by_the_hash(phone: Phone) -> None:
    data = large_pdf()
    file_id = phone.announce(data, "application/pdf")[1]["file_id"]
    missing = phone.ask("GET", f"/{file_id}/parts")[1]["missing"]
    send_parts(data[PART_SIZE : 2 * PART_SIZE] + data[:PART_SIZE] + data[2 * PART_SIZE :], missing)
    assert codes(phone.ask("POST", f"/{file_id}/arrival", {})) == (409, "files.content-differs")


def test_an_upload_may_be_given_up_until_it_has_arrived(phone: Phone) -> None:
    file_id = phone.announce(large_pdf(), "application/pdf")[1]["file_id"]
    assert phone.ask("DELETE", f"/{file_id}") == (204, None)
    assert phone.ask("GET", f"/{file_id}")[0] == 404
    arrived, _, _ = phone.send(samples.picture())
    assert codes(phone.ask("DELETE", f"/{arrived}")) == (409, "files.already-arrived")


def test_an_announcement_is_gone_after_a_day(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    file_id = phone.announce(samples.picture())[1]["file_id"]
    later = clock.now() + uploads.ANNOUNCED_FOR + timedelta(minutes=1)
    record = FileRecord.get(Subject("file", file_id).pk, "FILE")
    assert record.expires_at <= later.timestamp()
    act = act_of(phone.person)
    with pytest.raises(errors.AnnouncementExpired):
        service.arrive(type(act)(act.actor, later), file_id)


def test_a_file_that_arrived_never_expires(phone: Phone) -> None:
    file_id, _, _ = phone.send(samples.picture())
    assert FileRecord.get(Subject("file", file_id).pk, "FILE").expires_at is None


def test_nobody_else_sees_or_touches_a_file(phone: Phone) -> None:
    file_id, _, _ = phone.send(samples.picture())
    other = Phone()
    tries: list[tuple[str, str, Any]] = [
        ("GET", "", None), ("GET", "/parts", None), ("POST", "/arrival", {}), ("DELETE", "", None),
    ]  # fmt: skip
    for method, path, body in tries:
        assert other.ask(method, f"/{file_id}{path}", body)[0] == 404
    assert other.ask("GET", f"/{ids.new_id()}")[0] == 404


def test_a_record_points_only_to_files_of_its_author_that_arrived_for_this(phone: Phone) -> None:
    awaited = phone.announce(samples.picture())[1]["file_id"]
    with pytest.raises(errors.NotArrived):
        service.require_arrived(awaited, phone.person, Purpose.EVIDENCE)
    file_id, _, _ = phone.send(samples.picture())
    assert service.require_arrived(file_id, phone.person, Purpose.EVIDENCE).size == len(samples.picture())
    with pytest.raises(NotFound):
        service.require_arrived(file_id, ids.new_id(), Purpose.EVIDENCE)
    with pytest.raises(NotFound):
        service.require_arrived(ids.new_id(), phone.person, Purpose.EVIDENCE)
    with pytest.raises(errors.OtherPurpose):
        service.require_arrived(file_id, phone.person, Purpose.CERTIFICATE)
    either = [Purpose.CERTIFICATE, Purpose.EVIDENCE]
    assert service.require_arrived(file_id, phone.person, either).id == file_id


def test_a_domain_hands_files_on_in_its_own_order_without_place(phone: Phone) -> None:
    one, _, _ = phone.send(samples.photo_with_place())
    two, _, _ = phone.send(samples.PDF, "application/pdf")
    for file_id in (one, two):
        prepared(file_id)
    views = service.links([two, ids.new_id(), one])
    assert [view.file_id for view in views] == [two, one]
    assert views[1].url is not None
    assert len(Image.open(BytesIO(fetched(views[1].url))).getexif()) == 0


def test_a_scanner_makes_files_clean_or_takes_them_away(phone: Phone, scanner: Scanner) -> None:
    good, _, _ = phone.send(samples.PDF, "application/pdf")
    prepared(good)
    assert phone.ask("GET", f"/{good}")[1]["scan"] == "clean"
    scanner.says = {"clean": False}
    bad, _, _ = phone.send(samples.PDF, "application/pdf")
    prepared(bad)
    view = phone.ask("GET", f"/{bad}")[1]
    assert (view["state_label"], view["url"]) == ("发现病毒，已停用", None)
    assert objects.find(objects.original(bad)) is None


@pytest.mark.parametrize("says", [{}, {"clean": "yes"}])
def test_while_the_scanner_is_away_the_file_waits(
    phone: Phone, scanner: Scanner, says: dict[str, object]
) -> None:
    scanner.says = says
    file_id, _, _ = phone.send(samples.PDF, "application/pdf")
    assert len(on_stream(stream_of(file_id), None)["batchItemFailures"]) == 1
    file = items.find(file_id)
    assert file is not None
    assert file.state is FileState.ARRIVED
    scanner.says = {"clean": True}
    prepared(file_id)
    assert phone.ask("GET", f"/{file_id}")[1]["state"] == "usable"
