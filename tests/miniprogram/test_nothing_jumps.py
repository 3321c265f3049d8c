"""What one reads stays where it is while the rest of a page comes in, also on a slow network."""

from __future__ import annotations

import pytest

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS

pytestmark = pytest.mark.browser

# What the web vitals call good; a bar that pushes a page down after it is drawn makes several times as much.
MOST = 0.1
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 90_000,
}  # ms, bytes/s
_WATCH = """
window.shifts = []
new PerformanceObserver((list) => {
  for (const one of list.getEntries().filter((shift) => !shift.hadRecentInput)) {
    const moved = one.sources.map(({ node, previousRect, currentRect }) =>
      `${previousRect.y} to ${currentRect.y}: ${(node?.outerHTML ?? 'gone').slice(0, 120)}`)
    window.shifts.push([one.value, moved])
  }
}).observe({ type: 'layout-shift', buffered: true })
"""


@pytest.mark.parametrize("name", ["home", "join", "wages-line", "defect-report", "claim-hand-in", "ask"])
def test_nothing_jumps_when_the_service_is_slow_to_answer(name: str, open_phone: OpenPhone) -> None:
    phone = open_phone()
    phone.page.add_init_script(_WATCH)
    network = phone.context.new_cdp_session(phone.page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)
    page = phone.show(SCREENS[name])
    page.wait_for_load_state("networkidle")
    shifts: list[tuple[float, list[str]]] = page.evaluate("window.shifts")
    assert sum(value for value, _ in shifts) < MOST, shifts
