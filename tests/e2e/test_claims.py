"""Money for an enterprise: from the office's sheet of policies to the treasury's bank, in all four modes, on screen."""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mashangban.audit.verifier import event_hash
from tests import wire
from tests.e2e import funding, screen, tools
from tests.e2e.conftest import NewPhone
from tests.e2e.funding import AT_ONCE, COUNTY, OFFERED, ORDINARY, PROMISED
from tests.e2e.office import Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.strike import strike
from tests.e2e.world import Caller, World
from tests.files import samples
from tests.stack import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
OPERATOR = "宁波样例智能装备有限公司 经办人"
GOOD, BROKEN = "1202000000012345", "1202000000010000"
DESK = f"/console/claims/desk?region={COUNTY}"
SEAL_CHECK, SEAL_ROOT = screen.ROOT / "docs/verify-seal.sh", screen.ROOT / "infra/sandbox/eseal-root.pem"


@pytest.fixture(scope="module")
def county(offices: Offices) -> Office:
    return offices.desk("haishu")


@pytest.fixture(scope="module")
def policies(county: Office) -> dict[str, str]:
    """Published and funded by the county from its sheet: ids by title."""
    return funding.publish(county)


@pytest.fixture(scope="module")
def acting(world: World) -> Caller:
    """Somebody who acts for a firm of the county with nothing but a phone."""
    accounts = json.loads((world.stack.data / "demo-accounts.json").read_text("utf-8"))
    [found] = [one for one in accounts if one["title"] == OPERATOR]
    return world.caller(found["sign_in"])


@pytest.fixture
def operator(acting: Caller, new_phone: NewPhone) -> Phone:
    return new_phone(acting)


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


def opened(desk: Office, claim_id: str) -> Office:
    desk.open(f"/console/claims/claims/{claim_id}")
    return desk


def accept(desk: Office, claim_id: str) -> None:
    opened(desk, claim_id).confirm("受理", "受理")
    desk.sees("已受理，您是经办人")


def passes(desk: Office, claim_id: str, step: str) -> None:
    opened(desk, claim_id).confirm(f"{step}通过", "通过")
    desk.sees("这一步已通过")


def test_a_claim_at_once_is_decided_paid_and_rated_while_the_operator_looks_on(
    operator: Phone, policies: dict[str, str], county: Office, world: World, acting: Caller, tmp_path: Path
) -> None:
    claim_id = begin(operator, policies[AT_ONCE])
    hand_in(operator, GOOD)
    operator.sees("钱已经到账，请查收")
    said = operator.page.get_by_role("list", name="办到哪一步").inner_text()
    assert said.index("资金已到账") < said.index("批准，预算已留出") < said.index("开始申报")
    operator.tap(re.compile("很满意"), "radio")
    operator.write("想说的话", "没跑腿，当天就到账")
    operator.tap("评价")
    operator.sees("您的评价")
    operator.open("/#/claims/pages/mine/index")
    operator.sees(AT_ONCE)
    assert "已到账" in county.reads(f"{DESK}&state=paid", AT_ONCE)
    proved(acting, claim_id, world, tmp_path)


def test_an_ordinary_claim_is_mended_once_reviewed_returned_by_the_bank_and_paid(
    operator: Phone, policies: dict[str, str], county: Office, world: World, offices: Offices, acting: Caller,
    tmp_path: Path,
) -> None:  # fmt: skip
    claim_id = begin(operator, policies[ORDINARY])
    operator.add_photo("拍照或从相册选", samples.picture(), "/arrival")
    hand_in(operator, BROKEN)
    operator.sees("等部门受理")
    accept(county, claim_id)
    ask_supplement(county, claim_id, "请补一页项目预算")
    from_notice(operator, "申报要补正一次", claim_id)
    operator.sees("请补一页项目预算")
    operator.tap("去补正")
    operator.write("补了什么", "预算写在说明第二页")
    operator.tap("提交补正")
    operator.tap("补齐了，提交")
    operator.sees("部门正在审核")
    # One person at every desk would trip a fuse: the city looks too, the province approves.
    passes(county, claim_id, "初审")
    city = offices.desk("ningbo")
    city.reads(f"{DESK}&state=review", ORDINARY)
    opened(city, claim_id).sees("项目说明")
    passes(city, claim_id, "部门审核")
    passes(county, claim_id, "信用核查")
    approve(offices.desk("zhejiang"), claim_id)
    from_notice(operator, "资金被银行退回", claim_id)
    operator.sees("账号户名不符")
    operator.tap("更正收款账户")
    account(operator, GOOD)
    operator.tap("核对一遍")
    operator.tap("用这个账户，再拨一次")
    operator.sees("钱已经到账，请查收")
    proved(acting, claim_id, world, tmp_path)
    sealed(acting, claim_id, world, tmp_path)


def test_an_offer_is_found_by_its_notice_and_taken_with_an_account(
    operator: Phone, policies: dict[str, str], county: Office, world: World, acting: Caller, tmp_path: Path
) -> None:
    county.open(f"/console/claiming/offers/{policies[OFFERED]}")
    county.page.get_by_role("button", name="查找符合的企业").click()
    county.confirm("全部列入", "全部列入")
    county.sees("已办完")
    claim_id = from_notice(operator, "有政策不用申报")
    operator.sees(OFFERED)
    operator.tap("确认享受，填收款账户")
    account(operator, GOOD)
    operator.tap("核对一遍")
    operator.tap(re.compile("^确认享受$"))
    operator.sees("钱已经到账，请查收")
    proved(acting, claim_id, world, tmp_path)


def test_a_promised_claim_is_made_public_objected_to_looked_at_and_paid(
    operator: Phone, policies: dict[str, str], county: Office, world: World, new_phone: NewPhone,
    offices: Offices, acting: Caller, tmp_path: Path,
) -> None:  # fmt: skip
    claim_id = begin(operator, policies[PROMISED])
    hand_in(operator, GOOD)
    operator.sees("等部门受理")
    accept(county, claim_id)
    passes(county, claim_id, "初审")
    city = offices.desk("ningbo")
    city.open(f"{DESK}&state=review")
    city.page.get_by_role("button", name="一起通过所在环节").click()
    city.page.locator("dialog[open]").get_by_label(PROMISED).check()
    city.page.locator("dialog[open]").get_by_role("button", name="通过所在环节").click()
    city.sees("办成 1 件，没办成 0 件")
    neighbour = new_phone(world.verified(world.newcomer()))
    neighbour.open(f"/#/claims/pages/open/index?region={COUNTY}")
    neighbour.page.get_by_role("link").filter(has_text=PROMISED).first.click()
    neighbour.arrives("claims/pages/object")
    neighbour.write("说明理由", "这家企业上个月已经迁走")
    neighbour.tap("提交异议")
    neighbour.sees("核查清楚以前不会拨钱")
    dismiss_objection(county, claim_id, "查过，没有迁走")
    [publicity] = [
        one for one in acting.get(f"/v1/claims/claims/{claim_id}").json()["deadlines"]
        if one["kind"] == "claims.publicity"
    ]  # fmt: skip
    strike(world, "claims", datetime.fromisoformat(publicity["due_at"]) + timedelta(seconds=1))
    approve(offices.desk("zhejiang"), claim_id)
    operator.page.reload()
    operator.sees("钱已经到账，请查收")
    assert "查过，没有迁走" in operator.page.inner_text("body")
    proved(acting, claim_id, world, tmp_path)


def ask_supplement(desk: Office, claim_id: str, text: str) -> None:
    opened(desk, claim_id).page.get_by_role("button", name="一次性告知补正").first.click()
    desk.page.locator("dialog[open]").get_by_label("要补什么").fill(text)
    desk.page.locator("dialog[open]").get_by_role("button", name="一次性告知补正").click()
    desk.sees("已一次性告知企业")


def dismiss_objection(desk: Office, claim_id: str, text: str) -> None:
    opened(desk, claim_id).page.get_by_role("button", name="异议不成立").first.click()
    desk.page.locator("dialog[open]").get_by_label("核查情况").fill(text)
    desk.page.locator("dialog[open]").get_by_role("button", name="异议不成立").click()
    desk.page.wait_for_load_state()


def approve(desk: Office, claim_id: str) -> None:
    opened(desk, claim_id).confirm("批准", "批准")
    desk.sees("已批准，预算已留出")


def account(phone: Phone, number: str) -> None:
    phone.write("开户银行", "工商银行宁波海曙支行")
    phone.write("银行账号", number)


def from_notice(phone: Phone, title: str, claim_id: str | None = None) -> str:
    """The notice leads to the page of its claim; gives the claim's id."""

    def told() -> bool:
        phone.open("/#/pages/inbox/index")
        phone.page.reload()
        screen.shown(phone.page, "消息").wait_for()
        return phone.page.get_by_text(title).first.is_visible()

    wait_for(told, title)
    phone.page.get_by_text(title).first.click()
    phone.arrives("claims/pages/claim")
    assert claim_id in (None, phone.contract_id)
    return phone.contract_id


def proved(caller: Caller, claim_id: str, world: World, folder: Path) -> None:
    """Each step of the parcel's way stands in the log, and the offline verifier, alone, finds its receipt genuine."""
    path = f"/v1/audit/subjects/claim/{claim_id}/receipt"
    steps = caller.get(f"/v1/claims/claims/{claim_id}").json()["log"]

    def whole() -> str:
        answer = caller.get(path)
        full = answer.is_success and len(answer.json()["events"]) >= len(steps)
        return answer.text if full else ""

    receipt = wait_for(whole, "the receipt of the whole claim")
    pem = wire.get(world.url + "/v1/audit/keys").json()["pem"]
    assert "genuine" in tools.verify_receipt(receipt, pem, folder)
    told = [one["hash"] for one in steps]
    assert told
    assert set(told) <= {event_hash(one) for one in json.loads(receipt)["events"]}


def sealed(caller: Caller, claim_id: str, world: World, folder: Path) -> None:
    """What was handed in, judged by others' programs: poppler the signatures, openssl the SM2 seal within."""
    document_id = caller.get(f"/v1/claims/claims/{claim_id}").json()["form"]["document_id"]
    pdf = wire.get(caller.get(f"/v1/documents/{document_id}/file").json()["url"]).content
    report = tools.pdfsig(pdf, wire.get(world.url + "/v1/documents/authority").text, folder)
    assert "Signature is Valid" in report
    assert "Signature is not" not in report
    (folder / "form.pdf").write_bytes(pdf)
    said = tools.run("sh", str(SEAL_CHECK), "form.pdf", str(SEAL_ROOT), folder=folder)
    assert "The printed file is as it was sealed" in said
