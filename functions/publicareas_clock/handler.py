"""Each minute: what faults of public areas wait for and whose time has come.

Environment: PUBLICAREAS_TABLE, IDENTITY_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.publicareas.models import PublicDeadlineRecord
from mashangban.domains.publicareas.service import climbing
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(PublicDeadlineRecord, clock.now(), climbing.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
