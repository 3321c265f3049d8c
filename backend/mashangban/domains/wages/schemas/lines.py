"""Pay lines on the wire. Money is integer fen, quantities are thousandths of the contract's unit."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from mashangban.domains.wages.terms import (
    FindingKind,
    ItemKind,
    LineState,
    ObjectionKind,
    Word,
)
from mashangban.files.schemas import LinkView
from mashangban.kernel.http.schemas import LINES, ONE_LINE, ListQuery, Schema

Id = Annotated[str, Field(min_length=1, max_length=60)]
Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
Words = Annotated[str, Field(min_length=2, max_length=200), LINES]
# One point of handwriting: x, y, milliseconds and perhaps pressure; all of them finite numbers.
Number = Annotated[float, Field(allow_inf_nan=False)]
Point = Annotated[list[Number], Field(min_length=3, max_length=4)]
Stroke = Annotated[list[Point], Field(min_length=1, max_length=2000)]


class WageItem(Schema):
    """An agreed item: allowance and overtime add, deduction and advance take; a deduction says why in `words`."""

    kind: ItemKind
    words: Annotated[str, Field(max_length=60), ONE_LINE] = ""
    amount_fen: int


class ChangeForm(Schema):
    """What a line shall pay: the quantity in thousandths of the contract's unit (22 days are 22000) and the items.

    `note` explains where days differ from attendance, `reason` is told to the worker.
    """

    quantity_milli: int
    items: list[WageItem] = Field(default=[], max_length=12)
    note: Annotated[str, Field(max_length=100), ONE_LINE] = ""
    reason: Annotated[str, Field(max_length=200), LINES] = ""


class WageConfirmation(Schema):
    """The worker's hand under exactly the revision they saw."""

    revision: int = Field(ge=1)
    strokes: list[Stroke] = Field(min_length=1, max_length=200)
    width: int = Field(ge=50, le=4096)
    height: int = Field(ge=50, le=4096)
    consent_version: str = Field(max_length=20)
    read_aloud: bool = False


class Identification(Schema):
    """A worker without a phone says who they are on the foreman's."""

    name: Annotated[str, Field(min_length=2, max_length=40), ONE_LINE]
    id_number: str = Field(pattern=r"^[0-9]{17}[0-9Xx]$")


class AssistedConfirmation(WageConfirmation, Identification):
    """Signed on the foreman's phone, with a witness who stood by."""

    witness_name: Annotated[str, Field(min_length=2, max_length=40), ONE_LINE]
    witness_phone: str = Field(pattern=r"^1[3-9][0-9]{9}$")


class ObjectionForm(Schema):
    """What the worker finds wrong, in their words, with photos that have arrived (purpose `evidence`)."""

    revision: int = Field(ge=1)
    kind: ObjectionKind
    reason: Words
    photos: list[Id] = Field(default=[], max_length=6)


class ObjectionAnswer(Schema):
    """The employer stays with the line and says why."""

    reason: Words


class Inspection(Schema):
    """Why an official opens one worker's pay."""

    reason: Annotated[str, Field(min_length=4, max_length=100), ONE_LINE]


class WordForm(Schema):
    """Whether the money came; `amount_fen` is what came, where it is not what was due."""

    word: Word
    amount_fen: int | None = Field(None, ge=0, le=100_000_000)


class FindingView(Schema):
    kind: FindingKind
    blocks: bool
    words: str


class Named(Schema):
    id: str
    name: str


class ChangeView(Schema):
    """What one revision changed, each difference as before and after; `new` since the worker last looked."""

    revision: int
    at: datetime
    reason: str
    differences: list[str]
    before_fen: int
    after_fen: int
    new: bool


class ObjectionView(Schema):
    """An objection with what was said to it. `said` alternates worker and employer."""

    number: int
    kind: ObjectionKind
    kind_label: str
    at: datetime
    reason: str
    answer: str | None
    insisted: bool
    open: bool
    photos: list[LinkView]


class MoneyView(Schema):
    """Where the money is: bank and card masked, the bank's reason when it came back."""

    bank: str | None
    card_masked: str | None
    attempt: int
    reason: str | None
    slip_document_id: str | None


class LineRow(Schema):
    """A line as lists show it."""

    id: str
    table_id: str
    month: str
    state: LineState
    state_label: str
    project: Named
    employer: Named
    team: Named
    trade_name: str
    name_masked: str
    amount_fen: int
    halves: int
    formula: str
    unconfirmed: bool
    assisted: bool
    insisted: bool
    changed: bool


class LineView(LineRow):
    """A line whole. `actions`: confirm, object, insist, say, change, answer, resend."""

    contract_id: str
    contract_number: str
    revision: int
    basis: str
    unit: str
    rate_fen: int
    quantity_milli: int
    attended_halves: int
    items: list[WageItem]
    note: str
    plain: list[str]
    previous_fen: int | None
    previous_words: str | None
    findings: list[FindingView]
    changes: list[ChangeView]
    objections: list[ObjectionView]
    money: MoneyView
    silence_note: str | None
    confirm_by_label: str | None
    actions: list[str]
    asked_at: datetime
    version: int


class LineDone(Schema):
    """The answer of an act; the line itself is read again."""

    id: str
    state: LineState
    state_label: str
    revision: int
    version: int


class RowListQuery(ListQuery):
    """Lines that somebody must look into, of one state."""

    state: Literal[LineState.OBJECTED, LineState.RETURNED, LineState.NOT_RECEIVED, LineState.WRONG_AMOUNT] = (
        LineState.OBJECTED
    )


class TeamQuery(Schema):
    month: Month


class TeamLine(Schema):
    """A team-mate as the foreman sees them: no pay."""

    line_id: str
    name_masked: str
    trade_name: str
    state: LineState
    state_label: str
    can_assist: bool


class WageLogEntry(Schema):
    """One line of the log of one's own pay."""

    at: datetime
    label: str
    by_label: str
    event_id: str
    hash: str
