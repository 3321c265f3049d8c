"""Claims on the phone: begun from a policy, handed in once, followed like a parcel, objected to in public."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import Store, button
from tests.miniprogram.test_marking import picture

pytestmark = pytest.mark.browser

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"
SUBMISSION = "/v1/claiming/claims/e2/submission"


def account(page: Page, number: str = "1202000000012345") -> None:
    page.get_by_role("textbox", name="开户银行").fill("工商银行海曙支行")
    page.get_by_role("textbox", name="银行账号").fill(number)


def upload(page: Page, act: str, name: str, kind: str, content: bytes) -> None:
    """Into the first material that has none yet."""
    with page.expect_file_chooser() as chooser:
        button(page, act).first.click()
    chooser.value.set_files({"name": name, "mimeType": kind, "buffer": content})


def test_an_operator_begins_from_the_policy_and_reads_how_it_goes(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["policy-claimable"])
    button(page, "申报").first.click()
    page.get_by_text("提交以后按部门数据当场判断，符合的马上批准。").wait_for()
    page.get_by_text("只要收款账户，材料不用交").wait_for()
    button(page, "开始申报").dblclick()
    page.get_by_text("核对一遍，再提交").wait_for()
    assert phone.service.world.done("/v1/claiming/claims") == 1
    assert phone.faults == []


def test_whoever_does_not_meet_it_reads_why_and_finds_no_button(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["claim-begin-not-met"])
    page.get_by_text("上年营业收入不少于500万元才符合，现在差20万元").wait_for()
    assert button(page, "开始申报").count() == 0


def test_a_policy_without_application_says_so(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["policy"])
    assert page.get_by_role("button", name="申报", exact=True).count() == 0
    page.goto(f"{phone.service.url}/#/claims/pages/begin/index?id=q1")
    page.get_by_text("这项政策不用您申报。列入名单后会通知您。").wait_for()


def test_what_was_claimed_already_leads_to_the_earlier_claim(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-begin"])
    page.route("**/v1/claiming/claims", lambda route: route.continue_(post_data='{"policy_id": "q1"}'))
    page.route("**/enterprises/u1/claims*", lambda route: route.fulfill(json=_listed("q3")))
    button(page, "开始申报").click()
    page.get_by_text("这一期已经申报过这项政策").wait_for()
    page.get_by_role("link", name="先前的申报：审核中").click()
    page.get_by_text("科学技术局（部门审核）：王小红").first.wait_for()


def test_a_policy_of_another_place_says_to_whom_it_is_given(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["claim-begin-unknown"])
    button(page, "开始申报").click()
    page.get_by_text("这项政策只给本地区的企业").wait_for()


def test_only_what_is_missing_is_asked_for_and_it_is_handed_in_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-hand-in"])
    Store(page).lost = False
    button(page, "看是哪些数据").click()
    page.get_by_text("税务局 · 年度申报 · 2026年8月26日").wait_for()
    button(page, "核对一遍，再提交").click()
    page.get_by_text("还没有上传").first.wait_for()
    page.get_by_text("请写银行账号，8 到 30 位数字").wait_for()
    upload(page, "选 PDF 文件", "audit.pdf", "application/pdf", PDF)
    page.get_by_text("第 1 份，已上传").wait_for()
    upload(page, "拍照或从相册选", "plan.jpg", "image/jpeg", picture())
    page.get_by_text("第 1 份，已上传").nth(1).wait_for()
    page.get_by_role("textbox", name="申请金额").fill("600000")
    account(page)
    button(page, "核对一遍，再提交").click()
    page.get_by_role("alert").filter(has_text="最多 500,000 元").wait_for()
    page.get_by_role("textbox", name="申请金额").fill("12万")
    button(page, "核对一遍，再提交").click()
    dialog = page.get_by_role("dialog")
    for shown in ("120,000 元", "1202 0000 0001 2345", "2 份"):
        dialog.get_by_text(shown).wait_for()
    button(page, "没错，生成申报表").dblclick()
    page.get_by_text("正在生成，请等几秒").wait_for()
    with page.expect_popup():
        button(page, "看申报表").first.click()
    button(page, "盖章提交").click()
    page.get_by_role("dialog").get_by_text("杭州样例维修有限公司的电子印章").wait_for()
    button(page, "确认盖章，提交").dblclick()
    page.get_by_text("等部门受理").wait_for()
    assert phone.service.world.heard["submission"] == {"form_sha256": "5" * 64}
    said = phone.service.world.heard["filling"]
    assert (said["asked_fen"], said["account"]["number"]) == (12_000_000, "1202000000012345")
    assert [one["material"] for one in said["papers"]] == ["上年度审计报告", "项目说明"]
    assert phone.service.world.done(SUBMISSION) == 1
    assert phone.faults == []


def test_what_the_licence_library_has_is_not_asked_for_and_its_silence_is_tried_again(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-begin-unknown"])
    page.get_by_text("这些证照先替您查").wait_for()
    page.get_by_text("就用企业的统一社会信用代码到省电子证照库查，只用来办这件申报").wait_for()
    page = phone.show(SCREENS["claim-licences"])
    page.get_by_text("已从电子证照库取得，不用上传").wait_for()
    page.get_by_text("编号 浙JZ安许证字〔2025〕012345，有效期到2028年3月1日").wait_for()
    account(page)
    button(page, "核对一遍，再提交").click()
    page.get_by_text("还没有上传").wait_for()
    button(page, "再查一次证照库").dblclick()
    page.get_by_text("别的什么都不用交").wait_for()
    assert phone.service.world.done("/v1/claiming/claims/ea/licences") == 1
    button(page, "核对一遍，再提交").click()
    button(page, "没错，生成申报表").click()
    with page.expect_popup():
        button(page, "看申报表").first.click()
    changed = {
        "status": 409,
        "code": "claims.licence.changed",
        "title": "有证照在电子证照库里变了，申报表要重新生成",
    }
    page.route("**/claims/ea/submission", lambda route: route.fulfill(status=409, json=changed))
    button(page, "盖章提交").click()
    button(page, "确认盖章，提交").click()
    page.get_by_text("有证照在电子证照库里变了，申报表要重新生成").wait_for()
    assert phone.service.world.done("/v1/claiming/claims/ea/licences") == 2


def test_what_the_rules_refuse_leads_to_the_reasons_and_keeps_the_form(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-hand-in-at-once"])
    account(page)
    button(page, "核对一遍，再提交").click()
    button(page, "没错，生成申报表").click()
    page.get_by_text("按部门数据，还不符合这项政策的条件").wait_for()
    page.get_by_role("link", name="一条一条看为什么").wait_for()
    assert page.get_by_role("textbox", name="银行账号").input_value() == "1202000000012345"


def test_a_form_whose_seal_came_back_is_sealed_again(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-unsealed"])
    page.get_by_text("该单位没有可用的电子印章").wait_for()
    button(page, "重新盖章").dblclick()
    page.get_by_text("申报表没有盖上章").wait_for(state="hidden")
    assert phone.service.world.done("/v1/claims/claims/e9/sealing") == 1


def test_an_offer_stands_on_top_and_is_taken_with_an_account(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claims"])
    page.get_by_role("link").filter(has_text="确认就能领").first.click()
    button(page, "确认享受，填收款账户").click()
    account(page)
    button(page, "核对一遍").click()
    page.get_by_role("dialog").get_by_role("button", name="确认享受").click()
    page.get_by_text("已经批准，等国库拨钱").wait_for()


def test_what_waits_most_is_said_on_the_home_page(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["home-office"])
    page.get_by_role("link").filter(has_text="钱被银行退回，请改账户").click()
    button(page, "更正收款账户").click()
    page.get_by_text("退回的原因：账号户名不符").wait_for()


def test_a_claim_is_followed_like_a_parcel(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["claim-review"])
    stations = page.get_by_role("list", name="办理进度").get_by_role("listitem")
    assert stations.nth(3).inner_text().startswith("部门审核进行中")
    assert "王小红，2026年12月10日 17:00前" in stations.nth(3).inner_text()
    page.get_by_text("打电话问：科学技术局 0574-12345678").wait_for()
    page.get_by_role("link", name="当时的政策和数据").click()
    page.get_by_text("由部门核对，这里不显示").wait_for()


def test_what_an_office_asked_for_is_mended_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-asked"])
    Store(page).lost = False
    page.get_by_text("请补交上年度审计报告，要有会计师事务所盖章").wait_for()
    button(page, "去补正").click()
    button(page, "提交补正").click()
    page.get_by_text("请说明补了什么").wait_for()
    upload(page, "选 PDF 文件", "audit.pdf", "application/pdf", PDF)
    page.get_by_text("第 1 份，已上传").wait_for()
    page.get_by_role("textbox", name="补了什么").fill("补交了审计报告")
    button(page, "提交补正").click()
    button(page, "补齐了，提交").dblclick()
    page.get_by_text("部门正在审核").wait_for()
    assert phone.service.world.heard["mended"]["papers"] == [{"material": "补正材料", "file_id": "f9"}]
    assert phone.service.world.done("/v1/claims/claims/e3/supplement") == 1


def test_returned_money_goes_out_again_to_another_account(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-account"])
    account(page, "6222 0000 1111 2222")
    button(page, "核对一遍").click()
    button(page, "用这个账户，再拨一次").click()
    page.get_by_role("dialog").wait_for(state="hidden")
    assert phone.service.world.heard["account"]["account"]["number"] == "6222000011112222"


def test_a_claim_is_withdrawn_only_after_a_second_word(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-review"])
    button(page, "撤回这件申报").click()
    button(page, "先不办").click()
    assert phone.service.world.done("/v1/claims/claims/e4/withdrawal") == 0
    button(page, "撤回这件申报").click()
    page.get_by_role("dialog").get_by_role("button", name="撤回").click()
    page.get_by_text("您已撤回。还要申报，可以重新开始").wait_for()


def test_a_finished_claim_is_rated_once_and_what_was_mended_is_read(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-paid"])
    button(page, "评价").click()
    page.get_by_text("请先点几颗星").wait_for()
    page.get_by_role("radio", name="不太好").click()
    page.get_by_role("textbox", name="想说的话").fill("等了太久")
    button(page, "评价").dblclick()
    page.get_by_text("等部门整改").wait_for()
    page.get_by_text("等了太久").wait_for()
    assert phone.service.world.done("/v1/claims/claims/e6/evaluation") == 1
    assert phone.service.world.heard["rating"] == {"stars": 2, "text": "等了太久"}


def test_publicity_is_open_and_an_objection_needs_a_proven_name(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["claims-open"])
    button(page, "再看一些").click()
    page.get_by_role("link").filter(has_text="宁波样例机械有限公司").click()
    button(page, "去登录、实名").click()
    page.get_by_text("登录码上办").wait_for()


def test_somebody_objects_once_and_is_told_what_follows(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claim-object"])
    button(page, "提交异议").click()
    page.get_by_text("请说明理由").wait_for()
    page.get_by_role("textbox", name="说明理由").fill("这家企业去年已经迁走")
    button(page, "提交异议").dblclick()
    page.get_by_text("核查清楚以前不会拨钱").wait_for()
    assert phone.service.world.done("/v1/claims/claims/b2/objections") == 1


def _listed(policy: str) -> dict[str, object]:
    """The earlier claim of this policy, in review."""
    from tests.miniprogram.claims import row
    from tests.miniprogram.world import World

    return {"items": [{**row(World(), "e4"), "policy_id": policy}], "next_cursor": None}


def test_a_month_is_drawn_again_on_the_phone_and_the_coming_one_keeps_its_secret(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["claims-open"])
    page.get_by_role("link").filter(has_text="每月抽查").click()
    page.get_by_text("种子还没公布，谁也不知道会抽中谁").wait_for()
    page.get_by_text("拨付了 70 件，抽中 4 件").wait_for()
    button(page, "在手机上再抽一遍").click()
    page.get_by_text("对得上：按公布的种子再抽一遍，抽中的一件不差").wait_for()
    assert phone.faults == []
