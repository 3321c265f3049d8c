"""What every browser test does with a page: find, tap, read, measure, picture."""

import os
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

ROOT = Path(__file__).parents[2]
AXE = ROOT / "miniprogram" / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE_MS = 45_000
expect.set_options(timeout=PATIENCE_MS)

# Axe is told where the page's own landmarks are missing only by the framework's hidden pages: those are not rendered.
_AXE = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"


def context(
    browser: Browser, size: tuple[int, int], scripts: tuple[str, ...] = (), phone: bool = False
) -> BrowserContext:
    """A fresh browser profile of this size; `scripts` run before each page's own."""
    width, height = size
    made = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=phone,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        device_scale_factor=2 if os.environ.get("SCREENSHOTS") else 1,
        bypass_csp=True,
    )
    made.set_default_timeout(PATIENCE_MS)
    for script in scripts:
        made.add_init_script(script)
    return made


def shown(page: Page, text: str) -> Locator:
    """The visible element with this text."""
    return page.get_by_text(text).locator("visible=true").first


def picture(page: Page, name: str) -> None:
    """Keep a picture of the page, when pictures are asked for."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / f"{name}.png"), animations="disabled")


def faults(page: Page) -> list[str]:
    """What axe finds on the page, a line each."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.add_script_tag(path=str(AXE))
    found = page.evaluate(_AXE)
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
