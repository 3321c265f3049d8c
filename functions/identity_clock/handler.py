"""Each hour: legal holds whose last moment is over are lifted; who asked to be forgotten meanwhile is forgotten.

Environment: IDENTITY_TABLE.
"""

import logging

from mashangban.identity.service import lift_ended_holds
from mashangban.kernel import clock

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    log.info("identity: %d holds ended", lift_ended_holds(clock.now()))
