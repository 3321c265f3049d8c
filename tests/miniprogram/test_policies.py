"""Policies on the phone: found, read in plain words, matched, explained, objected to, kept."""

from __future__ import annotations

import pytest

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import button

pytestmark = pytest.mark.browser


def test_a_policy_is_found_by_name_window_and_tag(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["policies"])
    page.get_by_role("radio", name="还没开始").click()
    page.get_by_text("绿色工厂奖励").wait_for()
    assert page.get_by_text("高新技术企业认定奖励").count() == 0
    page.get_by_role("radio", name="全部").first.click()
    page.get_by_role("radio", name="高企").click()
    page.get_by_text("高新技术企业认定奖励").wait_for()
    page.get_by_text("绿色工厂奖励").wait_for(state="hidden")
    page.get_by_role("textbox", name="政策名称").fill("绿色")
    page.get_by_role("textbox", name="政策名称").press("Enter")
    page.get_by_role("link").filter(has_text="绿色工厂奖励").click()
    page.get_by_text("什么都不用交").or_(page.get_by_text("部门共享，不用交")).first.wait_for()
    assert phone.faults == []


def test_an_operator_sees_why_and_what_would_change_the_answer(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["policies-mine"])
    page.get_by_text("符合 1 项，还有 1 项缺数据").wait_for()
    page.get_by_role("link").filter(has_text="稳岗返还").click()
    page.get_by_text("上年营业收入不少于500万元才符合，现在差20万元").wait_for()
    page.get_by_text("还缺上年研发费用（由税务局提供）").wait_for()
    page.get_by_role("link", name="数据不对？去看企业数据").click()
    page.get_by_text("部门答复：核对申报表，没有错").wait_for()
    assert phone.faults == []


def test_a_wrong_fact_is_objected_to_once_and_the_words_survive_a_lost_network(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["policies-facts"])
    path = "/v1/policies/profiles/u1/facts/hr.insured/dispute"
    button(page, "参保人数不对").click()
    page.get_by_role("textbox", name="哪里不对").fill("实际参保 45 人")
    phone.service.world.lose_after.add(path)
    button(page, "告诉部门").click()
    page.get_by_text("网络断了").wait_for()
    phone.service.world.lose_after.clear()
    button(page, "再试一次").click()
    page.get_by_text("已经告诉人力资源和社会保障局").wait_for()
    page.get_by_text("您说：实际参保 45 人").wait_for()
    assert phone.service.world.done(path) == 1
    assert page.get_by_role("button", name="参保人数不对").count() == 0


def test_a_policy_is_kept_and_found_again_and_what_was_withdrawn_says_so(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["policy"])
    page.get_by_role("link", name="收藏这项政策").click()
    page.get_by_role("link", name="不再收藏").wait_for()
    page.goto(f"{phone.service.url}/#/policies/pages/saved/index")
    page.get_by_text("高新技术企业认定奖励").wait_for()
    page.get_by_text("这项政策不再执行").wait_for()
    assert phone.faults == []


def test_the_calendar_says_what_begins_and_what_ends(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["policies-calendar"])
    page.get_by_text("2026年11月28日").wait_for()
    page.get_by_role("link").filter(has_text="2026年11月30日").click()
    page.get_by_text("谁能享受").wait_for()


def test_whoever_acts_for_nobody_is_told_and_led_to_what_is_open(open_phone: OpenPhone) -> None:
    page = open_phone().show(SCREENS["policies-nobody"])
    button(page, "看所有政策").click()
    page.get_by_text("绿色工厂奖励").wait_for()
