"""What is open at a department that went into another goes along, once however often the stream says so."""

from contextlib import suppress

from mashangban.domains.helpdesk import events
from mashangban.domains.helpdesk.repository import canned, departments, ratings, rosters, rows, talks, tickets
from mashangban.domains.helpdesk.rules import roster, tally
from mashangban.domains.helpdesk.rules import uniting as rules
from mashangban.domains.helpdesk.rules.canned import moved
from mashangban.domains.helpdesk.rules.department import Department, Desk, Post
from mashangban.domains.helpdesk.rules.roster import Roster
from mashangban.domains.helpdesk.service import able, steps, talk_steps, telling
from mashangban.domains.helpdesk.terms.talking import LineKind
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid
from mashangban.kernel.events import following
from mashangban.kernel.pagination import every
from mashangban.kernel.permissions import Role

# Weeks that somebody may have written already.
_WEEKS = 12
_LISTS = {"helpticket": rows.TICKETS, "helprating": rows.RATINGS, "helptalk": rows.TALKS}


def carry(act: Act, department_id: str) -> None:
    """Its people first, so that whoever has a matter in hand goes on with it; then the roster, the kept words and all
    that is open.
    """
    one = departments.get(department_id)
    into = _heir_of(one)
    for post in departments.posts_at(one.id):
        _post(act, one, into, post)
    _rosters(act, one, into)
    _words(act, one, into)
    for kind, what in _LISTS.items():
        for bucket in tally.BUCKETS[:-1]:
            for row in every(lambda page: rows.of_desk(what, one.id, bucket, page)):  # noqa: B023 - read at once
                follow(act, kind, row.id)


def follow(act: Act, kind: str, subject_id: str) -> None:
    """One matter, if it is open at a department that is no more: also one that came back to it."""
    {"helpticket": _ticket, "helprating": _rating, "helptalk": _talk}[kind](act, subject_id)


def _heir(desk: Desk) -> Department | None:
    """Whoever has the department's work now; None while it has it itself."""
    one = departments.get(desk.id)
    return _heir_of(one) if one.merged else None


def _heir_of(one: Department) -> Department:
    """It may have gone into another itself."""
    into = departments.get(one.into_id)
    return _heir_of(into) if into.merged else into


def _ticket(act: Act, ticket_id: str) -> None:
    one = tickets.get(ticket_id)
    heir = _heir(one.desk) if one.state.open else None
    if heir is not None:
        after = rules.ticket(one, heir.desk)
        told = telling.asker(after, "helpdesk.moved")
        steps.write(act, one, after, events.CARRIED, Role.SYSTEM, data={"from": one.desk.id}, told=told)


def _rating(act: Act, rated_id: str) -> None:
    one = ratings.get(rated_id)
    heir = _heir(one.desk) if one.state.open else None
    if heir is not None:
        data = {"from": one.desk.id, "desk": heir.name}
        event = following(act, events.RATING_CARRIED, one, Role.SYSTEM, data)
        ratings.move(act, one, rules.rating(one, heir.desk), event)


def _talk(act: Act, talk_id: str) -> None:
    one = talks.get(talk_id)
    heir = _heir(one.desk) if one.open else None
    if heir is not None:
        after = rules.talk(one, heir.desk)
        words = f"部门合并，您的对话现在由{heir.name}接着办，说过的都在"
        line = talk_steps.line(act, after, LineKind.MOVED, words)
        talk_steps.write(act, one, after, events.TALK_CARRIED, line, Role.SYSTEM)


def _post(act: Act, one: Department, into: Department, moved: Post) -> None:
    held = {post.person_id: post for post in departments.posts_at(into.id)}
    there = rules.post(held.get(moved.person_id), moved, one, into.desk)
    for where, post, kind in (
        (into.id, there, events.POST_FILLED),
        (one.id, Post(moved.person_id, one.desk, ()), events.POST_LEFT),
    ):
        now = departments.get(where)
        data = {"person": post.person_id, "kinds": [each.value for each in post.kinds]}
        departments.fill(act, now, post, following(act, kind, now, Role.SYSTEM, data), None)


def _rosters(act: Act, one: Department, into: Department) -> None:
    """The weeks from this one on; a shift that would lie over another of the same person is that other one's."""
    mondays, people = roster.weeks_ahead(act.at, _WEEKS), able.people(into.desk)
    for old, new in zip(
        rosters.of_weeks(one.desk, mondays), rosters.of_weeks(into.desk, mondays), strict=True
    ):
        if not old.shifts:
            continue
        after = new
        for shift in old.shifts:
            with suppress(Invalid):
                after = roster.keep(after, (*after.shifts, shift), people)
        _week(act, new, after)
        _week(act, old, Roster(old.desk, old.monday, version=old.version, chain=old.chain))


def _words(act: Act, one: Department, into: Department) -> None:
    for kept in canned.of(one.id):
        after = moved(kept, canned.of(into.id), into.id)
        canned.change(act, kept, after, following(act, events.CANNED_KEPT, kept, Role.SYSTEM), None)


def _week(act: Act, before: Roster, after: Roster) -> None:
    data = {"monday": before.monday.isoformat(), "shifts": len(after.shifts)}
    rosters.write(act, before, after, following(act, events.ROSTER_KEPT, before, Role.SYSTEM, data), None)
