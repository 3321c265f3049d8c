"""Each hour: files that no record took within their thirty days.

Environment: FILES_TABLE.
"""

import logging

from mashangban.files.service import removing
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    log.info("files: %d removed that nobody used", removing.sweep(clock.now()))
