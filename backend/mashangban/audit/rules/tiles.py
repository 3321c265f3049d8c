"""Tiles: how the nodes of the Merkle tree are packed into items.

A tile holds up to 32 neighbouring nodes of one level; only the levels 0, 5, 10, ... are stored and the four
between are computed from them. A full tile is 1 KB, so an append rewrites one small item and a proof in
a log of a million leaves reads about five.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mashangban.audit.rules.merkle import Node, NodeReader
from mashangban.audit.verifier import HASH_BYTES, node_hash

TILE_HEIGHT = 5
TILE_WIDTH = 1 << TILE_HEIGHT


class TilePlace(NamedTuple):
    """Row of tiles (row r holds nodes of level 5r) and position in that row."""

    row: int
    column: int


def tile_of(node: Node) -> TilePlace:
    """The tile from which a node's hash can be had."""
    row = node.level // TILE_HEIGHT
    first = node.place << (node.level - row * TILE_HEIGHT)
    return TilePlace(row, first // TILE_WIDTH)


def growing_tiles(size: int, added: int) -> list[TilePlace]:
    """Tiles that already hold something and will be rewritten when `added` leaves follow `size`."""
    places, row = [], 0
    while size >> row * TILE_HEIGHT:
        before = size >> row * TILE_HEIGHT
        after = (size + added) >> row * TILE_HEIGHT
        if after > before and before % TILE_WIDTH:
            places.append(TilePlace(row, before // TILE_WIDTH))
        row += 1
    return places


def packed(
    completed: Iterable[tuple[Node, bytes]], present: Mapping[TilePlace, bytes], size: int
) -> dict[TilePlace, bytes]:
    """New content of every tile that the completed nodes touch.

    `present` is the content of `growing_tiles`; it is cut to what a log of `size` leaves holds, so that a
    tile read a moment after the head cannot bring in nodes the head does not know.
    """
    rows: dict[TilePlace, list[bytes]] = defaultdict(list)
    for node, value in completed:
        if node.level % TILE_HEIGHT == 0:
            rows[tile_of(node)].append(value)
    return {place: _kept(place, present, size) + b"".join(values) for place, values in rows.items()}


def reader(tiles: Mapping[TilePlace, bytes]) -> NodeReader:
    """A node reader over fetched tiles. Raises KeyError for a node that none of them holds."""

    def read(node: Node) -> bytes:
        place = tile_of(node)
        inner = node.level - place.row * TILE_HEIGHT
        first = (node.place << inner) % TILE_WIDTH
        content = tiles[place]
        hashes = [content[i * HASH_BYTES : (i + 1) * HASH_BYTES] for i in range(first, first + (1 << inner))]
        if len(hashes[-1]) != HASH_BYTES:
            raise KeyError(node)
        while len(hashes) > 1:
            hashes = [node_hash(left, right) for left, right in zip(hashes[::2], hashes[1::2], strict=True)]
        return hashes[0]

    return read


def _kept(place: TilePlace, present: Mapping[TilePlace, bytes], size: int) -> bytes:
    known = (size >> place.row * TILE_HEIGHT) - place.column * TILE_WIDTH
    if known <= 0:
        return b""
    kept = present[place][: known * HASH_BYTES]
    if len(kept) != known * HASH_BYTES:
        raise ValueError(f"tile {place} is shorter than the log says")
    return kept
