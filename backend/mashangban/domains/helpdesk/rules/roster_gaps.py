"""Where a duty roster leaves office hours to nobody, and where to nobody who knows a topic. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from mashangban.deadlines.rules.calendar import Calendar
from mashangban.domains.helpdesk.rules.roster import Roster, Shift, Staff
from mashangban.domains.helpdesk.terms import TicketTopic


@dataclass(frozen=True, slots=True)
class Gap:
    """Office hours of a working day in which nobody is down, or nobody who takes `topic`."""

    day: date
    starts: time
    ends: time
    topic: TicketTopic | None = None


def gaps(
    one: Roster, calendar: Calendar, topics: Iterable[TicketTopic] = (), people: Staff | None = None
) -> list[Gap]:
    """The office hours of the week's working days, make-up days included, that no shift covers; then, topic by topic,
    those in which somebody is down but nobody for it. `people` are those at posts with what they know.
    """
    found: list[Gap] = []
    for day in (one.monday + timedelta(days=number) for number in range(7)):
        if not calendar.is_working(day, one.desk.region):
            continue
        shifts = [shift for shift in one.shifts if shift.day == day]
        for starts, ends in calendar.spans(day, one.desk.region):
            empty = _uncovered(day, starts, ends, shifts)
            told = [Shift(day, gap.starts, gap.ends, "") for gap in empty]
            found += empty
            for topic in topics:
                able = [shift for shift in shifts if _takes(shift, topic, people or {})]
                found += _uncovered(day, starts, ends, [*able, *told], topic)
    return found


def _takes(shift: Shift, topic: TicketTopic, people: Staff) -> bool:
    post = people.get(shift.person_id)
    return shift.covers(topic) and post is not None and post.knows(topic)


def _uncovered(
    day: date, starts: time, ends: time, shifts: list[Shift], topic: TicketTopic | None = None
) -> list[Gap]:
    found, reached = [], starts
    for shift in sorted(shifts):
        if shift.starts > reached and reached < ends:
            found.append(Gap(day, reached, min(shift.starts, ends), topic))
        reached = max(reached, shift.ends)
    return [*found, Gap(day, reached, ends, topic)] if reached < ends else found
