"""Whom a new match concerns: the people who act for the enterprise, each told of a policy once."""

from mashangban.domains.policies.rules.matching import Match
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, notice

_MOST_PEOPLE = 5
_MOST_NAMES = 3


def met(enterprise_id: str, news: tuple[Match, ...]) -> tuple[Message, ...]:
    """One notice a person about all that is newly met; why is read in the policy itself."""
    if not news:
        return ()
    named = "、".join(f"“{one.title}”" for one in news[:_MOST_NAMES])
    values = {"what": named if len(news) <= _MOST_NAMES else f"{named}等 {len(news)} 项政策"}
    occasion = "|".join(f"{one.policy_id}" for one in news)
    roles, scope = (Role.ENTERPRISE_ADMIN, Role.OPERATOR), Scope("org", enterprise_id)
    told = notice(
        Whom(posts=[Grant(role, scope) for role in roles], most=_MOST_PEOPLE),
        "policies.met",
        values,
        link=f"/policies/pages/mine/index?org={enterprise_id}",
        dedupe=f"{enterprise_id}|{occasion}"[:300],
    )
    return (told,)
