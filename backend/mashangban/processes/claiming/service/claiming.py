"""A policy's edition and an enterprise's facts become the basis of a claim; the claim itself is written by its room."""

from mashangban.domains.claims import errors
from mashangban.domains.claims.repository import claims as claim_items
from mashangban.domains.claims.rules.budget import BudgetLine
from mashangban.domains.claims.schemas import (
    AgreementForm,
    BudgetView,
    ClaimDone,
    ClaimFilling,
    SubmissionForm,
)
from mashangban.domains.claims.service import beginning, budgets, filling
from mashangban.domains.claims.service import claiming as steps
from mashangban.domains.claims.service.filling import Answered
from mashangban.domains.claims.terms import Mode
from mashangban.domains.policies.repository import policies
from mashangban.domains.policies.rules.listing import Listed
from mashangban.domains.policies.terms.items import WindowState
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.processes.claiming.errors import NotForClaims
from mashangban.processes.claiming.schemas import BudgetForm, ClaimBeginning
from mashangban.processes.claiming.service import basing


def begin(act: Act, form: ClaimBeginning) -> ClaimDone:
    """An enterprise begins a draft. Raises NotFound, WindowClosed, NotForClaims, AlreadyClaimed, Exclusive."""
    policy, edition = basing.in_force(form.policy_id)
    today = clock.local_date(act.at)
    if Mode(edition.mode.value) is Mode.AUTOMATIC:
        raise NotForClaims()
    if edition.window(today) is not WindowState.OPEN:
        raise errors.WindowClosed()
    return beginning.begin(act, form.enterprise_id, basing.basis(policy, edition, form.enterprise_id, today))


def offer(act: Act, form: ClaimBeginning) -> ClaimDone:
    """An office lists an enterprise that meets a policy which asks for no application.

    Raises NotFound, WindowClosed, NotOffered, NotEligible, NotKnown, AlreadyClaimed, Exclusive.
    """
    return beginning.offer(act, form.enterprise_id, basing.met_basis(act, form.policy_id, form.enterprise_id))


def fill(act: Act, claim_id: str, form: ClaimFilling) -> ClaimDone:
    """Keep a draft's values and print its form: the edition is the one it was begun with, the facts are today's."""
    return filling.fill(act, claim_id, form, _answered_today(act, claim_id))


def submit(act: Act, claim_id: str, form: SubmissionForm) -> ClaimDone:
    """Hand a draft in with the form that was seen, if it still stands today."""
    return filling.submit(act, claim_id, form, _answered_today(act, claim_id).decided)


def agree(act: Act, claim_id: str, form: AgreementForm) -> ClaimDone:
    """Take an offer, if the enterprise still meets it today."""
    return steps.agree(act, claim_id, form, _answered_today(act, claim_id).decided)


def keep_budget(act: Act, policy_id: str, form: BudgetForm) -> BudgetView:
    """Open a policy's budget line or ask for more. Raises NotFound, BudgetLowered, BudgetBeyondPolicy."""
    policy, edition = basing.in_force(policy_id)
    line = BudgetLine(policy.id, edition.title, policy.region, form.total_fen)
    return budgets.keep(act, line, edition.budget)


def confirm_budget(act: Act, policy_id: str, form: BudgetForm) -> BudgetView:
    """A second person agrees to the sum. Raises NotFound, BudgetNotAsked, BudgetSameHands, BudgetBeyondPolicy."""
    _, edition = basing.in_force(policy_id)
    return budgets.confirm(act, policy_id, form.total_fen, edition.budget)


def _answered_today(act: Act, claim_id: str) -> Answered:
    one = claim_items.get(claim_id)
    edition = policies.edition(one.terms.policy_id, one.terms.edition)
    listed = Listed(one.terms.policy_id, one.terms.region, one.terms.edition, edition)
    return Answered(*basing.decided(listed, one.enterprise_id, clock.local_date(act.at)))
