"""Several claims dealt with at once: each is its own act with its own record, and each line says how it went."""

from dataclasses import replace

from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.schemas import ClaimDone, PassForm
from mashangban.domains.claims.schemas.desk import Together, TogetherDone, TogetherForm, TogetherLine
from mashangban.domains.claims.service import approving, reviewing
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import AppError


def each(act: Act, form: TogetherForm) -> TogetherDone:
    """Take up, pass or approve several claims; one that is refused stops no other."""
    alone = replace(act, submission=None)
    done = TogetherDone(results=[_line(alone, one, form.what) for one in dict.fromkeys(form.claim_ids)])
    claims.remember(act, done)
    return done


def _line(act: Act, claim_id: str, what: Together) -> TogetherLine:
    try:
        done = _deal(act, claim_id, what)
    except AppError as refused:
        title = refused.detail or refused.title
        return TogetherLine(claim_id=claim_id, ok=False, code=refused.code, title=title)
    return TogetherLine(claim_id=claim_id, ok=True, state_label=done.state_label)


def _deal(act: Act, claim_id: str, what: Together) -> ClaimDone:
    if what == "accept":
        return reviewing.accept(act, claim_id)
    if what == "approve":
        return approving.approve(act, claim_id)
    return reviewing.pass_step(act, claim_id, PassForm(step=claims.get(claim_id).step))
