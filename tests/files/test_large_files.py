"""Files in parts: taken up again after the network was cut."""

import hashlib

import pytest

from mashangban.files.terms import PART_SIZE
from tests.files import samples
from tests.files.phone import POOL, Phone, codes, fetched, large_pdf, prepared, send_parts

pytestmark = pytest.mark.usefixtures("store")


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


def test_parts_in_the_wrong_order_are_found_by_the_hash_and_may_be_sent_again(phone: Phone) -> None:
    data = large_pdf()
    file_id = phone.announce(data, "application/pdf")[1]["file_id"]
    missing = phone.ask("GET", f"/{file_id}/parts")[1]["missing"]
    send_parts(data[PART_SIZE : 2 * PART_SIZE] + data[:PART_SIZE] + data[2 * PART_SIZE :], missing)
    assert codes(phone.ask("POST", f"/{file_id}/arrival", {})) == (409, "files.content-differs")
    send_parts(data, phone.ask("GET", f"/{file_id}/parts")[1]["missing"])
    assert phone.ask("POST", f"/{file_id}/arrival", {})[0] == 200


def test_an_upload_may_be_given_up_until_it_has_arrived(phone: Phone) -> None:
    file_id = phone.announce(large_pdf(), "application/pdf")[1]["file_id"]
    assert phone.ask("DELETE", f"/{file_id}") == (204, None)
    assert phone.ask("GET", f"/{file_id}")[0] == 404
    arrived, _, _ = phone.send(samples.picture())
    assert codes(phone.ask("DELETE", f"/{arrived}")) == (409, "files.already-arrived")
