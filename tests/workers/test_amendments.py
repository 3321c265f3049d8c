"""Amendments that can't be made, and ends agreed for a later day, on the real engine."""

from datetime import timedelta

import pytest

from mashangban.documents import events as documents
from mashangban.domains.workers import errors, schemas
from mashangban.domains.workers.repository import amendments
from mashangban.domains.workers.repository import contracts as store
from mashangban.domains.workers.service import amending, viewing
from mashangban.domains.workers.terms import AmendmentState, ContractState, PeriodKind
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from tests.workers.conftest import Site, act, arrive, signature, years_ago

TEXT = "d" * 64


def proposal(kind: str, days: int = 0, **changes: object) -> schemas.AmendmentProposal:
    effective = clock.local_date(clock.now()) + timedelta(days=days)
    given = {"kind": kind, "reason": "双方商定", "effective_on": effective, "changes": changes}
    return schemas.AmendmentProposal.model_validate(given)


def proposed(site: Site, contract_id: str, wanted: schemas.AmendmentProposal) -> tuple[str, str]:
    """Ids of a proposal of the employer's and of its document."""
    amending.propose(act(site.operator), contract_id, wanted)
    (one,) = [a for a in amendments.of_contract(contract_id) if a.state is AmendmentState.PROPOSED]
    return one.id, one.document_id


def agree(site: Site, worker: Principal, contract_id: str, wanted: schemas.AmendmentProposal) -> None:
    amendment_id, document_id = proposed(site, contract_id, wanted)
    arrive(contract_id, documents.RENDERED, document_id, sha256=TEXT)
    hand = signature(document_sha256=TEXT).model_dump(exclude={"read_aloud"})
    amending.accept(act(worker), contract_id, amendment_id, schemas.Acceptance.model_validate(hand))
    arrive(contract_id, documents.SEALED, document_id, sha256="e" * 64)


@pytest.mark.parametrize("where", ["render", "sign"])
def test_a_text_that_cannot_be_made_frees_the_contract_for_another(
    site: Site, worker: Principal, where: str
) -> None:
    contract_id = site.sealed(worker)
    wanted = proposal("supplement", text="每周日休息")
    _, document_id = proposed(site, contract_id, wanted)
    reason = {"code": "documents.unprintable-text", "reason": "缺字", "stage": where}
    for _ in range(2):
        arrive(contract_id, documents.FAILED, document_id, **reason)
    view = viewing.show_contract(worker, contract_id)
    assert [(one.state, one.state_label) for one in view.amendments] == [(AmendmentState.FAILED, "没有做成")]
    assert "amend" in view.actions
    assert viewing.log_of(worker, contract_id)[-1].label == "变更文件没有做成，可以重新提出"
    assert proposed(site, contract_id, wanted)


def test_a_file_that_is_sealed_after_it_failed_changes_nothing(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    _, document_id = proposed(site, contract_id, proposal("end"))
    arrive(contract_id, documents.FAILED, document_id, code="x", reason="x", stage="sign")
    arrive(contract_id, documents.SEALED, document_id, sha256="e" * 64)
    assert store.contract(contract_id).state is ContractState.SEALED


def test_an_end_agreed_for_a_later_day_lets_the_contract_run_until_then(
    site: Site, worker: Principal
) -> None:
    contract_id = site.sealed(worker)
    agree(site, worker, contract_id, proposal("end", days=10))
    standing = store.contract(contract_id)
    last = clock.local_date(clock.now()) + timedelta(days=10)
    assert (standing.state, standing.period.kind, standing.period.end) == (
        ContractState.SEALED,
        PeriodKind.FIXED,
        last,
    )
    deadline = viewing.show_contract(worker, contract_id).deadline
    assert deadline
    assert f"{last.month}月{last.day}日" in deadline.due_label


def test_the_gate_of_age_stands_before_another_trade_too(site: Site) -> None:
    young = site.person(born=years_ago(17))
    contract_id = site.sealed(young)
    with pytest.raises(errors.TooYoungOrOld, match="18周岁"):
        amending.propose(act(site.operator), contract_id, proposal("change", trade_code="210"))
    with pytest.raises(errors.TradeNotOffered, match="重新登记"):
        amending.propose(act(site.operator), contract_id, proposal("change", trade_code="130"))
