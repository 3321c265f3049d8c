"""What officers do with a complaint: accept, propose, order, extend, pause, join. None of it closes one."""

from collections.abc import Callable

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.domains.arrears import errors, events, permissions
from mashangban.domains.arrears.models import ArrearsDeadlineRecord
from mashangban.domains.arrears.repository import complaints as repository
from mashangban.domains.arrears.rules import complaint as rules
from mashangban.domains.arrears.rules import ladder
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.schemas import ComplaintDone, Joining, Order, Proposal, Reason
from mashangban.domains.arrears.service import telling
from mashangban.domains.arrears.terms import ProposalKind
from mashangban.identity import service as identity
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message, following
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Role
from mashangban.kernel.transaction import Transaction

Change = Callable[[Complaint], Complaint]


def done(one: Complaint) -> ComplaintDone:
    """What an act answers."""
    return ComplaintDone(id=one.id, state=one.state.value, state_label=one.state.label)


def accept(act: Act, complaint_id: str) -> ComplaintDone:
    """The county takes it up: sixty working days begin, worker and unit are told. Raises WrongStep."""
    one, role = _handled(act, complaint_id)
    after = rules.accept(one)
    mine = telling.worker_of_complaint(one, "arrears.complaint.accepted")
    unit = telling.accused(one, "arrears.complaint.unit-asked")
    event = following(act, events.ACCEPTED, one, role, messages=(mine, *unit))
    handling = ladder.handling_clock(one.subject, one.facts.region, act.at)
    answer = done(after)
    repository.move(act, one, after, event, answer, begins=handling, closes=(ladder.ACCEPT,))
    return answer


def propose(act: Act, complaint_id: str, given: Proposal) -> ComplaintDone:
    """A mediation with sum and day that both sides answer, or the way to arbitration that the worker decides."""
    one, role = _handled(act, complaint_id)
    _require_nameless(one, given.text)
    proposal = rules.Proposal(given.kind, one.version + 1, given.amount_fen or 0, given.pay_by)
    after = rules.propose(one, proposal)
    messages: tuple[Message, ...] = (telling.worker_of_complaint(one, "arrears.complaint.proposed"),)
    if given.kind is ProposalKind.MEDIATION:
        messages += telling.accused(one, "arrears.complaint.unit-asked")
    data = {"kind": given.kind.value, "amount_fen": proposal.amount_fen}
    answer = done(after)
    event = following(act, events.PROPOSED, one, role, data, messages)
    repository.move(act, one, after, event, answer, text=given.text)
    return answer


def order(act: Act, complaint_id: str, given: Order) -> ComplaintDone:
    """Payment is ordered: how much, by when, on which ground. Raises WrongStep."""
    one, role = _handled(act, complaint_id)
    _require_nameless(one, given.text)
    after = rules.order(one, rules.Order(given.amount_fen, given.pay_by, one.version + 1))
    words = {"amount": yuan(given.amount_fen), "due": f"{given.pay_by.month}月{given.pay_by.day}日"}
    mine = telling.worker_of_complaint(one, "arrears.complaint.ordered", **words)
    unit = telling.accused(one, "arrears.complaint.unit-ordered", due=words["due"])
    data = {"amount_fen": given.amount_fen, "pay_by": given.pay_by.isoformat()}
    answer = done(after)
    event = following(act, events.ORDERED, one, role, data, (mine, *unit))
    repository.move(act, one, after, event, answer, text=given.text)
    return answer


def extend(act: Act, complaint_id: str, given: Reason) -> ComplaintDone:
    """Thirty working days more, once, with a reason that everyone sees (监察条例 Art. 17). Raises AlreadyExtended."""

    def change(tx: Transaction, clock: Deadline) -> None:
        deadlines.extend(tx, ArrearsDeadlineRecord, clock, ladder.EXTENSION, given.reason)

    return _clock_act(act, complaint_id, rules.extend, events.EXTENDED, change)


def pause(act: Act, complaint_id: str, given: Reason) -> ComplaintDone:
    """The clock stands still for a listed reason that everyone sees."""

    def change(tx: Transaction, clock: Deadline) -> None:
        deadlines.pause(tx, ArrearsDeadlineRecord, clock, given.reason)

    return _clock_act(act, complaint_id, rules.require_handled, events.PAUSED, change)


def resume(act: Act, complaint_id: str) -> ComplaintDone:
    """The clock runs again."""

    def change(tx: Transaction, clock: Deadline) -> None:
        deadlines.resume(tx, ArrearsDeadlineRecord, clock)

    return _clock_act(act, complaint_id, rules.require_handled, events.RESUMED, change)


def join(act: Act, complaint_id: str, given: Joining) -> ComplaintDone:
    """Several open complaints of one team become one matter. Raises NotOneMatter."""
    lead, _ = _handled(act, complaint_id)
    others = [_handled(act, one)[0] for one in dict.fromkeys(given.complaint_ids) if one != complaint_id]
    before = {one.id: one for one in (lead, *others)}
    pairs = []
    for after in rules.join(lead, others):
        role = act.actor.role_for(permissions.HANDLE, after.place)
        told = following(act, events.JOINED, after, role, {"matter": after.matter or lead.number})
        pairs.append((before[after.id], after, told))
    answer = done(lead)
    repository.join(act, pairs, answer)
    return answer


def note_paid(act: Act, before: Complaint, after: Complaint) -> None:
    """Money is said to have come: the worker is asked, and told until when silence counts as solved."""
    clock = ladder.closing_clock(before.subject, after.closing, before.facts.region, act.at)
    due = deadlines.due_time_of(clock).label
    told = telling.worker_of_complaint(before, "arrears.complaint.paid", due=due)
    event = following(act, events.PAID, before, Role.SYSTEM, messages=(told,))
    repository.move(act, before, after, event, begins=clock)


def closing_kind(one: Complaint) -> str:
    """The name of the next silence clock: each has its own."""
    return f"{ladder.CLOSING}-{one.version + 1}"


def _clock_act(
    act: Act,
    complaint_id: str,
    change: Change,
    kind: str,
    clock_change: Callable[[Transaction, Deadline], None],
) -> ComplaintDone:
    one, role = _handled(act, complaint_id)
    after = change(one)
    clock = repository.clock(one, ladder.HANDLING)

    def changed(tx: Transaction) -> None:
        clock_change(tx, clock)

    answer = done(after)
    event = following(
        act, kind, one, role, messages=(telling.worker_of_complaint(one, "arrears.complaint.clock"),)
    )
    repository.change_clock(act, one, after, event, answer, changed)
    return answer


def _handled(act: Act, complaint_id: str) -> tuple[Complaint, Role]:
    one = repository.get(complaint_id, act.actor.reach(permissions.HANDLE))
    return one, act.actor.role_for(permissions.HANDLE, one.place)


def _require_nameless(one: Complaint, text: str) -> None:
    """What the accused side will read must not name a worker who hid. Raises NameInWords."""
    if not one.hidden:
        return
    person, contact = identity.real_name(one.facts.person_id), identity.contact(one.facts.person_id)
    telling_words = (person and person.name, person and person.id_number, contact.phone, one.facts.number)
    if any(word and word in text for word in telling_words):
        raise errors.NameInWords()
