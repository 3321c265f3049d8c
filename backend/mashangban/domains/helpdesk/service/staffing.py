"""Whom a department's keeper may put at its posts: officers whose role reaches it, and whoever is there already."""

from mashangban.domains.helpdesk import permissions
from mashangban.domains.helpdesk.repository import departments
from mashangban.domains.helpdesk.rules.department import Department, Post
from mashangban.domains.helpdesk.schemas import PostCandidate
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Role, Scope


def candidates(act: Act, department_id: str) -> list[PostCandidate]:
    """Those at posts first. Raises UnknownDepartment, NotFound beyond reach."""
    one = departments.get(department_id)
    act.actor.reach(permissions.KEEP).require(one.place)
    held = {post.person_id: post for post in departments.posts_at(one.id)}
    return [_candidate(person, held.get(person)) for person in dict.fromkeys((*held, *_officers(act, one)))]


def _officers(act: Act, one: Department) -> list[str]:
    """A city's officers reach its counties too; a county's reach only their own."""
    held = ((Role.COUNTY_OFFICER, one.region), (Role.CITY_OFFICER, one.region[:4]))
    return [
        person for role, region in held for person in identity.holders(role, Scope("region", region), act.at)
    ]


def _candidate(person_id: str, post: Post | None) -> PostCandidate:
    found = identity.person(person_id)
    return PostCandidate(
        person_id=person_id,
        label=f"{found.label}（{found.username}）" if found.username else found.label,
        kinds=list(post.kinds) if post else [],
        topics=list(post.topics) if post else [],
    )
