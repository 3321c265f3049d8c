"""Electronic seals on the phone: asked for once, enabled by who keeps them, stopped with the reason."""

from __future__ import annotations

import pytest

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button

pytestmark = pytest.mark.browser


def test_a_seal_is_asked_for_once_and_then_waits(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["seals-none"])
    button(page, "申请印章").click()
    button(page, "核对一遍，再提交").click()
    page.get_by_text("请写做什么用").wait_for()
    page.get_by_text("请选保管人").wait_for()
    page.get_by_role("checkbox", name="政策申报表").click()
    page.get_by_role("textbox", name="做什么用").fill("在网上签合同、申报政策")
    page.get_by_role("radio", name="陈*强（用印经办人）").click()
    button(page, "核对一遍，再提交").click()
    page.get_by_role("dialog").get_by_text("由陈*强（用印经办人）保管").wait_for()
    page.get_by_role("dialog").get_by_role("button", name="提交", exact=True).dblclick()
    page.get_by_text("部门正在审核").wait_for()
    assert phone.service.world.done("/v1/documents/seals/new/applications") == 1
    assert phone.service.world.heard["seal-application"] == {
        "kind": "contract",
        "matters": ["contracts", "claims"],
        "purpose": "在网上签合同、申报政策",
        "custodian_id": "p2",
    }
    assert phone.faults == []


def test_a_seal_that_was_made_is_enabled_and_stopped_with_the_reason(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["seal-ready"])
    button(page, "启用印章").click()
    page.get_by_role("dialog").get_by_role("button", name="启用", exact=True).dblclick()
    page.get_by_text("可以盖在劳动合同和补充协议、政策申报表上").wait_for()
    button(page, "停用印章").first.click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("button", name="停用印章").click()
    sheet.get_by_text("请写原因").wait_for()
    sheet.get_by_role("textbox", name="原因").fill("保管人离职")
    sheet.get_by_role("button", name="停用印章").dblclick()
    page.get_by_text("停用了，现在不能盖章").wait_for()
    assert phone.service.world.done("/v1/documents/seals/ready/enabling") == 1
    assert phone.service.world.heard["seal-suspended"] == {"reason": "保管人离职"}
    assert phone.faults == []


def test_what_the_office_stopped_is_said_and_offers_no_way_back(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["seal-stopped"])
    assert button(page, "恢复印章").count() == 0
    assert button(page, "注销印章").count() == 1
