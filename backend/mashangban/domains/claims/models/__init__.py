"""How claims and budget lines lie in the claims table (docs/data/claims.md)."""

from dataclasses import asdict, astuple
from datetime import date
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    DiscriminatorAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.claims.rules import licences
from mashangban.domains.claims.rules.claim import Paper, Terms
from mashangban.domains.claims.rules.form import Form
from mashangban.domains.claims.rules.licences import LicenceAsk, Look
from mashangban.domains.claims.rules.order import Gap
from mashangban.domains.claims.terms import ClaimState, CreditRule, GapKind, Mode, OrderKind, OrderState, Step
from mashangban.domains.claims.terms.forms import FormState
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
        "licences": tuple(LicenceAsk(**one) for one in raw.get("licences", ())),
    }
    return Terms(**raw | read)


def _load_gaps(raw: list[Any]) -> tuple[Gap, ...]:
    return tuple(Gap(GapKind(kind), *rest) for kind, *rest in raw)


def _load_form(raw: list[Any]) -> Form:
    document_id, asked_fen, state, sha256, reason = raw
    return Form(document_id, int(asked_fen), FormState(state), sha256, reason)


class Stoppable:
    """What a fuse may halt: the ids of the fuses that stop its approvals and its payments; absent where none does."""

    stops_approval = UnicodeSetAttribute(null=True)
    stops_payment = UnicodeSetAttribute(null=True)


class ClaimsRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class ClaimRecord(Stoppable, ClaimsRecord, discriminator="claim"):
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
    licences = JsonAttribute[tuple[Look, ...]](
        lambda looks: [licences.written(one) for one in looks],
        lambda raw: tuple(licences.read(one) for one in raw),
    )
    form = JsonAttribute[Form](lambda one: list(astuple(one)), _load_form, null=True)
    note = UnicodeAttribute(null=True)
    charge_id = UnicodeAttribute(null=True)
    hands = JsonAttribute[tuple[str, ...]](list, tuple)
    panel = BooleanAttribute()
    supplemented = BooleanAttribute()
    shard = NumberAttribute(null=True)
    attempt = NumberAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class SnapshotRecord(ClaimsRecord, discriminator="snapshot"):
    """The policy's edition and the facts as they were when the claim was begun; never changed. PK CLAIM#id, SK
    SNAPSHOT.
    """

    content = PackedAttribute[Json](dict, dict)


class ObjectionRecord(ClaimsRecord, discriminator="objection"):
    """What somebody said against a claim, encrypted. PK CLAIM#id, SK OBJECTION#id; GSI2
    OBJECTIONS-OF#person / time."""

    person_id = UnicodeAttribute()
    at = InstantAttribute()
    words = UnicodeAttribute()


class HoldRecord(ClaimsRecord, discriminator="hold"):
    """What an enterprise may claim once at a time. PK HOLD#enterprise#policy.period (or #group.name.year), SK HOLD."""

    claim_id = UnicodeAttribute()


class ClaimDeadlineRecord(DeadlineRecord, ClaimsRecord, discriminator="deadline"):
    """A clock of a claim; GSI3 DUE#shard / instant."""


class BudgetLineRecord(ClaimsRecord, discriminator="budgetline"):
    """A policy's budget. PK BUDGETLINE#policy, SK BUDGETLINE; GSI1 BUDGETS-IN#region / policy; GSI3 LINES /
    instant of the next look."""

    policy_id = UnicodeAttribute()
    title = UnicodeAttribute()
    region = UnicodeAttribute()
    total_fen = NumberAttribute()
    asked_fen = NumberAttribute(null=True)
    asked_by = UnicodeAttribute(null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class ShardRecord(Stoppable, ClaimsRecord, discriminator="shard"):
    """A part of what is left of a line. PK BUDGETLINE#policy, SK SHARD#0 to SHARD#7."""

    left_fen = NumberAttribute()


class OrderRecord(ClaimsRecord, discriminator="order"):
    """An order to the treasury. PK CLAIM#id, SK ORDER#payment#1; GSI1 UNSEEN#book / key while it is done and no
    statement has shown it; GSI3 WORK#shard / instant while the treasury is to be asked. The account is encrypted.
    """

    claim_id = UnicodeAttribute()
    order_kind = EnumAttribute(OrderKind)
    attempt = NumberAttribute()
    amount_fen = NumberAttribute()
    book = UnicodeAttribute()
    account = UnicodeAttribute()
    state = EnumAttribute(OrderState)
    tries = NumberAttribute()
    reference = UnicodeAttribute(null=True)
    seen_fen = NumberAttribute(null=True)
    seen_until = NumberAttribute(null=True)


class BookRecord(ClaimsRecord, discriminator="book"):
    """How far a province's statement was read. PK TREASURY#book, SK BOOK; GSI3 ROUND / instant of the next reading."""

    sequence = NumberAttribute()


class ReportRecord(ClaimsRecord, discriminator="report"):
    """A reconciliation. PK TREASURYREPORT#id, SK REPORT; GSI1 REPORTS#book / id."""

    id = UnicodeAttribute()
    book = UnicodeAttribute()
    at = InstantAttribute()
    entries = NumberAttribute()
    ours_fen = NumberAttribute()
    treasury_fen = NumberAttribute()
    gaps = JsonAttribute[tuple[Gap, ...]](lambda found: [astuple(one) for one in found], _load_gaps)
    version = NumberAttribute()
    chain = UnicodeAttribute()
