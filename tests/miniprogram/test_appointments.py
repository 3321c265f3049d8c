"""Somebody chooses what, which day and what time, has five minutes to look, shows the code, or waits in a queue."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.miniprogram.conftest import OpenPhone, Phone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button

pytestmark = pytest.mark.browser
_ROOT = "/v1/appointments/bookings"


def test_a_time_is_chosen_held_confirmed_and_its_code_shown(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["hall"])
    page.get_by_role("radio", name="开办餐饮店，要带：身份证、营业执照").click()
    page.get_by_text("这件事网上也能办，不用跑").wait_for()
    button(page, "我在网上办").click()
    page.get_by_text("好的，不用预约了").wait_for()
    page.get_by_text("12月2日 周三：系统升级，不办理").wait_for()
    page.get_by_role("radio", name="12月1日 周二").click()
    page.get_by_text("网上已停止，可到大厅现场取号").wait_for()
    page.get_by_role("link", name="09:00-09:30").dblclick()
    page.get_by_text("号先给您留着，看清楚再点确认").wait_for()
    said = phone.service.world.heard["booking"]
    assert said == {"hall_id": "ha1", "matter": "food", "day": "2026-12-01", "start": "0900"}
    assert phone.service.world.done(_ROOT) == 1
    button(page, "确认预约").click()
    button(page, "出示签到码").click()
    page.get_by_role("img", name="签到码").wait_for()
    page.get_by_text("复印件要盖公章").wait_for()
    button(page, "取消预约").click()
    page.get_by_text("取消后号就给别人了").wait_for()
    button(page, "先不取消").click()
    button(page, "取消预约").click()
    page.get_by_role("dialog").get_by_role("button", name="取消预约").click()
    page.get_by_text("已取消，号给了别人").wait_for()
    assert phone.faults == []


def test_a_hall_says_whether_it_is_open_and_leads_there(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["hall"])
    page.get_by_text("现在开门，到 11:30 · 大厅里 3 人").wait_for()
    page.context.route("https://uri.amap.com/**", lambda route: route.fulfill(body="地图"))
    with page.expect_popup() as opened:
        button(page, "去这里").click()
    assert "marker?position=120.11%2C30.27&name=" in opened.value.url


def test_a_link_that_an_agent_sent_opens_the_times_of_its_matter(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["halls-signed-out"])
    page.goto(f"{phone.service.url}/j/y/ha1.food")
    chosen = page.get_by_role("radio", name="开办餐饮店，要带：身份证、营业执照")
    chosen.wait_for()
    assert chosen.get_attribute("aria-checked") == "true"
    page.get_by_role("radio", name="12月1日 周二").wait_for()


def test_a_full_time_has_a_queue(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["hall"])
    page.get_by_role("radio", name="补办社保卡").click()
    page.get_by_role("radio", name="12月1日 周二").click()
    page.get_by_role("link", name="约满，2 人候补").click()
    button(page, "候补").click()
    page.get_by_text("有人取消会按顺序通知您").wait_for()
    page.get_by_text("2 人").wait_for()
    assert phone.service.world.done("/v1/appointments/waits") == 1


def test_who_is_said_not_to_come_keeps_the_place_by_a_word(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["booking-doubted"])
    page.get_by_text("您不说话，号就一直给您留着").wait_for()
    button(page, "我会来").click()
    page.get_by_text("您还来吗？").wait_for(state="hidden")
    assert phone.service.world.heard["kept"] == {"id": "bk2"}


def at(phone: Phone, latitude: float, longitude: float) -> None:
    phone.context.grant_permissions(["geolocation"], origin=phone.service.url)
    phone.context.set_geolocation({"latitude": latitude, "longitude": longitude})


def test_the_nearest_hall_is_found_on_the_plan_and_asked(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(replace(SCREENS["near"], signed_in=True))
    at(phone, 30.2674, 120.1053)
    button(page, "用我的位置找").click()
    page.get_by_text("1　西湖区政务服务中心").wait_for()
    # The browser speaks WGS-84; the square is that of the same place on China's maps, and no place beside it.
    assert phone.service.world.queries["/v1/appointments/nearby"] == {"cell": "wtmkjj"}
    page.get_by_text("2　留下街道便民中心").wait_for()
    page.get_by_role("button", name="2，留下街道便民中心").click()
    page.locator(".near-picked").get_by_text("留下街道便民中心").wait_for()
    page.get_by_role("switch", name="只看现在开门的").click()
    expect(page.get_by_text("留下街道便民中心")).to_have_count(0)
    button(page, "问这里的人").click()
    expect(page.get_by_role("textbox", name="您想问什么")).to_have_value("我想问西湖区政务服务中心：")
    button(page, "区县，西湖区，点一下改").wait_for()
    assert phone.faults == []


def test_whoever_says_no_to_the_place_finds_halls_by_county(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["near"])
    button(page, "用我的位置找").click()
    page.get_by_role("alert").get_by_text("可以按区县找").wait_for()
    assert "/v1/appointments/nearby" not in phone.service.world.queries
    button(page, "按区县找").click()
    page.get_by_text("去哪里办").wait_for()


def test_where_no_hall_is_near_it_is_said(open_phone: OpenPhone) -> None:
    phone = open_phone()
    phone.service.world.heard["far"] = {}
    page = phone.show(SCREENS["near"])
    at(phone, 30.2674, 120.1053)
    button(page, "用我的位置找").click()
    page.get_by_text("附近没有找到大厅").wait_for()
