"""What supervision sees of a region: who waits where and since when, who is there, with how many."""

from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.repository import departments, duties, talks
from mashangban.domains.helpdesk.rules import department as rules
from mashangban.domains.helpdesk.rules.department import Department
from mashangban.domains.helpdesk.rules.duty import Duty
from mashangban.domains.helpdesk.schemas import AgentRow, QueueRow, QueuesQuery
from mashangban.domains.helpdesk.service import shifts
from mashangban.domains.helpdesk.terms.talking import MOST_COUNTED
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place


def in_region(act: Act, query: QueuesQuery) -> Page[QueueRow]:
    """The departments of a county or a city with their queues. Raises NotFound beyond reach."""
    act.actor.reach(permissions.QUEUES).require(Place(region=query.region))
    return departments.in_region(query.region, query.page).map(lambda one: _queue(act, one))


def _queue(act: Act, one: Department) -> QueueRow:
    waiting = talks.waiting_at(one.id)
    people = [post.person_id for post in departments.posts_at(one.id) if rules.answers(post)]
    known = duties.of_all(people) if people else {}
    down = [shift.person_id for shift in shifts.running(one.desk, act.at)]
    agents = [known.get(person, Duty(person)) for person in people if person in known or person in down]
    return QueueRow(
        department_id=one.id,
        desk_name=one.name,
        waiting=len(waiting),
        waiting_most=MOST_COUNTED,
        waits_since=waiting[0].opened_at if waiting else None,
        agents=[_agent(act, each, down) for each in agents],
    )


def _agent(act: Act, one: Duty, down: list[str]) -> AgentRow:
    return AgentRow(
        label=identity.person(one.person_id).label,
        on_shift=one.person_id in down,
        state_label=one.state.label,
        there=one.there(act.at),
        talks=one.talks,
        most=one.most,
    )
