"""What happened to an item and to an enterprise's facts, out of their chains."""

from mashangban.domains.policies import events, permissions
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.repository import policies, profiles
from mashangban.domains.policies.schemas.profiles import HappenedView
from mashangban.kernel import history
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Principal


def of_policy(actor: Principal, policy_id: str) -> list[HappenedView]:
    """What happened to an item, for the offices of its region. Raises NotFound."""
    return _told(policies.get(policy_id, actor.reach(permissions.EDIT_POLICIES)).subject)


def of_enterprise(actor: Principal, enterprise_id: str) -> list[HappenedView]:
    """Which facts of an enterprise were stated, disputed and answered, and when. Raises NotFound."""
    return _told(profiles.get(enterprise_id, actor.reach(permissions.VIEW_PROFILES)).subject)


def _told(subject: Subject) -> list[HappenedView]:
    shown = (one for one in history.of(TABLE, subject) if one.type != events.POLICY_SPREAD)
    return [_view(one) for one in shown]


def _view(event: Event) -> HappenedView:
    label = events.LABELS.get(event.type, event.type)
    return HappenedView(at=event.at, label=label, facts=list(event.data.get("facts", [])), hash=event.hash)
