"""Supplement, change and end of a contract in force (劳动合同法 Art. 35, 36): what differs, and who answers."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mashangban.domains.workers import errors
from mashangban.domains.workers.rules.contract import Contract, Pay
from mashangban.domains.workers.rules.wording import day, pay_words, period_words
from mashangban.domains.workers.terms import TRADES, AmendmentKind, AmendmentState, ContractState


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


def differences(
    contract: Contract, kind: AmendmentKind, changes: Changes, effective_on: date
) -> tuple[str, ...]:
    """Before and after, one plain sentence each. Raises PeriodWrong or TradeNotOffered for impossible changes."""
    if kind is AmendmentKind.END:
        return (f"合同到{day(effective_on)}终止",)
    lines = (_pay(contract, changes), _period(contract, changes), _trade(contract, changes), _text(changes))
    told = tuple(line for line in lines if line)
    if not told:
        raise errors.PeriodWrong("请至少填写一项变更")
    return told


def _pay(contract: Contract, changes: Changes) -> str:
    if changes.pay is None:
        return ""
    return f"工资：原来{pay_words(contract.pay)}，改为{pay_words(changes.pay)}"


def _period(contract: Contract, changes: Changes) -> str:
    if changes.period_end is None:
        return ""
    if changes.period_end <= contract.period.start:
        raise errors.PeriodWrong()
    after = replace(contract.period, end=changes.period_end)
    return f"期限：原来{period_words(contract.period)}，改为{period_words(after)}"


def _trade(contract: Contract, changes: Changes) -> str:
    if changes.trade_code is None:
        return ""
    if changes.trade_code not in TRADES:
        raise errors.TradeNotOffered()
    return f"工种：原来{contract.trade.name}，改为{TRADES[changes.trade_code].name}"


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


def apply(contract: Contract, amendment: Amendment, at: datetime) -> Contract:
    """The contract as it stands once the amendment is sealed."""
    changes = amendment.changes
    changed = replace(
        contract,
        pay=changes.pay or contract.pay,
        trade=TRADES[changes.trade_code] if changes.trade_code else contract.trade,
        period=replace(contract.period, end=changes.period_end or contract.period.end),
        open_amendment=None,
    )
    if amendment.kind is not AmendmentKind.END:
        return changed
    milestones = replace(changed.milestones, closed_at=at)
    return replace(changed, state=ContractState.ENDED, milestones=milestones)
