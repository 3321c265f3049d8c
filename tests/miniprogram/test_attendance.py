"""Checking in with the code that a foreman shows, opened by the phone's own camera."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.miniprogram.attendance import CODE, OLD_CODE, SCANS
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
