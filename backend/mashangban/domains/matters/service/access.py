"""Whose a matter is, and for whom an office acts."""

from mashangban.domains.matters import permissions
from mashangban.domains.matters.repository import matters
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.terms import MatterState, Stage
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Permission, Principal, Role


def own(act: Act, matter_id: str) -> Matter:
    """A person's own matter. Raises UnknownMatter, NotFound for everybody else."""
    one = matters.get(matter_id)
    if not one.person_id or one.person_id != act.actor.person_id:
        raise NotFound()
    return one


def seen(actor: Principal, matter_id: str) -> Matter:
    """A matter for its office: a draft only while its person asks to look at it. Raises UnknownMatter, NotFound."""
    one = matters.get(matter_id)
    actor.reach(permissions.LIST).require(one.place)
    return _open_to_office(one)


def handled(act: Act, matter_id: str, permission: Permission) -> tuple[Matter, Role]:
    """A matter for somebody of its office who acts. Raises UnknownMatter, NotFound beyond reach."""
    one = matters.get(matter_id)
    role = act.actor.role_for(permission, one.place)
    return _open_to_office(one), role


def _open_to_office(one: Matter) -> Matter:
    never_came = one.submitted_at is None
    if never_came and (one.stage is not Stage.CHECK or one.state is not MatterState.DRAFT):
        raise NotFound()
    return one
