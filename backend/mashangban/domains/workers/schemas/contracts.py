"""Contracts on the wire."""

from datetime import date, datetime

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.workers.schemas.amendments import AmendmentView, Stroke, Words
from mashangban.domains.workers.schemas.teams import Id, Named, Pay, ProjectBrief, TradeCode
from mashangban.domains.workers.terms import ContractState, PeriodKind
from mashangban.kernel.http.schemas import ListQuery, Schema


class Period(Schema):
    """固定期限 has an end, 完成一定工作任务 has none."""

    kind: PeriodKind
    start: date
    end: date | None = None


class CertificateForm(Schema):
    number: str = Field(min_length=6, max_length=40, pattern=r"^[A-Za-z0-9\u4e00-\u9fff()（）-]+$")
    valid_until: date


class ContractCertificate(CertificateForm):
    """The certificate a contract names; `registered` is its id in the worker's own list, null when it was typed."""

    registered: str | None


class TrainedBrief(Schema):
    """The recorded training that opened the gate."""

    training_id: str
    held_on: date


class Application(Schema):
    """A worker applies to join the team of a code; the offer follows from the team's terms.

    A registered certificate and a recorded training of this project count before what is stated here.
    """

    code: str = Field(min_length=20, max_length=60)
    trade_code: TradeCode
    period: Period
    training_confirmed: bool
    certificate: CertificateForm | None = None


class Signature(Schema):
    """The worker's hand: strokes of [x, y, t ms, pressure?] on a canvas of width x height, over one exact document."""

    document_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    strokes: list[Stroke] = Field(min_length=1, max_length=200)
    width: int = Field(ge=50, le=4096)
    height: int = Field(ge=50, le=4096)
    consent_version: str = Field(max_length=20)
    read_aloud: bool = False


class Reason(Schema):
    reason: Words


class Bulk(Schema):
    contract_ids: list[Id] = Field(min_length=1, max_length=50)


class BulkLine(Schema):
    contract_id: str
    ok: bool
    code: str | None = None
    title: str | None = None


class BulkResult(Schema):
    results: list[BulkLine]


class WorkerBrief(Schema):
    name_masked: str
    id_number_masked: str


class TradeBrief(Schema):
    code: str
    name: str


class Terms(Schema):
    """The agreed terms; wording and order follow 劳动合同法 Art. 17."""

    period: Period
    workplace: str
    content: str
    hours: str
    rest: str
    pay: Pay
    insurance: list[str]
    protection: str
    liability: str
    dispute: str


class DocumentView(Schema):
    """Where the file stands: preparing, ready, sealing, sealed or failed."""

    status: str
    document_id: str | None = None
    sha256: str | None = None
    sealed_sha256: str | None = None
    verify_url: str | None = None


class TimelineStep(Schema):
    key: str
    label: str
    at: datetime | None
    by_label: str
    state: str
    due_at: datetime | None = None


class PlainPart(Schema):
    heading: str
    text: str


class ContractRow(Schema):
    id: str
    number: str
    state: ContractState
    state_label: str
    project: Named
    employer: Named
    team: Named
    worker_name_masked: str
    trade: TradeBrief
    opened_at: datetime


class ContractDone(Schema):
    """The answer of an act; the contract itself is read again."""

    id: str
    number: str
    state: ContractState
    state_label: str
    version: int


class ContractView(Schema):
    id: str
    number: str
    state: ContractState
    state_label: str
    project: ProjectBrief
    employer: Named
    team: Named
    worker: WorkerBrief
    trade: TradeBrief
    certificate: ContractCertificate | None
    training: TrainedBrief | None
    terms: Terms
    notes: list[str]
    document: DocumentView
    timeline: list[TimelineStep]
    deadline: DeadlineView | None
    plain: list[PlainPart]
    actions: list[str]
    amendments: list[AmendmentView]
    opened_at: datetime
    version: int


class ContractListQuery(ListQuery):
    state: ContractState | None = None


class LogEntry(Schema):
    """One line of the log of one's own matter."""

    at: datetime
    label: str
    by_label: str
    event_id: str
    hash: str
