"""The contract in words: every necessary clause is there, and nothing is left open."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.workers.rules import wording
from mashangban.domains.workers.rules.contract import Certificate, Period
from mashangban.domains.workers.terms import TRADES, PeriodKind
from mashangban.employment.rules import Named, Pay
from mashangban.employment.terms import PayBasis
from tests.workers.samples import TODAY, contract

OPEN_ENDS = re.compile(r"None|\{|\}|__|XX|XXX|待定|TODO|<|>")


def told(**changes: object) -> str:
    return "\n".join(f"{part.heading}：{part.text}" for part in wording.plain(contract(**changes)))


def test_the_plain_text_tells_every_item_the_law_asks_for() -> None:
    """劳动合同法 Art. 17: parties, period, work and place, hours and rest, pay, insurance, protection."""
    text = told()
    for item in (
        "杭州样例劳务有限公司",
        "钢筋一班",
        "西溪人才公寓",
        "文一西路 1 号",
        "钢筋工",
        "2026年11月23日",
        "2027年5月22日",
        "8小时",
        "休息1日",
        "每天350元",
        "每月15日",
        "自己的银行卡",
        "工伤保险",
        "劳动防护用品",
        "仲裁",
    ):
        assert item in text, item


def test_the_clauses_are_all_filled() -> None:
    terms = wording.terms_of(contract())
    assert terms.workplace == "西湖区文一西路 1 号（西溪人才公寓）"
    assert all((terms.content, terms.hours, terms.rest, terms.protection, terms.liability, terms.dispute))
    assert (terms.period, terms.pay) == (contract().period, contract().pay)


@given(
    trade=st.sampled_from(sorted(TRADES)),
    basis=st.sampled_from(PayBasis),
    fen=st.integers(1, 100_000_000),
    day=st.integers(1, 28),
    end=st.none() | st.dates(date(2026, 12, 1), date(2031, 1, 1)),
    insurance=st.lists(st.sampled_from(["工伤保险", "意外险"]), max_size=3),
    certified=st.booleans(),
)
def test_no_contract_leaves_a_placeholder(
    trade: str,
    basis: PayBasis,
    fen: int,
    day: int,
    end: date | None,
    insurance: list[str],
    certified: bool,
) -> None:
    period = Period(PeriodKind.FIXED if end else PeriodKind.TASK, TODAY, end)
    certificate = Certificate("浙A012026000123", date(2027, 1, 1)) if certified else None
    pay = Pay(basis, fen, "天", day)
    text = told(
        trade=TRADES[trade], pay=pay, period=period, insurance=tuple(insurance), certificate=certificate
    )
    assert not OPEN_ENDS.search(text), text
    assert ("特种作业证编号" in text) is certified


def test_headings_are_read_aloud_in_the_order_a_worker_asks() -> None:
    headings = [part.heading for part in wording.plain(contract())]
    assert headings == [
        "跟谁签",
        "在哪干活",
        "干什么活",
        "干多久",
        "工资怎么算",
        "什么时候发",
        "工作和休息",
        "保险和防护",
        "进场安全培训",
        "有争议怎么办",
    ]


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        (Pay(PayBasis.DAILY, 35000, "天", 15), "计天，每天350元"),
        (Pay(PayBasis.HOURLY, 4550, "小时", 15), "计时，每小时45.50元"),
        (Pay(PayBasis.MONTHLY, 900000, "月", 15), "包月，每月9,000元"),
        (Pay(PayBasis.PIECE, 1200, "平方米", 15), "计量，每平方米12元"),
        (Pay(PayBasis.QUOTA, 1, "件", 15), "定额，每件0.01元"),
    ],
)
def test_pay_is_told_as_people_say_it(pay: Pay, words: str) -> None:
    assert wording.pay_words(pay) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(PeriodKind.FIXED, TODAY, date(2027, 1, 5)), "从2026年11月23日到2027年1月5日"),
        (Period(PeriodKind.TASK, TODAY, None), "从2026年11月23日开始，到这项活干完为止"),
    ],
)
def test_how_long_is_told_in_words(period: Period, words: str) -> None:
    assert wording.period_words(period) == words


def test_a_party_is_named_as_it_was_when_the_contract_was_offered() -> None:
    assert "新名字有限公司" in told(employer=Named("e1", "新名字有限公司"))
