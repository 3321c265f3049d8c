"""Each minute: reports to send, receipts to fetch.

Environment: REPORTING_TABLE, IDENTITY_TABLE, REGISTRY_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.service import Due
from mashangban.domains.reporting.models import ReportingDeadlineRecord
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def fire(due: Due) -> None:
    """Nothing has a deadline here yet."""
    raise LookupError(due.firing.deadline.kind)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(ReportingDeadlineRecord, clock.now(), fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
