"""Many listen at once to conversations of the real product: each line is read once and in order, whatever is killed.

SOCKETS chooses how many (200; 2,000 takes some minutes and as many open files).
"""

import asyncio
import json
import os
import secrets
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from mashangban.live.terms import MOST_CONNECTIONS
from tests.e2e.world import Caller, World
from tests.processes import family
from tests.stack import LocalStack

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]
SOCKETS = int(os.environ.get("SOCKETS", "200"))
LINES = 6
COUNTY = "330106"
PATIENCE_S = 120.0
ASKS_ANYWAY_S = 15.0  # usePolling.ts: a word that was lost is made good by then


@pytest.fixture
def own(ground: Path, tmp_path: Path) -> Iterator[World]:
    """A product of this test's own, to be maltreated."""
    with LocalStack(shutil.copytree(ground, tmp_path / "data"), DEMO="1") as stack:
        yield World(stack)


@dataclass
class Listener:
    """A screen that is told numbers and asks for what follows the last line it has."""

    caller: Caller
    talk_id: str
    http: httpx.AsyncClient
    lines: list[int] = field(default_factory=list)
    connections: int = 0

    async def listen(self, until: int) -> None:
        """Connect with a ticket, again and again, until the last line is there."""
        while not self.lines or self.lines[-1] < until:
            try:
                await self._connected(until)
            except (OSError, WebSocketException, httpx.HTTPError, TimeoutError):
                await asyncio.sleep(0.5)

    async def _connected(self, until: int) -> None:
        ticket = (await self._send("POST", "/v1/live/tickets")).json()
        async with connect(ticket["url"], proxy=None, open_timeout=30) as socket:
            self.connections += 1
            await self._ask()
            while self.lines[-1] < until:
                if await self._told(socket):
                    await self._ask()

    async def _told(self, socket: ClientConnection) -> bool:
        """Whether there is something to ask for: more was said, or nothing was heard for as long as a phone waits."""
        try:
            said = json.loads(await asyncio.wait_for(socket.recv(), ASKS_ANYWAY_S))
        except TimeoutError:
            return True
        return bool(said["topic"] == f"conversation:{self.talk_id}" and said["number"] > self.lines[-1])

    async def _ask(self) -> None:
        path = f"/v1/helpdesk/conversations/{self.talk_id}?after={self.lines[-1] if self.lines else 0}"
        answer = (await self._send("GET", path)).json()
        self.lines += [line["number"] for line in answer["lines"]]

    async def _send(self, method: str, path: str) -> httpx.Response:
        headers = {
            "Authorization": f"Bearer {self.caller.tokens['access_token']}",
            "Idempotency-Key": secrets.token_hex(16),
        }
        answer = await self.http.request(method, self.caller.url + path, headers=headers)
        answer.raise_for_status()
        return answer


def test_everybody_reads_each_line_once_and_in_order_though_a_worker_is_killed(own: World) -> None:
    agent = own.staff("xihu")
    assert agent.put("/v1/helpdesk/duty", {"state": "busy", "most": 8}).is_success
    talks = [begun(own, agent) for _ in range(-(-SOCKETS // MOST_CONNECTIONS))]
    # In this thread stands the loop of whatever browser test this process ran before.
    with ThreadPoolExecutor(1) as beside:
        crowd = beside.submit(asyncio.run, hear_all(own, agent, talks)).result()
    assert len(crowd) >= SOCKETS
    expected = list(range(1, LINES + 2))
    assert [one.lines for one in crowd if one.lines != expected] == []
    assert any(one.connections > 1 for one in crowd)


def begun(world: World, agent: Caller) -> tuple[Caller, str]:
    """Somebody waits in the queue of an agent who is busy, and goes on writing there."""
    agent.post("/v1/helpdesk/duty/beat")
    caller = world.caller(world.newcomer().phone)
    opening: dict[str, Any] = {"region": COUNTY, "topic": "wages", "text": "工资两个月没发"}
    answer = caller.post("/v1/helpdesk/conversations", opening)
    assert answer.is_success, answer.text
    return caller, str(answer.json()["id"])


async def hear_all(world: World, agent: Caller, talks: list[tuple[Caller, str]]) -> list[Listener]:
    """Let all listen, say half of the lines, kill a worker, say the rest."""
    limits = httpx.Limits(max_connections=32)
    async with httpx.AsyncClient(timeout=60, limits=limits, trust_env=False, verify=False) as http:
        crowd = [Listener(caller, talk, http) for caller, talk in talks for _ in range(MOST_CONNECTIONS)]
        there = asyncio.create_task(stay(agent))
        heard = [asyncio.create_task(one.listen(LINES + 1)) for one in crowd]
        await wait_until(lambda: all(one.connections for one in crowd), "all to be connected")
        await asyncio.to_thread(say, talks, range(LINES // 2))
        kill_a_worker(world)
        await asyncio.to_thread(say, talks, range(LINES // 2, LINES))
        await asyncio.wait_for(asyncio.gather(*heard), PATIENCE_S * 2)
        there.cancel()
    return crowd


async def stay(agent: Caller) -> None:
    """The agent's screen is there: without it the clock would tell everybody that nobody is on duty."""
    while True:
        await asyncio.to_thread(insist, partial(agent.post, "/v1/helpdesk/duty/beat"))
        await asyncio.sleep(20)


def say(talks: list[tuple[Caller, str]], numbers: range) -> None:
    """Each line under a key of its own, sent again under the same key when no answer came."""
    for number in numbers:
        for caller, talk_id in talks:
            path, key = f"/v1/helpdesk/conversations/{talk_id}/lines", secrets.token_hex(16)
            insist(partial(caller.post, path, {"text": f"第 {number} 句"}, key))


def insist(send: Callable[[], httpx.Response]) -> None:
    """Until it is taken: a connection may die with the worker that has it."""
    for _ in range(20):
        with suppress(httpx.HTTPError):
            if send().is_success:
                return
        time.sleep(0.2)
    raise AssertionError("never taken")


def kill_a_worker(world: World) -> None:
    """The web process that has worked longest dies at once, with every connection it has."""
    assert isinstance(world.stack, LocalStack)
    web = world.stack.state["pids"]["web"]
    os.kill(max(family(web) - {web}), signal.SIGKILL)


async def wait_until(condition: Any, what: str) -> None:
    for _ in range(int(PATIENCE_S * 10)):
        if condition():
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"waited in vain for: {what}")
