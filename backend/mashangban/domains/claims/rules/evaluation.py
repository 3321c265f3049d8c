"""An enterprise's stars and words for a finished claim; a bad one is mended, and somebody else says so. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.deadlines.rules.deadline import Deadline
from mashangban.deadlines.rules.ladders import DAILY
from mashangban.deadlines.rules.periods import Term
from mashangban.deadlines.terms import Unit
from mashangban.domains.claims import errors
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.terms import OWN_RULE, ClaimState
from mashangban.domains.claims.terms.evaluating import BAD, MEND_DAYS, EvaluationState
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

MENDING = "claims.mending"
_S = EvaluationState
_FINISHED = (ClaimState.PAID, ClaimState.REFUSED, ClaimState.RECOVERED)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One a claim. `answer` is what the office mended, `mender_id` who said so, `verdict` what supervision found."""

    claim_id: str
    number: str
    enterprise_id: str
    policy_id: str
    title: str
    region: str
    stars: int
    words: str
    at: datetime
    state: EvaluationState = EvaluationState.NOTED
    answer: str = ""
    mender_id: str = ""
    verdict: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("evaluation", self.claim_id)

    @property
    def place(self) -> Place:
        return Place(region=self.region, orgs=frozenset({self.enterprise_id}))

    @property
    def awaited(self) -> bool:
        """Somebody still has to act."""
        return self.state in (_S.MENDING, _S.ANSWERED)


def finished(one: Claim) -> bool:
    """Whether a claim has come to an end that can be judged."""
    return one.state in _FINISHED


def evaluate(one: Claim, stars: int, words: str, at: datetime) -> Evaluation:
    """The enterprise's word; a bad one opens a mending. Raises ClaimUnfinished."""
    if not finished(one):
        raise errors.ClaimUnfinished()
    state = _S.MENDING if stars <= BAD else _S.NOTED
    return Evaluation(
        claim_id=one.id,
        number=one.number,
        enterprise_id=one.enterprise_id,
        policy_id=one.terms.policy_id,
        title=one.terms.title,
        region=one.terms.region,
        stars=stars,
        words=words,
        at=at,
        state=state,
    )


def mending_clock(one: Evaluation, at: datetime) -> Deadline:
    """How long the office may take to mend; it runs until somebody else has confirmed."""
    term = Term(MEND_DAYS, Unit.WORKING_DAY, OWN_RULE)
    return Deadline(one.subject, MENDING, "差评整改", at, term, DAILY, one.region)


def answer(one: Evaluation, officer_id: str, words: str) -> Evaluation:
    """The office says what it has mended. Raises NothingToMend."""
    if one.state is not _S.MENDING:
        raise errors.NothingToMend()
    return replace(one, state=_S.ANSWERED, answer=words, mender_id=officer_id)


def confirm(one: Evaluation, officer_id: str, accepted: bool, words: str) -> Evaluation:
    """Somebody else says whether that will do; if not, it goes back. Raises NothingToMend, SameMender."""
    if one.state is not _S.ANSWERED:
        raise errors.NothingToMend()
    if officer_id == one.mender_id:
        raise errors.SameMender()
    return replace(one, state=_S.CLOSED if accepted else _S.MENDING, verdict=words)
