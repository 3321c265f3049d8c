"""The Merkle tree of RFC 9162 (section 2.1), as an append-only log of event hashes.

A *node* is the root of a complete subtree: level 0 is a leaf, node (level, place) covers the 2**level leaves
from ``place * 2**level``. Such a node never changes once it exists: stored once, read for ever.
Everything else (roots of unfinished subtrees) is computed from complete nodes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from mashangban.audit.verifier import HASH_BYTES, node_hash

EMPTY_ROOT = hashlib.sha256(b"").digest()


class Node(NamedTuple):
    """Place of a complete subtree: its height and its position among the subtrees of that height."""

    level: int
    place: int


NodeReader = Callable[[Node], bytes]
"""Gives the hash of a complete node of the tree."""


@dataclass(frozen=True, slots=True)
class Tree:
    """All that is needed to grow a log: its size and the roots of its complete subtrees, left to right."""

    size: int = 0
    frontier: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.frontier) != self.size.bit_count():
            raise ValueError("the frontier has one hash for every set bit of the size")

    def root(self) -> bytes:
        """Merkle tree hash of all leaves (RFC 9162, 2.1.1)."""
        if not self.frontier:
            return EMPTY_ROOT
        root = self.frontier[-1]
        for left in reversed(self.frontier[:-1]):
            root = node_hash(left, root)
        return root

    def grown(self, leaves: Iterable[bytes]) -> tuple[Tree, list[tuple[Node, bytes]]]:
        """The tree after these leaf hashes, and every node that became complete on the way."""
        size, stack = self.size, list(self.frontier)
        completed: list[tuple[Node, bytes]] = []
        for leaf in leaves:
            stack.append(leaf)
            completed.append((Node(0, size), leaf))
            level = 0
            while size >> level & 1:
                level += 1
                right, left = stack.pop(), stack.pop()
                stack.append(node_hash(left, right))
                completed.append((Node(level, size >> level), stack[-1]))
            size += 1
        return Tree(size, tuple(stack)), completed


def root_at(size: int, read: NodeReader) -> bytes:
    """Root the log had when it held `size` leaves."""
    return _range_hash(0, size, read) if size else EMPTY_ROOT


def frontier_at(size: int, read: NodeReader) -> tuple[bytes, ...]:
    """Frontier the log had when it held `size` leaves: what `Tree` needs to grow from there."""
    nodes, start = [], 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            nodes.append(read(Node(level, start >> level)))
            start += 1 << level
    return tuple(nodes)


def inclusion_proof(index: int, size: int, read: NodeReader) -> list[bytes]:
    """Hashes from leaf `index` up to the root of the first `size` leaves (RFC 9162, 2.1.3.1).

    Raises ValueError if the log of that size has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} is not in a log of {size}")
    proof: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            proof.append(_range_hash(middle, end, read))
            end = middle
        else:
            proof.append(_range_hash(start, middle, read))
            start = middle
    return proof[::-1]


def consistency_proof(old: int, new: int, read: NodeReader) -> list[bytes]:
    """Hashes that show the first `old` leaves to be the beginning of the first `new` (RFC 9162, 2.1.4.1).

    Empty for equal sizes and for an empty old log. Raises ValueError if `old` is not within `new`.
    """
    if not 0 <= old <= new:
        raise ValueError(f"a log of {new} does not begin with {old} leaves")
    proof: list[bytes] = []
    start, end = 0, new
    while start < old < end:
        middle = start + _split(end - start)
        if old <= middle:
            proof.append(_range_hash(middle, end, read))
            end = middle
        else:
            proof.append(_range_hash(start, middle, read))
            start = middle
    if start > 0:  # the old log is not one complete subtree that the verifier already knows as its root
        proof.append(_range_hash(start, end, read))
    return proof[::-1]


def consistent(old: int, new: int, proof: list[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether the log of size `new` begins with the whole log of size `old` (RFC 9162, 2.1.4.2).

    An empty old log proves nothing and is refused.
    """
    if not 0 < old <= new or {len(value) for value in (*proof, old_root, new_root)} != {HASH_BYTES}:
        return False
    if old == new or not proof:
        return old == new and not proof and old_root == new_root
    return _roots_from(old, new, proof, old_root) == (old_root, new_root)


def _roots_from(old: int, new: int, proof: list[bytes], old_root: bytes) -> tuple[bytes, bytes] | None:
    steps = proof if old & (old - 1) else [old_root, *proof]
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return None
        if at & 1 or at == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, step)
        at, last = at >> 1, last >> 1
    return (before, after) if last == 0 else None


def needed(compute: Callable[[NodeReader], object]) -> list[Node]:
    """Which nodes a computation will read, so that they can be fetched in one go."""
    seen: dict[Node, None] = {}

    def record(node: Node) -> bytes:
        seen[node] = None
        return EMPTY_ROOT

    compute(record)
    return list(seen)


def _split(count: int) -> int:
    """Largest power of two smaller than `count`."""
    return 1 << (count - 1).bit_length() - 1


def _range_hash(start: int, end: int, read: NodeReader) -> bytes:
    count = end - start
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return read(Node(level, start >> level))
    middle = start + _split(count)
    return node_hash(_range_hash(start, middle, read), _range_hash(middle, end, read))
