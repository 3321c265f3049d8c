"""Departments, the people at their posts, and what a region promises."""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.helpdesk.models.base import HelpdeskRecord, dump_desk, load_desk
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.terms import Level, PostKind, TicketClass, TicketTopic
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, JsonAttribute


def _load_topics(raw: list[str]) -> tuple[TicketTopic, ...]:
    return tuple(TicketTopic(one) for one in raw)


def _load_kinds(raw: list[str]) -> tuple[PostKind, ...]:
    return tuple(PostKind(one) for one in raw)


def _load_times(raw: dict[str, int]) -> dict[TicketClass, int]:
    return {one: raw[one.value] for one in TicketClass if one.value in raw}


class DepartmentRecord(HelpdeskRecord, discriminator="department"):
    """A department. PK HELPDEPARTMENT#id, SK DEPARTMENT; GSI1 DEPARTMENTS-IN#region / name#id; GSI2 MERGERS-IN#city /
    region#day#id while a second person has to agree that it goes into another.
    """

    id = UnicodeAttribute()
    name = UnicodeAttribute()
    region = UnicodeAttribute()
    level = EnumAttribute(Level)
    topics = JsonAttribute[tuple[TicketTopic, ...]](list, _load_topics)
    general = BooleanAttribute()
    into_id = UnicodeAttribute(null=True)
    into_from = DateAttribute(null=True)
    planned_by = UnicodeAttribute(null=True)
    agreed = BooleanAttribute(null=True)
    merged = BooleanAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class PostRecord(HelpdeskRecord, discriminator="post"):
    """Somebody at posts. PK HELPDEPARTMENT#id, SK POST#person; GSI2 POSTS-OF#person / department;
    GSI1 WATCH-IN#region / person where 督办 is among them.
    """

    person_id = UnicodeAttribute()
    desk = JsonAttribute[Desk](dump_desk, load_desk)
    kinds = JsonAttribute[tuple[PostKind, ...]](list, _load_kinds)
    topics = JsonAttribute[tuple[TicketTopic, ...]](list, _load_topics)


class PromiseRecord(HelpdeskRecord, discriminator="promise"):
    """A city's own shorter times. PK HELPPROMISE#region (four digits), SK PROMISE."""

    times = JsonAttribute[dict[TicketClass, int]](dict, _load_times)
    version = NumberAttribute()
    chain = UnicodeAttribute()
