"""Events and answers as an HTTP API of API Gateway makes them (payload 1.0)."""

import base64
import json

import pytest

from mashangban.gateway.events import INVOCATION_LIMIT, Request, decoded_path, make_answer, make_event
from mashangban.gateway.routing import Match
from mashangban.gateway.template import Function

FUNCTION = Function("F", "a.b", 15, 128, {})
MATCH = Match(FUNCTION, "/v1/f/{proxy+}", "x")


def event(headers: list[tuple[bytes, bytes]] | None = None, query: bytes = b"", body: bytes = b"") -> dict:  # type: ignore[type-arg]
    request = Request("POST", b"/v1/f/x", query, headers or [], body, "192.0.2.7", 8000)
    return make_event(request, MATCH, "/v1/f/x")


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (b"/v1/f/x", "/v1/f/x"),
        (b"/v1/f/%E5%90%88%E5%90%8C", "/v1/f/合同"),
        (b"/v1/f/a%2Fb", "/v1/f/a/b"),
        (b"/v1/f/a%20b+c", "/v1/f/a b+c"),
        (b"/v1/f/100%25", "/v1/f/100%"),
        (b"/v1/f/who%3Fadmin=1", "/v1/f/who"),
    ],
)
def test_the_path_is_percent_decoded_once(raw: bytes, path: str) -> None:
    assert decoded_path(raw) == path


def test_a_path_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(UnicodeDecodeError):
        decoded_path(b"/v1/f/%FF")


def test_repeated_headers_are_all_kept_and_the_last_counts() -> None:
    made = event([(b"x-tag", b"a"), (b"x-tag", b"b, c")])
    assert made["multiValueHeaders"]["x-tag"] == ["a", "b, c"]
    assert made["headers"]["x-tag"] == "b, c"


def test_the_service_writes_some_header_names_in_its_own_way() -> None:
    made = event([(b"content-type", b"application/json"), (b"host", b"a.cn:8000"), (b"accept", b"*/*")])
    assert made["headers"]["Content-Type"] == "application/json"
    assert made["headers"]["Host"] == "a.cn:8000"
    assert made["headers"]["accept"] == "*/*"


def test_the_callers_address_is_the_connections_not_what_a_header_says() -> None:
    made = event([(b"x-forwarded-for", b"10.0.0.1")])
    assert made["requestContext"]["identity"]["sourceIp"] == "192.0.2.7"
    assert made["headers"]["X-Forwarded-For"] == "10.0.0.1, 192.0.2.7"


def test_a_query_is_decoded_and_repeated_keys_are_all_kept() -> None:
    made = event(query=b"q=%E5%B7%A5&q=a+b&empty=&flag")
    assert made["multiValueQueryStringParameters"] == {"q": ["工", "a b"], "empty": [""], "flag": [""]}
    assert made["queryStringParameters"]["q"] == "a b"


def test_nothing_given_is_null_not_empty() -> None:
    made = event()
    assert made["queryStringParameters"] is None
    assert made["multiValueQueryStringParameters"] is None
    assert made["body"] is None
    assert made["isBase64Encoded"] is False


def test_cookies_stay_one_header() -> None:
    made = event([(b"cookie", b"a=1; b=2")])
    assert made["headers"]["cookie"] == "a=1; b=2"
    assert "cookies" not in made


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", "text/csv", "TEXT/plain"]
)
def test_a_text_body_arrives_as_text(kind: str) -> None:
    made = event([(b"content-type", kind.encode())], body="工资".encode())
    assert (made["body"], made["isBase64Encoded"]) == ("工资", False)


@pytest.mark.parametrize(
    "kind",
    ["application/octet-stream", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""],
)
def test_any_other_body_arrives_as_base64(kind: str) -> None:
    made = event([(b"content-type", kind.encode())], body=b"a=1")
    assert (base64.b64decode(made["body"]), made["isBase64Encoded"]) == (b"a=1", True)


def test_text_that_is_not_utf_8_arrives_as_base64() -> None:
    made = event([(b"content-type", b"text/csv")], body="工资".encode("gbk"))
    assert base64.b64decode(made["body"]).decode("gbk") == "工资"


def test_the_context_names_route_path_method_and_time() -> None:
    context = event()["requestContext"]
    assert (context["resourcePath"], context["path"], context["httpMethod"]) == (
        "/v1/f/{proxy+}",
        "/v1/f/x",
        "POST",
    )
    assert context["stage"] == "$default"
    assert context["requestTime"].endswith("+0000")
    assert len(context["requestTimeEpoch"].__str__()) == 13
    assert event()["pathParameters"] == {"proxy": "x"}


def test_an_event_can_be_sent_as_json() -> None:
    json.dumps(event([(b"x", "ü".encode("latin-1"))], b"q=%FF", b"\xff"))


def test_an_answer_keeps_repeated_headers_and_drops_the_functions_length() -> None:
    answer = make_answer(
        {
            "statusCode": 201,
            "headers": {"Content-Type": "text/html", "Content-Length": "999", "Set-Cookie": "overridden=1"},
            "multiValueHeaders": {"Set-Cookie": ["a=1", "b=2"]},
            "body": "合同",
        }
    )
    assert answer.status == 201
    assert answer.headers == [
        (b"set-cookie", b"a=1"),
        (b"set-cookie", b"b=2"),
        (b"content-type", b"text/html"),
    ]
    assert answer.body.decode() == "合同"


def test_an_answer_without_a_type_is_plain_text_as_the_service_has_it() -> None:
    assert (b"content-type", b"text/plain; charset=utf-8") in make_answer(
        {"statusCode": 200, "body": "x"}
    ).headers


def test_a_base64_answer_is_sent_as_bytes() -> None:
    encoded = base64.b64encode(b"%PDF").decode()
    assert make_answer({"statusCode": 200, "body": encoded, "isBase64Encoded": True}).body == b"%PDF"


@pytest.mark.parametrize(
    "result",
    [
        None, "text", {}, {"statusCode": "x"}, {"statusCode": 200, "body": 5}, {"statusCode": 200, "headers": [1]},
        {"statusCode": 200, "body": "no base64!", "isBase64Encoded": True},
        {"statusCode": 200, "body": "x" * (INVOCATION_LIMIT + 1)},
        {"statusCode": 200, "headers": {"X": "合同"}},
    ],
)  # fmt: skip
def test_a_malformed_answer_is_an_internal_error(result: object) -> None:
    answer = make_answer(result)
    assert answer.status == 500
    assert json.loads(answer.body) == {"message": "Internal Server Error"}
