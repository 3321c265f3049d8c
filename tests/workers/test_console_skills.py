"""The office's pages of certificates and training."""

import re

import pytest

from mashangban.domains.workers.service import boards, certificates
from mashangban.domains.workers.terms.skills import Standing
from mashangban.kernel.permissions import Principal
from tests.workers.conftest import Site
from tests.workers.office import PAGES, Office, office_of
from tests.workers.papers import held, in_days, licensed, scanned, told

CERTIFICATES, TRAININGS = f"{PAGES}/certificates", f"{PAGES}/trainings"


@pytest.fixture(scope="module")
def worker(site: Site) -> Principal:
    """A scaffolder in force, with a certificate that runs out soon."""
    return site.person()


@pytest.fixture(scope="module")
def certificate_id(site: Site, worker: Principal) -> str:
    found = licensed(worker, valid_until=in_days(20))
    contract_id = site.sealed(worker)
    boards.count(contract_id)
    told("contract", contract_id)
    return found


@pytest.fixture(scope="module")
def desk(site: Site) -> Office:
    return office_of(site.clerk)


def test_the_office_finds_what_waits_and_what_runs_out(desk: Office, site: Site, certificate_id: str) -> None:
    for shown in ("", "waiting", "soon"):
        page = desk.get(f"{CERTIFICATES}?where={site.project.id}&show={shown}")
        assert f"{CERTIFICATES}/{certificate_id}" in page.html
    assert certificate_id not in desk.get(f"{CERTIFICATES}?where={site.project.id}&show=expired").html
    file = desk.get(f"{CERTIFICATES}/export?where={site.project.id}&format=csv")
    assert file.status == 200
    assert "架子工" in file.html


def test_the_office_checks_a_certificate_beside_its_photo(
    desk: Office, worker: Principal, certificate_id: str
) -> None:
    page = desk.get(f"{CERTIFICATES}/{certificate_id}")
    assert "核对无误" in page.html
    done = desk.act(page, f"{CERTIFICATES}/{certificate_id}/check", agrees="true", state="01", note="")
    assert done.status == 303
    assert certificates.mine(worker)[0].standing is Standing.CHECKED


def test_a_session_is_recorded_filled_and_exported(desk: Office, site: Site, certificate_id: str) -> None:
    opened = desk.get(f"{TRAININGS}/new?where={site.project.id}")
    fields = {"where": site.project.id, "title": "进场安全教育", "level": "project", "trainer": "周安全"}
    wrong = desk.act(opened, TRAININGS, **fields, hours="200", held_on=str(in_days(0)))
    assert wrong.status == 422
    assert "周安全" in wrong.html
    done = desk.act(opened, TRAININGS, **fields, hours="15", held_on=str(in_days(0)))
    page = desk.get(done.location)
    (contract_id,) = re.findall(r'name="contract" value="(\w+)"', page.html)
    picked = desk.act(page, f"{done.location}/trainees", contract=contract_id)
    assert picked.status == 303
    assert "等本人确认" in desk.get(done.location).html
    assert "单位登记" in desk.get(f"{done.location}/export?format=csv").html
    listed = desk.get(f"{TRAININGS}?where={site.project.id}")
    assert done.location in listed.html
    assert "进场安全教育" in desk.get(f"{TRAININGS}/export?where={site.project.id}&format=csv").html


def test_a_list_shows_who_confirmed(desk: Office, site: Site) -> None:
    training_id = held(site)
    scanned(site, training_id, site.person())
    assert "已确认" in desk.get(f"{TRAININGS}/{training_id}").html


def test_a_contracts_page_says_what_the_gate_rested_on(desk: Office, site: Site) -> None:
    contract_id = site.joined(site.person())
    assert "没有记录，本人确认参加过" in desk.get(f"{PAGES}/contracts/{contract_id}").html
