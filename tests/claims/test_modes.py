"""The four ways to the money, each by the people it needs."""

import pytest

from tests.claims.conftest import Hall, call, strike

TEN_WAN = 10_000_000


def test_an_ordinary_claim_goes_from_desk_to_desk_to_publicity_and_to_the_decision(hall: Hall) -> None:
    policy, firm = hall.policy(TEN_WAN, mode="ordinary"), hall.firm()
    claim = hall.submitted(firm, policy)
    assert hall.state(claim) == "submitted"
    hall.reviewed(claim)
    assert hall.state(claim) == "publicity"
    status, open_list = call(None, "GET", f"/claims/publicity?region={hall.bureau.form()['region']}&limit=50")
    assert status == 200
    (shown,) = [one for one in open_list["items"] if one["id"] == claim]
    assert (shown["amount_fen"], bool(shown["until_label"])) == (TEN_WAN, True)
    assert hall.do(hall.approver, claim, "approval")[1]["code"] == "claims.claim.wrong-step"
    assert strike(claim, "claims.publicity", 30) == 1
    assert hall.state(claim) == "deciding"
    status, answer = hall.do(hall.approver, claim, "approval")
    assert (status, answer["state"]) == (200, "approved")
    assert hall.left(policy) == 0


def test_who_reviewed_does_not_approve(hall: Hall) -> None:
    policy = hall.policy(TEN_WAN, mode="ordinary", publicity_days=0)
    claim = hall.submitted(hall.firm(), policy)
    hall.reviewed(claim)
    assert "approve" not in hall.show(hall.reviewer, claim)["actions"]
    assert hall.do(hall.reviewer, claim, "approval")[1]["code"] == "claims.claim.same-hands"
    assert "approve" in hall.show(hall.approver, claim)["actions"]
    assert hall.do(hall.approver, claim, "approval")[0] == 200


def test_a_claim_at_once_is_approved_by_the_rules_alone(hall: Hall) -> None:
    policy, firm = hall.policy(TEN_WAN, mode="at_once"), hall.firm()
    claim = hall.submitted(firm, policy)
    hall.pump.run()
    view = hall.show(firm.office, claim)
    assert (view["row"]["state"], view["row"]["amount_fen"]) == ("approved", TEN_WAN)
    operator, system = "用印经办人", "系统"
    assert [one["by_label"] for one in view["log"]] == [operator, operator, system, operator, system, system]


def test_a_claim_at_once_that_is_not_met_or_not_known_stays_a_draft(hall: Hall) -> None:
    policy = hall.policy(TEN_WAN, mode="at_once")
    unknown = hall.firm(met=False)
    draft = hall.begun(unknown, policy)
    assert hall.submit(unknown, draft)[1]["code"] == "claims.claim.not-known"
    hall.bureau.state(unknown.id, tech=False, revenue=500_000_000)
    assert hall.submit(unknown, draft)[1]["code"] == "claims.claim.not-eligible"
    assert hall.state(draft) == "draft"
    hall.bureau.state(unknown.id, tech=True)
    assert hall.submit(unknown, draft)[0] == 200


def test_a_claim_at_once_without_money_waits_and_is_not_lost(hall: Hall) -> None:
    policy = hall.policy(TEN_WAN - 1, mode="at_once")
    claim = hall.submitted(hall.firm(), policy)
    hall.pump.run()
    assert hall.state(claim) == "deciding"
    answer = hall.do(hall.approver, claim, "approval")[1]
    assert (answer["code"], "99,999.99元" in answer["detail"]) == ("claims.budget.spent", True)
    hall.budget(policy, TEN_WAN)
    assert hall.do(hall.approver, claim, "approval")[0] == 200


def test_who_need_not_apply_is_listed_agrees_and_is_approved(hall: Hall) -> None:
    policy, firm = hall.policy(TEN_WAN, mode="automatic"), hall.firm()
    form = {"policy_id": policy, "enterprise_id": firm.id}
    assert call(firm.office, "POST", "/claiming/claims", form)[1]["code"] == "claiming.policy.not-for-claims"
    status, offered = call(hall.reviewer, "POST", "/claiming/offers", form)
    assert (status, offered["state"]) == (201, "offered")
    assert call(hall.reviewer, "POST", "/claiming/offers", form)[1]["code"] == "claims.claim.already"
    path = f"/claiming/claims/{offered['id']}/agreement"
    assert call(firm.office, "POST", path, {"account": firm.account})[0] == 200
    hall.pump.run()
    assert hall.state(offered["id"]) == "approved"


def test_nobody_is_listed_who_does_not_meet_it(hall: Hall) -> None:
    policy = hall.policy(mode="automatic")
    form = {"policy_id": policy, "enterprise_id": hall.firm(met=False).id}
    assert call(hall.reviewer, "POST", "/claiming/offers", form)[1]["code"] == "claims.claim.not-known"


def test_a_promise_is_looked_at_by_two_desks_only(hall: Hall) -> None:
    policy = hall.policy(TEN_WAN, mode="promised", publicity_days=0)
    claim = hall.submitted(hall.firm(), policy)
    hall.do(hall.reviewer, claim, "acceptance")
    assert hall.passed(claim, "first", "credit")["state"] == "deciding"


@pytest.mark.parametrize("mode", ["ordinary", "at_once", "promised"])
def test_nobody_claims_twice_at_a_time_and_who_withdrew_may_begin_anew(hall: Hall, mode: str) -> None:
    policy, firm = hall.policy(mode=mode), hall.firm()
    claim = hall.begun(firm, policy)
    form = {"policy_id": policy, "enterprise_id": firm.id}
    assert call(firm.office, "POST", "/claiming/claims", form)[1]["code"] == "claims.claim.already"
    assert hall.do(firm.office, claim, "withdrawal")[0] == 200
    assert hall.begun(firm, policy) != claim


def test_of_policies_that_exclude_each_other_one_can_be_claimed(hall: Hall) -> None:
    group, firm = hall.bureau.word, hall.firm()
    one, other = (hall.policy(mode="ordinary", exclusive=group) for _ in range(2))
    hall.begun(firm, one)
    form = {"policy_id": other, "enterprise_id": firm.id}
    assert call(firm.office, "POST", "/claiming/claims", form)[1]["code"] == "claims.claim.exclusive"


def test_a_policy_reaches_the_enterprises_of_its_region(hall: Hall) -> None:
    firm = hall.firm("330105", met=False)
    form = {"policy_id": hall.policy(mode="ordinary"), "enterprise_id": firm.id}
    assert call(firm.office, "POST", "/claiming/claims", form)[1]["code"] == "claims.claim.outside-region"


def test_a_claim_keeps_the_edition_it_was_begun_with(hall: Hall) -> None:
    policy, firm = hall.policy(mode="ordinary"), hall.firm()
    claim = hall.begun(firm, policy)
    changed = hall.bureau.form(mode="ordinary", award={"kind": "fixed", "amount": 5_000_000})
    from tests.policies.conftest import call as at_policies

    changed.pop("region")
    assert at_policies(hall.bureau.officer, "PUT", f"/policies/{policy}/draft", changed)[0] == 200
    assert at_policies(hall.bureau.officer, "POST", f"/policies/{policy}/publication")[0] == 200
    assert hall.submit(firm, claim)[0] == 200
    view = hall.show(firm.office, claim)
    assert view["row"]["amount_fen"] == TEN_WAN
    status, kept = call(firm.office, "GET", f"/claims/claims/{claim}/snapshot")
    assert (status, kept["edition"]["award"]["amount"], kept["verdict"]) == (200, TEN_WAN, "符合")
    assert {one["name"] for one in kept["facts"].values()} == {"上年营业收入", "高新技术企业"}
