"""Whose shift it is by the duty roster, and when the next one begins."""

from datetime import datetime

from mashangban.domains.helpdesk.repository import rosters
from mashangban.domains.helpdesk.rules import roster
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.rules.roster import Shift

# Whoever asks reads when somebody is there again: looked for this far ahead.
_WEEKS = 3


def next_at(desk: Desk, now: datetime) -> datetime | None:
    """When somebody is there next; None where nobody is down in the next weeks."""
    return roster.next_at(rosters.of_weeks(desk, roster.weeks_ahead(now, _WEEKS)), now)


def running(desk: Desk, now: datetime) -> list[Shift]:
    """The shifts of this moment."""
    return roster.running(rosters.of_weeks(desk, roster.weeks_ahead(now, 1)), now)
