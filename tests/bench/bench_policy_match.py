"""P9: 340,000 enterprises against 1,000 policies of five clauses, beside polars written by hand and the plain loop.

    python -m tests.bench.bench_policy_match [enterprises] [policies]

Three values throughout; 5 % of the facts are not known. Each side is a process of its own and has its facts in its own
form before the clock starts; what making that form from plain values takes is told apart. polars uses all cores, we use
one, so the seconds of the clock and of the processor are both told. Both count yes and not known for every policy, and
the counts must be the same; 100,000 sampled pairs must be what the single evaluation says.
"""

import functools
import json
import operator
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, cast

from tests.bench import policymatch

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
ENTERPRISES, POLICIES, PAIRS, ROUNDS = 340_000, 1_000, 100_000, 3
MOST_MB, MOST_RATIO = 4_096, 1.5
SIDES = (
    ("ours", "run", "planes of bits, one process"),
    ("polars", "eager", "polars by hand, one select"),
    ("polars", "lazy", "polars by hand, lazy"),
)


def main(arguments: list[str]) -> None:
    """Measure and print."""
    enterprises, policies = (*map(int, arguments), *(ENTERPRISES, POLICIES)[len(arguments) :])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "facts"
        file.write_bytes(pickle.dumps(policymatch.columns(enterprises)))
        rounds = [_round(str(file), str(policies)) for _ in range(ROUNDS)]
    _print_table(rounds, enterprises, policies)
    _print_targets(rounds)


def _round(file: str, policies: str) -> dict[str, Any]:
    """One turn of both sides; they must count the same."""
    ours = _measured([sys.executable, "-m", "tests.bench.peers.match_ours", file, policies, str(PAIRS)])
    peer = _measured([str(ROOT / ".tools/peers/bin/python"), str(PEERS / "match_polars.py"), file, policies])
    assert ours.pop("counts") == peer.pop("counts"), "the sides disagree"
    return {"ours": ours, "polars": peer}


def _print_table(rounds: list[dict[str, Any]], enterprises: int, policies: int) -> None:
    loop = _of(rounds, "ours", "one_by_one", "seconds") * enterprises * policies
    print(
        f"| {enterprises:,} enterprises, {policies:,} policies | seconds | of processor | facts made ready | MB |"
    )
    print("|---|---|---|---|---|")
    for side, way, label in SIDES:
        wall, busy = (_of(rounds, side, way, part) for part in (0, 1))
        built, peak = _of(rounds, side, "built"), _of(rounds, side, "peak_mb")
        print(f"| {label} | {wall:.2f} | {busy:.2f} | {built:.1f} | {peak:.0f} |")
    print(f"| plain loop, one by one (from {PAIRS:,} pairs) | {loop:,.0f} | {loop:,.0f} | | |")


def _print_targets(rounds: list[dict[str, Any]]) -> None:
    ratio = _of(rounds, "ours", "run", 0) / min(_of(rounds, "polars", way, 0) for way in ("eager", "lazy"))
    print(
        f"\n{ratio:.2f} of the faster polars; target at most {MOST_RATIO}: {_verdict(ratio <= MOST_RATIO)}."
    )
    peak = _of(rounds, "ours", "peak_mb")
    print(
        f"Peak {peak:.0f} MB, plain values included; target at most {MOST_MB}: {_verdict(peak <= MOST_MB)}."
    )
    differ = sum(one["ours"]["one_by_one"]["differ"] for one in rounds)
    print(f"{differ} of {PAIRS:,} sampled pairs differ from the single evaluation: {_verdict(differ == 0)}.")
    changed = max(one["ours"]["changed"] for one in rounds)
    print(
        f"A changed fact: all policies that ask for it within {changed * 1000:.0f} ms: {_verdict(changed < 1)}."
    )
    print(f"A new policy: everyone within {max(one['ours']['policy'] for one in rounds) * 1000:.0f} ms.")


def _of(rounds: list[dict[str, Any]], *path: Any) -> float:
    """The median over the rounds of one figure."""
    return statistics.median(
        float(functools.reduce(operator.getitem, path, cast(Any, one))) for one in rounds
    )


def _verdict(reached: bool) -> str:
    return "reached" if reached else "MISSED"


def _measured(command: list[str]) -> Any:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}", "STAGE": "bench"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
