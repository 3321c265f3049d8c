"""A draft becomes a form, the form is seen, confirmed by its hash, and sealed. Pure."""

from dataclasses import replace
from datetime import date

from mashangban.domains.claims import errors
from mashangban.domains.claims.rules import licences
from mashangban.domains.claims.rules.claim import (
    Account,
    Claim,
    Decided,
    Paper,
    amount_of,
    require_met,
    require_state,
)
from mashangban.domains.claims.rules.form import Form
from mashangban.domains.claims.terms import ClaimState, Mode
from mashangban.domains.claims.terms.forms import FormState
from mashangban.kernel.errors import FieldError


def fill(one: Claim, decided: Decided, account: Account, papers: tuple[Paper, ...], form: Form) -> Claim:
    """The draft's values are kept and a new form is made of them; an earlier one counts no more.

    Raises WrongStep, WindowClosed, NotEligible, NotKnown, AmountMissing, MaterialsMissing.
    """
    before = require_state(one, ClaimState.DRAFT)
    require_met(before, decided)
    given = {paper.material for paper in papers}
    lacking = [name for name in asked_for(before, decided.on) if name not in given]
    if lacking:
        raise errors.MaterialsMissing(errors=[FieldError(name, "还没有上传") for name in lacking])
    amount = amount_of(before, decided, form.asked_fen)
    known = licences.aged(before.licences, decided.on)
    return replace(before, amount_fen=amount, account=account, papers=papers, licences=known, form=form)


def asked_for(one: Claim, today: date) -> tuple[str, ...]:
    """The materials that the enterprise must upload: the policy's own, and licences that the library does not hold."""
    missing = licences.unheld(one.terms.licences, one.licences, today)
    return (*one.terms.materials, *(paper.material for paper in missing))


def submit(one: Claim, decided: Decided, sha256: str) -> Claim:
    """The enterprise hands in the form it saw. What is claimed at once must be met now; other modes are looked at by
    people. Raises WrongStep, FormNotReady, FormDiffers, WindowClosed, NotEligible, NotKnown, AmountMissing.
    """
    before = require_state(one, ClaimState.DRAFT)
    form = before.form
    if form is None or form.state is not FormState.READY:
        raise errors.FormNotReady()
    require_met(before, decided)
    if form.sha256 != sha256 or amount_of(before, decided, form.asked_fen) != before.amount_fen:
        raise errors.FormDiffers()
    at_once = before.terms.mode is Mode.AT_ONCE
    state = ClaimState.DECIDING if at_once else ClaimState.SUBMITTED
    return replace(before, state=state, form=replace(form, state=FormState.SEALING))


def printed(one: Claim, document_id: str, sha256: str) -> Claim:
    """The file is there and can be looked at; nothing changes for a form that counts no more."""
    form = one.form
    if form is None or form.document_id != document_id or form.state is not FormState.MAKING:
        return one
    return replace(one, form=replace(form, state=FormState.READY, sha256=sha256))


def sealed(one: Claim, document_id: str) -> Claim:
    """The seal is on it."""
    form = one.form
    if form is None or form.document_id != document_id or form.state is FormState.SEALED:
        return one
    return replace(one, form=replace(form, state=FormState.SEALED, reason=""))


def failed(one: Claim, document_id: str, reason: str) -> Claim:
    """It could not be printed, or not be sealed; the reason is shown."""
    form = one.form
    if form is None or form.document_id != document_id:
        return one
    after = {FormState.MAKING: FormState.UNPRINTED, FormState.SEALING: FormState.UNSEALED}.get(form.state)
    return one if after is None else replace(one, form=replace(form, state=after, reason=reason))


def seal_again(one: Claim) -> tuple[Claim, Form]:
    """A seal that did not come onto the form is tried again. Raises WrongStep."""
    form = one.form
    if one.state.over or form is None or form.state is not FormState.UNSEALED:
        raise errors.WrongStep()
    trying = replace(form, state=FormState.SEALING, reason="")
    return replace(one, form=trying), trying


def unsealed(one: Claim) -> bool:
    """Whether a form was handed in that bears no seal yet."""
    return one.form is not None and one.form.state is not FormState.SEALED
