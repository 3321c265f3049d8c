"""Each minute: pay days that pass, rungs of the ladder, limits of handling.

Environment: ARREARS_TABLE, IDENTITY_TABLE, REGISTRY_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.arrears.models import ArrearsDeadlineRecord
from mashangban.domains.arrears.service import escalating
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(ArrearsDeadlineRecord, clock.now(), escalating.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
