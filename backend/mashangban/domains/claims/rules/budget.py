"""A budget line in parts, so that many approvals draw from it side by side and none draws what is not there. Pure."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mashangban.domains.claims import errors
from mashangban.domains.claims.terms import SHARDS
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """What a policy may cost in all; what is left of it lies in its shards. `asked_fen` is the total that `asked_by`
    wants it raised to and that a second person has yet to confirm; 0 where nobody asked."""

    policy_id: str
    title: str
    region: str
    total_fen: int
    asked_fen: int = 0
    asked_by: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("budgetline", self.policy_id)

    @property
    def place(self) -> Place:
        return Place(region=self.region)


def asked(line: BudgetLine, total_fen: int, person_id: str) -> BudgetLine:
    """The line that somebody wants raised; an earlier wish counts no more. Raises BudgetLowered."""
    if total_fen <= line.total_fen:
        raise errors.BudgetLowered()
    return replace(line, asked_fen=total_fen, asked_by=person_id)


def raised(line: BudgetLine, total_fen: int, person_id: str) -> BudgetLine:
    """The line with more money, by the word of a second person on the sum that was asked for.

    Raises BudgetNotAsked, BudgetSameHands.
    """
    if not line.asked_fen or line.asked_fen != total_fen:
        raise errors.BudgetNotAsked()
    if person_id == line.asked_by:
        raise errors.BudgetSameHands()
    return replace(line, total_fen=total_fen, asked_fen=0, asked_by="")


def spread(fen: int) -> tuple[int, ...]:
    """An amount over the shards, to the fen."""
    part, rest = divmod(fen, SHARDS)
    return tuple(part + (1 if number < rest else 0) for number in range(SHARDS))


def choose(left: Sequence[int], amount_fen: int, claim_id: str) -> int | None:
    """A shard that has enough, beginning at a place of the claim's own; None when no single one has."""
    start = zlib.crc32(claim_id.encode()) % len(left)
    order = [(start + number) % len(left) for number in range(len(left))]
    return next((one for one in order if left[one] >= amount_fen), None)


def gathering(left: Sequence[int], amount_fen: int, claim_id: str) -> tuple[int, dict[int, int]] | None:
    """Where to gather an amount and what each other shard gives, the fullest first; None when all have not enough."""
    if sum(left) < amount_fen:
        return None
    into = zlib.crc32(claim_id.encode()) % len(left)
    lacks, given = amount_fen - left[into], {}
    for one in sorted(range(len(left)), key=lambda number: -left[number]):
        if one != into and lacks > 0 and left[one]:
            given[one] = min(left[one], lacks)
            lacks -= given[one]
    return into, given
