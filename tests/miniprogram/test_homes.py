"""A buyer's way from the code on the door to the home, and what an owner hands to a tenant."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.miniprogram.conftest import OpenPhone, Phone
from tests.miniprogram.homes import DOOR, OFFER
from tests.miniprogram.pages import SCREENS, furnish, remember, stored

pytestmark = pytest.mark.browser


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def camera(phone: Phone, link: str) -> Page:
    """What the phone's own camera does with a code."""
    screen = SCREENS["homes"]
    furnish(phone.service.world, screen)
    phone.context.add_init_script(remember(stored(screen, phone.service.world)))
    phone.page.goto(f"{phone.service.url}{link}")
    return phone.page


def test_a_buyer_scans_the_door_mistypes_once_and_is_at_home(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = camera(phone, f"/j/d/{DOOR}")
    button(page, "是我买的，去绑定").click()
    number = page.get_by_role("textbox", name="购房合同编号最后 6 位")
    number.fill("999999")
    button(page, "绑定").click()
    page.get_by_text("还可以再试 4 次").wait_for()
    number.fill("012345")
    button(page, "绑定").click()
    page.get_by_text("保修到2031年10月1日").wait_for()
    assert phone.service.world.done("/v1/homes/homes") == 1
    assert phone.faults == []


def test_a_tenant_opens_the_owners_code_and_sees_neither_contract_nor_residents(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = camera(phone, f"/j/i/{OFFER}")
    button(page, "接受，住进来").click()
    page.get_by_text("我不住这里了").wait_for()
    assert not page.get_by_text("购房合同").is_visible()
    assert not page.get_by_role("link", name="住户").is_visible()
    assert phone.faults == []


def test_an_owner_shows_a_code_that_opens_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["home-invite"])
    button(page, "出邀请码").dblclick()
    page.get_by_role("img", name="请租客扫一扫的二维码").wait_for()
    assert phone.service.world.done("/v1/homes/homes/h1/invitations") == 1
