"""How a complaint is shown to the accused side: built from nothing that points to a person who hid."""

from mashangban.deadlines import service as deadlines
from mashangban.domains.arrears.repository import complaints, words
from mashangban.domains.arrears.rules import ladder
from mashangban.domains.arrears.rules.board import Listed, listed_complaint
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.schemas import AccusedRow, AccusedView
from mashangban.domains.arrears.schemas.accused import AccusedReply
from mashangban.domains.arrears.service import presenting
from mashangban.domains.arrears.terms import ComplaintReason, ComplaintState, ProposalKind
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal

_STATES = (ComplaintState.ACCEPTED, ComplaintState.MEDIATING, ComplaintState.AGREED, ComplaintState.ORDERED)


def row(one: Complaint) -> AccusedRow:
    """A complaint as a line of the unit's list."""
    return listed(listed_complaint(one))


def listed(one: Listed) -> AccusedRow:
    """The same from a list's row: only what is named here leaves."""
    shown = one.shown
    state = ComplaintState(shown["state"])
    return AccusedRow(
        id=one.id,
        number=shown["number"],
        month_label=presenting.month_label(shown["month"]),
        project=shown["project"],
        employer=shown["employer"],
        state=state.value,
        state_label=state.label,
        reason_label=ComplaintReason(shown["reason"]).label,
        worker_name_masked="" if shown["hidden"] else shown["worker"],
        opened_on=clock.local_date(clock.from_text(shown["opened_at"])),
    )


def view(one: Complaint) -> AccusedView:
    """A complaint for the unit, with what is asked of it and until when."""
    said = words.of(one.subject)
    proposal = one.proposal if one.proposal and one.proposal.kind is ProposalKind.MEDIATION else None
    order = one.order
    dated = order or proposal
    return AccusedView(
        id=one.id,
        row=row(one),
        proposal_text=said.get(proposal.words, "") if proposal else "",
        proposal_fen=proposal.amount_fen if proposal else 0,
        order_text=said.get(order.words, "") if order else "",
        order_fen=order.amount_fen if order else 0,
        pay_by=dated.pay_by if dated else None,
        due_label=_due(one),
        replies=[
            AccusedReply(at=reply.at, label=reply.reply.label, text=text)
            for reply, text in complaints.replies(one)
        ],
        actions=_actions(one),
    )


def speaker(one: Complaint, actor: Principal) -> str:
    """The unit in whose name somebody speaks: the contractor for its own people, else the employer."""
    facts = one.facts
    orgs = {grant.scope.value for grant in actor.grants if grant.scope.kind == "org"}
    contractor = facts.general_contractor.id in orgs and facts.employer.id not in orgs
    return facts.general_contractor.name if contractor else facts.employer.name


def _due(one: Complaint) -> str:
    found = next((clock for clock in complaints.clocks_of(one) if clock.kind == ladder.HANDLING), None)
    return deadlines.due_time_of(found).label if found is not None else ""


def _actions(one: Complaint) -> list[str]:
    if one.state not in _STATES:
        return []
    asked = one.proposal
    open_question = asked is not None and asked.kind is ProposalKind.MEDIATION and asked.unit is None
    question = ["agree", "refuse"] if open_question and one.state is ComplaintState.MEDIATING else []
    return [*question, "paid", "explain"]
