"""Acts that many people try at once, each as patiently as a phone; and what they were told in the end."""

import contextlib
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from mashangban.kernel.errors import AppError, Busy, Stale
from tests.workers.faults import faulty

HANDS = int(os.environ.get("HANDS", "48"))
AT_ONCE = 32  # threads: more than two cores keep busy
PATIENCE = 60
DONE = "done"


@dataclass
class Told:
    """How often each answer was given; `again` counts tries that were answered "later", `refused` the storm's no."""

    answers: Counter[str] = field(default_factory=Counter)
    again: int = 0
    refused: int = 0


def rush(acts: Sequence[Callable[[], Any]], weather: str) -> Told:
    """Everybody acts at once and tries again while told to come later. Each other refusal is checked for its words."""
    told = Told()
    storm: Any = faulty(7) if weather == "stormy" else contextlib.nullcontext()
    with storm as faults, ThreadPoolExecutor(AT_ONCE) as pool:
        for answer, again in pool.map(_patiently, acts):
            told.answers[answer] += 1
            told.again += again
    told.refused = faults.refused if faults else 0
    return told


def _patiently(act: Callable[[], Any]) -> tuple[str, int]:
    for again in range(PATIENCE):
        try:
            act()
        except (Stale, Busy):
            time.sleep(random.uniform(0, 0.05))
        except AppError as refused:
            return _in_words(refused), again
        else:
            return DONE, again
    raise AssertionError("told to come later for ever")


def _in_words(refused: AppError) -> str:
    """A refusal that a person can act on: a conflict or a wrong code, what it is and what to do next."""
    assert refused.status in (409, 422), refused.code
    assert refused.title
    assert refused.next
    return refused.code
