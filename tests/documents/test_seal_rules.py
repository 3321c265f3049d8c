"""Who may ask for a seal, decide, enable and stop it: decided from values alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mashangban.documents import errors
from mashangban.documents.rules import applications, decisions, offering
from mashangban.documents.rules.applications import SealApplication
from mashangban.documents.rules.records import Seal
from mashangban.documents.terms import ApplicationState, SealKind, SealMatter, SealState, Template
from mashangban.kernel.permissions import Grant, Place, Principal, Role, Scope

AT = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
PLACE = Place(region="330106", orgs=frozenset({"E1"}))
SEAL = Seal(
    enterprise_id="E1",
    name="杭州某某建筑劳务有限公司",
    uscc="91330100799655058B",
    purpose="合同专用章",
    serial="",
    specimen=True,
    state=SealState.READY,
    drawing="",
    diameter=40.0,
    certificate=b"",
    key="",
    certificate_serial="1",
    issued_at=AT,
    valid_to=AT + timedelta(days=365),
    matters=(SealMatter.CONTRACTS,),
    custodian_id="keeper",
)
ASKED = SealApplication(
    "A1", "E1", SEAL.name, SEAL.uscc, "330106", SealKind.CONTRACT, SEAL.matters, "签劳动合同", "keeper", "王*",
    "asker", "李*", AT,
)  # fmt: skip


def someone(person: str, role: Role, scope: str) -> Principal:
    return Principal(person, "s", (Grant(role, Scope.parse(scope)),), real_name=True)


OPERATOR = someone("other", Role.OPERATOR, "org:E1")
KEEPER = someone("keeper", Role.OPERATOR, "org:E1")
ADMIN = someone("boss", Role.ENTERPRISE_ADMIN, "org:E1")
OFFICE = someone("office", Role.COUNTY_OFFICER, "region:330106")


@pytest.mark.parametrize("decider", ["asker", "keeper"])
def test_nobody_approves_what_they_asked_for_or_would_keep(decider: str) -> None:
    with pytest.raises(errors.OwnApplication):
        applications.check_decision(ASKED, decider)
    applications.check_decision(ASKED, "office")


@pytest.mark.parametrize("state", [ApplicationState.APPROVED, ApplicationState.REFUSED])
def test_what_is_decided_is_decided_once(state: ApplicationState) -> None:
    with pytest.raises(errors.ApplicationDecided):
        applications.check_decision(replace(ASKED, state=state), "office")


def test_a_cut_seal_closes_nothing_before_it_is_enabled() -> None:
    with pytest.raises(errors.SealUnavailable):
        decisions.check_seal(SEAL, Template.LABOUR_CONTRACT, AT)
    active = replace(SEAL, state=SealState.ACTIVE)
    assert decisions.check_seal(active, Template.LABOUR_CONTRACT, AT) is active


def test_a_seal_closes_only_the_papers_it_was_approved_for() -> None:
    active = replace(SEAL, state=SealState.ACTIVE)
    with pytest.raises(errors.SealNotForThis):
        decisions.check_seal(active, Template.CLAIM_FORM, AT)
    decisions.check_seal(replace(active, matters=tuple(SealMatter)), Template.CLAIM_FORM, AT)


def test_its_keeper_or_who_leads_the_enterprise_enables_it_and_no_other_operator() -> None:
    applications.check_enabling(SEAL, "keeper", leads=False)
    applications.check_enabling(SEAL, "boss", leads=True)
    with pytest.raises(errors.NotCustodian):
        applications.check_enabling(SEAL, "other", leads=False)
    with pytest.raises(errors.SealStateConflict):
        applications.check_enabling(replace(SEAL, state=SealState.SUSPENDED), "keeper", leads=False)


def test_what_an_office_stopped_only_an_office_lets_go_on() -> None:
    stopped = replace(SEAL, state=SealState.SUSPENDED, stopped_by_office=True)
    with pytest.raises(errors.StoppedByOffice):
        applications.check_resumption(stopped, by_office=False)
    applications.check_resumption(stopped, by_office=True)
    applications.check_resumption(replace(stopped, stopped_by_office=False), by_office=False)


@pytest.mark.parametrize(
    ("state", "by_office", "offered"),
    [
        (SealState.READY, False, {"keeper": ["enable"], "boss": ["enable", "revoke"], "office": ["revoke"]}),
        (
            SealState.ACTIVE,
            False,
            {
                "other": ["suspend"],
                "keeper": ["suspend"],
                "boss": ["suspend", "revoke"],
                "office": ["suspend", "revoke"],
            },
        ),
        (SealState.SUSPENDED, False, {"boss": ["resume", "revoke"], "office": ["resume", "revoke"]}),
        (SealState.SUSPENDED, True, {"boss": ["revoke"], "office": ["resume", "revoke"]}),
        (SealState.REVOKED, False, {"other": ["apply"], "keeper": ["apply"], "boss": ["apply"]}),
    ],
)
def test_a_screen_offers_each_their_own_acts(
    state: SealState, by_office: bool, offered: dict[str, list[str]]
) -> None:
    seal = replace(SEAL, state=state, stopped_by_office=by_office)
    for actor in (OPERATOR, KEEPER, ADMIN, OFFICE):
        found = offering.actions(actor, PLACE, seal, waits=False)
        assert found == offered.get(actor.person_id, []), actor.person_id


def test_while_an_application_waits_no_second_is_offered() -> None:
    assert offering.actions(ADMIN, PLACE, None, waits=False) == ["apply"]
    assert offering.actions(ADMIN, PLACE, None, waits=True) == []
