"""A claim's form: filled in, printed, seen, sealed with the operator's word, handed in.

The hash comes before the seal (ADR 11): what the operator confirms is the file that was seen, nothing else is sealed.
"""

from dataclasses import dataclass
from typing import Any

from mashangban.documents.service import sealable
from mashangban.documents.terms import Template
from mashangban.domains.claims import errors, events, permissions
from mashangban.domains.claims.repository.claims import NO_CLOCKS, Clocks
from mashangban.domains.claims.rules import filling as rules
from mashangban.domains.claims.rules import ladder
from mashangban.domains.claims.rules.claim import Claim, Decided
from mashangban.domains.claims.rules.form import Form
from mashangban.domains.claims.rules.licences import noted
from mashangban.domains.claims.schemas import ClaimDone, ClaimFilling, SubmissionForm
from mashangban.domains.claims.service import forms, licences, telling
from mashangban.domains.claims.service.claiming import account_of, arrived, require_credit
from mashangban.domains.claims.service.steps import within, write
from mashangban.domains.claims.terms import Mode
from mashangban.kernel import ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message


@dataclass(frozen=True, slots=True)
class Answered:
    """What the condition says today, with the facts that it was reckoned from."""

    decided: Decided
    facts: dict[str, Any]


def fill(act: Act, claim_id: str, given: ClaimFilling, answered: Answered) -> ClaimDone:
    """Keep the draft's values and have its form printed.

    Raises WrongStep, WindowClosed, NotEligible, NotKnown, AmountMissing, MaterialsMissing.
    """
    before, role = within(act, permissions.CLAIM, claim_id)
    papers, form = arrived(act, given.papers), Form(ids.new_id(act.at), given.asked_fen)
    after = rules.fill(before, answered.decided, account_of(before, given.account), papers, form)
    order = forms.printing(act, after, answered.decided, answered.facts)
    data = {"amount_fen": after.amount_fen, "document": form.document_id}
    return write(act, before, after, events.FORM_ORDERED, role, data=data, told=(order,))


def submit(act: Act, claim_id: str, given: SubmissionForm, decided: Decided) -> ClaimDone:
    """Hand in the form that was seen, once; the enterprise's seal follows by itself.

    Raises WrongStep, FormNotReady, FormDiffers, SealMissing, LicenceChanged, NotEligible, NotKnown, AmountMissing,
    CreditBlocked.
    """
    before, role = within(act, permissions.CLAIM, claim_id)
    after = rules.submit(before, decided, given.form_sha256)
    require_seal(act, before)
    after = licences.renewed(act, after)
    data = {
        "amount_fen": after.amount_fen,
        "verdict": decided.verdict.value,
        "form": given.form_sha256,
        "licences": [noted(one) for one in after.licences],
    }
    told: tuple[Message, ...] = (forms.sealing(act, after),)
    clocks = NO_CLOCKS
    if before.terms.mode is Mode.AT_ONCE:
        require_credit(act, before)
    else:
        told += telling.officers(after, "claims.to-accept")
        clocks = Clocks(begins=(ladder.accept_clock(after, act.at),))
    return write(act, before, after, events.SUBMITTED, role, data=data, told=told, clocks=clocks)


def seal_again(act: Act, claim_id: str) -> ClaimDone:
    """The operator has the form sealed once more, after the seal came back. Raises WrongStep, SealMissing."""
    before, role = within(act, permissions.CLAIM, claim_id)
    after, form = rules.seal_again(before)
    require_seal(act, before)
    data = {"document": form.document_id}
    order = forms.sealing(act, after)
    return write(act, before, after, events.FORM_RESEALED, role, data=data, told=(order,))


def require_seal(act: Act, one: Claim) -> None:
    """Raises SealMissing where the enterprise has no seal in force."""
    if not sealable.may_seal(one.enterprise_id, Template.CLAIM_FORM, act.at):
        raise errors.SealMissing()
