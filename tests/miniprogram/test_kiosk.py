"""A kiosk: registered once, large tiles, signed in by a phone's scan, and nothing left of anybody afterwards."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.miniprogram.conftest import OpenPhone, Phone
from tests.miniprogram.kiosks import KEY
from tests.miniprogram.pages import SCREENS, furnish
from tests.miniprogram.test_homes import button
from tests.miniprogram.test_pages import RULES, small_targets, violations

pytestmark = pytest.mark.browser
_KEPT = "mashangban:kiosk"


def kiosk(open_phone: OpenPhone) -> Phone:
    """A browser that is a kiosk already; its clock is the test's."""
    machine = open_phone(1080, 1920)
    furnish(machine.service.world, SCREENS["talk-going"])
    machine.page.clock.install()
    machine.page.goto(f"{machine.service.url}/#/appointments/pages/kiosk-setup/index")
    machine.page.get_by_role("textbox", name="注册码").fill("7K3M9QTB2X")
    button(machine.page, "登记").click()
    machine.page.get_by_role("link", name="办事指南").wait_for()
    return machine


def signed_in(machine: Phone) -> Page:
    """Its person scans the picture and says yes."""
    page = machine.page
    button(page, "用手机扫码登录").click()
    page.get_by_role("img", name="登录码").wait_for()
    machine.service.world.heard["let-in"] = {}
    page.clock.run_for(2_500)
    page.get_by_text("您好").first.wait_for()
    return page


def stored(page: Page) -> dict[str, str]:
    return dict(page.evaluate("() => ({ ...localStorage })"))


def ours(page: Page) -> list[str]:
    return sorted(name for name in stored(page) if name.startswith("mashangban:"))


def wiped(machine: Phone) -> None:
    """Back at the first page, the session ended at the service, and only the machine's own key left."""
    page = machine.page
    page.get_by_role("button", name="用手机扫码登录").wait_for()
    assert ours(page) == [_KEPT]
    assert page.evaluate("() => sessionStorage.length") == 0
    assert machine.service.world.done("/v1/identity/sessions/current") == 1


def test_the_machines_first_page_serves_everyone(open_phone: OpenPhone) -> None:
    page = kiosk(open_phone).page
    assert violations(page, RULES) == []
    assert small_targets(page, 60) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1080


def test_a_code_makes_a_browser_a_kiosk_with_the_tiles_that_it_may_show(open_phone: OpenPhone) -> None:
    machine = kiosk(open_phone)
    assert machine.service.world.heard["registered"] == {"code": "7K3M9QTB2X"}
    assert json.loads(stored(machine.page)[_KEPT]) == KEY
    for tile in ("办一件事", "预约取号", "找人问", "问一问", "查我的工资", "查我的合同"):
        machine.page.get_by_role("link", name=tile).wait_for()
    assert machine.faults == []


def test_after_a_minute_without_a_touch_everything_of_the_person_is_gone(open_phone: OpenPhone) -> None:
    machine = kiosk(open_phone)
    page = signed_in(machine)
    assert "mashangban:tokens" in stored(page)
    page.get_by_role("link", name="办事指南").click()
    page.clock.run_for(50_000)
    page.get_by_text("秒后退出，并清除您的信息").wait_for()
    button(page, "我还在用").click()
    expect(page.get_by_text("秒后退出，并清除您的信息")).to_have_count(0)
    page.clock.run_for(50_000)
    assert "mashangban:tokens" in stored(page)
    page.clock.run_for(12_000)
    wiped(machine)


def test_who_is_done_leaves_nothing_behind_and_going_back_shows_nothing(open_phone: OpenPhone) -> None:
    machine = kiosk(open_phone)
    page = signed_in(machine)
    page.get_by_role("link", name="找人问").click()
    page.get_by_text("是哪里的事").wait_for()
    button(page, "结束，清除我的信息").last.click()
    wiped(machine)
    page.go_back()
    assert ours(page) == [_KEPT]


def test_what_a_stranger_looked_for_is_gone_too_though_they_went_back_to_the_first_page(
    open_phone: OpenPhone,
) -> None:
    page = kiosk(open_phone).page
    page.get_by_role("link", name="办事指南").click()
    page.get_by_text("您在哪里办？").wait_for()
    button(page, "首页").last.click()
    page.get_by_role("link", name="办事指南").last.wait_for()
    assert ours(page) != [_KEPT]
    page.clock.run_for(62_000)
    page.wait_for_function(
        "() => Object.keys(localStorage).filter((name) => name.startsWith('mashangban:')).length === 1"
    )
    assert ours(page) == [_KEPT]


def test_a_kiosk_that_was_switched_off_shows_nothing_and_one_that_was_replaced_is_none_any_more(
    open_phone: OpenPhone,
) -> None:
    machine = kiosk(open_phone)
    machine.service.world.heard["off"] = {}
    machine.page.clock.run_for(61_000)
    machine.page.get_by_text("这台机器暂停服务").wait_for()
    machine.service.world.heard["gone"] = {"yes": True}
    machine.page.clock.run_for(61_000)
    machine.page.get_by_text("登录后，您的合同都在这里").wait_for()
    assert _KEPT not in stored(machine.page)


def test_nothing_leads_out_of_a_kiosk(open_phone: OpenPhone) -> None:
    machine = kiosk(open_phone)
    page = machine.page
    page.get_by_role("link", name="预约取号").click()
    button(page, "去这里").click()
    page.get_by_text("自助机上不打开外面的网页").wait_for()
    assert len(machine.context.pages) == 1
    assert machine.faults == []


def test_a_person_reads_which_kiosk_it_is_and_lets_it_in(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["let-in"])
    page.get_by_text("西湖区政务服务中心，1 号自助机").wait_for()
    button(page, "我在机器前，登录").dblclick()
    page.get_by_text("自助机登录好了").wait_for()
    assert phone.service.world.heard["let-in"] == {"code": "0123456789abcdef01234567"}
    assert phone.faults == []


# What the printer would get: the sheet as it lies when the browser is asked to print.
_PRINTER = """
() => {
  window.printed = []
  window.print = () => {
    const sheet = document.querySelector('.slip')
    window.printed.push({ text: sheet.innerText, page: sheet.querySelector('style').textContent })
  }
}
"""


def on_paper(page: Page, label: str) -> tuple[str, str]:
    """Press a button that prints; gives the words and the rule of the page."""
    before = page.evaluate("window.printed.length")
    button(page, label).click()
    page.wait_for_function("count => window.printed.length > count", arg=before)
    printed = page.evaluate("window.printed.at(-1)")
    return str(printed["text"]), str(printed["page"])


def test_what_somebody_came_for_is_taken_home_on_the_paper_that_the_machine_has(
    open_phone: OpenPhone,
) -> None:
    machine = kiosk(open_phone)
    page = machine.page
    page.evaluate(_PRINTER)
    page.evaluate("location.hash = '#/guides/pages/item/index?id=gi1'")
    words, rule = on_paper(page, "打印材料清单")
    assert all(
        one in words for one in ("食品经营许可", "营业执照", "从业人员健康证", "文三路 1 号", "0571-12345")
    )
    assert "size: 80mm" in rule
    page.emulate_media(media="print")
    expect(page.locator(".slip")).to_be_visible()
    expect(page.get_by_role("button", name="首页")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("location.hash = '#/guides/pages/package/index?id=gp1'")
    page.get_by_role("radio", name="做", exact=True).click()
    words, _ = on_paper(page, "打印办事清单")
    assert "第 2 步" in words
    assert "身份证" in words
    page.evaluate("location.hash = '#/answers/pages/ask/index'")
    page.get_by_role("textbox", name="您想问什么").fill("老板拖欠工资怎么办")
    button(page, "问").click()
    words, _ = on_paper(page, "打印这个答案")
    assert "依据" in words
    assert machine.faults == []


def test_a_computer_prints_on_a4_and_a_phone_does_not_offer_it(open_phone: OpenPhone) -> None:
    for width in (1280, 390):
        phone = open_phone(width, 844)
        page = phone.show(SCREENS["guide"])
        if width < 768:
            expect(button(page, "打印材料清单")).to_be_hidden()
            continue
        page.evaluate(_PRINTER)
        assert "size: A4" in on_paper(page, "打印材料清单")[1]
