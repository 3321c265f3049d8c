"""A claim's way, shown with the stations ahead, and the facts it was begun with, in words."""

from typing import Any

from tests.claims.conftest import Hall, call


def way(view: dict[str, Any]) -> str:
    """`企业提交+ 受理* 初审` reads: handed in, being taken up, first desk ahead."""
    marks = {"done": "+", "now": "*", "todo": "", "failed": "!"}
    return " ".join(one["label"] + marks[one["state"]] for one in view["way"])


def test_the_stations_ahead_are_shown_and_a_panel_comes_in_when_it_is_asked_for(hall: Hall) -> None:
    firm, policy = hall.firm(), hall.policy(mode="ordinary", publicity_days=5)
    claim = hall.begun(firm, policy)
    ahead = "初审 部门审核 信用核查 公示 批准 国库拨付 到账"
    assert way(hall.show(firm.office, claim)) == f"企业提交* 受理 {ahead}"
    assert hall.submit(firm, claim)[0] == 200
    assert way(hall.show(firm.office, claim)) == f"企业提交+ 受理* {ahead}"
    assert hall.do(hall.reviewer, claim, "acceptance")[0] == 200
    hall.passed(claim, "first")
    hall.passed(claim, "department", panel=True)
    assert way(hall.show(firm.office, claim)).startswith(
        "企业提交+ 受理+ 初审+ 部门审核+ 信用核查* 会审 公示"
    )
    hall.passed(claim, "credit", "panel")
    assert way(hall.show(firm.office, claim)).endswith("会审+ 公示* 批准 国库拨付 到账")


def test_what_is_asked_for_keeps_its_place_and_what_fell_ends_there(hall: Hall) -> None:
    firm, policy = hall.firm(), hall.policy(mode="promised", publicity_days=0)
    claim = hall.submitted(firm, policy)
    assert hall.do(hall.reviewer, claim, "supplement-notice", {"text": "请补交审计报告"})[0] == 200
    assert way(hall.show(firm.office, claim)) == "企业提交+ 受理* 初审 信用核查 批准 国库拨付 到账"
    assert hall.do(firm.office, claim, "withdrawal")[0] == 200
    assert way(hall.show(firm.office, claim)) == "企业提交+ 已撤回!"


def test_the_facts_of_that_moment_are_kept_in_words_with_their_source(hall: Hall) -> None:
    firm = hall.firm()
    claim = hall.begun(firm, hall.policy(mode="ordinary"))
    status, kept = call(firm.office, "GET", f"/claims/claims/{claim}/snapshot")
    assert (status, kept["edition_number"]) == (200, 1)
    words = {one["name"]: one["words"] for one in kept["facts"].values()}
    assert words == {"上年营业收入": "500万元", "高新技术企业": "是"}
    assert all(one["source"] and one["department_label"] for one in kept["facts"].values())
