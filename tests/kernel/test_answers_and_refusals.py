"""What each answer carries, and what stands in the log of a refusal."""

import logging
from datetime import timedelta

import pytest
from pydantic import ValidationError

from mashangban.kernel import clock, tokens
from tests.kernel.test_endpoint_flow import KEY, Put, send, sign_in

pytestmark = pytest.mark.usefixtures("tables")


def test_every_answer_of_the_api_is_kept_by_no_cache_and_taken_for_nothing_but_data() -> None:
    token = sign_in()
    answers = [
        send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY),
        send("POST", "/v1/boxes", token, {"content": "a"}, idempotency_key=KEY),
        send("POST", "/v1/boxes", token, {"content": 1}, idempotency_key=KEY),
        send("GET", "/v1/nothing", token),
    ]
    assert [status for status, _, _ in answers] == [201, 201, 422, 404]
    for _, _, headers in answers:
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_whoever_is_refused_at_a_door_stands_in_the_log_without_address_token_or_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    token = sign_in()
    person = tokens.read(token).person_id
    with caplog.at_level(logging.WARNING, "mashangban.kernel.http.noting"):
        send("GET", "/v1/boxes/b/count", token)
        send("POST", "/v1/boxes", "no-token", {"content": "13900000001"}, idempotency_key=KEY)
        send("POST", "/v1/boxes", token, {"content": 1}, idempotency_key=KEY)
    forbidden, unknown = [record.getMessage() for record in caplog.records]
    assert forbidden.startswith(f"GET /v1/boxes/{{box_id}}/count: auth.forbidden, by {person} from ")
    assert unknown.startswith("POST /v1/boxes: auth.required, by nobody from ")
    for secret in (token, "127.0.0.1", "13900000001", "no-token"):
        assert secret not in caplog.text


def test_a_token_that_ran_out_is_no_news(caplog: pytest.LogCaptureFixture) -> None:
    old = tokens.issue(tokens.Claims("p", "s", 1), clock.now() - timedelta(hours=1))
    status, problem, _ = send("GET", "/v1/boxes/b/count", old)
    assert (status, problem["code"]) == (401, "auth.token-expired")
    assert caplog.records == []


def test_what_a_shape_refuses_is_not_repeated_where_its_error_is_logged() -> None:
    with pytest.raises(ValidationError) as refused:
        Put.model_validate({"content": ["13900000001"]})
    assert "13900000001" not in str(refused.value)
