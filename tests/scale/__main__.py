"""`python -m tests.scale [share]...` (`make scale SHARES="100 10 1"`): measures worlds of one in so many, writes
docs/scale.md and docs/plots/*.svg.

Each world gets an engine of its own in memory, removed afterwards. Nothing of the streams runs: who looks, acts and
counts is called directly.
"""

import multiprocessing
import os
import platform
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from tests.scale import plot
from tests.scale.measuring import Cost
from tests.scale.plot import Plot
from tests.scale.running import Run, run

ROOT = Path(__file__).parents[2]
PLOTS = ROOT / "docs/plots"
HEAD = """# How it grows

Written by `make scale`: the same looks and acts in worlds of several sizes. The whole is 7,340 projects with 1.47
million workers in the ninety counties of one province and a month of pay before each. Of a world, one county is written
whole (projects, sites and teams by the product's own acts; each worker's contract, pay line and list rows by the rooms'
own records); every other project stands only on the boards of its county, city and province, as much as a project of
the written county. Each figure is of thirty tries; milliseconds belong to the machine and to how busy it was, so they
are given as times those of the smallest world. Read and write units are those the engine counts.
"""
GROWS = """## What grows, and why
A county's board keeps a counter for each of its projects (pay: two), some forty bytes each. They stand on three pages
beside the board's first item (docs/adr/0028), so a step that leaves a project's counters as they are, as most do, costs
the same in every county; the first count of a line writes a page, which has a third of the projects. The names of a
county's projects are one item of the registry, some seventy bytes a project. Boards of cities and provinces have a part
for each county and city below and do not grow with projects; lists read one page whatever lies behind it.
"""
NOT_RUN = """## Not run here
- The rows of the other counties: no look and no act of a county reads them, so they would only fill the engine's file.
- 340,000 enterprises against 1,000 policies run whole in `bench_policy_match` ([benchmarks](benchmarks.md)).
- 5 million questions a year leave nothing that a question reads: the index holds the questions with answers (60,000 in
  `bench_answers`), not those that were asked.
- Attendance days, claims, defects, halls: their lists and boards are of the same make (`kernel/boards.py`,
  `kernel/pagination.py`) and are measured at small size only, by `tests/*/test_capacity.py`.
- AWS itself: units carry over, milliseconds do not.
"""


def main(shares: list[int]) -> int:
    """Measure the smallest world first, write the page."""
    # A process a world: the product makes its connection to an engine once.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), max_tasks_per_child=1) as worlds:
        _write(list(worlds.map(run, sorted(shares, reverse=True))))
    return 0


def _write(runs: list[Run]) -> None:
    rows = {cost.label: [one.costs[n] for one in runs] for n, cost in enumerate(runs[0].costs)}
    _draw([one.workers for one in runs], rows)
    pictures = [f"![{name}](plots/{name}.svg)\n" for name in ("items", "units", "time")]
    parts = [HEAD, *_table(runs, rows), "", *_verdicts(rows), "", *pictures, GROWS, NOT_RUN.rstrip()]
    (ROOT / "docs/scale.md").write_text("\n".join(parts) + "\n", "utf-8")


def _table(runs: list[Run], rows: dict[str, list[Cost]]) -> Iterator[str]:
    python = f"Python {platform.python_version()}"
    when = f"{datetime.now(UTC).date()}, {os.cpu_count()} cores {platform.machine()}, {python}"
    yield f"## Items read, units, time\n`python -m tests.scale {' '.join(str(one.share) for one in runs)}`, {when}\n"
    for one in runs:
        here = f"{one.projects} projects with {one.written:,} workers"
        yield f"- 1/{one.share}: {one.workers:,} workers; in the written county {here}, made in {one.seconds:.0f} s."
    yield "\nCalls that read / items read; read units + write units; times the milliseconds of the smallest world.\n"
    yield f"| look or act |{''.join(f' 1/{one.share} |' for one in runs) * 3}"
    yield f"|---|{'---|' * 3 * len(runs)}"
    for label, costs in rows.items():
        reads = "".join(f" {one.calls:.0f} / {one.items:.0f} |" for one in costs)
        units = "".join(f" {one.read:.1f} + {one.written:.1f} |" for one in costs)
        times = "".join(f" {one.milliseconds / costs[0].milliseconds:.1f} |" for one in costs)
        yield f"| {label} |{reads}{units}{times}"


def _verdicts(rows: dict[str, list[Cost]]) -> list[str]:
    """What must hold at every size, and whether it does."""
    most = {label: max(one.items for one in costs) for label, costs in rows.items() if "board" in label}
    boards = [
        f"- {label}: {n:.0f} items, at most 5: {'reached' if n <= 5 else 'MISSED'}."
        for label, n in most.items()
    ]
    page = max(one.calls for one in rows["contracts of a county, a page"])
    counted = max(one.written for one in rows["listener: a confirmed line"])
    return [
        *boards,
        f"- Counting a confirmed line: {counted:.1f} units, at most 15: {'reached' if counted <= 15 else 'MISSED'}.",
        f"- A page of a list: {page:.0f} query, at most 1: {'reached' if page <= 1 else 'MISSED'}.",
    ]


def _draw(sizes: list[int], rows: dict[str, list[Cost]]) -> None:
    PLOTS.mkdir(exist_ok=True)
    boards = {label: [one.items for one in costs] for label, costs in rows.items() if "board" in label}
    units = {label: [one.read + one.written for one in costs] for label, costs in rows.items()}
    times = {
        label: [one.milliseconds / costs[0].milliseconds for one in costs] for label, costs in rows.items()
    }
    plots = {
        "items": Plot("Items a board reads (must stay below the dashed line)", "items", sizes, boards, 5),
        "units": Plot("Capacity units of a look or an act", "units", sizes, units),
        "time": Plot("Time, as times the smallest world's", "times", sizes, times),
    }
    for name, one in plots.items():
        (PLOTS / f"{name}.svg").write_text(plot.svg(one), "utf-8")


if __name__ == "__main__":
    sys.exit(main([int(text) for text in sys.argv[1:]] or [100, 10]))
