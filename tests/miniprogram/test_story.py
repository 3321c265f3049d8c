"""A worker's way from the poster to a signed contract, on a good day and on a bad network."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.miniprogram.conftest import OpenPhone, Phone
from tests.miniprogram.pages import SCREENS, Screen, furnish, remember, stored
from tests.miniprogram.world import CODE, contract

pytestmark = pytest.mark.browser

SIGNING = "/v1/workers/contracts/c1/signature"


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name)


def scan_the_poster(phone: Phone) -> Page:
    """What a camera does with the poster's link."""
    phone.page.goto(f"{phone.service.url}/j/{CODE}")
    button(phone.page, "看明白了，我要登记").wait_for()
    return phone.page


def newcomer(phone: Phone) -> None:
    furnish(phone.service.world, Screen("", "", verified=False))
    phone.service.world.contracts = {}


def sign_in(page: Page) -> None:
    field(page, "手机号").fill("13800138000")
    button(page, "发验证码").click()
    page.get_by_text("验证码已发到").wait_for()
    field(page, "短信验证码").fill("123456")
    button(page, "登录").click()


def prove_name(page: Page) -> None:
    field(page, "姓名").fill("张建国")
    field(page, "身份证号").fill("360426199101010071")
    page.get_by_role("checkbox").click()
    button(page, "核对身份").click()


def write_name(page: Page) -> None:
    canvas = page.locator("canvas").first
    canvas.wait_for()
    box = canvas.bounding_box()
    assert box
    for start, end in (((60, 60), (200, 64)), ((130, 30), (126, 180)), ((70, 180), (210, 178))):
        page.mouse.move(box["x"] + start[0], box["y"] + start[1])
        page.mouse.down()
        page.mouse.move(box["x"] + end[0], box["y"] + end[1], steps=12)
        page.mouse.up()


def apply(page: Page) -> None:
    page.get_by_role("radio", name="钢筋工").click()
    page.get_by_role("checkbox").click()
    button(page, "下一步，看合同").click()


def read_to_the_end(page: Page) -> None:
    """Scrolling counts as reading: no taps."""
    page.get_by_text("谁和谁签").wait_for()
    done = button(page, "看完了，去签字")
    while not done.is_visible():
        page.mouse.wheel(0, 900)
        page.wait_for_function("() => new Promise(requestAnimationFrame)")


def test_a_worker_scans_signs_in_and_signs_in_at_most_six_taps(open_phone: OpenPhone) -> None:
    phone = open_phone()
    newcomer(phone)
    page = scan_the_poster(phone)
    button(page, "看明白了，我要登记").click()
    sign_in(page)
    prove_name(page)
    page.get_by_text("您干哪个工种").wait_for()
    page.evaluate(
        """() => {
          window.taps = 0
          addEventListener('click', (tap) => { window.taps += tap.target.closest('#signature-pad') ? 0 : 1 }, true)
        }"""
    )
    apply(page)
    read_to_the_end(page)
    button(page, "看完了，去签字").click()
    write_name(page)
    button(page, "提交签名").click()
    page.get_by_text("您已签好，单位盖章后会通知您").wait_for()
    assert page.evaluate("window.taps") <= 6
    assert phone.service.world.done(SIGNING) == 1
    assert phone.faults == []


def test_the_page_notices_by_itself_that_the_employer_has_sealed(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["contract-waiting"])
    phone.service.world.contracts["c2"] = contract("c2", "sealed")
    page.get_by_text("合同已生效，双方各有一份").wait_for()
    expect(page.get_by_text("盖章合同（PDF）")).to_be_visible()


def test_what_was_chosen_is_back_after_the_app_was_closed(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["apply"])
    page.get_by_role("radio", name="架子工").click()
    field(page, "证书编号").fill("T123456789")
    page.reload()
    expect(page.get_by_role("radio", name="架子工")).to_be_checked()
    expect(field(page, "证书编号")).to_have_value("T123456789")


def test_a_double_tap_signs_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["sign"])
    write_name(page)
    button(page, "提交签名").dblclick()
    page.get_by_text("您已签好，单位盖章后会通知您").wait_for()
    sent = [write for write in phone.service.world.writes if write[1] == SIGNING]
    assert len(sent) == 1


def test_a_dot_is_no_signature(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["sign"])
    box = page.get_by_role("img", name="签名板").bounding_box()
    assert box
    page.mouse.click(box["x"] + 80, box["y"] + 80)
    button(page, "提交签名").click()
    page.get_by_text("字太少了，请写上完整的名字").wait_for()
    assert phone.service.world.writes == []


def test_a_name_written_across_the_screen_comes_back_upright(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["sign"])
    button(page, "横屏写").click()
    write_name(page)
    button(page, "写好了").click()
    page.get_by_role("img", name="签名板，已写 3 笔").wait_for()
    button(page, "提交签名").click()
    page.get_by_text("您已签好，单位盖章后会通知您").wait_for()


def test_a_wrong_identity_number_is_noticed_before_anything_is_sent(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["real-name"])
    field(page, "姓名").fill("张建国")
    field(page, "身份证号").fill("360426199101010072")
    page.get_by_role("checkbox").click()
    button(page, "核对身份").click()
    page.get_by_text("号码对不上，可能有一位填错了").first.wait_for()
    assert phone.service.world.writes == []


def test_a_name_that_does_not_match_keeps_what_was_typed(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["real-name"])
    field(page, "姓名").fill("不符")
    field(page, "身份证号").fill("360426199101010071")
    page.get_by_role("checkbox").click()
    button(page, "核对身份").click()
    page.get_by_text("姓名和身份证号对不上").wait_for()
    page.reload()
    expect(field(page, "姓名")).to_have_value("不符")


def test_an_expired_session_is_renewed_without_a_word(open_phone: OpenPhone) -> None:
    phone = open_phone()
    phone.service.world.expired = True
    page = phone.show(SCREENS["matters"])
    expect(page.get_by_text("滨江之星三期工程").first).to_be_visible()


def test_a_clerk_countersigns_several_contracts_at_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["pending"])
    page.get_by_role("checkbox", name="全选").click()
    button(page, "同意并盖章（2 份）").click()
    button(page, "同意，盖章").click()
    page.get_by_text("没有等盖章的合同").wait_for()
    assert phone.service.world.done("/v1/workers/countersignatures") == 1


def test_a_clerk_refuses_only_with_a_reason(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["review"])
    button(page, "不同意").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("button", name="不同意").click()
    page.get_by_text("请写上原因").wait_for()
    field(page, "原因").fill("工种不对")
    sheet.get_by_role("button", name="不同意").click()
    page.get_by_text("单位没有同意").wait_for()


def test_a_renewed_code_shows_its_new_version(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["team-code"])
    button(page, "换一个新码").click()
    button(page, "换新码").last.click()
    page.get_by_text("第 2 版").wait_for()


def test_the_whole_way_works_by_keyboard(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["apply"])
    phone.service.world.contracts = {}
    for choice in (page.get_by_role("radio", name="钢筋工"), page.get_by_role("checkbox")):
        choice.focus()
        page.keyboard.press("Space")
    button(page, "下一步，看合同").focus()
    page.keyboard.press("Enter")
    page.get_by_text("谁和谁签").wait_for()


def test_elder_mode_is_one_tap_away_and_stays(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.page
    furnish(phone.service.world, SCREENS["home"])
    script = remember(stored(SCREENS["home-signed-out"], phone.service.world))
    page.goto(f"{phone.service.url}/")
    page.evaluate(script)
    button(page, "大字版").click()
    page.reload()
    button(page, "标准版").wait_for()


def test_one_lost_device_is_signed_out_and_this_one_goes_on(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["devices"])
    button(page, "退出这一台").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_text("安卓手机 · 微信").wait_for()
    sheet.get_by_role("button", name="退出这一台").click()
    sheet.wait_for(state="hidden")
    assert phone.service.world.done("/v1/identity/sessions/s2") == 1
    assert button(page, "全部退出").is_visible()
