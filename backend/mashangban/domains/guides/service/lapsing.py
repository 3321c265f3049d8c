"""What time alone does: an item whose last day is over stands no longer, and whoever follows it hears so."""

import logging
from dataclasses import replace
from datetime import datetime

from mashangban.domains.guides import events
from mashangban.domains.guides.repository import items as repository
from mashangban.domains.guides.rules.published import Published
from mashangban.domains.guides.terms import GuideState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role

log = logging.getLogger(__name__)


def run(now: datetime) -> int:
    """One look of the clock at what ended; how many items it took down. What fails is found by the next run."""
    act, today = system_act("guides_clock", now), clock.local_date(now)
    return sum(_lapse(act, one) for one in repository.over(today))


def _lapse(act: Act, was: Published) -> bool:
    before = repository.get(was.id)
    if before.edition != was.edition or before.state is not GuideState.PUBLISHED:
        return False
    after = replace(before, state=GuideState.WITHDRAWN, why=f"有效期到 {was.content.valid_until} 为止")
    event = following(act, events.ITEM_WITHDRAWN, before, Role.SYSTEM, {"edition": before.edition})
    try:
        repository.withdraw(act, before, after, was, event)
    except Stale:
        log.info("an item changed while its end was written; the next run looks again")
        return False
    return True
