"""What several acts need: views, the next event of a person's chain, another try."""

import random
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from mashangban.identity.events import Happened
from mashangban.identity.rules.granting import HeldGrant
from mashangban.identity.rules.people import Person
from mashangban.identity.schemas import Me, PreferencesView, RoleView
from mashangban.kernel import events
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.events import Event, Message
from mashangban.kernel.permissions import Role

T = TypeVar("T")
_RUNS = 4
_SCOPES = {"*": "全平台", "region": "地区 {}", "org": "本单位", "project": "本项目", "self": "本人"}


def next_event(
    act: Act,
    kind: Happened,
    holder: Person,
    data: Mapping[str, Any] | None = None,
    role: Role = Role.PERSON,
    messages: tuple[Message, ...] = (),
) -> Event:
    """The event that lengthens this person's chain, with what it asks of other rooms."""
    return events.happened(
        act,
        kind,
        holder.subject,
        data,
        role=role,
        version=holder.version + 1,
        previous=holder.chain,
        messages=messages,
    )


def view(holder: Person, held: list[HeldGrant], at: datetime) -> Me:
    """The person as screens show them: masked, with the roles in force."""
    preferences = holder.preferences
    return Me(
        person_id=holder.id,
        name_masked=holder.name_masked,
        phone_masked=holder.phone_masked,
        id_number_masked=holder.id_number_masked if holder.is_verified else None,
        real_name="verified" if holder.is_verified else "none",
        verified_at=holder.verified_at if holder.is_verified else None,
        roles=[role_view(one) for one in held if one.is_live(at)],
        preferences=PreferencesView(
            elder_mode=preferences.elder_mode,
            speech=preferences.speech,
            high_contrast=preferences.high_contrast,
        ),
    )


def role_view(one: HeldGrant) -> RoleView:
    """A grant in words."""
    return RoleView(
        role=one.role,
        role_label=one.role.label,
        scope=str(one.scope),
        scope_label=scope_label(one),
    )


def scope_label(one: HeldGrant) -> str:
    """Where a grant reaches, as it was named when it was given."""
    return one.label or _SCOPES[one.scope.kind].format(one.scope.value)


def until_settled(run: Callable[[], T]) -> T:
    """Run an act again when someone else changed the same person meanwhile. Raises Busy after four runs.

    For the public sign-in routes: what they spent before (a WeChat code, a try) must not be spent again.
    """
    for turn in range(_RUNS):
        try:
            return run()
        except Stale:
            time.sleep(random.uniform(0.005, 0.03) * 2**turn)  # noqa: S311 - jitter, not a secret
    raise Busy()
