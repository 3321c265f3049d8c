"""What is halted is refused, with the fuse that says so.

What a person is told comes from this read; that nothing slips through comes from the conditions in the approval's own
transaction (repository/fuses/halts.py).
"""

from mashangban.domains.claims import errors
from mashangban.domains.claims.repository.fuses import halts, trips
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.terms.fuses import Stop
from mashangban.kernel import clock
from mashangban.kernel.acts import Act


def require_free(act: Act, one: Claim, stop: Stop) -> None:
    """Nothing of a claim's stands still. Raises Halted with every fuse that halts it and since when."""
    found = trips.several(halts.found(one, act.actor, stop))
    if found:
        said = "；".join(
            f"“{fuse.kind.label}”熔断，从{clock.spoken(fuse.tripped_at)}起：{fuse.facts}" for fuse in found
        )
        raise errors.Halted(said, fuses=[fuse.id for fuse in found])
