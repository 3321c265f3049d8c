"""What the clock does when nobody acted: remind, lapse, expire, escalate."""

from dataclasses import dataclass

from mashangban.deadlines.service import Due
from mashangban.domains.workers import events
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.rules import contract as rules
from mashangban.domains.workers.rules import waiting
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.service import certifying, employing, holding, notifying, schooling, signing
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a firing does: the contract afterwards, the event and who is told."""

    after: Contract
    event: str
    messages: tuple[Message, ...]


def fire(due: Due) -> None:
    """Act on one firing of a deadline, within its own transaction: once, however often it is tried."""
    acts = {"certificate": certifying.fire, "training": schooling.fire}
    acts.get(due.firing.deadline.subject.kind, _of_contract)(due)


def _of_contract(due: Due) -> None:
    act = system_act("workers_clock", due.now)
    contract = contracts.contract(due.firing.deadline.subject.id)
    outcome = _decide(act, contract, due)
    data = {"deadline": due.firing.deadline.kind, "rung": due.firing.rung.name}
    event = signing.next_event(act, outcome.event, contract, Role.SYSTEM, data, outcome.messages)
    contracts.move(act, contract, outcome.after, event, settles=due)


def _decide(act: Act, contract: Contract, due: Due) -> _Outcome:
    deadline, rung = due.firing.deadline, due.firing.rung.name
    by, before = due.firing.due.moment, due.firing.due.label
    messages: tuple[Message, ...]
    kind = waiting.EXPIRY if deadline.kind.startswith(waiting.EXPIRY) else deadline.kind
    match (kind, rung):
        case (waiting.SIGNING, waiting.DUE):
            lapsed = rules.lapse(contract, act.at)
            return _Outcome(lapsed, events.LAPSED, (notifying.worker(lapsed, "workers.contract.lapsed"),))
        case (waiting.EXPIRY, waiting.DUE):
            expired = rules.expire(contract, act.at)
            told = notifying.worker(expired, "workers.contract.ended", day=by)
            messages = (told, holding.hold(expired, act.at), employing.tell(expired))
            return _Outcome(expired, events.EXPIRED, messages)
        case (waiting.SIGNING, _):
            messages = (notifying.worker(contract, "workers.contract.to-sign", due=before),)
        case (waiting.EXPIRY, _):
            messages = (notifying.worker(contract, "workers.contract.expiring", due=by),)
        case (_, waiting.ESCALATE):
            who = contract.employer.name
            messages = notifying.managers(
                contract, "deadlines.escalated", who=who, what=deadline.label, due=by
            )
        case (_, waiting.DUE):
            messages = notifying.office(contract, "deadlines.overdue", what=deadline.label, due=by)
        case _:
            messages = notifying.office(contract, "workers.contract.to-countersign", due=before)
    return _Outcome(contract, events.REMINDED, messages)
