"""Cards, accounts, runs and deposits on the wire. Money is fen; numbers of cards and accounts are masked."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.payments.terms import (
    AccountState,
    Bank,
    DepositForm,
    DepositKind,
    DepositState,
    DifferenceKind,
    DifferenceState,
    PayeeState,
    RunState,
    TransferState,
)
from mashangban.kernel.http.schemas import ONE_LINE, ListQuery, Schema

Text = Annotated[str, Field(min_length=1, max_length=60), ONE_LINE]
Note = Annotated[str, Field(min_length=2, max_length=200), ONE_LINE]
Fen = Annotated[int, Field(ge=1, le=10_000_000_000_000)]


class CardForm(Schema):
    """A worker's own card. The holder is the person who signs in: nobody can name another. `consent_version` is that of
    the text they agreed to."""

    bank: Bank
    card: str = Field(min_length=1, max_length=40)
    consent_version: str = Field("", max_length=40)


class CardConsentView(Schema):
    """What is to be agreed to before a card is registered, as it is in force."""

    version: str
    title: str
    text: str


class MoneyLogEntry(Schema):
    at: datetime
    label: str
    by_label: str
    hash: str


class PayeeView(Schema):
    """The caller's own card, masked."""

    bank: Bank
    bank_label: str
    name_masked: str
    card_masked: str
    state: PayeeState
    state_label: str
    registered_at: datetime


class Arrival(Schema):
    """Money that went, or should have gone, to the caller's card."""

    id: str
    month: str
    project_name: str
    amount_fen: int
    state: TransferState
    state_label: str
    reason: str
    bank_label: str
    card_masked: str
    at: datetime
    settled_at: datetime | None


class AccountForm(Schema):
    """A wage account to be bound to a project; the bank is asked whether it is the contractor's."""

    bank: Bank
    number: str = Field(min_length=8, max_length=30, pattern=r"^[0-9 -]+$")
    pay_day: int = Field(ge=1, le=28)


class ForecastView(Schema):
    """What the next pay day asks for and whether it is there."""

    day: date
    need_fen: int
    balance_fen: int
    gap_fen: int
    basis: str
    unpriced: int


class AccountView(Schema):
    id: str
    project_name: str
    region: str
    contractor_name: str
    bank_label: str
    number_masked: str
    pay_day: int
    state: AccountState
    state_label: str
    balance_fen: int | None
    balance_at: datetime | None
    forecast: ForecastView | None = None
    notice: DeadlineView | None = None
    opened_at: datetime
    closed_at: datetime | None


class RunView(Schema):
    """One payment of a month's table with its sums."""

    id: str
    project_id: str
    project_name: str
    month: str
    state: RunState
    state_label: str
    note: str
    lines: int
    total_fen: int
    arrived: int
    paid: int
    paid_fen: int
    returned: int
    returned_fen: int
    failed: int
    failed_fen: int
    at: datetime


class TransferRow(Schema):
    id: str
    name_masked: str
    bank_label: str
    card_masked: str
    amount_fen: int
    attempt: int
    state: TransferState
    state_label: str
    reason: str
    bank_reference: str
    settled_at: datetime | None


class ReconciliationView(Schema):
    """One reconciliation with the bank's statement."""

    at: datetime
    entries: int
    transfers: int
    ours_fen: int
    bank_fen: int
    differences: int


class DifferenceView(Schema):
    id: str
    project_id: str
    project_name: str
    kind: DifferenceKind
    kind_label: str
    key: str
    ours_fen: int
    bank_fen: int
    state: DifferenceState
    state_label: str
    note: str
    found_at: datetime


class Explanation(Schema):
    note: Note


class DepositOrder(Schema):
    """What a project owes as security, from its contract price and permit."""

    kind: DepositKind
    price_fen: Fen
    permit_on: date
    factor: str = Field("none", pattern=r"^[a-z0-9]{1,20}$")


class StorageForm(Schema):
    """How it was secured."""

    form: DepositForm
    amount_fen: Fen
    issuer: Text
    number: Text
    valid_until: date | None = None


class DepositView(Schema):
    id: str
    project_id: str
    project_name: str
    contractor_name: str
    kind: DepositKind
    kind_label: str
    state: DepositState
    state_label: str
    price_fen: int
    permit_on: date
    factor_label: str
    required_fen: int
    source: str
    form_label: str
    amount_fen: int | None
    issuer: str
    number: str
    valid_until: date | None
    deadline: DeadlineView | None = None


class DepositRowError(Schema):
    """What is wrong in one row of a sheet; row 0 is the file itself."""

    row: int
    column: str
    message: str


class DepositImportView(Schema):
    """What became of a sheet of deposits: with `errors` nothing was entered."""

    id: str
    filename: str
    rows: int
    errors: list[DepositRowError]
    at: datetime


class PayeeRow(Schema):
    """Whether a worker of a project can be paid."""

    person_id: str
    name_masked: str
    team_name: str
    bank_label: str
    card_masked: str
    state: PayeeState | None
    state_label: str


class RunQuery(ListQuery):
    state: RunState | None = None


class DepositQuery(ListQuery):
    state: DepositState | None = None


class PaymentBoardQuery(Schema):
    region: str = Field(pattern=r"^[0-9]{2}([0-9]{2}([0-9]{2})?)?$")


class PaymentBoardPart(Schema):
    key: str
    label: str
    paid_fen: int


class PaymentBoardView(Schema):
    """Counters of a region; `parts` are the next level below."""

    region: str
    region_name: str
    accounts_open: int
    accounts_closed: int
    runs_short: int
    short_fen: int
    runs_blocked: int
    runs_open: int
    paid: int
    paid_fen: int
    returned: int
    failed: int
    parts: list[PaymentBoardPart]
