"""The built browser app in a real headless browser, against the stand-in service."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.miniprogram.pages import Screen, furnish, remember, stored
from tests.miniprogram.service import Service, start_service

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "miniprogram" / "dist" / "build" / "h5"


@pytest.fixture(scope="session", autouse=True)
def built() -> None:
    """Without the built app there is nothing to look at."""
    if not (BUILD / "index.html").is_file():
        pytest.skip("the browser app is not built: make build-h5")


@pytest.fixture
def service() -> Iterator[Service]:
    running = start_service(BUILD)
    yield running
    running.stop()


class Phone:
    """A phone with its storage; `show` opens a page as the person of that screen."""

    def __init__(self, context: BrowserContext, service: Service) -> None:
        self.context = context
        self.service = service
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._at_home)
        self.page.on("console", self._allowed)

    def _at_home(self, request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith((self.service.url, "data:", "blob:")):
            self.faults.append(f"loads from outside: {url}")

    def _allowed(self, said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            self.faults.append(said.text)

    def show(self, screen: Screen, **look: bool) -> Page:
        furnish(self.service.world, screen)
        self.context.add_init_script(remember(stored(screen, self.service.world, **look)))
        self.page.goto(f"{self.service.url}/#/{screen.path}")
        self.page.get_by_text(screen.shows).first.wait_for()
        return self.page


OpenPhone = Callable[..., Phone]


@pytest.fixture
def open_phone(browser: Browser, service: Service) -> Iterator[OpenPhone]:
    contexts: list[BrowserContext] = []

    def open_(width: int = 390, height: int = 844) -> Phone:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=2,
            is_mobile=True,
            has_touch=True,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            accept_downloads=True,
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Phone(context, service)

    yield open_
    for context in contexts:
        context.close()
