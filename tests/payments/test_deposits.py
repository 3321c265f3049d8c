"""Deposits and guarantees: the rate of the day and region, the clock, the refusal of too little."""

import datetime as dt

import pytest

from mashangban.domains.payments import errors, schemas
from mashangban.domains.payments.rules import deposit as rules
from mashangban.domains.payments.service import deposits
from mashangban.domains.payments.terms import DEPOSIT_RATES, RECORD_FACTORS, RateRule
from mashangban.kernel import clock
from mashangban.kernel.errors import Invalid, NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from tests.payments.conftest import COUNTY, Works, act, person, strike
from tests.payments.test_accounts import complete

WAN = 1_000_000  # fen of 1万元
TODAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("price_wan", "factor", "wan"),
    [(900, "none", 27), (1000, "none", 20), (9_999, "none", 199.98), (10_000, "none", 100), (100_000, "none", 500),
     (900, "clean2", 13.5), (900, "clean3", 0), (900, "arrears", 40.5), (900, "blacklist", 54)],
)  # fmt: skip
def test_the_amount_follows_price_and_record(price_wan: int, factor: str, wan: float) -> None:
    amount, source = rules.required(DEPOSIT_RATES, "330106", price_wan * WAN, TODAY, RECORD_FACTORS[factor])
    assert amount == round(wan * WAN)
    assert source


def test_the_longest_region_and_the_newest_row_in_force_apply() -> None:
    table = (
        *DEPOSIT_RATES,
        RateRule("33", dt.date(2025, 1, 1), None, 150, None, "浙江"),
        RateRule("33", dt.date(2027, 1, 1), None, 50, None, "浙江新"),
    )
    none = RECORD_FACTORS["none"]
    assert rules.required(table, "330106", 100 * WAN, TODAY, none) == (15 * WAN // 10, "浙江")
    assert rules.required(table, "370102", 100 * WAN, TODAY, none)[0] == 3 * WAN
    assert rules.required(table, "330106", 100 * WAN, dt.date(2027, 2, 1), none)[1] == "浙江新"
    with pytest.raises(LookupError):
        rules.required(table, "330106", 100 * WAN, dt.date(2000, 1, 1), none)


def order(**given: object) -> schemas.DepositOrder:
    today = clock.local_date(clock.now())
    return schemas.DepositOrder.model_validate(
        {"kind": "wages", "price_fen": 900 * WAN, "permit_on": today, **given}
    )


def letter(**given: object) -> schemas.StorageForm:
    until = clock.local_date(clock.now()) + dt.timedelta(days=200)
    return schemas.StorageForm.model_validate(
        {
            "form": "bank",
            "amount_fen": 27 * WAN,
            "issuer": "建设银行西湖支行",
            "number": "BH-1",
            "valid_until": until,
        }
        | given
    )


def test_too_little_is_refused_and_enough_ends_the_clock(works: Works) -> None:
    made = deposits.require(act(works.office), works.project.id, order())
    assert (made.required_fen, made.state_label) == (27 * WAN, "还没有存")
    shown = deposits.show(act(works.office), made.id)
    assert shown.deadline is not None
    assert "20个工作日" in "".join(one.text for one in shown.deadline.steps)
    with pytest.raises(errors.DepositTooSmall):
        deposits.store_deposit(act(works.office), made.id, letter(amount_fen=27 * WAN - 1))
    stored = deposits.store_deposit(act(works.office), made.id, letter())
    assert stored.state_label == "有效"
    with pytest.raises(errors.DepositExists):
        deposits.require(act(works.office), works.project.id, order())


def test_a_deposit_not_stored_is_reminded_of_and_an_old_guarantee_expires(works: Works) -> None:
    made = deposits.require(act(works.office), works.project.id, order())
    assert strike(Subject("deposit", made.id), rules.STORING, clock.now() + dt.timedelta(days=60)) == 3
    assert deposits.show(act(works.office), made.id).state_label == "还没有存"
    deposits.store_deposit(act(works.office), made.id, letter())
    end = clock.local_date(clock.now()) + dt.timedelta(days=200)
    gone = clock.now() + dt.timedelta(days=220)
    assert strike(Subject("deposit", made.id), f"{rules.EXPIRY}.{end:%Y%m%d}", gone) == 2
    assert deposits.show(act(works.office), made.id).state_label == "已过期"
    until = clock.local_date(clock.now()) + dt.timedelta(days=500)
    renewed = deposits.store_deposit(act(works.office), made.id, letter(valid_until=until))
    assert renewed.state_label == "有效"


def test_it_is_given_back_only_by_the_authority_and_after_completion(works: Works) -> None:
    made = deposits.require(act(works.office), works.project.id, order(kind="payment"))
    deposits.store_deposit(act(works.office), made.id, letter(amount_fen=500 * WAN))
    with pytest.raises(errors.ProjectNotCompleted):
        deposits.release(act(works.officer), made.id)
    complete(works)
    assert deposits.release(act(works.officer), made.id).state_label == "已退还"
    with pytest.raises(errors.WrongState):
        deposits.release(act(works.officer), made.id)


def test_another_offices_deposit_and_another_countys_register_are_out_of_reach(works: Works) -> None:
    made = deposits.require(act(works.office), works.project.id, order())
    stranger = act(person((Role.ENTERPRISE_ADMIN, "org:somebody")))
    for run in (
        lambda: deposits.store_deposit(stranger, made.id, letter()),
        lambda: deposits.show(stranger, made.id),
        lambda: deposits.require(stranger, works.project.id, order(kind="payment")),
        lambda: deposits.of_county(
            act(person((Role.COUNTY_OFFICER, "region:330102"))), COUNTY, schemas.DepositQuery()
        ),
    ):
        with pytest.raises(NotFound):
            run()
    found = deposits.export_county(act(works.officer), COUNTY, schemas.DepositQuery(), "text/csv").decode()
    assert works.project.name in found


def test_a_permit_of_tomorrow_and_an_unknown_record_are_refused(works: Works) -> None:
    tomorrow = clock.local_date(clock.now()) + dt.timedelta(days=1)
    for wrong in ({"permit_on": tomorrow}, {"factor": "saint"}):
        with pytest.raises(Invalid):
            deposits.require(act(works.office), works.project.id, order(**wrong))
