"""Each minute: what tickets and ratings wait for and whose time has come; conversations in which nobody speaks.

Environment: HELPDESK_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.helpdesk.models import HelpDeadlineRecord
from mashangban.domains.helpdesk.service import climbing, idle
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(HelpDeadlineRecord, clock.now(), climbing.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
    log.info("conversations: %d looked at", idle.sweep(clock.now()))
