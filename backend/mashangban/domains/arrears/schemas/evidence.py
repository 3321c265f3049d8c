"""The evidence of a complaint as data: what the PDF prints, and the chain it rests on."""

from datetime import date, datetime

from mashangban.audit.schemas import ReceiptView
from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.arrears.schemas.pay import LineView, PayerView
from mashangban.kernel.http.schemas import Schema


class DayLine(Schema):
    day: date
    halves: int
    state: str


class ChainLine(Schema):
    """One event of the chain, by its fingerprint."""

    version: int
    event_id: str
    type: str
    label: str
    at: datetime
    hash: str


class EvidenceView(Schema):
    """Everything known of one month's pay. `receipt` is the log's own proof, null until the log took it."""

    format: str = "mashangban-arrears-evidence-1"
    complaint_number: str
    contract_number: str
    project: str
    team: str
    employer: str
    general_contractor: str
    month: str
    pay_text: str
    days: list[DayLine]
    days_worked: float
    estimated_fen: int | None
    lines: list[LineView]
    clocks: list[DeadlineView]
    payers: list[PayerView]
    chain: list[ChainLine]
    receipt: ReceiptView | None
    document_id: str
    document_sha256: str
