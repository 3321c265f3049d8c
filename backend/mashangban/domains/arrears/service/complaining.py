"""What a worker does about a complaint; the platform opens one by itself when the clock reaches the county."""

from dataclasses import replace

from mashangban.deadlines.rules.deadline import Deadline
from mashangban.domains.arrears import errors, events, permissions
from mashangban.domains.arrears.repository import complaints as repository
from mashangban.domains.arrears.repository import expectations
from mashangban.domains.arrears.rules import complaint as rules
from mashangban.domains.arrears.rules import expectation as pay_rules
from mashangban.domains.arrears.rules import ladder
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import Expectation
from mashangban.domains.arrears.schemas import Complaining, ComplaintDone, Decision
from mashangban.domains.arrears.service import handling, telling, timing
from mashangban.domains.arrears.terms import ComplaintReason, ComplaintState, ProposalKind, SettledBy
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, following
from mashangban.kernel.permissions import Place, Role


def complain(act: Act, given: Complaining) -> ComplaintDone:
    """The worker complains about one month's pay.

    Raises NotYetDue, AlreadySettled, AlreadyComplained, TooLate, NotFound for somebody else's month.
    """
    month = expectations.get(given.expectation_id)
    act.actor.reach(permissions.COMPLAIN).require(Place(persons=frozenset({month.facts.person_id})))
    rules.require_complainable(month.state, timing.due_at(month), act.at)
    for photo in given.photos:
        files.hold(act, "arrears", photo, Purpose.EVIDENCE)
    new = replace(_new(act, month, given.reason), hidden=given.hidden, photos=tuple(given.photos))
    answer = handling.done(new)
    repository.create(act, new, _opened(act, new, Role.PERSON), _clock(act, new), answer, given.text)
    return answer


def open_by_clock(act: Act, expectation_id: str) -> bool:
    """The county rung was reached: a complaint opens by itself, once. False when one is open already."""
    month = expectations.get(expectation_id)
    if not pay_rules.is_late(month):
        return False
    new = replace(_new(act, month, ComplaintReason.NOT_PAID), automatic=True)
    try:
        repository.create(act, new, _opened(act, new, Role.SYSTEM), _clock(act, new), None, "")
    except errors.AlreadyComplained:
        return False
    return True


def answer(act: Act, complaint_id: str, given: Decision) -> ComplaintDone:
    """The worker's yes or no to what the officer proposed. Raises WrongStep."""
    one = _own(act, complaint_id)
    after = rules.answer_worker(one, given.agreed)
    moved = after.state is ComplaintState.TRANSFERRED
    kind = events.TRANSFERRED if moved else events.WORKER_ANSWERED
    data = {
        "agreed": given.agreed,
        "kind": one.proposal.kind.value if one.proposal else ProposalKind.MEDIATION.value,
    }
    told = telling.officers_of_complaint(one, "arrears.complaint.answered")
    event = following(act, kind, one, Role.PERSON, data, told)
    done = handling.done(after)
    repository.move(act, one, after, event, done)
    return done


def close(act: Act, complaint_id: str) -> ComplaintDone:
    """The worker says it is solved."""
    return _end(act, complaint_id, lambda one: rules.close(one, SettledBy.WORKER), events.CLOSED)


def withdraw(act: Act, complaint_id: str) -> ComplaintDone:
    """The worker takes the complaint back."""
    return _end(act, complaint_id, rules.withdraw, events.WITHDRAWN)


def insist(act: Act, complaint_id: str) -> ComplaintDone:
    """The worker says that no money came: the matter goes on. Raises WrongStep."""
    one = _own(act, complaint_id)
    after = rules.insist(one)
    told = telling.officers_of_complaint(one, "arrears.complaint.insisted")
    event = following(act, events.INSISTED, one, Role.PERSON, messages=told)
    done = handling.done(after)
    repository.move(act, one, after, event, done, closes=(one.closing,))
    return done


def month_settled(act: Act, expectation_id: str) -> None:
    """The worker confirmed the money in the pay slip: an open complaint asks whether that was all."""
    complaint_id = repository.open_of(expectation_id)
    if not complaint_id:
        return
    one = repository.get(complaint_id)
    if one.state in (ComplaintState.OPENED, ComplaintState.PAID) or not one.state.open:
        return
    handling.note_paid(act, one, rules.paid(one, handling.closing_kind(one)))


def _end(act: Act, complaint_id: str, end: handling.Change, kind: str) -> ComplaintDone:
    one = _own(act, complaint_id)
    after = end(one)
    told = telling.officers_of_complaint(one, "arrears.complaint.ended", words={"state": after.state.label})
    event = following(act, kind, one, Role.PERSON, messages=told)
    done = handling.done(after)
    repository.move(act, one, after, event, done)
    return done


def _own(act: Act, complaint_id: str) -> Complaint:
    """One's own complaint: an officer's reach does not make them its worker."""
    return repository.get(complaint_id, act.actor.reach(permissions.RESPOND))


def _new(act: Act, month: Expectation, reason: ComplaintReason) -> Complaint:
    return Complaint(
        id=ids.new_id(act.at),
        number=ids.public_number("TS", act.at),
        state=ComplaintState.OPENED,
        facts=month.facts,
        month=month.month,
        reason=reason,
        hidden=False,
        automatic=False,
        opened_at=act.at,
    )


def _opened(act: Act, new: Complaint, role: Role) -> Event:
    told = telling.officers_of_complaint(new, "arrears.complaint.to-accept")
    mine = telling.worker_of_complaint(new, "arrears.complaint.opened")
    data = {"reason": new.reason.value, "hidden": new.hidden, "automatic": new.automatic}
    return following(act, events.OPENED, new, role, data, (mine, *told))


def _clock(act: Act, new: Complaint) -> Deadline:
    return ladder.accept_clock(new.subject, new.facts.region, act.at)
