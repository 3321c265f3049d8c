"""A claim's form is printed from the draft, seen, confirmed by its hash and sealed; nothing typed is ever lost."""

from dataclasses import dataclass
from typing import Any

import pytest

from mashangban.documents import events as documents
from mashangban.documents import listeners as papers
from mashangban.documents.models import TABLE as DOCUMENTS
from mashangban.documents.models import SealRecord
from mashangban.documents.repository import documents as archive
from mashangban.documents.repository import objects
from mashangban.documents.rules.records import Document
from mashangban.documents.service import verifying
from mashangban.documents.terms import SealState
from tests.claims.conftest import SEEN, Firm, Hall, call
from tests.documents import orders
from tests.documents.conftest import fonts_dir
from tests.pump import Pump

__all__ = ["fonts_dir"]
TEN_WAN = 10_000_000


@pytest.fixture
def firm(hall: Hall) -> Firm:
    return hall.firm()


@pytest.fixture
def draft(hall: Hall, firm: Firm) -> str:
    return hall.begun(firm, hall.policy(TEN_WAN, mode="promised", publicity_days=0))


def form_of(hall: Hall, firm: Firm, claim: str) -> dict[str, Any]:
    found: dict[str, Any] = hall.show(firm.office, claim)["form"]
    return found


def set_seal(firm: Firm, state: SealState) -> None:
    SealRecord(f"SEAL#{firm.id}", "SEAL").update(actions=[SealRecord.state.set(state)])


def test_a_draft_keeps_what_was_filled_in_and_nothing_is_handed_in_before_it_was_seen(
    hall: Hall, firm: Firm, draft: str
) -> None:
    assert hall.show(firm.office, draft)["form"] is None
    assert hall.confirm(firm, draft)[1]["code"] == "claims.form.not-ready"
    assert hall.fill(firm, draft)[1]["state"] == "draft"
    view = hall.show(firm.office, draft)
    assert (view["form"]["state"], view["account_masked"][-4:]) == ("making", "2345")
    assert hall.confirm(firm, draft)[1]["code"] == "claims.form.not-ready"
    hall.answer(firm, draft, documents.RENDERED)
    assert form_of(hall, firm, draft)["sha256"] == SEEN
    assert hall.confirm(firm, draft, "6" * 64)[1]["code"] == "claims.form.differs"
    assert hall.confirm(firm, draft)[1]["state"] == "submitted"


def test_a_change_of_the_draft_makes_a_new_form_and_the_earlier_one_counts_no_more(
    hall: Hall, firm: Firm, draft: str
) -> None:
    hall.fill(firm, draft)
    first = form_of(hall, firm, draft)["document_id"]
    hall.fill(firm, draft, account={**firm.account, "number": "620000000000009999"})
    assert form_of(hall, firm, draft)["document_id"] != first
    hall.answer(firm, draft, documents.RENDERED, document_id=first)
    assert form_of(hall, firm, draft)["state"] == "making"
    assert hall.show(firm.office, draft)["account_masked"].endswith("9999")


def test_facts_that_change_the_sum_after_the_print_ask_for_a_new_form(hall: Hall, firm: Firm) -> None:
    award = {"kind": "rate", "base": hall.bureau.code("revenue"), "rate": 100, "cap": 900_000_000}
    claim = hall.begun(firm, hall.policy(mode="ordinary", award=award))
    hall.fill(firm, claim, asked_fen=5_000_000)
    hall.answer(firm, claim, documents.RENDERED)
    before = hall.show(firm.office, claim)["row"]["amount_fen"]
    hall.bureau.state(firm.id, tech=True, revenue=800_000_000)
    assert hall.confirm(firm, claim)[1]["code"] == "claims.form.differs"
    hall.fill(firm, claim, asked_fen=5_000_000)
    hall.answer(firm, claim, documents.RENDERED)
    assert hall.show(firm.office, claim)["row"]["amount_fen"] != before
    assert hall.confirm(firm, claim)[0] == 200


def test_without_a_seal_it_is_refused_with_what_to_do_and_the_draft_stays(hall: Hall) -> None:
    firm = hall.firm(sealed=False)
    claim = hall.begun(firm, hall.policy(mode="ordinary"))
    hall.fill(firm, claim)
    hall.answer(firm, claim, documents.RENDERED)
    refused = hall.confirm(firm, claim)[1]
    assert (refused["code"], "管理员" in refused["next"]) == ("claims.form.no-seal", True)
    assert form_of(hall, firm, claim)["state"] == "ready"


def test_a_seal_suspended_meanwhile_is_said_and_the_form_is_sealed_again_later(
    hall: Hall, firm: Firm, draft: str
) -> None:
    hall.fill(firm, draft)
    hall.answer(firm, draft, documents.RENDERED)
    hall.confirm(firm, draft)
    hall.answer(
        firm,
        draft,
        documents.FAILED,
        stage="sign",
        code="documents.seal-unavailable",
        reason="该单位没有可用的电子印章",
    )
    view = hall.show(firm.office, draft)
    assert (view["form"]["state"], view["form"]["reason"]) == ("unsealed", "该单位没有可用的电子印章")
    assert "seal" in view["actions"]
    set_seal(firm, SealState.SUSPENDED)
    assert hall.do(firm.office, draft, "sealing")[1]["code"] == "claims.form.no-seal"
    set_seal(firm, SealState.ACTIVE)
    assert hall.do(firm.office, draft, "sealing")[0] == 200
    hall.answer(firm, draft, documents.SEALED)
    hall.answer(firm, draft, documents.SEALED)
    view = hall.show(firm.office, draft)
    assert view["form"]["state"] == "sealed"
    assert [one["label"] for one in view["log"]].count("申报表已盖章") == 1


def test_nothing_is_approved_before_its_form_is_sealed(hall: Hall, firm: Firm) -> None:
    claim = hall.begun(firm, hall.policy(TEN_WAN, mode="at_once"))
    hall.fill(firm, claim)
    hall.answer(firm, claim, documents.RENDERED)
    hall.confirm(firm, claim)
    hall.pump.run()
    assert hall.state(claim) == "deciding"
    assert hall.do(hall.approver, claim, "approval")[1]["code"] == "claims.form.unsealed"
    hall.answer(firm, claim, documents.SEALED)
    hall.pump.run()
    assert hall.state(claim) == "approved"


@dataclass
class Press:
    """The documents room's own stream beside the hall's."""

    hall: Hall
    pump: Pump

    def run(self) -> None:
        for _ in range(2):
            self.hall.pump.run()
            self.pump.run()
        self.hall.pump.run()


@pytest.fixture
def press(hall: Hall, object_store: str, fonts_dir: object, engine_url: str) -> Press:
    return Press(hall, Pump(engine_url, DOCUMENTS, lambda event: None, papers.on_message))


def test_the_form_is_really_printed_and_really_sealed(press: Press, hall: Hall) -> None:
    firm = hall.firm(sealed=False)
    orders.seal_of(firm.id)
    claim = hall.begun(firm, hall.policy(TEN_WAN, mode="promised", publicity_days=0))
    hall.fill(firm, claim)
    press.run()
    seen = form_of(hall, firm, claim)
    assert seen["state"] == "ready"
    assert hall.confirm(firm, claim, seen["sha256"])[0] == 200
    press.run()
    assert form_of(hall, firm, claim)["state"] == "sealed"
    paper: Document | None = archive.find(seen["document_id"])
    assert paper is not None
    assert paper.latest is not None
    answer = verifying.verify_file(objects.get(paper.latest.sha256))
    assert (answer.verdict, [one.problems for one in answer.signatures]) == ("genuine", [[]])


def test_only_the_enterprises_own_people_fill_in_confirm_and_seal(hall: Hall, firm: Firm, draft: str) -> None:
    stranger = hall.firm()
    assert hall.fill(stranger, draft)[0] == 404
    hall.fill(firm, draft)
    hall.answer(firm, draft, documents.RENDERED)
    assert hall.confirm(stranger, draft)[0] == 404
    assert call(hall.reviewer, "POST", f"/claims/claims/{draft}/sealing")[0] in (403, 404)
