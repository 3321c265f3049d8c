"""How a ticket and a rating stand in lists, and what they count by week, month and year. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from mashangban.domains.helpdesk.rules.rating import Rating
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.terms import Climb, TicketState
from mashangban.kernel import clock

OPEN, LATE, ANSWERED, ENDED = "open", "late", "answered", "ended"
BUCKETS = (OPEN, LATE, ANSWERED, ENDED)
Boards = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a list. `bucket` groups it, `order` sorts it there; `counted` is what it adds to `boards`."""

    id: str
    version: int
    region: str
    desk_id: str
    charge_id: str
    bucket: str
    order: str
    shown: Mapping[str, Any]
    boards: tuple[str, ...]
    counted: Mapping[str, int] = field(default_factory=dict)


def of_ticket(one: Ticket) -> Listed:
    """A ticket: its row and what it counts at its desk's boards, in the periods of the day it was asked."""
    return Listed(
        id=one.id,
        version=one.version,
        region=one.region,
        desk_id=one.desk.id,
        charge_id=one.charge_id if one.state.running else "",
        bucket=_bucket(one),
        order=clock.to_text(one.asked_at),
        shown=_shown(one),
        boards=board_names(one.region, one.counts_at or one.desk.id, clock.local_date(one.asked_at)),
        counted=_ticket_counts(one),
    )


def of_rating(one: Rating) -> Listed:
    """A rating: bad ones stand in the list of what is to be mended."""
    return Listed(
        id=one.id,
        version=one.version,
        region=one.region,
        desk_id=one.desk.id,
        charge_id="",
        bucket=OPEN if one.state.open else ENDED,
        order=clock.to_text(one.at),
        shown={
            "number": one.number,
            "talk": bool(one.talk_id),
            "desk": one.desk.name,
            "stars": int(one.stars),
            "state": one.state.value,
            "climb": one.climb.value,
        },
        boards=board_names(one.region, one.counts_at or one.desk.id, clock.local_date(one.at)),
        counted=_rating_counts(one),
    )


def periods_of(day: date) -> tuple[str, str, str]:
    """The ISO week, the month and the year of a day: 2026-W48, 2026-11, 2026."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}", f"{day:%Y-%m}", f"{day:%Y}"


def periods_before(day: date) -> tuple[str, str, str]:
    """The week, the month and the year before those of a day."""
    week, _, _ = periods_of(day - timedelta(days=7))
    _, month, _ = periods_of(day.replace(day=1) - timedelta(days=1))
    return week, month, f"{day.year - 1}"


def board_names(region: str, desk_id: str, day: date) -> tuple[str, ...]:
    """The boards of a day: the department's, the county's, the city's and the province's, each in three periods."""
    places = (f"desk:{desk_id}", *(f"region:{region[:size]}" for size in (6, 4, 2)))
    return tuple(f"{place}:{period}" for place in places for period in periods_of(day))


def moves(before: Listed | None, after: Listed) -> Boards:
    """What to add to which board so that it counts `after` instead of `before`, also where the desk changed."""
    found: Boards = {}
    old = before.boards if before else ()
    for name in dict.fromkeys((*after.boards, *old)):
        was = before.counted if before is not None and name in old else {}
        step = Counter(after.counted if name in after.boards else {})
        step.subtract(was)
        if any(step.values()):
            found[name] = {key: n for key, n in step.items() if n}
    return found


def summed(rows: Iterable[Listed], name: str) -> dict[str, int]:
    """A board counted anew from rows."""
    total: Counter[str] = Counter()
    for row in rows:
        if name in row.boards:
            total.update(row.counted)
    return dict(total)


def _bucket(one: Ticket) -> str:
    if not one.state.open:
        return ENDED
    if one.state is TicketState.ANSWERED:
        return ANSWERED
    return LATE if one.climb is not Climb.NONE else OPEN


def _shown(one: Ticket) -> dict[str, Any]:
    return {
        "number": one.number,
        "klass": one.klass.value,
        "asked_as": one.asked_as.value,
        "topic": one.topic.value,
        "desk": one.desk.name,
        "post": one.post.value,
        "state": one.state.value,
        "climb": one.climb.value,
        "where": one.where,
        "softened": one.marks.softened,
    }


def _ticket_counts(one: Ticket) -> dict[str, int]:
    """What somebody took back is nobody's case; a joined one is counted as asked, and as answered when it is."""
    if one.state is TicketState.WITHDRAWN:
        return {"n.withdrawn": 1}
    marks = one.marks
    found = {
        "n.asked": 1,
        f"class.{one.klass.value}": 1,
        f"topic.{one.topic.value}": 1,
        f"channel.{one.channel.value}": 1,
        f"state.{one.state.value}": 1,
        "n.returned": marks.returns,
        "n.urged": marks.urges,
        "n.reopened": int(marks.reopens > 0),
        "n.softened": int(marks.softened),
        "n.called": int(marks.call is not None),
    }
    late = one.state.running and one.climb is not Climb.NONE
    found |= {"n.late": int(late), "n.due": int(late or marks.answered_at is not None)}
    if marks.answered_at:
        minutes = int((marks.answered_at - one.asked_at).total_seconds() // 60)
        found |= {"n.answered": 1, "n.in_time": int(marks.in_time), "n.minutes": minutes}
    if one.state is TicketState.CLOSED:
        found |= {"n.ended": 1, "n.solved": int(marks.solved)}
    return {key: n for key, n in found.items() if n}


def _rating_counts(one: Rating) -> dict[str, int]:
    """Conversations are counted beside tickets: the one are answered in minutes, the other in days."""
    own, stars = ("t", "t.stars") if one.talk_id else ("n", "stars")
    found = {f"{own}.rated": 1, f"{stars}.{int(one.stars)}": 1}
    if not one.stars.bad:
        return found | {f"{own}.content": 1}
    mended = one.done_at is not None
    found |= {f"{own}.bad": 1, f"{own}.mended": int(mended)}
    found |= {f"{own}.mended_in_time": int(mended and one.in_time)}
    return {key: n for key, n in found.items() if n}
