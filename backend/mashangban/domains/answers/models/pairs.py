"""Pairs: a small head with its chain, one item an edition, one item for what everybody may read."""

from dataclasses import asdict
from datetime import date
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.answers.rules.media import Medium
from mashangban.domains.answers.rules.pair import Edition
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel.attributes import EnumAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("answers")


def _dump_edition(one: Edition) -> dict[str, Any]:
    ends = one.valid_until.isoformat() if one.valid_until else None
    return asdict(one) | {"valid_from": one.valid_from.isoformat(), "valid_until": ends}


def _load_edition(raw: dict[str, Any]) -> Edition:
    days = {
        "valid_from": date.fromisoformat(raw["valid_from"]),
        "valid_until": date.fromisoformat(raw["valid_until"]) if raw["valid_until"] else None,
    }
    parts = {
        "department": AnswerDepartment(raw["department"]),
        "titles": tuple(raw["titles"]),
        "media": tuple(Medium(**one) for one in raw.get("media", ())),
        "earlier_authors": tuple(raw.get("earlier_authors", ())),
    }
    return Edition(**raw | days | parts)


class AnswersRecord(Record):
    """Base of every item of this table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class PairRecord(AnswersRecord, discriminator="pair"):
    """The head of a pair. PK ANSWERPAIR#id, SK PAIR; GSI1 PAIRS-OF#region / id.

    GSI2 PAIRS-ON#region#shelf / id; GSI3 PAIRS-BY#region#department / shelf#id.
    """

    id = UnicodeAttribute()
    region = UnicodeAttribute(null=True)
    department = EnumAttribute(AnswerDepartment)
    question = UnicodeAttribute()
    edition = NumberAttribute()
    draft = NumberAttribute()
    submitted = BooleanAttribute()
    ended = UnicodeAttribute(null=True)
    returned = UnicodeAttribute(null=True)
    gap_id = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class PairEditionRecord(AnswersRecord, discriminator="pair-edition"):
    """What a pair says in one version. PK ANSWERPAIR#id, SK EDITION#0001; written over only while it is a draft."""

    content = JsonAttribute[Edition](_dump_edition, _load_edition)


class PublishedRecord(AnswersRecord, discriminator="published"):
    """What everybody may read, while it is in force. PK ANSWERPAIR#id, SK PUBLISHED; GSI1 PUBLISHED#shard / id."""

    id = UnicodeAttribute()
    region = UnicodeAttribute(null=True)
    edition = NumberAttribute()
    content = JsonAttribute[Edition](_dump_edition, _load_edition)


class ChangeRecord(AnswersRecord, discriminator="change"):
    """Something of the index changed. PK ANSWERCHANGES, SK instant#id; expires."""

    changed = UnicodeAttribute()
    id = UnicodeAttribute()
    expires_at = NumberAttribute()


class ReceiverRecord(AnswersRecord, discriminator="receiver"):
    """Who got an answer. PK ANSWERPAIR#id, SK RECEIVER#person; GSI2 RECEIVED-BY#person / pair; expires."""

    person_id = UnicodeAttribute()
    pair_id = UnicodeAttribute()
    expires_at = NumberAttribute()


class AnswerDeadlineRecord(DeadlineRecord, AnswersRecord, discriminator="deadline"):
    """Until when an edition holds; GSI3 DUE#shard / instant."""
