"""Somebody looks for what they want to have done, by a word or by where in life it belongs, and reads how."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button
from tests.miniprogram.test_publicareas import turn

pytestmark = pytest.mark.browser


def in_xihu(page: Page) -> None:
    for field, name in (("省", "浙江省"), ("市", "杭州市"), ("区县", "西湖区")):
        button(page, f"{field}，请选择，点一下改").click()
        turn(page)
        button(page, f"{field}，{name}，点一下改").wait_for()


def test_a_guide_is_found_by_a_word_or_a_theme_and_says_how_it_is_done(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["guides"])
    in_xihu(page)
    page.get_by_role("link", name="社会保障卡补办").wait_for()
    page.get_by_role("radio", name="开店办企业").click()
    page.get_by_role("link", name="社会保障卡补办").wait_for(state="hidden")
    page.get_by_role("textbox", name="想办什么").fill("保障卡")
    page.get_by_role("link", name="社会保障卡补办").wait_for()
    page.get_by_role("textbox", name="想办什么").fill("许可")
    page.get_by_role("link", name="食品经营许可").click()
    page.get_by_text("有电子版“营业执照”，就不用带纸的").wait_for()
    page.get_by_text("网上也能办；去现场跑 1 次").wait_for()
    button(page, "看开没开门、约时间").click()
    page.get_by_text("现在开门，到 11:30").wait_for()
    assert phone.faults == []


def test_a_word_that_nothing_is_called_leads_to_asking(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["guides"])
    in_xihu(page)
    page.get_by_role("textbox", name="想办什么").fill("登月")
    page.get_by_text("没有名称里带“登月”的事").wait_for()
    page.get_by_role("link", name="找不到？问一问").wait_for()
