"""The language of conditions: what is written is what is decided, in three values, and nothing breaks the reader."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mashangban.domains.policies.rules.conditions.checking import check
from mashangban.domains.policies.rules.conditions.columns import Crowd
from mashangban.domains.policies.rules.conditions.deciding import Look, decide
from mashangban.domains.policies.rules.conditions.parsing import parse
from mashangban.domains.policies.rules.conditions.reading import KEYWORDS, Unreadable
from mashangban.domains.policies.rules.conditions.tree import (
    Both,
    Condition,
    Either,
    Not,
    Quantified,
    facts_of,
    settle,
)
from mashangban.domains.policies.rules.conditions.wording import Words
from mashangban.domains.policies.terms import MOST_NODES, Answer
from tests.policies import reference
from tests.policies.declared import CATALOGUE, TODAY
from tests.policies.drawing import PROFILES, conditions, written


def says(text: str, **profile: Any) -> Answer:
    """What a condition says of an enterprise; facts are named with __ for the point."""
    condition = parse(text)
    check(condition, CATALOGUE)
    return decide(condition, Look({name.replace("__", "."): value for name, value in profile.items()}, TODAY))


def read_or_refused(text: str) -> Condition | Unreadable:
    try:
        condition = parse(text)
        check(condition, CATALOGUE)
    except Unreadable as refused:
        return refused
    return condition


def refusal(text: str) -> tuple[str, str]:
    """Why a text is refused and the part of it that is meant."""
    with pytest.raises(Unreadable) as found:
        check(parse(text), CATALOGUE)
    span = found.value.span
    return found.value.why, text[span.start : span.end]


def test_money_is_compared_to_the_fen() -> None:
    assert says("tax.revenue >= 500万元", tax__revenue=500_000_000) is Answer.YES
    assert says("tax.revenue >= 500万元", tax__revenue=499_999_999) is Answer.NO
    assert says("tax.revenue = 12.34元", tax__revenue=1234) is Answer.YES


def test_a_share_of_money_is_exact() -> None:
    assert says("rd.spend >= 3% * tax.revenue", rd__spend=3, tax__revenue=100) is Answer.YES
    assert says("rd.spend >= 3% * tax.revenue", rd__spend=3, tax__revenue=101) is Answer.NO


def test_what_is_not_known_is_neither_yes_nor_no() -> None:
    assert says("tax.revenue >= 500万元") is Answer.UNKNOWN
    assert says("not tax.revenue >= 500万元") is Answer.UNKNOWN
    assert says("science.high_tech and tax.revenue >= 1元", science__high_tech=False) is Answer.NO
    assert says("science.high_tech or tax.revenue >= 1元", science__high_tech=True) is Answer.YES
    assert says("tax.revenue between 1元 and 2元 or not tax.revenue between 1元 and 2元") is Answer.UNKNOWN


def test_days_move_by_working_days_and_by_years() -> None:
    # 1 to 7 October 2026 are off; the make-up day is the 10th.
    start = dt.date(2026, 9, 30)
    assert says("market.permit_until + 1 workdays = 2026-10-08", market__permit_until=start) is Answer.YES
    assert says("market.permit_until = 2026-10-08 - 1 workdays", market__permit_until=start) is Answer.YES
    assert says("workdays(2026-09-30, 2026-10-10) = 3") is Answer.YES
    three_years = dt.date(2023, 11, 26)
    assert says("market.founded <= today - 3 years", market__founded=three_years) is Answer.YES
    assert (
        says("market.founded <= today - 3 years", market__founded=three_years + dt.timedelta(1)) is Answer.NO
    )


def test_a_day_beyond_the_calendar_is_not_known() -> None:
    assert says("2026-01-01 + 100 years + 100 workdays >= today") is Answer.UNKNOWN
    assert says("9999-12-31 + 100 years >= today") is Answer.UNKNOWN


PATENTS = (
    {"kind": "发明", "granted": dt.date(2025, 1, 1), "value": 5_000_000},
    {"kind": "发明", "granted": dt.date(2010, 1, 1), "value": 1_000_000},
    {"kind": "实用新型", "granted": dt.date(2026, 1, 1), "value": None},
)
RECENT = "count(ip.patents where .kind = '发明' and .granted >= today - 5 years)"


def test_repeated_facts_are_counted_summed_and_looked_through() -> None:
    assert says(f"{RECENT} >= 1", ip__patents=PATENTS) is Answer.YES
    assert says(f"{RECENT} >= 2", ip__patents=PATENTS) is Answer.NO
    assert says("sum(ip.patents.value where .kind = '发明') = 6万元", ip__patents=PATENTS) is Answer.YES
    assert says("max(ip.patents.value where .kind = '发明') = 5万元", ip__patents=PATENTS) is Answer.YES
    assert says("any(ip.patents where .granted > 2025-12-31)", ip__patents=PATENTS) is Answer.YES
    assert says("all(ip.patents where .granted > 2025-12-31)", ip__patents=PATENTS) is Answer.NO


def test_a_record_with_a_hole_makes_the_sum_not_known_but_not_the_count() -> None:
    assert says("sum(ip.patents.value) > 0元", ip__patents=PATENTS) is Answer.UNKNOWN
    assert says("count(ip.patents) = 3", ip__patents=PATENTS) is Answer.YES
    assert says("any(ip.patents where .value > 3万元)", ip__patents=PATENTS) is Answer.YES
    assert says("all(ip.patents where .value > 0元)", ip__patents=PATENTS) is Answer.UNKNOWN


def test_none_of_something_is_a_count_of_nothing_and_no_maximum() -> None:
    assert says("count(ip.patents) = 0", ip__patents=()) is Answer.YES
    assert says("sum(ip.patents.value) = 0元", ip__patents=()) is Answer.YES
    assert says("max(ip.patents.value) > 0元", ip__patents=()) is Answer.UNKNOWN
    assert says("count(ip.patents) = 0") is Answer.UNKNOWN


def test_and_binds_closer_than_or_and_not_closest() -> None:
    text = "science.high_tech or credit.listed and not science.high_tech"
    assert says(text, science__high_tech=True, credit__listed=False) is Answer.YES
    assert says("(staff.count + 1) * 2 >= 8", staff__count=3) is Answer.YES
    assert says("(staff.count >= 3) and (staff.count) >= 3", staff__count=3) is Answer.YES


INNER = "any(ip.patents where .owned)"


@pytest.mark.parametrize(
    ("text", "why", "part"),
    [
        ("tax.profit > 1元", "没有登记指标 tax.profit", "tax.profit"),
        ("tax.revenue > 5", "金额不能和数字比较", "5"),
        ("market.founded > 5天", "看不懂这里的“天”", "天"),
        ("market.size = '巨型'", "没有“巨型”这个选项，可以用：微型、小型、中型、大型", "'巨型'"),
        ("market.size > '小型'", "选项不能比大小", "market.size"),
        ("staff.count", "这里只能是“是或否”的指标，其他的要写明怎样比较", "staff.count"),
        ("tax.revenue * rd.spend > 1元", "金额不能乘金额", "tax.revenue * rd.spend"),
        ("staff.count + tax.revenue > 1元", "数字不能和金额相加减", "staff.count + tax.revenue"),
        ("count(tax.revenue) > 1", "“上年营业收入”不是多条记录", "count(tax.revenue)"),
        ("any(ip.patents where .colour = '红')", "“专利”没有字段 colour", ".colour"),
        (".kind = '发明'", "字段只能写在 where 里", ".kind"),
        ("sum(ip.patents) > 1元", "sum 要写明用哪个字段", "sum(ip.patents)"),
        ("sum(ip.patents.kind) > 1元", "选项不能用 sum", "sum(ip.patents.kind)"),
        (
            "any(ip.patents where any(ip.patents where .owned))",
            "where 里不能再套多条记录",
            "any(ip.patents where .owned)",
        ),
        ("market.region starts 33", "starts 后面要写代码的开头几位", "33"),
        ("staff.count >= 3 staff.count", "这里多了“staff.count”，前面是不是少了 and 或 or", "staff.count"),
        ("staff.count between 1 or 3", "between 要写成“between 起 and 止”", "or"),
        ("market.founded > 2026-02-30", "没有 2026-02-30 这一天", "2026-02-30"),
        ("market.size = '小型", "这里的引号没有收尾", "'小型"),
        ("tax.revenue > 1.001元", "金额最细到分", "1.001元"),
        ("revenue > 1元", "“revenue”不是指标代码，也不是条件里的词", "revenue"),
        ("market.founded > today - 9999 years", "最多 100 years", "9999"),
        ("", "这里要写指标、数值或函数，不能是“空白”", ""),
        ("(staff.count > 1", "这里少了“)”", ""),
    ],
)
def test_a_mistake_is_named_at_its_place(text: str, why: str, part: str) -> None:
    assert refusal(text) == (why, part)


def test_what_is_too_large_or_too_deep_is_refused() -> None:
    assert "太大" in refusal(" and ".join(["staff.count > 1"] * MOST_NODES))[0]
    assert "太深" in refusal("(" * 50 + "staff.count > 1" + ")" * 50)[0]
    assert "太深" in refusal("not " * 50 + "science.high_tech")[0]
    assert "太长" in refusal(" " * 5_000)[0]
    assert "最多 12 步" in refusal("staff.count" + " + 1" * 40 + " > 1")[0]


@settings(max_examples=100)
@given(conditions())
def test_what_is_written_is_read_back_as_the_same_condition(condition: Condition) -> None:
    found = read_or_refused(written(condition))
    if isinstance(found, Unreadable):
        assert any(word in found.why for word in ("太大", "太深", "太长"))
    else:
        assert settle(found) == settle(condition)


@settings(max_examples=200)
@given(conditions(), PROFILES)
def test_the_answer_is_that_of_an_evaluator_written_apart(
    condition: Condition, profile: dict[str, Any]
) -> None:
    expected = reference.answer(condition, profile, TODAY)
    assert decide(condition, Look(profile, TODAY)) is expected
    assert decide(settle(condition), Look(profile, TODAY)) is expected


@settings(max_examples=100)
@given(st.lists(conditions(), min_size=1, max_size=4), st.lists(PROFILES, min_size=1, max_size=20))
def test_a_crowd_gets_the_answers_of_one_by_one(
    many: list[Condition], profiles: list[dict[str, Any]]
) -> None:
    facts = {one.code: [profile.get(one.code) for profile in profiles] for one in CATALOGUE}
    crowd = Crowd(facts, len(profiles), TODAY)
    for condition in many:
        verdict = crowd.decide(condition)
        one_by_one = [decide(condition, Look(profile, TODAY)) for profile in profiles]
        assert [verdict.of(slot) for slot in range(len(profiles))] == one_by_one


@given(conditions(), PROFILES, PROFILES)
def test_more_knowledge_never_turns_an_answer_round(
    condition: Condition, known: dict[str, Any], more: dict[str, Any]
) -> None:
    """What is decided stays decided when facts that were not known become known."""
    before = decide(condition, Look(known, TODAY))
    learnt = {**more, **{code: value for code, value in known.items() if value is not None}}
    if before is not Answer.UNKNOWN:
        assert decide(condition, Look(learnt, TODAY)) is before


def clauses_of(node: Condition) -> Iterator[Condition]:
    """A condition and those it is made of; what is counted within a value settles itself when it is worded."""
    yield node
    inner = (
        node.parts
        if isinstance(node, Both | Either)
        else (node.where,)
        if isinstance(node, Quantified)
        else ()
    )
    for part in inner:
        yield from clauses_of(part)


@given(conditions())
def test_every_condition_has_words_without_codes(condition: Condition) -> None:
    words = Words(CATALOGUE).of(condition)
    assert words
    assert not [code for code in facts_of(condition) if code in words]
    assert not any(isinstance(part, Not) for part in clauses_of(settle(condition)))


PIECES = st.one_of(
    st.sampled_from(sorted(KEYWORDS)),
    st.sampled_from(
        ["(", ")", "[", "]", ",", ".", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "'", "万", "１", "\0"]
    ),
    st.sampled_from(
        ["tax.revenue", "staff.count", "ip.patents", ".kind", ".value", "5", "3%", "5万元", "'小型'"]
    ),
    st.sampled_from(["2026-01-31", "2026-13-01", "science.high_tech", "market.founded"]),
)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map(" ".join)))
def test_no_text_breaks_the_reader_and_each_refusal_has_a_place(text: str) -> None:
    found = read_or_refused(text)
    if isinstance(found, Unreadable):
        assert 0 <= found.span.start <= found.span.end <= len(text)
    else:
        assert decide(found, Look({}, TODAY)) in set(Answer)
        assert Words(CATALOGUE).of(found)
