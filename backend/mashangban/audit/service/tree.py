"""Reading the tree: its head, and exactly the tiles a computation needs."""

from collections.abc import Callable
from typing import TypeVar

from mashangban.audit import repository
from mashangban.audit.errors import NoSuchState
from mashangban.audit.rules import merkle, tiles
from mashangban.audit.rules.checkpoints import Head
from mashangban.audit.rules.merkle import NodeReader

T = TypeVar("T")


def head() -> Head:
    """The log as it stands. Raises NoSuchState while it is empty."""
    found = repository.head()
    if found is None:
        raise NoSuchState()
    return found


def read(compute: Callable[[NodeReader], T]) -> T:
    """Run a computation over the tree with exactly the tiles it needs."""
    places = {tiles.tile_of(node) for node in merkle.needed(compute)}
    return compute(tiles.reader(repository.tiles(places)))
