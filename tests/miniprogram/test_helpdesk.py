"""Somebody asks, says that it is a complaint after all, that it is solved or is not, and rates it, on the phone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button
from tests.miniprogram.test_publicareas import turn

pytestmark = pytest.mark.browser


def test_what_no_answer_is_known_to_goes_to_a_department_that_owes_one_by_a_day(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = phone.show(replace(SCREENS["ask"], signed_in=True))
    page.get_by_role("textbox", name="您想问什么").fill("火星几点日出")
    button(page, "问").click()
    button(page, "写给部门，到期前答复您").click()
    for field, name in (("省", "浙江省"), ("市", "杭州市"), ("区县", "西湖区")):
        button(page, f"{field}，请选择，点一下改").click()
        turn(page)
        button(page, f"{field}，{name}，点一下改").wait_for()
    page.get_by_role("radio", name="投诉").click()
    button(page, "提交").click()
    page.get_by_text("请说两句").wait_for()
    button(page, "哪方面的事，请选择，点一下改").click()
    turn(page)
    page.get_by_role("textbox", name="什么事").fill("欠了两个月工资")
    button(page, "提交").dblclick()
    page.get_by_text("12月3日（周四）24:00前").first.wait_for()
    said = phone.service.world.heard["asked"]
    assert (said["region"], said["klass"], said["topic"]) == ("330106", "complaint", "wages")
    assert phone.service.world.done("/v1/helpdesk/tickets") == 1
    assert phone.faults == []


def test_a_changed_class_is_shown_and_the_asker_has_the_last_word(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["ticket-relabelled"])
    page.get_by_text("您提的时候是投诉，现在按咨询办").wait_for()
    page.get_by_role("textbox", name="补充情况").fill("我是投诉")
    button(page, "我是投诉，改回去").click()
    page.get_by_text("您提的时候是投诉，现在按咨询办").wait_for(state="hidden")
    assert phone.service.world.heard["insistence"] == {"text": "我是投诉"}


def test_an_answer_is_confirmed_and_rated(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["ticket-answered"])
    button(page, "解决了").click()
    page.get_by_text("确认后就办结").wait_for()
    page.get_by_role("dialog").get_by_role("button", name="解决了").click()
    page.get_by_role("radio", name="非常不满意").click()
    for tag in ("态度好不好", "办得快不快", "态度好不好"):
        page.get_by_role("checkbox", name=tag).click()
    button(page, "评价").click()
    page.get_by_text("待核实").wait_for()
    assert phone.service.world.heard["confirmation"]["solved"] is True
    rated = phone.service.world.heard["rated"]["t2"]
    assert (rated["stars"], rated["tags"]) == (1, ["speed"])
    page.get_by_text("评的是：办得快不快").wait_for()
