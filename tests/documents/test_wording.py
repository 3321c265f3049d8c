"""Sums, dates and clauses as a contract says them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.documents.rendering.wording import amounts, contract, poster, supplement
from tests.documents import samples


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (35000, "叁佰伍拾元整"),
        (1, "壹分"),
        (10, "壹角整"),
        (105, "壹元零伍分"),
        (110, "壹元壹角整"),
        (100_00, "壹佰元整"),
        (100_500_00, "壹拾万零伍佰元整"),
        (1_000_000_00, "壹佰万元整"),
        (10_010_01, "壹万零壹拾元零壹分"),
        (123_456_78, "壹拾贰万叁仟肆佰伍拾陆元柒角捌分"),
        (100_000_001_00, "壹亿零壹元整"),
        (20_000_03, "贰万元零叁分"),
        (1_0000_5000_00, "壹亿零伍仟元整"),
        (1_000_0500_00, "壹仟万零伍佰元整"),
    ],
)
def test_a_sum_is_written_out_as_banks_do(fen: int, words: str) -> None:
    assert amounts.capitals(fen) == words


def test_nothing_and_less_than_nothing_are_no_wage() -> None:
    for fen in (0, -5):
        with pytest.raises(ValueError, match="positive"):
            amounts.capitals(fen)


@given(st.integers(1, 10**13))
def test_written_sums_never_repeat_a_zero_and_end_properly(fen: int) -> None:
    words = amounts.capitals(fen)
    assert "零零" not in words
    assert words.endswith(("整", "分"))
    assert not words.startswith("零")


def test_a_day_is_printed_without_leading_zeros() -> None:
    assert amounts.day("2026-03-01") == "2026年3月1日"
    with pytest.raises(ValueError, match="month"):
        amounts.day("2026-13-01")


def test_every_item_of_article_17_is_in_the_contract() -> None:
    printed = contract.labour_contract(samples.CONTRACT)
    text = str(printed)
    for item in (
        "杭州某某建筑劳务有限公司",
        "陈志强",
        "11010519491231002X",
        "2027年6月30日",
        "工作地点",
        "每日工作不超过八小时",
        "叁佰伍拾元整",
        "工伤保险",
        "劳动防护用品",
        "劳动仲裁",
    ):
        assert item in text
    assert "____" not in text


def test_a_worker_without_address_reads_where_it_is_recorded() -> None:
    rows = contract.worker_rows({"name": "王五", "id_number": "11010519491231002X"})
    assert ["住址", "以实名登记信息为准"] in rows


def test_a_task_contract_names_the_task_instead_of_an_end() -> None:
    words = contract.period_words({"kind": "task", "start": "2026-11-24", "task": "主体结构封顶"})
    assert "至主体结构封顶时止" in words


def test_a_fixed_period_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="end"):
        contract.period_words({"kind": "fixed", "start": "2026-11-24"})


def test_a_change_shows_before_and_after() -> None:
    printed = supplement.contract_supplement(samples.SUPPLEMENT)
    assert printed["title"] == "劳动合同变更协议"
    assert printed["changes"][1] == {"label": "劳动报酬", "before": "每天 350.00元", "after": "每天 380.00元"}


def test_the_notice_board_has_every_item_of_article_34() -> None:
    text = str(poster.site_poster(samples.POSTER))
    for party in ("建设单位", "施工总承包单位", "项目部", "分包单位", "行业主管部门", "孙丽"):
        assert party in text
    for item in ("2,490元/月", "每月 15 日", "12333", "仲裁", "12348"):
        assert item in text


def test_a_term_written_without_full_stop_gets_one() -> None:
    printed = contract.labour_contract(
        {**samples.CONTRACT, "rest": "每周至少休息 1 日", "hours": "每日 8 小时。"}
    )
    paragraphs = printed["clauses"][2]["paragraphs"]
    assert paragraphs == ["每日 8 小时。", "每周至少休息 1 日。"]
