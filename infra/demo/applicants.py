"""Enterprises of the demo world hand in their claims: somebody acts for each, its seal closes the form it saw."""

import io

from PIL import Image, ImageDraw

from demo import waiting
from demo.ground import Ground, act, give
from demo.policies import CLAIMED
from demo.sending import sent
from mashangban.documents.service import seals
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.rules.filling import asked_for
from mashangban.domains.claims.schemas import (
    AccountForm,
    AgreementForm,
    ClaimFilling,
    PaperForm,
    SubmissionForm,
)
from mashangban.domains.claims.terms import Mode
from mashangban.domains.claims.terms.forms import FormState
from mashangban.kernel import clock
from mashangban.kernel.permissions import Place, Principal, Role
from mashangban.processes.claiming.service import claiming as process
from mashangban.registry import service as registry


def operator(ground: Ground, firm: str) -> Principal:
    """A person of their own acts for each enterprise: the register of its seal names them."""
    known = ground.operators
    if firm not in known:
        somebody, _ = ground.meet()
        place = Place(region=CLAIMED, orgs=frozenset({firm}))
        known[firm] = give(somebody, Role.OPERATOR, f"org:{firm}", place)
    return known[firm]


def hand_in(ground: Ground, claim_id: str, firm: str, number: str) -> None:
    """An offer is agreed to; any other claim goes by its form: printed, seen, handed in with its hash, sealed."""
    hand, one = operator(ground, firm), claims.get(claim_id)
    account = AccountForm(bank="工商银行宁波海曙支行", number=number)
    if one.terms.mode is Mode.AUTOMATIC:
        process.agree(act(hand), claim_id, AgreementForm(account=account))
        return
    _seal(firm)
    today = clock.local_date(clock.now())
    papers = [PaperForm(material=name, file_id=_paper(hand)) for name in asked_for(one, today)]
    process.fill(act(hand), claim_id, ClaimFilling(account=account, papers=papers))
    waiting.until(lambda: _seen(claim_id, FormState.READY) != "")
    process.submit(act(hand), claim_id, SubmissionForm(form_sha256=_seen(claim_id, FormState.READY)))
    waiting.until(lambda: _seen(claim_id, FormState.SEALED) != "")


def _seen(claim_id: str, state: FormState) -> str:
    """The hash of the claim's form once it is that far."""
    form = claims.get(claim_id).form
    return form.sha256 if form is not None and form.state is state else ""


def _seal(firm: str) -> None:
    """Once for all its claims: without a seal no form is handed in."""
    if seals.find(firm) is None:
        one = registry.enterprise(firm)
        seals.issue_seal(act(), firm, one.name, one.uscc)


def _paper(owner: Principal) -> str:
    """A picture that cannot be taken for a real paper."""
    picture = Image.new("RGB", (600, 800), "#fbfaf6")
    ImageDraw.Draw(picture).text((60, 340), "SAMPLE PAPER", fill="#5a564e", font_size=64)
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=70)
    return sent(owner, kept.getvalue(), "材料.jpg", "image/jpeg", "attachment")
