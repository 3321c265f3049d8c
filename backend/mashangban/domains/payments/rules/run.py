"""One payment of a month's table, its transfers and the orders the bank gets. What is paid, is paid once."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mashangban.domains.payments.rules import card as cards
from mashangban.domains.payments.terms import Bank, BatchState, RunState, TransferState
from mashangban.employment.rules import Named
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

BATCH_LINES = 40  # one order's transfers are written in one transaction of at most 100 items
# The bank refuses what was signed more than six minutes ago: twice that after the last try, none is on its way.
QUIET = timedelta(minutes=12)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
PATIENCE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Run:
    """What wages announced: how many transfers of which sum follow. `note` says why it stands still."""

    id: str
    table: str
    project: Named
    region: str
    employer_id: str
    contractor_id: str
    month: str
    lines: int
    total_fen: int
    state: RunState
    at: datetime
    note: str = ""
    tries: int = 0
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("payrun", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, frozenset({self.employer_id, self.contractor_id}), self.project.id)


@dataclass(frozen=True, slots=True)
class Tally:
    """What arrived and what came of it, in lines and fen."""

    arrived: int = 0
    arrived_fen: int = 0
    paid: int = 0
    paid_fen: int = 0
    returned: int = 0
    returned_fen: int = 0
    failed: int = 0
    failed_fen: int = 0

    @property
    def final(self) -> int:
        return self.paid + self.returned + self.failed

    @property
    def open_fen(self) -> int:
        """What still waits for the bank."""
        return self.arrived_fen - self.paid_fen - self.returned_fen - self.failed_fen


@dataclass(frozen=True, slots=True)
class Transfer:
    """One line's payment: `line` and `attempt` name it for ever. `holder` is the full name, kept from the moment it is
    handed to the bank, so that an order says the same however often it is sent."""

    id: str
    run_id: str
    line: str
    attempt: int
    contract_id: str
    person_id: str
    name_masked: str
    amount_fen: int
    month: str
    state: TransferState
    at: datetime
    bank: Bank | None = None
    card: str = field(default="", repr=False)
    holder: str = field(default="", repr=False)
    batch: int = 0
    reason: str = ""
    bank_reference: str = ""
    settled_at: datetime | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("transfer", self.id)

    @property
    def card_masked(self) -> str:
        return cards.masked(self.card) if self.card else ""


@dataclass(frozen=True, slots=True)
class Batch:
    """One bank order: which transfers, how often it was sent, when last."""

    run_id: str
    number: int
    transfers: tuple[str, ...]
    total_fen: int
    state: BatchState
    tries: int = 0
    asked_at: datetime | None = None

    @property
    def key(self) -> str:
        """The business key the bank knows the order by."""
        return f"{self.run_id}.{self.number}"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The bank's word on one line. `state` is its own: accepted, paid or returned."""

    transfer_id: str
    state: str
    amount_fen: int
    reason: str
    reference: str


def transfer_id(line: str, attempt: int) -> str:
    """One line and attempt, one transfer."""
    return f"{line}.{attempt}"


def key_of_batch(key: str) -> tuple[str, int] | None:
    """Run and number of an order's business key; None for a key that is none of ours."""
    run_id, _, number = key.rpartition(".")
    return (run_id, int(number)) if run_id and number.isascii() and number.isdecimal() else None


def gathered(run: Run, tally: Tally) -> RunState:
    """Whether all announced lines are there and add up."""
    if tally.arrived < run.lines:
        return RunState.COLLECTING
    if tally.arrived == run.lines and tally.arrived_fen == run.total_fen:
        return RunState.READY
    return RunState.MISMATCH


def missing_words(run: Run, tally: Tally) -> str:
    """Why a run is not complete, for people."""
    return f"应有 {run.lines} 笔，到了 {tally.arrived} 笔，还差 {run.lines - tally.arrived} 笔"


def wait_after(tries: int) -> timedelta:
    """1, 2, 4 ... 60 minutes."""
    return min(FIRST_WAIT * (1 << min(max(tries - 1, 0), 10)), LONGEST_WAIT)


def refusal_is_final(batch: Batch, at: datetime) -> bool:
    """Whether a refused order can't still reach the bank by an earlier try whose answer got lost."""
    return batch.tries <= 1 or batch.asked_at is None or at - batch.asked_at > QUIET


def outcome(transfer: Transfer, receipt: Receipt) -> TransferState | None:
    """The state a receipt brings, None when it brings nothing new.

    Paid may come back later (退汇). Returned never becomes paid: a new attempt may be under way, so that is a
    difference for a person to look at.
    """
    told = {"paid": TransferState.PAID, "returned": TransferState.RETURNED}.get(receipt.state)
    allowed = {
        TransferState.SENDING: {TransferState.PAID, TransferState.RETURNED},
        TransferState.PAID: {TransferState.RETURNED},
    }
    return told if told in allowed.get(transfer.state, set()) else None


def contradicts(transfer: Transfer, receipt: Receipt) -> bool:
    """Whether the bank says something that can't follow from what we know."""
    if receipt.amount_fen != transfer.amount_fen:
        return True
    return receipt.state == "paid" and transfer.state in {TransferState.RETURNED, TransferState.FAILED}
