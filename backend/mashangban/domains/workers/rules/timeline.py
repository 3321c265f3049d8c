"""The parcel-style timeline of a contract: what happened, what is happening, what comes."""

from dataclasses import dataclass
from datetime import datetime

from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.terms import ContractState


@dataclass(frozen=True, slots=True)
class Step:
    """`state` is done, now, todo or failed; `due_at` is when the step should have happened at the latest."""

    key: str
    label: str
    at: datetime | None
    by_label: str
    state: str
    due_at: datetime | None = None


def timeline(contract: Contract, due_at: datetime | None) -> list[Step]:
    """The steps of a contract in order; a closed contract ends with how it closed."""
    times = contract.milestones
    done = [
        ("applied", "提交登记", times.opened_at, "工人"),
        ("rendered", "合同文本生成", times.rendered_at, "系统"),
        ("signed", "本人签字", times.signed_at, "工人"),
        ("countersigned", "单位确认", times.countersigned_at, contract.employer.name),
        ("sealed", "盖章生效", times.sealed_at, contract.employer.name),
    ]
    closed = not contract.state.open
    steps: list[Step] = []
    for key, label, at, by_label in done:
        if closed and at is None:
            break
        first_open = at is None and all(step.state == "done" for step in steps)
        steps.append(
            Step(key, label, at, by_label, _state(at, first_open, contract), due_at if first_open else None)
        )
    if closed:
        steps.append(
            Step(contract.state.value, contract.state.label, times.closed_at, _closer(contract), "done")
        )
    return steps


def _state(at: datetime | None, first_open: bool, contract: Contract) -> str:
    if at is not None:
        return "done"
    if not first_open:
        return "todo"
    return "failed" if contract.state is ContractState.FAILED else "now"


def _closer(contract: Contract) -> str:
    match contract.state:
        case ContractState.WITHDRAWN:
            return "工人"
        case ContractState.REFUSED:
            return contract.employer.name
        case ContractState.ENDED:
            return "双方"
        case _:
            return "系统"
