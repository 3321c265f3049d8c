"""A matter in its office: each act moves it one step. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.matters import errors
from mashangban.domains.matters.terms import Delivery, MatterState, Outcome, PaperKind, Stage
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place
from mashangban.kernel.stars import Stars


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that was ordered; `ready` once its file is there, `failed` where it could not be made."""

    kind: PaperKind
    document_id: str
    ready: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """The head of a matter. What the person brings is its dossier; the item's edition lies beside it, pinned.

    `received_at` is when everything that counts now came in: the submission, or the one supplement.
    `due_at` is until when the office has to act, or the person while a supplement is asked of them.
    `stars` is the person's word about it; their words and the answer lie beside it, sealed. Of a bad one,
    `answered_by` wrote what was mended, `once_wrote` answers that were sent back, `mended_by` looked over it and
    closed it.
    """

    id: str
    number: str
    item_id: str
    name: str
    region: str
    person_id: str
    made_at: datetime
    state: MatterState = MatterState.DRAFT
    delivery: Delivery = Delivery.PHONE
    check_asked: bool = False
    checked_by: str = ""
    talk_id: str = ""
    submitted_at: datetime | None = None
    received_at: datetime | None = None
    asked: str = ""
    asked_at: datetime | None = None
    supply_days: int = 0
    accepted_at: datetime | None = None
    accepted_by: str = ""
    silent: bool = False
    paused: str = ""
    extended: bool = False
    outcome: Outcome | None = None
    reason: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    waybill: str = ""
    delivered_at: datetime | None = None
    late: bool = False
    due_at: datetime | None = None
    papers: tuple[Paper, ...] = ()
    stars: Stars | None = None
    rated_at: datetime | None = None
    answered_at: datetime | None = None
    answered_by: str = ""
    once_wrote: tuple[str, ...] = ()
    mended_at: datetime | None = None
    mended_by: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("matter", self.id)

    @property
    def place(self) -> Place:
        """The office that handles it: a province's two digits, a city's four, a county's six."""
        return Place(self.region)

    @property
    def stage(self) -> Stage | None:
        """What waits for the office, if anything does."""
        if self.state is MatterState.DRAFT:
            return Stage.CHECK if self.check_asked else None
        if self.mending:
            return Stage.CONFIRM if self.answered_by else Stage.MEND
        return _STAGES.get(self.state)

    @property
    def mending(self) -> bool:
        """Whether a bad word waits for what the office mends; of who left, nothing waits."""
        return bool(self.person_id) and self.stars is not None and self.stars.bad and self.mended_at is None

    @property
    def hands(self) -> frozenset[str]:
        """Who handled it: looked at the papers first, accepted, decided or refused."""
        return frozenset({self.checked_by, self.accepted_by, self.decided_by} - {""})

    @property
    def parts(self) -> frozenset[str]:
        """Who handled it, and who wrote any answer to its bad word: the one that stands often has much of the last."""
        return self.hands | ({self.answered_by, *self.once_wrote} - {""})

    def paper(self, kind: PaperKind) -> Paper | None:
        """The last paper of a kind."""
        return next((one for one in reversed(self.papers) if one.kind is kind), None)


_STAGES = {
    MatterState.SUBMITTED: Stage.ACCEPT,
    MatterState.ACCEPTED: Stage.DECIDE,
    MatterState.DECIDED: Stage.DELIVER,
}


def ask_check(one: Matter) -> Matter:
    """The person asks an official to look at the papers first. Raises WrongStep."""
    _require(one, MatterState.DRAFT)
    return replace(one, check_asked=True)


def check(one: Matter, by: str) -> Matter:
    """An official has looked. Raises WrongStep."""
    _require(one, MatterState.DRAFT)
    if not one.check_asked:
        raise errors.WrongStep()
    return replace(one, check_asked=False, checked_by=by)


def submit(one: Matter, at: datetime) -> Matter:
    """Handed in: the office has five working days from now. Raises WrongStep."""
    _require(one, MatterState.DRAFT)
    return replace(one, state=MatterState.SUBMITTED, submitted_at=at, received_at=at, check_asked=False)


def ask_more(one: Matter, asked: str, days: int, at: datetime) -> Matter:
    """Everything that lacks, once (Art. 32), within so many working days. Raises WrongStep, SupplementOnce."""
    _require(one, MatterState.SUBMITTED)
    if one.asked:
        raise errors.SupplementOnce()
    return replace(one, state=MatterState.SUPPLEMENT, asked=asked, asked_at=at, supply_days=days)


def supply(one: Matter, at: datetime) -> Matter:
    """What was asked for came: the five days begin anew. Raises WrongStep."""
    _require(one, MatterState.SUPPLEMENT)
    return replace(one, state=MatterState.SUBMITTED, received_at=at)


def lapse(one: Matter) -> Matter:
    """What was asked for did not come in time: it counts as taken back. Raises WrongStep."""
    _require(one, MatterState.SUPPLEMENT)
    return replace(one, state=MatterState.LAPSED)


def accept(one: Matter, by: str, at: datetime) -> Matter:
    """The office accepts. Raises WrongStep."""
    _require(one, MatterState.SUBMITTED)
    return replace(one, state=MatterState.ACCEPTED, accepted_at=at, accepted_by=by)


def accept_by_silence(one: Matter) -> Matter:
    """Nobody said anything for five days: it counts as accepted from the day of receipt. Raises WrongStep."""
    _require(one, MatterState.SUBMITTED)
    return replace(one, state=MatterState.ACCEPTED, accepted_at=one.received_at, silent=True)


def refuse(one: Matter, reason: str, by: str, at: datetime) -> Matter:
    """The office does not accept, with article and reason. Raises WrongStep, ReasonMissing."""
    _require(one, MatterState.SUBMITTED)
    if not reason:
        raise errors.ReasonMissing()
    return replace(one, state=MatterState.REFUSED, reason=reason, decided_at=at, decided_by=by)


def pause(one: Matter, why: str) -> Matter:
    """A hearing, a test or an expert review is not counted (Art. 45). Raises WrongStep, Paused, ReasonMissing."""
    _require_running(one)
    if not why:
        raise errors.ReasonMissing()
    return replace(one, paused=why)


def resume(one: Matter) -> Matter:
    """The review is over. Raises WrongStep."""
    _require(one, MatterState.ACCEPTED)
    if not one.paused:
        raise errors.WrongStep()
    return replace(one, paused="")


def extend(one: Matter, why: str) -> Matter:
    """Ten more days, once, with the reason. Raises WrongStep, Paused, ExtendedBefore, ReasonMissing."""
    _require_running(one)
    if one.extended:
        raise errors.ExtendedBefore()
    if not why:
        raise errors.ReasonMissing()
    return replace(one, extended=True)


def decide(one: Matter, outcome: Outcome, reason: str, by: str, at: datetime) -> Matter:
    """Another than who accepted decides. Raises WrongStep, Paused, SameHands, ReasonMissing."""
    _require_running(one)
    if one.accepted_by == by:
        raise errors.SameHands()
    if outcome is Outcome.DENIED and not reason:
        raise errors.ReasonMissing()
    return replace(
        one,
        state=MatterState.DECIDED,
        outcome=outcome,
        reason=reason,
        decided_at=at,
        decided_by=by,
        late=False,
    )


def deliver(one: Matter, waybill: str, at: datetime) -> Matter:
    """The result is with the person or on its way by courier. Raises WrongStep, DeliveryWrong."""
    _require(one, MatterState.DECIDED)
    if one.delivery is Delivery.COURIER and not waybill:
        raise errors.DeliveryWrong(errors=(FieldError("waybill", "快递要写单号"),))
    return replace(one, state=MatterState.DELIVERED, waybill=waybill, delivered_at=at)


def withdraw(one: Matter) -> Matter:
    """The person does not want it any more. Raises WrongStep."""
    if not one.state.undecided:
        raise errors.WrongStep()
    return replace(one, state=MatterState.WITHDRAWN, check_asked=False)


def printed(one: Matter, document_id: str, at: datetime) -> Matter:
    """A paper's file is there; a decision that goes to the phone is delivered by it."""
    papers = tuple(
        replace(paper, ready=True, failed=False) if paper.document_id == document_id else paper
        for paper in one.papers
    )
    after = replace(one, papers=papers)
    decision = one.paper(PaperKind.DECISION)
    by_phone = one.state is MatterState.DECIDED and one.delivery is Delivery.PHONE
    return deliver(after, "", at) if by_phone and decision and decision.document_id == document_id else after


def not_printed(one: Matter, document_id: str) -> Matter:
    """A paper could not be made: the office delivers by hand."""
    papers = tuple(
        replace(paper, failed=True) if paper.document_id == document_id else paper for paper in one.papers
    )
    return replace(one, papers=papers)


def _require(one: Matter, state: MatterState) -> None:
    if one.state is not state or not one.person_id:
        raise errors.WrongStep()


def _require_running(one: Matter) -> None:
    _require(one, MatterState.ACCEPTED)
    if one.paused:
        raise errors.Paused()
