"""Our side of P9: `match_ours.py <file of facts> <policies> <sampled pairs>`."""

import json
import random
import sys
import time
from typing import Any

from mashangban.domains.policies.rules.conditions.columns import Crowd
from mashangban.domains.policies.rules.conditions.deciding import Look, decide
from mashangban.domains.policies.rules.conditions.parsing import parse
from mashangban.domains.policies.rules.conditions.planes import Verdict
from mashangban.domains.policies.rules.conditions.tree import Condition, FactRef, Span, facts_of
from tests.bench import policymatch
from tests.bench.peers.memory import peak_mb


def main() -> None:
    """Measure and print."""
    file, policies, pairs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    columns = policymatch.load(file)
    conditions = [parse(policymatch.text(one)) for one in policymatch.policies(policies)]
    crowd = Crowd(columns, len(columns["market.size"]), policymatch.TODAY)
    started = time.perf_counter()
    for name in columns:
        crowd.column(FactRef(name, Span(0, 0)))
    built = time.perf_counter() - started
    wall, busy = time.perf_counter(), time.process_time()
    verdicts = [crowd.decide(condition) for condition in conditions]
    run = [time.perf_counter() - wall, time.process_time() - busy]
    peak = peak_mb()
    counts = [[one.yes.bit_count(), (one.possible ^ one.yes).bit_count()] for one in verdicts]
    print(
        json.dumps(
            {"built": built, "run": run, "peak_mb": peak, "counts": counts}
            | {"one_by_one": _one_by_one(columns, conditions, verdicts, pairs)}
            | {"changed": _one_changed_fact(columns, conditions), "policy": _one_policy(crowd)}
        )
    )


def _profile(columns: dict[str, list[Any]], slot: int) -> dict[str, Any]:
    return {name: values[slot] for name, values in columns.items()}


def _one_by_one(
    columns: dict[str, list[Any]], conditions: list[Condition], verdicts: list[Verdict], pairs: int
) -> dict[str, float]:
    """Sampled pairs decided singly: how many differ, and the seconds of one."""
    chance, enterprises = random.Random(7), len(columns["market.size"])
    drawn = [(chance.randrange(enterprises), chance.randrange(len(conditions))) for _ in range(pairs)]
    looks = [Look(_profile(columns, slot), policymatch.TODAY) for slot, _ in drawn]
    started = time.process_time()
    single = [decide(conditions[n], look) for look, (_, n) in zip(looks, drawn, strict=True)]
    seconds = time.process_time() - started
    crowd = [verdicts[n].of(slot) for slot, n in drawn]
    differ = sum(one is not other for one, other in zip(single, crowd, strict=True))
    return {"differ": differ, "seconds": seconds / pairs}


def _one_changed_fact(columns: dict[str, list[Any]], conditions: list[Condition]) -> float:
    """The slowest of some changed facts: every policy that asks for it, decided for the enterprise."""
    asking: dict[str, list[Condition]] = {}
    for condition in conditions:
        for code in facts_of(condition):
            asking.setdefault(code, []).append(condition)
    slowest = 0.0
    for slot, code in enumerate(sorted(asking)):
        look = Look(_profile(columns, slot), policymatch.TODAY)
        started = time.perf_counter()
        for condition in asking[code]:
            decide(condition, look)
        slowest = max(slowest, time.perf_counter() - started)
    return slowest


def _one_policy(crowd: Crowd) -> float:
    """A policy that nobody published yet, over everyone."""
    condition = parse(
        "money.f1 >= 1234567分 and number.f2 < 77 and market.region starts '330' and not boolean.f3"
    )
    started = time.perf_counter()
    crowd.decide(condition)
    return time.perf_counter() - started


main()
