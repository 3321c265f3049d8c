"""How expected pay days and complaints lie in the arrears table (docs/data/arrears.md)."""

from dataclasses import asdict
from datetime import date
from typing import Any

from pynamodb.attributes import BooleanAttribute, DiscriminatorAttribute, NumberAttribute, UnicodeAttribute

from mashangban.deadlines.models import DeadlineRecord
from mashangban.domains.arrears.rules.complaint import Order, Proposal
from mashangban.domains.arrears.rules.expectation import Line
from mashangban.domains.arrears.terms import (
    ComplaintReason,
    ComplaintState,
    Level,
    PayState,
    ProposalKind,
    ReplyKind,
    SettledBy,
)
from mashangban.employment.models import EmploymentRecord
from mashangban.employment.rules import Employment, Named, Pay
from mashangban.employment.terms import PayBasis
from mashangban.kernel import clock, words
from mashangban.kernel.attributes import DateAttribute, EnumAttribute, InstantAttribute, JsonAttribute
from mashangban.kernel.dynamodb import Record
from mashangban.kernel.settings import Table

TABLE = Table("arrears")
Json = dict[str, Any]
_NAMED = ("project", "employer", "general_contractor", "team", "trade")


def _dump_facts(facts: Employment) -> list[Any]:
    """An employment as the list of its values: the state item stays under 1 KB, one write unit."""
    raw = asdict(facts)
    named = {name: list(raw[name].values()) for name in _NAMED}
    days = [facts.starts_on.isoformat(), facts.ends_on.isoformat() if facts.ends_on else None]
    pay = list(raw["pay"].values())
    return list({**raw, **named, "pay": pay, "starts_on": days[0], "ends_on": days[1]}.values())


def _load_facts(raw: list[Any]) -> Employment:
    values = dict(zip(Employment.__dataclass_fields__, raw, strict=True))
    for name in _NAMED:
        values[name] = Named(*values[name])
    values["pay"] = Pay(PayBasis(values["pay"][0]), *values["pay"][1:])
    values["starts_on"] = date.fromisoformat(values["starts_on"])
    values["ends_on"] = date.fromisoformat(values["ends_on"]) if values["ends_on"] else None
    return Employment(**values)


def _dump_line(line: Line) -> list[Any]:
    return [line.id, line.amount_fen, line.halves, line.state, line.version, clock.to_text(line.at)]


def _load_line(raw: list[Any]) -> Line:
    line, amount_fen, halves, state, version, at = raw
    return Line(line, amount_fen, halves, state, version, clock.from_text(at))


def _dump_proposal(one: Proposal) -> list[Any]:
    return [
        one.kind.value,
        one.words,
        one.amount_fen,
        one.pay_by and one.pay_by.isoformat(),
        one.worker,
        one.unit,
    ]


def _load_proposal(raw: list[Any]) -> Proposal:
    kind, words, amount, pay_by, worker, unit = raw
    return Proposal(
        ProposalKind(kind), words, amount, date.fromisoformat(pay_by) if pay_by else None, worker, unit
    )


def _dump_order(one: Order) -> list[Any]:
    return [one.amount_fen, one.pay_by.isoformat(), one.words]


def _load_order(raw: list[Any]) -> Order:
    return Order(raw[0], date.fromisoformat(raw[1]), raw[2])


class FactsAttribute(JsonAttribute[Employment]):
    """The employment as it was when the matter began."""

    def __init__(self) -> None:
        super().__init__(_dump_facts, _load_facts)


class ArrearsRecord(Record):
    """Base of every item of the table."""

    class Meta:
        table_name = ""

    table = TABLE
    kind = DiscriminatorAttribute()


class ArrearsEmployment(EmploymentRecord, ArrearsRecord, discriminator="employment"):
    """An employment this domain was told of (mashangban.employment.models)."""


class ArrearsDeadlineRecord(DeadlineRecord, ArrearsRecord, discriminator="deadline"):
    """A deadline in its subject's partition; GSI3 DUE#shard / instant."""


class ExpectationRecord(ArrearsRecord, discriminator="expectation"):
    """A month's expected pay. PK EXPECTATION#contract-month, SK EXPECTATION."""

    month = UnicodeAttribute()
    facts = FactsAttribute()
    state = EnumAttribute(PayState)
    level = EnumAttribute(Level)
    clock = UnicodeAttribute(null=True)
    rounds = NumberAttribute()
    line = JsonAttribute[Line](_dump_line, _load_line, null=True)
    settled_by = EnumAttribute(SettledBy, null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class DayRecord(ArrearsRecord, discriminator="day"):
    """A day of attendance as it was told. PK EXPECTATION#contract-month, SK DAY#date."""

    day = DateAttribute()
    halves = NumberAttribute()
    state = UnicodeAttribute()
    version = NumberAttribute()


class WaitingRecord(ArrearsRecord, discriminator="waiting"):
    """A month of work told of before its employment was. PK WAITING#contract, SK month; expires."""

    expires_at = NumberAttribute()


class ComplaintRecord(ArrearsRecord, discriminator="complaint"):
    """A complaint. PK COMPLAINT#id, SK COMPLAINT."""

    number = UnicodeAttribute()
    state = EnumAttribute(ComplaintState)
    facts = FactsAttribute()
    month = UnicodeAttribute()
    reason = EnumAttribute(ComplaintReason)
    hidden = BooleanAttribute()
    automatic = BooleanAttribute()
    opened_at = InstantAttribute()
    photos = JsonAttribute[tuple[str, ...]](list, tuple)
    matter = UnicodeAttribute(null=True)
    document_id = UnicodeAttribute(null=True)
    document_sha256 = UnicodeAttribute(null=True)
    proposal = JsonAttribute[Proposal](_dump_proposal, _load_proposal, null=True)
    order = JsonAttribute[Order](_dump_order, _load_order, null=True)
    extended = BooleanAttribute()
    closing = UnicodeAttribute(null=True)
    closed_by = EnumAttribute(SettledBy, null=True)
    version = NumberAttribute()
    chain = UnicodeAttribute()


class GuardRecord(ArrearsRecord, discriminator="guard"):
    """The one open complaint of a month. PK EXPECTATION#contract-month, SK COMPLAINT."""

    complaint_id = UnicodeAttribute()


class WordsRecord(words.WordsRecord, ArrearsRecord, discriminator="words"):
    """What somebody wrote with an act, encrypted. PK of the subject, SK WORDS#version."""


class ReplyRecord(ArrearsRecord, discriminator="reply"):
    """The accused unit's word. PK COMPLAINT#id, SK REPLY#id; its chain is subject `complaint_reply`."""

    id = UnicodeAttribute()
    reply = EnumAttribute(ReplyKind)
    enterprise = UnicodeAttribute()
    words = UnicodeAttribute()
    at = InstantAttribute()
    version = NumberAttribute()
    chain = UnicodeAttribute()


class RowRecord(ArrearsRecord, discriminator="row"):
    """A month's pay or a complaint as lists show it, and what it last counted; written by the listener.

    PK AT#project, SK pay#id or complaint#id; GSI1 <kind>-IN#region / bucket#order#id;
    GSI2 <kind>-OF#person / order#id; GSI3 <kind>-AT#project / bucket#order#id.
    """

    row_kind = UnicodeAttribute()
    id = UnicodeAttribute()
    version = NumberAttribute()
    person_id = UnicodeAttribute()
    project = UnicodeAttribute()
    region = UnicodeAttribute()
    bucket = UnicodeAttribute()
    order = UnicodeAttribute()
    shown = JsonAttribute[Json](dict, dict)
    counted = JsonAttribute[dict[str, int]](dict, dict)
