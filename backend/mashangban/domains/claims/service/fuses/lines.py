"""Budget lines and their red lines: looked at after money was held, and each hour."""

import logging
from datetime import datetime, timedelta

from mashangban.domains.claims.repository import budgets
from mashangban.domains.claims.rules.fuses import looking
from mashangban.domains.claims.service.fuses import tripping
from mashangban.domains.claims.service.fuses.figures import InForce
from mashangban.domains.claims.terms.fuses import FuseKind, FusePhase
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import AppError

log = logging.getLogger(__name__)
HOURLY = timedelta(hours=1)
_MOST = 100


def look(act: Act, policy_id: str, phase: FusePhase, by: str = "") -> None:
    """Warn of a line or halt it, as far as it is used; `by` is who approved last."""
    line = budgets.find(policy_id)
    if line is None:
        return
    left = sum(budgets.left_exactly(policy_id))
    cause = looking.budget(InForce(line.region)[FuseKind.BUDGET], policy_id, line.total_fen, left)
    if cause is not None:
        tripping.of_line(act, cause, line, phase, by)


def look_due(now: datetime) -> int:
    """Every budget line whose hour has come; one that fails does not stop the others. Gives how many."""
    done = 0
    for line in budgets.due(now, _MOST):
        try:
            look(system_act("claims_clock", now), line.policy_id, FusePhase.BEFORE)
            budgets.looked(line.policy_id, now + HOURLY)
            done += 1
        except AppError:
            log.exception("budget line %s is looked at later", line.policy_id)
    return done
