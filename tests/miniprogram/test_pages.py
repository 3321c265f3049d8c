"""Every page, as different people need it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.miniprogram.conftest import OpenPhone
from tests.miniprogram.pages import SCREENS

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


@pytest.mark.parametrize("name", SCREENS)
def test_a_page_serves_everyone(name: str, open_phone: OpenPhone) -> None:
    phone = open_phone()
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
