"""Who of a department may be down on its roster, with what they know; a shift as it comes and goes."""

from typing import Any

from mashangban.domains.helpdesk.repository import departments
from mashangban.domains.helpdesk.rules import department
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.rules.roster import Shift, Staff
from mashangban.domains.helpdesk.schemas import RosterShift


def people(desk: Desk) -> Staff:
    """Those at 应答 or 主办."""
    return {post.person_id: post for post in departments.posts_at(desk.id) if department.answers(post)}


def shift(given: RosterShift) -> Shift:
    """A shift as it came."""
    return Shift(given.day, given.starts, given.ends, given.person_id, given.topic or "")


def fields(shift: Shift) -> dict[str, Any]:
    """A shift as it is sent."""
    values = {"day": shift.day, "starts": shift.starts, "ends": shift.ends, "person_id": shift.person_id}
    return values | {"topic": shift.topic or None}
