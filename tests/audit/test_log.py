"""The log on the real engine: appending, proofs, receipts, keys."""

import json
import threading
from base64 import b64decode
from dataclasses import replace
from typing import Any

import pytest

from mashangban.audit import repository, service, verifier
from mashangban.audit.errors import AlteredEvent, NoSuchState, NotSequenced
from mashangban.audit.rules.chains import ChainFault, Fault
from mashangban.audit.rules.merkle import Tree, consistent
from mashangban.audit.rules.tiles import TILE_WIDTH
from mashangban.audit.service import appending
from mashangban.kernel import history, ids
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import TooLarge
from mashangban.kernel.events import Event, Subject, to_item
from mashangban.kernel.settings import Table
from tests.audit import build
from tests.audit.conftest import new_log

pytestmark = pytest.mark.usefixtures("own_log")
WORKERS = Table("workers")


def size_of_log() -> int:
    head = repository.head()
    return head.tree.size if head else 0


def all_leaves(logged: list[Event]) -> list[bytes]:
    """Leaf hashes in the order of the log."""
    leaves = sorted(
        (
            leaf
            for chain in {(e.subject.kind, e.subject.id) for e in logged}
            for leaf in repository.chain(":".join(chain))
        ),
        key=lambda leaf: leaf.index,
    )
    assert [leaf.index for leaf in leaves] == list(range(len(leaves)))
    return [verifier.leaf_hash(bytes.fromhex(leaf.hash)) for leaf in leaves]


def genuine(receipt: Any) -> bool:
    keys = verifier.keys_from_pem(service.public_keys().pem)
    return all(finding.good for finding in verifier.check(receipt.model_dump_json(), keys))


def test_an_empty_log_has_no_state_yet() -> None:
    with pytest.raises(NoSuchState):
        service.latest_checkpoint()
    assert service.public_keys().keys == []


def test_events_go_in_once_however_often_they_come() -> None:
    chain = build.chain_of(5)
    assert service.append(build.SYSTEM, chain[:3]) == 3
    assert service.append(build.SYSTEM, chain[:3]) == 0
    assert service.append(build.SYSTEM, [*chain, *chain]) == 2
    assert size_of_log() == 5


def test_a_receipt_of_every_event_and_of_the_whole_chain_is_genuine() -> None:
    person = ids.new_id()
    chains = [build.chain_of(length, act=build.act_of(person)) for length in (1, 2, 40)]
    for chain in chains:
        service.append(build.SYSTEM, chain)
    for chain in chains:
        assert genuine(service.receipt_of(chain[0].subject, len(chain)))
    for event in chains[2]:
        assert genuine(service.event_receipt(build.act_of(person).actor, event.id))


def test_the_log_grows_batch_by_batch_over_many_tiles_and_stays_consistent() -> None:
    logged, sizes = list[Event](), list[int]()
    for count in (1, 31, 1, 64, 33, 64, 7):
        batch = build.chain_of(count)
        service.append(build.SYSTEM, batch)
        logged += batch
        sizes.append(size_of_log())
    tree, _ = Tree().grown(all_leaves(logged))
    head = repository.head()
    assert head is not None
    assert head.tree == tree
    assert tree.size > 2 * TILE_WIDTH
    for old in sizes:
        view = service.consistency(old, tree.size)
        proof = [bytes.fromhex(step) for step in view.proof]
        assert consistent(old, tree.size, proof, bytes.fromhex(view.old_root), tree.root())


def test_many_sequencers_at_once_lose_nothing_and_double_nothing() -> None:
    chains = [build.chain_of(6) for _ in range(8)]
    everything = [event for chain in chains for event in chain]
    problems: list[BaseException] = []

    def sequencer(number: int) -> None:
        try:
            for chain in chains[number:] + chains[:number]:
                service.append(build.SYSTEM, chain)
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=sequencer, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    head = repository.head()
    assert head is not None
    assert head.tree == Tree().grown(all_leaves(everything))[0]
    assert head.tree.size == len(everything)


def test_a_second_event_at_the_same_place_is_refused_and_changes_nothing() -> None:
    chain = build.chain_of(2)
    service.append(build.SYSTEM, chain)
    with pytest.raises(AlteredEvent):
        service.append(build.SYSTEM, [replace(chain[1], actor="another")])
    assert size_of_log() == 2


def test_a_receipt_waits_for_the_log() -> None:
    chain = build.chain_of(3)
    with pytest.raises(NotSequenced):
        service.receipt_of(chain[0].subject)
    service.append(build.SYSTEM, [chain[0], chain[2]])
    assert len(service.receipt_of(chain[0].subject).events) == 1
    with pytest.raises(NotSequenced):
        service.receipt_of(chain[0].subject, version=3)


@pytest.mark.parametrize(("old", "new"), [(3, 2), (1, 9), (3, 9)])
def test_states_the_log_never_had_have_no_proof(old: int, new: int) -> None:
    service.append(build.SYSTEM, build.chain_of(8))
    with pytest.raises(NoSuchState):
        service.consistency(old, new)


def test_after_a_key_change_old_and_new_receipts_are_both_genuine(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = build.chain_of(2), build.chain_of(2)
    service.append(build.SYSTEM, before)
    old = service.receipt_of(before[0].subject)
    signer = build.new_signer()
    monkeypatch.setattr(appending, "_signer", lambda: signer)
    service.append(build.SYSTEM, after)
    new = service.receipt_of(after[0].subject)
    assert old.checkpoint.key_id != new.checkpoint.key_id
    assert genuine(old)
    assert genuine(new)
    assert {key["kid"] for key in service.public_keys().keys} == {
        old.checkpoint.key_id,
        new.checkpoint.key_id,
    }


def test_the_latest_checkpoint_is_signed_and_tells_size_and_root() -> None:
    service.append(build.SYSTEM, build.chain_of(3))
    view = service.latest_checkpoint()
    key = verifier.keys_from_pem(service.public_keys().pem)[view.key_id]
    head = repository.head()
    assert head is not None
    assert verifier.signed_by(key, view.text.encode(), b64decode(view.signature))
    assert (view.origin, view.size, view.root) == ("mashangban-test", 3, head.tree.root().hex())


def test_verification_accepts_a_receipt_and_shows_what_it_covers() -> None:
    chain = build.chain_of(3)
    service.append(build.SYSTEM, chain)
    view = service.verify(service.receipt_of(chain[0].subject).model_dump_json().encode())
    assert view.genuine
    assert view.covers is not None
    assert (view.covers.first, view.covers.last) == (1, 3)
    assert [finding.code for finding in view.findings] == ["form", "chain", "signature", "inclusion", "log"]


def test_an_old_receipt_still_agrees_with_the_log_after_it_has_grown() -> None:
    chain = build.chain_of(3)
    service.append(build.SYSTEM, chain)
    receipt = service.receipt_of(chain[0].subject).model_dump_json().encode()
    service.append(build.SYSTEM, build.chain_of(50))
    assert service.verify(receipt).genuine


def test_a_receipt_of_a_log_that_was_rewritten_since_is_reported(
    tables: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = build.chain_of(3)
    service.append(build.SYSTEM, chain)
    receipt = service.receipt_of(chain[0].subject).model_dump_json().encode()
    with new_log(tables) as other:
        monkeypatch.setenv("AUDIT_TABLE", other)
        service.append(build.SYSTEM, build.chain_of(5))
        view = service.verify(receipt)
    assert not view.genuine
    assert [finding.code for finding in view.findings if not finding.good] == ["log"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"{}", b"null"])
def test_verification_of_anything_else_says_so(data: bytes) -> None:
    view = service.verify(data)
    assert not view.genuine
    assert [finding.code for finding in view.findings] == ["form"]


def test_a_receipt_of_unreasonable_size_is_refused() -> None:
    with pytest.raises(TooLarge):
        service.verify(b" " * (service.MAX_RECEIPT + 1))


def test_a_stored_chain_is_compared_with_the_log() -> None:
    chain = build.chain_of(3, Subject("contract", ids.new_id()))
    for event in chain:
        client().put_item(TableName=WORKERS.physical, Item=to_item(event))
    service.append(build.SYSTEM, chain)
    assert service.check_chain(WORKERS, chain[0].subject) == []
    forged = to_item(chain[1]) | {"actor": {"S": "another"}}
    client().put_item(TableName=WORKERS.physical, Item=forged)
    found = service.check_chain(WORKERS, chain[0].subject)
    assert ChainFault(Fault.REWRITTEN, 2) in found
    assert ChainFault(Fault.ALTERED, 2) in found
    assert len(history.of(WORKERS, chain[0].subject)) == 3


def test_a_receipt_names_nobody() -> None:
    chain = build.chain_of(2)
    service.append(build.SYSTEM, chain)
    content = json.loads(service.receipt_of(chain[0].subject).model_dump_json())
    assert set(content["events"][0]) == set(chain[0].leaf())
