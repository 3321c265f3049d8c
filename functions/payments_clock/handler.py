"""Each minute: runs to bring on, cards to ask about and accounts to read at the bank, shortfalls and ends of deposits.

Environment: PAYMENTS_TABLE, IDENTITY_TABLE, REGISTRY_TABLE, BANK_API_URL.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.payments.models import PaymentsDeadlineRecord
from mashangban.domains.payments.service import waiting
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    worked = waiting.work_runs(clock.now())
    asked = waiting.check_cards(clock.now())
    read = waiting.look_round(clock.now())
    done = deadlines.sweep(PaymentsDeadlineRecord, clock.now(), waiting.fire)
    counts = (worked, asked, read, done.fired, done.failed, done.moved)
    log.info("runs: %d, cards: %d, accounts: %d, deadlines: %d fired, %d failed, %d moved", *counts)
