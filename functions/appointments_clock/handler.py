"""Each minute: promises that end, queues that close, reminders, visits that were missed.

Environment: APPOINTMENTS_TABLE.
"""

import logging

from mashangban.domains.appointments.service import turning
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    log.info("appointments: %d moved on", turning.run(clock.now()))
