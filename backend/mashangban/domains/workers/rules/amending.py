"""Supplement, change and end of a contract in force (劳动合同法 Art. 35, 36): what differs, and who answers."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mashangban.domains.workers import errors
from mashangban.domains.workers.rules.contract import Contract, Period, end
from mashangban.domains.workers.rules.joining import LATE, LONGEST
from mashangban.domains.workers.rules.wording import day, pay_words, period_words
from mashangban.domains.workers.terms import (
    TRADES,
    AmendmentKind,
    AmendmentState,
    ContractState,
    PeriodKind,
    Trade,
)
from mashangban.employment.rules import Pay

FARTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Changes:
    """What shall be different; None leaves a term as it is."""

    pay: Pay | None = None
    period_end: date | None = None
    trade_code: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A wish of the worker (`requested`) or a text of the employer's (`proposed`) on its way to both signatures."""

    id: str
    contract_id: str
    number: str
    kind: AmendmentKind
    state: AmendmentState
    by_worker: bool
    reason: str
    effective_on: date
    changes: Changes
    differences: tuple[str, ...]
    document_id: str
    at: datetime
    document_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The day an amendment takes effect, as seen on the day it is proposed."""

    effective_on: date
    today: date


def differences(contract: Contract, kind: AmendmentKind, changes: Changes, days: Days) -> tuple[str, ...]:
    """Before and after, one plain sentence each. Raises PeriodWrong or TradeNotOffered for impossible changes."""
    _check_effective(contract, kind, days)
    if kind is AmendmentKind.END:
        return (f"合同到{day(days.effective_on)}终止",)
    lines = (
        _pay(contract, changes),
        _period(contract, changes, days),
        _trade(contract, changes),
        _text(changes),
    )
    told = tuple(line for line in lines if line)
    if not told:
        raise errors.PeriodWrong("请至少填写一项变更")
    return told


def _check_effective(contract: Contract, kind: AmendmentKind, days: Days) -> None:
    """At most thirty days back, a year on and within the contract's own time."""
    if not days.today - LATE <= days.effective_on <= days.today + FARTHEST:
        raise errors.PeriodWrong("生效日期要在前30天到后一年之内")
    ends_later = kind is AmendmentKind.END and days.effective_on > days.today
    period = contract.period
    if ends_later and not period.start < days.effective_on <= (period.end or date.max):
        raise errors.PeriodWrong("终止日期要在合同期限之内")


def _pay(contract: Contract, changes: Changes) -> str:
    if changes.pay is None:
        return ""
    return f"工资：原来{pay_words(contract.pay)}，改为{pay_words(changes.pay)}"


def _period(contract: Contract, changes: Changes, days: Days) -> str:
    last, period = changes.period_end, contract.period
    if last is None:
        return ""
    if period.kind is PeriodKind.TASK:
        raise errors.PeriodWrong("以完成一定工作任务为期限的合同不填结束日期")
    if not max(period.start, days.today) < last <= days.today + LONGEST:
        raise errors.PeriodWrong("结束日期要在今天之后、五年以内")
    return f"期限：原来{period_words(period)}，改为{period_words(replace(period, end=last))}"


def _trade(contract: Contract, changes: Changes) -> str:
    trade = new_trade(changes)
    return f"工种：原来{contract.trade.name}，改为{trade.name}" if trade else ""


def new_trade(changes: Changes) -> Trade | None:
    """The trade to change to. A special one needs its certificate checked, which only a new application does.

    Raises TradeNotOffered (安全条例 Art. 25: no special trade without a certificate).
    """
    if changes.trade_code is None:
        return None
    trade = TRADES.get(changes.trade_code)
    if trade is None:
        raise errors.TradeNotOffered()
    if trade.certificate is not None:
        raise errors.TradeNotOffered(f"{trade.name}要核对特种作业证，请终止这份合同后扫码重新登记")
    return trade


def _text(changes: Changes) -> str:
    return f"补充：{changes.text}" if changes.text else ""


def check_open(contract: Contract) -> None:
    """Only a contract in force is amended, one amendment at a time. Raises WrongState or AmendmentOpen."""
    if contract.state is not ContractState.SEALED:
        raise errors.WrongState(f"合同现在是“{contract.state.label}”")
    if contract.open_amendment is not None:
        raise errors.AmendmentOpen()


def answerable(amendment: Amendment, by_worker: bool) -> None:
    """The worker answers a proposal, the employer a request. Raises WrongState."""
    waiting = AmendmentState.PROPOSED if by_worker else AmendmentState.REQUESTED
    if amendment.state is not waiting:
        raise errors.WrongState(f"这项变更现在是“{amendment.state.label}”")


def apply(contract: Contract, amendment: Amendment, at: datetime, today: date) -> Contract:
    """The contract as it stands once the amendment is sealed.

    An end agreed for a later day makes that day the contract's last: the clock closes it then. A contract that ran out
    meanwhile stays as it is.
    """
    if contract.state is not ContractState.SEALED:
        return replace(contract, open_amendment=None)
    if amendment.kind is AmendmentKind.END:
        return _ended(replace(contract, open_amendment=None), amendment.effective_on, at, today)
    changes = amendment.changes
    return replace(
        contract,
        pay=changes.pay or contract.pay,
        trade=TRADES[changes.trade_code] if changes.trade_code else contract.trade,
        period=replace(contract.period, end=changes.period_end or contract.period.end),
        open_amendment=None,
    )


def _ended(contract: Contract, last_day: date, at: datetime, today: date) -> Contract:
    if last_day > today:
        return replace(contract, period=Period(PeriodKind.FIXED, contract.period.start, last_day))
    return end(contract, at)
