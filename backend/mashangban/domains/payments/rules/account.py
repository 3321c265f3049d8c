"""A project's wage account: opened by the general contractor, closed after notice (条例 Art. 26, 27)."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.rules.wages import pay_day_of
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.payments import errors
from mashangban.domains.payments.rules import card as cards
from mashangban.domains.payments.terms import CLOSING_NOTICE_DAYS, AccountState, Bank
from mashangban.employment.rules import Named
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

FUNDING = "payments.funding"
CLOSING = "payments.closing"
EARLY, SOON, LAST, DUE = "early", "soon", "last", "due"


@dataclass(frozen=True, slots=True)
class Account:
    """The wage account 专户 of one project; its number is shown masked."""

    project: Named
    region: str
    contractor: Named
    bank: Bank
    number: str = field(repr=False)
    pay_day: int
    state: AccountState
    opened_at: datetime
    funding_month: str = ""
    notice_from: datetime | None = None
    closed_at: datetime | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("account", self.project.id)

    @property
    def place(self) -> Place:
        return Place(self.region, frozenset({self.contractor.id}), self.project.id)

    @property
    def number_masked(self) -> str:
        return cards.masked(self.number)

    @property
    def usable(self) -> bool:
        """Wages may leave it: also while its closing is announced, never after."""
        return self.state is not AccountState.CLOSED


@dataclass(frozen=True, slots=True)
class Mirror:
    """The bank's own word on an account: balance and how far its statement was read."""

    balance_fen: int
    at: datetime
    sequence: int = 0


def next_pay_day(account: Account, after: date) -> date:
    """The agreed pay day that follows a day (the clock moves it before a holiday)."""
    this = pay_day_of(after.year, after.month, account.pay_day)
    if this > after:
        return this
    year, month = (after.year + 1, 1) if after.month == 12 else (after.year, after.month + 1)
    return pay_day_of(year, month, account.pay_day)


def funding_deadline(account: Account, day: date, at: datetime) -> Deadline:
    """Money must be there on the pay day: contractor warned 15 and 7 days before, county 3 days before, city then."""
    ladder = (
        Rung(EARLY, RungKind.BEFORE, Term(15, Unit.CALENDAR_DAY)),
        Rung(SOON, RungKind.BEFORE, Term(7, Unit.CALENDAR_DAY)),
        Rung(LAST, RungKind.BEFORE, Term(3, Unit.CALENDAR_DAY)),
        Rung(DUE, RungKind.AT),
    )
    basis = OnDay(day, before_holiday=True, source="约定的发薪日")
    kind = f"{FUNDING}.{day:%Y%m}"
    return Deadline(account.subject, kind, "专户备足工资", at, basis, ladder, account.region)


def closing_deadline(account: Account, at: datetime) -> Deadline:
    """Thirty days of public notice. Each announcement has its own, so that a withdrawn one can be repeated."""
    term = Term(CLOSING_NOTICE_DAYS, Unit.CALENDAR_DAY, "保障农民工工资支付条例第二十七条")
    kind = f"{CLOSING}.{at:%Y%m%d%H%M%S}"
    return Deadline(account.subject, kind, "注销公示", at, term, region=account.region)


def closing_kind(account: Account) -> str:
    """The deadline kind of the announcement that runs."""
    assert account.notice_from is not None
    return f"{CLOSING}.{account.notice_from:%Y%m%d%H%M%S}"


def announce(account: Account, *, completed: bool, unpaid: bool, at: datetime) -> Account:
    """Start the public notice. Raises ProjectNotCompleted, WagesUnpaid, WrongState."""
    if account.state is not AccountState.OPEN:
        raise errors.WrongState()
    _refuse_early(completed, unpaid)
    return replace(account, state=AccountState.CLOSING, notice_from=at)


def withdraw(account: Account) -> Account:
    """Take the announcement back. Raises WrongState."""
    if account.state is not AccountState.CLOSING:
        raise errors.WrongState()
    return replace(account, state=AccountState.OPEN, notice_from=None)


def close(account: Account, *, notice_over: bool, completed: bool, unpaid: bool, at: datetime) -> Account:
    """Close for good. Raises NoticeRunning, ProjectNotCompleted, WagesUnpaid, WrongState."""
    if account.state is not AccountState.CLOSING:
        raise errors.WrongState()
    _refuse_early(completed, unpaid)
    if not notice_over:
        raise errors.NoticeRunning()
    return replace(account, state=AccountState.CLOSED, closed_at=at)


def _refuse_early(completed: bool, unpaid: bool) -> None:
    if not completed:
        raise errors.ProjectNotCompleted()
    if unpaid:
        raise errors.WagesUnpaid()
