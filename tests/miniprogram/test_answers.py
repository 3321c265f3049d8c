"""Somebody asks on the phone: answered while typing, with the source, or told honestly who can be asked."""

from __future__ import annotations

import pytest

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button

pytestmark = pytest.mark.browser


def test_a_question_is_suggested_while_typing_answered_with_its_source_and_judged(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["ask"])
    page.get_by_role("textbox", name="您想问什么").fill("工资")
    page.get_by_text("工资条要不要给").wait_for()
    button(page, "问").click()
    page.get_by_text("您想知道的是可不可以").wait_for()
    page.get_by_role("link", name="工资应该几号发").click()
    page.get_by_text("《保障农民工工资支付条例》第十条").wait_for()
    page.get_by_text("“工钱”按“工资”找").wait_for()
    button(page, "没解决").click()
    page.get_by_text("已记下，会有人补写或改写答案").wait_for()
    button(page, "打 12333").wait_for()
    assert phone.service.world.heard["asked"] == {"text": "工资", "region": ""}
    assert phone.faults == []


def test_what_nobody_knows_says_that_nobody_sits_there(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["ask"])
    button(page, "问").click()
    page.get_by_text("请写一句话，或者用说的").wait_for()
    page.get_by_role("textbox", name="您想问什么").fill("火星几点日出")
    button(page, "问").dblclick()
    page.get_by_text("这里还没有人工坐席").wait_for()
    assert phone.service.world.done("/v1/answers/questions") == 1
    assert phone.faults == []
