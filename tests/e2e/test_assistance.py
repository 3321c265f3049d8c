"""An officer looks at a form on a phone: what is private stays there, each change is the person's, stop is at once."""

import json

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e import screen
from tests.e2e.conftest import NewPhone
from tests.e2e.office import WIDE, Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.world import World

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
HOME = "/console/assistance"
COMPLAIN = "/#/arrears/pages/complain/index?id=m1"
NUMBER = "6222020200112233445"


@pytest.fixture(scope="module")
def desk(offices: Offices) -> Office:
    return offices.desk("xihu")


def test_the_person_takes_one_proposal_leaves_another_and_stops_at_once(
    desk: Office, new_phone: NewPhone, world: World
) -> None:
    phone = new_phone(world.verified(world.newcomer()))
    phone.open(COMPLAIN)
    phone.write("想说的话", "九月只发了一半")
    code = agree(phone)
    join(desk, code)
    row(desk, "text").get_by_text("九月只发了一半").wait_for()
    phone.sees("县区监管")
    phone.sees("正在看这张表")
    phone.write("想说的话", "九月只发了一半，十月没发")
    row(desk, "text").get_by_text("十月没发").wait_for()
    expect(row(desk, "text").get_by_text("对方正在填")).to_be_visible()

    desk.page.get_by_role("button", name="指给对方看：照片").click()
    phone.sees("工作人员指着这里")
    propose(desk, "text", "九月应发 8000 元，只发了 4000 元，十月没发", "写清楚数目")
    phone.sees("建议改“想说的话”")
    look(phone, desk)
    phone.tap("采用")
    expect(phone.field("想说的话")).to_have_value("九月应发 8000 元，只发了 4000 元，十月没发")
    row(desk, "text").get_by_text("本人采用了").wait_for()

    propose(desk, "hidden", "no", "写名字办得快")
    phone.sees("写名字办得快")
    phone.tap("不采用")
    row(desk, "hidden").get_by_text("本人没采用").wait_for()
    phone.sees("监管部门知道是您，单位看不到名字")

    phone.reopen()
    phone.open(COMPLAIN)
    phone.sees("正在看这张表")
    expect(phone.field("想说的话")).to_have_value("九月应发 8000 元，只发了 4000 元，十月没发")
    desk.open(f"{desk.page.url.partition('?')[0].removeprefix(world.url)}?field=text")
    phone.tap("停止")
    desk.sees("共享已经结束：本人停止了共享")
    screen.picture(desk.page, "assistance-over")
    expect(desk.page.get_by_text("九月应发")).to_have_count(0)
    phone.sees("没有人在看了")


def test_a_card_number_never_leaves_the_phone_before_it_is_handed_in(
    desk: Office, new_phone: NewPhone, world: World
) -> None:
    phone = new_phone(world.verified(world.newcomer()))
    phone.open("/#/payments/pages/card/index")
    sent: list[str] = []
    phone.page.on("request", lambda asked: sent.append(asked.post_data or ""))
    phone.write("卡号", NUMBER)
    join(desk, agree(phone))
    row(desk, "card").get_by_text("已填，不给看").wait_for()
    assert desk.page.get_by_role("link", name="提建议：银行卡号").count() == 0
    propose(desk, "bank", "boc", "您的卡是中国银行的")
    phone.tap("采用")
    row(desk, "bank").get_by_text("本人采用了").wait_for()
    answered = desk.fetch(desk.page.url.partition("#")[0]).decode()
    assert "已填，不给看" in answered
    assert NUMBER[-4:] not in answered
    sheets = [json.loads(body) for body in sent if '"fields"' in body]
    card = [one for sheet in sheets for one in sheet["fields"] if one["key"] == "card"]
    assert card
    assert {one["value"] for one in card} == {""}
    assert all(NUMBER not in body for body in sent)


def agree(phone: Phone) -> str:
    """Ask for help, read what is seen, agree; the code that is read out."""
    phone.tap("请人帮我填")
    phone.sees("工作人员看不到：")
    screen.picture(phone.page, "assistance-consent")
    given = phone.answer("/v1/assistance/sharings$", lambda: phone.tap("同意，给我号码")).json()
    phone.sees("把号码念给工作人员")
    screen.picture(phone.page, "assistance-code")
    return str(given["code"])


def join(desk: Office, code: str) -> None:
    desk.open(HOME)
    desk.page.get_by_label("六位号码").fill(code)
    desk.page.get_by_role("button", name="开始看").click()
    desk.sees("可以一起看了")


def row(desk: Office, key: str) -> Locator:
    return desk.page.locator(f'tr[data-field="{key}"]')


def propose(desk: Office, key: str, value: str, reason: str) -> None:
    """By keys alone: along the fields to the one, Enter, write, Enter."""
    link = desk.page.locator(f"#propose-{key}")
    desk.page.locator("h1").click()
    for _ in range(10):
        desk.page.keyboard.press("j")
        if link.evaluate("one => one === document.activeElement"):
            break
    desk.page.keyboard.press("Enter")
    field = desk.page.locator("#value")
    if field.evaluate("one => one.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)
    desk.page.get_by_label("为什么这样填").fill(reason)
    desk.page.keyboard.press("Enter")
    desk.sees("已提议，等对方在手机上决定")


def look(phone: Phone, desk: Office) -> None:
    """Nothing that a machine finds wrong, and nothing beyond the edge of a small screen."""
    screen.picture(phone.page, "assistance-proposal")
    assert screen.faults(phone.page) == []
    phone.page.set_viewport_size({"width": 320, "height": 640})
    assert screen.overflow(phone.page) <= 0
    screen.picture(phone.page, "assistance-proposal-narrow")
    phone.page.set_viewport_size({"width": 390, "height": 844})
    assert screen.faults(desk.page) == []
    screen.picture(desk.page, "assistance-desk")
    desk.page.set_viewport_size({"width": 1024, "height": 768})
    assert screen.overflow(desk.page) <= 0
    screen.picture(desk.page, "assistance-desk-narrow")
    desk.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
