"""What the accused side says: an answer to a warning, a reply to a complaint. Who hid is not shown to it."""

from dataclasses import replace

from mashangban.domains.arrears import errors, events, permissions
from mashangban.domains.arrears.repository import complaints, expectations
from mashangban.domains.arrears.rules import complaint as rules
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import is_late
from mashangban.domains.arrears.schemas import AccusedRow, AccusedView, Answer, PayRow, Reply
from mashangban.domains.arrears.service import accused, handling, presenting
from mashangban.domains.arrears.terms import ComplaintState, ReplyKind
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject, following, happened
from mashangban.kernel.permissions import Principal, Role


def answer_warning(act: Act, expectation_id: str, given: Answer) -> PayRow:
    """Unit or contractor says what it does about a late month. Raises NothingToAnswer."""
    one = expectations.get(expectation_id, act.actor.reach(permissions.ANSWER_WARNING))
    if not is_late(one):
        raise errors.NothingToAnswer()
    role = act.actor.role_for(permissions.ANSWER_WARNING, one.place)
    row = presenting.pay_row(one, act.at)
    event = following(act, events.ANSWERED, one, role)
    expectations.move(act, one, one, event, text=given.text, answer=row)
    return row


def reply(act: Act, complaint_id: str, given: Reply) -> AccusedRow:
    """The accused side replies; the complaint itself moves by the platform. Raises NotFound beyond reach, WrongStep."""
    one = _accused(act.actor, complaint_id)
    if not one.state.open or one.state is ComplaintState.OPENED:
        raise errors.WrongStep()
    role = act.actor.role_for(permissions.ANSWER_COMPLAINT, one.accused)
    data = {"complaint": one.id, "reply": given.reply.value}
    event = happened(act, events.REPLIED, Subject("complaint_reply", ids.new_id(act.at)), data, role=role)
    answer = accused.row(one)
    complaints.reply(act, one, given.reply, accused.speaker(one, act.actor), given.text, event, answer)
    return answer


def replied(act: Act, complaint_id: str, kind: ReplyKind) -> None:
    """A reply was given: the matter moves. Once more changes nothing."""
    one = complaints.get(complaint_id)
    after = rules.answer_unit(one, kind, handling.closing_kind(one))
    if after == one:
        return
    if after.state is ComplaintState.PAID:
        handling.note_paid(act, one, after)
        return
    event = following(act, events.UNIT_ANSWERED, one, Role.SYSTEM, {"reply": kind.value})
    complaints.move(act, one, replace(after), event)


def show(actor: Principal, complaint_id: str) -> AccusedView:
    """A complaint for the accused side. Raises NotFound beyond reach and before it was accepted."""
    return accused.view(_accused(actor, complaint_id))


def _accused(actor: Principal, complaint_id: str) -> Complaint:
    return complaints.get_accused(complaint_id, actor.reach(permissions.ANSWER_COMPLAINT))
