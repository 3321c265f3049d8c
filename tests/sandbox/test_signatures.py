"""Who is let in."""

import time

import pytest

from tests.sandbox.conftest import Client

PERSON = {"name": "王小明", "id_number": "11010519491231002X"}
PATH = "/identity/verifications"


def test_a_signed_request_is_answered(client: Client) -> None:
    assert client.signed("identity", PATH, PERSON).json()["result"] == "match"


@pytest.mark.parametrize(
    "bent",
    [
        {"secret": "another"},
        {"app_id": "another"},
        {"signature": "00" * 32},
        {"signature": ""},
        {"request_id": ""},
        {"sent_to": PATH + "?x=1"},
    ],
)
def test_a_wrong_signature_is_refused(client: Client, bent: dict[str, str]) -> None:
    answer = client.signed("identity", PATH, PERSON, **bent)
    assert (answer.status_code, answer.json()["code"]) == (401, "signature_invalid")


@pytest.mark.parametrize("skew", [-400, 400])
def test_a_clock_more_than_six_minutes_off_is_refused(client: Client, skew: int) -> None:
    answer = client.signed("identity", PATH, PERSON, timestamp=str(int(time.time()) + skew))
    assert (answer.status_code, answer.json()["code"]) == (401, "clock_skewed")


@pytest.mark.parametrize("skew", [-300, 300])
def test_a_clock_five_minutes_off_is_let_in(client: Client, skew: int) -> None:
    assert client.signed("identity", PATH, PERSON, timestamp=str(int(time.time()) + skew)).status_code == 200


def test_the_same_request_id_is_let_in_once(client: Client) -> None:
    assert client.signed("identity", PATH, PERSON, request_id="one").status_code == 200
    again = client.signed("identity", PATH, PERSON, request_id="one")
    assert (again.status_code, again.json()["code"]) == (409, "request_replayed")


def test_an_altered_body_is_refused(client: Client) -> None:
    answer = client.http.post(PATH, json=PERSON)
    assert answer.status_code == 401
