"""Why and why not: each clause with its facts, where they come from, and what would change the answer."""

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.policies.rules.conditions.deciding import Look, decide
from mashangban.domains.policies.rules.conditions.explaining import Explained, aim, explain
from mashangban.domains.policies.rules.conditions.facts import Known
from mashangban.domains.policies.rules.conditions.parsing import parse
from mashangban.domains.policies.rules.conditions.tree import Compare
from mashangban.domains.policies.terms import Answer, Operator
from tests.policies.declared import CATALOGUE, TODAY

STATED = dt.date(2026, 6, 30)


def told(text: str, **facts: Any) -> Explained:
    """The only clause of a condition, explained."""
    (found,) = explained(text, **facts)
    return found


def explained(text: str, **facts: Any) -> tuple[Explained, ...]:
    known = {name.replace("__", "."): Known(value, STATED) for name, value in facts.items()}
    return explain(parse(text), known, TODAY, CATALOGUE)


def test_each_clause_is_told_with_its_fact_its_department_and_its_date() -> None:
    clauses = explained("science.high_tech and tax.revenue >= 500万元", science__high_tech=True)
    assert [one.words for one in clauses] == ["高新技术企业：是", "上年营业收入不少于500万元"]
    assert [one.answer for one in clauses] == [Answer.YES, Answer.UNKNOWN]
    (used,) = clauses[0].used
    assert (used.name, used.words, used.department.label, used.stated_on) == (
        "高新技术企业",
        "是",
        "科学技术局",
        STATED,
    )


def test_what_is_missing_is_named_with_who_can_give_it() -> None:
    assert told("tax.revenue >= 500万元").change == "还缺上年营业收入（由税务局提供）"


def test_a_fact_that_has_run_out_is_missing_and_says_since_when() -> None:
    known = {"science.high_tech": Known(True, STATED, valid_until=dt.date(2026, 11, 25))}
    (found,) = explain(parse("science.high_tech"), known, TODAY, CATALOGUE)
    assert found.answer is Answer.UNKNOWN
    assert found.change == "还缺高新技术企业（由科学技术局提供，有效期到2026年11月25日，已过）"


def test_a_no_says_how_much_is_missing() -> None:
    found = told("tax.revenue >= 500万元", tax__revenue=380_000_000)
    assert (found.answer, found.change) == (Answer.NO, "上年营业收入不少于500万元才符合，现在差120万元")
    assert told("staff.count < 300", staff__count=320).change == "职工人数少于300人才符合，现在差20人"
    assert told("300 > staff.count", staff__count=320).change == "职工人数少于300人才符合，现在差20人"


def test_a_no_that_time_heals_says_from_which_day() -> None:
    found = told("market.founded <= today - 3 years", market__founded=dt.date(2024, 1, 5))
    assert (found.answer, found.change) == (Answer.NO, "到2027年1月5日就符合")


def test_a_no_that_time_does_not_heal_says_what_is_needed() -> None:
    found = told("market.permit_until >= today + 30 days", market__permit_until=dt.date(2026, 12, 1))
    assert found.change == "许可有效期止不早于2026年12月26日才符合"
    assert (
        told("market.size in ['微型', '小型']", market__size="大型").change
        == "需要企业规模是“微型”、“小型”之一"
    )
    assert told("not credit.listed", credit__listed=True).change == "需要列入严重失信名单：否"
    assert told("market.region starts '3301'", market__region="330201").change == "需要注册地区代码以3301开头"


def test_alternatives_are_told_one_by_one() -> None:
    found = told("science.high_tech or staff.doctors >= 2", science__high_tech=False, staff__doctors=1)
    assert (found.words, found.change) == ("高新技术企业：是，或者博士人数不少于2人", "下面有一项符合就可以")
    assert [one.answer for one in found.parts] == [Answer.NO, Answer.NO]
    assert found.parts[1].change == "博士人数不少于2人才符合，现在差1人"


def test_records_with_holes_are_asked_for() -> None:
    rows = ({"kind": "发明", "value": None},)
    found = told("sum(ip.patents.value where .kind = '发明') >= 1万元", ip__patents=rows)
    assert found.words == "专利（类型是“发明”）的评估价值合计不少于1万元"
    assert found.change == "专利（由科学技术局提供）还没有写全"


@given(st.sampled_from(list(Operator)), st.integers(0, 1_000), st.integers(0, 1_000), st.booleans())
def test_the_least_change_that_is_named_turns_the_answer_and_less_does_not(
    operator: Operator, value: int, bound: int, turned: bool
) -> None:
    text = (
        f"{bound} {operator.mirrored.value} staff.count"
        if turned
        else f"staff.count {operator.value} {bound}"
    )
    clause = parse(text)
    assert isinstance(clause, Compare)
    assert aim(clause, Look({}, TODAY)) == ("staff.count", operator, bound)
    answer = decide(clause, Look({"staff.count": value}, TODAY))
    if answer is Answer.NO and operator in (Operator.AT_LEAST, Operator.AT_MOST):
        toward = 1 if operator is Operator.AT_LEAST else -1
        assert decide(clause, Look({"staff.count": bound}, TODAY)) is Answer.YES
        assert decide(clause, Look({"staff.count": bound - toward}, TODAY)) is Answer.NO
