"""What offices do with a claim: take it up, ask once for what is missing, pass it on or refuse it, judge objections."""

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.repository.claims import NO_CLOCKS, Clocks
from mashangban.domains.claims.rules import claim as rules
from mashangban.domains.claims.rules import credit, ladder
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.schemas import ClaimDone, ObjectionSettled, PassForm, ReasonForm
from mashangban.domains.claims.service import telling
from mashangban.domains.claims.service.steps import within, write
from mashangban.domains.claims.terms import ClaimState, Step
from mashangban.kernel.acts import Act
from mashangban.registry import service as registry


def accept(act: Act, claim_id: str) -> ClaimDone:
    """Take it up: the review's clock begins. Raises WrongStep."""
    before, role = within(act, permissions.REVIEW, claim_id)
    after = rules.accept(before, act.actor.person_id)
    clocks = Clocks(begins=(ladder.review_clock(after, act.at),), closes=(ladder.ACCEPT,))
    told = telling.enterprise(after, "claims.accepted")
    return write(act, before, after, events.ACCEPTED, role, data=_step(after), told=told, clocks=clocks)


def take(act: Act, claim_id: str) -> ClaimDone:
    """Be in charge of it from now on. Raises WrongStep."""
    before, role = within(act, permissions.REVIEW, claim_id)
    return write(act, before, rules.take(before, act.actor.person_id), events.TAKEN, role, data=_step(before))


def ask_supplement(act: Act, claim_id: str, form: ReasonForm) -> ClaimDone:
    """Tell all that is missing, once; the office's clock stands still meanwhile. Raises WrongStep, SupplementedOnce."""
    before, role = within(act, permissions.REVIEW, claim_id)
    after = rules.ask_supplement(before, act.actor.person_id, form.text)
    stands = ladder.ACCEPT if before.step is Step.NONE else ladder.REVIEW
    clocks = Clocks(begins=(ladder.supplement_clock(after, act.at),), pauses=((stands, "等企业补正"),))
    told = telling.enterprise(after, "claims.supplement")
    return write(
        act, before, after, events.SUPPLEMENT_ASKED, role, data=_step(before), told=told, clocks=clocks
    )


def pass_step(act: Act, claim_id: str, form: PassForm) -> ClaimDone:
    """A desk says yes. The credit desk can't where a record stands. Raises WrongStep, AmountRaised, CreditBlocked."""
    before, role = within(act, permissions.REVIEW, claim_id)
    after = rules.pass_step(before, act.actor.person_id, form.step, form.text, form.amount_fen, form.panel)
    if form.step is Step.CREDIT:
        facts = registry.credit_facts(act.actor, before.enterprise_id)
        rules.require_credit(
            before.terms.credit, credit.unmended((fact.reference, fact.level) for fact in facts)
        )
    data = _step(before) | {"amount_fen": after.amount_fen}
    return write(act, before, after, events.PASSED, role, data=data, clocks=_after_pass(act, after))


def refuse(act: Act, claim_id: str, form: ReasonForm) -> ClaimDone:
    """Say no, with reasons that the enterprise reads. Raises WrongStep."""
    before, role = within(act, permissions.REVIEW, claim_id)
    after = rules.refuse(before, form.text)
    told = telling.enterprise(after, "claims.refused")
    return write(act, before, after, events.REFUSED, role, data=_step(before), told=told)


def settle_objection(act: Act, claim_id: str, form: ObjectionSettled) -> ClaimDone:
    """Say what came of an objection: the claim falls, or publicity goes on where it stood still. Raises WrongStep."""
    before, role = within(act, permissions.REVIEW, claim_id)
    after = rules.settle_objection(before, form.upheld, form.text)
    clocks = NO_CLOCKS if form.upheld else Clocks(resumes=(ladder.PUBLICITY,))
    told = telling.enterprise(after, "claims.refused") if form.upheld else ()
    data = {"upheld": form.upheld}
    return write(act, before, after, events.OBJECTION_SETTLED, role, data=data, told=told, clocks=clocks)


def _after_pass(act: Act, after: Claim) -> Clocks:
    if after.state is ClaimState.REVIEW:
        return NO_CLOCKS
    if after.state is ClaimState.PUBLICITY:
        return Clocks(begins=(ladder.publicity_clock(after, act.at),), closes=(ladder.REVIEW,))
    return Clocks(closes=(ladder.REVIEW,))


def _step(one: Claim) -> dict[str, str]:
    return {"step": one.step.value} if one.step is not Step.NONE else {}
