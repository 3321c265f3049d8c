"""Our books against the bank's statement: every difference named, none mended by itself."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mashangban.domains.payments.rules.run import Transfer
from mashangban.domains.payments.terms import DifferenceKind, DifferenceState, TransferState
from mashangban.employment.rules import Named
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the bank's statement: payments are negative, fundings and returns positive."""

    sequence: int
    kind: str
    amount_fen: int
    key: str
    note: str
    balance_fen: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """One difference found: the transfer's or statement line's key, what we have and what the bank has, in fen."""

    kind: DifferenceKind
    key: str
    ours_fen: int
    bank_fen: int

    @property
    def id(self) -> str:
        """The same gap found again is the same work item."""
        return f"{self.key}.{self.kind.value}"


@dataclass(frozen=True, slots=True)
class Difference:
    """A gap as a work item, until a person says what it was."""

    gap: Gap
    project: Named
    region: str
    contractor_id: str
    state: DifferenceState
    found_at: datetime
    note: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def id(self) -> str:
        return self.gap.id

    @property
    def subject(self) -> Subject:
        return Subject("difference", self.gap.id)

    @property
    def place(self) -> Place:
        return Place(self.region, frozenset({self.contractor_id}), self.project.id)


@dataclass(frozen=True, slots=True)
class Report:
    """One reconciliation: how much was compared, what differed."""

    at: datetime
    entries: int
    transfers: int
    ours_fen: int
    bank_fen: int
    gaps: tuple[Gap, ...]


def reconcile(transfers: Iterable[Transfer], entries: Iterable[Entry], at: datetime) -> Report:
    """Compare each transfer with the statement by its key. What is still on its way is left out."""
    out: defaultdict[str, int] = defaultdict(int)
    back: defaultdict[str, int] = defaultdict(int)
    read = 0
    for entry in entries:
        read += 1
        if entry.kind == "payment":
            out[entry.key] -= entry.amount_fen
        elif entry.kind == "return":
            back[entry.key] += entry.amount_fen
    ours = {one.id: one for one in transfers}
    gaps = [gap for one in ours.values() if (gap := _gap(one, out[one.id], back[one.id])) is not None]
    gaps += [
        _unknown(key, amount - back[key]) for key, amount in sorted(out.items()) if key not in ours and amount
    ]
    paid = sum(one.amount_fen for one in ours.values() if one.state is TransferState.PAID)
    net = sum(out.values()) - sum(back.values())
    return Report(at, read, len(ours), paid, net, tuple(gaps))


def _gap(one: Transfer, out_fen: int, back_fen: int) -> Gap | None:
    net = out_fen - back_fen
    match one.state:
        case TransferState.PAID if out_fen == 0:
            return Gap(DifferenceKind.BANK_LACKS, one.id, one.amount_fen, 0)
        case TransferState.PAID if back_fen:
            return Gap(DifferenceKind.RETURN, one.id, one.amount_fen, net)
        case TransferState.PAID if out_fen != one.amount_fen:
            return Gap(DifferenceKind.AMOUNT, one.id, one.amount_fen, net)
        case TransferState.RETURNED | TransferState.FAILED if net:
            return Gap(DifferenceKind.WE_LACK, one.id, 0, net)
        case _:
            return None


def _unknown(key: str, net_fen: int) -> Gap:
    return Gap(DifferenceKind.WE_LACK, key, 0, net_fen)
