"""Four hundred workers on their way: contracts in every state, made by the same acts as on a phone."""

import math
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from demo.ground import Ground, act, enter
from demo.people import Someone, someone
from mashangban.domains.workers import schemas
from mashangban.domains.workers.repository import contracts as store
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.service import joining, signing
from mashangban.domains.workers.terms import CONSENT_VERSION, TRADES, ContractState
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal

THREADS = 4
PATIENCE_S = 600
# How far each hundredth worker got.
SHARES = (
    (ContractState.SEALED, 74),
    (ContractState.WORKER_SIGNED, 10),
    (ContractState.OFFERED, 8),
    (ContractState.REFUSED, 4),
    (ContractState.WITHDRAWN, 4),
)
# How long each worker has been on the site; the platform came when most had begun already.
SINCE_DAYS = (0, 88, 95, 60, 92, 12, 90, 35)
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Hire:
    """One worker's story: whom, into which team and trade, how far."""

    person: Someone
    team: schemas.TeamView
    trade_code: str
    until: ContractState
    seed: int


def hire(ground: Ground, workers: int, say: Say) -> None:
    """Let `workers` people join; waits until every file that belongs to it is there."""
    stories = [_story(ground, number) for number in range(workers)]
    with ThreadPoolExecutor(THREADS) as pool:
        joined = list(pool.map(_join, stories))
        say(f"{len(joined)} 名工人已登记 / workers joined")
        list(pool.map(lambda one: _go_on(ground, *one), zip(stories, joined, strict=True)))
    say("合同已签 / contracts signed")
    waiting = [i for s, (i, _) in zip(stories, joined, strict=True) if s.until is ContractState.SEALED]
    for contract_id in waiting:
        _wait(contract_id, lambda contract: contract.state is ContractState.SEALED)
    say("印章已盖 / contracts sealed")


def _story(ground: Ground, number: int) -> Hire:
    chance = Random(number)
    team = ground.teams[number % len(ground.teams)]
    ground.met += 1
    until = chance.choices([state for state, _ in SHARES], [share for _, share in SHARES])[0]
    trade = chance.choice(team.jobs).trade_code
    return Hire(someone(ground.chance, ground.met), team, trade, until, number)


def _join(story: Hire) -> tuple[str, Principal]:
    worker, _ = enter(story.person)
    today = clock.local_date(clock.now())
    since = today - timedelta(days=SINCE_DAYS[story.seed % len(SINCE_DAYS)])
    period = {"kind": "fixed", "start": since, "end": today + timedelta(days=200 + story.seed % 300)}
    form: dict[str, Any] = {
        "code": story.team.code,
        "trade_code": story.trade_code,
        "period": period,
        "training_confirmed": True,
    }
    if TRADES[story.trade_code].certificate:
        number = f"浙A01{2022 + story.seed % 4}{story.seed:06d}"
        form["certificate"] = {"number": number, "valid_until": today + timedelta(days=400)}
    return joining.apply(act(worker), schemas.Application.model_validate(form)).id, worker


def _go_on(ground: Ground, story: Hire, joined: tuple[str, Principal]) -> None:
    contract_id, worker = joined
    if story.until is ContractState.WITHDRAWN:
        signing.withdraw(act(worker), contract_id)
    if story.until in (ContractState.WITHDRAWN, ContractState.OFFERED):
        return
    contract = _wait(contract_id, lambda found: found.document_sha256 is not None)
    signing.sign(act(worker), contract_id, _hand(contract, story.seed))
    operator = ground.operators[contract.employer.id]
    if story.until is ContractState.REFUSED:
        signing.refuse(act(operator), contract_id, schemas.Reason(reason="本周班组人员已满，下周再来"))
    if story.until is ContractState.SEALED:
        signing.countersign(act(operator), contract_id)


def _wait(contract_id: str, ready: Callable[[Contract], bool]) -> Contract:
    """The contract once the streams brought it that far."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        contract = store.contract(contract_id)
        if ready(contract):
            return contract
        time.sleep(0.05)
    raise TimeoutError(f"contract {contract_id} did not move on within {PATIENCE_S} s")


def _hand(contract: Contract, seed: int) -> schemas.Signature:
    """Three strokes that look like writing, different for each."""
    chance = Random(seed)
    strokes = [_stroke(chance, 50 + 90 * n, 300 * n) for n in range(3)]
    return schemas.Signature(
        document_sha256=contract.document_sha256 or "",
        strokes=strokes,
        width=340,
        height=180,
        consent_version=CONSENT_VERSION,
        read_aloud=True,
    )


def _stroke(chance: Random, left: int, start_ms: int) -> list[list[float]]:
    turn, lean = chance.uniform(1.2, 2.4), chance.uniform(-20, 20)
    return [
        [
            left + 35 * math.sin(turn * n / 5) + lean * n / 24,
            30 + 5 * n + 12 * math.cos(turn * n / 4),
            start_ms + 11 * n,
            0.4 + 0.5 * math.sin(n / 24 * math.pi),
        ]
        for n in range(24)
    ]
