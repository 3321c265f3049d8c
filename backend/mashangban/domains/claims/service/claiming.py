"""What an enterprise's own people do with a claim: take an offer, mend it once, withdraw it (filling: hand it in)."""

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.repository.claims import Clocks
from mashangban.domains.claims.rules import claim as rules
from mashangban.domains.claims.rules import credit, ladder
from mashangban.domains.claims.rules.claim import Account, Claim, Decided, Paper
from mashangban.domains.claims.schemas import (
    AccountForm,
    AgreementForm,
    ClaimDone,
    PaperForm,
    SupplementForm,
)
from mashangban.domains.claims.service import telling
from mashangban.domains.claims.service.steps import within, write
from mashangban.domains.claims.terms import Step
from mashangban.files import service as files
from mashangban.files.terms import Purpose
from mashangban.kernel.acts import Act
from mashangban.registry import service as registry

_PAPERS = frozenset({Purpose.ATTACHMENT, Purpose.CERTIFICATE, Purpose.EVIDENCE})


def agree(act: Act, claim_id: str, form: AgreementForm, decided: Decided) -> ClaimDone:
    """Take what was offered without applying. Raises WrongStep, NotEligible, NotKnown, CreditBlocked."""
    before, role = within(act, permissions.CLAIM, claim_id)
    after = rules.agree(before, decided, account_of(before, form.account))
    require_credit(act, before)
    data = {"amount_fen": after.amount_fen, "verdict": decided.verdict.value}
    return write(act, before, after, events.SUBMITTED, role, data=data)


def supplement(act: Act, claim_id: str, form: SupplementForm) -> ClaimDone:
    """Mend what was asked for; the office's clock goes on. Raises WrongStep."""
    before, role = within(act, permissions.CLAIM, claim_id)
    after = rules.supplement(before, arrived(act, form.papers), form.text)
    waiting = ladder.ACCEPT if before.step is Step.NONE else ladder.REVIEW
    clocks = Clocks(closes=(ladder.SUPPLEMENT,), resumes=(waiting,))
    told = telling.officers(after, "claims.supplemented")
    data = {"papers": len(form.papers)}
    return write(act, before, after, events.SUPPLEMENTED, role, data=data, told=told, clocks=clocks)


def withdraw(act: Act, claim_id: str) -> ClaimDone:
    """Give it up before money is held for it; it may be begun anew. Raises WrongStep."""
    before, role = within(act, permissions.CLAIM, claim_id)
    return write(act, before, rules.withdraw(before), events.WITHDRAWN, role)


def account_of(one: Claim, form: AccountForm) -> Account:
    """The enterprise's own account, under its own name."""
    return Account(form.bank, form.number, one.enterprise_name)


def require_credit(act: Act, one: Claim) -> None:
    """Raises CreditBlocked for a record that was not mended."""
    facts = registry.credit_facts(act.actor, one.enterprise_id)
    rules.require_credit(one.terms.credit, credit.unmended((fact.reference, fact.level) for fact in facts))


def arrived(act: Act, given: list[PaperForm]) -> tuple[Paper, ...]:
    """Files that have arrived and are the actor's own, held from now on. Raises as `files.hold` does."""
    for one in given:
        files.hold(act, "claims", one.file_id, _PAPERS)
    return tuple(Paper(one.material, one.file_id) for one in given)
