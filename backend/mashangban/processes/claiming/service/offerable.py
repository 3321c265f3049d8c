"""The policies by which an office lists enterprises that need not apply."""

from mashangban.domains.claims import permissions
from mashangban.domains.claims.repository import budgets, offers
from mashangban.domains.policies.repository import listing as listed
from mashangban.domains.policies.rules.listing import region_list
from mashangban.domains.policies.rules.policy import Edition
from mashangban.domains.policies.service import presenting
from mashangban.domains.policies.terms.items import Mode, WindowState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import MAX_LIMIT, Page, PageRequest
from mashangban.kernel.permissions import Place
from mashangban.processes.claiming.schemas.lists import OfferablePolicy
from mashangban.processes.claiming.service import basing, listing

_NEWEST = PageRequest(limit=1)
_MOST_PASSED = 20  # pages of fifty policies


def in_region(act: Act, region: str, page: PageRequest) -> Page[OfferablePolicy]:
    """Those in force of an office's region. Pages without any of them are passed over, so that none is shown empty."""
    act.actor.reach(permissions.REVIEW).require(Place(region=region))
    for _ in range(_MOST_PASSED):
        found = listed.named(region_list(region), "", PageRequest(page.cursor, MAX_LIMIT))
        rows = [_view(act, one.id, one.content) for one in found.items if _automatic(one.content)]
        if rows or found.next_cursor is None:
            return Page(rows, found.next_cursor)
        page = PageRequest(found.next_cursor)
    return Page([], page.cursor)


def show(act: Act, policy_id: str) -> OfferablePolicy:
    """One of them. Raises NotFound beyond reach, and for one that enterprises apply for."""
    policy, edition = basing.in_force(policy_id)
    act.actor.reach(permissions.REVIEW).require(policy.place)
    if not _automatic(edition):
        raise NotFound()
    return _view(act, policy.id, edition)


def _automatic(edition: Edition) -> bool:
    return edition.mode is Mode.AUTOMATIC


def _view(act: Act, policy_id: str, edition: Edition) -> OfferablePolicy:
    last = offers.of_policy(policy_id, _NEWEST).items
    line = budgets.find(policy_id)
    ends = edition.ends_on.isoformat() if edition.ends_on else "长期"
    return OfferablePolicy(
        id=policy_id,
        title=edition.title,
        department_label=edition.department.label,
        award=presenting.award(edition.award),
        audience=edition.audience,
        window=f"{edition.opens_on.isoformat()} 至 {ends}",
        open=edition.window(clock.local_date(act.at)) is WindowState.OPEN,
        left_fen=sum(budgets.left(policy_id)) if line else None,
        last=listing.view(last[0]) if last else None,
    )
