"""Kept words: an agent's own, and a department's, which its 主办 keeps for all of them."""

from dataclasses import replace

from mashangban.domains.helpdesk import errors, events, permissions
from mashangban.domains.helpdesk.repository import canned
from mashangban.domains.helpdesk.rules.canned import Canned
from mashangban.domains.helpdesk.rules.department import Post
from mashangban.domains.helpdesk.schemas import CannedForm, CannedView
from mashangban.domains.helpdesk.service import talk_access
from mashangban.domains.helpdesk.terms import PostKind
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role


def listed(act: Act) -> list[CannedView]:
    """What one may send: one's own first, then that of each department."""
    posts = {post.desk.id: post for post in talk_access.posts(act.actor)}
    own = [_view(one, "我的", may_change=True) for one in canned.of(act.actor.person_id)]
    return own + [
        _view(one, post.desk.name, may_change=_keeps(post))
        for post in posts.values()
        for one in canned.of(post.desk.id)
    ]


def keepers(act: Act) -> list[tuple[str, str]]:
    """For whom one may keep words: oneself, and departments where one is at 主办."""
    posts = [post for post in talk_access.posts(act.actor) if _keeps(post)]
    return [("", "我自己"), *dict.fromkeys((post.desk.id, post.desk.name) for post in posts)]


def show(act: Act, canned_id: str) -> CannedView:
    """Kept words for whoever may change them. Raises NotFound, WrongPost."""
    one, _ = _mine(act, canned_id)
    return _view(one, "", may_change=True)


def keep(act: Act, given: CannedForm) -> CannedView:
    """Keep new words. Raises NoPost, WrongPost, TooManyCanned."""
    owner = given.department_id or act.actor.person_id
    new = Canned(ids.new_id(act.at), owner, given.shortcut, given.text)
    event = following(act, events.CANNED_KEPT, new, _role(act, owner))
    answer = _view(new, "", may_change=True)
    canned.create(act, new, event, answer)
    return answer


def change(act: Act, canned_id: str, given: CannedForm) -> CannedView:
    """Other words under the same or another name. Raises NotFound, WrongPost."""
    one, role = _mine(act, canned_id)
    return _write(act, one, replace(one, shortcut=given.shortcut, text=given.text), role)


def withdraw(act: Act, canned_id: str) -> CannedView:
    """Nobody sends them any more. Raises NotFound, WrongPost."""
    one, role = _mine(act, canned_id)
    return _write(act, one, replace(one, text=""), role)


def _write(act: Act, one: Canned, after: Canned, role: Role) -> CannedView:
    answer = _view(after, "", may_change=True)
    canned.change(act, one, after, following(act, events.CANNED_KEPT, one, role), answer)
    return answer


def _mine(act: Act, canned_id: str) -> tuple[Canned, Role]:
    one = canned.get(canned_id)
    if not one.text:
        raise NotFound()
    return one, _role(act, one.owner_id)


def _role(act: Act, owner_id: str) -> Role:
    """The role in which somebody keeps words for an owner. Raises NoPost, WrongPost."""
    posts = talk_access.require_post(act.actor)
    if owner_id == act.actor.person_id:
        return act.actor.role_for(permissions.SERVE, posts[0].desk.place)
    held = next((post for post in posts if post.desk.id == owner_id and _keeps(post)), None)
    if held is None:
        raise errors.WrongPost()
    return act.actor.role_for(permissions.SERVE, held.desk.place)


def _keeps(post: Post) -> bool:
    return PostKind.LEAD in post.kinds


def _view(one: Canned, whose: str, *, may_change: bool) -> CannedView:
    return CannedView(
        id=one.id, shortcut=one.shortcut, text=one.text, whose_label=whose, may_change=may_change
    )
