"""One file through two zones on screen: a page goes missing, the chain names the window, a receipt proves it."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import wire
from tests.e2e import screen, tools
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.world import Caller, World
from tests.miniprogram.test_marking import picture
from tests.stack import wait_for

# The ground may be laid within its time.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
WINDOW, HOME = "330106", "370102"
NAMED = "浙江省杭州市西湖区"
PAGE = {"name": "page.jpg", "mimeType": "image/jpeg", "buffer": picture()}


def test_a_page_that_goes_missing_between_two_zones_names_the_window_that_had_it_last(
    new_phone: NewPhone, offices: Offices, world: World, tmp_path: Path
) -> None:
    caller = world.verified(world.newcomer())
    phone = new_phone(caller, **{"appointments-county": json.dumps(HOME)})
    case_id = hand_in(phone, caller)
    path = f"/console/crossregion/cases/{case_id}"
    window, home = offices.desk("xihu"), offices.desk("lixia")

    check(window, path)
    hand_over(window, path)
    check(home, path, missing=2)
    home.sees("交接链点名")
    home.sees(f"最后在{NAMED}手里")
    assert screen.faults(home.page) == []
    screen.picture(home.page, "crossregion-named")
    again(phone, f"缺第2页，最后在{NAMED}手里")
    assert screen.faults(phone.page) == []
    screen.picture(phone.page, "crossregion-missing")
    proved(caller, case_id, world, tmp_path)

    hand_over(window, path)
    check(home, path)
    decide(home, path)
    again(phone, "办成了")
    phone.tap("签收结果")
    phone.page.get_by_role("dialog").get_by_role("button", name="都收到了").click()
    phone.sees("办完了，结果在您手里")
    home.open(path)
    home.sees("结果已收到")


def hand_in(phone: Phone, caller: Caller) -> str:
    """From the list of what the home county lets others take in, with two photographs."""
    phone.open("/#/crossregion/pages/mine/index")
    phone.tap(re.compile("企业设立登记"), "link")
    phone.tap(re.compile("^代收代办"), "radio")
    phone.tap(re.compile("^就近交给哪个窗口"))
    wheel = phone.page.locator(".uni-picker-view-group:visible").last
    wheel.hover()
    phone.page.mouse.wheel(0, 40)
    phone.page.locator(".uni-picker-action-confirm:visible").last.click()
    phone.button(re.compile(f"^就近交给哪个窗口，{NAMED}")).wait_for()
    for number, act in ((1, "拍照或从相册选"), (2, "再加照片")):
        with phone.page.expect_file_chooser() as chooser:
            phone.tap(act)
        chooser.value.set_files(PAGE)  # type: ignore[arg-type]
        phone.sees(f"第 {number} 份，已上传")
    phone.tap("提交")
    phone.arrives("crossregion/pages/case")
    phone.sees("本人提交")
    [row] = caller.get("/v1/crossregion/cases").json()["items"]
    return str(row["id"])


def check(desk: Office, path: str, missing: int = 0) -> None:
    """Say something of every page that was offered."""
    desk.open(path)
    desk.page.get_by_role("button", name="逐页核对").click()
    dialog = desk.page.locator("dialog[open]")
    if missing:
        dialog.locator(f"#verdict-{missing}").select_option("missing")
    dialog.get_by_role("button", name="核对完了").click()
    desk.sees("核对结果已记下")


def hand_over(desk: Office, path: str) -> None:
    """All that this zone has, to the zone that decides."""
    desk.open(path)
    desk.page.get_by_role("button", name="交出", exact=True).click()
    dialog = desk.page.locator("dialog[open]")
    dialog.locator("#receiver").select_option(HOME)
    dialog.get_by_role("button", name="交出", exact=True).click()
    desk.sees("已交出，等对方逐页核对")


def decide(desk: Office, path: str) -> None:
    """A licence is posted to the files room, then the decision is made with it."""
    desk.open(f"{path}/decision")
    with desk.page.expect_navigation():
        desk.page.locator("input[type=file]").set_input_files(PAGE)  # type: ignore[arg-type]
    desk.page.locator("#name-1").fill("营业执照")
    desk.page.get_by_role("button", name="作出决定").click()
    desk.sees("已作出决定")


def proved(caller: Caller, case_id: str, world: World, folder: Path) -> None:
    """The offline verifier, alone, finds the custody's receipt genuine, and one that names another window forged."""
    path = f"/v1/crossregion/cases/{case_id}/receipt"
    receipt = str(wait_for(lambda: (told := caller.get(path)).is_success and told.text, "the receipt"))
    [named] = [
        one["data"]["named"] for one in json.loads(receipt)["events"] if one["type"].endswith("lacking")
    ]
    assert named == WINDOW
    pem = wire.get(world.url + "/v1/audit/keys").json()["pem"]
    assert "genuine" in tools.verify_receipt(receipt, pem, folder)
    forged = receipt.replace(f'"named":"{WINDOW}"', f'"named":"{HOME}"')
    assert forged != receipt
    tools.verify_receipt(forged, pem, folder, status=1)


def again(phone: Phone, text: str) -> None:
    """Look at the page anew."""
    phone.page.reload()
    expect(phone.page.get_by_text(text).locator("visible=true").first).to_be_visible()
