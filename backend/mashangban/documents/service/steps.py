"""Where a seal stands, and the line that each act leaves on its timeline."""

from mashangban.documents.rules.applications import SealStep
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.registry import service as registry


def place_of(enterprise_id: str) -> Place:
    """The enterprise itself and its county. Raises NoSuchRecord."""
    return Place(region=registry.enterprise(enterprise_id).county, orgs=frozenset({enterprise_id}))


def who(actor: Principal, role: Role) -> str:
    """How a timeline calls someone: masked, with the role the act is done in."""
    return f"{actor.label}（{role.label}）" if actor.label else role.label


def step(act: Act, enterprise_id: str, event: Event, reason: str = "") -> SealStep:
    """The line that an event leaves on the timeline of its enterprise's seal."""
    return SealStep(
        enterprise_id=enterprise_id,
        event_id=event.id,
        kind=event.type,
        by=who(act.actor, Role(event.role)),
        reason=reason,
        hash=event.hash,
        at=event.at,
    )
