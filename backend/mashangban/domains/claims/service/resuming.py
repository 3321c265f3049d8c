"""A released fuse: what the rules had said yes to goes on by itself; payments are found by the clock."""

from collections.abc import Iterator

from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository.fuses import trips
from mashangban.domains.claims.rules.fuses.fuse import Fuse
from mashangban.domains.claims.service import approving
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.claims.terms.fuses import FuseScope
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import PageRequest

_PAGE = 100
_MOST_PAGES = 20


def go_on(act: Act, fuse_id: str) -> None:
    """Approve what waited for nothing else. What an office decides is left to it."""
    for claim_id in _waiting(trips.get(fuse_id)):
        approving.approve_by_rules(act, claim_id)


def _waiting(one: Fuse) -> Iterator[str]:
    if one.scope is FuseScope.CLAIM:
        yield from one.targets
    elif one.scope is FuseScope.POLICY:
        yield from _of_policy(one)
    elif one.scope is FuseScope.ENTERPRISES:
        for enterprise_id in one.targets:
            found = claims.of_enterprise(enterprise_id, PageRequest(limit=_PAGE)).items
            yield from (claim.id for claim in found if claim.state is ClaimState.DECIDING)


def _of_policy(one: Fuse) -> Iterator[str]:
    asked = PageRequest(limit=_PAGE)
    for _ in range(_MOST_PAGES):
        page = claims.at_desk(one.region, ClaimState.DECIDING, asked)
        yield from (claim.id for claim in page.items if claim.terms.policy_id == one.policy_id)
        if page.next_cursor is None:
            return
        asked = PageRequest(page.next_cursor, _PAGE)
