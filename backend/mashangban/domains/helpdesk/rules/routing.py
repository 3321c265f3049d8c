"""To which department a question goes, and who there is told of it: by topic, the county before the city. Pure."""

from collections.abc import Iterable

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.department import Department, Post
from mashangban.domains.helpdesk.terms import Level, PostKind, TicketTopic


def department_for(topic: TicketTopic, region: str, known: Iterable[Department]) -> Department:
    """The county's department for the topic, else the city's; else whoever takes what is left. Raises NoDepartment."""
    return departments_for(topic, region, known)[0]


def departments_for(topic: TicketTopic, region: str, known: Iterable[Department]) -> list[Department]:
    """All that may take it, in that order. Raises NoDepartment."""
    ranked = sorted(
        (rank, one.level is Level.STREET, one.name, one.id, one)
        for one in known
        if (rank := _rank(one, topic, region)) is not None
    )
    if not ranked:
        raise errors.NoDepartment()
    return [one[-1] for one in ranked]


def agents_for(topic: TicketTopic, kind: PostKind, posts: Iterable[Post]) -> list[str]:
    """Who is told, in order: those who are at the post for this very topic, then those who take all."""
    fit = [one for one in posts if kind in one.kinds and one.knows(topic)]
    return [one.person_id for one in sorted(fit, key=lambda one: (not one.topics, one.person_id))]


def _rank(one: Department, topic: TicketTopic, region: str) -> int | None:
    near = one.region == region
    if topic in one.topics:
        return 0 if near else 1
    return (2 if near else 3) if one.general else None
