"""Who may see a conversation, and as whom: its asker, its departments, supervision, whoever has its ticket."""

from dataclasses import dataclass

from mashangban.domains.helpdesk import errors, permissions
from mashangban.domains.helpdesk.repository import talks
from mashangban.domains.helpdesk.rules import department as rules
from mashangban.domains.helpdesk.rules import duty
from mashangban.domains.helpdesk.rules.department import Post
from mashangban.domains.helpdesk.rules.talk import Talk, held
from mashangban.domains.helpdesk.service import access
from mashangban.domains.helpdesk.terms.talking import Side
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal, Role


@dataclass(frozen=True, slots=True)
class TalkStanding:
    """What somebody is to a conversation; `serves` means that it may be theirs to answer, `watch` to supervise."""

    asker: bool
    serves: bool
    sees: bool
    watch: bool

    @property
    def side(self) -> Side:
        return Side.ASKER if self.asker else Side.AGENT


def find(act: Act, talk_id: str) -> tuple[Talk, TalkStanding]:
    """A conversation and what the caller is to it. Raises NotFound for whoever has no part in it."""
    one = talks.get(talk_id)
    standing = _standing(act, one)
    if not (standing.asker or standing.sees):
        raise NotFound()
    return one, standing


def own(act: Act, talk_id: str) -> Talk:
    """The asker's own conversation. Raises NotFound for everybody else."""
    one = talks.get(talk_id)
    if one.asker_id != act.actor.person_id:
        raise NotFound()
    return one


def speaking(act: Act, talk_id: str) -> tuple[Talk, Side]:
    """A conversation for one of the two who talk. Raises NotFound, TalkEnded, TalkNotHeld."""
    one, standing = find(act, talk_id)
    if not standing.asker:
        held(one, act.actor.person_id)
    return one, standing.side


def serving(act: Act, talk_id: str) -> tuple[Talk, Role]:
    """A conversation for whoever may answer at its post. Raises NotFound, WrongPost."""
    one, standing = find(act, talk_id)
    if not standing.serves or standing.asker:
        raise errors.WrongPost()
    return one, act.actor.role_for(permissions.SERVE, one.desk.place)


def over(act: Act, talk_id: str) -> tuple[Talk, Role]:
    """A conversation for somebody who supervises its county. Raises NotFound, WrongPost."""
    one, standing = find(act, talk_id)
    if not standing.watch or standing.asker:
        raise errors.WrongPost()
    return one, access.role_over(act, one)


def role(act: Act, one: Talk, side: Side) -> Role:
    """In which role one of the two acts. Raises NotFound beyond reach."""
    return Role.PERSON if side is Side.ASKER else act.actor.role_for(permissions.SERVE, one.desk.place)


def posts(actor: Principal) -> list[Post]:
    """Where somebody may answer. Raises Forbidden for whoever holds no such role."""
    return [one for one in access.posts_within(actor, permissions.SERVE) if rules.answers(one)]


def require_post(actor: Principal) -> list[Post]:
    """Where somebody may answer, which is somewhere. Raises NoPost, Forbidden for whoever holds no such role."""
    if found := posts(actor):
        return found
    raise errors.NoPost()


def _standing(act: Act, one: Talk) -> TalkStanding:
    actor = act.actor
    asker = bool(one.asker_id) and one.asker_id == actor.person_id
    if not actor.holds(permissions.QUEUES):
        return TalkStanding(asker, serves=False, sees=False, watch=False)
    found = access.posts_within(actor, permissions.QUEUES)
    here = [post for post in found if post.desk.id == one.desk.id]
    serves = actor.holds(permissions.SERVE) and actor.person_id in duty.fit(one.topic, one.post, here)
    over_it = any(rules.watches(post, one.region) for post in found)
    part = over_it or any(post.desk.id in one.desks for post in found)
    watch = over_it and actor.holds(permissions.SUPERVISE)
    return TalkStanding(asker, serves, part or _has_ticket(act, one), watch)


def _has_ticket(act: Act, one: Talk) -> bool:
    if not one.ticket_id:
        return False
    try:
        access.find(act, one.ticket_id)
    except NotFound:
        return False
    return True
