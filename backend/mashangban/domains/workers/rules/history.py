"""Contracts as lines of a work history. Pure."""

from datetime import date

from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import clock

_WORKED = (ContractState.SEALED, ContractState.ENDED, ContractState.EXPIRED)


def worked(contract: Contract) -> bool:
    """Only contracts that came into force are history."""
    return contract.state in _WORKED


def days_of(contract: Contract) -> tuple[date, date | None]:
    """The first day and the last, which is None while the contract lasts."""
    first, closed_at = contract.period.start, contract.milestones.closed_at
    if closed_at is None:
        return first, None
    return first, max(first, min(clock.local_date(closed_at), contract.period.end or date.max))


def months(first: date, last: date) -> int:
    """Calendar months begun: from 20 November to 3 December is 2; work that has yet to begin is 0."""
    if last < first:
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1
