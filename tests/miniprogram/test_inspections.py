"""An inspector in a building without a network: nothing is lost, everything arrives in one batch, once."""

from __future__ import annotations

from threading import Event

import pytest
from playwright.sync_api import Page

from tests.miniprogram.conftest import OpenPhone, Phone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button
from tests.stack import wait_for

pytestmark = pytest.mark.browser
ENTRIES = "/v1/homes/inspections/s1/entries"
REST = "**/v1/**"


def room(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).click()


def cut(phone: Phone) -> None:
    phone.page.route(REST, lambda route: route.abort("internetdisconnected"))


def mend(phone: Phone) -> None:
    phone.page.unroute(REST)


def hold(phone: Phone) -> Event:
    """The answer to a batch stays on its way until this is set."""
    return phone.service.world.held.setdefault(ENTRIES, Event())


def measure(page: Page, design: int, *values: int) -> None:
    page.get_by_role("textbox", name="设计值").fill(str(design))
    for place, value in enumerate(values, start=1):
        page.get_by_role("textbox", name=f"第 {place} 次量").fill(str(value))


def test_a_sheet_filled_in_without_a_network_survives_a_closed_app_and_arrives_as_one_batch(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["sheet"])
    cut(phone)
    room(page, "客厅")
    page.get_by_role("radio", name="合格", exact=True).click()
    button(page, "填实测值").click()
    measure(page, 2800, 2800, 2805, 2795, 2810, 2800)
    page.get_by_text("偏差 +10（允许 ±20），极差 15（允许 20）：合格").wait_for()
    button(page, "记好了").click()
    button(page, "下一间：卧室").click()
    page.get_by_role("radio", name="不合格").click()
    page.get_by_role("textbox", name="说明").fill("墙角空鼓")
    page.get_by_text("已存在手机里").wait_for()
    page.close()
    page = phone.page = phone.context.new_page()
    cut(phone)
    # An app lies on the phone, a browser must load it: only the service stays out of reach.
    page.goto(f"{phone.service.url}/#/{SCREENS['sheet'].path}")
    page.get_by_text("3 条待上传").wait_for()
    page.get_by_text("查了 3 / 3 处，1 处不合格").wait_for()
    assert phone.service.world.done(ENTRIES) == 0
    mend(phone)
    button(page, "现在上传").click()
    page.get_by_text("条待上传").wait_for(state="hidden")
    found = phone.service.world.found
    assert phone.service.world.done(ENTRIES) == 1
    assert (found["wall@客厅"]["verdict"], found["wall@卧室"]["note"]) == ("pass", "墙角空鼓")
    assert found["height@客厅"]["values"] == [2800, 2805, 2795, 2810, 2800]


def test_a_batch_whose_answer_was_lost_is_repeated_as_the_same_batch(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["sheet-room"])
    phone.service.world.lose_after.add(ENTRIES)
    page.get_by_role("radio", name="合格", exact=True).click()
    button(page, "现在上传").click()
    page.get_by_text("有网会自己上传").wait_for()
    wait_for(lambda: phone.service.world.done(ENTRIES) == 1, "the batch")
    phone.service.world.lose_after.clear()
    page.reload()
    page.get_by_text("客厅").first.wait_for()
    page.get_by_text("条待上传").wait_for(state="hidden")
    assert phone.service.world.done(ENTRIES) == 1
    assert phone.service.world.found["wall@客厅"]["revision"] == 1


def test_what_is_written_while_the_last_batch_is_still_on_its_way_stays(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["sheet-room"])
    answer = hold(phone)
    page.get_by_role("radio", name="合格", exact=True).click()
    button(page, "现在上传").click()
    button(page, "填实测值").click()
    measure(page, 2800, 2800, 2805, 2795, 2810, 2800)
    page.get_by_text("已存在手机里").wait_for()
    with page.expect_response("**" + ENTRIES):
        answer.set()
    button(page, "记好了").click()
    page.get_by_text("偏差 +10 毫米").wait_for()
    page.get_by_text("条待上传").wait_for(state="hidden")
    assert phone.service.world.found["height@客厅"]["values"] == [2800, 2805, 2795, 2810, 2800]


def test_what_is_written_meanwhile_follows_the_batch_that_is_still_on_its_way(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["sheet"])
    answer = hold(phone)
    room(page, "客厅")
    page.get_by_role("radio", name="合格", exact=True).click()
    button(page, "下一间：卧室").click()
    wait_for(lambda: phone.service.world.done(ENTRIES) == 1, "the first batch on its way")
    page.get_by_role("radio", name="合格", exact=True).click()
    page.go_back()
    page.get_by_text("查了 2 / 3 处").wait_for()
    answer.set()
    page.get_by_text("条待上传").wait_for(state="hidden")
    assert sorted(phone.service.world.found) == ["wall@卧室", "wall@客厅"]


def test_what_somebody_else_found_first_is_shown_beside_ones_own_to_choose(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["sheet"])
    theirs = {"verdict": "fail", "note": "裂缝", "design": 0, "values": [], "pin": None, "revision": 1}
    phone.service.world.found["wall@客厅"] = theirs
    room(page, "客厅")
    cut(phone)
    page.get_by_role("radio", name="合格", exact=True).click()
    page.get_by_text("1 条待上传").wait_for()
    phone.service.world.found["wall@客厅"] = {**theirs, "note": "裂缝更长了", "revision": 2}
    mend(phone)
    page.go_back()
    card = page.get_by_role("group", name="客厅墙面，两个人记的不一样")
    card.get_by_text("裂缝更长了").wait_for()
    button(page, "用我的").click()
    card.wait_for(state="hidden")
    page.get_by_text("条待上传").wait_for(state="hidden")
    assert phone.service.world.found["wall@客厅"]["verdict"] == "pass"


def test_an_owner_begins_their_own_sheet_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["sheets"])
    button(page, "开始验房").dblclick()
    page.get_by_text("还有 3 处没查").wait_for()
    assert phone.service.world.done("/v1/homes/homes/h1/inspections") == 1
    assert phone.faults == []
