"""Somebody shows an officer their computer's screen: its picture flows between two browsers and stops at once."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import ARGUMENTS, EXECUTABLE
from tests.e2e import screen
from tests.e2e.office import WIDE, Offices
from tests.e2e.phone import Phone
from tests.e2e.test_assistance import join
from tests.e2e.world import World

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
# A computer without a screen shows a made one; its person says yes to what the browser asks.
SHOWN = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
FLOWS = """() => {
  const video = document.querySelector('video[data-screen]');
  return video && video.videoWidth > 0 && video.currentTime > %s;
}"""
_KEEP_TRACK = """
const get = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getDisplayMedia = async (...asked) => {
  const stream = await get(...asked);
  window.__track = stream.getVideoTracks()[0];
  return stream;
};
"""


@pytest.fixture(scope="module")
def computer(browser: Browser) -> Iterator[Browser]:
    opened = browser.browser_type.launch(executable_path=EXECUTABLE, args=[*ARGUMENTS, *SHOWN])
    yield opened
    opened.close()


def test_a_screen_is_seen_and_stopped_from_both_sides(computer: Browser, world: World) -> None:
    desk = Offices(computer, world).desk("haishu")
    owner = world.verified(world.newcomer())
    phone = Phone(computer, world, WIDE, owner.memory)
    phone.page.add_init_script(_KEEP_TRACK)
    phone.open("/#/assistance/pages/screen/index")
    share(phone, desk_join=lambda code: join(desk, code))
    desk.page.wait_for_function(FLOWS % 0)
    seen = desk.page.evaluate("document.querySelector('video[data-screen]').currentTime")
    desk.page.wait_for_function(FLOWS % (seen + 0.5))
    screen.picture(desk.page, "screen-desk")
    assert screen.faults(desk.page) == []
    phone.sees("正在共享屏幕")
    screen.picture(phone.page, "screen-person")
    assert screen.faults(phone.page) == []

    phone.tap("停止")
    desk.sees("共享已经结束：本人停止了共享")
    assert track(phone.page) == "ended"
    assert desk.page.locator("video").count() == 0

    share(phone, desk_join=lambda code: join(desk, code))
    desk.page.wait_for_function(FLOWS % 0)
    desk.confirm("结束", "结束")
    phone.sees("工作人员结束了帮忙")
    phone.page.wait_for_function("window.__track.readyState === 'ended'")
    assert phone.errors == []
    phone.close()
    desk.context.close()


def share(phone: Phone, desk_join: Callable[[str], None]) -> None:
    """Agree, read the code out, choose what to show."""
    given = phone.answer("/v1/assistance/sharings$", lambda: phone.tap("同意，给我号码")).json()
    desk_join(given["code"])
    phone.tap("选一个窗口给他看")
    phone.sees("正在共享屏幕")


def track(page: Page) -> str:
    return str(page.evaluate("window.__track.readyState"))
