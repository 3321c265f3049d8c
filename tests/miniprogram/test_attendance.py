"""Checking in with the code that a foreman shows, opened by the phone's own camera; overtime; photos of a day."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.miniprogram.attendance import ANSWER, CODE, OLD_CODE, ROLL, SCANS
from tests.miniprogram.conftest import OpenPhone, Phone
from tests.miniprogram.pages import SCREENS, furnish, remember, stored
from tests.miniprogram.test_story import button, newcomer, prove_name, sign_in

pytestmark = pytest.mark.browser


def camera(phone: Phone, code: str, *, signed_in: bool) -> None:
    """What a camera does with the link of the code."""
    if signed_in:
        furnish(phone.service.world, SCREENS["attendance-scan"])
        kept = stored(SCREENS["attendance-scan"], phone.service.world)
        phone.context.add_init_script(remember(kept))
    phone.page.goto(f"{phone.service.url}/a/{code}")


def test_a_camera_leads_to_the_check_in_with_the_code_at_hand(open_phone: OpenPhone) -> None:
    phone = open_phone()
    camera(phone, CODE, signed_in=True)
    phone.page.get_by_role("radio", name="下工").click()
    button(phone.page, "打卡").click()
    phone.page.get_by_text("打上了：下工").wait_for()
    assert phone.service.world.done(SCANS) == 1
    assert phone.faults == []


def test_who_is_not_signed_in_comes_back_to_the_check_in_with_the_code(open_phone: OpenPhone) -> None:
    phone = open_phone()
    newcomer(phone)
    camera(phone, CODE, signed_in=False)
    phone.page.get_by_text("先登录、实名，再打卡").wait_for()
    button(phone.page, "去登录").click()
    sign_in(phone.page)
    prove_name(phone.page)
    button(phone.page, "打卡").click()
    phone.page.get_by_text("打上了：上工").wait_for()
    assert phone.service.world.done(SCANS) == 1


def test_an_expired_code_says_what_to_do_and_the_next_scan_is_a_new_one(open_phone: OpenPhone) -> None:
    phone = open_phone()
    camera(phone, OLD_CODE, signed_in=True)
    button(phone.page, "打卡").click()
    phone.page.get_by_text("这个考勤码过期了").wait_for()
    expect(phone.page.get_by_text("请对着班组长手机上正在显示的码再扫一次")).to_be_visible()
    expect(button(phone.page, "扫码打卡")).to_be_visible()
    assert phone.service.world.done(SCANS) == 0


def test_a_foreman_calls_overtime_in_half_hours_for_who_was_there(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["attendance-roll"])
    for group, choice in zip(page.get_by_role("radiogroup").all(), ("一天", "没来"), strict=True):
        group.get_by_role("radio", name=choice).click()
    more = page.get_by_role("button", name="加班多半小时")
    expect(more).to_have_count(1)
    for _ in range(3):
        more.click()
    page.get_by_text("1.5小时").wait_for()
    button(page, "交点名").click()
    page.get_by_text("点名交上了").wait_for()
    sent = phone.service.world.heard[ROLL]["entries"]
    assert [(one["halves"], one["overtime_minutes"]) for one in sent] == [(2, 90), (0, 0)]


def test_a_worker_says_how_much_overtime_there_was(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["attendance-day"])
    page.get_by_role("radio", name="一天").click()
    page.get_by_role("button", name="加班多半小时").click()
    button(page, "就这么答复").click()
    page.get_by_text("记下了").wait_for()
    sent = phone.service.world.heard[ANSWER]
    assert (sent["halves"], sent["overtime_minutes"], sent["photos"]) == (2, 30, [])


def test_a_foreman_sees_the_photos_of_an_answer_and_which_are_not_ready(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["attendance-day-foreman"])
    expect(page.get_by_alt_text("第 1 张照片")).to_be_visible()
    expect(page.get_by_text("第 2 张照片还在处理")).to_be_visible()
    expect(page.get_by_text("工人：一天，加班1.5小时")).to_be_visible()
