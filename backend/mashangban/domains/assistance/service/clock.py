"""The clock: what nobody moves any more ends by itself."""

import logging
from datetime import datetime

from mashangban.domains.assistance import repository
from mashangban.domains.assistance.rules import sharing as rules
from mashangban.domains.assistance.rules.sharing import Sharing
from mashangban.domains.assistance.service import going
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import AppError
from mashangban.kernel.permissions import Role

log = logging.getLogger(__name__)
ACTOR = "assistance_clock"
_A_SHARD = 100


def sweep(now: datetime) -> int:
    """End what is over, look again later at what goes on; how many. What is left or fails comes with the next run."""
    found = [one for shard in range(repository.SHARDS) for one in repository.due(shard, now, _A_SHARD)]
    for one in found:
        try:
            _look(one, now)
        except AppError as failed:
            log.info("sharing %s: %s", one.id, failed.code)
    return len(found)


def _look(one: Sharing, now: datetime) -> None:
    seen = repository.sheet(one)
    moved_at = seen[1] if seen else one.offered_at
    ending = rules.over(one, moved_at, now)
    if ending is None:
        repository.look_again(one, rules.looked_at(one, moved_at))
    else:
        going.end(system_act(ACTOR, now), one, ending, Role.SYSTEM)
