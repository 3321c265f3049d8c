"""An order to the treasury: one a claim and attempt; its outcome is what the treasury answers when asked. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from mashangban.domains.claims.rules.claim import Account
from mashangban.domains.claims.terms import ClaimState, GapKind, OrderKind, OrderState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Order:
    """A payment, or money called back. `tries` counts how often it may have reached the treasury,
    `seen_fen` is what its statements have shown of it up to the entry `seen_until`."""

    claim_id: str
    kind: OrderKind
    attempt: int
    amount_fen: int
    book: str
    account: Account
    state: OrderState = OrderState.OPEN
    tries: int = 0
    reference: str = ""
    seen_fen: int = 0
    seen_until: int = 0

    @property
    def key(self) -> str:
        """What the treasury knows it by."""
        mark = "r" if self.kind is OrderKind.RECOVERY else ""
        return f"{self.claim_id}.{mark}{self.attempt}"

    @property
    def payment_key(self) -> str:
        """The payment that a recovery calls back."""
        return f"{self.claim_id}.{self.attempt}"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the treasury says of an order when it is asked."""

    state: str
    amount_fen: int
    reason: str
    reference: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the treasury's statement: payments are negative, returns and recoveries positive."""

    sequence: int
    kind: str
    amount_fen: int
    key: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A difference between our books and the treasury's, in fen."""

    kind: GapKind
    key: str
    ours_fen: int
    treasury_fen: int


@dataclass(frozen=True, slots=True)
class Report:
    """One day's reconciliation of a province's book."""

    id: str
    book: str
    at: datetime
    entries: int
    ours_fen: int
    treasury_fen: int
    gaps: tuple[Gap, ...]
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("treasuryreport", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.book)


_OUTCOMES: dict[tuple[OrderKind, str], ClaimState] = {
    (OrderKind.PAYMENT, "accepted"): ClaimState.ORDERED,
    (OrderKind.PAYMENT, "paid"): ClaimState.PAID,
    (OrderKind.PAYMENT, "returned"): ClaimState.RETURNED,
    (OrderKind.RECOVERY, "received"): ClaimState.RECOVERED,
}
# From where an outcome may be believed: never from a state that a later attempt or a recovery made.
_FROM = {
    ClaimState.ORDERED: (ClaimState.APPROVED,),
    ClaimState.PAID: (ClaimState.APPROVED, ClaimState.ORDERED),
    ClaimState.RETURNED: (ClaimState.APPROVED, ClaimState.ORDERED, ClaimState.PAID),
    ClaimState.RECOVERED: (ClaimState.RECOVERING,),
}
_ORDER_STATES = {
    ClaimState.ORDERED: OrderState.OPEN,
    ClaimState.PAID: OrderState.DONE,
    ClaimState.RETURNED: OrderState.RETURNED,
    ClaimState.RECOVERED: OrderState.DONE,
}


def outcome(order: Order, receipt: Receipt, state: ClaimState) -> ClaimState | None:
    """Where an answer brings a claim; None when it tells nothing new, or another amount (reconciliation tells)."""
    after = _OUTCOMES.get((order.kind, receipt.state))
    if after is None or receipt.amount_fen != order.amount_fen or state not in _FROM[after]:
        return None
    return after


def order_state(after: ClaimState) -> OrderState:
    """What an order is once its claim has come there."""
    return _ORDER_STATES[after]


def wait_after(tries: int) -> timedelta:
    """How long until the treasury is asked again."""
    return min(_FIRST_WAIT * (1 << min(tries, 10)), _LONGEST_WAIT)


def by_key(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """A statement's lines by the order they belong to."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        found[one.key].append(one)
    return dict(found)


def shown(lines: Iterable[Entry], order: Order | None) -> int:
    """What the treasury moved for good under a key, all statements together: out less returned, or what came back."""
    before, until = (order.seen_fen, order.seen_until) if order is not None else (0, 0)
    fresh = (one for one in lines if one.sequence > until)
    return before + sum(one.amount_fen if one.kind == "recovery" else -one.amount_fen for one in fresh)


def agrees(order: Order, fen: int) -> bool:
    """Whether our order says what the statement shows."""
    return fen == (order.amount_fen if order.state is OrderState.DONE else 0)


def gaps(theirs: Mapping[str, int], ours: Mapping[str, Order], unseen: Iterable[Order]) -> tuple[Gap, ...]:
    """Every difference: by the statement's keys, and what we hold done that no statement has shown."""
    found = [gap for key, fen in sorted(theirs.items()) if (gap := _gap(key, fen, ours.get(key))) is not None]
    lacking = (one for one in unseen if one.key not in theirs)
    return (*found, *(Gap(GapKind.TREASURY_LACKS, one.key, one.amount_fen, 0) for one in lacking))


def _gap(key: str, fen: int, order: Order | None) -> Gap | None:
    if order is None:
        return Gap(GapKind.WE_LACK, key, 0, fen)
    if agrees(order, fen):
        return None
    ours = order.amount_fen if order.state is OrderState.DONE else 0
    return Gap(GapKind.AMOUNT if ours and fen else GapKind.STATE, key, ours, fen)
