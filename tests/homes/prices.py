"""What acts cost in units, beside what docs/data/homes.md says that they cost."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from mashangban.kernel import clock
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.workers.test_capacity import MOST, metered

READS = ("GetItem", "BatchGetItem", "Query")
# An item near the edge of a KB, or of 4 KB when read, may fall on either side of it.
EDGE = 2
# Done once a sheet or a dispute, or with photos that are held from then on; the document says why they write more.
DEAR = {"an inspection begins", "the repair is ordered", "a regulator closes it", "a defect is reported"}
R = TypeVar("R")
Units = tuple[float, float]


def listed() -> dict[str, Units]:
    """Write and read units of each act, as the document lists them."""
    text = (Path(__file__).parents[2] / "docs/data/homes.md").read_text("utf-8")
    table = text.partition("## What an act costs")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return {row[0]: (float(row[1]), float(row[2])) for row in rows if len(row) == 3 and row[1].isdigit()}


class Bill:
    """What each act cost that was done under it."""

    def __init__(self) -> None:
        self.spent: dict[str, Units] = {}

    def of(self, name: str, run: Callable[[], R]) -> R:
        with metered() as writes, metered(READS) as reads:
            done = run()
        self.spent[name] = (writes.units, reads.units)
        return done

    def faults(self) -> dict[str, tuple[Units, Units | None]]:
        """Acts over the budget, and those that cost another sum than the document says."""
        known = listed()
        return {
            name: (cost, known.get(name))
            for name, cost in self.spent.items()
            if name not in known or _differ(cost, known[name]) or (cost[0] > MOST and name not in DEAR)
        }


def _differ(cost: Units, said: Units) -> bool:
    return any(abs(one - other) > EDGE for one, other in zip(cost, said, strict=True))


def submitted(actor: Principal, route: str) -> Act:
    """An act as a phone sends it: with a key, so that its answer is kept too."""
    return Act(actor, clock.now(), Submission("0123456789abcdef", route, actor.person_id, "d" * 64))
