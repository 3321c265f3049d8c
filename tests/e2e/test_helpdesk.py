"""One question through its whole life on screen: asked on a phone, left lying, escalated, answered, rated, mended."""

import json
import re
from datetime import timedelta

import pytest

from mashangban.kernel import clock
from tests.e2e import screen
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.strike import strike
from tests.e2e.world import World

# The ground may be laid within its time.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
COUNTY, AGENT, BOSS = "330106", "xihu", "hangzhou"
WORDS = "塔吊班三个人，九月的工资只发了一半"


def test_what_nobody_answers_climbs_and_a_bad_word_is_mended(
    new_phone: NewPhone, offices: Offices, world: World
) -> None:
    caller = world.verified(world.newcomer())
    phone = new_phone(caller, **{"helpdesk-county": json.dumps(COUNTY)})
    ask(phone)
    [row] = caller.get("/v1/helpdesk/mine").json()["items"]
    path = f"/console/helpdesk/tickets/{row['id']}"

    agent, boss = offices.desk(AGENT), offices.desk(BOSS)
    does(agent, path, "接手")
    agent.sees(WORDS)
    strike(world, "helpdesk", clock.now() + timedelta(days=20))
    assert "市级督办" in boss.reads(f"/console/helpdesk?where={COUNTY}&bucket=late", row["number"])
    does(boss, path, "催办", "今天必须答复")
    does(agent, path, "答复", "已责令总包三日内补齐，人力社保局跟到发完")

    again(phone, "已责令总包三日内补齐")
    phone.sees("超期升级：市级督办")
    screen.picture(phone.page, "helpdesk-answered")
    phone.tap("解决了")
    phone.page.get_by_role("dialog").get_by_role("button", name="解决了").click()
    phone.tap(re.compile("非常不满意"), "radio")
    phone.write("想说的话", "拖了这么久，催了才办")
    phone.tap("评价")
    phone.sees("待核实")

    boss.reads(f"/console/helpdesk/ratings?where={COUNTY}", row["number"])
    does(boss, path, "核实差评", "超期属实，请整改")
    does(agent, path, "说明整改", "专人盯办，接件当天先回电话")
    does(boss, path, "回访差评", "电话里说满意了")
    again(phone, "已整改并回访")
    phone.sees("专人盯办")


def ask(phone: Phone) -> None:
    """A complaint about wages, and when it will be answered."""
    phone.open("/#/helpdesk/pages/mine/index")
    phone.tap("提一件事")
    phone.tap(re.compile("^投诉"), "radio")
    phone.tap(re.compile("^哪方面的事"))
    wheel = phone.page.locator(".uni-picker-view-group:visible").last
    wheel.hover()
    phone.page.mouse.wheel(0, 40)
    phone.page.locator(".uni-picker-action-confirm:visible").last.click()
    phone.button(re.compile("^哪方面的事，工资")).wait_for()
    phone.write("什么事", WORDS)
    phone.tap("提交")
    phone.arrives("helpdesk/pages/ticket")
    phone.sees("西湖区人力社保局")
    phone.sees("24:00前")
    screen.picture(phone.page, "helpdesk-asked")


def does(desk: Office, path: str, deed: str, words: str = "") -> None:
    """Press one of the buttons that the page of a ticket offers, write what it asks for, and send it."""
    desk.open(path)
    desk.page.get_by_role("button", name=deed, exact=True).first.click()
    dialog = desk.page.locator("dialog[open]")
    if words:
        dialog.locator("textarea").fill(words)
    dialog.get_by_role("button", name=deed, exact=True).click()
    desk.sees("现在：")


def again(phone: Phone, text: str) -> None:
    """Look at the page anew."""
    phone.page.reload()
    phone.sees(text)
