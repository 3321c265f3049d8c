"""Every page, as different people need it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.miniprogram.conftest import Phone, profile
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.service import Service

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "miniprogram" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a look can change: sizes what scrolls, contrast the colours. All other rules read the same in every look.
SIZE_RULES = ["scrollable-region-focusable"]
CHANGED = {"small": SIZE_RULES, "elder": SIZE_RULES, "contrast": ["color-contrast", "link-in-text-block"]}
ACTS = "uni-button,[role=button],[role=link],[role=radio],[role=checkbox],[role=switch]"

# Width, height, classes of the frame. Elder mode and contrast change style only; the switch itself is in test_story.py.
LOOKS: dict[str, tuple[int, int, list[str]]] = {
    "plain": (390, 844, []),
    "small": (320, 640, []),
    "elder": (320, 640, ["elder"]),
    "contrast": (390, 844, ["contrast"]),
}


class Kept(Phone):
    """The phone of one screen in a page that has shown others: the page's process has read the app and axe before. Each
    screen has a service of its own, so an address and a storage, and leaves nothing behind.
    """

    def __init__(self, page: Page, service: Service) -> None:
        super().__init__(page.context, service, page)
        self._browser = page.context.new_cdp_session(page)

    def recall(self, script: str) -> None:
        self._browser.send("Page.enable")
        self._browser.send("Page.addScriptToEvaluateOnNewDocument", {"source": script})

    def leave(self) -> None:
        """The storage is empty, the page blank, and nobody listens to it any more; the script ends with its session."""
        self._browser.detach()
        self.page.evaluate("localStorage.clear()")
        self.page.goto("about:blank")
        self.page.remove_listener("pageerror", self._broken)
        self.page.remove_listener("request", self._at_home)
        self.page.remove_listener("console", self._allowed)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """The one page of this file."""
    context = profile(browser)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(window: Page, service: Service) -> Iterator[Kept]:
    kept = Kept(window, service)
    yield kept
    kept.leave()


@pytest.mark.parametrize("name", SCREENS)
def test_a_page_serves_everyone(name: str, phone: Kept) -> None:
    page = phone.show(SCREENS[name])
    faults = [f"{look}: {fault}" for look in LOOKS for fault in faults_in(page, look)]
    assert faults + phone.faults == []


def faults_in(page: Page, look: str) -> list[str]:
    width, height, classes = LOOKS[look]
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(
        """(classes) => [document.documentElement, ...document.querySelectorAll('.app')].forEach((frame) => {
          frame.classList.remove('elder', 'contrast')
          frame.classList.add(...classes)
        })""",
        classes,
    )
    elder = "elder" in classes
    wide = page.evaluate("document.documentElement.scrollWidth") > width
    return [
        *(["scrolls sideways"] if wide else []),
        *(f"small text: {text}" for text in small_texts(page, 24 if elder else 12)),
        *(f"small target: {target}" for target in small_targets(page, 60 if elder else 44)),
        *violations(page, CHANGED.get(look, RULES)),
    ]


def small_texts(page: Page, least: int) -> list[str]:
    found: list[str] = page.evaluate(
        """(least) => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
          while (walker.nextNode()) {
            const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement
            if (!text || !element.getClientRects().length) continue
            if (parseFloat(getComputedStyle(element).fontSize) < least) found.push(text)
          }
          return found
        }""",
        least,
    )
    return found


def small_targets(page: Page, least: int) -> list[str]:
    found: list[str] = page.evaluate(
        """([acts, least]) => [...document.querySelectorAll(acts)]
          .filter((element) => element.getClientRects().length)
          .map((element) => [element, element.getBoundingClientRect()])
          .filter(([, box]) => box.height < least || box.width < least)
          .map(([element, box]) => [element.textContent.trim(), box.width, box.height].join(' '))""",
        [ACTS, least],
    )
    return found


def violations(page: Page, rules: list[str]) -> list[str]:
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    # The sizes of targets are measured above, more strictly, and without what lies under the fixed bar at the moment.
    found: dict[str, Any] = page.evaluate(
        """(rules) => axe.run(document, { runOnly: rules, resultTypes: ['violations'],
                             rules: { 'target-size': { enabled: false } } })""",
        rules,
    )
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]
