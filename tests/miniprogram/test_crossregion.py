"""Somebody far from home hands in, follows the file like a parcel, sends a page anew, and signs for the result."""

from __future__ import annotations

import re

import pytest

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS, remember, stored_text
from tests.miniprogram.test_homes import button
from tests.miniprogram.test_marking import Album, picture

pytestmark = pytest.mark.browser
_ROOT = "/v1/crossregion/cases"


def test_a_matter_of_another_place_is_chosen_and_handed_in_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["crossing-apply"])
    Album(page)
    page.get_by_text("山东省济南市历下区").wait_for()
    button(page, "提交").click()
    page.get_by_text("请点一种").wait_for()
    page.get_by_text("请至少交一份材料").wait_for()
    page.get_by_role("radio", name=re.compile("^全程网办")).click()
    with page.expect_file_chooser() as chosen:
        button(page, "拍照或从相册选").click()
    chosen.value.set_files({"name": "page.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    page.get_by_text("第 1 份，已上传").wait_for()
    button(page, "提交").dblclick()
    page.get_by_text("材料到哪了").wait_for()
    said = phone.service.world.heard["crossing"]
    assert (said["mode"], said["home"], said["window"]) == ("online", "370102", None)
    assert [one["name"] for one in said["pages"]] == ["登记申请书"]
    assert phone.service.world.done(_ROOT) == 1
    assert phone.faults == []


def test_a_page_that_is_not_clear_is_sent_anew(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["crossing-missing"])
    Album(page)
    page.get_by_text("第 2 页 住所证明：与清单不一致").wait_for()
    with page.expect_file_chooser() as chosen:
        button(page, "拍照或从相册选").click()
    chosen.value.set_files({"name": "page.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    page.get_by_text("有页要补").wait_for(state="hidden")
    assert phone.service.world.heard["crossing"]["number"] == 2


def test_the_way_of_the_file_names_who_is_late(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["crossing"])
    page.get_by_text("山东省济南市历下区，已催办").wait_for()
    page.get_by_text("邮政速递 EX1").wait_for()
    button(page, "不办了，撤回").click()
    page.get_by_role("dialog").get_by_role("button", name="撤回").click()
    page.get_by_text("您撤回了").wait_for()


def test_a_result_is_signed_for_on_the_phone(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["crossing-returning"])
    button(page, "签收结果").click()
    button(page, "都收到了").click()
    page.get_by_text("办完了，结果在您手里").wait_for()
    assert phone.service.world.heard["crossing"]["verdicts"] == {"3": "here"}


def test_what_no_list_has_is_said_and_counted(open_phone: OpenPhone) -> None:
    phone = open_phone()
    phone.context.add_init_script(remember({"mashangban:appointments-county": stored_text("370102")}))
    page = phone.show(SCREENS["crossings"])
    page.get_by_role("link", name=re.compile("^社会保障卡补领")).wait_for()
    button(page, "告诉我们").click()
    page.get_by_text("请写几个字").wait_for()
    page.get_by_role("textbox", name="想办什么事").fill("补办结婚证")
    button(page, "告诉我们").dblclick()
    page.get_by_text("记下了：补办结婚证").wait_for()
    assert phone.service.world.done("/v1/crossregion/wishes") == 1


def test_an_expert_answers_with_the_source_and_whoever_is_sent_sees_where_to(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["affairs"])
    page.get_by_role("link", name="营业执照住所证明用什么").click()
    page.get_by_role("textbox", name="答复的内容").fill("租赁合同不用备案，写明地址就行")
    button(page, "交上去").click()
    page.get_by_text("请写明依据").wait_for()
    page.get_by_role("textbox", name="依据").fill("市场主体登记管理条例第十一条")
    button(page, "交上去").dblclick()
    page.get_by_text("依据：市场主体登记管理条例第十一条").wait_for()
    said = phone.service.world.heard["affair-part"]
    assert said == {
        "zone": "370102",
        "text": "租赁合同不用备案，写明地址就行",
        "source": "市场主体登记管理条例第十一条",
    }
    page.go_back()
    page.get_by_role("link", name="到历下区窗口跟班").click()
    page.get_by_text("2026年11月20日到2026年12月20日").wait_for()
    assert phone.faults == []
