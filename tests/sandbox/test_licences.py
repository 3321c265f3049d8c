"""The sandbox's licence library: it answers by holder and kind, for organisations and persons."""

import hashlib
from typing import Any

import pytest

from tests.sandbox.conftest import Client

FIRM = "91330100799655058B"
PERSON = hashlib.sha256(b"330106199001011234").hexdigest()
PAPER = {
    "holder_name": "杭州样例建设有限公司",
    "issuer": "浙江省住房和城乡建设厅",
    "issued_on": "2025-03-01",
}


def enter(
    client: Client, holder: str = FIRM, number: str = "JZ-1", kind: str = "safety", **differs: Any
) -> Any:
    return client.http.put(f"/licences/holders/{holder}/{kind}/{number}", json=PAPER | differs)


def asked(client: Client, holder: str = FIRM, kind: str = "safety", holder_kind: str = "organisation") -> Any:
    body = {"holder_kind": holder_kind, "holder": holder, "type": kind}
    return client.signed("licences", "/licences/query", body)


def numbers(answer: Any) -> list[str]:
    return [one["number"] for one in answer.json()["licences"]]


def test_a_holder_has_its_own_licences_of_a_kind_and_no_others(client: Client) -> None:
    enter(client)
    enter(client, number="JZ-2", status="revoked")
    enter(client, kind="business")
    enter(client, holder="91330100799655059X")
    found = asked(client)
    assert numbers(found) == ["JZ-1", "JZ-2"]
    assert [one["status"] for one in found.json()["licences"]] == ["valid", "revoked"]
    assert len(found.json()["licences"][0]["copy"]["sha256"]) == 64
    assert numbers(asked(client, kind="food")) == []


def test_a_person_is_asked_for_by_a_hash_never_by_the_number(client: Client) -> None:
    enter(client, holder=PERSON, kind="skill")
    assert numbers(asked(client, PERSON, "skill", "person")) == ["JZ-1"]
    assert asked(client, "330106199001011234", "skill", "person").json()["code"] == "holder_invalid"


def test_a_licence_is_changed_and_taken_out(client: Client) -> None:
    enter(client)
    enter(client, status="expired", valid_until="2025-12-31")
    assert asked(client).json()["licences"][0]["valid_until"] == "2025-12-31"
    client.http.delete(f"/licences/holders/{FIRM}/safety/JZ-1")
    assert numbers(asked(client)) == []


@pytest.mark.parametrize("wrong", [{"status": "lost"}, {"issued_on": "2025-13-01"}, {"format": "jpg"}])
def test_what_is_no_licence_is_not_entered(client: Client, wrong: dict[str, str]) -> None:
    assert enter(client, **wrong).status_code == 400


def test_an_unsigned_question_gets_no_answer(client: Client) -> None:
    body = {"holder_kind": "organisation", "holder": FIRM, "type": "safety"}
    assert client.http.post("/licences/query", json=body).status_code == 401
