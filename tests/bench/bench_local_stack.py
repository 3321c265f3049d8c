"""P4: requests a second through the whole local stack, against bare processes making the same engine calls.

    python -m tests.bench.bench_local_stack

"My contracts", "my wage lines" and "confirm a wage line" are asked through the web server (2 workers) and the engine.
Then two bare processes send the engine the very calls that such requests send, recorded in this process, and do
nothing else; for confirmations those of each line, whose writing was kept back when they were recorded. Both take
turns, several times. What listeners do after a
confirmation goes on meanwhile, on both sides alike. A machine that does other work at the same time favours the side
with more threads: run it on a quiet one.
"""

import http.client
import itertools
import json
import multiprocessing
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders

from mashangban.domains.wages.terms import CONSENT_VERSION
from mashangban.gateway.events import Request, make_event
from mashangban.gateway.routing import Router
from mashangban.gateway.settings import ROOT
from mashangban.gateway.template import read_template
from mashangban.kernel import clock, ids, sessions, tokens
from mashangban.kernel.events import following
from tests.bench import payroll
from tests.stack import LocalStack

SECONDS = 3.0
ROUNDS = 3
CLIENTS = 8
SHOWN = 12
QUIET_S = 300  # what the lines of a round tell other rooms is counted before the clock starts
LINES = 200  # to be confirmed by one side in one round
_WRITE = "TransactWriteItems"
_STROKES = [[[20 + 8 * n, 40 + (n % 5) * 20, 10 * n, 0.6] for n in range(30)]]
_HAND = json.dumps(
    {
        "revision": 1, "strokes": _STROKES, "width": 320, "height": 200, "consent_version": CONSENT_VERSION,
        "read_aloud": True,
    }
).encode()  # fmt: skip
EngineCall = tuple[str, dict[str, Any]]
Ask = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """One route, asked by somebody: `lines` are theirs to confirm, none when the route only looks."""

    label: str
    route: str
    token: str
    lines: tuple[str, ...] = ()


def main() -> None:
    """Measure and print."""
    print("| | whole local stack | bare | engine calls | ratio |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, LocalStack(Path(folder) / "data") as stack:
        use(stack)
        token = _signed_in(stack)[1]
        _measure(stack, lambda: Scene("my contracts", "/v1/workers/contracts", token))
        person, token = _signed_in(stack)
        lines_before(person, SHOWN)
        stack.settle(QUIET_S)
        _measure(stack, lambda: Scene("my wage lines", "/v1/wages/lines", token))
        _measure(stack, lambda: _to_confirm(stack))
    print("\nRequests a second, median of the rounds; target: at least 50 % of the bare rate.")


def _measure(stack: LocalStack, scene: Callable[[], Scene]) -> None:
    rates: list[tuple[float, float]] = []
    label, count = "", 0
    for _ in range(ROUNDS):
        through, alone = scene(), scene()
        calls = _engine_calls(alone)
        label, count = alone.label, len(calls[0])
        stack.settle(QUIET_S)
        rates.append((_through_the_stack(stack, through), _bare(calls)))
    ours, bare = (statistics.median(rate[n] for rate in rates) for n in (0, 1))
    ratio = statistics.median(one / other for one, other in rates)
    print(f"| {label} | {ours:.0f} | {bare:.0f} | {count} | {ratio:.0%} |", flush=True)


def use(stack: LocalStack) -> None:
    """Lets this process speak as one of the stack's functions."""
    pid = stack.state["pids"]["web"]
    variables = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    for line in variables:
        name, found, value = line.decode().partition("=")
        if found:
            os.environ[name] = value


def _to_confirm(stack: LocalStack) -> Scene:
    """Somebody new with lines before them."""
    person, token = _signed_in(stack)
    return Scene(
        "confirm a wage line", "/v1/wages/lines/{}/confirmation", token, tuple(lines_before(person, LINES))
    )


def lines_before(person: str, count: int) -> list[str]:
    """Shows somebody so many lines, as a table does; gives their ids."""
    from mashangban.domains.arrears.models import ArrearsEmployment
    from mashangban.domains.wages import events
    from mashangban.domains.wages.repository import lines as store
    from mashangban.domains.wages.rules import pay
    from mashangban.domains.wages.rules.line import Line, line_id
    from mashangban.domains.wages.service import telling
    from mashangban.domains.wages.terms import LineState
    from mashangban.employment.models import to_record
    from mashangban.kernel.acts import system_act
    from mashangban.kernel.permissions import Role

    act = system_act("bench")
    # The month that goes on: of a month that is over and not paid the arrears room would order evidence.
    month = f"{clock.local_date(act.at):%Y-%m}"

    def show(number: int) -> str:
        one = payroll.employment(number, person)
        to_record(ArrearsEmployment, one).save()  # who is told of the line must know who works there
        content = pay.computed(one.pay, 44, 0)
        new = Line(
            id=line_id(one.contract_id, month), table_id=payroll.TABLE.id, month=month,
            employment=one, content=content, state=LineState.SHOWN, asked_at=act.at,
        )  # fmt: skip
        told = {"state": new.state.value, "fen": content.amount_fen, "table": new.table_id}
        event = following(act, events.LINE_SHOWN, new, Role.SYSTEM, told, (telling.line(new),))
        store.create(act, new, event)
        return new.id

    with ThreadPoolExecutor(CLIENTS) as threads:
        return list(threads.map(show, range(count)))


def _signed_in(stack: LocalStack) -> tuple[str, str]:
    """A person with a session, and their token."""
    person, session = ids.new_id(), ids.new_id()
    item = {
        "PK": {"S": sessions.session_pk(session)}, "SK": {"S": "SESSION"},
        "person_id": {"S": person}, "epoch": {"N": "1"}, "grants": {"S": sessions.grants_to_text([])},
        "real_name": {"BOOL": True}, "ends_at": {"S": (clock.now() + timedelta(days=1)).isoformat()},
    }  # fmt: skip
    stack.client().put_item(TableName=os.environ["IDENTITY_TABLE"], Item=item)
    return person, tokens.issue(tokens.Claims(person, session, 1), clock.now())


def _request(scene: Scene, line: str) -> tuple[str, str, bytes, dict[str, str]]:
    """Method, path, body and headers of one request; a confirmation has a key of its own."""
    headers = {"authorization": f"Bearer {scene.token}"}
    if not line:
        return "GET", scene.route, b"", headers
    more = {"content-type": "application/json", "idempotency-key": ids.new_id()}
    return "POST", scene.route.format(line), _HAND, headers | more


def _engine_calls(scene: Scene) -> list[list[EngineCall]]:
    """What each request asks the engine, seen where botocore is told; what writes is not sent."""
    from mashangban.domains.wages.app import handler as wages
    from mashangban.domains.workers.app import handler as workers
    from mashangban.kernel.dynamodb import client

    seen: list[EngineCall] = []
    watched = client().meta.events
    router = Router(read_template(ROOT / "template.yaml", os.environ["PUBLIC_URL"]))

    def note(params: dict[str, Any], model: Any, **_: object) -> None:
        seen.append((model.name, deepcopy(params)))

    def keep_back(**_: object) -> tuple[AWSResponse, dict[str, Any]]:
        return AWSResponse("", 200, HTTPHeaders(), None), {}

    def calls_of(line: str) -> list[EngineCall]:
        seen.clear()
        method, path, body, given = _request(scene, line)
        match = router.match(path)
        assert match is not None
        headers = [(name.encode(), text.encode()) for name, text in given.items()]
        event = make_event(Request(method, path.encode(), b"", headers, body, "127.0.0.1", 8000), match, path)
        answer = (workers if path.startswith("/v1/workers") else wages)(event, None)
        assert answer["statusCode"] == 200, answer
        return list(seen)

    watched.register("provide-client-params.dynamodb", note, unique_id="bench")
    watched.register(f"before-call.dynamodb.{_WRITE}", keep_back, unique_id="bench-write")
    found = [calls_of(line) for line in scene.lines or [""]]
    watched.unregister("provide-client-params.dynamodb", unique_id="bench")
    watched.unregister(f"before-call.dynamodb.{_WRITE}", unique_id="bench-write")
    return found


def _bare(calls: list[list[EngineCall]]) -> float:
    rates: multiprocessing.Queue[float] = multiprocessing.Queue()
    shares = [calls[number::2] if len(calls) > 1 else calls for number in range(2)]
    workers = [multiprocessing.Process(target=_repeat_calls, args=(share, rates)) for share in shares]
    return _rate(workers, rates)


def _repeat_calls(shares: list[list[EngineCall]], rates: "multiprocessing.Queue[float]") -> None:
    import botocore.session

    client = botocore.session.get_session().create_client("dynamodb")
    api = {name: getattr(client, _snake(name)) for name, _ in shares[0]}
    left = iter(shares) if len(shares) > 1 else itertools.repeat(shares[0])

    def ask() -> None:
        for name, parameters in next(left):
            api[name](**parameters)

    rates.put(_repeat(ask, threads=CLIENTS // 2))


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def _through_the_stack(stack: LocalStack, scene: Scene) -> float:
    rates: multiprocessing.Queue[float] = multiprocessing.Queue()
    return _rate([multiprocessing.Process(target=_send, args=(stack.port, scene, rates))], rates)


def _send(port: int, scene: Scene, rates: "multiprocessing.Queue[float]") -> None:
    local = threading.local()
    lines = iter(scene.lines) if scene.lines else itertools.repeat("")

    def ask() -> None:
        if not hasattr(local, "connection"):
            local.connection = http.client.HTTPConnection("127.0.0.1", port)
        method, path, body, headers = _request(scene, next(lines))
        local.connection.request(method, path, body or None, headers)
        answer = local.connection.getresponse()
        said = answer.read()
        assert answer.status == 200, said

    rates.put(_repeat(ask, threads=CLIENTS))


def _repeat(ask: Ask, threads: int) -> float:
    """How often a second `ask` was done in all threads, until the time or the lines were over; a little practice is not
    counted."""
    done = [0] * threads
    ask()
    began = time.monotonic()

    def work(number: int) -> None:
        while time.monotonic() < began + SECONDS:
            try:
                ask()
            except StopIteration:
                return
            done[number] += 1

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(done) / (time.monotonic() - began)


def _rate(workers: list[multiprocessing.Process], rates: "multiprocessing.Queue[float]") -> float:
    for worker in workers:
        worker.start()
    total = sum(rates.get(timeout=60) for _ in workers)
    for worker in workers:
        worker.join()
    return total


if __name__ == "__main__":
    main()
