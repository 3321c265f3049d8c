"""A file's whole way on the real engine and the real object store, through the API and the stream function."""

import json
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image

from functions.files_stream.handler import handler as on_stream
from mashangban.files import service
from mashangban.files.models import TABLE, FileRecord
from mashangban.files.repository import items, objects
from mashangban.files.terms import PART_SIZE, FileState
from mashangban.kernel import history, ids
from mashangban.kernel.events import Subject
from tests import engine
from tests.files import samples
from tests.files.conftest import Scanner
from tests.files.phone import Phone, codes, fetched, large_pdf, prepared, send_parts, stream_of

pytestmark = pytest.mark.usefixtures("store")


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
