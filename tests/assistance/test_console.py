"""The officer's pages: a code, the form as it moves, proposals; blank once it is over."""

import re

from mashangban.kernel.permissions import Role
from tests.assistance.conftest import Two
from tests.workers.office import office_of

HOME = "/console/assistance"
HTMX = {"hx-request": "true"}


def test_an_officer_types_the_code_sees_the_form_points_and_proposes(two: Two) -> None:
    desk, done = office_of(two.agent), two.offered()
    begun = desk.act(desk.get(HOME), HOME, code=done.code)
    where = f"{HOME}/{done.id}"
    assert begun.location == where
    assert "对方的表马上就到" in desk.get(where).html
    two.type_in(done.id)
    page = desk.get(f"{where}?field=text")
    assert "九月只发了一半" in page.html
    assert "已填，不给看" in page.html
    assert "提建议：银行卡号" not in page.html
    assert desk.act(page, f"{where}/pointing", field="card").status == 303
    assert "您指着这里" in desk.get(where).html
    desk.act(page, f"{where}/proposals", field="text", value="九月应发 8000 元", reason="写清楚数目")
    assert "等本人决定" in desk.get(where).html
    assert done.id in desk.get(HOME).html


def test_a_wrong_code_is_said_and_asked_for_again(two: Two) -> None:
    desk = office_of(two.agent)
    wrong = "000000" if two.offered().code != "000000" else "000001"
    desk.act(desk.get(HOME), HOME, code=wrong)
    assert "号码不对、用过了或已过期" in desk.get(HOME).html


def test_the_page_goes_blank_when_consent_is_taken_back(two: Two) -> None:
    desk, one = office_of(two.agent), two.joined()
    where = f"{HOME}/{one}"
    opened = desk.get(f"{where}?field=text")
    two.stop(one)
    assert desk.send("GET", where, None, HTMX).headers["hx-refresh"] == "true"
    blank = desk.get(where).html
    assert "共享已经结束：本人停止了共享" in blank
    assert "九月只发了一半" not in blank
    desk.act(opened, f"{where}/proposals", field="text", value="迟了的建议", reason="迟了")
    assert "共享已经结束" in desk.get(where).html


def test_what_somebody_typed_stays_text_on_the_page(two: Two) -> None:
    done = two.offered()
    desk = office_of(two.agent)
    desk.act(desk.get(HOME), HOME, code=done.code)
    two.type_in(done.id, "<img src=x onerror=alert(1)>")
    page = desk.get(f"{HOME}/{done.id}").html
    assert "&lt;img src=x" in page
    assert re.search(r"<img src=x", page) is None


def test_only_officers_have_the_pages(two: Two) -> None:
    clerk = two.known((Role.LABOUR_CLERK, "project:one"))
    assert office_of(clerk).get(HOME).status == 403
