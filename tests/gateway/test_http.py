"""HTTP through the running server: functions, the site, health, and what the API itself refuses."""

import http.client
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests import wire
from tests.stack import LocalStack


def raw_request(stack: LocalStack, method: str, target: str, body: bytes | None = None) -> tuple[int, bytes]:
    """A request whose target is sent exactly as written."""
    connection = http.client.HTTPConnection("127.0.0.1", stack.port, timeout=20)
    try:
        connection.request(method, target, body)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def echoed(stack: LocalStack, target: str, method: str = "GET") -> dict[str, Any]:
    status, body = raw_request(stack, method, target)
    assert status == 200
    event: dict[str, Any] = json.loads(body)["event"]
    return event


def test_all_parts_are_healthy(stack: LocalStack) -> None:
    health = stack.health()
    assert {name: part["ok"] for name, part in health.items() if name != "status"} == {
        "engine": True, "objects": True, "sandbox": True, "streams": True, "schedules": True,
    }  # fmt: skip
    assert set(health["streams"]["tables"]) == {"mashangban-local-orders"}


@pytest.mark.parametrize(
    ("target", "path", "proxy"),
    [
        ("/v1/echo", "/v1/echo", None),
        ("/v1/echo/a%2Fb", "/v1/echo/a/b", {"proxy": "a/b"}),
        ("/v1/echo/" + quote("合同"), "/v1/echo/合同", {"proxy": "合同"}),
        ("/v1/echo/a+b%20c", "/v1/echo/a+b c", {"proxy": "a+b c"}),
        ("/v1/echo//x", "/v1/echo//x", {"proxy": "/x"}),
        ("/v1/echo/", "/v1/echo", None),
        ("/v1/echo/x/", "/v1/echo/x", {"proxy": "x"}),
        ("/v1/echo/..%2F..%2Fetc", "/v1/echo/../../etc", {"proxy": "../../etc"}),
        ("/v1/ech%6F/x", "/v1/echo/x", {"proxy": "x"}),
    ],
)
def test_a_path_arrives_decoded(
    stack: LocalStack, target: str, path: str, proxy: dict[str, str] | None
) -> None:
    event = echoed(stack, target)
    assert (event["path"], event["pathParameters"]) == (path, proxy)


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_every_method_reaches_the_function(stack: LocalStack, method: str) -> None:
    assert echoed(stack, "/v1/echo/x", method)["httpMethod"] == method


def test_head_reaches_the_function_and_its_body_is_left_out(stack: LocalStack) -> None:
    answer = wire.head(stack.url + "/v1/echo/x")
    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) > 100
    assert answer.content == b""


def test_repeated_headers_and_the_callers_address_arrive(stack: LocalStack) -> None:
    answer = wire.get(stack.url + "/v1/echo/x", headers=[("X-Tag", "a"), ("X-Tag", "b"), ("Cookie", "s=1")])
    event = answer.json()["event"]
    assert event["multiValueHeaders"]["x-tag"] == ["a", "b"]
    assert event["headers"]["cookie"] == "s=1"
    assert event["requestContext"]["identity"]["sourceIp"] == "127.0.0.1"


def test_the_function_knows_its_name_and_its_time(stack: LocalStack) -> None:
    shown = wire.get(stack.url + "/v1/echo/x").json()
    assert shown["name"] == "EchoApi"
    assert 10_000 < shown["left_ms"] <= 15_000


def test_cookies_and_status_of_an_answer_are_sent_on(stack: LocalStack) -> None:
    wanted = {
        "statusCode": 303,
        "headers": {"Location": "/x"},
        "multiValueHeaders": {"Set-Cookie": ["a=1", "b=2"]},
    }
    answer = wire.post(stack.url + "/v1/echo/answer", json=wanted)
    assert answer.status_code == 303
    assert answer.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert answer.headers["location"] == "/x"


@pytest.mark.parametrize(
    "target", ["/v1/nothing", "/v1/nothing/x", "/v1", "/v1/", "/v1/house", "/nothing.js"]
)
def test_an_unknown_address_is_not_found(stack: LocalStack, target: str) -> None:
    status, body = raw_request(stack, "GET", target)
    assert status in (404, 503)
    assert status == 503 or json.loads(body) == {"message": "Not Found"}


def test_a_path_that_is_not_utf_8_is_a_bad_request(stack: LocalStack) -> None:
    assert raw_request(stack, "GET", "/v1/echo/%FF")[0] == 400


@pytest.mark.parametrize("path", ["/v1/echo/fail", "/v1/echo/large", "/v1/broken"])
def test_a_failing_function_is_an_internal_error_that_tells_nothing(stack: LocalStack, path: str) -> None:
    answer = wire.get(stack.url + path)
    assert answer.status_code == 500
    assert answer.json() == {"message": "Internal Server Error"}


def test_a_failing_function_leaves_its_trace_in_the_log(stack: LocalStack) -> None:
    wire.get(stack.url + "/v1/echo/fail")
    assert "RuntimeError: as asked" in (stack.data / "logs" / "web.log").read_text("utf-8")


def test_a_function_beyond_its_timeout_is_answered_for(stack: LocalStack) -> None:
    answer = wire.get(stack.url + "/v1/echo/slow", timeout=10)
    assert answer.status_code == 500
    assert answer.elapsed.total_seconds() < 1.4


@pytest.mark.parametrize("size", [4_800_000, 11_000_000])
def test_a_body_that_a_function_could_not_take_is_refused(stack: LocalStack, size: int) -> None:
    answer = wire.post(stack.url + "/v1/echo/x", content=b"x" * size, timeout=20)
    assert answer.status_code == 413


def test_a_large_text_body_that_fits_arrives(stack: LocalStack) -> None:
    body = b"x" * 2_000_000
    answer = wire.post(
        stack.url + "/v1/echo/x", content=body, headers={"content-type": "text/plain"}, timeout=20
    )
    assert len(answer.json()["event"]["body"]) == len(body)


def test_a_chunked_body_of_unknown_length_is_cut_off_at_the_limit(stack: LocalStack) -> None:
    endless = (b"x" * 65536 for _ in range(400))
    try:
        status = wire.post(stack.url + "/v1/echo/x", content=endless, timeout=20).status_code
    except httpx.TransportError:
        status = 413  # the server hung up while we were still sending
    assert status == 413


def test_requests_of_many_threads_do_not_see_each_other(stack: LocalStack) -> None:
    """Chalice keeps the current request in an attribute; the house's app must not."""

    def ask(number: int) -> dict[str, str]:
        answer: dict[str, str] = client.get(f"/v1/house/who/{number}", params={"name": str(number)}).json()
        return answer

    with httpx.Client(base_url=stack.url, timeout=20) as client, ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(ask, range(600)))
    assert answers == [{"path": str(n), "before": str(n), "after": str(n)} for n in range(600)]


def test_the_house_app_answers_unknown_paths_and_methods_itself(stack: LocalStack) -> None:
    assert wire.get(stack.url + "/v1/house/nothing").status_code == 404
    assert wire.post(stack.url + "/v1/house/who/x").status_code == 405
