"""A policy's edition and an enterprise's facts become the basis of a claim; the claim itself is written by its room."""

from datetime import date
from typing import Any

from mashangban.domains.claims import errors
from mashangban.domains.claims.repository import claims as claim_items
from mashangban.domains.claims.rules.budget import BudgetLine
from mashangban.domains.claims.rules.claim import Decided, Terms
from mashangban.domains.claims.schemas import (
    AgreementForm,
    BudgetView,
    ClaimDone,
    ClaimFilling,
    SubmissionForm,
)
from mashangban.domains.claims.service import beginning, budgets, claiming, filling
from mashangban.domains.claims.service.beginning import Basis
from mashangban.domains.claims.service.filling import Answered
from mashangban.domains.claims.terms import CreditRule, Mode, Verdict
from mashangban.domains.policies.models.items import dump_edition
from mashangban.domains.policies.repository import indicators, policies, profiles
from mashangban.domains.policies.rules import matching
from mashangban.domains.policies.rules.conditions.facts import Catalogue, profile_on
from mashangban.domains.policies.rules.conditions.tree import facts_of
from mashangban.domains.policies.rules.listing import Listed
from mashangban.domains.policies.rules.policy import Edition, Policy
from mashangban.domains.policies.rules.profile import Statement, known
from mashangban.domains.policies.service import stating
from mashangban.domains.policies.terms import Access, Answer
from mashangban.domains.policies.terms.items import MaterialSource, WindowState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.processes.claiming.errors import NotForClaims, NotOffered
from mashangban.processes.claiming.schemas import BudgetForm, ClaimBeginning
from mashangban.registry import service as registry

_KEPT = {"name", "department_label", "value", "words", "stated_on", "source"}
_HIDDEN = "由部门核对，这里不显示"


def begin(act: Act, form: ClaimBeginning) -> ClaimDone:
    """An enterprise begins a draft. Raises NotFound, WindowClosed, NotForClaims, AlreadyClaimed, Exclusive."""
    policy, edition = _in_force(form.policy_id)
    today = clock.local_date(act.at)
    if Mode(edition.mode.value) is Mode.AUTOMATIC:
        raise NotForClaims()
    if edition.window(today) is not WindowState.OPEN:
        raise errors.WindowClosed()
    return beginning.begin(act, form.enterprise_id, _basis(policy, edition, form.enterprise_id, today))


def offer(act: Act, form: ClaimBeginning) -> ClaimDone:
    """An office lists an enterprise that meets a policy which asks for no application.

    Raises NotFound, WindowClosed, NotOffered, NotEligible, NotKnown, AlreadyClaimed, Exclusive.
    """
    policy, edition = _in_force(form.policy_id)
    today = clock.local_date(act.at)
    if Mode(edition.mode.value) is not Mode.AUTOMATIC:
        raise NotOffered()
    if edition.window(today) is not WindowState.OPEN:
        raise errors.WindowClosed()
    basis = _basis(policy, edition, form.enterprise_id, today)
    if basis.decided.verdict is Verdict.NO:
        raise errors.NotEligible()
    if basis.decided.verdict is Verdict.UNKNOWN or basis.decided.worth_fen is None:
        raise errors.NotKnown()
    return beginning.offer(act, form.enterprise_id, basis)


def fill(act: Act, claim_id: str, form: ClaimFilling) -> ClaimDone:
    """Keep a draft's values and print its form: the edition is the one it was begun with, the facts are today's."""
    return filling.fill(act, claim_id, form, _answered_today(act, claim_id))


def submit(act: Act, claim_id: str, form: SubmissionForm) -> ClaimDone:
    """Hand a draft in with the form that was seen, if it still stands today."""
    return filling.submit(act, claim_id, form, _answered_today(act, claim_id).decided)


def agree(act: Act, claim_id: str, form: AgreementForm) -> ClaimDone:
    """Take an offer, if the enterprise still meets it today."""
    return claiming.agree(act, claim_id, form, _answered_today(act, claim_id).decided)


def keep_budget(act: Act, policy_id: str, form: BudgetForm) -> BudgetView:
    """Open a policy's budget line or raise it. Raises NotFound, BudgetLowered, BudgetBeyondPolicy."""
    policy, edition = _in_force(policy_id)
    line = BudgetLine(policy.id, edition.title, policy.region, form.total_fen)
    return budgets.keep(act, line, edition.budget)


def _in_force(policy_id: str) -> tuple[Policy, Edition]:
    policy = policies.get(policy_id)
    if not policy.edition or policy.withdrawn:
        raise NotFound()
    return policy, policies.edition(policy_id, policy.edition)


def _answered_today(act: Act, claim_id: str) -> Answered:
    one = claim_items.get(claim_id)
    edition = policies.edition(one.terms.policy_id, one.terms.edition)
    listed = Listed(one.terms.policy_id, one.terms.region, one.terms.edition, edition)
    return Answered(*_decided(listed, one.enterprise_id, clock.local_date(act.at)))


def _basis(policy: Policy, edition: Edition, enterprise_id: str, today: date) -> Basis:
    if not registry.enterprise(enterprise_id).county.startswith(policy.region):
        raise errors.OutsideRegion()
    listed = Listed(policy.id, policy.region, policy.edition, edition)
    decided, facts = _decided(listed, enterprise_id, today)
    return Basis(_terms(policy, edition), dump_edition(edition), facts, decided)


def _decided(listed: Listed, enterprise_id: str, today: date) -> tuple[Decided, dict[str, Any]]:
    """What the condition says and what the award comes to, with the facts that both were reckoned from."""
    content = listed.content
    codes = {*facts_of(matching.condition_of(content.condition)), content.award.base} - {""}
    stated, catalogue = profiles.some(enterprise_id, codes), indicators.catalogue(codes)
    facts = known(stated, catalogue)
    answer = matching.answer(listed, facts, today)
    worth = content.award.worth(profile_on(today, facts)) if answer is not Answer.NO else None
    return Decided(Verdict(answer.value), worth, today), _seen(stated, catalogue)


def _seen(stated: dict[str, Statement], catalogue: Catalogue) -> dict[str, Any]:
    """The facts a claim keeps. What only its department may see is named, never shown."""
    found: dict[str, Any] = {}
    for code, one in stated.items():
        indicator = catalogue.find(code)
        if indicator is not None:
            shown = stating.view(indicator, one).model_dump(mode="json", include=_KEPT)
            hidden = {"value": None, "words": _HIDDEN} if indicator.access is Access.OWNER else {}
            found[code] = shown | hidden
    return found


def _terms(policy: Policy, edition: Edition) -> Terms:
    return Terms(
        policy_id=policy.id,
        edition=policy.edition,
        title=edition.title,
        mode=Mode(edition.mode.value),
        region=policy.region,
        department=edition.department.label,
        phone=edition.phone,
        review_days=edition.review_days,
        publicity_days=edition.publicity_days,
        credit=CreditRule(edition.credit.value),
        exclusive=edition.exclusive,
        period=edition.opens_on.isoformat(),
        closes_on=edition.ends_on,
        cap_fen=edition.award.cap,
        materials=tuple(one.name for one in edition.materials if one.source is MaterialSource.UPLOAD),
    )
