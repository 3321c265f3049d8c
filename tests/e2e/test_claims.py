"""Money for an enterprise, from the policy page of its operator's phone to the treasury's bank, in all four modes."""

import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.e2e import screen
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.strike import strike
from tests.e2e.world import Caller, World
from tests.files import samples
from tests.stack import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
COUNTY, OPERATOR = "330203", "宁波样例智能装备有限公司 经办人"
AT_ONCE = {"title": "用工大户当场奖励", "mode": "at_once", "award": {"kind": "fixed", "amount": 5_000_000}}
ORDINARY = {
    "title": "用工大户项目补助", "mode": "ordinary", "award": {"kind": "fixed", "amount": 8_000_000},
    "materials": [{"name": "项目说明", "source": "upload"}], "publicity_days": 0,
}  # fmt: skip

PROMISED = {
    "title": "用工大户承诺补贴", "mode": "promised", "award": {"kind": "fixed", "amount": 3_000_000},
    "publicity_days": 1,
}  # fmt: skip
AUTOMATIC = {
    "title": "用工大户直达红包", "mode": "automatic", "award": {"kind": "fixed", "amount": 2_000_000},
}  # fmt: skip


@pytest.fixture(scope="module")
def reviewer(world: World) -> Caller:
    return world.staff("haishu")


@pytest.fixture(scope="module")
def acting(world: World) -> Caller:
    """Somebody who acts for a firm of the county with nothing but a phone."""
    accounts = json.loads((world.stack.data / "demo-accounts.json").read_text("utf-8"))
    [found] = [one for one in accounts if one["title"] == OPERATOR]
    return world.caller(found["sign_in"])


@pytest.fixture
def operator(acting: Caller, new_phone: NewPhone) -> Phone:
    return new_phone(acting)


def policy(officer: Caller, world: World, **differs: Any) -> str:
    """Published and funded by the county: whoever insures anybody meets it."""
    form = {
        "region": COUNTY, "number": "海政办〔2026〕66号", "department": "human_resources",
        "basis": "海曙区就业条例第三条", "summary": "有人参保的企业，给一次奖励。", "audience": "在海曙区参保的企业",
        "condition": "hr.insured >= 1", "valid_from": str(world.today - timedelta(days=9)),
        "opens_on": str(world.today - timedelta(days=5)), "closes_on": str(world.today + timedelta(days=60)),
        "tags": ["规模:规上"], "materials": [],
        "cases": [
            {"name": "达标", "facts": {"hr.insured": 3}, "expected": "yes"},
            {"name": "没人参保", "facts": {"hr.insured": 0}, "expected": "no"},
        ],
        "steps": "网上申报。部门审核后拨款。", "payment": "打到企业对公账户", "phone": "0574-12345678",
        "review_days": 5, "budget": 1_000_000_000,
    } | differs  # fmt: skip
    made = officer.post("/v1/policies/policies", form)
    assert made.is_success, made.text
    policy_id = str(made.json()["id"])
    published = officer.post(f"/v1/policies/policies/{policy_id}/publication")
    assert published.is_success, published.text
    funded = officer.put(f"/v1/claiming/budgets/{policy_id}", {"total_fen": 500_000_000})
    assert funded.is_success, funded.text
    return policy_id


def begin(phone: Phone, policy_id: str) -> str:
    """From the policy page to the form; gives the claim's id."""
    phone.open(f"/#/policies/pages/policy/index?id={policy_id}")
    phone.tap(re.compile("^申报$"))
    phone.arrives("claims/pages/begin")
    phone.tap("开始申报")
    phone.arrives("claims/pages/hand-in")
    phone.sees("部门给了 1 项数据，您不用再填")
    return phone.contract_id


def hand_in(phone: Phone, number: str) -> None:
    account(phone, number)
    phone.tap("核对一遍，再提交")
    phone.tap("没错，生成申报表")
    with phone.page.expect_popup(timeout=60_000):
        phone.tap(re.compile("^看申报表$"))
    phone.tap("盖章提交")
    phone.tap("确认盖章，提交")
    phone.arrives("claims/pages/claim")


def act(officer: Caller, claim_id: str, what: str, **body: Any) -> None:
    answer = officer.post(f"/v1/claims/claims/{claim_id}/{what}", body)
    assert answer.is_success, answer.text


def test_a_claim_at_once_is_decided_and_paid_while_the_operator_looks_on(
    operator: Phone, reviewer: Caller, world: World
) -> None:
    claim_id = begin(operator, policy(reviewer, world, **AT_ONCE))
    hand_in(operator, "1202000000012345")
    operator.sees("钱已经到账，请查收")
    said = operator.page.get_by_role("list", name="办到哪一步").inner_text()
    assert said.index("资金已到账") < said.index("批准，预算已留出") < said.index("开始申报")
    operator.open("/#/claims/pages/mine/index")
    operator.sees("用工大户当场奖励")
    assert reviewer.get(f"/v1/claims/claims/{claim_id}").json()["row"]["state"] == "paid"


def test_an_ordinary_claim_is_mended_once_reviewed_returned_by_the_bank_and_paid(
    operator: Phone, reviewer: Caller, world: World, offices: Offices
) -> None:
    claim_id = begin(operator, policy(reviewer, world, **ORDINARY))
    operator.add_photo("拍照或从相册选", samples.picture(), "/arrival")
    hand_in(operator, "1202000000010000")
    operator.sees("等部门受理")
    act(reviewer, claim_id, "acceptance")
    act(reviewer, claim_id, "supplement-notice", text="请补一页项目预算")
    from_notice(operator, "申报要补正一次", claim_id)
    operator.sees("请补一页项目预算")
    operator.tap("去补正")
    operator.write("补了什么", "预算写在说明第二页")
    operator.tap("提交补正")
    operator.tap("补齐了，提交")
    operator.sees("部门正在审核")
    # One person at every desk would trip a fuse: the city looks too, the province approves.
    act(reviewer, claim_id, "pass", step="first")
    city = offices.desk("ningbo")
    city.reads(f"/console/claims/desk?region={COUNTY}&state=review", str(ORDINARY["title"]))
    city.open(f"/console/claims/claims/{claim_id}")
    city.sees("项目说明")
    city.confirm("部门审核通过", "通过")
    city.sees("这一步已通过")
    act(reviewer, claim_id, "pass", step="credit")
    approve(offices.desk("zhejiang"), claim_id)
    from_notice(operator, "资金被银行退回", claim_id)
    operator.sees("账号户名不符")
    operator.tap("更正收款账户")
    account(operator, "1202000000012345")
    operator.tap("核对一遍")
    operator.tap("用这个账户，再拨一次")
    operator.sees("钱已经到账，请查收")


def test_an_offer_is_found_by_its_notice_and_taken_with_an_account(
    operator: Phone, acting: Caller, reviewer: Caller, world: World
) -> None:
    [firm] = {
        one["scope"].removeprefix("org:") for one in acting.tokens["me"]["roles"] if one["scope"] != "self"
    }
    offered = {"policy_id": policy(reviewer, world, **AUTOMATIC), "enterprise_id": firm}
    answer = reviewer.post("/v1/claiming/offers", offered)
    assert answer.is_success, answer.text
    from_notice(operator, "有政策不用申报", answer.json()["id"])
    operator.tap("确认享受，填收款账户")
    account(operator, "1202000000012345")
    operator.tap("核对一遍")
    operator.tap(re.compile("^确认享受$"))
    operator.sees("钱已经到账，请查收")


def test_a_promised_claim_is_made_public_objected_to_looked_at_and_paid(
    operator: Phone, reviewer: Caller, world: World, new_phone: NewPhone, offices: Offices
) -> None:
    claim_id = begin(operator, policy(reviewer, world, **PROMISED))
    hand_in(operator, "1202000000012345")
    operator.sees("等部门受理")
    act(reviewer, claim_id, "acceptance")
    act(reviewer, claim_id, "pass", step="first")
    city = offices.desk("ningbo")
    city.open(f"/console/claims/desk?region={COUNTY}&state=review")
    city.page.get_by_role("button", name="一起通过所在环节").click()
    city.page.locator("dialog[open]").get_by_label(str(PROMISED["title"])).check()
    city.page.locator("dialog[open]").get_by_role("button", name="通过所在环节").click()
    city.sees("办成 1 件，没办成 0 件")
    neighbour = new_phone(world.verified(world.newcomer()))
    neighbour.open(f"/#/claims/pages/open/index?region={COUNTY}")
    neighbour.page.get_by_role("link").filter(has_text="用工大户承诺补贴").first.click()
    neighbour.arrives("claims/pages/object")
    neighbour.write("说明理由", "这家企业上个月已经迁走")
    neighbour.tap("提交异议")
    neighbour.sees("核查清楚以前不会拨钱")
    act(reviewer, claim_id, "objection-answer", upheld=False, text="查过，没有迁走")
    [publicity] = [
        one for one in reviewer.get(f"/v1/claims/claims/{claim_id}").json()["deadlines"]
        if one["kind"] == "claims.publicity"
    ]  # fmt: skip
    strike(world, "claims", datetime.fromisoformat(publicity["due_at"]) + timedelta(seconds=1))
    approve(offices.desk("zhejiang"), claim_id)
    operator.page.reload()
    operator.sees("钱已经到账，请查收")
    assert "查过，没有迁走" in operator.page.inner_text("body")


def approve(desk: Office, claim_id: str) -> None:
    desk.open(f"/console/claims/claims/{claim_id}")
    desk.confirm("批准", "批准")
    desk.sees("已批准，预算已留出")


def account(phone: Phone, number: str) -> None:
    phone.write("开户银行", "工商银行宁波海曙支行")
    phone.write("银行账号", number)


def from_notice(phone: Phone, title: str, claim_id: str) -> None:
    """The notice of this claim leads to its page."""

    def told() -> bool:
        phone.open("/#/pages/inbox/index")
        phone.page.reload()
        screen.shown(phone.page, "消息").wait_for()
        return phone.page.get_by_text(title).first.is_visible()

    wait_for(told, title)
    phone.page.get_by_text(title).first.click()
    phone.arrives("claims/pages/claim")
    assert phone.contract_id == claim_id
