"""A kiosk and a phone: registered by an office, signed in by the phone's scan, wiped after, switched off from afar."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.e2e import screen
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Offices
from tests.e2e.phone import Phone
from tests.e2e.world import World

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
HOME = "/console/appointments/kiosks"
UPRIGHT = (1080, 1920)
KEPT = ["mashangban:kiosk"]


def test_a_kiosk_is_registered_let_in_by_a_phone_wiped_and_switched_off(
    new_phone: NewPhone, offices: Offices, world: World
) -> None:
    desk = offices.desk("xihu")
    desk.open(f"{HOME}?region=330106")
    desk.sees("未注册")
    screen.picture(desk.page, "kiosks")
    assert screen.faults(desk.page) == []
    desk.page.get_by_role("link", name=re.compile("1 号自助机")).first.click()
    desk.confirm("新注册码", "要新注册码")
    desk.sees("注册码：")
    code = re.search(r"注册码：(\w+)", desk.page.inner_text("main"))
    assert code
    where = desk.page.url

    kiosk = new_phone(size=UPRIGHT)
    kiosk.open(f"/j/k/{code[1]}")
    kiosk.tap("登记")
    kiosk.sees("您要办什么？点一下")
    screen.picture(kiosk.page, "kiosk-home")
    desk.page.goto(where)
    desk.sees("在线")
    with kiosk.page.expect_response("**/v1/identity/scans") as asked:
        kiosk.tap("用手机扫码登录")
    person = new_phone(world.verified(world.newcomer()))
    person.open(asked.value.json()["link"])
    person.sees("要在这台自助机上登录吗？")
    screen.picture(person.page, "kiosk-let-in")
    person.tap("我在机器前，登录")
    person.sees("自助机登录好了")
    kiosk.sees("您好，")
    assert "mashangban:tokens" in stored(kiosk)

    kiosk.tap("结束，清除我的信息")
    kiosk.sees("您要办什么？点一下")
    assert stored(kiosk) == KEPT
    person.open("/#/pages/devices/index")
    expect(person.page.get_by_text("自助机登录")).to_have_count(0)

    desk.page.goto(where)
    desk.confirm("停用", "停用")
    desk.sees("已停用")
    kiosk.page.reload()
    kiosk.sees("这台机器暂停服务")


def stored(kiosk: Phone) -> list[str]:
    """What the browser keeps; asked anew where the page is just loading, as it does once it was wiped."""
    found = kiosk.page.wait_for_function("() => JSON.stringify(Object.keys(localStorage))")
    return sorted(name for name in json.loads(found.json_value()) if name.startswith("mashangban:"))
