"""Each minute: receipts to ask for, then reports to send, then what waits longest.

Environment: REPORTING_TABLE, IDENTITY_TABLE, REGISTRY_TABLE, REPORTING_API_URL.
"""

import logging

from mashangban.domains.reporting.service import answering, boards, sending
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    now = clock.now()
    answered = answering.collect(now)
    run = sending.send_due(now)
    boards.note_oldest()
    log.info("reporting: %d batches answered, %d sent with %d reports", answered, run.batches, run.reports)
