"""What someone may do with an enterprise's seal now: screens show these acts and no others."""

from mashangban.documents import permissions
from mashangban.documents.rules.records import Seal
from mashangban.documents.terms import SealState
from mashangban.kernel.permissions import Permission, Place, Principal, Role


def actions(actor: Principal, place: Place, seal: Seal | None, *, waits: bool) -> list[str]:
    """`waits`: whether an application is being looked at."""
    if seal is None or seal.state is SealState.REVOKED:
        return ["apply"] if not waits and _may(actor, permissions.APPLY_SEAL, place) else []
    found = []
    leads = _is(actor, Role.ENTERPRISE_ADMIN, place)
    if seal.state is SealState.READY and (leads or actor.person_id == seal.custodian_id):
        found.append("enable")
    if seal.state is SealState.ACTIVE and _may(actor, permissions.SUSPEND_SEAL, place):
        found.append("suspend")
    ends = _may(actor, permissions.STOP_SEAL, place)
    if seal.state is SealState.SUSPENDED and ends and not (leads and seal.stopped_by_office):
        found.append("resume")
    return [*found, "revoke"] if ends else found


def _may(actor: Principal, permission: Permission, place: Place) -> bool:
    return any(
        one.role in permission.roles and one.scope.covers(place, actor.person_id) for one in actor.grants
    )


def _is(actor: Principal, role: Role, place: Place) -> bool:
    return any(one.role is role and one.scope.covers(place, actor.person_id) for one in actor.grants)
