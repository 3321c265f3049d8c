"""The network is cut at each step of a pay line's word, yes or no: what was written is kept and counts once."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_story import NETWORK_LOST, button, field, write_name

pytestmark = pytest.mark.browser
WORDS = "10月3日到5日我上工了，没算进去"


def _write_reason(page: Page) -> None:
    page.get_by_role("radio", name="单价不对").click()
    field(page, "说清楚").fill(WORDS)


def _ink_is_back(page: Page) -> None:
    page.get_by_role("img", name="签名板，已写 3 笔").wait_for()


def _reason_is_back(page: Page) -> None:
    expect(field(page, "说清楚")).to_have_value(WORDS)
    expect(page.get_by_role("radio", name="单价不对")).to_be_checked()


@pytest.mark.parametrize(
    ("screen", "write", "press", "kept", "path"),
    [
        ("wages-sign", write_name, "确认工资", _ink_is_back, "/v1/wages/lines/w1/confirmation"),
        ("wages-object", _write_reason, "提出异议", _reason_is_back, "/v1/wages/lines/w1/objection"),
    ],
)
def test_a_word_on_wages_survives_a_lost_network_a_closed_app_and_a_lost_answer(
    open_phone: OpenPhone,
    screen: str,
    write: Callable[[Page], None],
    press: str,
    kept: Callable[[Page], None],
    path: str,
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS[screen])
    write(page)
    phone.context.set_offline(True)
    button(page, press).click()
    page.get_by_text(NETWORK_LOST).wait_for()
    phone.context.set_offline(False)
    page.reload()
    kept(page)
    phone.service.world.lose_after = {path}
    button(page, press).click()
    page.get_by_text(NETWORK_LOST).wait_for()
    phone.service.world.lose_after.clear()
    button(page, "再试一次").click()
    page.wait_for_url(re.compile("wages/pages/line/index"))
    assert phone.service.world.done(path) == 1
