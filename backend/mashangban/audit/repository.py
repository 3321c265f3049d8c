"""Every read and write of the audit table. Access patterns: docs/data/audit.md."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pynamodb.expressions.condition import Condition

from mashangban.audit import verifier
from mashangban.audit.errors import HeadMoved
from mashangban.audit.models import TABLE, HeadRecord, KeyRecord, LeafRecord, TileRecord
from mashangban.audit.rules.chains import Leaf, Place
from mashangban.audit.rules.checkpoints import Head, SignedCheckpoint
from mashangban.audit.rules.merkle import Tree
from mashangban.audit.rules.tiles import TilePlace
from mashangban.kernel.acts import Act
from mashangban.kernel.events import canonical
from mashangban.kernel.transaction import Transaction

LOG = "LOG"
_KEY = "KEY#"


@dataclass(frozen=True, slots=True)
class Growth:
    """What one append adds: leaves, the new content of the tiles they touch, the key that signed."""

    leaves: Sequence[Leaf]
    tiles: Mapping[TilePlace, bytes]
    spki: bytes


def head() -> Head | None:
    """The log's latest state, None while it is empty (consistent read, 1 RCU)."""
    try:
        found = HeadRecord.get(LOG, "HEAD", consistent_read=True)
    except HeadRecord.DoesNotExist:
        return None
    size, width = int(found.size), verifier.HASH_BYTES
    frontier = tuple(found.frontier[at : at + width] for at in range(0, len(found.frontier), width))
    signed = SignedCheckpoint(found.checkpoint, found.signature, found.key_id)
    return Head(Tree(size, frontier), signed)


def known(places: Iterable[Place]) -> dict[Place, Leaf]:
    """Those of the places that the log already holds (at most 100 places)."""
    keys = [_leaf_key(place) for place in dict.fromkeys(places)]
    leaves = [_leaf(record) for record in LeafRecord.batch_get(keys, consistent_read=True)]
    return {leaf.place: leaf for leaf in leaves}


def chain(subject: str) -> list[Leaf]:
    """All the log knows of a subject (`kind:id`), oldest first (one query)."""
    return [_leaf(record) for record in LeafRecord.query(f"CHAIN#{subject}", consistent_read=True)]


def leaf_of(event_id: str) -> Leaf | None:
    """The leaf of an event."""
    found = next(iter(LeafRecord.query(f"EVENT#{event_id}", index_name="GSI1", limit=1)), None)
    return _leaf(found) if found is not None else None


def tiles(places: Iterable[TilePlace]) -> dict[TilePlace, bytes]:
    """The content of these tiles (consistent: never older than the head read before)."""
    by_key = {_tile_key(place): place for place in places}
    records = TileRecord.batch_get(list(by_key), consistent_read=True)
    return {by_key[record.PK, record.SK]: record.hashes for record in records}


def keys() -> dict[str, bytes]:
    """Every public key the log has signed with, by id."""
    records = KeyRecord.query(LOG, KeyRecord.SK.startswith(_KEY), consistent_read=True)
    return {record.SK.removeprefix(_KEY): record.spki for record in records}


def append(act: Act, before: Head | None, after: Head, growth: Growth) -> None:
    """Move the log from one state to the next, whole or not at all. Raises HeadMoved if it has moved since."""
    moved = HeadMoved()
    with Transaction(act, TABLE) as tx:
        tx.put(_head_record(after), condition=_still(before), otherwise=moved)
        for place, hashes in growth.tiles.items():
            pk, sk = _tile_key(place)
            tx.put(TileRecord(PK=pk, SK=sk, hashes=hashes))
        for leaf in growth.leaves:
            tx.create(_leaf_record(leaf), otherwise=moved)
        if before is None or before.checkpoint.key_id != after.checkpoint.key_id:
            tx.put(KeyRecord(PK=LOG, SK=_KEY + after.checkpoint.key_id, spki=growth.spki))


def _still(before: Head | None) -> Condition:
    return HeadRecord.PK.does_not_exist() if before is None else HeadRecord.size == before.tree.size


def _head_record(head: Head) -> HeadRecord:
    return HeadRecord(
        PK=LOG,
        SK="HEAD",
        size=head.tree.size,
        frontier=b"".join(head.tree.frontier),
        checkpoint=head.checkpoint.text,
        signature=head.checkpoint.signature,
        key_id=head.checkpoint.key_id,
    )


def _leaf_record(leaf: Leaf) -> LeafRecord:
    pk, sk = _leaf_key(leaf.place)
    event_key = f"EVENT#{leaf.event['id']}"
    return LeafRecord(
        PK=pk, SK=sk, GSI1PK=event_key, GSI1SK=sk, index=leaf.index, event=canonical(leaf.event)
    )


def _leaf(record: LeafRecord) -> Leaf:
    return Leaf(int(record.index), json.loads(record.event))


def _leaf_key(place: Place) -> tuple[str, str]:
    subject, version = place
    return f"CHAIN#{subject}", f"LEAF#{version:08d}"


def _tile_key(place: TilePlace) -> tuple[str, str]:
    return f"TILE#{place.row}#{place.column}", "TILE"
