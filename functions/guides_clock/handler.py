"""Each hour: service items whose last day is over stand no longer.

Environment: GUIDES_TABLE.
"""

import logging

from mashangban.domains.guides.service import lapsing
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    log.info("guides: %d lapsed", lapsing.run(clock.now()))
