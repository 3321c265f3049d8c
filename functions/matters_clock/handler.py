"""Each minute: whose five days are over, which decision or delivery is due.

Environment: MATTERS_TABLE, IDENTITY_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.matters.models import MatterDeadlineRecord
from mashangban.domains.matters.service import climbing
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(MatterDeadlineRecord, clock.now(), climbing.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
