"""What the switchboard does to a partner."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from tests.sandbox.conftest import Client


def switch(client: Client, partner: str, **fault: object) -> httpx.Response:
    return client.http.put(f"/_faults/{partner}", json=fault)


def sent(client: Client) -> int:
    return len(client.http.get("/sms/messages").json()["items"])


def test_a_status_fault_answers_without_doing_the_work_and_counts_down(client: Client) -> None:
    switch(client, "sms", status=500, times=2)
    assert [client.send_sms().status_code for _ in range(3)] == [500, 500, 202]
    assert sent(client) == 1


def test_a_delay_makes_the_partner_slow(client: Client) -> None:
    switch(client, "sms", delay_ms=200, times=1)
    began = time.monotonic()
    assert client.send_sms().status_code == 202
    assert time.monotonic() - began >= 0.2


def test_a_drop_after_success_does_the_work_and_says_nothing(client: Client) -> None:
    switch(client, "sms", drop_after_success=True, times=1)
    with pytest.raises(httpx.TransportError):
        client.send_sms(message_id="m1")
    assert client.send_sms(message_id="m1").status_code == 202
    assert sent(client) == 1


def test_a_fault_touches_only_its_partner_and_not_the_back_office(client: Client) -> None:
    switch(client, "sms", status=503)
    assert client.http.get("/sms/messages").status_code == 200
    assert client.http.post("/wechat/codes", json={"device": "d"}).status_code == 201
    assert client.http.get("/_faults").json()["sms"]["status"] == 503


def test_faults_are_switched_off_one_by_one_or_together(client: Client) -> None:
    switch(client, "sms", status=500)
    switch(client, "wechat", status=500)
    assert client.http.delete("/_faults/sms").status_code == 204
    assert set(client.http.get("/_faults").json()) == {"wechat"}
    client.http.delete("/_faults")
    assert client.http.get("/_faults").json() == {}


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 200},
        {"delay_ms": -1},
        {"delay_ms": "1"},
        {"times": 0},
        {"unknown": 1},
        {"drop_after_success": 1},
    ],
)
def test_a_senseless_fault_is_refused(client: Client, fault: dict[str, object]) -> None:
    assert client.http.put("/_faults/sms", json=fault).json()["code"] == "fault_invalid"


def test_a_fault_of_an_unknown_partner_is_refused(client: Client) -> None:
    assert switch(client, "nobody", status=500).status_code == 404


def test_health_start_page_and_unknown_addresses_answer(client: Client) -> None:
    assert client.http.get("/healthz").json()["status"] == "ok"
    for path in ("/", "/wechat/", "/sms/", "/identity/"):
        assert client.http.get(path).status_code == 200
    assert client.http.get("/nowhere").json() == {"code": "not_found"}
    assert client.http.get("/cgi-bin/stable_token").status_code == 405


class Reports:
    """Receives delivery reports."""

    def __init__(self) -> None:
        self.request_ids: list[str | None] = []
        self.arrived = threading.Condition()
        outer = self

        class Receiver(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(204)
                self.end_headers()
                with outer.arrived:
                    outer.request_ids.append(self.headers["X-Request-Id"])
                    outer.arrived.notify()

            def log_message(self, format: str, *args: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
        self.url = f"http://127.0.0.1:{self.server.server_port}/report"

    def wait_for(self, count: int) -> None:
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.request_ids) >= count, timeout=10)


@pytest.fixture
def reports() -> Iterator[Reports]:
    reports = Reports()
    thread = threading.Thread(target=reports.server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield reports
    reports.server.shutdown()
    thread.join()
    reports.server.server_close()


def test_a_delivery_report_comes_twice_when_the_fault_asks_for_it(client: Client, reports: Reports) -> None:
    switch(client, "sms", duplicate_callback=True, times=1)
    client.send_sms(report_url=reports.url)
    client.send_sms(report_url=reports.url)
    reports.wait_for(3)
    assert len(set(reports.request_ids)) == 3
