"""Receipts and logs of subjects, and the comparison of a stored chain with the log."""

from collections.abc import Sequence
from itertools import pairwise

from mashangban.audit import permissions, repository
from mashangban.audit.errors import NotSequenced
from mashangban.audit.rules import chains, merkle
from mashangban.audit.rules.chains import ChainFault, Leaf
from mashangban.audit.schemas import EntryView, ReceiptView, SubjectLogView
from mashangban.audit.service import tree
from mashangban.kernel import events as kernel_events
from mashangban.kernel import history
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Place, Principal
from mashangban.kernel.settings import Table

_LONGEST_ID = 200
"""Longer than any id of ours and short enough for a key."""


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
    leaf = repository.leaf_of(event_id) if len(event_id) <= _LONGEST_ID else None
    if leaf is None:
        raise NotFound()
    _require_part(actor, [leaf])
    return _receipt([leaf])


def subject_log(actor: Principal, kind: str, identity: str) -> SubjectLogView:
    """A subject's log, for whoever acted in it. Raises NotFound beyond reach."""
    text = _text(Subject(kind, identity))
    leaves = repository.chain(text) if len(text) <= _LONGEST_ID else []
    if not leaves:
        raise NotFound()
    _require_part(actor, leaves)
    return log_view(text, leaves)


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


def _receipt(leaves: Sequence[Leaf]) -> ReceiptView:
    head = tree.head()  # read after the leaves, so it covers them
    proof = tree.read(lambda read: merkle.inclusion_proof(leaves[-1].index, head.tree.size, read))
    return ReceiptView.model_validate(chains.receipt(leaves, proof, head.checkpoint))


def _require_part(actor: Principal, leaves: Sequence[Leaf]) -> None:
    persons = frozenset(leaf.event["actor"] for leaf in leaves)
    actor.reach(permissions.READ_SUBJECT).require(Place(persons=persons))


def _text(subject: Subject) -> str:
    return f"{subject.kind}:{subject.id}"


def _entry(leaf: Leaf) -> EntryView:
    shown = {name: leaf.event[name] for name in ("version", "type", "at", "actor", "role")}
    return EntryView(event_id=leaf.event["id"], hash=leaf.hash, index=leaf.index, **shown)
