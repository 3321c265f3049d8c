"""Who hears of a department that shall go into another; apart from `telling`, as it looks for people by role."""

from mashangban.domains.helpdesk.rules.department import Department
from mashangban.domains.helpdesk.service import telling
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message

_DEPARTMENT = "/console/helpdesk/departments/"
_MOST = 2


def keepers(act: Act, one: Department, into: Department, kind: str, *more: str) -> tuple[Message, ...]:
    """Tell officers who keep both departments of a merger, and these people."""
    held = identity.officers(one.region.removesuffix("00"), act.at)
    others = [person for person in held if person not in (*more, one.planned_by)][:_MOST]
    return telling.merger((*more, *others), one, into, kind, f"{_DEPARTMENT}{one.id}")
