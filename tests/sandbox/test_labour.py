"""The platforms for construction workers: strict about every field, patient with repeats."""

import hashlib
import uuid
from base64 import b64encode
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sandbox.keys import read_keys
from tests.sandbox.conftest import Client


def number(text: str = "11010519491231002X") -> str:
    key = hashlib.sha256(f"field|{read_keys(None)['labour'].secret}".encode()).digest()
    return b64encode(b"0" * 12 + AESGCM(key).encrypt(b"0" * 12, text.encode(), None)).decode()


def detail(**changes: Any) -> dict[str, Any]:
    return {
        "PayRollCode": "GZD330106202610001", "IDCardType": "01", "IDCardNumber": number(), "WorkType": "020",
        "Days": "26.0", "TotalPayAmount": "9100.00", "ActualAmount": "9100.00", "PayStatus": "20", **changes,
    }  # fmt: skip


def send(client: Client, objects: object, platform: str = "33", **named: Any) -> dict[str, Any]:
    """One report in a batch of its own; its result."""
    key = named.get("batch", uuid.uuid4().hex)
    item = {"key": named.get("key", "r1"), "revision": named.get("revision", 1), "objects": objects}
    path = f"/labour/{platform}/batches"
    assert client.signed("labour", path, {"batch_key": key, "items": [item]}).status_code == 202
    answer = client.signed("labour", f"{path}/query", {"batch_key": key}).json()
    result: dict[str, Any] = answer["results"][0]
    return result


def test_a_right_report_gets_a_receipt(client: Client) -> None:
    result = send(client, {"PayRollDetail": detail()})
    assert (result["accepted"], result["key"], result["revision"]) == (True, "r1", 1)
    assert result["receipt"]
    assert "r1" in client.http.get("/labour/").text


@pytest.mark.parametrize(
    ("objects", "code"),
    [
        ({"PayRollDetail": detail(PayStatus="21")}, "CODE_UNKNOWN"),
        ({"PayRollDetail": detail(WorkType="999")}, "CODE_UNKNOWN"),
        ({"PayRollDetail": detail(PayRollCode="GZD1")}, "FIELD_INVALID"),
        ({"PayRollDetail": detail(TotalPayAmount=9100)}, "FIELD_INVALID"),
        ({"PayRollDetail": detail(Bonus="1")}, "FIELD_UNKNOWN"),
        ({"PayRollDetail": detail(PayStatus=None)}, "FIELD_MISSING"),
        ({"PayRollDetail": detail(IDCardNumber="11010519491231002X")}, "ID_NUMBER_INVALID"),
        ({"PayRollDetail": detail(IDCardNumber=number("110105194912310021"))}, "ID_NUMBER_INVALID"),
        ({"Salary": {}}, "OBJECT_UNKNOWN"),
        ({}, "OBJECT_MISSING"),
    ],
)
def test_a_wrong_field_is_told_with_its_reason(client: Client, objects: object, code: str) -> None:
    result = send(client, objects)
    assert (result["accepted"], result["code"]) == (False, code)
    assert result["message"]


def test_the_second_province_does_not_understand_the_national_names(client: Client) -> None:
    assert send(client, {"PayRollDetail": detail()}, "37")["code"] == "FIELD_UNKNOWN"


def test_the_same_revision_gets_the_same_receipt_and_an_older_one_none(client: Client) -> None:
    first = send(client, {"PayRollDetail": detail()}, revision=2)
    assert send(client, {"PayRollDetail": detail(PayStatus="bad")}, revision=2) == first
    assert send(client, {"PayRollDetail": detail()}, revision=1)["code"] == "OUTDATED"


def test_a_batch_key_is_one_batch(client: Client) -> None:
    body = {"batch_key": "b1", "items": [{"key": "r1", "revision": 1, "objects": {}}]}
    path = "/labour/33/batches"
    answers = [client.signed("labour", path, body) for _ in range(2)]
    assert [one.status_code for one in answers] == [202, 202]
    assert answers[0].json() == answers[1].json()
    other = client.signed("labour", path, body | {"items": [{"key": "r2", "revision": 1, "objects": {}}]})
    assert (other.status_code, other.json()["code"]) == (422, "batch_key_reused")
    assert client.signed("labour", f"{path}/query", {"batch_key": "b2"}).json()["code"] == "batch_unknown"
    assert client.signed("labour", "/labour/99/batches", body).status_code == 404
    assert client.signed("labour", path, {"batch_key": "b3", "items": []}).status_code == 400


def test_the_desk_holds_results_back_and_suspends_trades(client: Client) -> None:
    client.http.put("/labour/desk", json={"hold": True, "refused_trades": {"33": ["020"]}})
    body = {
        "batch_key": "b1",
        "items": [{"key": "r1", "revision": 1, "objects": {"PayRollDetail": detail()}}],
    }
    client.signed("labour", "/labour/33/batches", body)
    asked = client.signed("labour", "/labour/33/batches/query", {"batch_key": "b1"}).json()
    assert asked["results"] == []
    assert "停用工种" in client.http.get("/labour/").text
    client.http.put("/labour/desk", json={"hold": False})
    asked = client.signed("labour", "/labour/33/batches/query", {"batch_key": "b1"}).json()
    assert asked["results"][0]["code"] == "CODE_SUSPENDED"
