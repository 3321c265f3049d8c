"""The WebSocket API of one machine: who is let in, who hears what, and what a killed worker takes with it."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests import wire
from tests.processes import alive, family
from tests.stack import LocalStack, wait_for

MESSAGES = 10
CROWD = 40


@pytest.fixture
def room() -> Iterator[ExitStack]:
    """Everybody who came in goes out again."""
    with ExitStack() as open_:
        yield open_


def come_in(
    stack: LocalStack, room: ExitStack, query: str = "let=me", path: str = "/live"
) -> ClientConnection:
    url = stack.url.replace("http://", "ws://")
    return room.enter_context(connect(f"{url}{path}?{query}", proxy=None, open_timeout=20))


def heard(one: ClientConnection) -> str:
    return str(json.loads(one.recv(timeout=20))["heard"])


@pytest.mark.parametrize(
    ("query", "path"), [("let=nobody", "/live"), ("", "/live"), ("let=me", "/elsewhere")]
)
def test_who_is_not_let_in_gets_no_connection(
    stack: LocalStack, room: ExitStack, query: str, path: str
) -> None:
    with pytest.raises(InvalidStatus) as refused:
        come_in(stack, room, query, path)
    assert refused.value.response.status_code == 403


def test_what_one_says_reaches_everybody_once_and_in_order(stack: LocalStack, room: ExitStack) -> None:
    crowd = [come_in(stack, room) for _ in range(CROWD)]
    said = [f"第 {number} 句" for number in range(MESSAGES)]
    for text in said:
        crowd[0].send(text)
    assert [[heard(one) for _ in said] for one in crowd] == [said] * CROWD
    for one in crowd:
        with pytest.raises(TimeoutError):
            one.recv(timeout=0.01)


def test_a_killed_worker_takes_only_its_own_and_they_come_back(stack: LocalStack, room: ExitStack) -> None:
    crowd = [come_in(stack, room) for _ in range(4)]
    while len(workers_with_connections(stack)) < 2:
        crowd.append(come_in(stack, room))
    web = stack.state["pids"]["web"]
    before = family(web)
    os.kill(max(before - {web}), signal.SIGKILL)
    lost = [one for one in crowd if is_over(one)]
    assert 0 < len(lost) < len(crowd)
    wait_for(lambda: len({pid for pid in family(web) if alive(pid)}) == len(before), "a new worker")
    together = [one for one in crowd if one not in lost] + [come_in(stack, room) for _ in lost]
    together[0].send("还在吗")
    assert [heard(one) for one in together] == ["还在吗"] * len(crowd)


def workers_with_connections(stack: LocalStack) -> set[str]:
    """Each connection's id begins with the door of the worker that has it."""
    found = stack.client().query(
        TableName="mashangban-local-orders",
        KeyConditionExpression="PK = :pk",
        ExpressionAttributeValues={":pk": {"S": "SOCKETS"}},
        ConsistentRead=True,
    )
    return {one["SK"]["S"][:4] for one in found["Items"]}


def is_over(one: ClientConnection) -> bool:
    try:
        one.recv(timeout=0.5)
    except ConnectionClosed:
        return True
    except TimeoutError:
        return False
    raise AssertionError("nobody has said anything")


def test_only_who_has_the_key_says_something_to_a_connection(stack: LocalStack) -> None:
    answer = wire.post(f"{stack.url}/live/@connections/0001abcdefghijklmnop", content=b"hello")
    assert answer.status_code == 403


def test_a_connection_that_is_over_is_gone(stack: LocalStack) -> None:
    sender = stack.sender()
    for connection_id in ("0001abcdefghijklmnop", "no-connection"):
        with pytest.raises(sender.exceptions.GoneException):
            sender.post_to_connection(ConnectionId=connection_id, Data=b"hello")


def test_a_message_beyond_the_limit_ends_the_connection(stack: LocalStack, room: ExitStack) -> None:
    one = come_in(stack, room)
    one.send("x" * (128 * 1024 + 1))
    with pytest.raises(ConnectionClosed) as closed:
        one.recv(timeout=20)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009
