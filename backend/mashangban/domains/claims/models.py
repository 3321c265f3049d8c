"""How claims and budget lines lie in the claims table (docs/data/claims.md)."""

from dataclasses import asdict, astuple
from datetime import date
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.claims.rules.claim import Paper, Terms
from mashangban.domains.claims.terms import ClaimState, CreditRule, Mode, Step
from mashangban.kernel.attributes import EnumAttribute, InstantAttribute, JsonAttribute, PackedAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("claims")
Json = dict[str, Any]


def _dump_terms(one: Terms) -> Json:
    return asdict(one) | {"closes_on": one.closes_on.isoformat() if one.closes_on else None}


def _load_terms(raw: Json) -> Terms:
    until = raw["closes_on"]
    read: Json = {
        "mode": Mode(raw["mode"]),
        "credit": CreditRule(raw["credit"]),
        "closes_on": date.fromisoformat(until) if until else None,
        "materials": tuple(raw["materials"]),
    }
    return Terms(**raw | read)


class ClaimsRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class ClaimRecord(ClaimsRecord, discriminator="claim"):
    """A claim. PK CLAIM#id, SK CLAIM; GSI1 CLAIMS-AT#region#state / updated#id; GSI2 CLAIMS-OF#enterprise / began#id.
    The account and the last reason are encrypted.
    """

    id = UnicodeAttribute()
    number = UnicodeAttribute()
    enterprise_id = UnicodeAttribute()
    enterprise_name = UnicodeAttribute()
    terms = PackedAttribute[Terms](_dump_terms, _load_terms)
    state = EnumAttribute(ClaimState)
    step = EnumAttribute(Step)
    began_at = InstantAttribute()
    updated_at = InstantAttribute()
    amount_fen = NumberAttribute()
    account = UnicodeAttribute(null=True)
    papers = JsonAttribute[tuple[Paper, ...]](
        lambda papers: [astuple(one) for one in papers], lambda raw: tuple(Paper(*one) for one in raw)
    )
    note = UnicodeAttribute(null=True)
    charge_id = UnicodeAttribute(null=True)
    hands = JsonAttribute[tuple[str, ...]](list, tuple)
    panel = BooleanAttribute()
    supplemented = BooleanAttribute()
    shard = NumberAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class SnapshotRecord(ClaimsRecord, discriminator="snapshot"):
    """The policy's edition and the facts as they were when the claim was begun; never changed. PK CLAIM#id, SK
    SNAPSHOT.
    """

    content = PackedAttribute[Json](dict, dict)


class ObjectionRecord(ClaimsRecord, discriminator="objection"):
    """What somebody said against a claim, encrypted. PK CLAIM#id, SK OBJECTION#id."""

    person_id = UnicodeAttribute()
    at = InstantAttribute()
    words = UnicodeAttribute()


class HoldRecord(ClaimsRecord, discriminator="hold"):
    """What an enterprise may claim once at a time. PK HOLD#enterprise#policy.period (or #group.name.year), SK HOLD."""

    claim_id = UnicodeAttribute()


class ClaimDeadlineRecord(DeadlineRecord, ClaimsRecord, discriminator="deadline"):
    """A clock of a claim; GSI3 DUE#shard / instant."""


class BudgetLineRecord(ClaimsRecord, discriminator="budgetline"):
    """A policy's budget. PK BUDGETLINE#policy, SK BUDGETLINE; GSI1 BUDGETS-IN#region / policy."""

    policy_id = UnicodeAttribute()
    title = UnicodeAttribute()
    region = UnicodeAttribute()
    total_fen = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class ShardRecord(ClaimsRecord, discriminator="shard"):
    """A part of what is left of a line. PK BUDGETLINE#policy, SK SHARD#0 to SHARD#7."""

    left_fen = NumberAttribute()
