"""The office's and the regulators' pages: what is seen, pressed and refused, through the function's own handler."""

import pytest

from mashangban.domains.payments.service import deposits
from mashangban.kernel.permissions import Principal, Role
from tests.payments.conftest import COUNTY, Works, act, person, state_of, work
from tests.payments.test_deposits import order
from tests.workers.office import office_of

HOME = "/console/payments"


def test_the_contractor_opens_the_account_on_a_page_and_sees_its_money(ground: object) -> None:
    works = Works(ground)  # type: ignore[arg-type]  # the partners' back office
    window = office_of(works.office)
    address = f"{HOME}/projects/{works.project.id}"
    assert "登记工资专户" in window.get(address).html
    opened = window.get(f"{address}/account")
    wrong = window.act(opened, f"{address}/account", bank="ccb", number="12", pay_day="15")
    assert wrong.status == 422
    done = window.act(opened, f"{address}/account", bank="ccb", number=works.number, pay_day="15")
    assert (done.status, done.location) == (303, address)
    works.fund(250_000)
    page = window.get(address)
    window.act(page, f"{address}/refresh")
    seen = window.get(address).html
    assert "2,500.00" in seen
    assert works.number not in seen


def test_a_short_run_is_in_the_countys_list_and_goes_on_when_funded(
    works: Works, staff: list[Principal]
) -> None:
    run = works.pay(staff[:2])
    county = office_of(works.officer)
    assert "专户还差" in county.get(f"{HOME}/runs?where={COUNTY}&state=short").html
    page = county.get(f"{HOME}/runs/{run}")
    assert "王*国" in page.html
    works.fund(2_000_000)
    assert county.act(page, f"{HOME}/runs/{run}/work").status == 303
    work(run)
    assert state_of(run) == "done"
    assert "已到账" in county.get(f"{HOME}/runs/{run}").html


def test_a_reconciliation_by_hand_says_what_it_found(works: Works, staff: list[Principal]) -> None:
    works.fund(500_000)
    works.pay(staff[:1])
    window, address = office_of(works.office), f"{HOME}/projects/{works.project.id}"
    page = window.get(address)
    window.act(page, f"{address}/reconciliation")
    seen = window.get(address).html
    assert "对账一致" in seen
    csv = window.get(f"{address}/reconciliation/export?format=csv")
    assert csv.status == 200


def test_a_difference_is_explained_on_the_page(works: Works, staff: list[Principal]) -> None:
    from tests.payments.test_accounts import _pay_behind_our_back

    works.fund(500_000)
    _pay_behind_our_back(works)
    window, address = office_of(works.office), f"{HOME}/projects/{works.project.id}"
    window.act(window.get(address), f"{address}/reconciliation")
    page = window.get(address)
    assert "银行已付，我们没有" in page.html
    key = f"counter-{works.number}.we_lack"
    assert window.act(page, f"{address}/differences/{key}", note="柜台手续费，已补记").status == 303
    assert "填写说明" not in window.get(address).html


def test_deposits_are_entered_stored_and_exported(works: Works) -> None:
    window = office_of(works.office)
    opened = window.get(f"{HOME}/deposits/new?project={works.project.id}")
    typed = {"project": works.project.id, "kind": "wages", "permit_on": "2026-11-02", "factor": "none"}
    assert window.act(opened, f"{HOME}/deposits", **typed, price="很多").status == 422
    made = window.act(opened, f"{HOME}/deposits", **typed, price="9,000,000")
    address = f"{HOME}/deposits/{works.project.id}.wages"
    assert made.location == address
    page = window.get(address)
    assert "270,000.00" in page.html
    given = {"form": "bank", "issuer": "建设银行", "number": "BH-7", "valid_until": "2028-01-01"}
    little = window.act(page, f"{address}/storage", **given, amount="269999.99")
    assert "金额低于应存的数" in little.html
    assert window.act(window.get(address), f"{address}/storage", **given, amount="270000").status == 303
    assert "有效" in window.get(f"{HOME}/deposits").html
    county = office_of(works.officer)
    assert county.get(f"{HOME}/deposits/export?where={COUNTY}&format=csv").status == 200
    assert window.get(f"{HOME}/deposits/export?format=csv").status == 404


def test_the_board_and_the_lists_open_for_each_level(works: Works) -> None:
    for role, region in (
        (Role.COUNTY_OFFICER, COUNTY),
        (Role.CITY_OFFICER, "3301"),
        (Role.PROVINCE_OFFICER, "33"),
    ):
        window = office_of(person((role, f"region:{region}")))
        for path in ("", "/accounts", "/runs", "/deposits"):
            assert window.get(HOME + path).status == 200, path
    clerk = office_of(person((Role.LABOUR_CLERK, f"project:{works.project.id}")))
    for path in ("/accounts", "/runs", "/deposits", f"/projects/{works.project.id}/payees"):
        assert clerk.get(HOME + path).status == 200, path


@pytest.mark.parametrize(
    "path", ["/projects/{project}", "/projects/{project}/payees", "/deposits/{project}.wages"]
)
def test_somebody_elses_money_is_not_found(works: Works, path: str) -> None:
    deposits.require(act(works.office), works.project.id, order())
    stranger = office_of(person((Role.ENTERPRISE_ADMIN, "org:elsewhere")))
    assert stranger.get(HOME + path.format(project=works.project.id)).status == 404
    assert office_of(works.office).get(HOME + path.format(project=works.project.id)).status == 200


def test_the_labour_unit_sees_its_runs_but_not_the_contractors_account(
    works: Works, staff: list[Principal]
) -> None:
    works.fund(500_000)
    works.pay(staff[:1])
    seen = office_of(person((Role.ENTERPRISE_ADMIN, f"org:{works.labour.id}"))).get(
        f"{HOME}/projects/{works.project.id}"
    )
    assert "没有您能看的工资专户" in seen.html
    assert "2026-10" in seen.html
