"""Live conversations, their lines, and who is on duty."""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from mashangban.domains.helpdesk.models.base import HelpdeskRecord, dump_desk, load_desk
from mashangban.domains.helpdesk.rules.department import Desk
from mashangban.domains.helpdesk.rules.talk import Card
from mashangban.domains.helpdesk.terms import PostKind, TicketTopic
from mashangban.domains.helpdesk.terms.cards import CardKind
from mashangban.domains.helpdesk.terms.talking import DutyState, LineKind, Side, TalkState
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute


def _dump_desks(all_: tuple[Desk, ...]) -> list[list[str]]:
    return [dump_desk(one) for one in all_]


def _load_desks(raw: list[list[str]]) -> tuple[Desk, ...]:
    return tuple(load_desk(one) for one in raw)


def _dump_card(one: Card) -> list[str]:
    return [one.kind.value, one.target]


def _load_card(raw: list[str]) -> Card:
    return Card(CardKind(raw[0]), raw[1])


class TalkRecord(HelpdeskRecord, discriminator="talk"):
    """A conversation. PK HELPTALK#id, SK TALK. GSI1 WAITING-AT#department / opened#id while it waits;
    GSI2 TALKS-OF#agent / opened#id while somebody talks; GSI3 TALKS-DUE#shard / instant#id until it ends.
    """

    id = UnicodeAttribute()
    region = UnicodeAttribute()
    asker_id = UnicodeAttribute(null=True)
    topic = EnumAttribute(TicketTopic)
    opened_at = InstantAttribute()
    first = JsonAttribute[Desk](dump_desk, load_desk)
    desk = JsonAttribute[Desk](dump_desk, load_desk)
    spoken_at = InstantAttribute()
    post = EnumAttribute(PostKind)
    agent_id = UnicodeAttribute(null=True)
    state = EnumAttribute(TalkState)
    lines = NumberAttribute()
    spoken_by = EnumAttribute(Side)
    asker_read = NumberAttribute()
    agent_read = NumberAttribute()
    warned_at = InstantAttribute(null=True)
    told = BooleanAttribute()
    moves = NumberAttribute()
    taken_at = InstantAttribute(null=True)
    answered_at = InstantAttribute(null=True)
    ended_at = InstantAttribute(null=True)
    ticket_id = UnicodeAttribute(null=True)
    stars = NumberAttribute()
    due_at = InstantAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class LineRecord(HelpdeskRecord, discriminator="line"):
    """A line of a conversation, its words encrypted. PK HELPTALK#id, SK LINE#00000001."""

    side = EnumAttribute(Side)
    what = EnumAttribute(LineKind)
    at = InstantAttribute()
    author_id = UnicodeAttribute(null=True)
    words = UnicodeAttribute(null=True)
    file_id = UnicodeAttribute(null=True)
    card = JsonAttribute[Card](_dump_card, _load_card, null=True)


class OwnTalkRecord(HelpdeskRecord, discriminator="own_talk"):
    """A conversation of its asker. PK ASKER-TALKS#person, SK id."""

    talk_id = UnicodeAttribute()


class TalkingRecord(HelpdeskRecord, discriminator="talking"):
    """The one conversation that somebody has open. PK TALKING#person, SK TALKING."""

    talk_id = UnicodeAttribute()


class DutyRecord(HelpdeskRecord, discriminator="duty"):
    """Somebody's presence at their desks. PK HELPDUTY#person, SK DUTY."""

    person_id = UnicodeAttribute()
    desks = JsonAttribute[tuple[Desk, ...]](_dump_desks, _load_desks)
    state = EnumAttribute(DutyState)
    until = InstantAttribute(null=True)
    talks = NumberAttribute()
    most = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class CannedRecord(HelpdeskRecord, discriminator="canned"):
    """Kept words. PK HELPCANNED#id, SK CANNED; GSI1 CANNED-OF#person or department / short name#id until withdrawn."""

    id = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    shortcut = UnicodeAttribute()
    text = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()
