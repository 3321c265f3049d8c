"""Each hour: answers whose days are over.

Environment: ANSWERS_TABLE, IDENTITY_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.answers.models import AnswerDeadlineRecord
from mashangban.domains.answers.service import lapsing
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(AnswerDeadlineRecord, clock.now(), lapsing.fire)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
