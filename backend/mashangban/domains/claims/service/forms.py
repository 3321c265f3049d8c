"""What claims orders from the documents room: the form's print and the enterprise's seal on it."""

from collections import Counter
from datetime import date
from typing import Any

from mashangban.documents import events as documents
from mashangban.documents.schemas.claim_forms import ClaimFact, ClaimForm, ClaimPaper
from mashangban.documents.terms import Template
from mashangban.domains.claims import errors
from mashangban.domains.claims.rules.claim import Account, Claim, Decided
from mashangban.domains.claims.rules.form import Form
from mashangban.domains.claims.terms import Mode
from mashangban.domains.claims.terms.forms import PROMISE
from mashangban.domains.claims.terms.licences import LicenceOutcome
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Message
from mashangban.registry import service as registry

ROOM = "claims"


def printing(act: Act, one: Claim, decided: Decided, facts: dict[str, Any]) -> Message:
    """The order to print the form of a draft with the facts of this moment."""
    form, account = _given(one)
    enterprise = registry.enterprise(one.enterprise_id)
    data: ClaimForm = {
        "policy_title": one.terms.title,
        "edition": one.terms.edition,
        "mode": one.terms.mode.label,
        "department": one.terms.department,
        "enterprise_name": one.enterprise_name,
        "uscc": enterprise.uscc,
        "amount_fen": one.amount_fen,
        "reckoned": decided.worth_fen is not None,
        "verdict": decided.verdict.label,
        "bank": account.bank,
        "account_tail": account.number[-4:],
        "facts": [*(_fact(fact) for fact in facts.values()), *_licences(one)],
        "papers": _papers(one),
        "promise": PROMISE if one.terms.mode is Mode.PROMISED else "",
        "operator_name": _operator(act),
        "made_on": clock.local_date(act.at).isoformat(),
    }
    return documents.order_print(
        form.document_id,
        Template.CLAIM_FORM,
        one.number,
        data,
        service=ROOM,
        subject=f"claim:{one.id}",
        region=enterprise.county,
        orgs=[one.enterprise_id],
    )


def sealing(act: Act, one: Claim) -> Message:
    """The order to seal exactly the print that was seen, on the word of whoever acts."""
    form, _ = _given(one)
    seal = {
        "enterprise_id": one.enterprise_id,
        "operator_name": _operator(act),
        "operator_id": act.actor.person_id,
        "authorisation": "single",
        "countersigned_at": clock.to_text(act.at),
    }
    return documents.order_seal(form.document_id, form.sha256, seal=seal)


def _given(one: Claim) -> tuple[Form, Account]:
    if one.form is None or one.account is None:
        raise errors.FormNotReady()
    return one.form, one.account


def _operator(act: Act) -> str:
    person = identity.person(act.actor.person_id)
    return person.name or person.label


def _papers(one: Claim) -> list[ClaimPaper]:
    counted = Counter(paper.material for paper in one.papers)
    return [ClaimPaper(name=name, files=files) for name, files in counted.items()]


def _licences(one: Claim) -> list[ClaimFact]:
    """What the licence library answered for stands among what offices know, with the moment of the look."""
    return [
        ClaimFact(
            name=look.material,
            words=f"{paper.number}，{_until(paper.valid_until)}",
            department=paper.issuer,
            source="省电子证照库",
            stated_on=clock.local_date(look.at).isoformat(),
        )
        for look in one.licences
        if (paper := look.licence) is not None and look.outcome is LicenceOutcome.VALID
    ]


def _until(day: date | None) -> str:
    return f"有效期到{day.isoformat()}" if day else "长期有效"


def _fact(fact: dict[str, Any]) -> ClaimFact:
    return ClaimFact(
        name=fact["name"],
        words=fact["words"],
        department=fact["department_label"],
        source=fact["source"],
        stated_on=fact["stated_on"],
    )
