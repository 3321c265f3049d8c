"""Each minute: orders to ask the treasury about, statements to read, what claims wait for, lines to look at, draws.

Environment: CLAIMS_TABLE, IDENTITY_TABLE, TREASURY_API_URL.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.claims.models import ClaimDeadlineRecord
from mashangban.domains.claims.service import climbing, paying, reconciling, sampling
from mashangban.domains.claims.service.fuses import lines
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    asked = paying.work_due(clock.now())
    read = reconciling.reconcile_due(clock.now())
    looked = lines.look_due(clock.now())
    drawn = sampling.see_to_due(clock.now())
    done = deadlines.sweep(ClaimDeadlineRecord, clock.now(), climbing.fire)
    counts = (asked, read, looked, drawn, done.fired, done.failed, done.moved)
    log.info("orders: %d, books: %d, lines: %d, draws: %d, deadlines: %d fired, %d failed, %d moved", *counts)
