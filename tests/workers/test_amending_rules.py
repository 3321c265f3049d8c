"""Supplement, change and end: before and after in words, impossible ones refused, and what holds once sealed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.workers import errors
from mashangban.domains.workers.rules import amending
from mashangban.domains.workers.rules.amending import Changes, Days
from mashangban.domains.workers.rules.contract import Contract, Period
from mashangban.domains.workers.terms import TRADES, AmendmentKind, AmendmentState, ContractState, PeriodKind
from mashangban.employment.rules import Pay
from mashangban.employment.terms import PayBasis
from tests.workers.samples import NOON, TODAY, amendment, contract, in_force

CHANGE, END, SUPPLEMENT = AmendmentKind.CHANGE, AmendmentKind.END, AmendmentKind.SUPPLEMENT
MORE = Pay(PayBasis.DAILY, 38000, "天", 15)
TASK = Period(PeriodKind.TASK, TODAY, None)


def days(effective: int = 0) -> Days:
    return Days(TODAY + timedelta(days=effective), TODAY)


def told(changes: Changes, kind: AmendmentKind = CHANGE, one: Contract | None = None) -> tuple[str, ...]:
    return amending.differences(one or in_force(), kind, changes, days())


def applied(one: Contract, kind: AmendmentKind = CHANGE, effective: int = 0, **changes: object) -> Contract:
    agreed = amendment(
        kind,
        changes=Changes(**changes),  # type: ignore[arg-type]
        effective_on=TODAY + timedelta(days=effective),
    )
    return amending.apply(one, agreed, NOON, TODAY)


def test_each_change_is_one_sentence_with_before_and_after() -> None:
    end = TODAY + timedelta(days=360)
    assert told(Changes(MORE, end, "040", "每周日休息")) == (
        "工资：原来计天，每天350元，改为计天，每天380元",
        "期限：原来从2026年11月23日到2027年5月22日，改为从2026年11月23日到2027年11月18日",
        "工种：原来钢筋工，改为混凝土工",
        "补充：每周日休息",
    )


def test_an_end_names_its_day() -> None:
    assert told(Changes(), END) == ("合同到2026年11月23日终止",)


@pytest.mark.parametrize("kind", [CHANGE, SUPPLEMENT])
def test_an_amendment_that_changes_nothing_is_refused(kind: AmendmentKind) -> None:
    with pytest.raises(errors.PeriodWrong, match="至少填写一项"):
        told(Changes(), kind)


@pytest.mark.parametrize(
    "last", [TODAY, TODAY - timedelta(days=1), TODAY + timedelta(days=365 * 5 + 1), date.max, date.min]
)
def test_a_new_last_day_lies_ahead_and_within_five_years(last: date) -> None:
    with pytest.raises(errors.PeriodWrong):
        told(Changes(period_end=last))


def test_work_until_a_task_is_done_has_no_last_day() -> None:
    with pytest.raises(errors.PeriodWrong, match="工作任务"):
        told(Changes(period_end=TODAY + timedelta(days=9)), one=in_force(period=TASK))


def test_an_unknown_trade_is_refused() -> None:
    with pytest.raises(errors.TradeNotOffered):
        told(Changes(trade_code="999"))


@pytest.mark.parametrize("code", sorted(code for code, trade in TRADES.items() if trade.certificate))
def test_nobody_becomes_a_special_worker_by_amendment(code: str) -> None:
    with pytest.raises(errors.TradeNotOffered, match="重新登记"):
        told(Changes(trade_code=code))


@pytest.mark.parametrize("effective", [-31, 367])
def test_an_amendment_takes_effect_near_today(effective: int) -> None:
    with pytest.raises(errors.PeriodWrong, match="生效日期"):
        amending.differences(in_force(), END, Changes(), days(effective))


def test_an_end_lies_within_the_contract() -> None:
    with pytest.raises(errors.PeriodWrong, match="合同期限之内"):
        amending.differences(in_force(), END, Changes(), days(181))
    assert amending.differences(in_force(), END, Changes(), days(180))
    assert amending.differences(in_force(period=TASK), END, Changes(), days(300))


def test_only_a_contract_in_force_is_amended() -> None:
    amending.check_open(in_force())
    for state in set(ContractState) - {ContractState.SEALED}:
        with pytest.raises(errors.WrongState, match=state.label):
            amending.check_open(in_force(state=state))


def test_one_amendment_at_a_time() -> None:
    with pytest.raises(errors.AmendmentOpen):
        amending.check_open(in_force(open_amendment="a1"))


@pytest.mark.parametrize("by_worker", [True, False])
@pytest.mark.parametrize("state", AmendmentState)
def test_the_worker_answers_proposals_and_the_employer_requests(
    state: AmendmentState, by_worker: bool
) -> None:
    whose = {AmendmentState.PROPOSED: True, AmendmentState.REQUESTED: False}
    if whose.get(state) is by_worker:
        amending.answerable(amendment(state=state), by_worker)
    else:
        with pytest.raises(errors.WrongState, match=state.label):
            amending.answerable(amendment(state=state), by_worker)


def test_what_was_agreed_holds_and_the_rest_stays() -> None:
    before = in_force(open_amendment="a1")
    after = applied(before, pay=MORE)
    assert (after.pay, after.open_amendment) == (MORE, None)
    assert (after.period, after.trade, after.state) == (before.period, before.trade, before.state)


@given(
    pay=st.none() | st.just(MORE),
    end=st.none() | st.dates(TODAY + timedelta(days=1), TODAY + timedelta(days=900)),
    trade=st.none()
    | st.sampled_from([code for code, trade in sorted(TRADES.items()) if not trade.certificate]),
)
def test_only_what_is_named_in_the_differences_changes(
    pay: Pay | None, end: date | None, trade: str | None
) -> None:
    before = in_force(open_amendment="a1")
    after = applied(before, pay=pay, period_end=end, trade_code=trade)
    assert after.pay == (pay or before.pay)
    assert after.period.end == (end or before.period.end)
    assert after.trade.code == (trade or before.trade.code)
    if pay or end or trade:
        assert len(told(Changes(pay, end, trade))) == sum(map(bool, (pay, end, trade)))


def test_an_end_for_today_or_before_ends_the_contract_now() -> None:
    for effective in (0, -5):
        ended = applied(in_force(open_amendment="a1"), END, effective)
        assert (ended.state, ended.milestones.closed_at) == (ContractState.ENDED, NOON)


def test_an_end_for_a_later_day_makes_that_day_the_last() -> None:
    for before in (in_force(open_amendment="a1"), in_force(period=TASK, open_amendment="a1")):
        after = applied(before, END, 10)
        assert after.state is ContractState.SEALED
        assert after.period == Period(PeriodKind.FIXED, TODAY, TODAY + timedelta(days=10))
        assert after.open_amendment is None


def test_an_amendment_sealed_after_the_contract_closed_changes_nothing() -> None:
    expired = in_force(state=ContractState.EXPIRED, open_amendment="a1")
    assert applied(expired, END).state is ContractState.EXPIRED
    assert applied(expired, pay=MORE).pay == contract().pay
