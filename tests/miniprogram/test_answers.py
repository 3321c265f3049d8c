"""Somebody asks on the phone: answered while typing, with the source, or told honestly who can be asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button

pytestmark = pytest.mark.browser


def test_a_question_is_suggested_while_typing_answered_with_its_source_and_judged(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["ask"])
    page.get_by_role("textbox", name="您想问什么").fill("工资")
    page.get_by_text("工资条要不要给").wait_for()
    button(page, "问").click()
    page.get_by_text("您想知道的是可不可以").wait_for()
    page.get_by_role("link", name="工资应该几号发").click()
    page.get_by_text("《保障农民工工资支付条例》第十条").wait_for()
    page.get_by_text("“工钱”按“工资”找").wait_for()
    button(page, "没解决").click()
    page.get_by_text("已记下，会有人补写或改写答案").wait_for()
    button(page, "打 12333").wait_for()
    assert phone.service.world.heard["asked"] == {"text": "工资", "region": ""}
    assert phone.faults == []


def test_a_film_is_fetched_and_plays_only_after_a_touch_and_says_when_it_does_not(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    asked_for: list[str] = []
    phone.context.route("**/film.mp4", lambda route: asked_for.append(route.request.url))
    page = phone.show(SCREENS["answer-sent"])
    page.get_by_text("45 秒，2.0 MB，点了才放").wait_for()
    page.get_by_role("button", name="工资条，实发在右下角，点开看大图").wait_for()
    field = page.get_by_role("textbox", name="还想问什么")
    answer = page.get_by_role("region", name="答案")
    assert answer.evaluate("(one, field) => one.compareDocumentPosition(field) & 4", field.element_handle())
    button(page, "问").click()
    expect(page.get_by_text("请写一句话，或者用说的")).to_be_in_viewport()
    answer.scroll_into_view_if_needed()
    play = page.get_by_role("button", name="看短片：投诉电话怎么打，45 秒，2.0 MB")
    play.wait_for()
    assert page.locator("video").count() == 0
    assert asked_for == []
    with page.expect_request("**/given/p1"), page.expect_request("**/film.mp4"):
        play.click()
    film = page.locator("video")
    film.wait_for(state="attached")
    film.dispatch_event("error")
    page.get_by_text("短片没有放出来").wait_for()
    play.wait_for()
    assert phone.faults == []


def test_what_nobody_knows_says_that_nobody_sits_there(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["ask"])
    button(page, "问").click()
    page.get_by_text("请写一句话，或者用说的").wait_for()
    page.get_by_role("textbox", name="您想问什么").fill("火星几点日出")
    button(page, "问").dblclick()
    page.get_by_text("这里还没有人工坐席").wait_for()
    assert phone.service.world.done("/v1/answers/questions") == 1
    assert phone.faults == []
