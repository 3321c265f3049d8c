"""Items of the notices table (docs/data/notices.md).

PERSON#<id>   NOTICE#<id>    one message with the state of its channels
PERSON#<id>   SUMMARY        the unread count
PERSON#<id>   PREFERENCES    what reaches the person beside the inbox
DEDUPE#<hash> DEDUPE         an occasion that was told already
"""

import datetime as dt
from typing import Any
from zlib import crc32

from pynamodb.attributes import (
    BooleanAttribute,
    DiscriminatorAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)

from mashangban.kernel.attributes import InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table
from mashangban.notices.rules import ChannelPlan, Plans
from mashangban.notices.terms import Channel, DeliveryState, Reason

TABLE = Table("notices")
SHARDS = 4
NOTICE_PREFIX = "NOTICE#"


def person_pk(person_id: str) -> str:
    """Name a person's partition."""
    return f"PERSON#{person_id}"


def unread_pk(person_id: str) -> str:
    """Name a person's partition of the index of unread notices."""
    return f"UNREAD#{person_id}"


def subject_pk(subject: str) -> str:
    """Name a matter's partition of the index of notices by matter."""
    return f"SUBJECT#{subject}"


def shard_pk(number: int) -> str:
    """Name a partition of the due index."""
    return f"DUE#{number}"


def shard_of(pk: str) -> str:
    """Spread persons evenly over the partitions of the due index."""
    return shard_pk(crc32(pk.encode()) % SHARDS)


def _dump_instant(moment: dt.datetime | None) -> int | None:
    """Whole seconds: an item stays within one write unit."""
    return None if moment is None else int(moment.timestamp())


def _load_instant(seconds: int | None) -> dt.datetime | None:
    return None if seconds is None else dt.datetime.fromtimestamp(seconds, dt.UTC)


def _dump_plans(plans: Plans) -> list[list[Any]]:
    return [
        [
            one.channel.value,
            one.state.value,
            one.attempts,
            _dump_instant(one.next_at),
            _dump_instant(one.at),
            one.reason and one.reason.value,
        ]
        for one in plans
    ]


def _load_plans(raw: list[list[Any]]) -> Plans:
    return tuple(
        ChannelPlan(
            Channel(channel),
            DeliveryState(state),
            attempts,
            _load_instant(next_at),
            _load_instant(at),
            Reason(reason) if reason else None,
        )
        for channel, state, attempts, next_at, at, reason in raw
    )


class NoticesRecord(Record):
    """Base of all kinds."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class NoticeRecord(NoticesRecord, discriminator="notice"):
    """GSI1 while unread, GSI2 by the matter it is about, GSI3 while a channel waits. Words are sealed."""

    notice_kind = UnicodeAttribute()
    content = UnicodeAttribute()
    at = InstantAttribute()
    read_at = InstantAttribute(null=True)
    urgent = BooleanAttribute()
    channels = JsonAttribute[Plans](_dump_plans, _load_plans)
    region = UnicodeAttribute(null=True)
    project = UnicodeAttribute(null=True)
    orgs = UnicodeSetAttribute(null=True)
    claim = UnicodeAttribute(null=True)


class SummaryRecord(NoticesRecord, discriminator="summary"):
    """Counted by ADD in the very transaction that adds or reads a notice."""

    unread = NumberAttribute()


class PreferencesRecord(NoticesRecord, discriminator="preferences"):
    """A person's choice; absent means everything."""

    wechat = BooleanAttribute()
    sms = BooleanAttribute()
    muted = UnicodeSetAttribute(null=True)


class DedupeRecord(NoticesRecord, discriminator="dedupe"):
    """One occasion for one person."""

    expires_at = NumberAttribute()
