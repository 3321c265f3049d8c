"""Wage deposits and payment guarantees: how much, until when, stored in which form (条例 Art. 24, 32)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.payments import errors
from mashangban.domains.payments.terms import (
    DEPOSIT_WORKING_DAYS,
    EXPIRY_NOTICE_DAYS,
    DepositForm,
    DepositKind,
    DepositState,
    RateRule,
    RecordFactor,
)
from mashangban.employment.rules import Named
from mashangban.kernel.clock import midnight
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

STORING = "payments.deposit"
EXPIRY = "payments.deposit-expiry"
REMIND, DUE, ESCALATE = "remind", "due", "escalate"


@dataclass(frozen=True, slots=True)
class Storage:
    """How it is secured: the form, who holds or issued it, under which number, until when (None: no end)."""

    form: DepositForm
    amount_fen: int
    issuer: str
    number: str
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Deposit:
    """What a project owes as security, and what was given. One of each kind at a project."""

    project: Named
    region: str
    contractor: Named
    kind: DepositKind
    state: DepositState
    price_fen: int
    permit_on: date
    factor: str
    required_fen: int
    source: str
    at: datetime
    storage: Storage | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def id(self) -> str:
        return f"{self.project.id}.{self.kind.value}"

    @property
    def subject(self) -> Subject:
        return Subject("deposit", self.id)

    @property
    def place(self) -> Place:
        return Place(self.region, frozenset({self.contractor.id}), self.project.id)


def required(
    rules: Iterable[RateRule], region: str, price_fen: int, on: date, factor: RecordFactor
) -> tuple[int, str]:
    """The amount in fen (up to the next fen) and the rule's source. Raises LookupError without a rule in force."""
    apt = [one for one in rules if region.startswith(one.region) and one.since <= on]
    if not apt:
        raise LookupError(f"no deposit rate for {region} on {on}")
    longest = max(len(one.region) for one in apt)
    newest = max(one.since for one in apt if len(one.region) == longest)
    rows = [one for one in apt if len(one.region) == longest and one.since == newest]
    rows.sort(key=lambda one: (one.below_fen is None, one.below_fen or 0))
    rule = next(one for one in rows if one.below_fen is None or price_fen < one.below_fen)
    amount = -(-price_fen * rule.rate_bp // 10_000)
    capped = min(amount, rule.cap_fen) if rule.cap_fen is not None else amount
    return -(-capped * factor.percent // 100), rule.source


def store(deposit: Deposit, storage: Storage, today: date) -> Deposit:
    """Take the security, or its renewal. Raises DepositTooSmall, WrongState for what is over."""
    if deposit.state is DepositState.RELEASED or (storage.valid_until and storage.valid_until <= today):
        raise errors.WrongState()
    if storage.amount_fen < deposit.required_fen:
        raise errors.DepositTooSmall()
    return replace(deposit, state=DepositState.STORED, storage=storage)


def expire(deposit: Deposit) -> Deposit:
    """The guarantee's last day has passed."""
    return replace(deposit, state=DepositState.EXPIRED)


def release(deposit: Deposit) -> Deposit:
    """Give it back once the project is done. Raises WrongState."""
    if deposit.state not in {DepositState.STORED, DepositState.EXPIRED}:
        raise errors.WrongState()
    return replace(deposit, state=DepositState.RELEASED)


def present(deposit: Deposit) -> Deadline | None:
    """The deadline that runs in this state: to store it, or its expiry."""
    if deposit.state is DepositState.DUE:
        return _storing(deposit)
    until = deposit.storage.valid_until if deposit.storage else None
    if deposit.state is DepositState.STORED and until is not None:
        return _expiry(deposit, until)
    return None


def _storing(deposit: Deposit) -> Deadline:
    ladder = (
        Rung(REMIND, RungKind.BEFORE, Term(5, Unit.WORKING_DAY)),
        Rung(DUE, RungKind.AT),
        Rung(ESCALATE, RungKind.AFTER, Term(5, Unit.WORKING_DAY)),
    )
    term = Term(DEPOSIT_WORKING_DAYS, Unit.WORKING_DAY, "取得施工许可证之日起")
    label = f"存储{deposit.kind.label}"
    return Deadline(
        deposit.subject, STORING, label, midnight(deposit.permit_on), term, ladder, deposit.region
    )


def _expiry(deposit: Deposit, until: date) -> Deadline:
    ladder = (
        Rung(REMIND, RungKind.BEFORE, Term(EXPIRY_NOTICE_DAYS, Unit.CALENDAR_DAY)),
        Rung(DUE, RungKind.AT),
    )
    kind = f"{EXPIRY}.{until:%Y%m%d}"
    basis = OnDay(until, source="保函载明")
    return Deadline(
        deposit.subject, kind, f"{deposit.kind.label}到期", deposit.at, basis, ladder, deposit.region
    )
