"""Who is on duty now: at a department, or for a place and a topic."""

from mashangban.domains.helpdesk.repository import departments, duties
from mashangban.domains.helpdesk.rules import duty, routing
from mashangban.domains.helpdesk.rules.department import Department, city_of
from mashangban.domains.helpdesk.rules.duty import Duty
from mashangban.domains.helpdesk.schemas import TalkPlace
from mashangban.domains.helpdesk.terms import PostKind, TicketTopic
from mashangban.kernel.acts import Act

# The county's own, the city's, and the general desks of both.
_MOST_DESKS = 4


def there_at(act: Act, desk_id: str, topic: TicketTopic, post: PostKind, but: str = "") -> list[Duty]:
    """Who is on duty at a department and may answer; `but` is whoever asks, who is no agent of their own matter."""
    people = [one for one in duty.fit(topic, post, departments.posts_at(desk_id)) if one != but]
    known = duties.of_all(people) if people else {}
    return [known[one] for one in people if one in known and known[one].there(act.at)]


def manned(act: Act, place: TalkPlace) -> tuple[Department, list[Duty]]:
    """The first department in order at which somebody is on duty, else the first of all with nobody."""
    known = departments.all_in(place.region) + departments.all_in(city_of(place.region))
    ranked = routing.departments_for(place.topic, place.region, known)[:_MOST_DESKS]
    for one in ranked:
        if there := there_at(act, one.id, place.topic, PostKind.FRONT, act.actor.person_id):
            return one, there
    return ranked[0], []
