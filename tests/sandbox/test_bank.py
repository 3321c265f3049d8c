"""The sandbox's bank: orders whole or not at all and once, planted returns, a statement that adds up, callbacks."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from tests.sandbox.conftest import Client

ACCOUNT = {"account": "6600001", "name": "样例建设"}
GOOD, WRONG_NAME = "6222021234567890128", "62220212345670000"


def line(key: str, fen: int = 100, card: str = GOOD) -> dict[str, Any]:
    return {"key": key, "name": "王建国", "card": card, "amount_fen": fen}


def order(key: str, *lines: dict[str, Any], **bent: Any) -> dict[str, Any]:
    total = sum(one["amount_fen"] for one in lines)
    return {
        "key": key,
        "account": "6600001",
        "total_fen": total,
        "lines": list(lines),
        "callback_url": "",
        **bent,
    }


@pytest.fixture
def bank(client: Client) -> Client:
    assert client.signed("bank", "/bank/accounts/query", ACCOUNT).json()["balance_fen"] == 0
    client.http.post("/bank/accounts/6600001/funding", json={"amount_fen": 1000})
    return client


def send(bank: Client, body: dict[str, Any]) -> Any:
    return bank.signed("bank", "/bank/orders", body)


def lines_of(bank: Client, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = bank.signed("bank", "/bank/orders/query", {"key": key}).json()["lines"]
    return found


def balance(bank: Client) -> int:
    return int(bank.signed("bank", "/bank/accounts/query", ACCOUNT).json()["balance_fen"])


def test_an_order_is_paid_once_however_often_it_comes(bank: Client) -> None:
    for _ in range(3):
        assert send(bank, order("o1", line("l1"), line("l2", 200))).status_code == 202
    assert balance(bank) == 700
    assert [one["state"] for one in lines_of(bank, "o1")] == ["paid", "paid"]


def test_a_wrong_name_comes_back_with_its_reason_and_its_money(bank: Client) -> None:
    send(bank, order("o2", line("l3", 400, WRONG_NAME)))
    (back,) = lines_of(bank, "o2")
    assert (back["state"], back["reason"], balance(bank)) == ("returned", "账号户名不符", 1000)
    body = {"account": "6600001", "after": 0}
    entries = bank.signed("bank", "/bank/statements/query", body).json()["entries"]
    assert [(one["kind"], one["amount_fen"]) for one in entries] == [
        ("funding", 1000),
        ("payment", -400),
        ("return", 400),
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (order("o3", line("a", 1001)), "insufficient_balance"),
        (order("o3", line("a"), total_fen=99), "total_mismatch"),
        (order("o3", line("a"), line("a")), "total_mismatch"),
        (order("o3", line("a", 0)), "amount_invalid"),
        (order("o3"), "lines_invalid"),
        (order("o3", line("a"), account="nobody"), "account_unknown"),
    ],
)
def test_what_is_wrong_with_an_order_stops_all_of_it(bank: Client, body: dict[str, Any], code: str) -> None:
    assert send(bank, body).json()["code"] == code
    assert balance(bank) == 1000
    assert bank.signed("bank", "/bank/orders/query", {"key": "o3"}).json()["code"] == "order_unknown"


def test_a_key_and_a_line_are_not_used_for_anything_else(bank: Client) -> None:
    send(bank, order("o4", line("l4")))
    assert send(bank, order("o4", line("l4", 101))).json()["code"] == "order_key_reused"
    assert send(bank, order("o5", line("l4"))).json()["code"] == "line_known"


def test_an_answer_that_got_lost_is_found_by_the_key(bank: Client) -> None:
    bank.http.put("/_faults/bank", json={"drop_after_success": True, "times": 1})
    with pytest.raises(Exception, match=r"disconnected|reset|closed"):
        send(bank, order("o6", line("l6")))
    assert lines_of(bank, "o6")[0]["state"] == "paid"


def test_results_wait_for_the_delay_and_paid_money_can_come_back(bank: Client) -> None:
    bank.http.put("/bank/settings", json={"delay_ms": 3_600_000})
    send(bank, order("o7", line("l7")))
    assert lines_of(bank, "o7")[0]["state"] == "accepted"
    assert bank.http.post("/bank/lines/l7/return", json={"reason": "冻结"}).status_code == 409
    bank.http.put("/bank/settings", json={"delay_ms": 0})
    send(bank, order("o8", line("l8")))
    assert bank.http.post("/bank/lines/l8/return", json={"reason": "冻结"}).json()["state"] == "returned"


def test_callbacks_are_sent_twice_or_lie_when_asked_to(bank: Client) -> None:
    heard: list[str] = []
    done = threading.Event()

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            heard.append(body["lines"][0]["state"])
            self.send_response(204)
            self.end_headers()
            if len(heard) == 3:
                done.set()

        def log_message(self, *_: object) -> None:
            return

    ear = HTTPServer(("127.0.0.1", 0), Ear)
    threading.Thread(target=ear.serve_forever, args=(0.02,), daemon=True).start()
    bank.http.put("/_faults/bank", json={"duplicate_callback": True, "contradict_callback": True, "times": 1})
    send(bank, order("o9", line("l9"), callback_url=f"http://127.0.0.1:{ear.server_port}/"))
    assert done.wait(10)
    ear.shutdown()
    ear.server_close()
    assert heard == ["returned", "paid", "paid"]


def test_the_page_shows_accounts_and_funds_them(bank: Client) -> None:
    assert "样例建设" in bank.http.get("/bank/").text
    bank.http.post("/bank/accounts/6600001/funding/form", data={"yuan": "20"})
    assert balance(bank) == 3000
    assert bank.http.post("/bank/accounts/6600001/funding/form", data={"yuan": "-1"}).status_code == 400


def whose(client: Client, card: str, name: str) -> str:
    answer = client.signed("bank", "/bank/cards/verification", {"card": card, "name": name})
    return str(answer.json()["result"])


def test_a_card_is_in_one_name_and_in_no_other(client: Client) -> None:
    assert [whose(client, "6222020000000001", one) for one in ("王建国", "李桂英", "王建国")] == [
        "match",
        "mismatch",
        "match",
    ]
    client.http.put("/bank/cards/6222020000000001", json={"name": "李桂英"})
    assert whose(client, "6222020000000001", "王建国") == "mismatch"
    assert whose(client, "6222020000000002", "王建国") == "mismatch"  # planted by its ending
    client.http.put("/bank/cards/6222020000000003", json={"name": "王建国", "silent": True})
    assert whose(client, "6222020000000003", "王建国") == "unavailable"


def test_only_who_signs_learns_whose_a_card_is(client: Client) -> None:
    body = {"card": "6222020000000004", "name": "王建国"}
    assert client.http.post("/bank/cards/verification", json=body).status_code in (401, 403)
