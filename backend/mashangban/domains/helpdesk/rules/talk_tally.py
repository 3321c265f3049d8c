"""How a conversation stands in lists, and what it counts once it has ended, by week, month and year. Pure."""

from datetime import datetime

from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.rules.tally import ENDED, OPEN, Listed, board_names
from mashangban.domains.helpdesk.terms import PostKind
from mashangban.domains.helpdesk.terms.talking import SOON
from mashangban.kernel import clock


def of_talk(one: Talk) -> Listed:
    """Its row, and what it counts at the department that had it last, in the periods of the day it began."""
    return Listed(
        id=one.id,
        version=one.version,
        region=one.region,
        desk_id=one.desk.id,
        charge_id="",
        bucket=OPEN if one.open else ENDED,
        order=clock.to_text(one.opened_at),
        shown={},
        boards=board_names(one.region, one.desk.id, clock.local_date(one.opened_at)),
        counted=_counts(one),
    )


def _counts(one: Talk) -> dict[str, int]:
    """What goes on counts nothing yet. Times are whole seconds: sums, beside how many they are of."""
    if one.ended_at is None:
        return {}
    found = {
        "t.ended": 1,
        f"t.topic.{one.topic.value}": 1,
        "t.moved": int(one.moves > 0 or one.post is PostKind.LEAD),
        "t.ticket": int(bool(one.ticket_id)),
        "t.missed": int(one.taken_at is None),
    }
    if one.taken_at is not None:
        wait = _seconds(one.opened_at, one.taken_at)
        soon = int(wait <= SOON.total_seconds())
        found |= {
            "t.taken": 1,
            "t.wait": wait,
            "t.soon": soon,
            "t.length": _seconds(one.taken_at, one.ended_at),
        }
    if one.answered_at is not None:
        found |= {"t.answered": 1, "t.first": _seconds(one.opened_at, one.answered_at)}
    return {key: n for key, n in found.items() if n}


def _seconds(since: datetime, until: datetime) -> int:
    return max(0, int((until - since).total_seconds()))
