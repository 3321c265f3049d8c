"""Who has dealt with a claim: they neither release its fuse nor inspect it."""

from collections.abc import Iterable

from mashangban.domains.claims import events
from mashangban.domains.claims.models import TABLE
from mashangban.kernel import history
from mashangban.kernel.events import Subject

_DEALT = (
    events.OFFERED, events.ACCEPTED, events.TAKEN, events.SUPPLEMENT_ASKED, events.PASSED, events.OBJECTION_SETTLED,
    events.APPROVED,
)  # fmt: skip


def officers_of(claim_ids: Iterable[str]) -> set[str]:
    """Every officer who took, asked, passed, settled or approved one of these claims."""
    return {
        event.actor
        for claim_id in claim_ids
        for event in history.of(TABLE, Subject("claim", claim_id))
        if event.type in _DEALT
    }
