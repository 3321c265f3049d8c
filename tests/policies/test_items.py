"""A policy from its draft to the list that everybody reads."""

import datetime as dt
from typing import Any

from mashangban.kernel import clock
from mashangban.kernel.permissions import Role
from tests.budgets import over
from tests.policies.conftest import COUNTY, PROVINCE, Bureau, call
from tests.registry.conftest import officer, person
from tests.workers.test_capacity import units


def titles(path: str) -> list[str]:
    """The names in a public list."""
    status, answer = call(None, "GET", path)
    assert status == 200, answer
    return [one["title"] for one in answer["items"]]


def fields(answer: dict[str, Any]) -> dict[str, str]:
    return {one["field"]: one["message"] for one in answer["errors"]}


def test_a_policy_goes_from_draft_to_everybodys_list_and_is_read_in_plain_words(bureau: Bureau) -> None:
    mine = f"{bureau.word}首发奖励"
    policy_id = bureau.drafted(title=mine)
    assert titles(f"/open?region={COUNTY}&starts={mine}") == []
    assert call(None, "GET", f"/open/{policy_id}")[0] == 404
    assert call(bureau.officer, "POST", f"/policies/{policy_id}/publication")[1]["state"] == "published"
    bureau.pump.run()
    assert titles(f"/open?region={COUNTY}&starts={mine}") == [mine]
    status, read = call(None, "GET", f"/open/{policy_id}")
    assert status == 200
    assert read["clauses"] == ["高新技术企业：是", "上年营业收入不少于500万元"]
    assert (read["award"], read["window"], read["mode_label"]) == ("100,000元", "open", "即申即享")
    assert read["materials"][0]["source_label"] == "部门共享，不用交"


def test_it_is_found_by_tag_by_department_and_by_the_beginning_of_its_name(bureau: Bureau) -> None:
    mine = f"区域:{bureau.word}"
    bureau.published(title=f"{bureau.word}甲类补贴", tags=[mine], department="culture")
    bureau.published(title=f"{bureau.word}乙类补贴", tags=["人才:博士"], department="culture")
    assert titles(f"/open?region={COUNTY}&tag={mine}") == [f"{bureau.word}甲类补贴"]
    assert titles(f"/open?region={COUNTY}&starts={bureau.word}乙") == [f"{bureau.word}乙类补贴"]
    listed = titles(f"/open?region={COUNTY}&department=culture&starts={bureau.word}")
    assert sorted(listed) == sorted([f"{bureau.word}甲类补贴", f"{bureau.word}乙类补贴"])


def test_the_calendar_shows_on_which_day_a_window_opens_and_closes(bureau: Bureau) -> None:
    opens = dt.date(clock.now().year + 1, 3, 5)
    closes = opens + dt.timedelta(days=10)
    days = {"opens_on": opens.isoformat(), "closes_on": closes.isoformat()}
    policy_id = bureau.published(**days)
    status, answer = call(None, "GET", f"/calendar?region={COUNTY}&month={opens.year}-03&limit=50")
    assert status == 200
    mine = [(one["day"], one["opens"]) for one in answer["items"] if one["policy"]["id"] == policy_id]
    assert mine == [(opens.isoformat(), True), (closes.isoformat(), False)]


def test_a_draft_that_is_not_ready_says_everything_that_is_to_be_mended(bureau: Bureau) -> None:
    policy_id = bureau.drafted(
        basis="",
        tags=[],
        summary="原则上予以支持。",
        mode="automatic",
        materials=[
            {"name": "申请书", "source": "upload"},
            {"name": "纳税证明", "source": "shared", "fact": "no.such"},
        ],
        condition=f"{bureau.code('revenue')} >= 5",
        review_days=90,
    )
    status, answer = call(bureau.officer, "POST", f"/policies/{policy_id}/publication")
    assert (status, answer["code"]) == (409, "policies.policy.not-ready")
    found = fields(answer)
    assert set(found) == {"basis", "tags", "summary", "materials", "condition", "review_days"}
    assert found["condition"] == f"金额不能和数字比较（第 {len(bureau.code('revenue')) + 5} 个字：5）"
    status, view = call(bureau.officer, "GET", f"/policies/{policy_id}")
    assert [one["field"] for one in view["findings"]] == [one["field"] for one in answer["errors"]]


def test_a_licence_that_is_asked_for_is_of_a_known_kind_and_never_of_those_who_do_not_apply(
    bureau: Bureau,
) -> None:
    kinds = {"safety": 200, "a-word": 409, "": 409}
    for kind, expected in kinds.items():
        material = {"name": "许可证", "source": "licence", "licence": kind}
        policy_id = bureau.drafted(materials=[material])
        status, answer = call(bureau.officer, "POST", f"/policies/{policy_id}/publication")
        assert status == expected
        assert expected == 200 or list(fields(answer)) == ["materials"]
    listed = bureau.drafted(
        mode="automatic", materials=[{"name": "许可证", "source": "licence", "licence": "safety"}]
    )
    answer = call(bureau.officer, "POST", f"/policies/{listed}/publication")[1]
    assert fields(answer) == {"materials": "免申即享的不能要企业上传材料，也不能要证照"}


def test_examples_must_come_out_as_the_office_says(bureau: Bureau) -> None:
    cases = [
        bureau.case("差一分", "yes", tech=True, revenue=499_999_999),
        bureau.case("没有数据", "unknown", tech=True),
        bureau.case("写错了", "no", tech="是"),
    ]
    policy_id = bureau.drafted(cases=cases)
    status, answer = call(bureau.officer, "POST", f"/policies/{policy_id}/publication")
    assert status == 409
    assert [one["message"] for one in answer["errors"]] == [
        "例子“差一分”应该是“符合”，按条件算是“不符合”",
        "例子“写错了”：“高新技术企业”要写是或否",
    ]


def test_a_next_edition_is_written_while_the_old_one_stands(bureau: Bureau) -> None:
    policy_id = bureau.published(tags=["研发:高企", "人才:博士"])
    path = f"/policies/{policy_id}"
    next_form = {name: value for name, value in bureau.form(tags=["研发:高企"]).items() if name != "region"}
    next_form |= {"title": f"{bureau.word}新名字", "award": {"kind": "fixed", "amount": 20_000_000}}
    status, answer = call(bureau.officer, "PUT", f"{path}/draft", next_form)
    assert (status, answer["edition"], answer["draft"]) == (200, 1, 2)
    assert call(None, "GET", f"/open/{policy_id}")[1]["award"] == "100,000元"
    assert call(bureau.officer, "POST", f"{path}/publication")[1]["edition"] == 2
    bureau.pump.run()
    assert call(None, "GET", f"/open/{policy_id}")[1]["award"] == "200,000元"
    assert titles(f"/open?region={COUNTY}&starts={bureau.word}新名字") == [f"{bureau.word}新名字"]
    ids = [
        one["id"] for one in call(None, "GET", f"/open?region={COUNTY}&tag=人才:博士&limit=50")[1]["items"]
    ]
    assert policy_id not in ids


def test_what_was_withdrawn_stands_in_no_list_and_can_not_be_changed(bureau: Bureau) -> None:
    policy_id = bureau.published(title=f"{bureau.word}撤回的")
    reason = {"reason": "上位政策已经废止"}
    assert (
        call(bureau.officer, "POST", f"/policies/{policy_id}/withdrawal", reason)[1]["state"] == "withdrawn"
    )
    bureau.pump.run()
    assert titles(f"/open?region={COUNTY}&starts={bureau.word}撤回") == []
    assert call(None, "GET", f"/open/{policy_id}")[0] == 404
    past = call(bureau.officer, "GET", f"/policies/{policy_id}/history")[1]["items"]
    assert sorted(one["label"] for one in past) == sorted(["起草政策", "发布政策", "撤回政策"])
    again = call(bureau.officer, "POST", f"/policies/{policy_id}/withdrawal", reason)
    assert (again[0], again[1]["code"]) == (409, "policies.policy.withdrawn")


def test_an_office_writes_for_its_own_region_only(bureau: Bureau) -> None:
    neighbour = officer("330105")
    policy_id = bureau.drafted()
    assert call(neighbour, "GET", f"/policies/{policy_id}")[0] == 404
    assert call(neighbour, "POST", f"/policies/{policy_id}/publication")[0] == 404
    assert call(bureau.officer, "POST", "/policies", bureau.form(region=PROVINCE))[0] == 404
    assert call(bureau.province, "GET", f"/policies/{policy_id}")[0] == 200
    mine = call(bureau.officer, "GET", f"/policies?region={COUNTY}&limit=50")[1]["items"]
    assert policy_id in [one["id"] for one in mine]
    clerk = person((Role.LABOUR_CLERK, "project:1"))
    assert call(clerk, "GET", f"/policies?region={COUNTY}")[0] == 403


def test_a_condition_is_tried_while_it_is_written(bureau: Bureau) -> None:
    status, answer = call(bureau.officer, "POST", "/conditions/reading", {"text": bureau.text()})
    assert (status, answer["clauses"]) == (200, ["高新技术企业：是", "上年营业收入不少于500万元"])
    assert sorted(one["name"] for one in answer["facts"]) == ["上年营业收入", "高新技术企业"]
    status, answer = call(
        bureau.officer, "POST", "/conditions/reading", {"text": f"{bureau.code('tech')} >= 3"}
    )
    assert (status, answer["code"]) == (422, "policies.condition.unreadable")
    assert answer["detail"] == "是或否不能比大小"


def test_a_fact_is_declared_once_and_whole(bureau: Bureau) -> None:
    form = {"code": bureau.code("size"), "name": "规模", "type": "enumeration", "department": "statistics"}
    assert call(bureau.province, "POST", "/indicators", form)[1]["code"] == "policies.indicator.incomplete"
    whole = form | {"options": ["小型", "大型"]}
    assert call(bureau.province, "POST", "/indicators", whole)[0] == 201
    assert call(bureau.province, "POST", "/indicators", whole)[1]["code"] == "policies.indicator.exists"
    assert call(bureau.officer, "POST", "/indicators", whole)[0] == 403
    listed = call(bureau.officer, "GET", "/indicators?department=statistics&limit=50")
    assert listed[0] == 200


def test_no_act_around_a_policy_costs_more_than_its_budget(bureau: Bureau) -> None:
    made: list[str] = []
    form = bureau.form()
    edition = {name: value for name, value in form.items() if name != "region"}
    spent = {
        "draft a policy": units(lambda: made.append(call(bureau.officer, "POST", "/policies", form)[1]["id"]))
    }
    (policy_id,) = made
    path = f"/policies/{policy_id}"
    spent["rewrite the draft"] = units(lambda: call(bureau.officer, "PUT", f"{path}/draft", edition))
    spent["publish"] = units(lambda: call(bureau.officer, "POST", f"{path}/publication"))
    spent["withdraw"] = units(
        lambda: call(bureau.officer, "POST", f"{path}/withdrawal", {"reason": "重复发布"})
    )
    assert over("policies", spent) == {}
