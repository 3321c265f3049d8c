"""Each minute: what homes wait for and whose time has come.

Environment: HOMES_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.homes.models import HomesDeadlineRecord
from mashangban.domains.homes.service import leaving
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(HomesDeadlineRecord, clock.now(), leaving.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
