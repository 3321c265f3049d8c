"""Time alone changes an answer: a firm grows old enough, a certificate runs out. The clock looks where it may have."""

from contextlib import suppress
from datetime import timedelta

from mashangban.domains.policies.repository import matches
from mashangban.domains.policies.service import matching
from mashangban.domains.policies.terms.items import MOST_MISSED_DAYS, MOST_TURNS_A_RUN
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale


def sweep(act: Act) -> int:
    """Match those anew of whom an answer may turn today or turned while the clock stood; how many were looked at.

    Whoever was looked at stands under a later day, so that a second run finds nobody.
    """
    today, done = clock.local_date(act.at), 0
    for back in range(MOST_MISSED_DAYS):
        for enterprise_id in matches.turning_on(today - timedelta(days=back), MOST_TURNS_A_RUN - done):
            with suppress(Stale):  # somebody was faster, and looked at today, too
                matching.rematch(act, enterprise_id)
            done += 1
        if done >= MOST_TURNS_A_RUN:
            break
    return done
