"""What a desk does with a ticket: take it, pass it on, give it back, stop its clock, answer, call."""

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.service import Turn
from mashangban.domains.helpdesk import errors, events
from mashangban.domains.helpdesk.repository import clocks, departments, words
from mashangban.domains.helpdesk.rules import ending, joint, labelling, ladder, pausing
from mashangban.domains.helpdesk.rules import ticket as rules
from mashangban.domains.helpdesk.rules.ticket import Ticket
from mashangban.domains.helpdesk.schemas import (
    TicketAnswer,
    TicketCall,
    TicketDone,
    TicketLabel,
    TicketPause,
    TicketReason,
    TicketTo,
)
from mashangban.domains.helpdesk.service import access, asking, steps, telling
from mashangban.domains.helpdesk.terms import CallResult, TicketState
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role


def take(act: Act, ticket_id: str) -> TicketDone:
    """Take it up; from now on one person holds it. Raises WrongPost, WrongStep."""
    one, role = access.at_desk(act, ticket_id)
    after = rules.take(one, act.actor.person_id, act.at)
    told = telling.asker(one, "helpdesk.taken") if one.marks.taken_at is None else ()
    return steps.write(act, one, after, events.TAKEN, role, told=told)


def deepen(act: Act, ticket_id: str, given: TicketReason) -> TicketDone:
    """To 主办 of the same department. Raises WrongPost, NotInCharge, SameDesk."""
    one, role = access.at_desk(act, ticket_id)
    after = rules.deepen(one, act.actor.person_id)
    return steps.write(act, one, after, events.DEEPENED, role, text=given.text, told=_to_answer(after))


def hand_over(act: Act, ticket_id: str, given: TicketTo) -> TicketDone:
    """To another department; the clock runs on. Raises WrongPost, NotInCharge, Assigned, MovedTooOften, SameDesk."""
    one, role = access.at_desk(act, ticket_id)
    after = rules.hand_over(one, act.actor.person_id, departments.get(given.department_id).desk)
    told = (*telling.asker(after, "helpdesk.moved"), *_to_answer(after))
    return steps.write(act, one, after, events.HANDED_OVER, role, text=given.text, told=told)


def give_back(act: Act, ticket_id: str, given: TicketReason) -> TicketDone:
    """Back to the department that took it first. Raises WrongPost, NotInCharge, Assigned, MovedTooOften, FirstDesk."""
    one, role = access.at_desk(act, ticket_id)
    after = rules.give_back(one, act.actor.person_id)
    told = (*telling.asker(after, "helpdesk.moved"), *_to_answer(after))
    return steps.write(act, one, after, events.RETURNED, role, text=given.text, told=told)


def pause(act: Act, ticket_id: str, given: TicketPause) -> TicketDone:
    """Stop the clock for a listed reason until a day. Raises WrongPost, NotInCharge, PauseTooLong, PausesUsedUp."""
    one, role = access.at_desk(act, ticket_id)
    running = clocks.running(one.subject, ladder.ANSWER)
    stood = running[0].pauses if running else ()
    after = pausing.stop(one, act.actor.person_id, given.reason, given.until, stood, act.at)
    shown = pausing.words(given.reason, one.desk.name, given.until)
    turn = Turn(pauses=(running[0], shown), begins=(ladder.pause_clock(after, given.until, act.at),))
    told = telling.asker(one, "helpdesk.paused", reason=given.reason.label, day=given.until.isoformat())
    data = {"reason": given.reason.value, "until": given.until.isoformat()}
    return steps.write(act, one, after, events.PAUSED, role, text=given.text, data=data, told=told, turn=turn)


def resume(act: Act, ticket_id: str) -> TicketDone:
    """The reason is gone before its day. Raises WrongPost, WrongStep."""
    one, role = access.at_desk(act, ticket_id)
    after = pausing.go_on(one)
    return steps.write(act, one, after, events.RESUMED, role, turn=asking.running_again(one))


def relabel(act: Act, ticket_id: str, given: TicketLabel) -> TicketDone:
    """Another class, with a reason the asker and supervision read. Raises WrongPost, NotInCharge, SameClass,
    AskerInsists.
    """
    one, standing = access.find(act, ticket_id)
    role = access.role_over(act, one) if standing.watch else access.at_desk(act, ticket_id)[1]
    after = labelling.relabel(one, act.actor.person_id, given.klass, watch=standing.watch)
    change = {"before": one.klass.label, "after": after.klass.label}
    told = telling.asker(one, "helpdesk.relabelled", **change)
    if after.marks.softened:
        heard = telling.watchers(one, "helpdesk.softened", before=change["before"], after=change["after"])
        told = (*told, *heard)
    turn = asking.relabelled(one, after)
    return steps.write(
        act, one, after, events.RELABELLED, role, text=given.text, data=change, told=told, turn=turn
    )


def answer(act: Act, ticket_id: str, given: TicketAnswer) -> TicketDone:
    """The reply, with the parts of the departments that helped. Raises WrongPost, NotInCharge, PartnersMissing."""
    one, role = access.at_desk(act, ticket_id)
    running = clocks.running(one.subject, ladder.ANSWER)
    late = any(_is_late(clock_, act) for clock_ in running)
    after = ending.answer(one, act.actor.person_id, act.at, late=late)
    confirm = ladder.confirm_clock(after, act.at)
    by = deadlines.due_time_of(confirm).moment
    told = telling.asker(one, "helpdesk.answered", due=by)
    turn = Turn(ends=tuple(running), begins=(confirm,))
    return steps.write(
        act, one, after, events.ANSWERED, role, text=_reply(one, given.text), told=told, turn=turn
    )


def call_back(act: Act, ticket_id: str, given: TicketCall) -> TicketDone:
    """A colleague or supervision called the asker. Raises WrongPost, WrongStep, SameCaller, ReopenedTooOften."""
    one, role = _caller(act, ticket_id)
    after = ending.call_back(one, act.actor.person_id, given.result, act.at)
    ended = after.state is not TicketState.ANSWERED
    again = given.result is CallResult.UNSOLVED
    turn = Turn(
        ends=tuple(clocks.running(one.subject)) if ended else (),
        begins=(asking.answer_clock(after, act),) if again else (),
    )
    told = (
        *telling.asker(one, "helpdesk.called", result=given.result.label),
        *(asking.back(after) if again else ()),
    )
    data = {"result": given.result.value}
    return steps.write(act, one, after, events.CALLED, role, text=given.text, data=data, told=told, turn=turn)


def _to_answer(one: Ticket) -> tuple[Message, ...]:
    due = next((deadlines.due_time_of(one_) for one_ in clocks.running(one.subject, ladder.ANSWER)), None)
    moment = due.moment if due is not None and due.due_at is not None else "（暂停计时）"
    return telling.agents(one, "helpdesk.to-answer", klass=one.klass.label, due=moment)


def _is_late(clock_: Deadline, act: Act) -> bool:
    due = deadlines.due_time_of(clock_)
    return due.due_at is not None and due.due_at <= act.at


def _reply(one: Ticket, own: str) -> str:
    said = words.of(one.subject) if one.partners else {}
    parts = [(partner.desk.name, said.get(partner.answer, "")) for partner in one.partners]
    return joint.reply_of(own, parts)


def _caller(act: Act, ticket_id: str) -> tuple[Ticket, Role]:
    one, standing = access.find(act, ticket_id)
    if standing.watch:
        return one, access.role_over(act, one)
    if standing.at(one.desk):
        return access.at_desk(act, ticket_id)
    raise errors.WrongPost()
