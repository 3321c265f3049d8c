"""Who left the platform for good (个人信息保护法 Art. 47): their plans are nobody's, they follow nothing."""

from dataclasses import replace

from mashangban.domains.guides import events
from mashangban.domains.guides.models import TABLE
from mashangban.domains.guides.repository import followers, plans
from mashangban.domains.guides.rules.plan import Plan, end_help
from mashangban.domains.guides.terms import PlanState
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Role


def forget(act: Act, person_id: str) -> None:
    """Told twice, it changes nothing more."""
    followers.forget(person_id)
    while found := plans.of_person(person_id, PageRequest(limit=MAX_LIMIT)).items:
        for one in found:
            history.drop_letters(TABLE, one.subject)
            plans.move(act, one, _nobodys(one), following(act, events.PLAN_FORGOTTEN, one, Role.SYSTEM))


def _nobodys(one: Plan) -> Plan:
    state = PlanState.ENDED if one.state is PlanState.OPEN else one.state
    return replace(end_help(one), person_id="", answers={}, papers=(), state=state)
