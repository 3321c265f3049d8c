"""Each minute: what the deadlines of labour contracts set in motion.

Environment: WORKERS_TABLE, IDENTITY_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.workers.models import WorkersDeadlineRecord
from mashangban.domains.workers.service import waiting
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(WorkersDeadlineRecord, clock.now(), waiting.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
