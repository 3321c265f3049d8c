"""Who listens hears that something moved: by a ticket, once, until they go."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from mashangban.kernel import clock, ids
from mashangban.live import listeners, repository, service
from mashangban.live.terms import MOST_CONNECTIONS, TICKET_LASTS
from tests.live.conftest import Gateway, speak_to

AT = datetime(2026, 11, 26, 2, tzinfo=UTC)


def someone() -> str:
    return ids.new_id()


def secret_of(person_id: str, at: datetime = AT) -> str:
    return parse_qs(urlsplit(service.open_ticket(person_id, at).url).query)["ticket"][0]


def listening(person_id: str, at: datetime = AT) -> str:
    connection_id = ids.new_id()
    assert service.connect(secret_of(person_id, at), connection_id, at)
    return connection_id


def reported(route: str, connection_id: str, **query: str) -> dict[str, Any]:
    event = {"requestContext": {"routeKey": route, "connectionId": connection_id}}
    return listeners.on_socket(event | {"queryStringParameters": query or None})


def test_a_ticket_opens_one_connection(gateway: Gateway) -> None:
    secret = secret_of(someone())
    assert service.connect(secret, ids.new_id(), AT)
    assert not service.connect(secret, ids.new_id(), AT)


def test_an_old_ticket_opens_nothing(gateway: Gateway) -> None:
    secret = secret_of(someone())
    assert not service.connect(secret, ids.new_id(), AT + TICKET_LASTS)


def test_the_ticket_itself_is_not_kept(gateway: Gateway) -> None:
    secret = secret_of(someone())
    assert repository.redeem(secret, AT) is None


def test_everybody_named_hears_it_on_every_device_once(gateway: Gateway) -> None:
    one, other, third = someone(), someone(), someone()
    ours = {listening(one), listening(one), listening(other)}
    listening(third)
    service.tell([one, other, one], "conversation:c1", 7, AT)
    assert {connection for connection, _ in gateway.said} == ours
    assert len(gateway.said) == len(ours)
    assert {text for _, text in gateway.said} == {json.dumps({"topic": "conversation:c1", "number": 7})}


def test_a_connection_that_is_over_is_forgotten_and_hinders_no_other(gateway: Gateway) -> None:
    person = someone()
    lost, kept = listening(person), listening(person, AT + timedelta(seconds=1))
    gateway.over.add(lost)
    service.tell([person], "conversation:c1", 1, AT)
    assert [connection for connection, _ in gateway.said] == [kept]
    assert repository.connections_of(person) == [kept]


def test_with_one_connection_too_many_the_oldest_ends(gateway: Gateway) -> None:
    person = someone()
    all_ = [listening(person, AT + timedelta(seconds=number)) for number in range(MOST_CONNECTIONS + 1)]
    assert gateway.ended == all_[:1]
    assert repository.connections_of(person) == all_[1:]


def test_the_api_reports_who_comes_and_goes(gateway: Gateway) -> None:
    person, connection_id = someone(), ids.new_id()
    secret = secret_of(person, clock.now())
    assert reported("$connect", connection_id, ticket="guessed") == {"statusCode": 401}
    assert reported("$connect", connection_id) == {"statusCode": 401}
    assert reported("$connect", connection_id, ticket=secret) == {"statusCode": 200}
    assert reported("$default", connection_id) == {"statusCode": 200}
    assert repository.connections_of(person) == [connection_id]
    assert reported("$disconnect", connection_id) == {"statusCode": 200}
    assert reported("$disconnect", connection_id) == {"statusCode": 200}
    assert repository.connections_of(person) == []


def test_where_nobody_answers_telling_is_no_failure(
    gateway: Gateway, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    person = someone()
    connection_id = listening(person)
    speak_to("http://127.0.0.1:9/live", monkeypatch)
    service.tell([person], "conversation:c1", 1, AT)
    assert "not reached" in caplog.text
    assert repository.connections_of(person) == [connection_id]
