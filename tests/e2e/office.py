"""A desk with the console open: an officer or an enterprise's operator at a wide screen."""

import re
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e import screen
from tests.e2e.world import PASSWORD, World
from tests.stack import wait_for

WIDE = (1440, 900)


class Office:
    """One member of staff's browser, signed in with password and authenticator."""

    def __init__(self, world: World, context: BrowserContext) -> None:
        self.world = world
        self.context = context
        self.page: Page = context.new_page()

    def open(self, path: str) -> None:
        answer = self.page.goto(self.world.url + path)
        assert answer is not None
        self.status = answer.status

    def sign_in(self, username: str) -> None:
        self.open("/console/sign-in")
        self.page.locator('[name="username"]').fill(username)
        self.page.locator('[name="password"]').fill(PASSWORD)
        self.page.locator('[name="totp"]').fill(self.world.totp(username))
        self.page.get_by_role("button", name="登录").click()
        expect(self.page.get_by_role("navigation", name="主菜单")).to_be_visible()

    def act_as(self, role: str) -> None:
        """Choose one of one's own roles in the top bar."""
        choice = self.page.locator("#place")
        label = choice.locator("option", has_text=role).first.inner_text()
        with self.page.expect_navigation():
            choice.select_option(label=label)

    def countersign(self, contract_id: str) -> None:
        """Read one contract and confirm the seal."""
        self.act_as("用印经办人")
        self.open(f"/console/workers/contracts/{contract_id}")
        self.confirm("确认盖章", "确认盖章")
        expect(screen.shown(self.page, "已确认，正在盖章")).to_be_visible()

    def confirm(self, opens: str | re.Pattern[str], confirms: str) -> None:
        """Press a button, then the one in the dialog that it opens."""
        self.page.get_by_role("button", name=opens).first.click()
        self.page.locator("dialog[open]").get_by_role("button", name=confirms).click()

    def reads(self, path: str, text: str) -> str:
        """Open a list or board until it shows this, for they follow an act a moment later; gives what stands there."""

        def looks() -> str:
            self.open(path)
            found = self.page.inner_text("main")
            return found if text in found else ""

        return str(wait_for(looks, f"{text} on {path}"))

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def fetch(self, path: str) -> bytes:
        """A file behind a link of the console, redirects followed."""
        answer = self.context.request.get(path if path.startswith("http") else self.world.url + path)
        assert answer.ok, answer.text()
        return bytes(answer.body())


class Offices:
    """Desks by user name; each signs in once (an authenticator's code is good for one sign-in)."""

    def __init__(self, browser: Browser, world: World) -> None:
        self._browser, self._world = browser, world
        self._states: dict[str, Any] = {}

    def desk(self, username: str, size: tuple[int, int] = WIDE) -> Office:
        """A new window of this member of staff; close its `context` when done."""
        context = screen.context(self._browser, size)
        office = Office(self._world, context)
        if username in self._states:
            context.add_cookies(self._states[username])
            office.open("/console/")
        else:
            office.sign_in(username)
            self._states[username] = context.cookies()
        return office
