"""Whoever repairs: the late ones first, a visit agreed, what was found, and pictures of what is repaired."""

from __future__ import annotations

import pytest

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button

pytestmark = pytest.mark.browser


def test_what_is_late_stands_first_and_opens_with_its_clock_and_place(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["me-repairer"])
    page.get_by_role("link", name="维修任务").click()
    cards = page.get_by_role("link").filter(has_text="3号楼-2单元-1801室")
    cards.nth(1).wait_for()
    assert "已超期" in cards.nth(0).inner_text()
    cards.nth(1).click()
    page.get_by_role("img", name="户型图，标着哪里坏了").wait_for()
    page.get_by_text("先跟住户约上门时间").wait_for()
    assert phone.faults == []


def test_a_visit_is_agreed_once_however_often_it_is_tapped(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["repair"])
    button(page, "约上门时间").click()
    page.get_by_role("textbox", name="要住户准备什么").fill("请把水槽下面腾空")
    button(page, "约好了").evaluate("one => [one, one].forEach((it) => it.click())")
    page.get_by_text("按约好的时间上门").wait_for()
    world = phone.service.world
    assert world.done("/v1/homes/defects/r1/appointment") == 1
    assert world.heard["appointment"]["visit_at"].endswith("T09:00:00+08:00")
    assert world.heard["appointment"]["text"] == "请把水槽下面腾空"


def test_nothing_is_repaired_without_a_picture_of_it(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["repair-done"])
    button(page, "修好了，请住户确认").click()
    page.get_by_text("请至少拍一张修好以后的照片").wait_for()
    assert phone.service.world.done("/v1/homes/defects/r3/repair") == 0
