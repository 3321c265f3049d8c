"""Each night: the index of all published answers, built anew for processes that start from now on.

Environment: ANSWERS_TABLE, OBJECTS_BUCKET.
"""

import logging

from mashangban.domains.answers.service import indexing
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One build; until the next, changes are read from the table."""
    built = indexing.rebuild(clock.now())
    log.info("answers index: %d pairs, %d bytes", built.pairs, built.size)
