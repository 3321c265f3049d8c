"""What a contract waits for, until when, and who hears of it when nothing happens."""

from datetime import datetime

from mashangban.deadlines.rules.deadline import Deadline, OnDay, Rung
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import RungKind, Unit
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms import (
    COUNTERSIGN_WORKING_DAYS,
    EXPIRY_NOTICE_DAYS,
    SIGNING_DAYS,
    ContractState,
)

SIGNING = "workers.signing"
COUNTERSIGNING = "workers.countersigning"
EXPIRY = "workers.expiry"
REMIND, DUE, ESCALATE = "remind", "due", "escalate"


def signing(contract: Contract, at: datetime) -> Deadline:
    """The worker has seven days; a reminder comes a day before, then the offer lapses."""
    ladder = (
        Rung(REMIND, RungKind.BEFORE, Term(1, Unit.CALENDAR_DAY)),
        Rung(DUE, RungKind.AT),
    )
    term = Term(SIGNING_DAYS, Unit.CALENDAR_DAY, "平台约定")
    return Deadline(contract.subject, SIGNING, "工人签字", at, term, ladder, contract.project.region)


def countersigning(contract: Contract, at: datetime) -> Deadline:
    """The employer has three working days; then it is told, two days later its project manager."""
    ladder = (
        Rung(REMIND, RungKind.BEFORE, Term(1, Unit.WORKING_DAY)),
        Rung(DUE, RungKind.AT),
        Rung(ESCALATE, RungKind.AFTER, Term(2, Unit.WORKING_DAY)),
    )
    term = Term(COUNTERSIGN_WORKING_DAYS, Unit.WORKING_DAY, "平台约定")
    return Deadline(contract.subject, COUNTERSIGNING, "单位盖章", at, term, ladder, contract.project.region)


def expiry(contract: Contract, at: datetime) -> Deadline | None:
    """A fixed period ends on its day; both sides are told a month before (劳动合同法 Art. 44)."""
    if contract.period.end is None:
        return None
    ladder = (
        Rung(REMIND, RungKind.BEFORE, Term(EXPIRY_NOTICE_DAYS, Unit.CALENDAR_DAY)),
        Rung(DUE, RungKind.AT),
    )
    basis = OnDay(contract.period.end, source="合同约定")
    kind = f"{EXPIRY}.{contract.period.end:%Y%m%d}"  # another end is another deadline
    return Deadline(contract.subject, kind, "合同到期", at, basis, ladder, contract.project.region)


def present(contract: Contract) -> Deadline | None:
    """The deadline that runs in the contract's present state, rebuilt from its milestones."""
    times = contract.milestones
    match contract.state:
        case ContractState.OFFERED | ContractState.FAILED if times.countersigned_at is None:
            return signing(contract, times.opened_at)
        case ContractState.WORKER_SIGNED if times.signed_at:
            return countersigning(contract, times.signed_at)
        case ContractState.SEALED if times.sealed_at:
            return expiry(contract, times.sealed_at)
        case _:
            return None
