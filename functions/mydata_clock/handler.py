"""Each ten minutes: whose package is tried again.

Environment: MYDATA_TABLE.
"""

import logging

from mashangban.deadlines import service as deadlines
from mashangban.kernel import clock
from mashangban.processes.mydata.models.clocks import PackageDeadlineRecord
from mashangban.processes.mydata.service import trying

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    done = deadlines.sweep(PackageDeadlineRecord, clock.now(), trying.again)
    log.info("packages: %d tried again, %d failed", done.fired, done.failed)
