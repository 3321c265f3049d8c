"""The Merkle tree against published vectors of RFC 6962 / RFC 9162 logs and against the RFC's own recursion.

Vectors: the eight-leaf tree used by the reference implementations of Certificate Transparency logs.
"""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.audit.rules.merkle import (
    EMPTY_ROOT,
    Node,
    NodeReader,
    Tree,
    consistency_proof,
    consistent,
    frontier_at,
    inclusion_proof,
    needed,
    root_at,
)
from mashangban.audit.rules.tiles import TILE_WIDTH, TilePlace, growing_tiles, packed, reader, tile_of
from mashangban.audit.verifier import included, leaf_hash

LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = [  # leaf (from 0), size, proof
    (0, 1, []),
    (
        0,
        8,
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
        1,
        5,
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
]
CONSISTENCY = [
    (1, 1, []),
    (1, 8, INCLUSION[1][2]),
    (
        6,
        8,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (
        2,
        5,
        [
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
    (
        6,
        7,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
]
SIZES = st.integers(1, 200)


def leaf_hashes(count: int) -> list[bytes]:
    return [leaf_hash(number.to_bytes(4, "big")) for number in range(count)]


def all_nodes(leaves: list[bytes]) -> NodeReader:
    _, completed = Tree().grown(leaves)
    return dict(completed).__getitem__


def naive_root(leaves: list[bytes]) -> bytes:
    """MTH of RFC 9162, 2.1.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = largest_power_below(len(leaves))
    return hashlib.sha256(b"\x01" + naive_root(leaves[:k]) + naive_root(leaves[k:])).digest()


def naive_path(m: int, leaves: list[bytes]) -> list[bytes]:
    """PATH of RFC 9162, 2.1.3.1."""
    if len(leaves) == 1:
        return []
    k = largest_power_below(len(leaves))
    if m < k:
        return [*naive_path(m, leaves[:k]), naive_root(leaves[k:])]
    return [*naive_path(m - k, leaves[k:]), naive_root(leaves[:k])]


def naive_subproof(m: int, leaves: list[bytes], whole: bool) -> list[bytes]:
    """SUBPROOF of RFC 9162, 2.1.4.1."""
    if m == len(leaves):
        return [] if whole else [naive_root(leaves)]
    k = largest_power_below(len(leaves))
    if m <= k:
        return [*naive_subproof(m, leaves[:k], whole), naive_root(leaves[k:])]
    return [*naive_subproof(m - k, leaves[k:], False), naive_root(leaves[:k])]


def largest_power_below(count: int) -> int:
    k = 1
    while k * 2 < count:
        k *= 2
    return k


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_equal_the_published_vectors(size: int) -> None:
    tree, _ = Tree().grown(leaf_hash(leaf) for leaf in LEAVES[:size])
    assert tree.root().hex() == ROOTS[size - 1]


def test_the_empty_log_has_the_hash_of_nothing_as_its_root() -> None:
    assert Tree().root() == EMPTY_ROOT == root_at(0, all_nodes([]))


@pytest.mark.parametrize(("index", "size", "proof"), INCLUSION)
def test_inclusion_proofs_equal_the_published_vectors(index: int, size: int, proof: list[str]) -> None:
    hashes = [leaf_hash(leaf) for leaf in LEAVES]
    made = inclusion_proof(index, size, all_nodes(hashes))
    assert [step.hex() for step in made] == proof
    assert included(hashes[index], index, size, made, bytes.fromhex(ROOTS[size - 1]))


@pytest.mark.parametrize(("old", "new", "proof"), CONSISTENCY)
def test_consistency_proofs_equal_the_published_vectors(old: int, new: int, proof: list[str]) -> None:
    made = consistency_proof(old, new, all_nodes([leaf_hash(leaf) for leaf in LEAVES]))
    assert [step.hex() for step in made] == proof
    assert consistent(old, new, made, bytes.fromhex(ROOTS[old - 1]), bytes.fromhex(ROOTS[new - 1]))


@given(st.data(), SIZES)
def test_proofs_and_roots_equal_the_recursion_of_the_standard(data: st.DataObject, size: int) -> None:
    leaves, index, old = (
        leaf_hashes(size),
        data.draw(st.integers(0, size - 1)),
        data.draw(st.integers(1, size)),
    )
    read = all_nodes(leaves)
    assert root_at(size, read) == naive_root(leaves)
    assert inclusion_proof(index, size, read) == naive_path(index, leaves)
    assert consistency_proof(old, size, read) == naive_subproof(old, leaves, True)


@given(st.data(), SIZES)
def test_a_proof_fits_only_its_own_leaf_place_and_log(data: st.DataObject, size: int) -> None:
    leaves, index = leaf_hashes(size), data.draw(st.integers(0, size - 1))
    proof, root = inclusion_proof(index, size, all_nodes(leaves)), naive_root(leaves)
    assert included(leaves[index], index, size, proof, root)
    other = data.draw(st.integers(-2, size + 2).filter(lambda place: place != index))
    assert not included(leaves[index], other, size, proof, root)
    assert not included(leaf_hash(b"other"), index, size, proof, root)
    assert not included(leaves[index], index, size, [*proof, root], root)
    assert not proof or not included(leaves[index], index, size, proof[:-1], root)


@given(st.data(), st.integers(2, 200))
def test_a_rewritten_past_is_not_consistent(data: st.DataObject, size: int) -> None:
    leaves, old = leaf_hashes(size), data.draw(st.integers(1, size - 1))
    proof = consistency_proof(old, size, all_nodes(leaves))
    forged = [leaf_hash(b"forged"), *leaves[1:]]
    assert consistent(old, size, proof, naive_root(leaves[:old]), naive_root(leaves))
    assert not consistent(old, size, proof, naive_root(leaves[:old]), naive_root(forged))
    assert not consistent(old, size, proof, naive_root(forged[:old]), naive_root(leaves))
    assert not consistent(old, size, [*proof, leaves[0]], naive_root(leaves[:old]), naive_root(leaves))
    assert not consistent(old, size, proof[:-1], naive_root(leaves[:old]), naive_root(leaves))


def test_the_same_log_is_consistent_with_itself_only() -> None:
    assert consistent(3, 3, [], leaf_hash(b"y"), leaf_hash(b"y"))
    assert not consistent(3, 5, [], leaf_hash(b"y"), leaf_hash(b"x"))
    assert not consistent(3, 3, [EMPTY_ROOT], leaf_hash(b"y"), leaf_hash(b"y"))
    assert not consistent(3, 3, [], leaf_hash(b"y"), leaf_hash(b"x"))
    assert not consistent(3, 2, [], leaf_hash(b"y"), leaf_hash(b"y"))


def test_an_empty_log_or_a_hash_of_another_length_proves_nothing() -> None:
    assert not consistent(0, 0, [], EMPTY_ROOT, EMPTY_ROOT)
    assert not consistent(0, 5, [], EMPTY_ROOT, leaf_hash(b"x"))
    assert not consistent(1, 1, [], b"", b"")
    assert not included(b"", 0, 1, [], b"")


def test_a_leaf_outside_the_log_has_no_proof() -> None:
    with pytest.raises(ValueError, match="not in a log"):
        inclusion_proof(3, 3, all_nodes(leaf_hashes(3)))
    with pytest.raises(ValueError, match="does not begin"):
        consistency_proof(4, 3, all_nodes(leaf_hashes(3)))


@given(st.integers(0, 150), st.integers(0, 150))
def test_growing_in_two_steps_is_growing_in_one(first: int, second: int) -> None:
    leaves = leaf_hashes(first + second)
    half, _ = Tree().grown(leaves[:first])
    whole, _ = half.grown(leaves[first:])
    assert whole == Tree().grown(leaves)[0]
    assert whole.frontier == frontier_at(whole.size, all_nodes(leaves))


def test_a_frontier_that_does_not_belong_to_the_size_is_refused() -> None:
    with pytest.raises(ValueError, match="frontier"):
        Tree(3, (EMPTY_ROOT,))


@given(st.lists(st.integers(1, 90), min_size=1, max_size=12), st.data())
def test_tiles_written_batch_by_batch_answer_every_node(batches: list[int], data: st.DataObject) -> None:
    stored: dict[TilePlace, bytes] = {}
    tree = Tree()
    for count in batches:
        leaves = [leaf_hash(number.to_bytes(4, "big")) for number in range(tree.size, tree.size + count)]
        present = {place: stored[place] for place in growing_tiles(tree.size, count)}
        grown, completed = tree.grown(leaves)
        stored |= packed(completed, present, tree.size)
        tree = grown
    index = data.draw(st.integers(0, tree.size - 1))
    places = {tile_of(node) for node in needed(lambda read: inclusion_proof(index, tree.size, read))}
    fetched = reader({place: stored[place] for place in places})
    proof = inclusion_proof(index, tree.size, fetched)
    assert included(leaf_hash(index.to_bytes(4, "big")), index, tree.size, proof, tree.root())
    assert all(len(content) <= TILE_WIDTH * 32 for content in stored.values())


def test_a_tile_read_after_the_head_adds_nothing_the_head_does_not_know() -> None:
    tree, completed = Tree().grown(leaf_hashes(10))
    present = packed(completed, {}, 0)
    ahead = {TilePlace(0, 0): present[TilePlace(0, 0)] + leaf_hash(b"written by another")}
    _, more = tree.grown([leaf_hash(b"ours")])
    assert packed(more, ahead, tree.size)[TilePlace(0, 0)] == present[TilePlace(0, 0)] + leaf_hash(b"ours")


def test_a_tile_shorter_than_the_log_is_a_fault_not_a_gap() -> None:
    tree, _ = Tree().grown(leaf_hashes(10))
    _, more = tree.grown([leaf_hash(b"ours")])
    with pytest.raises(ValueError, match="shorter"):
        packed(more, {TilePlace(0, 0): b"\x00" * 32}, tree.size)
    with pytest.raises(KeyError):
        reader({TilePlace(0, 0): b"\x00" * 32})(Node(1, 0))
