"""Each minute: what homes wait for and whose time has come.

Environment: HOMES_TABLE, IDENTITY_TABLE, FILES_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.domains.homes.models import HomesDeadlineRecord
from mashangban.domains.homes.service import climbing, leaving
from mashangban.kernel import clock

log = logging.getLogger(__name__)
_ACTS = {"home": leaving.fire, "defect": climbing.fire}


def on_due(due: deadlines.Due) -> None:
    """Whose time it is, by the kind of its subject."""
    _ACTS[due.firing.deadline.subject.kind](due)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(HomesDeadlineRecord, clock.now(), on_due)
    log.info("deadlines: %d fired, %d failed, %d moved", done.fired, done.failed, done.moved)
