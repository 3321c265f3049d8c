"""Claims, budget lines and publicity on the wire. Money is fen; account numbers are masked."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.claims.terms import ClaimState, Mode, StationState, Step
from mashangban.domains.claims.terms.forms import FormState
from mashangban.domains.claims.terms.licences import LicenceOutcome
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

Reason = Annotated[str, Field(min_length=2, max_length=500), LINES]
Fen = Annotated[int, Field(ge=1, le=10_000_000_000_000)]
Region = Annotated[str, Field(pattern=r"^\d{2}(\d{2}){0,2}$")]
FileId = Annotated[str, Field(min_length=1, max_length=40)]


class AccountForm(Schema):
    """The enterprise's own account; it must be under its own name."""

    bank: Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]
    number: str = Field(pattern=r"^[0-9]{8,30}$")


class PaperForm(Schema):
    """An uploaded file for a material of the policy, by the material's name."""

    material: Annotated[str, Field(min_length=1, max_length=100), ONE_LINE]
    file_id: FileId


class ClaimFilling(Schema):
    """What an enterprise fills in: the account, the papers that nobody shares, an amount where no rule reckons it."""

    account: AccountForm
    asked_fen: Annotated[int, Field(ge=0, le=10_000_000_000_000)] = 0
    papers: Annotated[list[PaperForm], Field(max_length=30)] = []


class SubmissionForm(Schema):
    """The form that the operator saw, by its hash: exactly this file is sealed and handed in."""

    form_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class AgreementForm(Schema):
    """Where the money of an offer goes."""

    account: AccountForm


class ReasonForm(Schema):
    text: Reason


class SupplementForm(Schema):
    text: Reason
    papers: Annotated[list[PaperForm], Field(max_length=30)] = []


class PassForm(Schema):
    """A desk says yes. `step` is the desk one saw; an amount may only be lowered; `panel` asks for one."""

    step: Step
    text: Annotated[str, Field(max_length=500), LINES] = ""
    amount_fen: Fen | None = None
    panel: bool = False


class ObjectionSettled(Schema):
    upheld: bool
    text: Reason


class DeskQuery(ListQuery):
    """`region`: the office's own code; one state at a time, the longest waiting first."""

    region: Region
    state: ClaimState


class RegionQuery(ListQuery):
    region: Region


class ClaimDone(Schema):
    id: str
    number: str
    state: ClaimState
    state_label: str
    version: int


class ClaimRow(Schema):
    id: str
    number: str
    policy_id: str
    policy_title: str
    mode: Mode
    mode_label: str
    enterprise_id: str
    enterprise_name: str
    state: ClaimState
    state_label: str
    step: Step
    step_label: str
    amount_fen: int
    updated_at: datetime


class ClaimTrack(Schema):
    """One line of the timeline."""

    at: datetime
    label: str
    by_label: str
    hash: str


class ClaimStation(Schema):
    """One station of a claim's way, those that lie ahead too."""

    label: str
    state: StationState


class ClaimFormView(Schema):
    """The printed form; its file opens by `document_id`, `sha256` is that of the print."""

    document_id: str
    state: FormState
    state_label: str
    sha256: str
    reason: str
    asked_fen: int


class ClaimLicence(Schema):
    """A licence that the province's library was asked for. `held`: it stands for the paper, nothing is uploaded; what
    was not found has no number."""

    material: str
    type_label: str
    outcome: LicenceOutcome
    outcome_label: str
    held: bool
    number: str
    holder_name: str
    issuer: str
    issued_on: date | None
    valid_until: date | None
    looked_at: datetime
    sha256: str


class PolicyClaimView(Schema):
    """A claim as its enterprise and its office see it; `waiting_for` says who must act now, by when.

    `materials` are those to be uploaded: a licence that the library holds is not among them.
    """

    row: ClaimRow
    waiting_for: str
    contact: str
    due_label: str
    note: str
    account_masked: str
    papers: list[PaperForm]
    materials: list[str]
    licences: list[ClaimLicence]
    form: ClaimFormView | None
    objections: list[str]
    deadlines: list[DeadlineView]
    way: list[ClaimStation]
    log: list[ClaimTrack]
    actions: list[str]


class SnapshotFact(Schema):
    """A fact as its department had stated it; what only that department may see has no value."""

    name: str
    department_label: str
    value: Any
    words: str
    stated_on: date
    source: str


class SnapshotView(Schema):
    """The policy's edition and the facts, by code, as they were when the claim was begun."""

    edition_number: int
    edition: dict[str, Any]
    facts: dict[str, SnapshotFact]
    licences: list[ClaimLicence]
    verdict: str
    worth_fen: int | None
    on: date


class PublicityRow(Schema):
    """What everybody may read of a claim in publicity."""

    id: str
    number: str
    policy_title: str
    enterprise_name: str
    amount_fen: int
    state: ClaimState
    state_label: str
    until_label: str


class BookQuery(ListQuery):
    """`book`: a province's two digits."""

    book: str = Field(pattern=r"^\d{2}$")


class TreasuryGap(Schema):
    kind: str
    kind_label: str
    key: str
    ours_fen: int
    treasury_fen: int


class TreasuryReport(Schema):
    """One reconciliation with the treasury's statement and every difference."""

    id: str
    at: datetime
    entries: int
    ours_fen: int
    treasury_fen: int
    gaps: list[TreasuryGap]


class BudgetView(Schema):
    """`asked_fen`: what somebody wants the line raised to and a second person has yet to confirm; 0: nothing."""

    policy_id: str
    policy_title: str
    total_fen: int
    left_fen: int
    used_percent: int
    asked_fen: int


class OwnObjection(Schema):
    """What one said against somebody's claim, and how that stands."""

    at: datetime
    claim_number: str
    enterprise_name: str
    words: str
    state_label: str
