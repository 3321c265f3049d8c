"""Acts of the log: take events in, hand out proofs, check receipts."""

import random
import time
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeVar

from mashangban.audit import permissions, repository, verifier
from mashangban.audit.errors import HeadMoved, NoSuchState, NotSequenced
from mashangban.audit.repository import Growth
from mashangban.audit.rules import chains, checkpoints, merkle, tiles
from mashangban.audit.rules.chains import ChainFault, Leaf
from mashangban.audit.rules.checkpoints import Head, Signer
from mashangban.audit.rules.merkle import NodeReader, Tree
from mashangban.audit.schemas import (
    CheckpointView,
    ConsistencyView,
    EntryView,
    FindingView,
    KeysView,
    ReceiptView,
    SubjectLogView,
    VerificationView,
)
from mashangban.kernel import events as kernel_events
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy, NotFound, TooLarge
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Place, Principal
from mashangban.kernel.secret_store import secret
from mashangban.kernel.settings import Table, settings

MOST_AT_ONCE = 64
"""Events of one append: with head, key and tiles well under the 100 items of a transaction."""
MAX_RECEIPT = 256 * 1024
_TRIES = 8
_FIRST_PAUSE = 0.01
T = TypeVar("T")


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


def latest_checkpoint() -> CheckpointView:
    """The log's latest signed state. Raises NoSuchState while it is empty."""
    signed = _head().checkpoint
    log = verifier.Checkpoint.parsed(signed.text)
    return CheckpointView(
        text=signed.text,
        signature=signed.signature,
        key_id=signed.key_id,
        origin=log.origin,
        size=log.size,
        root=log.root.hex(),
        at=log.at,
    )


def public_keys() -> KeysView:
    """Every key the log has signed with."""
    keys = repository.keys().values()
    return KeysView(
        keys=[checkpoints.jwk_of(key) for key in keys], pem="".join(map(checkpoints.pem_of, keys))
    )


def consistency(old: int, new: int) -> ConsistencyView:
    """Proof that the log of `new` entries begins with the log of `old`. Raises NoSuchState."""
    if not 1 <= old <= new <= _head().tree.size:
        raise NoSuchState()
    proof, old_root, new_root = _read(
        lambda read: (
            merkle.consistency_proof(old, new, read),
            merkle.root_at(old, read),
            merkle.root_at(new, read),
        )
    )
    return ConsistencyView(
        old_size=old,
        new_size=new,
        old_root=old_root.hex(),
        new_root=new_root.hex(),
        proof=[step.hex() for step in proof],
    )


def receipt_of(subject: Subject, version: int | None = None) -> ReceiptView:
    """The receipt of a subject's whole chain, for the domain that has found its caller entitled.

    With `version` (the subject's present one) it is complete or not given. Raises NotSequenced while the log lags.
    """
    leaves = chains.unbroken_start(repository.chain(_text(subject)))
    if not leaves or (version is not None and leaves[-1].place[1] < version):
        raise NotSequenced()
    return _receipt(leaves)


def subject_receipt(actor: Principal, kind: str, identity: str) -> ReceiptView:
    """The same for whoever acted in the matter. Raises NotFound beyond reach."""
    subject_log(actor, kind, identity)
    return receipt_of(Subject(kind, identity))


def event_receipt(actor: Principal, event_id: str) -> ReceiptView:
    """The receipt of one event, for whoever did it. Raises NotFound beyond reach."""
    leaf = repository.leaf_of(event_id)
    if leaf is None:
        raise NotFound()
    _require_part(actor, [leaf])
    return _receipt([leaf])


def subject_log(actor: Principal, kind: str, identity: str) -> SubjectLogView:
    """A subject's log, for whoever acted in it. Raises NotFound beyond reach."""
    leaves = repository.chain(_text(Subject(kind, identity)))
    _require_part(actor, leaves)
    return log_view(_text(Subject(kind, identity)), leaves)


def log_view(subject: str, leaves: Sequence[Leaf]) -> SubjectLogView:
    """How a chain is shown."""
    whole = len(chains.unbroken_start(leaves)) == len(leaves)
    linked = all(after.event["previous"] == before.hash for before, after in pairwise(leaves))
    return SubjectLogView(
        subject=subject, complete=whole and linked, entries=[_entry(leaf) for leaf in leaves]
    )


def check_chain(table: Table, subject: Subject) -> list[ChainFault]:
    """Compare a subject's events in their own table with the log; an empty list means untouched.

    For the functions that may read both tables; PENDING is normal for a moment after an act.
    """
    items = history.items_of(table, subject)
    stored = [(kernel_events.from_item(item), item["hash"]["S"]) for item in items]
    return chains.faults(stored, repository.chain(_text(subject)))


def verify(receipt: bytes) -> VerificationView:
    """Check a receipt as the offline verifier does, and against the log as it stands now. Anyone may ask."""
    if len(receipt) > MAX_RECEIPT:
        raise TooLarge()
    text = receipt.decode("utf-8", "replace")
    findings = verifier.check(text, repository.keys())
    if not all(finding.good for finding in findings):
        return VerificationView(genuine=False, findings=[_finding(finding) for finding in findings])
    content = verifier.parsed(text)
    findings.append(_same_log(verifier.Checkpoint.parsed(content["checkpoint"]["text"])))
    return VerificationView(
        genuine=findings[-1].good,
        findings=[_finding(finding) for finding in findings],
        covers=content["covers"],
        events=content["events"],
    )


def _same_log(claimed: verifier.Checkpoint) -> verifier.Finding:
    """A receipt signed with our key must stand in today's log too: else the log itself was rewritten."""
    if (
        claimed.size <= _head().tree.size
        and _read(lambda read: merkle.root_at(claimed.size, read)) == claimed.root
    ):
        return verifier.Finding("log", True, "与现在的日志一致", "agrees with the log as it stands now")
    return verifier.Finding(
        "log", False, "与现在的日志不一致，请报告", "does not agree with the log: report it"
    )


def _receipt(leaves: Sequence[Leaf]) -> ReceiptView:
    head = _head()  # read after the leaves, so it covers them
    proof = _read(lambda read: merkle.inclusion_proof(leaves[-1].index, head.tree.size, read))
    return ReceiptView.model_validate(chains.receipt(leaves, proof, head.checkpoint))


def _read(compute: Callable[[NodeReader], T]) -> T:
    """Run a computation over the tree with exactly the tiles it needs."""
    places = {tiles.tile_of(node) for node in merkle.needed(compute)}
    return compute(tiles.reader(repository.tiles(places)))


def _require_part(actor: Principal, leaves: Sequence[Leaf]) -> None:
    persons = frozenset(leaf.event["actor"] for leaf in leaves)
    actor.reach(permissions.READ_SUBJECT).require(Place(persons=persons))


def _head() -> Head:
    head = repository.head()
    if head is None:
        raise NoSuchState()
    return head


@cache
def _signer() -> Signer:
    return Signer.from_pem(secret("log-signing-key"))


def _text(subject: Subject) -> str:
    return f"{subject.kind}:{subject.id}"


def _entry(leaf: Leaf) -> EntryView:
    shown = {name: leaf.event[name] for name in ("version", "type", "at", "actor", "role")}
    return EntryView(event_id=leaf.event["id"], hash=leaf.hash, index=leaf.index, **shown)


def _finding(finding: verifier.Finding) -> FindingView:
    return FindingView.model_validate(finding._asdict())
