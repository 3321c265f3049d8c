"""P4: requests a second through the whole local stack, against bare processes making the same engine calls.

    python -m tests.bench.bench_local_stack

"My contracts" is asked through the web server (2 workers) and the engine. Then two bare processes send the engine the
very calls that one such request sends, recorded in this process, and do nothing else. Both take turns, several times.
A machine that does other work at the same time favours the side with more threads: run it on a quiet one.
"""

import http.client
import multiprocessing
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from mashangban.gateway.events import Request, make_event
from mashangban.gateway.routing import Router
from mashangban.gateway.settings import ROOT
from mashangban.gateway.template import read_template
from mashangban.kernel import clock, ids, sessions, tokens
from tests.stack import LocalStack

SECONDS = 3.0
ROUNDS = 5
CLIENTS = 8
ROUTE = "/v1/workers/contracts"
EngineCall = tuple[str, dict[str, Any]]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, LocalStack(Path(folder) / "data") as stack:
        _use(stack)
        token = _signed_in(stack)
        calls = _engine_calls(token)
        rates = [(_through_the_stack(stack, token), _bare(calls)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / bare for ours, bare in rates)
    print("| my contracts | requests a second (median) |\n|---|---|")
    print(f"| whole local stack | {statistics.median(ours for ours, _ in rates):.0f} |")
    print(
        f"| the same {len(calls)} engine calls, 2 bare processes | {statistics.median(b for _, b in rates):.0f} |"
    )
    print(f"\nThe stack reaches {ratio:.0%} of the bare rate; target 50 %.")


def _use(stack: LocalStack) -> None:
    """Lets this process speak as one of the stack's functions."""
    pid = stack.state["pids"]["web"]
    variables = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    for line in variables:
        name, found, value = line.decode().partition("=")
        if found:
            os.environ[name] = value


def _signed_in(stack: LocalStack) -> str:
    """The token of a person with a session."""
    person, session = ids.new_id(), ids.new_id()
    item = {
        "PK": {"S": sessions.session_pk(session)}, "SK": {"S": "SESSION"},
        "person_id": {"S": person}, "epoch": {"N": "1"}, "grants": {"S": sessions.grants_to_text([])},
        "real_name": {"BOOL": True}, "ends_at": {"S": (clock.now() + timedelta(days=1)).isoformat()},
    }  # fmt: skip
    stack.client().put_item(TableName=os.environ["IDENTITY_TABLE"], Item=item)
    return tokens.issue(tokens.Claims(person, session, 1), clock.now())


def _engine_calls(token: str) -> list[EngineCall]:
    """What one request asks the engine, seen where botocore is told."""
    from mashangban.domains.workers.app import handler
    from mashangban.kernel.dynamodb import client

    seen: list[EngineCall] = []
    client().meta.events.register(
        "provide-client-params.dynamodb", lambda params, model, **_: seen.append((model.name, dict(params)))
    )
    match = Router(read_template(ROOT / "template.yaml", os.environ["PUBLIC_URL"])).match(ROUTE)
    assert match is not None
    headers = [(b"authorization", f"Bearer {token}".encode())]
    event = make_event(Request("GET", ROUTE.encode(), b"", headers, b"", "127.0.0.1", 8000), match, ROUTE)
    answer = handler(event, None)
    assert answer["statusCode"] == 200, answer
    return seen


def _bare(calls: list[EngineCall]) -> float:
    counts: multiprocessing.Queue[int] = multiprocessing.Queue()
    workers = [multiprocessing.Process(target=_repeat_calls, args=(calls, counts)) for _ in range(2)]
    return _rate(workers, counts)


def _repeat_calls(calls: list[EngineCall], counts: "multiprocessing.Queue[int]") -> None:
    import botocore.session

    client = botocore.session.get_session().create_client("dynamodb")
    api = {name: getattr(client, _snake(name)) for name, _ in calls}

    def ask() -> None:
        for name, parameters in calls:
            api[name](**parameters)

    counts.put(_repeat(ask, threads=CLIENTS // 2))


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def _through_the_stack(stack: LocalStack, token: str) -> float:
    counts: multiprocessing.Queue[int] = multiprocessing.Queue()
    return _rate([multiprocessing.Process(target=_request, args=(stack.port, token, counts))], counts)


def _request(port: int, token: str, counts: "multiprocessing.Queue[int]") -> None:
    local = threading.local()

    def ask() -> None:
        if not hasattr(local, "connection"):
            local.connection = http.client.HTTPConnection("127.0.0.1", port)
        local.connection.request("GET", ROUTE, headers={"Authorization": f"Bearer {token}"})
        answer = local.connection.getresponse()
        body = answer.read()
        assert answer.status == 200, body

    counts.put(_repeat(ask, threads=CLIENTS))


def _repeat(ask: Callable[[], None], threads: int) -> int:
    """How often `ask` was done in all threads until the time was over; a little practice is not counted."""
    done = [0] * threads
    ask()
    ends = time.monotonic() + SECONDS

    def work(number: int) -> None:
        while time.monotonic() < ends:
            ask()
            done[number] += 1

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(done)


def _rate(workers: list[multiprocessing.Process], counts: "multiprocessing.Queue[int]") -> float:
    for worker in workers:
        worker.start()
    total = sum(counts.get(timeout=60) for _ in workers)
    for worker in workers:
        worker.join()
    return total / SECONDS


if __name__ == "__main__":
    main()
