"""From which post somebody acts: a role reaches the department's region, and the department put them at a post."""

from dataclasses import dataclass

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.repository import departments, tickets
from mashangban.domains.helpdesk.rules import department as rules
from mashangban.domains.helpdesk.rules.department import Desk, Post
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.terms import PostKind
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Permission, Principal, Role


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is to a ticket: its asker, at posts of departments that have a part in it, or over it."""

    asker: bool
    posts: tuple[Post, ...]
    watch: bool

    def at(self, desk: Desk) -> frozenset[PostKind]:
        """The posts somebody has at a department."""
        return frozenset(kind for post in self.posts if post.desk.id == desk.id for kind in post.kinds)


def find(act: Act, ticket_id: str) -> tuple[Ticket, Standing]:
    """A ticket and what the caller is to it. Raises NotFound for whoever has no part in it."""
    one = tickets.get(ticket_id)
    standing = _standing(act.actor, one)
    if not (standing.asker or standing.posts or standing.watch):
        raise NotFound()
    return one, standing


def own(act: Act, ticket_id: str) -> Ticket:
    """The asker's own ticket. Raises NotFound for everybody else."""
    one = tickets.get(ticket_id)
    if one.asker_id != act.actor.person_id:
        raise NotFound()
    return one


def at_desk(act: Act, ticket_id: str) -> tuple[Ticket, Role]:
    """A ticket for somebody at 应答 or 主办 of the department that holds it. Raises NotFound, WrongPost."""
    one, standing = find(act, ticket_id)
    wanted = {PostKind.LEAD} if one.post is PostKind.LEAD else {PostKind.FRONT, PostKind.LEAD}
    if not wanted & standing.at(one.desk):
        raise errors.WrongPost()
    return one, role_at(act, one.desk)


def over(act: Act, ticket_id: str) -> tuple[Ticket, Role]:
    """A ticket for somebody who supervises its county. Raises NotFound, WrongPost."""
    one, standing = find(act, ticket_id)
    if not standing.watch:
        raise errors.WrongPost()
    return one, role_over(act, one)


def role_at(act: Act, desk: Desk) -> Role:
    """The role in which somebody answers for a department. Raises NotFound beyond reach."""
    return act.actor.role_for(permissions.ANSWER, desk.place)


def role_over(act: Act, one: Ticket | Talk) -> Role:
    """The role in which somebody supervises: it reaches the matter's county or the department's region."""
    reach = act.actor.reach(permissions.SUPERVISE)
    place = one.place if reach.covers(one.place) else one.desk.place
    return act.actor.role_for(permissions.SUPERVISE, place)


def posts_within(actor: Principal, permission: Permission) -> list[Post]:
    """Somebody's posts, at departments that their role reaches. Raises Forbidden for whoever holds no such role."""
    reach = actor.reach(permission)
    return [post for post in departments.posts_of(actor.person_id) if reach.covers(post.desk.place)]


def _standing(actor: Principal, one: Ticket) -> Standing:
    asker = bool(one.asker_id) and one.asker_id == actor.person_id
    if not actor.holds(permissions.LIST):
        return Standing(asker, (), False)
    held = posts_within(actor, permissions.LIST)
    watch = actor.holds(permissions.SUPERVISE) and any(rules.watches(post, one.region) for post in held)
    return Standing(asker, tuple(post for post in held if post.desk.id in one.desks), watch)
