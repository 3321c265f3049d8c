"""Run inside a stack: the boards as listeners counted them, then counted anew from what they count; the differences.

python -m mashangban.gateway.inside python -m tests.chaos.recounts <region>
"""

import json
import sys

from mashangban.domains.workers.models import TABLE as WORKERS
from mashangban.domains.workers.service import recounting
from mashangban.kernel import boards


def differences(region: str) -> list[str]:
    """What a recount changes on the board of a region; none when the listeners counted right."""
    before = _standing(region)
    recounting.rebuild_region(region)
    after = _standing(region)
    keys = sorted({*before, *after})
    return [
        f"board of {region}: {key} was {before.get(key, 0)}, is {after.get(key, 0)}"
        for key in keys
        if before.get(key, 0) != after.get(key, 0)
    ]


def _standing(region: str) -> dict[str, int]:
    found = boards.counters(WORKERS, f"region:{region}", consistent=True)
    return {key: number for key, number in found.items() if number}


if __name__ == "__main__":
    print(json.dumps(differences(sys.argv[1]), ensure_ascii=False))
