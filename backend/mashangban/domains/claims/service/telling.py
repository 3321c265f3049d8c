"""Whom a step of a claim concerns, in which words (templates of the notices room)."""

from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.rules.fuses.fuse import Fuse
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, in_region, notice

_MOST = 3
_PAGE = "/claims/pages/claim/index?id="


def enterprise(one: Claim, kind: str, *, mark: str = "", **values: str) -> tuple[Message, ...]:
    """Tell the people who act for the enterprise; `mark` tells apart what is no step of the claim itself."""
    people = Scope("org", one.enterprise_id)
    posts = [Grant(role, people) for role in (Role.OPERATOR, Role.ENTERPRISE_ADMIN)]
    return (_notice(one, kind, posts, values, _PAGE + one.id, mark),)


def officers(
    one: Claim, kind: str, *, above: bool = False, mark: str = "", **values: str
) -> tuple[Message, ...]:
    """Tell the office of the policy's region, or the one above it."""
    region = one.terms.region[:-2] if above and len(one.terms.region) > 2 else one.terms.region
    return (_notice(one, kind, [identity.office_of(region)], values, "", mark),)


def supervisors(one: Fuse, kind: str, *, above: bool) -> tuple[Message, ...]:
    """Tell the office of a fuse's region, and the one above it where something stands still."""
    wider = {one.region, one.region[:-2]} if above and len(one.region) > 2 else {one.region}
    told = notice(
        Whom(posts=[identity.office_of(region) for region in sorted(wider)], most=_MOST),
        kind,
        {"what": one.title, "name": one.kind.label},
        dedupe=f"{one.id}|{kind}",
        place=in_region(one.region),
    )
    return (told,)


def _notice(
    one: Claim, kind: str, posts: list[Grant], values: dict[str, str], link: str, mark: str
) -> Message:
    return notice(
        Whom(posts=posts, most=_MOST),
        kind,
        {"number": one.number, "what": one.terms.title, **values},
        link=link,
        dedupe=f"{one.id}|{kind}|{mark or one.version + 1}",
        place=in_region(one.terms.region, one.enterprise_id),
    )
