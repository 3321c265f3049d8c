"""P5: a payroll of 100,000 rows read and checked, against pandas only reading it, in the same run.

    python -m tests.bench.bench_payroll_sheet

Ours is the service's own reading of an upload: refuse bombs and formulas, read, type and check every cell, match every
row with its contract, recompute every sum. The contracts lie in memory; how long the engine takes to give them is told
apart. Each measurement is a process of its own, the sides take turns; the peak counts the whole process, contracts and
interpreter included. Seconds are of the processor, so that a busy machine changes little.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench import payroll
from tests.bench.bench_local_stack import use
from tests.stack import LocalStack
from tests.wages.payroll_file import written_by_hand

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
ROWS, ROUNDS, MOST_MB = 100_000, 3, 250
SIDES = {
    "ours": (sys.executable, "-m", "tests.bench.peers.sheet_ours"),
    "openpyxl": (str(ROOT / ".tools/peers/bin/python"), str(PEERS / "sheet_pandas.py")),
    "calamine": (str(ROOT / ".tools/peers/bin/python"), str(PEERS / "sheet_pandas.py")),
}
LABELS = {
    "ours": "read and checked by the wages service",
    "openpyxl": "pandas.read_excel, openpyxl, nothing checked",
    "calamine": "pandas.read_excel, calamine, nothing checked",
}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "payroll.xlsx"
        file.write_bytes(written_by_hand([payroll.number(n) for n in range(ROWS)]))
        runs = [{side: _measured(side, file) for side in SIDES} for _ in range(ROUNDS)]
        size = file.stat().st_size
        stored = _from_the_engine(Path(folder))
    medians = {side: statistics.median(run[side]["seconds"] for run in runs) for side in SIDES}
    peaks = {side: max(run[side]["peak_mb"] for run in runs) for side in SIDES}
    print(f"| {ROWS:,} rows, {size / 1e6:.1f} MB | seconds (median of {ROUNDS}) | peak MB |\n|---|---|---|")
    for side in SIDES:
        print(f"| {LABELS[side]} | {medians[side]:.2f} | {peaks[side]:.0f} |")
    ratio = medians["ours"] / min(medians["openpyxl"], medians["calamine"])
    print(f"\n{ratio:.2f} of the faster read; target below 1: {_verdict(ratio < 1)}.")
    print(f"Peak {peaks['ours']:.0f} MB; target at most {MOST_MB} MB: {_verdict(peaks['ours'] <= MOST_MB)}.")
    print(f"Reading the {ROWS:,} contracts from the local engine takes {stored:.1f} s.")


def _verdict(reached: bool) -> str:
    return "reached" if reached else "MISSED"


def _measured(side: str, file: Path) -> dict[str, float]:
    engine = [] if side == "ours" else [side]
    command = [*SIDES[side], str(file), str(ROWS), *engine]
    done = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}", "STAGE": "bench"}


def _from_the_engine(folder: Path) -> float:
    """How long everyone of an employer at a project takes to come out of the wages table."""
    with LocalStack(folder / "data") as stack:
        use(stack)
        from mashangban.domains.wages.models import WagesEmployment
        from mashangban.domains.wages.repository import known
        from mashangban.employment.models import to_record

        def keep(block: range) -> None:
            with WagesEmployment.batch_write() as batch:
                for n in block:
                    batch.save(to_record(WagesEmployment, payroll.employment(n)))

        blocks = [range(start, min(start + 500, ROWS)) for start in range(0, ROWS, 500)]
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(keep, blocks))
        started = time.perf_counter()
        found = sum(1 for _ in known.employed(payroll.PROJECT.id, payroll.EMPLOYER.id))
        seconds = time.perf_counter() - started
    assert found == ROWS, found
    return seconds


if __name__ == "__main__":
    main()
