"""Complaints on the wire: what the worker and the regulators see and send."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.arrears.schemas.pay import Fen, LogLine, PayerView, Text
from mashangban.domains.arrears.terms import Circumstance, ComplaintReason, ProposalKind
from mashangban.files.schemas import LinkView
from mashangban.kernel.http.schemas import LINES, Schema

Id = Annotated[str, Field(min_length=20, max_length=64, pattern=r"^[A-Za-z0-9-]+$")]


class Complaining(Schema):
    """A worker complains: one tap is enough, words and photos may come with it."""

    expectation_id: Id
    reason: ComplaintReason = ComplaintReason.NOT_PAID
    hidden: bool = True
    text: Annotated[str, Field(max_length=500), LINES] = ""
    photos: list[Id] = Field([], max_length=9)


class Decision(Schema):
    """The worker's yes or no to a proposal."""

    agreed: bool


class Reason(Schema):
    reason: Text


class Proposal(Schema):
    """An officer proposes a sum and a day, or the way to arbitration; `text` names time and place of a meeting."""

    kind: ProposalKind = ProposalKind.MEDIATION
    text: Text
    amount_fen: Fen | None = None
    pay_by: date | None = None


class Order(Schema):
    """An officer orders payment; `circumstances` decide which unit pays first."""

    text: Text
    amount_fen: Fen
    pay_by: date


class Joining(Schema):
    complaint_ids: list[Id] = Field(min_length=1, max_length=10)


class ComplaintDone(Schema):
    """What an act answers: where the complaint stands now."""

    id: str
    state: str
    state_label: str


class ComplaintRow(Schema):
    """A complaint in a list."""

    id: str
    number: str
    month_label: str
    project: str
    team: str
    employer: str
    worker_name_masked: str
    state: str
    state_label: str
    reason_label: str
    hidden: bool
    automatic: bool
    matter: str
    opened_at: datetime


class ProposalView(Schema):
    """The proposal on the table and who said what."""

    kind: str
    text: str
    amount_fen: int
    pay_by: date | None
    worker: bool | None
    unit: bool | None


class OrderView(Schema):
    text: str
    amount_fen: int
    pay_by: date


class ReplyView(Schema):
    """The unit's word."""

    at: datetime
    by_label: str
    label: str
    text: str


class Step(Schema):
    """What may be done next, by name."""

    name: str
    label: str


class ComplaintView(Schema):
    """A complaint whole, for the worker and the regulators."""

    id: str
    row: ComplaintRow
    expectation_id: str
    text: str
    photos: list[LinkView]
    proposal: ProposalView | None
    order: OrderView | None
    replies: list[ReplyView]
    deadlines: list[DeadlineView]
    payers: list[PayerView]
    log: list[LogLine]
    document_id: str
    document_ready: bool
    actions: list[str]


class CircumstanceQuery(Schema):
    """What is known of why wages are unpaid."""

    circumstance: Circumstance | None = None
