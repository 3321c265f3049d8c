"""The list of those who need not apply in a real browser: it fills while one looks, is offered by one dialog."""

import pytest
from playwright.sync_api import Browser, expect

from tests.claims.conftest import Hall, known
from tests.claims.test_offers import HOME, TEN_WAN
from tests.console.office import served
from tests.console.test_in_a_browser import Visitor
from tests.policies.conftest import COUNTY
from tests.registry.conftest import officer
from tests.workers.office import office_of

pytestmark = pytest.mark.browser


def test_an_officer_watches_a_list_fill_and_offers_it_to_all(hall: Hall, browser: Browser) -> None:
    policy = hall.policy(2 * TEN_WAN, mode="automatic")
    hall.firm()
    session = office_of(known(officer(COUNTY))).cookies["console_session"]
    with served() as base:
        context = browser.new_context(viewport={"width": 1024, "height": 900}, locale="zh-CN")
        guest = Visitor(context.new_page(), base)
        guest.sit(session)
        guest.page.on("pageerror", lambda error: guest.troubles.append(str(error)))
        guest.open(f"{HOME}/{policy}")
        guest.page.get_by_role("button", name="查找符合的企业").click()
        expect(guest.page.get_by_text("正在逐批查找")).to_be_visible()
        hall.pump.run()
        guest.page.get_by_role("button", name="全部列入，通知 1 家企业").click()
        assert guest.axe() == []
        guest.page.get_by_role("dialog").get_by_role("button", name="全部列入").click()
        expect(guest.page.get_by_role("progressbar")).to_be_visible()
        hall.pump.run()
        expect(guest.page.get_by_text("已办完")).to_be_visible()
        expect(guest.page.get_by_role("progressbar")).to_have_count(0)
        assert (guest.axe(), guest.runs_over(), guest.troubles) == ([], False, [])
        context.close()
