"""A complaint about unpaid wages: it moves by officer, worker and unit, and ends by the worker's word or an announced
silence. Pure.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mashangban.domains.arrears import errors
from mashangban.domains.arrears.terms import (
    ComplaintReason,
    ComplaintState,
    PayState,
    ProposalKind,
    ReplyKind,
    SettledBy,
)
from mashangban.employment.rules import Employment
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_STATE = ComplaintState
_HANDLED = frozenset({_STATE.ACCEPTED, _STATE.MEDIATING, _STATE.AGREED, _STATE.ORDERED, _STATE.PAID})
LIMIT_YEARS = 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an officer proposed, whose words are stored under `words`; answers are None until given."""

    kind: ProposalKind
    words: int
    amount_fen: int = 0
    pay_by: date | None = None
    worker: bool | None = None
    unit: bool | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A sum to be paid by a day; the officer's words are stored under `words`."""

    amount_fen: int
    pay_by: date
    words: int


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint about one month's pay. Hidden: the accused side gets neither the person nor what points to them."""

    id: str
    number: str
    state: ComplaintState
    facts: Employment
    month: str
    reason: ComplaintReason
    hidden: bool
    automatic: bool
    opened_at: datetime
    photos: tuple[str, ...] = ()
    matter: str = ""
    document_id: str = ""
    document_sha256: str = ""
    proposal: Proposal | None = None
    order: Order | None = None
    extended: bool = False
    closing: str = ""
    closed_by: SettledBy | None = None
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("complaint", self.id)

    @property
    def place(self) -> Place:
        """Where it stands for worker and regulators; no enterprise, no project: their scopes must not reach it."""
        return Place(self.facts.region, persons=frozenset({self.facts.person_id}))

    @property
    def accused(self) -> Place:
        """Where it stands for the accused side, which sees another view of it."""
        facts = self.facts
        return Place(None, frozenset({facts.employer.id, facts.general_contractor.id}), facts.project.id)

    @property
    def month_label(self) -> str:
        return f"{int(self.month[:4])}年{int(self.month[5:])}月"


def require_complainable(state: PayState, due_at: datetime, at: datetime) -> None:
    """Any time after the pay day, or once the worker said that money is missing; not for ever (监察条例 Art. 20)."""
    if state is PayState.SETTLED:
        raise errors.AlreadySettled()
    if at < due_at and state is not PayState.DISPUTED:
        raise errors.NotYetDue()
    if at >= due_at.replace(year=due_at.year + LIMIT_YEARS):
        raise errors.TooLate()


def accept(one: Complaint) -> Complaint:
    """The county takes the matter up."""
    return replace(_in(one, _STATE.OPENED), state=_STATE.ACCEPTED)


def propose(one: Complaint, proposal: Proposal) -> Complaint:
    """An officer proposes; a new proposal asks everyone anew."""
    before = _in(one, _STATE.ACCEPTED, _STATE.MEDIATING, _STATE.ORDERED, _STATE.AGREED)
    state = _STATE.MEDIATING if proposal.kind is ProposalKind.MEDIATION else before.state
    return replace(before, state=state, proposal=proposal)


def answer_worker(one: Complaint, agreed: bool) -> Complaint:
    """The worker's yes or no. Yes to arbitration ends the matter here; yes of both sides is an agreement."""
    before, proposal = _asked(one)
    if proposal.worker is not None:
        raise errors.WrongStep()
    answered = replace(proposal, worker=agreed)
    if proposal.kind is ProposalKind.TRANSFER:
        state = _STATE.TRANSFERRED if agreed else before.state
        return replace(before, state=state, proposal=answered if agreed else None)
    return _weighed(before, answered)


def answer_unit(one: Complaint, reply: ReplyKind, closing: str) -> Complaint:
    """What the unit's reply does to the matter: nothing it says closes it."""
    if not one.state.open or reply is ReplyKind.EXPLAIN:
        return one
    if reply is ReplyKind.PAID:
        return one if one.state in (_STATE.PAID, _STATE.OPENED) else paid(one, closing)
    if one.state is not _STATE.MEDIATING or one.proposal is None:
        return one
    return _weighed(one, replace(one.proposal, unit=reply is ReplyKind.AGREE))


def paid(one: Complaint, closing: str) -> Complaint:
    """Money is said to have come: the worker is asked, and told until when."""
    return replace(one, state=_STATE.PAID, closing=closing)


def order(one: Complaint, given: Order) -> Complaint:
    """The authority orders payment."""
    before = _in(one, _STATE.ACCEPTED, _STATE.MEDIATING, _STATE.AGREED, _STATE.ORDERED)
    return replace(before, state=_STATE.ORDERED, order=given, proposal=None)


def insist(one: Complaint) -> Complaint:
    """The worker says it is not solved: back to where it was."""
    before = _in(one, _STATE.PAID)
    return replace(before, state=_STATE.ORDERED if before.order else _STATE.ACCEPTED, closing="")


def close(one: Complaint, by: SettledBy) -> Complaint:
    """The worker says it is solved, or kept silent until the announced day after the unit said that it paid."""
    if not one.state.open:
        raise errors.WrongStep()
    if by is SettledBy.SILENCE:
        _in(one, _STATE.PAID)
    return replace(one, state=_STATE.CLOSED, closed_by=by, closing="")


def withdraw(one: Complaint) -> Complaint:
    """The worker takes it back."""
    if not one.state.open:
        raise errors.WrongStep()
    return replace(one, state=_STATE.WITHDRAWN, closing="")


def extend(one: Complaint) -> Complaint:
    """Thirty working days more, once (监察条例 Art. 17)."""
    if one.state not in _HANDLED:
        raise errors.WrongStep()
    if one.extended:
        raise errors.AlreadyExtended()
    return replace(one, extended=True)


def require_handled(one: Complaint) -> Complaint:
    """A pause needs a running clock."""
    return _in(one, *_HANDLED)


def join(lead: Complaint, others: list[Complaint]) -> list[Complaint]:
    """Several open complaints of one team become one matter, named by the first."""
    for one in (lead, *others):
        if not one.state.open or one.facts.team.id != lead.facts.team.id:
            raise errors.NotOneMatter()
    matter = lead.matter or lead.number
    return [replace(one, matter=matter) for one in (lead, *others) if one.matter != matter]


def _weighed(one: Complaint, proposal: Proposal) -> Complaint:
    agreed = proposal.worker is True and proposal.unit is True
    return replace(one, state=_STATE.AGREED if agreed else one.state, proposal=proposal)


def _asked(one: Complaint) -> tuple[Complaint, Proposal]:
    if one.proposal is None or not one.state.open:
        raise errors.WrongStep()
    return one, one.proposal


def _in(one: Complaint, *states: ComplaintState) -> Complaint:
    if one.state not in states:
        raise errors.WrongStep()
    return one
