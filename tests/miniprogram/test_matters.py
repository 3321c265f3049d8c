"""Somebody begins a guide's item on the phone, hands it in once, and supplies what was asked for."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button
from tests.miniprogram.test_marking import Album, picture
from tests.miniprogram.test_publicareas import turn

pytestmark = pytest.mark.browser
_ROOT = "/v1/matters/mine"


def photograph(page: Page, number: int = 0) -> None:
    with page.expect_file_chooser() as chosen:
        button(page, "拍照或从相册选").nth(number).click()
    chosen.value.set_files({"name": "page.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    page.get_by_text("第 1 份，已上传").wait_for()


def test_a_guides_item_is_begun_filled_and_handed_in_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["guide-signed-in"])
    Album(page)
    button(page, "网上办理").click()
    page.get_by_text("张*国，已实名，不用再填").wait_for()
    button(page, "提交").click()
    page.get_by_text("营业执照：请点一种").wait_for()
    page.get_by_text("从业人员健康证：还没有传").wait_for()
    page.get_by_role("radio", name=re.compile("^用电子证照代替")).click()
    photograph(page)
    page.get_by_role("textbox", name="店名").fill("老王小吃")
    button(page, "类别，请选择，点一下改").click()
    turn(page)
    button(page, "提交").dblclick()
    page.get_by_text("五个工作日内答复您").wait_for()
    said = phone.service.world.heard["matter"]
    assert [(one["name"], one["how"], len(one["files"])) for one in said["entries"]] == [
        ("营业执照", "licence", 0),
        ("从业人员健康证", "files", 1),
    ]
    assert (said["values"], said["delivery"]) == ({"f1": "老王小吃", "f2": "热食"}, "phone")
    assert phone.service.world.done(f"{_ROOT}/ma9/submission") == 1
    assert phone.faults == []


def test_what_was_typed_is_there_after_the_app_was_closed(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["handled-fill"])
    page.get_by_role("textbox", name="店名").fill("老王小吃")
    page.reload()
    page.get_by_text("要填的内容").wait_for()
    expect(page.get_by_role("textbox", name="店名")).to_have_value("老王小吃")


def test_an_official_is_asked_to_look_first_and_what_is_to_mend_is_read(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["handled-mend"])
    page.get_by_text("工作人员说：拍糊了，请重拍").wait_for()
    button(page, "请先帮我看看材料").click()
    page.get_by_text("已请工作人员先看").wait_for()
    assert phone.service.world.done(f"{_ROOT}/ma2/check") == 1
    assert phone.service.world.done(f"{_ROOT}/ma2/filling") == 1


def test_what_was_asked_for_is_supplied_and_nothing_else(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["handled-supplement"])
    Album(page)
    button(page, "补交").click()
    page.get_by_text("请把要补的传完再交").wait_for()
    photograph(page, 1)
    button(page, "补交").dblclick()
    page.get_by_text("五个工作日内答复您").wait_for()
    assert [one["name"] for one in phone.service.world.heard["matter"]["entries"]] == ["从业人员健康证"]
    assert phone.service.world.done(f"{_ROOT}/ma4/supplement") == 1


def test_what_was_not_supplied_in_time_is_begun_anew_with_what_was_there(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["handled-lapsed"])
    page.get_by_text("到期没补材料，算您撤回了。材料还在，可以重新办").wait_for()
    button(page, "重新办").dblclick()
    page.get_by_text("要填的内容").wait_for()
    assert phone.service.world.done("/v1/handling/matters/ma6/again") == 1


def test_what_ended_is_rated_once_and_a_bad_word_waits_for_its_answer(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["handled-delivered"])
    button(page, "评价").click()
    page.get_by_text("请先点几颗星").wait_for()
    page.get_by_role("radio", name=re.compile("★ 非常不满意$")).click()
    page.get_by_role("textbox", name="想说的话").fill("跑了三趟")
    button(page, "评价").dblclick()
    page.get_by_text("办理单位在整改，改好后在这里答复您。").wait_for()
    assert phone.service.world.done(f"{_ROOT}/ma5/rating") == 1
    given = phone.service.world.rated["ma5"]
    assert (given["stars"], given["text"]) == (1, "跑了三趟")
    assert (button(page, "评价").count(), phone.faults) == (0, [])


def test_who_looked_at_which_fields_is_read_when_it_is_asked_for(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["sharings"])
    assert button(page, "看过哪几项").count() == 1
    button(page, "看过哪几项").click()
    page.get_by_text("营业执照、店名").wait_for()
    page.get_by_text("本人采用：店名").wait_for()
