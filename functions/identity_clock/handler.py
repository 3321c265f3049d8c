"""Each hour: legal holds whose last moment is over are lifted; who asked to be forgotten meanwhile is forgotten.
Whoever has not signed in for years is told, and forgotten a month later.

Environment: IDENTITY_TABLE.
"""

import logging

from mashangban.identity.service import lift_ended_holds, look_at_sleepers
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    now = clock.now()
    log.info("identity: %d holds ended", lift_ended_holds(now))
    log.info("identity: %d sleeping accounts looked at", look_at_sleepers(now))
