"""Seals on the office's screen: the queue, the decision, one seal with its history beside what it was used for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.console.office import served
from tests.console.test_in_a_browser import Visitor
from tests.documents import seal_firm
from tests.documents.seal_firm import Firm, approve
from tests.documents.test_claim_forms import printed, sealed
from tests.registry.conftest import COUNTY, officer
from tests.workers.office import Office, office_of

pytestmark = pytest.mark.usefixtures("service")
QUEUE = "/console/documents/seal-applications"


@pytest.fixture
def firm() -> Firm:
    return seal_firm.firm()


@pytest.fixture
def desk() -> Office:
    return office_of(officer(COUNTY))


def test_an_application_is_decided_at_the_desk_and_leaves_the_queue(firm: Firm, desk: Office) -> None:
    where = f"{QUEUE}/{firm.ask().id}"
    opened = desk.get(where)
    for shown in ("和工人签劳动合同", "劳动合同和补充协议、政策申报表", 'data-opens="approve"'):
        assert shown in opened.html
    desk.act(opened, f"{where}/decision", approved="false", reason="")
    assert "等审核" in desk.get(where).html
    desk.act(opened, f"{where}/decision", approved="true")
    after = desk.get(where).html
    assert "已批准" in after
    assert 'data-opens="approve"' not in after


def test_a_refusal_goes_back_with_its_reason(firm: Firm, desk: Office) -> None:
    where = f"{QUEUE}/{firm.ask().id}"
    desk.act(desk.get(where), f"{where}/decision", approved="false", reason="请写明 <b>用途</b>")
    assert "请写明 &lt;b&gt;用途&lt;/b&gt;" in desk.get(where).html


def test_an_office_stops_a_seal_and_reads_who_did_what(firm: Firm, desk: Office) -> None:
    approve(firm.ask().id)
    where = f"/console/documents/seals/{firm.id}"
    shop = office_of(firm.admin)
    assert "等启用" in shop.get(where).html
    desk.act(desk.get(where), f"{where}/revoke", reason="单位注销")
    ended = desk.get(where).html
    for shown in ("已注销", "单位注销", "批准，印章制好了", "申请电子印章", "还没有用过印章"):
        assert shown in ended
    assert office_of(officer("330105")).get(where).status == 404


@pytest.mark.browser
def test_its_pages_are_sound_at_both_widths(firm: Firm, desk: Office, browser: Browser) -> None:
    waiting = seal_firm.firm().ask()
    approve(firm.ask().id)
    seal = seal_firm.enabled(firm)
    sealed(printed(firm.id), firm.id)
    with served() as base:
        page = browser.new_page(locale="zh-CN")
        visitor = Visitor(page, base)
        visitor.sit(desk.cookies["console_session"])
        page.on("pageerror", lambda error: visitor.troubles.append(str(error)))
        for path in (f"{QUEUE}/{waiting.id}", seal, f"{seal}/uses"):
            for width in (1440, 1024):
                page.set_viewport_size({"width": width, "height": 900})
                visitor.open(path)
                assert visitor.axe() == []
                assert not visitor.runs_over()
        assert visitor.troubles == []
        page.close()
