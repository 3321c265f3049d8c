"""Boards and budget lines on screen: what claims count, how money moved, who opened and raised a line."""

import datetime as dt
from dataclasses import replace

import pytest

from mashangban.domains.claims import events
from mashangban.domains.claims.rules import tally
from mashangban.domains.claims.rules.claim import Claim, Terms
from mashangban.domains.claims.rules.tally import Sort
from mashangban.domains.claims.service import tallying
from mashangban.domains.claims.terms import ClaimState, CreditRule, Mode
from mashangban.kernel.errors import NotFound
from tests.claims.conftest import Hall, known
from tests.claims.test_desk_console import page_with
from tests.policies.conftest import COUNTY
from tests.registry.conftest import officer
from tests.workers.office import Office, office_of

TEN_WAN = 10_000_000
LINES, KEEPING, BOARD = "/console/claims/budgets", "/console/claiming/budgets", "/console/claims/board"
MONDAY = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
TERMS = Terms(
    "p1", 1, "研发奖励", Mode.ORDINARY, COUNTY, "科学技术局", "0571-1", 5, 5, CreditRule.NONE, "", "2026", None, 0, ()
)  # fmt: skip
CLAIM = Claim("c1", "SB1", "e1", "样例企业", TERMS, ClaimState.SUBMITTED, MONDAY, MONDAY, amount_fen=500)
SORT = Sort("330106", "软件", "小型")


def at(hours: int) -> dt.datetime:
    return MONDAY + dt.timedelta(hours=hours)


def test_a_claim_that_is_under_way_counts_how_far_it_came_and_no_money() -> None:
    counted = tally.counted(CLAIM, {events.OFFERED: at(0), events.SUBMITTED: at(1)}, SORT)
    assert counted == {"reached.offered": 1, "reached.claimed": 1}
    refused = tally.counted(replace(CLAIM, state=ClaimState.REFUSED), {events.SUBMITTED: at(1)}, SORT)
    assert refused == {"reached.claimed": 1, "reached.refused": 1}


def test_a_paid_claim_counts_its_money_by_place_industry_and_size_and_the_time_of_each_step() -> None:
    last = {
        events.SUBMITTED: at(0),
        events.ACCEPTED: at(2),
        events.PASSED: at(12),
        events.PUBLICITY_ENDED: at(112),
        events.APPROVED: at(113),
        events.PAID: at(120),
    }
    counted = tally.counted(replace(CLAIM, state=ClaimState.PAID), last, SORT)
    money = {name: step for name, step in counted.items() if step == 500}
    assert money == {"fen.paid": 500, "place.330106": 500, "industry.软件": 500, "size.小型": 500}
    hours = {name[8:]: step // 60 for name, step in counted.items() if name.startswith("minutes.")}
    assert hours == {"accept": 2, "review": 10, "publicity": 100, "decide": 1, "pay": 7, "whole": 120}
    recovered = tally.counted(replace(CLAIM, state=ClaimState.RECOVERED), last, SORT)
    assert (recovered["fen.recovered"], "place.330106" in recovered) == (500, False)


def test_a_claim_counts_on_the_boards_of_its_region_and_above_by_the_part_below() -> None:
    assert tally.regions_of("330106") == ("33", "3301", "330106")
    assert tally.seen_from("33", {"place.330106": 5, "fen.paid": 5}) == {"place.3301": 5, "fen.paid": 5}
    assert tally.seen_from("330106", {"place.330106": 5}) == {"place.330106": 5}


@pytest.fixture
def desk(hall: Hall) -> Office:
    return office_of(known(officer(COUNTY)))


def test_an_office_opens_a_line_and_raises_it_within_what_the_policy_says(hall: Hall, desk: Office) -> None:
    policy = hall.policy()
    where = f"{KEEPING}/{policy}"
    assert where in page_with(desk, f"{KEEPING}?region={COUNTY}", where)
    for wrong, told in (("", "预算"), ("一百万", "写成元"), ("99,999,999", "超过了政策写明的总额度")):
        refused = desk.act(desk.get(where), where, total=wrong)
        assert (refused.status, told in refused.html) in ((422, True), (409, True))
    opened = desk.act(desk.get(where), where, total="100,000")
    assert opened.location == f"{LINES}/{policy}"
    lower = desk.act(desk.get(where), where, total="99,999.99")
    assert "预算额度只能追加，不能调低" in lower.html
    desk.act(desk.get(where), where, total="150000")
    line, confirming = f"{LINES}/{policy}", f"{where}/confirmation"
    assert "等另一位同事确认" in desk.get(line).html
    assert 'data-opens="confirm"' not in desk.get(line).html
    desk.act(desk.get(where), confirming, total_fen=15_000_000)
    assert "100,000" in desk.get(line).html
    second = office_of(known(officer(COUNTY)))
    second.act(second.get(line), confirming, total_fen=15_000_000)
    shown = desk.get(line).html
    assert shown.index("两人同意，追加预算，共 150,000元") > shown.index("登记预算，共 100,000元") > 0
    elsewhere = office_of(known(officer("330105")))
    assert {elsewhere.get(f"{LINES}/{policy}").status, elsewhere.get(where).status} == {404}


def test_what_is_approved_shows_on_its_line_and_on_the_board_of_its_policy(hall: Hall, desk: Office) -> None:
    policy, firm = hall.policy(3 * TEN_WAN, mode="at_once"), hall.firm()
    claim = hall.submitted(firm, policy)
    hall.pump.run()
    shown = desk.get(f"{LINES}/{policy}").html
    assert f'href="/console/claims/claims/{claim}"' in shown
    assert "批准，留出预算" in shown
    board = tallying.of_policy(hall.approver, policy)
    assert [one.value for one in board.reached] == [0, 1, 1, 0, 0]
    assert [one.value for one in board.purses] == [TEN_WAN, 0, 0]
    tallying.count(claim)
    assert tallying.of_policy(hall.approver, policy) == board
    assert "兑现情况" in desk.get(f"{BOARD}/policies/{policy}").html
    assert "看政策预算" in desk.get(f"{BOARD}?region={COUNTY}").html
    with pytest.raises(NotFound):
        tallying.of_policy(officer("330105"), policy)
