"""Each minute: days are closed, questions are reminded of and answered by silence.

Environment: ATTENDANCE_TABLE, IDENTITY_TABLE, REGISTRY_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.attendance.models import AttendanceDeadlineRecord
from mashangban.domains.attendance.service import waiting
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(AttendanceDeadlineRecord, clock.now(), waiting.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
