"""Each minute: forms that nobody shares any more are wiped.

Environment: ASSISTANCE_TABLE.
"""

import logging

from mashangban.domains.assistance.service import clock as sharings
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    log.info("assistance: %d looked at", sharings.sweep(clock.now()))
