"""Whoever lives nowhere yet reports a broken lift, reads what others reported, and says when it isn't repaired."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button
from tests.miniprogram.test_marking import Album, picture

pytestmark = pytest.mark.browser


def turn(page: Page) -> None:
    """One notch on the wheel that is open."""
    wheel = page.locator(".uni-picker-view-group:visible").last
    wheel.hover()
    page.mouse.wheel(0, 40)
    page.locator(".uni-picker-action-confirm:visible").last.click()


def test_without_a_home_somebody_finds_the_estate_and_reports_with_a_photo(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["homes-none"])
    album = Album(page)
    page.get_by_role("link", name="公共区域报修").click()
    for field, name in (("省", "浙江省"), ("市", "杭州市"), ("区县", "西湖区")):
        button(page, f"{field}，请选择，点一下改").click()
        turn(page)
        button(page, f"{field}，{name}，点一下改").wait_for()
    # The same estate stands among what one has reported oneself: its address tells the two apart.
    page.get_by_role("link", name="杭州市西湖区文一西路").click()
    page.get_by_text("电梯停运，请打***找我").wait_for()
    button(page, "报修").click()
    page.get_by_role("radio", name="公共照明").click()
    page.get_by_role("textbox", name="在哪里").fill("2号楼楼道")
    with page.expect_file_chooser() as chooser:
        button(page, "拍照或从相册选").click()
    chooser.value.set_files({"name": "dark.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    page.get_by_text("第 1 张，已上传").wait_for()
    button(page, "提交报修").click()
    page.get_by_text("请说两句").wait_for()
    page.get_by_role("textbox", name="怎么坏了").fill("灯全不亮")
    button(page, "提交报修").dblclick()
    page.get_by_text("等管理单位答复，到期不理会自动往上报").wait_for()
    said = phone.service.world.heard["public"]
    assert (said["service"], said["where"], said["photos"]) == ("lighting", "2号楼楼道", ["f9"])
    assert phone.service.world.done("/v1/publicareas/faults") == 1
    assert album.arrived == 1
    assert phone.faults == []


def test_others_read_it_masked_and_without_its_steps(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["public-fault"])
    page.get_by_text("报修人说").wait_for()
    assert not page.get_by_text("办到哪一步").is_visible()
    assert not button(page, "没修好").is_visible()


def test_whoever_reported_reads_their_own_words_and_says_that_it_is_not_repaired(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["public-fault-own"])
    page.get_by_text("请打13812345678找我").wait_for()
    page.get_by_text("别人现在看不到您写的话").wait_for()
    button(page, "没修好").click()
    page.get_by_text("已经答应处理，等修好").wait_for()
    assert phone.service.world.done("/v1/publicareas/faults/pf2/reopening") == 1
