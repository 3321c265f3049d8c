"""Getting into the console and out of it, and what a page lets nobody do."""

import re
import secrets

import pytest

from mashangban.console import pages
from mashangban.identity import service as identity
from mashangban.identity.schemas import StaffCreation
from mashangban.identity.service.granting import GrantOrder
from mashangban.kernel import acts, clock
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Grant, Place, Principal, Role, Scope
from mashangban.kernel.settings import settings
from tests.console.office import Staff, Window, hire, open_window, somebody, window

COUNTY = (Role.COUNTY_OFFICER, "region:330106")


@pytest.fixture(autouse=True)
def _engine(tables: str) -> None:
    """Every test here speaks to the engine."""


def test_who_is_not_signed_in_is_asked_to_and_led_back_after() -> None:
    page = Window().get("/console/projects")
    assert (page.status, page.location) == (303, "/console/sign-in?next=/console/projects")


def test_staff_sign_in_with_password_and_code() -> None:
    staff, browser = hire(COUNTY), Window()
    assert browser.get("/console/sign-in").status == 200
    fields = {
        "username": staff.username,
        "password": staff.password,
        "totp": staff.code(),
        "next": "/console/projects",
    }
    page = browser.post("/console/sign-in", fields)
    assert (page.status, page.location) == (303, "/console/projects")
    assert browser.get("/console/projects").status == 200


def test_the_cookie_is_strict_and_out_of_reach_of_scripts() -> None:
    staff = hire(COUNTY)
    from mashangban.console.app import handler
    from tests.console.office import FORM, event

    body = f"username={staff.username}&password={staff.password}&totp={staff.code()}".encode()
    answer = handler(event("POST", "/console/sign-in", body, {"content-type": FORM}, "198.51.100.7"), None)
    [line] = answer["multiValueHeaders"]["Set-Cookie"]
    assert "HttpOnly" in line
    assert "SameSite=Strict" in line
    assert "Path=/console" in line


def test_where_the_site_is_encrypted_no_neighbour_can_plant_the_cookie(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://office.example.cn")
    settings.cache_clear()
    staff = hire(COUNTY)
    fields = {"username": staff.username, "password": staff.password, "totp": staff.code()}
    browser = Window()
    page = browser.post("/console/sign-in", fields)
    opened, set_so = browser.get("/console/").status, pages.cookie("any", "value")
    monkeypatch.undo()
    settings.cache_clear()
    assert (page.status, opened) == (303, 200)
    assert [name for name in browser.cookies if browser.cookies[name]] == ["__Host-console_session"]
    assert set(set_so.split("; ")) == {"__Host-any=value", "HttpOnly", "Path=/", "SameSite=Strict", "Secure"}


def test_a_wrong_password_says_so_without_saying_which_part_is_wrong() -> None:
    staff = hire(COUNTY)
    page = Window().post(
        "/console/sign-in", {"username": staff.username, "password": "x" * 12, "totp": staff.code()}
    )
    assert page.status >= 400
    assert 'role="alert"' in page.html
    assert staff.username in page.html
    assert "x" * 12 not in page.html


@pytest.mark.parametrize(
    "target", ["//evil.example/", "https://evil.example", "/verify/", "/console/\\evil", ""]
)
def test_signing_in_never_leads_elsewhere(target: str) -> None:
    staff = hire(COUNTY)
    fields = {"username": staff.username, "password": staff.password, "totp": staff.code(), "next": target}
    assert Window().post("/console/sign-in", fields).location == "/console/"


def test_a_failed_sign_in_and_a_wrong_old_password_stand_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    staff = hire(COUNTY)
    wrong = {"username": staff.username, "password": "falsch-falsch", "totp": staff.code()}
    Window().post("/console/sign-in", wrong)
    browser = Window().sign_in(staff)
    words = {"old_password": "falsch-falsch", "new_password": "Neu-und-lang-2026"}
    browser.submit("/console/account/password", "/console/account", words)
    failed, mistyped = [one.getMessage() for one in caplog.records if "noting" in one.name]
    assert failed.startswith("POST /console/sign-in: identity.staff-refused, by nobody from ")
    assert mistyped.startswith("POST /console/account/password: identity.old-password-wrong, by ")
    for secret in ("falsch-falsch", staff.username, browser.address):
        assert secret not in caplog.text


def test_a_form_from_another_site_is_refused() -> None:
    page = Window().post("/console/sign-in", {"username": "a"}, origin="https://evil.example")
    assert page.status == 403


def test_a_form_without_its_token_changes_nothing() -> None:
    browser = window(COUNTY)
    page = browser.post("/console/sign-out", {"key": "0" * 26})
    assert page.status == 403
    assert "什么都没有改动" in page.html
    assert browser.get("/console/").status == 200


def test_signing_out_ends_the_session_for_good() -> None:
    browser = window(COUNTY)
    kept = dict(browser.cookies)
    page = browser.submit("/console/sign-out", "/console/", {})
    assert page.location == "/console/sign-in"
    assert Window(kept).get("/console/").status == 303


def test_a_person_without_a_role_finds_no_desk() -> None:
    page = window().get("/console/")
    assert page.status in (303, 403)


def test_every_page_forbids_foreign_scripts_and_frames() -> None:
    policy = window(COUNTY).get("/console/").headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_the_menu_shows_only_what_the_role_may_open() -> None:
    officer, clerk = (
        window(COUNTY).get("/console/"),
        window((Role.LABOUR_CLERK, "project:" + "0" * 26)).get("/console/"),
    )
    assert "批量导入" in officer.html
    assert "批量导入" not in clerk.html


def test_a_person_with_two_places_acts_for_one_at_a_time() -> None:
    browser = window(COUNTY, (Role.COUNTY_OFFICER, "region:330108"))
    first = browser.get("/console/projects").html
    assert 'id="place"' in first
    browser.get("/console/place?place=county_officer@region:330108")
    assert '<option value="county_officer@region:330108" selected>' in browser.get("/console/projects").html


def test_a_place_of_someone_else_is_not_taken_over() -> None:
    browser = window(COUNTY)
    browser.get("/console/place?place=platform_admin@*")
    assert browser.get("/console/projects?region=110101").status == 403


def test_an_unknown_page_says_so_in_plain_words() -> None:
    page = window(COUNTY).get("/console/projects/" + "0" * 26)
    assert page.status == 404
    assert "没有找到" in page.html
    assert "r-1" in page.html


def test_a_changed_password_is_the_one_that_counts() -> None:
    staff = hire(COUNTY)
    browser = Window().sign_in(staff)
    page = browser.submit(
        "/console/account/password",
        "/console/account",
        {"old_password": "falsch", "new_password": "Neu-und-lang-2026"},
    )
    assert page.status == 422
    assert "falsch" not in page.html
    fields = {"old_password": staff.password, "new_password": "Neu-und-lang-2026"}
    assert (
        browser.submit("/console/account/password", "/console/account", fields).location == "/console/account"
    )
    old = {"username": staff.username, "password": staff.password, "totp": staff.code()}
    assert Window().post("/console/sign-in", old).status >= 400


def test_who_comes_with_a_password_that_was_handed_over_is_asked_for_one_of_their_own() -> None:
    opened = identity.create_staff(
        Act(Principal("admin", "s", (Grant(Role.PLATFORM_ADMIN, Scope.parse("*")),)), clock.now()),
        StaffCreation(username=f"u{secrets.token_hex(6)}", name="周敏"),
    )
    staff = Staff(opened.username, opened.initial_password or "", opened.totp_secret)
    fields = {"username": staff.username, "password": staff.password, "totp": staff.code()}
    asked = Window().post("/console/sign-in", fields)
    assert (asked.status, "设一个自己的密码" in asked.html, 'name="new_password"' in asked.html) == (
        422,
        True,
        True,
    )
    weak = Window().post("/console/sign-in", {**fields, "new_password": "hangzhou2026"})
    assert (weak.status, "密码太简单" in weak.html, 'name="new_password"' in weak.html) == (422, True, True)
    own = {**fields, "new_password": "Neu-und-lang-2026"}
    assert "还没有授予角色" in Window().post("/console/sign-in", own).html
    role = GrantOrder(COUNTY[0], Scope.parse(COUNTY[1]), person_id=opened.person_id)
    identity.grant(acts.system_act("tests"), role, Place())
    later = {**fields, "password": own["new_password"]}
    assert Window().post("/console/sign-in", later).location == "/console/"


def test_one_window_is_closed_from_another() -> None:
    person = somebody(COUNTY)
    lost, browser = open_window(person), open_window(person)
    page = browser.get("/console/account").html
    [session] = re.findall(r'name="session" value="([^"]+)"', page)
    done = browser.submit("/console/account/sessions/end", "/console/account", {"session": session})
    assert done.location == "/console/account"
    assert (lost.get("/console/").status, browser.get("/console/").status) == (303, 200)
    again = browser.submit("/console/account/sessions/end", "/console/account", {"session": session})
    assert "先前已经退出" in browser.get(again.location or "").html


def test_signing_out_everywhere_ends_every_window() -> None:
    staff = hire(COUNTY)
    browser = Window().sign_in(staff)
    assert "当前" in browser.get("/console/account").html
    assert browser.submit("/console/account/sign-out", "/console/account", {}).location == "/console/sign-in"
    assert browser.get("/console/").status == 303


@pytest.mark.parametrize("path", ["/console/nowhere", "/console/projects/x/y", "/console/nowhere/at-all"])
def test_an_address_that_leads_nowhere_is_answered_by_a_page(path: str) -> None:
    page = window(COUNTY).get(path)
    assert page.status == 404
    assert path.count("/") > 3 or "主菜单" in page.html
    assert Window().get("/console/nowhere").status == 303
