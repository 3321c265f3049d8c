"""Somebody talks with an agent on the phone: begins, says things without a network, makes a ticket of it, rates it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button
from tests.miniprogram.test_publicareas import turn

pytestmark = pytest.mark.browser
LINES = "/v1/helpdesk/conversations/k2/lines"


def say(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="说一句").fill(text)
    button(page, "发出").click()


def in_county(page: Page) -> None:
    for field, name in (("省", "浙江省"), ("市", "杭州市"), ("区县", "西湖区")):
        button(page, f"{field}，请选择，点一下改").click()
        turn(page)
        button(page, f"{field}，{name}，点一下改").wait_for()
    button(page, "哪方面的事，请选择，点一下改").click()
    turn(page)


def test_what_no_answer_is_known_to_is_asked_of_a_person(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(replace(SCREENS["ask"], signed_in=True))
    page.get_by_role("textbox", name="您想问什么").fill("火星几点日出")
    button(page, "问").click()
    button(page, "找人问").click()
    in_county(page)
    page.get_by_text("都在忙，前面有 3 人").wait_for()
    button(page, "开始说").dblclick()
    page.get_by_text("请说一下工地和班组").wait_for()
    begun = phone.service.world.heard["begun"]
    assert begun == {"region": "330106", "topic": "wages", "text": "火星几点日出"}
    assert phone.service.world.done("/v1/helpdesk/conversations") == 1
    assert phone.faults == []


def test_a_card_opens_its_page_and_a_hall_leads_there(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["talk-cards"])
    page.context.route("https://uri.amap.com/**", lambda route: route.fulfill(body="地图"))
    with page.expect_popup() as opened:
        button(page, "去这里").click()
    assert "marker?position=120.11%2C30.27&name=" in opened.value.url
    opens = {
        "看大厅": "文三路 1 号", "看怎么办": "有电子版", "一步步办": "店里做热菜吗", "准备材料": "要填的内容",
        "去填表": "登记",
    }  # fmt: skip
    for act, there in opens.items():
        button(page, act).click()
        page.get_by_text(there).first.wait_for()
        page.go_back()
    button(page, "去预约").click()
    chosen = page.get_by_role("radio", name="开办餐饮店，要带：身份证、营业执照")
    chosen.wait_for()
    assert chosen.get_attribute("aria-checked") == "true"
    assert phone.service.world.heard["matter"] == {"item_id": "gi1", "talk_id": "k7"}
    assert phone.faults == []


def test_a_card_of_a_newer_service_is_read_as_words(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["talk-cards"])
    page.get_by_text("请更新后再打开").wait_for()


def test_where_nobody_is_on_duty_what_was_typed_becomes_a_ticket(open_phone: OpenPhone) -> None:
    phone = open_phone()
    phone.service.world.heard["manned"] = {"on_duty": 0, "opens_at": "2099-11-30T00:30:00Z"}
    page = phone.show(SCREENS["talk-new"])
    in_county(page)
    page.get_by_role("textbox", name="您想问什么").fill("工资两个月没发")
    page.get_by_text("现在没有人值班，周一（11月30日）8:30有人").wait_for()
    button(page, "留下问题").click()
    expect(page.get_by_role("textbox", name="什么事")).to_have_value("工资两个月没发")
    button(page, "区县，西湖区，点一下改").wait_for()


def test_what_is_said_without_a_network_goes_once_and_in_order_when_there_is_one(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["talk-going"])
    phone.context.set_offline(True)
    say(page, "西溪二标")
    say(page, "木工班")
    expect(page.get_by_text("存在手机里，有网就发")).to_have_count(2)
    phone.context.set_offline(False)
    expect(page.get_by_text("存在手机里，有网就发")).to_have_count(0)
    expect(page.get_by_text("已发出")).to_have_count(1)
    assert phone.service.world.heard["said"]["k2"] == ["西溪二标", "木工班"]
    assert phone.service.world.done(LINES) == 2


def test_a_line_whose_answer_was_lost_is_said_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["talk-going"])
    phone.service.world.lose_after.add(LINES)
    say(page, "西溪二标")
    page.get_by_text("存在手机里，有网就发").wait_for()
    phone.service.world.lose_after.clear()
    expect(page.get_by_text("存在手机里，有网就发")).to_have_count(0)
    expect(page.get_by_text("西溪二标")).to_have_count(1)
    assert phone.service.world.heard["said"]["k2"] == ["西溪二标"]


def test_a_closed_app_finds_what_it_had_not_sent(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["talk-going"])
    phone.service.world.lose_after.add(LINES)
    say(page, "西溪二标")
    page.get_by_text("存在手机里，有网就发").wait_for()
    page.get_by_role("textbox", name="说一句").fill("还没写完")
    page.wait_for_function("Object.values(localStorage).some((one) => one.includes('还没写完'))")
    phone.service.world.lose_after.clear()
    page.reload()
    expect(page.get_by_text("已发出")).to_have_count(1)
    expect(page.get_by_role("textbox", name="说一句")).to_have_value("还没写完")
    assert phone.service.world.heard["said"]["k2"] == ["西溪二标"]


def test_what_was_said_does_not_stand_in_the_field_again_when_the_app_is_opened(
    open_phone: OpenPhone,
) -> None:
    page = open_phone().show(SCREENS["talk-going"])
    say(page, "西溪二标")
    page.get_by_text("已发出").wait_for()
    page.reload()
    page.get_by_text("已发出").wait_for()
    expect(page.get_by_role("textbox", name="说一句")).to_have_value("")


def test_whoever_waits_makes_a_ticket_of_it(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["talk-waiting"])
    button(page, "转为提问").click()
    page.get_by_role("radio", name="求助").click()
    button(page, "提交").click()
    page.get_by_text("已转为提问").wait_for()
    assert phone.service.world.heard["turned"]["k1"] == {"klass": "help", "text": "工资两个月没发，找谁"}
    button(page, "看办到哪了").click()
    page.get_by_text("已责令三日内支付").first.wait_for()


def test_it_is_ended_with_a_question_and_rated_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["talk-going"])
    button(page, "更多").click()
    button(page, "结束").click()
    page.get_by_text("结束后还可以转为提问").wait_for()
    page.get_by_role("dialog").get_by_role("button", name="结束").click()
    page.get_by_role("radio", name="满意", exact=False).nth(1).click()
    button(page, "评价").click()
    page.get_by_text("您的评价").wait_for()
    assert phone.service.world.heard["stars"]["k2"] == 4


def test_a_bad_word_about_a_conversation_says_why_and_is_looked_into(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["talk-ended"])
    button(page, "评价").click()
    page.get_by_text("请先点几颗星").wait_for()
    page.get_by_role("radio", name="★ 非常不满意", exact=True).click()
    page.get_by_role("checkbox", name="态度好不好").click()
    page.get_by_role("textbox", name="想说的话").fill("没说完就结束了")
    button(page, "评价").click()
    page.get_by_text("待核实").wait_for()
    page.get_by_text("没说完就结束了").wait_for()
    judged = phone.service.world.heard["judged"]["k3"]
    assert judged == {"stars": 1, "tags": ["manner"], "text": "没说完就结束了"}


def test_what_an_agent_sends_is_a_picture_or_a_paper_with_its_name(open_phone: OpenPhone) -> None:
    phone = open_phone()
    phone.service.world.heard["papers"] = {"sent": True}
    page = phone.show(SCREENS["talk-going"])
    expect(button(page, "图片，点开看大图")).to_be_visible()
    expect(button(page, "文件：办事指南.pdf，点开看")).to_be_visible()


def test_old_conversations_lie_by_month_are_rated_late_kept_and_asked_again(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["talks"])
    titles = page.get_by_role("heading", level=2).all_inner_texts()
    assert titles == ["2026年11月", "2026年9月"]
    page.get_by_text("还没评价，点开可以补上").click()
    page.get_by_role("radio", name="满意", exact=False).nth(1).click()
    button(page, "评价").click()
    page.get_by_text("您的评价").wait_for()
    with page.expect_download() as saved:
        button(page, "保存一份").click()
    kept = saved.value.path().read_text(encoding="utf-8").splitlines()
    assert kept[0] == "2026年11月26日 10:01 您说：工资两个月没发，找谁"
    assert len(kept) == 3
    button(page, "再问一次").click()
    button(page, "哪方面的事，工资，点一下改").wait_for()
    expect(page.get_by_role("textbox", name="您想问什么")).to_have_value("工资两个月没发，找谁")
    button(page, "区县，西湖区，点一下改").wait_for()
    assert phone.service.world.heard["stars"]["k3"] == 4
    assert phone.faults == []


def test_on_the_smallest_phone_in_large_type_the_conversation_keeps_half_of_the_screen(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone(320, 640)
    phone.service.world.heard["said"] = {"k2": ["工地在西溪，木工班，一共欠了三个月"] * 8}
    page = phone.show(SCREENS["talk-going"], elder_mode=True)
    say(page, "还在吗")
    expect(page.get_by_text("已发出")).to_be_in_viewport()
    lines, bar = page.locator(".talk-lines").bounding_box(), page.locator(".app-footer").bounding_box()
    assert lines is not None
    assert bar is not None
    title = page.locator("uni-page-head").bounding_box()
    top = max(lines["y"], title["height"] if title else 0)
    assert min(lines["y"] + lines["height"], bar["y"]) - top >= 320
