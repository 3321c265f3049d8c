"""Certificates: entered by their holder, checked by the employer, timed by the clock, counted where they work."""

from datetime import timedelta

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.domains.workers import errors
from mashangban.domains.workers.models import WorkersDeadlineRecord
from mashangban.domains.workers.repository import certificates as store
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.schemas.certificates import LicenceListQuery, Renewal
from mashangban.domains.workers.service import boards, certificates, joining, recounting, viewing, waiting
from mashangban.domains.workers.terms.skills import CertificateState, Standing
from mashangban.files.errors import OtherPurpose
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.identity.service.granting import GrantOrder
from mashangban.kernel import clock, crypto, events, history
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal, Role, Scope
from mashangban.registry import service as registry
from tests.workers.conftest import Site, act
from tests.workers.papers import checked, in_days, licence_form, licensed, photo, told

pytestmark = pytest.mark.usefixtures("quiet_clocks")

WAITING = LicenceListQuery(show="waiting")


def sweep(days: int) -> None:
    deadlines.sweep(WorkersDeadlineRecord, clock.now() + timedelta(days=days), waiting.fire, most=10_000)


def kinds_told(certificate_id: str) -> list[str]:
    from mashangban.domains.workers.models import TABLE

    items = history.items_of(TABLE, Subject("certificate", certificate_id))
    letters = [letter for item in items for letter in events.letters(item)]
    return [crypto.unseal(one["body"], one["context"]).split('"kind":"')[1].split('"')[0] for one in letters]


def test_a_worker_enters_a_certificate_and_sees_it(site: Site, worker: Principal) -> None:
    certificate_id = licensed(worker, class_code="01")
    (own,) = certificates.mine(worker)
    assert (own.id, own.title, own.usable, own.standing) == (
        certificate_id,
        "建筑电工",
        True,
        Standing.ENTERED,
    )
    assert own.days_left == 400


def test_a_skill_needs_its_trade_and_may_last_for_ever(worker: Principal) -> None:
    licensed(worker, class_code="S3", trade_code="020", valid_until=None)
    assert certificates.mine(worker)[0].title == "钢筋工高级工（三级）"
    with pytest.raises(errors.CertificateUntrue):
        licensed(worker, class_code="S3", valid_until=None)


@pytest.mark.parametrize(
    "changes", [{"valid_until": None}, {"valid_until": "2020-01-01"}, {"class_code": "12"}]
)
def test_what_cannot_be_true_is_not_entered(worker: Principal, changes: dict[str, object]) -> None:
    with pytest.raises(errors.CertificateUntrue):
        licensed(worker, **changes)


def test_a_photo_must_be_ones_own_and_of_a_certificate(site: Site, worker: Principal) -> None:
    with pytest.raises(NotFound):
        licensed(worker, photo=photo(site.person()))
    with pytest.raises(OtherPurpose):
        licensed(worker, photo=photo(worker, Purpose.EVIDENCE))


def test_a_number_has_one_holder_until_it_is_refused_or_removed(site: Site, worker: Principal) -> None:
    other = site.person()
    form = licence_form(worker)
    certificate_id = certificates.add(act(worker), form).id
    again = form.model_copy(update={"photo": photo(other), "number": form.number.lower()})
    with pytest.raises(errors.CertificateKnown):
        certificates.add(act(other), again)
    certificates.remove(act(worker), certificate_id)
    assert certificates.add(act(other), again).standing is Standing.ENTERED
    with pytest.raises(errors.CertificateGone):
        certificates.remove(act(worker), certificate_id)


def test_only_its_holder_changes_a_certificate(site: Site, worker: Principal) -> None:
    certificate_id = licensed(worker)
    renewal = Renewal(valid_until=in_days(500), photo=photo(worker))
    for other in (site.person(), site.clerk):
        with pytest.raises(NotFound):
            certificates.renew(act(other), certificate_id, renewal)
        with pytest.raises(NotFound):
            certificates.remove(act(other), certificate_id)


def test_the_office_of_a_site_checks_whoever_works_there_and_nobody_else(
    site: Site, worker: Principal
) -> None:
    certificate_id = licensed(worker)
    with pytest.raises(NotFound):
        checked(site, certificate_id)
    with pytest.raises(NotFound):
        certificates.show(site.clerk, certificate_id)
    site.joined(worker, trade_code="030")
    assert certificates.show(site.clerk, certificate_id).actions == ["check"]
    checked(site, certificate_id)
    own = certificates.show(worker, certificate_id)
    assert own.standing is Standing.CHECKED
    assert own.check is not None
    assert "劳资专管员" in own.check.by
    assert own.actions == ["renew", "remove"]
    elsewhere = site.person((Role.LABOUR_CLERK, "project:elsewhere"))
    with pytest.raises(NotFound):
        certificates.show(elsewhere, certificate_id)


def test_a_registered_certificate_opens_the_gate_before_a_typed_one(site: Site, worker: Principal) -> None:
    with pytest.raises(errors.CertificateMissing):
        joining.apply(act(worker), site.application(trade_code="030"))
    certificate_id = licensed(worker, class_code="02")
    typed = {"number": "浙A019999000001", "valid_until": in_days(30)}
    contract_id = joining.apply(act(worker), site.application(trade_code="030", certificate=typed)).id
    named = viewing.show_contract(worker, contract_id).certificate
    assert named is not None
    assert named.registered == certificate_id
    assert named.number == certificates.mine(worker)[0].number


def test_a_typed_certificate_still_works_and_says_so(site: Site, worker: Principal) -> None:
    licensed(worker, class_code="01")  # another class opens no scaffold
    typed = {"number": "浙A019999000002", "valid_until": in_days(30)}
    contract_id = joining.apply(act(worker), site.application(trade_code="030", certificate=typed)).id
    named = viewing.show_contract(worker, contract_id).certificate
    assert named is not None
    assert (named.number, named.registered) == ("浙A019999000002", None)


def test_a_certificate_found_wanting_opens_nothing(site: Site, worker: Principal) -> None:
    certificate_id = licensed(worker)
    site.joined(worker, trade_code="030")
    checked(site, certificate_id, agrees=False, note="不是本人的证")
    assert kinds_told(certificate_id) == ["workers.certificate.refused"]
    assert certificates.mine(worker)[0].usable is False
    other = Site()
    with pytest.raises(errors.CertificateMissing):
        joining.apply(act(worker), other.application(trade_code="030"))


def test_the_clock_reminds_three_times_and_tells_the_site_when_it_is_over(
    site: Site, worker: Principal
) -> None:
    certificate_id = licensed(worker, valid_until=in_days(70))
    site.sealed(worker)
    scope = Scope("project", site.project.id)
    order = GrantOrder(Role.LABOUR_CLERK, scope, person_id=site.clerk.person_id)
    identity.grant(system_act("test"), order, registry.project(site.project.id).place)
    for days in (11, 41, 64):
        sweep(days)
    assert kinds_told(certificate_id) == ["workers.certificate.expiring"] * 3
    sweep(72)
    assert kinds_told(certificate_id)[3:] == [
        "workers.certificate.expired",
        "workers.certificate.expired-at-site",
    ]
    assert store.licence(certificate_id).state is CertificateState.LAPSED


def test_a_prolonged_certificate_counts_again_from_its_new_day(worker: Principal) -> None:
    certificate_id = licensed(worker, valid_until=in_days(20))
    sweep(25)
    certificates.renew(act(worker), certificate_id, Renewal(valid_until=in_days(20), photo=photo(worker)))
    (own,) = certificates.mine(worker)
    assert (own.state, own.standing) == (CertificateState.VALID, Standing.ENTERED)
    later = Renewal(valid_until=in_days(700), photo=photo(worker))
    certificates.renew(act(worker), certificate_id, later)
    sweep(30)
    view = certificates.show(worker, certificate_id)
    assert view.state is CertificateState.VALID
    assert view.deadline is not None
    assert view.deadline.state == "running"


def test_a_site_lists_and_counts_the_certificates_of_its_people(fresh_site: Site) -> None:
    site, worker = fresh_site, fresh_site.person()
    certificate_id = licensed(worker, valid_until=in_days(20))
    contract_id = site.sealed(worker)
    boards.count(contract_id)
    told("contract", contract_id)
    (row,) = certificates.at(site.clerk, site.project.id, WAITING).items
    assert (row.id, row.expired) == (certificate_id, False)
    assert row.number_masked.startswith("*")
    assert counters(site) == {"certificate.02": 1, "skill.unchecked": 1}
    checked(site, certificate_id)
    told("certificate", certificate_id)
    assert certificates.at(site.clerk, site.project.id, WAITING).items == []
    assert len(certificates.at(site.clerk, site.project.id, LicenceListQuery(show="soon")).items) == 1
    officer = site.person((Role.COUNTY_OFFICER, f"region:{site.county}"))
    assert certificate_id in [
        one.id for one in certificates.at(officer, site.county, LicenceListQuery()).items
    ]
    assert counters(site) == {"certificate.02": 1}
    sweep(22)
    told("certificate", certificate_id)
    assert counters(site) == {"skill.invalid": 1}
    before = counters(site)
    recounting.rebuild_project(site.project.id)
    assert counters(site) == before


def test_a_certificate_leaves_the_list_with_its_holder(fresh_site: Site) -> None:
    from dataclasses import replace

    from mashangban.domains.workers import events as kinds
    from mashangban.domains.workers.rules import contract as rules
    from mashangban.domains.workers.service import signing

    site, worker = fresh_site, fresh_site.person()
    licensed(worker)
    contract_id = site.sealed(worker)
    told("contract", contract_id)
    contract = contracts.contract(contract_id)
    ended = rules.end(replace(contract), clock.now())
    contracts.move(
        act(site.clerk),
        contract,
        ended,
        signing.next_event(act(site.clerk), kinds.AMENDMENT_SEALED, contract, Role.SYSTEM),
    )
    told("contract", contract_id)
    assert certificates.at(site.clerk, site.project.id, LicenceListQuery()).items == []
    assert counters(site) == {}


def counters(site: Site) -> dict[str, int]:
    from mashangban.domains.workers.repository import boards as items

    found = items.counters(f"project:{site.project.id}", consistent=True)
    return {
        key: n for key, n in found.items() if n and key.startswith(("certificate.", "skill.", "training."))
    }
