"""A seal from the application to its end: asked for by the enterprise, decided by the county, enabled by its keeper."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mashangban.documents import errors
from mashangban.documents.models import TABLE
from mashangban.documents.repository import seals as stored
from mashangban.documents.schemas.seals import SealApplicationForm, SealDecision, SealQueueQuery
from mashangban.documents.service import applying, deciding, seals
from mashangban.documents.terms import DocumentState, SealKind, SealMatter
from mashangban.kernel import crypto, events, history
from mashangban.kernel.errors import Invalid, NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal
from tests.documents import seal_firm
from tests.documents.seal_firm import OFFICE, Firm, approve
from tests.documents.test_claim_forms import printed, sealed
from tests.registry.conftest import COUNTY, act, officer
from tests.told import all_told

pytestmark = pytest.mark.usefixtures("service")


@pytest.fixture
def firm() -> Firm:
    return seal_firm.firm()


def letters_of(application: str) -> list[dict[str, Any]]:
    """The opened notices about an application, as the notices room will read them."""
    items = history.items_of(TABLE, Subject("sealapplication", application))
    found = [
        letter for item in items for letter in events.letters(item) if letter["kind"] == "notices.notify"
    ]
    return [json.loads(crypto.unseal(one["body"], one["context"])) for one in found]


def told(firm: Firm) -> list[str]:
    return [one.label for one in applying.log(firm.admin, firm.id, PageRequest(limit=20)).items]


def test_a_seal_asked_for_on_the_phone_seals_once_its_keeper_enabled_it(firm: Firm) -> None:
    asked = firm.ask()
    assert applying.folder(firm.admin, firm.id).actions == []
    assert approve(asked.id).state_label == "已批准"
    paper = printed(firm.id)
    assert sealed(paper, firm.id).state is DocumentState.FAILED
    assert seals.enable_seal(act(firm.operator), firm.id).state == "active"
    assert sealed(paper, firm.id).state is DocumentState.SEALED
    assert told(firm) == ["启用电子印章", "批准，印章制好了", "申请电子印章"]
    for subject in (Subject("seal", firm.id), Subject("sealapplication", asked.id)):
        assert history.is_unbroken(history.of(TABLE, subject))


def test_there_is_one_application_at_a_time_and_none_beside_a_seal(firm: Firm) -> None:
    asked = firm.ask()
    with pytest.raises(errors.ApplicationOpen):
        firm.ask()
    approve(asked.id)
    with pytest.raises(errors.SealExists):
        firm.ask()
    with pytest.raises(errors.ApplicationDecided):
        approve(asked.id)


def test_a_refusal_says_why_and_the_enterprise_asks_again(firm: Firm) -> None:
    asked = firm.ask()
    with pytest.raises(Invalid):
        deciding.decide(act(OFFICE), asked.id, SealDecision(approved=False, reason=" "))
    refused = deciding.decide(act(OFFICE), asked.id, SealDecision(approved=False, reason="用途没有写清楚"))
    assert (refused.state_label, refused.refusal) == ("没有批准", "用途没有写清楚")
    again = firm.ask()
    shown = applying.folder(firm.admin, firm.id)
    assert [one.id for one in shown.applications] == [again.id, asked.id]
    assert shown.seal is None


def test_whoever_asked_and_whoever_keeps_it_hear_the_decision_and_no_reason_stands_in_it(firm: Firm) -> None:
    refused = firm.ask().id
    deciding.decide(act(OFFICE), refused, SealDecision(approved=False, reason="用途没有写清楚"))
    approved = firm.ask().id
    approve(approved)
    for application, kind in ((refused, "refused"), (approved, "approved")):
        bodies = letters_of(application)
        assert set(all_told(bodies)) == {firm.admin.person_id, firm.operator.person_id}
        assert {one["kind"] for one in bodies} == {f"documents.seal-{kind}"}
        assert all(set(one["values"]) == {"name", "what"} for one in bodies)


def test_only_the_county_finds_it_and_whoever_would_keep_the_seal_does_not_decide(firm: Firm) -> None:
    asked = firm.ask()
    waiting = deciding.queue(OFFICE, SealQueueQuery(region=COUNTY, limit=50))
    assert waiting.next_cursor or asked.id in {one.id for one in waiting.items}
    with pytest.raises(NotFound):
        deciding.view(officer("330105"), asked.id)
    with pytest.raises(NotFound):
        approve(asked.id, officer("3302"))
    both = Principal(firm.operator.person_id, "s", (*firm.operator.grants, *OFFICE.grants), True)
    with pytest.raises(errors.OwnApplication):
        approve(asked.id, both)


def test_its_keeper_is_one_of_the_enterprises_own_people(firm: Firm) -> None:
    people = applying.custodians(firm.admin, firm.id, act(firm.admin).at)
    assert {one.person_id for one in people} == {firm.admin.person_id, firm.operator.person_id}
    form = SealApplicationForm(
        kind=SealKind.CONTRACT, matters=[SealMatter.CLAIMS], purpose="政策申报", custodian_id="stranger"
    )
    with pytest.raises(errors.UnknownCustodian):
        applying.apply(act(firm.admin), firm.id, form)


def test_an_official_seal_bears_no_line_and_closes_only_what_it_was_approved_for(firm: Firm) -> None:
    approve(firm.ask(SealMatter.CONTRACTS, kind=SealKind.OFFICIAL).id)
    shown = seals.enable_seal(act(firm.admin), firm.id)
    assert (shown.kind_label, shown.matters) == ("公章", ["劳动合同和补充协议"])
    refused = sealed(printed(firm.id), firm.id)
    assert refused.failure is not None
    assert refused.failure.code == "documents.seal-not-for-this"


def test_what_the_office_stopped_the_enterprise_can_not_resume_but_it_may_end_it(firm: Firm) -> None:
    approve(firm.ask().id)
    seals.enable_seal(act(firm.operator), firm.id)
    seals.suspend_seal(act(firm.operator), firm.id, "手机丢了")
    assert seals.resume_seal(act(firm.admin), firm.id, "手机找到了").state == "active"
    assert seals.suspend_seal(act(OFFICE), firm.id, "核查用印").stopped_by_office
    with pytest.raises(errors.StoppedByOffice):
        seals.resume_seal(act(firm.admin), firm.id, "想用")
    assert not seals.resume_seal(act(OFFICE), firm.id, "核查完毕").stopped_by_office
    with pytest.raises(NotFound):
        seals.suspend_seal(act(officer("330105")), firm.id, "别的县区")
    seals.revoke_seal(act(firm.admin), firm.id, "单位更名")
    ended = stored.find(firm.id)
    approve(firm.ask().id)
    replaced = stored.find(firm.id)
    assert ended is not None
    assert replaced is not None
    assert ended.certificate_serial != replaced.certificate_serial
    assert stored.certificate_ended(ended.certificate_serial) is not None
    assert stored.certificate_ended(replaced.certificate_serial) is None
    assert applying.log(firm.admin, firm.id, PageRequest(limit=3)).items[2].text == "单位更名"
