"""A contract from the scanned code to the sealed file, on the real engine."""

from datetime import timedelta

import pytest

from mashangban.documents import events as documents
from mashangban.documents.errors import UnusableHandwriting
from mashangban.domains.workers import errors, schemas
from mashangban.domains.workers.service import boards, joining, signing, teams, viewing
from mashangban.domains.workers.terms import ContractState
from mashangban.kernel import clock, history
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal, Role
from tests.workers.conftest import (
    SEALED,
    TEXT,
    Site,
    act,
    arrive,
    document_of,
    events_of,
    letters_of,
    signature,
    years_ago,
)


def test_a_worker_sees_who_employs_them_what_they_do_and_what_they_earn(site: Site) -> None:
    card = teams.read_code(site.team.code)
    assert card.employer.name == "杭州样例劳务有限公司"
    assert (card.jobs[0].trade_name, card.jobs[0].pay.amount_fen) == ("钢筋工", 35000)
    assert card.labour_clerk is not None
    assert card.labour_clerk.name_masked == "李*英"


def test_the_whole_road_from_scan_to_sealed_contract(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    view = viewing.show_contract(worker, contract_id)
    assert (view.state, view.document.status) == (ContractState.SEALED, "sealed")
    assert view.document.sealed_sha256 == SEALED
    assert [step.state for step in view.timeline] == ["done"] * 5
    kinds = [event.type.rpartition(".")[2] for event in events_of(contract_id)]
    assert kinds == ["offered", "rendered", "signed", "countersigned", "sealed"]
    assert history.is_unbroken(events_of(contract_id))


def test_the_ordered_text_carries_every_necessary_clause_and_the_full_name(
    site: Site, worker: Principal
) -> None:
    contract_id = joining.apply(act(worker), site.application()).id
    (order,) = letters_of(contract_id, "workers.contract.offered")
    assert (order["to"], order["kind"]) == ("documents", documents.RENDER)
    data = order["body"]["data"]
    assert data["worker"]["name"] == "王建国"
    assert {
        "period",
        "workplace",
        "content",
        "hours",
        "rest",
        "pay",
        "insurance",
        "protection",
    } <= data.keys()


def test_the_sealing_order_binds_hand_document_and_seal(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    (order,) = letters_of(contract_id, "workers.contract.countersigned")
    assert order["body"]["sha256"] == TEXT
    assert order["body"]["seal"]["enterprise_id"] == site.employer_id
    assert order["body"]["worker"]["handwriting"]


def test_no_event_holds_a_name_or_number(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    told = "".join(str(event.leaf()) for event in events_of(contract_id))
    assert "王" not in told
    assert "330106" not in told


def test_a_second_open_contract_at_the_same_project_is_refused(site: Site, worker: Principal) -> None:
    site.joined(worker)
    with pytest.raises(errors.SecondOpenContract):
        joining.apply(act(worker), site.application())


def test_after_withdrawing_the_worker_may_join_again(site: Site, worker: Principal) -> None:
    contract_id = site.joined(worker)
    signing.withdraw(act(worker), contract_id)
    again = site.joined(worker)
    assert viewing.show_contract(worker, again).state is ContractState.OFFERED


@pytest.mark.parametrize(
    "spoil", [lambda c: c[:-1] + ("A" if c[-1] != "A" else "B"), lambda c: c[1:], lambda c: "0" * 26]
)
def test_an_altered_code_opens_nothing(site: Site, spoil) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises((AlteredCode, NotFound)):
        teams.read_code(spoil(site.team.code))


def test_a_renewed_code_makes_the_old_poster_void(fresh_site: Site) -> None:
    old = fresh_site.team.code
    fresh = teams.renew_code(act(fresh_site.clerk), fresh_site.team.id)
    with pytest.raises(errors.CodeRevoked):
        teams.read_code(old)
    assert teams.read_code(fresh.code).team_id == fresh_site.team.id


def test_someone_under_sixteen_is_refused_with_the_article(site: Site) -> None:
    child = site.person(born=years_ago(15))
    with pytest.raises(errors.TooYoungOrOld, match="劳动法 第十五条"):
        joining.apply(act(child), site.application())


def test_seventeen_may_not_work_at_height_but_may_fix_steel(site: Site) -> None:
    young = site.person(born=years_ago(17))
    valid = {"number": "浙A012026000123", "valid_until": clock.local_date(clock.now()) + timedelta(days=90)}
    with pytest.raises(errors.TooYoungOrOld):
        joining.apply(act(young), site.application(trade_code="030", certificate=valid))
    assert joining.apply(act(young), site.application()).state is ContractState.OFFERED


def test_an_expired_certificate_is_refused_and_a_missing_one_too(site: Site, worker: Principal) -> None:
    past = clock.local_date(clock.now()) - timedelta(days=1)
    expired = {"number": "浙A012020000123", "valid_until": past}
    with pytest.raises(errors.CertificateExpired):
        joining.apply(act(worker), site.application(trade_code="130", certificate=expired))
    with pytest.raises(errors.CertificateMissing):
        joining.apply(act(worker), site.application(trade_code="130"))


def test_without_safety_training_there_is_no_contract(site: Site, worker: Principal) -> None:
    with pytest.raises(errors.TrainingMissing):
        joining.apply(act(worker), site.application(training_confirmed=False))


def test_nobody_signs_for_someone_else(site: Site, worker: Principal) -> None:
    contract_id = site.joined(worker)
    with pytest.raises(NotFound):
        signing.sign(act(site.person()), contract_id, signature())


def test_a_changed_text_is_not_signed(site: Site, worker: Principal) -> None:
    contract_id = site.joined(worker)
    with pytest.raises(errors.WrongDocument):
        signing.sign(act(worker), contract_id, signature(document_sha256="c" * 64))


def test_a_text_not_yet_typeset_is_not_signed(site: Site, worker: Principal) -> None:
    contract_id = joining.apply(act(worker), site.application()).id
    with pytest.raises(errors.DocumentNotReady):
        signing.sign(act(worker), contract_id, signature())


def test_a_dot_is_no_signature(site: Site, worker: Principal) -> None:
    contract_id = site.joined(worker)
    with pytest.raises(UnusableHandwriting):
        signing.sign(act(worker), contract_id, signature(strokes=[[[5, 5, 0, 1], [6, 5, 1, 1]]]))


def test_a_clerk_of_another_project_finds_nothing(site: Site, worker: Principal) -> None:
    contract_id = site.joined(worker)
    stranger = site.person((Role.LABOUR_CLERK, "project:elsewhere"), (Role.OPERATOR, "org:elsewhere"))
    with pytest.raises(NotFound):
        viewing.show_contract(stranger, contract_id)
    with pytest.raises(NotFound):
        signing.countersign(act(stranger), contract_id)


def test_officers_see_their_own_county_city_and_province_only(site: Site, worker: Principal) -> None:
    contract_id = site.joined(worker)
    for role, region in (
        (Role.COUNTY_OFFICER, "330106"),
        (Role.CITY_OFFICER, "3301"),
        (Role.PROVINCE_OFFICER, "33"),
    ):
        assert viewing.show_contract(site.person((role, f"region:{region}")), contract_id).id == contract_id
    for role, region in ((Role.COUNTY_OFFICER, "330105"), (Role.PROVINCE_OFFICER, "32")):
        with pytest.raises(NotFound):
            viewing.show_contract(site.person((role, f"region:{region}")), contract_id)


def test_a_foreman_sees_who_joined_but_no_contract(fresh_site: Site) -> None:
    site, worker = fresh_site, fresh_site.person()
    contract_id = site.sealed(worker)
    boards.count(contract_id)
    (member,) = viewing.members_of_team(site.foreman, site.team.id, PageRequest()).items
    assert (member.worker_name_masked, member.state) == ("王*国", ContractState.SEALED)
    with pytest.raises(NotFound):
        viewing.show_contract(site.foreman, contract_id)


def test_the_employer_may_refuse_with_a_reason_that_reaches_the_worker(site: Site, worker: Principal) -> None:
    contract_id = site.signed(worker)
    signing.refuse(act(site.operator), contract_id, schemas.Reason(reason="本周暂不进场"))
    (letter,) = letters_of(contract_id, "workers.contract.refused")
    assert letter["body"]["person_id"] == worker.person_id
    assert letter["body"]["values"]["reason"] == "本周暂不进场"


def test_a_file_that_arrives_twice_counts_once(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    arrive(contract_id, documents.SEALED, sha256=SEALED)
    arrive(contract_id, documents.RENDERED, sha256=TEXT)
    assert len(events_of(contract_id)) == 5


def test_a_failed_sealing_is_tried_again_with_what_was_signed(site: Site, worker: Principal) -> None:
    contract_id = site.signed(worker)
    signing.countersign(act(site.operator), contract_id)
    arrive(contract_id, documents.FAILED, code="documents.seal-unavailable", reason="印章停用", stage="sign")
    failed = viewing.show_contract(site.operator, contract_id)
    assert (failed.state, failed.actions) == (ContractState.FAILED, ["retry"])
    signing.retry(act(site.operator), contract_id)
    arrive(contract_id, documents.SEALED, sha256=SEALED)
    assert viewing.show_contract(worker, contract_id).state is ContractState.SEALED


def test_a_name_that_cannot_be_printed_fails_clearly_and_the_worker_may_withdraw(
    site: Site, worker: Principal
) -> None:
    contract_id = joining.apply(act(worker), site.application()).id
    reason = "字库里没有“𰻝”字"
    arrive(contract_id, documents.FAILED, code="documents.unprintable-text", reason=reason, stage="render")
    view = viewing.show_contract(worker, contract_id)
    assert (view.state, view.actions) == (ContractState.FAILED, ["withdraw"])
    signing.withdraw(act(worker), contract_id)
    assert viewing.show_contract(worker, contract_id).state is ContractState.WITHDRAWN


def test_several_contracts_are_countersigned_at_once_and_each_line_tells(site: Site) -> None:
    good, lapsed = site.signed(site.person()), site.joined(site.person())
    bulk = schemas.Bulk(contract_ids=[good, lapsed])
    first, second = signing.countersign_many(act(site.operator), bulk).results
    assert (first.ok, second.ok, second.code) == (True, False, "workers.contract.wrong-state")


def test_the_log_of_a_matter_tells_who_did_what(site: Site, worker: Principal) -> None:
    contract_id = site.sealed(worker)
    log = viewing.log_of(worker, contract_id)
    assert [line.by_label for line in log] == [
        "王*国",
        "系统",
        "王*国",
        "杭州样例劳务有限公司（用印经办人）",
        "系统",
    ]


def test_contracts_are_listed_by_state_for_the_office_and_by_time_for_the_worker(fresh_site: Site) -> None:
    site, worker = fresh_site, fresh_site.person()
    contract_id = site.signed(worker)
    boards.count(contract_id)
    query = schemas.ContractListQuery(state=ContractState.WORKER_SIGNED)
    of_project = viewing.contracts_of_project(site.clerk, site.project.id, query)
    assert [row.id for row in of_project.items] == [contract_id]
    assert [row.id for row in viewing.my_contracts(worker, PageRequest()).items] == [contract_id]
    assert document_of(contract_id)
