"""Each hour: answers that turn by the day alone.

Environment: POLICIES_TABLE, IDENTITY_TABLE.
"""

import logging

from mashangban.domains.policies.service import turning
from mashangban.kernel.acts import system_act

log = logging.getLogger(__name__)


def handler(event: object, context: object) -> None:
    """One run; what it leaves is found by the next."""
    log.info("policies: %d enterprises looked at", turning.sweep(system_act("policies_clock")))
