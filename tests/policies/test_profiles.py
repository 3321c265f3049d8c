"""An enterprise's facts, and the policies it meets."""

import datetime as dt
from typing import Any

import pytest

from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.service import matching
from mashangban.kernel import clock, history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal, Role
from tests.budgets import over
from tests.policies.conftest import COUNTY, Bureau, call
from tests.registry.conftest import officer, person
from tests.workers.test_capacity import units


@pytest.fixture
def firm(bureau: Bureau) -> str:
    return bureau.enterprise()


@pytest.fixture
def office(firm: str) -> Principal:
    return person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))


def facts(who: Principal, firm: str) -> dict[str, dict[str, Any]]:
    status, answer = call(who, "GET", f"/profiles/{firm}/facts")
    assert status == 200, answer
    return {one["name"]: one for one in answer["items"]}


def gained(firm: str) -> list[list[str]]:
    """Of which policies the office was told, occasion by occasion."""
    told = history.of(TABLE, Subject("policymatch", firm))
    return [event.data["met"] for event in told if event.data["met"]]


def test_a_fact_is_shown_with_its_department_its_day_and_its_record(
    bureau: Bureau, firm: str, office: Principal
) -> None:
    assert bureau.state(firm, revenue=600_000_000, tech=True)[0] == 200
    shown = facts(office, firm)["上年营业收入"]
    assert (shown["words"], shown["department_label"], shown["source"]) == ("600万元", "税务局", "年度申报")
    assert facts(bureau.officer, firm).keys() == {"上年营业收入", "高新技术企业"}


def test_a_newer_value_keeps_the_one_before(bureau: Bureau, firm: str, office: Principal) -> None:
    bureau.state(firm, staff=20)
    bureau.state(firm, staff="25.5")
    shown = facts(office, firm)["职工人数"]
    assert (shown["words"], [one["words"] for one in shown["earlier"]]) == ("25.5人", ["20人"])
    row = {"code": bureau.code("staff"), "value": 1, "stated_on": "2020-01-01", "source": "旧表"}
    status, answer = call(bureau.officer, "POST", f"/profiles/{firm}/facts", {"facts": [row]})
    assert (status, answer["code"]) == (409, "policies.fact.older")


def test_a_value_of_another_kind_is_refused_with_its_fact(bureau: Bureau, firm: str) -> None:
    status, answer = bureau.state(firm, revenue="很多", tech=1, nothing=3)
    assert (status, answer["code"]) == (422, "policies.fact.wrong")
    wrong = {one["field"]: one["message"] for one in answer["errors"]}
    assert wrong[bureau.code("revenue")] == "“上年营业收入”要写金额，按分计"
    assert wrong[bureau.code("nothing")] == f"没有登记指标 {bureau.code('nothing')}"
    assert bureau.code("tech") in wrong


def test_nobody_else_sees_or_states_an_enterprises_facts(
    bureau: Bureau, firm: str, office: Principal
) -> None:
    bureau.state(firm, staff=20)
    stranger = person((Role.ENTERPRISE_ADMIN, f"org:{bureau.enterprise()}"))
    assert call(stranger, "GET", f"/profiles/{firm}/facts")[0] == 404
    assert call(stranger, "GET", f"/profiles/{firm}/matches")[0] == 404
    assert call(officer("330105"), "GET", f"/profiles/{firm}/facts")[0] == 404
    row = {"code": bureau.code("staff"), "value": 9, "stated_on": "2026-01-01", "source": "自己写的"}
    assert call(office, "POST", f"/profiles/{firm}/facts", {"facts": [row]})[0] == 403
    assert call(officer("330105"), "POST", f"/profiles/{firm}/facts", {"facts": [row]})[0] == 404


def test_a_fact_that_only_its_department_may_use_is_hidden_from_other_offices(bureau: Bureau) -> None:
    firm = bureau.enterprise()
    bureau.declare("load", "用电量", "number", department="power", access="owner")
    bureau.state(firm, load=7)
    assert "用电量" in facts(person((Role.OPERATOR, f"org:{firm}")), firm)
    assert "用电量" not in facts(bureau.officer, firm)


def test_the_office_objects_and_the_department_corrects(bureau: Bureau, firm: str, office: Principal) -> None:
    bureau.state(firm, staff=20)
    path = f"/profiles/{firm}/facts/{bureau.code('staff')}"
    reason = {"reason": "实际参保 30 人，请核对"}
    assert call(office, "POST", f"{path}/dispute", reason)[0] == 200
    assert call(office, "POST", f"{path}/dispute", reason)[1]["code"] == "policies.fact.already-disputed"
    waiting = call(bureau.officer, "GET", f"/disputes?region={COUNTY}&limit=50")[1]["items"]
    (mine,) = [one["fact"] for one in waiting if one["enterprise_id"] == firm]
    assert mine["dispute"] == reason["reason"]
    today = clock.local_date(clock.now()).isoformat()
    right = {"value": 30, "stated_on": today, "source": "社保参保名单"}
    answer = {"words": "核对参保名单后更正", "correction": right}
    assert call(bureau.officer, "POST", f"{path}/answer", answer)[0] == 200
    shown = facts(office, firm)["职工人数"]
    assert (shown["words"], shown["answer"], shown["disputed_at"]) == ("30人", answer["words"], None)
    past = call(office, "GET", f"/profiles/{firm}/history")[1]["items"]
    assert sorted(one["label"] for one in past) == sorted(["写入企业数据", "企业提出异议", "部门答复异议"])
    after = call(bureau.officer, "GET", f"/disputes?region={COUNTY}&limit=50")[1]["items"]
    assert firm not in [one["enterprise_id"] for one in after]
    assert call(bureau.officer, "POST", f"{path}/answer", answer)[1]["code"] == "policies.fact.not-disputed"


def test_matches_follow_each_changed_fact_and_say_what_is_not_known(
    bureau: Bureau, firm: str, office: Principal
) -> None:
    policy_id = bureau.published(title=f"{bureau.word}随数据变")
    bureau.state(firm, tech=True)
    assert bureau.matches(office, firm, policy_id) == {policy_id: "unknown"}
    bureau.state(firm, revenue=500_000_000)
    assert bureau.matches(office, firm, policy_id) == {policy_id: "yes"}
    bureau.state(firm, revenue=499_999_999)
    assert bureau.matches(office, firm, policy_id) == {}


def test_matches_follow_a_policy_that_is_published_changed_or_withdrawn(
    bureau: Bureau, firm: str, office: Principal
) -> None:
    bureau.state(firm, tech=True, revenue=500_000_000)
    policy_id = bureau.published(title=f"{bureau.word}随政策变")
    assert bureau.matches(office, firm, policy_id) == {policy_id: "yes"}
    call(bureau.officer, "POST", f"/policies/{policy_id}/withdrawal", {"reason": "资金用完了"})
    bureau.pump.run()
    assert bureau.matches(office, firm, policy_id) == {}


def test_a_policy_of_another_city_does_not_reach_the_enterprise(
    bureau: Bureau, firm: str, office: Principal
) -> None:
    bureau.state(firm, tech=True, revenue=500_000_000)
    away = Bureau(bureau.pump, bureau.word + "y", officer("330203"))
    policy_id = away.published(region="330203", title=f"{away.word}外地")
    province = Bureau(bureau.pump, bureau.word + "z", bureau.province)
    everywhere = province.published(
        region="33",
        title=f"{province.word}全省",
        condition=bureau.text(),
        cases=bureau.form()["cases"],
        materials=[],
    )
    assert bureau.matches(office, firm, policy_id, everywhere) == {everywhere: "yes"}


def test_the_office_is_told_of_a_policy_once_however_often_it_is_met(bureau: Bureau, firm: str) -> None:
    policy_id = bureau.published(title=f"{bureau.word}只说一次")
    for revenue in (500_000_000, 1, 500_000_000):
        bureau.state(firm, tech=True, revenue=revenue)
    assert sum(policy_id in ids for ids in gained(firm)) == 1


def test_nothing_is_written_when_nothing_changed(bureau: Bureau, firm: str) -> None:
    bureau.published(title=f"{bureau.word}不变")
    bureau.state(firm, tech=True, revenue=500_000_000)
    before = len(list(history.of(TABLE, Subject("policymatch", firm))))
    bureau.state(firm, tech=True, revenue=500_000_001)
    assert len(list(history.of(TABLE, Subject("policymatch", firm)))) == before


def test_why_and_why_not_are_told_clause_by_clause(bureau: Bureau, firm: str, office: Principal) -> None:
    policy_id = bureau.published(title=f"{bureau.word}为什么")
    bureau.state(firm, revenue=380_000_000)
    status, answer = call(office, "GET", f"/profiles/{firm}/matches/{policy_id}")
    assert (status, answer["answer"]) == (200, "no")
    tech, revenue = answer["clauses"]
    assert (tech["answer"], tech["change"]) == ("unknown", "还缺高新技术企业（由科学技术局提供）")
    assert (revenue["answer"], revenue["change"]) == ("no", "上年营业收入不少于500万元才符合，现在差120万元")
    assert revenue["used"][0]["department_label"] == "税务局"
    stranger = person((Role.OPERATOR, f"org:{bureau.enterprise()}"))
    assert call(stranger, "GET", f"/profiles/{firm}/matches/{policy_id}")[0] == 404


def test_a_fact_that_has_run_out_is_not_relied_on(bureau: Bureau, firm: str, office: Principal) -> None:
    policy_id = bureau.published(
        title=f"{bureau.word}过期",
        condition=bureau.code("tech"),
        cases=[bureau.case("是", "yes", tech=True), bureau.case("否", "no", tech=False)],
    )
    yesterday = clock.local_date(clock.now()) - dt.timedelta(days=1)
    row = {
        "code": bureau.code("tech"),
        "value": True,
        "stated_on": "2023-01-01",
        "valid_until": yesterday.isoformat(),
        "source": "高企证书",
    }
    assert call(bureau.officer, "POST", f"/profiles/{firm}/facts", {"facts": [row]})[0] == 200
    bureau.pump.run()
    answer = call(office, "GET", f"/profiles/{firm}/matches/{policy_id}")[1]
    assert answer["answer"] == "unknown"
    assert "已过" in answer["clauses"][0]["change"]


def test_a_match_stands_as_long_as_its_window_and_its_facts(
    bureau: Bureau, firm: str, office: Principal
) -> None:
    """The list is asked on later days without anything having changed."""
    policy_id = bureau.published(title=f"{bureau.word}有期限")
    today = clock.local_date(clock.now())
    row = {
        "code": bureau.code("tech"),
        "value": True,
        "stated_on": today.isoformat(),
        "valid_until": (today + dt.timedelta(days=20)).isoformat(),
        "source": "高企证书",
    }
    call(bureau.officer, "POST", f"/profiles/{firm}/facts", {"facts": [row]})
    bureau.state(firm, revenue=500_000_000)
    assert on_day(office, firm, 20, policy_id) == ["yes"]
    assert on_day(office, firm, 21, policy_id) == ["unknown"]
    assert on_day(office, firm, 61, policy_id) == []


def on_day(who: Principal, firm: str, days: int, policy_id: str) -> list[str]:
    """What the list says of a policy some days from now."""
    act = Act(who, clock.now() + dt.timedelta(days=days))
    return [one.answer.value for one in matching.mine(act, firm) if one.policy_id == policy_id]


def test_no_act_on_an_enterprises_facts_costs_more_than_its_budget(bureau: Bureau) -> None:
    firm = bureau.enterprise()
    office = person((Role.ENTERPRISE_ADMIN, f"org:{firm}"))
    for n in range(4):
        bureau.declare(f"many{n}", f"指标{n}", "number")
    today = clock.local_date(clock.now()).isoformat()
    rows = [
        {"code": bureau.code(f"many{n}"), "value": n, "stated_on": today, "source": "年度申报"}
        for n in range(4)
    ]
    path = f"/profiles/{firm}/facts"
    spent = {"state four facts": units(lambda: call(bureau.officer, "POST", path, {"facts": rows}))}
    one = f"{path}/{bureau.code('many1')}"
    spent["dispute a fact"] = units(lambda: call(office, "POST", f"{one}/dispute", {"reason": "数字不对"}))
    spent["answer a dispute"] = units(
        lambda: call(bureau.officer, "POST", f"{one}/answer", {"words": "核对无误"})
    )
    assert over("policies", spent) == {}
