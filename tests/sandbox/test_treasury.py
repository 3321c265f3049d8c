"""The sandbox's treasury: a key is one order, what it moved stands in its book, money comes back once."""

from typing import Any

import pytest

from tests.sandbox.conftest import Client


def payment(key: str, **differs: Any) -> dict[str, Any]:
    return {
        "key": key,
        "book": "33",
        "name": "样例企业",
        "bank": "工商银行",
        "account": "1202000000012345",
        "amount_fen": 500,
    } | differs


def send(client: Client, body: dict[str, Any]) -> Any:
    return client.signed("treasury", "/treasury/payments", body)


def entries(client: Client) -> list[tuple[str, int]]:
    found = client.signed("treasury", "/treasury/statements/query", {"book": "33", "after": 0}).json()[
        "entries"
    ]
    return [(one["kind"], one["amount_fen"]) for one in found]


def test_a_payment_is_made_once_however_often_it_comes(client: Client) -> None:
    for _ in range(3):
        assert send(client, payment("t1")).json()["state"] == "paid"
    assert entries(client) == [("payment", -500)]
    assert send(client, payment("t1", amount_fen=501)).json()["code"] == "key_reused"


def test_a_wrong_name_comes_back_with_its_money(client: Client) -> None:
    answer = send(client, payment("t2", account="1202000000010000")).json()
    assert (answer["state"], answer["reason"]) == ("returned", "账号户名不符")
    assert entries(client) == [("payment", -500), ("return", 500)]


def test_what_was_paid_is_called_back_whole_and_received_once(client: Client) -> None:
    send(client, payment("t3"))
    asked = {"key": "t3r", "payment": "t3", "amount_fen": 499}
    assert client.signed("treasury", "/treasury/recoveries", asked).status_code == 409
    assert client.signed("treasury", "/treasury/recoveries", asked | {"amount_fen": 500}).status_code == 202
    for _ in range(2):
        assert client.http.post("/treasury/recoveries/t3r/receipt").json()["state"] == "received"
    assert entries(client) == [("payment", -500), ("recovery", 500)]


@pytest.mark.parametrize("wrong", [{"amount_fen": 0}, {"amount_fen": True}, {"name": ""}, {"book": None}])
def test_what_is_wrong_is_refused_and_moves_nothing(client: Client, wrong: dict[str, Any]) -> None:
    assert send(client, payment("t4", **wrong)).status_code == 400
    assert entries(client) == []


def test_the_page_shows_what_was_paid(client: Client) -> None:
    assert "还没有拨付" in client.http.get("/treasury/").text
    send(client, payment("t5"))
    assert "样例企业" in client.http.get("/treasury/").text
