"""Somebody looks for what they want to have done, by a word or by where in life it belongs, and reads how."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from mashangban.documents.codes import images
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


def test_questions_lead_to_cards_that_are_kept_and_done_one_after_the_other(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["packages"])
    page.goto(f"{phone.service.url}/j/g/gp1")
    page.get_by_role("radio", name="只卖饮料点心").click()
    page.get_by_text("一共 2 步，最快 6 个工作日").wait_for()
    page.get_by_role("link", name="只卖饮料点心").click()
    page.get_by_role("radio", name="做", exact=True).click()
    page.get_by_text("材料清单（2 份）").wait_for()
    button(page, "存下来，照着办").dblclick()
    page.get_by_text("办好了 0 步").wait_for()
    said = phone.service.world.heard["plan"]
    assert said == {"package_id": "gp1", "region": "330106", "answers": {"cook": "yes"}}
    assert phone.service.world.done("/v1/guides/plans") == 1
    page.get_by_text("先办好：办营业执照").wait_for()
    button(page, "我办好了").click()
    page.get_by_text("办好了 1 步").wait_for()
    page.get_by_text("先办好：办营业执照").wait_for(state="hidden")
    page.get_by_role("checkbox", name="身份证").click()
    page.locator("[role=checkbox][aria-checked=true]").wait_for()
    button(page, "请工作人员帮我办").click()
    page.get_by_role("img", name="求助码").wait_for()
    assert phone.faults == []


def test_what_was_answered_is_there_again_when_the_page_is_opened_anew(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["package"])
    page.get_by_role("radio", name="做", exact=True).click()
    page.get_by_text("一共 2 步").wait_for()
    page.reload()
    page.get_by_text("一共 2 步").wait_for()


def test_what_a_helper_says_counts_by_the_persons_word(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["plan-helped"])
    page.get_by_text("王*正在帮您办").wait_for()
    button(page, "还没办好").click()
    page.get_by_text("等您确认").wait_for(state="hidden")
    assert phone.service.world.heard["cards"] == {"licence": "todo"}
    button(page, "不用帮了").click()
    page.get_by_text("正在帮您办").wait_for(state="hidden")


def test_a_package_has_one_code_that_whoever_scans_it_opens(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["package"])
    button(page, "给别人扫").click()
    page.get_by_role("img", name="我要开餐馆的二维码").wait_for()
    page.get_by_text("/j/g/gp1").wait_for()


def test_somebody_wants_to_hear_when_a_guide_changes(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["guide-signed-in"])
    page.get_by_role("switch", name="有变化告诉我").click()
    page.locator("[role=switch][aria-checked=true]").wait_for()
    assert phone.service.world.heard["following"] == {"on": True}


def test_whoever_works_at_the_counter_helps_from_their_own_phone(
    open_phone: OpenPhone, tmp_path: Path
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["help-scan"])
    for name, text in (("other", "https://example.gov.cn/j/g/gp1"), ("code", "B" * 57)):
        picture = tmp_path / f"{name}.png"
        picture.write_bytes(images.png(text, "M"))
        button(page, "扫求助码").click()
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="拍照或从相册选").click()
        chooser.value.set_files(picture)
        page.get_by_text("这不是求助码" if name == "other" else "张*国：我要开餐馆").wait_for()
    assert phone.service.world.heard["scanned"] == {"code": "B" * 57}
    page.get_by_text("先办好：办营业执照").wait_for()
    button(page, "办好了，请本人确认").click()
    page.get_by_text("等您确认").wait_for()
    assert phone.service.world.heard["cards"] == {"licence": "proposed"}
    assert phone.faults == []
