"""Each minute: what windows owe each other and whose time has come.

Environment: CROSSREGION_TABLE, IDENTITY_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.crossregion.models import CrossDeadlineRecord
from mashangban.domains.crossregion.service import climbing
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(CrossDeadlineRecord, clock.now(), climbing.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
