"""What the log says of itself to anybody: its latest state, its keys, that it only grew."""

from mashangban.audit import repository, verifier
from mashangban.audit.errors import NoSuchState
from mashangban.audit.rules import checkpoints, merkle
from mashangban.audit.schemas import CheckpointView, ConsistencyView, KeysView
from mashangban.audit.service import tree


def latest_checkpoint() -> CheckpointView:
    """The log's latest signed state. Raises NoSuchState while it is empty."""
    signed = tree.head().checkpoint
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
    if not 1 <= old <= new <= tree.head().tree.size:
        raise NoSuchState()
    proof, old_root, new_root = tree.read(
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
