"""Each minute: confirmations that are due, sheets that nobody decided on.

Environment: WAGES_TABLE, IDENTITY_TABLE, REGISTRY_TABLE, FILES_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.wages.models import WagesDeadlineRecord
from mashangban.domains.wages.service import waiting
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(WagesDeadlineRecord, clock.now(), waiting.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
