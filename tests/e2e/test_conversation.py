"""A phone and two desks talk over the real gateway and its socket: a lost network, a hand-over, a ticket."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import screen
from tests.e2e.conftest import NewPhone
from tests.e2e.office import WIDE, Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.world import World

# The ground may be laid within its time.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
COUNTY = "330106"
HOME = "/console/helpdesk/conversations"


def test_two_desks_and_a_phone_lose_nothing_and_say_nothing_twice(
    new_phone: NewPhone, offices: Offices, world: World
) -> None:
    caller = world.verified(world.newcomer())
    put_at_front(world, "hangzhou")
    first, second = offices.desk("xihu"), offices.desk("hangzhou")
    on_duty(first)
    phone = new_phone(caller, **{"helpdesk-county": json.dumps(COUNTY)})
    begin(phone, "塔吊班三个人，九月的工资只发了一半")
    phone.sees("工作人员接入了对话")
    first.sees("塔吊班三个人")

    desk_says(first, "请说一下是哪个工地", "还有班组长是谁")
    phone.sees("还有班组长是谁")
    phone.sees("请说一下是哪个工地")
    phone.context.set_offline(True)
    for words in ("西溪二标", "班组长姓王"):
        phone_says(phone, words)
    expect(phone.page.get_by_text("存在手机里，有网就发")).to_have_count(2)
    desk_says(first, "还在吗，我在等您")
    phone.context.set_offline(False)
    phone.sees("还在吗，我在等您")
    first.sees("班组长姓王")
    screen.picture(phone.page, "helpdesk-conversation")
    send_card(first, "办事大厅")
    phone.sees("看大厅")
    looks_without_a_code(first, phone)
    screen.picture(phone.page, "helpdesk-card")
    assert screen.faults(first.page) == []
    screen.picture(first.page, "helpdesk-workplace")
    narrow(first, "helpdesk-workplace-narrow")
    second.open(f"/console/helpdesk/queues?region={COUNTY}")
    second.sees("1/3（在岗，可接）")
    screen.picture(second.page, "helpdesk-queues")

    on_duty(second)
    pass_on(first)
    second.sees("班组长姓王")
    desk_says(second, "我接着说，工资的事给您转给劳动监察")
    phone.sees("我接着说")
    make_ticket(second, "请查西溪二标九月的工资")
    phone.sees("已转为提问")
    said = [
        "塔吊班三个人，九月的工资只发了一半",
        "请说一下是哪个工地",
        "还在吗，我在等您",
        "西溪二标",
        "班组长姓王",
    ]
    assert [words for words in lines(phone.page) if words in said] == said
    assert sorted(set(lines(phone.page))) == sorted(lines(phone.page))
    phone.tap("看办到哪了")
    phone.sees("请查西溪二标九月的工资")


def put_at_front(world: World, username: str) -> None:
    """One more officer at 应答 of the county's department for wages."""
    keeper, person = world.staff("xihu"), world.staff(username).tokens["me"]["person_id"]
    found = keeper.get(f"/v1/helpdesk/departments?region={COUNTY}").json()["items"]
    wages = next(one["id"] for one in found if "人力社保局" in one["name"])
    put = keeper.put(f"/v1/helpdesk/departments/{wages}/posts/{person}", {"kinds": ["front"], "topics": []})
    assert put.is_success, put.text


def begin(phone: Phone, words: str) -> None:
    """Ask a person about wages, first come."""
    phone.open("/#/helpdesk/pages/mine/index")
    phone.tap("找人问，马上说")
    phone.tap(re.compile("^哪方面的事"))
    wheel = phone.page.locator(".uni-picker-view-group:visible").last
    wheel.hover()
    phone.page.mouse.wheel(0, 40)
    phone.page.locator(".uni-picker-action-confirm:visible").last.click()
    phone.button(re.compile("^哪方面的事，工资")).wait_for()
    phone.write("您想问什么", words)
    phone.tap("开始说")
    phone.arrives("helpdesk/pages/talk")


def phone_says(phone: Phone, words: str) -> None:
    phone.write("说一句", words)
    phone.tap("发出")


def lines(page: Page) -> list[str]:
    """What the phone shows as said, in order."""
    return [words.strip() for words in page.locator(".talk-text:visible").all_inner_texts()]


def on_duty(desk: Office) -> None:
    desk.open(HOME)
    desk.page.get_by_label("在岗状态").select_option("on")
    desk.page.get_by_label("同时最多接几个").select_option("3")
    desk.page.get_by_role("button", name="改", exact=True).click()
    desk.sees("现在：在岗，可接")


def desk_says(desk: Office, *lines: str) -> None:
    """Written one after the other, faster than they are sent."""
    field = desk.page.get_by_label("说", exact=True)
    for words in lines:
        field.fill(words)
        field.press("Enter")
    for words in lines:
        expect(desk.page.locator(".talk-line.mine").get_by_text(words)).to_be_visible()


def looks_without_a_code(desk: Office, phone: Phone) -> None:
    """A card asks to look at a form; its person agrees on the phone, and the agent starts from the conversation."""
    talk = desk.page.url
    send_card(desk, "请对方共享表格", "登记工资卡")
    phone.tap("去填表")
    phone.tap("请人帮我填")
    phone.sees("不用念号码")
    screen.picture(phone.page, "helpdesk-share-consent")
    phone.tap("同意，请他看")
    phone.sees("等工作人员来看")
    desk.sees("请您看着填：登记工资卡")
    screen.picture(desk.page, "helpdesk-asked-to-look")
    desk.page.get_by_role("button", name="开始看").click()
    desk.sees("可以一起看了")
    phone.sees("正在看这张表")
    phone.tap("停止")
    phone.sees("没有人在看了")
    phone.page.go_back()
    desk.sees("共享已经结束")
    desk.page.goto(talk)


def send_card(desk: Office, kind: str, named: str = "") -> None:
    """The first of a kind with such a name, by keyboard alone."""
    keys = desk.page.keyboard
    keys.press("Alt+k")
    sheet = desk.page.locator("dialog[open]")
    sheet.get_by_role("button", name=kind).press("Enter")
    first = sheet.get_by_role("radio", name=named).first
    first.wait_for()
    assert screen.faults(desk.page) == []
    screen.picture(desk.page, "helpdesk-cards")
    first.press("Space")
    first.press("Enter")
    desk.sees("卡片已发出")


def narrow(desk: Office, name: str) -> None:
    """The same on a small screen: nothing stands beyond its edge."""
    desk.page.set_viewport_size({"width": 1024, "height": 768})
    assert screen.overflow(desk.page) <= 0
    screen.picture(desk.page, name)
    desk.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})


def pass_on(desk: Office) -> None:
    """To the colleague who is free."""
    desk.page.reload()
    desk.page.get_by_role("button", name="转同事").click()
    sheet = desk.page.locator("dialog[open]")
    sheet.get_by_label("理由").fill("我要去大厅")
    sheet.get_by_role("button", name="转同事").click()
    desk.sees("已转出")


def make_ticket(desk: Office, words: str) -> None:
    desk.page.get_by_role("button", name="转为提问").click()
    sheet = desk.page.locator("dialog[open]")
    sheet.get_by_label("什么事").fill(words)
    sheet.get_by_role("button", name="转为提问").click()
    desk.sees("已转为提问，提问人收到了编号")
