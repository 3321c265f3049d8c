"""A department goes into another: from a day on what is open, its people and its topics are the other's. Pure."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.terms import RungKind
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.rules.department import Department, Desk, Post
from mashangban.domains.helpdesk.rules.rating import Rating
from mashangban.domains.helpdesk.rules.talk import Talk
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.terms import MOST_AHEAD, OWN_RULE


def plan(one: Department, into: Department, day: date, today: date, by: str) -> Department:
    """The department with the day from which it shall be the other's, once a second person agrees.

    Raises MergedAlready, WrongMerge, WrongMergeDay.
    """
    if one.into_id:
        raise errors.MergedAlready()
    if into.id == one.id or into.into_id or into.region[:4] != one.region[:4]:
        raise errors.WrongMerge()
    if not today < day <= today + MOST_AHEAD:
        raise errors.WrongMergeDay()
    return replace(one, into_id=into.id, into_from=day, planned_by=by)


def agree(one: Department, by: str) -> Department:
    """Somebody else than who planned it says so too. Raises NothingToAgree, OwnMerger."""
    if not waits(one):
        raise errors.NothingToAgree()
    if one.planned_by == by:
        raise errors.OwnMerger()
    return replace(one, agreed=True)


def may_agree(one: Department, who: str) -> bool:
    """Whether it waits for a second person, and somebody among those who keep it is one."""
    return waits(one) and one.planned_by != who


def waits(one: Department) -> bool:
    """Whether it is planned and a second person has not said so yet."""
    return bool(one.into_id) and not one.agreed and not one.merged


def take_back(one: Department) -> Department:
    """It stays what it is, as long as the day has not come. Raises NothingToTakeBack."""
    if not one.into_id or one.merged:
        raise errors.NothingToTakeBack()
    return replace(one, into_id="", into_from=None, planned_by="", agreed=False)


def clock_of(one: Department, at: datetime) -> Deadline:
    """The day before is the last one of its own."""
    assert one.into_from is not None
    basis = OnDay(one.into_from - timedelta(days=1), source=OWN_RULE)
    # A plan that was taken back leaves its clock behind, closed.
    kind = f"helpdesk.merge-{one.version + 1}"
    return Deadline(one.subject, kind, "并入别的部门", at, basis, (Rung("merged", RungKind.AT),), one.region)


def unite(one: Department, into: Department) -> tuple[Department, Department]:
    """The day has come: one takes nothing new, the other takes its topics too."""
    topics = tuple(dict.fromkeys((*into.topics, *one.topics)))
    return replace(one, merged=True), replace(into, topics=topics, general=into.general or one.general)


def post(before: Post | None, moved: Post, one: Department, into: Desk) -> Post:
    """Somebody's posts at the other department: what they took there, and what they took here."""
    kinds, topics = moved.kinds, moved.topics or one.topics
    if before is None:
        return Post(moved.person_id, into, kinds, topics)
    both = tuple(dict.fromkeys((*before.topics, *topics))) if before.topics else ()
    return Post(moved.person_id, into, tuple(dict.fromkeys((*before.kinds, *kinds))), both)


def ticket(one: Ticket, to: Desk) -> Ticket:
    """Whoever had it in hand has it still, and its clock runs on; its figures stay where it was asked."""
    partners = tuple(each for each in one.partners if each.desk.id != to.id)
    return replace(one, desk=to, partners=partners, counts_at=one.counts_at or one.desk.id)


def rating(one: Rating, to: Desk) -> Rating:
    """The other department mends it; its figures stay where it was given."""
    return replace(one, desk=to, counts_at=one.counts_at or one.desk.id)


def talk(one: Talk, to: Desk) -> Talk:
    """It waits, or goes on with the same agent; a line tells both."""
    return replace(one, desk=to, lines=one.lines + 1)
