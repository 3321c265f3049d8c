"""Tickets, ratings, their words, and the rows that lists show."""

from typing import Any

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.helpdesk.models.base import HelpdeskRecord, dump_desk, load_desk
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.rules.ticket import Marks, Partner
from mashangban.domains.helpdesk.terms import (
    CallResult,
    Channel,
    Climb,
    PostKind,
    TicketClass,
    TicketState,
    TicketTopic,
)
from mashangban.domains.helpdesk.terms.pausing import PauseReason
from mashangban.domains.helpdesk.terms.rating import MendingState, RatingTag
from mashangban.kernel import clock
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute

Json = dict[str, Any]
_INSTANTS = ("taken_at", "answered_at", "ended_at")


def _dump_partners(raw: tuple[Partner, ...]) -> list[Any]:
    return [[*dump_desk(one.desk), one.answer] for one in raw]


def _load_partners(raw: list[Any]) -> tuple[Partner, ...]:
    return tuple(Partner(load_desk(one[:3]), one[3]) for one in raw)


def _dump_marks(one: Marks) -> Json:
    """Only what happened: the state item stays small."""
    values = {name: getattr(one, name) for name in Marks.__dataclass_fields__}
    return {
        name: clock.to_text(value) if name in _INSTANTS else value for name, value in values.items() if value
    }


def _load_marks(raw: Json) -> Marks:
    values: Json = {
        name: clock.from_text(value) if name in _INSTANTS else value for name, value in raw.items()
    }
    if "call" in values:
        values["call"] = CallResult(values["call"])
    return Marks(**values)


def _load_tags(raw: list[str]) -> tuple[RatingTag, ...]:
    return tuple(RatingTag(one) for one in raw)


class TicketRecord(HelpdeskRecord, discriminator="ticket"):
    """A ticket. PK HELPTICKET#id, SK TICKET. Who asked is an opaque id, what they wrote stands encrypted beside it."""

    id = UnicodeAttribute()
    number = UnicodeAttribute()
    region = UnicodeAttribute()
    asker_id = UnicodeAttribute(null=True)
    klass = EnumAttribute(TicketClass)
    topic = EnumAttribute(TicketTopic)
    channel = EnumAttribute(Channel)
    asked_at = InstantAttribute()
    first = JsonAttribute[Desk](dump_desk, load_desk)
    desk = JsonAttribute[Desk](dump_desk, load_desk)
    asked_as = EnumAttribute(TicketClass)
    where = UnicodeAttribute(null=True)
    photos = JsonAttribute[tuple[str, ...]](list, tuple, null=True)
    post = EnumAttribute(PostKind)
    charge_id = UnicodeAttribute(null=True)
    state = EnumAttribute(TicketState)
    climb = EnumAttribute(Climb)
    partners = JsonAttribute[tuple[Partner, ...]](_dump_partners, _load_partners, null=True)
    ordered = BooleanAttribute()
    parent_id = UnicodeAttribute(null=True)
    talk_id = UnicodeAttribute(null=True)
    counts_at = UnicodeAttribute(null=True)
    pause = EnumAttribute(PauseReason, null=True)
    clock = NumberAttribute()
    marks = JsonAttribute[Marks](_dump_marks, _load_marks)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class WordsRecord(HelpdeskRecord, discriminator="words"):
    """What somebody wrote with a step, encrypted. PK of the subject, SK WORDS#version."""

    words = UnicodeAttribute()


class OwnRecord(HelpdeskRecord, discriminator="own"):
    """A ticket of its asker. PK ASKER#person, SK ticket id."""

    ticket_id = UnicodeAttribute()


class ChildRecord(HelpdeskRecord, discriminator="child"):
    """A ticket that joined another. PK HELPTICKET#parent, SK CHILD#id."""

    ticket_id = UnicodeAttribute()


class RatingRecord(HelpdeskRecord, discriminator="rating"):
    """A rating. PK HELPRATING#ticket or conversation, SK RATING."""

    ticket_id = UnicodeAttribute(null=True)
    talk_id = UnicodeAttribute(null=True)
    counts_at = UnicodeAttribute(null=True)
    number = UnicodeAttribute(null=True)
    region = UnicodeAttribute()
    asker_id = UnicodeAttribute(null=True)
    desk = JsonAttribute[Desk](dump_desk, load_desk)
    stars = NumberAttribute()
    tags = JsonAttribute[tuple[RatingTag, ...]](list, _load_tags)
    at = InstantAttribute()
    state = EnumAttribute(MendingState)
    climb = EnumAttribute(Climb)
    founded = BooleanAttribute(null=True)
    mender_id = UnicodeAttribute(null=True)
    done_at = InstantAttribute(null=True)
    in_time = BooleanAttribute()
    rounds = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class RowRecord(HelpdeskRecord, discriminator="row"):
    """A ticket, a rating or a conversation as lists show it, and what it last counted; written by the listener.

    PK TICKETS#id or RATINGS#id, SK ROW; GSI1 TICKETS-OF#desk or RATINGS-OF#desk, GSI3 TICKETS-IN#county or
    RATINGS-IN#county, each / bucket#order#id; GSI2 TICKETS-AT#agent / order#id while somebody of a desk holds it.
    """

    id = UnicodeAttribute()
    version = NumberAttribute()
    region = UnicodeAttribute()
    desk_id = UnicodeAttribute()
    charge_id = UnicodeAttribute(null=True)
    bucket = UnicodeAttribute()
    order = UnicodeAttribute()
    shown = JsonAttribute[Json](dict, dict)
    boards = JsonAttribute[tuple[str, ...]](list, tuple)
    counted = JsonAttribute[dict[str, int]](dict, dict)


class AskedRecord(HelpdeskRecord, discriminator="asked"):
    """How much a person asked on a day. PK ASKED#person, hashed#day, SK ASKED; expires."""

    asked = NumberAttribute()
    expires_at = NumberAttribute()
