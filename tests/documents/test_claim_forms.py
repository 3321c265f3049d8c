"""A claim's form is complete with the enterprise's seal alone; who revoked it seals no more, what it sealed stays."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from mashangban.documents import events, listeners
from mashangban.documents.repository import documents, objects
from mashangban.documents.rules.records import Document
from mashangban.documents.service import register, seals, verifying
from mashangban.documents.terms import DocumentState, Template
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests.documents import orders, samples
from tests.registry.conftest import COUNTY, Desk, officer

pytestmark = pytest.mark.usefixtures("service")


def printed(enterprise_id: str) -> Document:
    document_id = ids.new_id()
    order = orders.printing(document_id, enterprise_id, samples.CLAIM, template=Template.CLAIM_FORM)
    listeners.on_message(orders.delivered(order))
    return found(document_id)


def found(document_id: str) -> Document:
    document = documents.find(document_id)
    assert document is not None
    return document


def sealed(document: Document, enterprise_id: str, sha256: str = "") -> Document:
    seal: dict[str, Any] = {
        "enterprise_id": enterprise_id,
        "operator_name": "陈志强",
        "operator_id": "P1",
        "authorisation": "single",
        "countersigned_at": "2026-11-26T07:00:00.000Z",
    }
    order = events.order_seal(document.id, sha256 or document.revisions[0].sha256, seal=seal)
    listeners.on_message(orders.delivered(order))
    return found(document.id)


@pytest.fixture
def enterprise() -> str:
    made = Desk().enterprise().id
    orders.seal_of(made)
    return made


def bytes_of(document: Document) -> bytes:
    assert document.latest is not None
    return objects.get(document.latest.sha256)


def test_the_seal_alone_completes_it_and_everybody_sees_that(enterprise: str) -> None:
    paper = printed(enterprise)
    assert verifying.verify_file(bytes_of(paper)).document is not None
    assert verifying.verify_file(bytes_of(paper)).verdict == "unsigned"
    after = sealed(paper, enterprise)
    assert [one.kind.value for one in after.revisions] == ["printed", "sealed"]
    answer = verifying.verify_file(bytes_of(after))
    assert (answer.verdict, [one.problems for one in answer.signatures]) == ("genuine", [[]])
    assert answer.document is not None
    assert answer.document.state_label == "单位已盖章"
    [(to, kind, body)] = orders.answers(after.id)[1:]
    assert (to, kind, body["sha256"]) == ("workers", events.SEALED, after.revisions[1].sha256)


def test_pdfsig_accepts_the_seal_and_nothing_else_is_signed(enterprise: str, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(bytes_of(sealed(printed(enterprise), enterprise)))
    said = subprocess.run(
        ["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False
    ).stdout
    assert said.count("Signature is Valid") == 1
    assert "Total document signed" in said


def test_another_file_than_the_one_seen_is_not_sealed(enterprise: str) -> None:
    after = sealed(printed(enterprise), enterprise, "0" * 64)
    assert after.state is DocumentState.FAILED
    assert after.failure is not None
    assert after.failure.code == "documents.different-file"


def test_a_suspended_seal_is_told_and_the_same_form_is_sealed_once_it_is_resumed(enterprise: str) -> None:
    act, paper = Act(orders.REGISTRAR, clock.now()), printed(enterprise)
    seals.suspend_seal(act, enterprise, "经办人离职")
    refused = sealed(paper, enterprise)
    assert refused.failure is not None
    assert refused.failure.code == "documents.seal-unavailable"
    seals.resume_seal(act, enterprise, "核查完毕")
    assert sealed(refused, enterprise).state is DocumentState.SEALED


def test_what_was_sealed_before_the_seal_was_revoked_stays_valid_and_nothing_is_sealed_after(
    enterprise: str,
) -> None:
    before, later = sealed(printed(enterprise), enterprise), printed(enterprise)
    seals.revoke_seal(Act(orders.REGISTRAR, clock.now()), enterprise, "单位注销")
    answer = verifying.verify_file(bytes_of(before))
    assert (answer.verdict, answer.accepted) == ("genuine", True)
    refused = sealed(later, enterprise)
    assert refused.state is DocumentState.FAILED
    assert verifying.verify_file(bytes_of(refused)).verdict == "unsigned"


def test_each_use_of_the_seal_is_registered_for_the_enterprise_and_its_county_alone() -> None:
    enterprise = Desk(officer(COUNTY)).enterprise().id
    orders.seal_of(enterprise)
    first, second = (sealed(printed(enterprise), enterprise) for _ in range(2))
    sealed(second, enterprise)
    owner = Principal("A1", "s", (Grant(Role.ENTERPRISE_ADMIN, Scope("org", enterprise)),), True)
    for reader in (owner, officer(COUNTY)):
        newest = register.of_enterprise(reader, enterprise, PageRequest(None, 1))
        older = register.of_enterprise(reader, enterprise, PageRequest(newest.next_cursor, 5))
        assert [one.document_id for one in (*newest.items, *older.items)] == [second.id, first.id]
    used = register.of_enterprise(owner, enterprise, PageRequest(None, 5)).items[0]
    assert (used.operator_name, used.authorisation_label) == ("陈志强", "经办人逐份确认")
    assert used.sha256 == second.revisions[-1].sha256
    for stranger in (
        officer("330105"),
        Principal("A2", "s", (Grant(Role.OPERATOR, Scope("org", "x")),), True),
    ):
        with pytest.raises(NotFound):
            register.of_enterprise(stranger, enterprise, PageRequest(None, 5))


def test_what_was_not_sealed_is_no_use_of_the_seal() -> None:
    enterprise = Desk(officer(COUNTY)).enterprise().id
    orders.seal_of(enterprise)
    sealed(printed(enterprise), enterprise, "0" * 64)
    assert register.of_enterprise(officer(COUNTY), enterprise, PageRequest(None, 5)).items == []
