"""Run inside a stack: the boards as listeners counted them, then counted anew from what they count; the differences.

python -m mashangban.gateway.inside python -m tests.chaos.recounts <region> [month]...
"""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial

from mashangban.domains.payments.models import TABLE as PAYMENTS
from mashangban.domains.payments.service import boards as payments
from mashangban.domains.wages.models import TABLE as WAGES
from mashangban.domains.wages.rules.board import name
from mashangban.domains.wages.service import recounting as wages
from mashangban.domains.workers.models import TABLE as WORKERS
from mashangban.domains.workers.service import recounting as workers
from mashangban.kernel import boards
from mashangban.kernel.settings import Table

Board = tuple[Table, str, Callable[[], object]]


def differences(region: str, months: list[str]) -> list[str]:
    """What a recount changes on the boards of a region; none when the listeners counted right."""
    return [found for one in _boards(region, months) for found in _changed(*one)]


def _boards(region: str, months: list[str]) -> Iterator[Board]:
    yield WORKERS, f"region:{region}", partial(workers.rebuild_region, region)
    yield PAYMENTS, f"region:{region}", partial(payments.rebuild_region, region)
    for month in months:
        yield WAGES, name(month, region), partial(wages.rebuild_region, region, month)


def _changed(table: Table, board: str, recount: Callable[[], object]) -> list[str]:
    before = _standing(table, board)
    recount()
    after = _standing(table, board)
    return [
        f"{table.name} board {board}: {key} was {before.get(key, 0)}, is {after.get(key, 0)}"
        for key in sorted({*before, *after})
        if before.get(key, 0) != after.get(key, 0)
    ]


def _standing(table: Table, board: str) -> dict[str, int]:
    found = boards.counters(table, board, consistent=True)
    return {key: number for key, number in found.items() if number}


if __name__ == "__main__":
    print(json.dumps(differences(sys.argv[1], sys.argv[2:]), ensure_ascii=False))
