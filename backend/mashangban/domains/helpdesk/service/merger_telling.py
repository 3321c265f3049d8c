"""Who hears of a department that shall go into another; apart from `telling`, as it knows offices by role."""

from mashangban.domains.helpdesk.rules.department import Department
from mashangban.domains.helpdesk.service import telling
from mashangban.identity import service as identity
from mashangban.kernel.events import Message
from mashangban.kernel.telling import Whom

_DEPARTMENT = "/console/helpdesk/departments/"
_MOST = 2


def keepers(one: Department, into: Department, kind: str, *more: str) -> tuple[Message, ...]:
    """Tell two officers who keep both departments of a merger and did not plan it, and these people."""
    office = identity.office_of(one.region.removesuffix("00"))
    whom = Whom(people=more, posts=[office], most=_MOST, but=[one.planned_by])
    return (telling.merger(whom, one, into, kind, f"{_DEPARTMENT}{one.id}"),)
