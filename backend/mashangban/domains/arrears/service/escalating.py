"""What the clock does when nobody acted: remind, warn, escalate, settle by silence, tell who is overdue."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mashangban.deadlines.service import Due
from mashangban.domains.arrears import events
from mashangban.domains.arrears.repository import complaints, expectations
from mashangban.domains.arrears.rules import complaint as complaint_rules
from mashangban.domains.arrears.rules import expectation as rules
from mashangban.domains.arrears.rules import ladder
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.domains.arrears.service import facts, telling
from mashangban.domains.arrears.terms import SettledBy
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Message, following
from mashangban.kernel.permissions import Role


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a firing does to a month's pay: its state afterwards, the event and who is told."""

    after: Expectation
    event: str
    messages: tuple[Message, ...]


def fire(due: Due) -> None:
    """Act on one firing within its own transaction: once, however often it is tried."""
    act = system_act("arrears_clock", due.now)
    subject = due.firing.deadline.subject
    if subject.kind == "complaint":
        _complaint(act, complaints.get(subject.id), due)
    else:
        _pay(act, expectations.get(subject.id), due)


def _pay(act: Act, one: Expectation, due: Due) -> None:
    if due.firing.deadline.kind != one.clock:
        return  # another clock runs by now
    decide = _silence if one.clock.startswith(ladder.SILENCE) else _ladder
    done = decide(act, one, due)
    data = {"clock": due.firing.deadline.kind, "rung": due.firing.rung.name}
    event = following(act, done.event, one, Role.SYSTEM, data, done.messages)
    expectations.move(act, one, done.after, event, settles=due)


def _silence(act: Act, one: Expectation, due: Due) -> _Outcome:
    if due.firing.rung.name == ladder.REMIND:
        told = telling.worker_of_pay(one, "arrears.pay.confirm-soon", due=due.firing.due.label)
        return _Outcome(one, events.REMINDED, (told,))
    settled = rules.settle(one, SettledBy.SILENCE)
    messages = (telling.worker_of_pay(one, "arrears.pay.settled-by-silence"), *facts.repaid(one, act.at))
    return _Outcome(settled, events.SETTLED, messages)


def _ladder(act: Act, one: Expectation, due: Due) -> _Outcome:
    at, rung = act.at, due.firing.rung.name
    after = rules.reach(one, rung)
    words = {"due": due.firing.due.moment}
    messages: tuple[Message, ...]
    match rung:
        case ladder.REMIND:
            messages = telling.unit_of_pay(one, "arrears.pay.soon", due=due.firing.due.label)
            return _Outcome(after, events.REMINDED, messages)
        case ladder.DUE:
            worker = telling.worker_of_pay(one, "arrears.pay.late-worker", **words)
            return _Outcome(
                after, events.LATE, (worker, *telling.sides_of_pay(one, "arrears.pay.late", **words))
            )
        case ladder.COUNTY:
            messages = telling.officers_of_pay(one, "arrears.pay.county", words["due"])
        case ladder.CITY:
            messages = telling.officers_of_pay(one, "arrears.pay.city", words["due"], city=True)
        case _:
            messages = (facts.late(one, at), *telling.unit_of_pay(one, "arrears.pay.credit", **words))
    return _Outcome(after, events.ESCALATED, messages)


def _complaint(act: Act, one: Complaint, due: Due) -> None:
    kind, rung = due.firing.deadline.kind, due.firing.rung.name
    if not one.state.open or (kind.startswith(ladder.CLOSING) and kind != one.closing):
        return
    after, event, messages = _complaint_outcome(kind, rung)(act.at, one, due)
    told = {"clock": kind, "rung": rung}
    complaints.move(act, one, after, following(act, event, one, Role.SYSTEM, told, messages), settles=due)


_Firing = Callable[[datetime, Complaint, Due], tuple[Complaint, str, tuple[Message, ...]]]


def _complaint_outcome(kind: str, rung: str) -> _Firing:
    if kind.startswith(ladder.CLOSING):
        return _closing_reminder if rung == ladder.REMIND else _closed_by_silence
    return _officers_reminder if rung == ladder.REMIND else _officers_overdue


def _closing_reminder(_: datetime, one: Complaint, due: Due) -> tuple[Complaint, str, tuple[Message, ...]]:
    told = telling.worker_of_complaint(one, "arrears.complaint.close-soon", due=due.firing.due.label)
    return one, events.REMINDED, (told,)


def _closed_by_silence(_: datetime, one: Complaint, __: Due) -> tuple[Complaint, str, tuple[Message, ...]]:
    told = telling.worker_of_complaint(one, "arrears.complaint.closed-by-silence")
    return complaint_rules.close(one, SettledBy.SILENCE), events.CLOSED, (told,)


def _officers_reminder(_: datetime, one: Complaint, due: Due) -> tuple[Complaint, str, tuple[Message, ...]]:
    what, by = due.firing.deadline.label, due.firing.due.label
    return (
        one,
        events.REMINDED,
        telling.officers_of_complaint(one, "deadlines.remind", words={"what": what, "due": by}),
    )


def _officers_overdue(_: datetime, one: Complaint, due: Due) -> tuple[Complaint, str, tuple[Message, ...]]:
    words = {"what": due.firing.deadline.label, "due": due.firing.due.moment, "who": "县区监管部门"}
    city = telling.officers_of_complaint(one, "deadlines.escalated", city=True, words=words)
    county = telling.officers_of_complaint(one, "deadlines.overdue", words=words)
    return one, events.OVERDUE, (*county, *city)
