"""Taking events into the log."""

import random
import time
from collections.abc import Sequence
from functools import cache

from mashangban.audit import repository, verifier
from mashangban.audit.errors import HeadMoved
from mashangban.audit.repository import Growth
from mashangban.audit.rules import chains, checkpoints, tiles
from mashangban.audit.rules.chains import Leaf
from mashangban.audit.rules.checkpoints import Head, Signer
from mashangban.audit.rules.merkle import Tree
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy
from mashangban.kernel.events import Event
from mashangban.kernel.secret_store import secret
from mashangban.kernel.settings import settings

MOST_AT_ONCE = 64
"""Events of one append: with head, key and tiles well under the 100 items of a transaction."""
_TRIES = 8
_FIRST_PAUSE = 0.01


def append(act: Act, arrived: Sequence[Event]) -> int:
    """Take events (at most 64) into the log, in order, and sign its new state. Returns how many were new.

    Idempotent, and safe when several sequencers run: the head moves for one of them, the others plan again. Raises
    AlteredEvent for a rewritten history, Busy if the head never stood still.
    """
    for attempt in range(_TRIES):
        fresh = chains.new_to(repository.known(map(chains.place_of, arrived)), arrived)
        if not fresh:
            return 0
        try:
            _grow(act, repository.head(), fresh)
            return len(fresh)
        except HeadMoved:
            time.sleep(random.uniform(0, _FIRST_PAUSE * 2**attempt))  # noqa: S311 - jitter, not a secret
    raise Busy()


def _grow(act: Act, before: Head | None, fresh: Sequence[Event]) -> None:
    tree, signer = before.tree if before else Tree(), _signer()
    hashes = [verifier.leaf_hash(bytes.fromhex(event.hash)) for event in fresh]
    present = repository.tiles(tiles.growing_tiles(tree.size, len(hashes)))
    grown, completed = tree.grown(hashes)
    written = tiles.packed(completed, present, tree.size)
    leaves = [Leaf(tree.size + n, event.leaf()) for n, event in enumerate(fresh)]
    text = checkpoints.text_of(f"mashangban-{settings().stage}", grown, act.at)
    after = Head(grown, signer.sign(text))
    repository.append(act, before, after, Growth(leaves, written, signer.spki))


@cache
def _signer() -> Signer:
    return Signer.from_pem(secret("log-signing-key"))
