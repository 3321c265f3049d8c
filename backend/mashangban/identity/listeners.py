"""What other rooms ask of identity by message: roles that follow from their acts, and legal holds.

The sender has checked that its own actor may; identity is told who that was by the sender's event.
Every message may come twice: a grant that stands, a hold that is there, is left as it is.
"""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mashangban.identity import errors, service
from mashangban.identity.service.granting import GrantOrder
from mashangban.kernel import acts, clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Role, Scope
from mashangban.kernel.streams import Delivery

log = logging.getLogger(__name__)


def on_message(delivery: Delivery) -> None:
    """Do what a message asks. A kind we don't know raises KeyError and ends in the dead letters."""
    _KINDS[delivery.kind](acts.system_act(f"identity:{delivery.sender}", clock.now()), delivery.body)


def _grant(act: Act, body: Mapping[str, Any]) -> None:
    """`identity.grant` {role, scope, person_id | phone, label?, valid_to?}."""
    order = GrantOrder(
        role=Role(body["role"]),
        scope=Scope.parse(body["scope"]),
        person_id=body.get("person_id"),
        phone=body.get("phone"),
        label=body.get("label", ""),
        valid_to=_instant(body.get("valid_to")),
    )
    service.grant(act, order)


def _revoke(act: Act, body: Mapping[str, Any]) -> None:
    """`identity.revoke` {person_id, role, scope}: every open grant of that role at that scope."""
    try:
        service.revoke_role(act, body["person_id"], Role(body["role"]), Scope.parse(body["scope"]))
    except (errors.GrantEnded, NotFound):
        return


def _hold(act: Act, body: Mapping[str, Any]) -> None:
    """`identity.hold` {person_id, source, reason, until?}; who left a moment before can't be kept any more."""
    until = _instant(body.get("until"))
    try:
        service.place_hold(act, body["person_id"], body["source"], body["reason"], until)
    except errors.PersonUnknown:
        log.warning("a hold came for somebody who had left by then; nothing of them is here to be kept")


def _release(act: Act, body: Mapping[str, Any]) -> None:
    """`identity.release` {person_id, source}."""
    service.lift_hold(act, body["person_id"], body["source"])


def _seen(act: Act, body: Mapping[str, Any]) -> None:
    """`identity.seen` {person_id}: an office dealt with them in person; who left a moment before is let be."""
    try:
        service.seen(act, body["person_id"])
    except errors.PersonUnknown:
        return


def _instant(text: str | None) -> datetime | None:
    return clock.from_text(text) if text else None


_KINDS = {
    "identity.grant": _grant,
    "identity.revoke": _revoke,
    "identity.hold": _hold,
    "identity.release": _release,
    "identity.seen": _seen,
}
