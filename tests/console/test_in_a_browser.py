"""The console in a real browser: every page of the menu at two widths, axe, keys, dialogs, lists without reloading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from mashangban.console import menu
from mashangban.console.rendering import ASSETS
from mashangban.domains.helpdesk.schemas import DepartmentForm, DepartmentMerge
from mashangban.domains.helpdesk.service import offices, uniting
from mashangban.domains.helpdesk.terms import Level
from mashangban.kernel import clock
from mashangban.kernel.permissions import Role
from tests.console.office import hire, run_import, served, window
from tests.registry.conftest import COUNTY, Desk, act, officer, project_code

pytestmark = pytest.mark.browser

AT_A_PROJECT = (Role.LABOUR_CLERK, Role.PROJECT_MANAGER)
OFFICER = (
    (Role.CITY_OFFICER, "region:3301"),
    (Role.COUNTY_OFFICER, f"region:{COUNTY}"),
)
ICONS = set(re.findall(r'id="([^"]+)"', (ASSETS / "build/icons.svg").read_text("utf-8")))
AXE = ASSETS / "node_modules/axe-core/axe.min.js"


# What a narrower window can change: the rest reads the same at every width.
NARROW = ("scrollable-region-focusable", "target-size", "color-contrast")


@dataclass
class Visitor:
    """A signed-in browser window that remembers what went wrong in it."""

    page: Page
    base: str
    troubles: list[str] = field(default_factory=list)

    def sit(self, session: str) -> None:
        """Take the session of somebody else."""
        cookie = {"name": "console_session", "value": session, "url": self.base + "/console"}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]  # Playwright's own TypedDict

    def open(self, path: str) -> None:
        self.page.goto(self.base + path)

    def axe(self, *rules: str) -> list[str]:
        """What axe finds, by all its rules or by these alone."""
        if not self.page.evaluate("typeof axe !== 'undefined'"):
            self.page.evaluate(AXE.read_text("utf-8"))
        only = {"runOnly": [*rules]} if rules else {}
        asked = {"resultTypes": ["violations"], **only}
        found = self.page.evaluate("asked => axe.run(document, asked)", asked)["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]

    def icons(self) -> set[str]:
        """The pictures that the page asks for."""
        return set(re.findall(r'icons[^"]*\.svg#([^"]*)"', self.page.content()))

    def unsaid_filters(self) -> int:
        """Filters that show another choice than the one the list was asked with."""
        return self.page.locator(".toolbar select:has(option):not(:has(option[selected]))").count()

    def runs_over(self) -> bool:
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


@pytest.fixture
def visitor(browser: Browser, tables: str) -> Iterator[Visitor]:
    with served() as base:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        cookie = window(*OFFICER).cookies
        value = cookie["console_session"]
        guest = Visitor(context.new_page(), base)
        guest.sit(value)
        # What serves the pages here has no sockets: a page that listens hears nothing.
        guest.page.route_web_socket("**/live?*", lambda socket: None)
        guest.page.on("pageerror", lambda error: guest.troubles.append(str(error)))
        guest.page.on(
            "console", lambda said: guest.troubles.append(said.text) if said.type == "error" else None
        )
        yield guest
        context.close()


@pytest.mark.parametrize("entry", menu.entries(), ids=lambda one: one.href)
def test_every_page_of_the_menu_is_sound_at_both_widths(
    visitor: Visitor, desk: Desk, entry: menu.MenuEntry
) -> None:
    project = desk.project()
    if not entry.roles & {role for role, _ in OFFICER}:
        place = dict.fromkeys(AT_A_PROJECT, f"project:{project.id}")
        place[Role.PROVINCE_OFFICER] = f"region:{COUNTY[:2]}"
        held = ((role, place[role]) for role in sorted(entry.roles & set(place)))
        visitor.sit(window(*held).cookies["console_session"])
    visitor.open(entry.href)
    for width, rules in ((1440, ()), (1024, NARROW)):
        visitor.page.set_viewport_size({"width": width, "height": 900})
        assert visitor.axe(*rules) == []
        assert not visitor.runs_over()
        assert visitor.page.locator("h1").count() == 1
        assert visitor.page.title().startswith(visitor.page.locator("h1").inner_text())
        assert visitor.page.locator("a[aria-current=page]").count() == 1
    assert visitor.unsaid_filters() == 0
    assert visitor.icons() <= ICONS
    assert visitor.troubles == []


def test_what_waits_in_another_room_stands_on_the_first_page(visitor: Visitor) -> None:
    county = "330182"
    keeper = act(officer(county))
    one, into = (
        offices.open_department(keeper, DepartmentForm(name=name, region=county, level=Level.COUNTY)).id
        for name in ("市规划局", "市资源规划局")
    )
    visitor.sit(window((Role.COUNTY_OFFICER, f"region:{county}")).cookies["console_session"])
    visitor.open("/console/")
    waits = visitor.page.get_by_role("link", name="等您同意的部门合并")
    visitor.page.wait_for_load_state("networkidle")
    expect(waits).to_have_count(0)
    day = clock.local_date(clock.now()) + timedelta(days=1)
    uniting.plan(keeper, one, DepartmentMerge(into_id=into, day=day))
    visitor.page.reload()
    waits.click()
    expect(visitor.page.get_by_role("button", name="同意合并")).to_be_visible()
    assert visitor.troubles == []


def test_a_long_menu_is_folded_and_a_word_finds_its_entry(visitor: Visitor, desk: Desk) -> None:
    desk.project()
    visitor.open("/console/helpdesk/departments")
    shown = visitor.page.get_by_role("navigation", name="主菜单")
    expect(shown.get_by_role("link", name="接件部门")).to_be_in_viewport()
    visitor.open("/console/projects")
    entry = shown.get_by_role("link", name="工资专户")
    expect(entry).to_be_hidden()
    visitor.page.keyboard.press("m")
    visitor.page.keyboard.type("专户")
    expect(entry).to_be_visible()
    expect(shown.get_by_role("link", name="批量导入")).to_be_hidden()
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/console/payments/accounts")
    visitor.page.keyboard.press("m")
    visitor.page.keyboard.type("没有的词")
    expect(visitor.page.get_by_text("没有这个功能")).to_be_visible()
    visitor.page.keyboard.press("Escape")
    expect(entry).to_be_visible()


@pytest.mark.parametrize(
    "path", ["projects/new", "enterprises/new", "imports/new?register=projects", "staff/new"]
)
def test_forms_are_sound(visitor: Visitor, path: str) -> None:
    visitor.open(f"/console/{path}")
    assert visitor.axe() == []
    assert visitor.troubles == []


def test_a_record_is_sound_and_prints_without_the_menu(visitor: Visitor, desk: Desk) -> None:
    firm = desk.enterprise()
    made = desk.project(parties=[{"enterprise_id": firm.id, "kind": "16"}])
    visitor.open(f"/console/projects/{made.id}")
    assert visitor.axe() == []
    visitor.page.emulate_media(media="print")
    assert not visitor.page.locator(".nav").is_visible()
    assert visitor.page.get_by_text(firm.name).is_visible()


def test_staff_sign_in_in_a_browser(browser: Browser, tables: str) -> None:
    staff = hire((Role.COUNTY_OFFICER, f"region:{COUNTY}"))
    with served() as base:
        page = browser.new_page(locale="zh-CN")
        page.goto(base + "/console/projects")
        page.get_by_label("用户名").fill(staff.username)
        page.get_by_role("textbox", name="密码").fill(staff.password)
        page.get_by_label("动态验证码").fill(staff.code())
        page.get_by_role("button", name="登录").click()
        page.wait_for_url("**/console/projects")
        page.locator(".topbar-end summary").click()
        page.get_by_role("button", name="退出登录").click()
        page.wait_for_url("**/console/sign-in")
        page.close()


def test_a_list_is_walked_by_keys(visitor: Visitor, desk: Desk) -> None:
    for _ in range(3):
        desk.project()
    visitor.open("/console/projects")
    keys = visitor.page.keyboard
    keys.press("/")
    assert visitor.page.evaluate("document.activeElement.matches('[data-search]')")
    keys.press("Escape")
    keys.press("j")
    keys.press("j")
    assert (
        visitor.page.evaluate("[...document.querySelectorAll('a[data-row]')].indexOf(document.activeElement)")
        == 1
    )
    keys.press("k")
    keys.press("Enter")
    visitor.page.wait_for_url("**/console/projects/*")
    keys.press("?")
    assert visitor.page.locator("dialog#keys").is_visible()
    keys.press("Escape")
    assert not visitor.page.locator("dialog#keys").is_visible()


def test_a_filter_renews_the_list_without_a_new_page_and_keeps_the_address(
    visitor: Visitor, desk: Desk
) -> None:
    made = desk.project(status="005")
    visitor.open("/console/projects")
    visitor.page.evaluate("window.same = true")
    visitor.page.locator("#filter-status").select_option("005")
    visitor.page.wait_for_url("**status=005**")
    visitor.page.locator(f"a[href$='{made.id}']").wait_for()
    assert visitor.page.evaluate("window.same") is True


def test_columns_and_views_are_kept_by_the_browser(visitor: Visitor, desk: Desk) -> None:
    desk.project()
    visitor.open("/console/projects?status=003")
    visitor.page.locator("summary", has_text="列").click()
    visitor.page.get_by_label("施工许可证号").uncheck()
    assert not visitor.page.locator("th[data-col=permit]").is_visible()
    visitor.page.keyboard.press("Escape")
    visitor.page.locator("summary", has_text="视图").click()
    visitor.page.get_by_label("视图名称").fill("在建")
    visitor.page.get_by_role("button", name="保存").click()
    visitor.open("/console/projects")
    assert not visitor.page.locator("th[data-col=permit]").is_visible()
    visitor.page.locator("summary", has_text="视图").click()
    visitor.page.get_by_role("link", name="在建").click()
    visitor.page.wait_for_url("**status=003**")


def test_a_file_is_chosen_and_its_check_is_watched(visitor: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "项目.csv"
    file.write_text("项目代码\n坏的\n", "utf-8")
    visitor.open("/console/imports/new?register=projects")
    visitor.page.locator("input[type=file]").set_input_files(file)
    visitor.page.wait_for_url("**/console/imports/0*")
    assert visitor.page.get_by_text("正在逐行检查").is_visible()


def test_a_watched_file_is_confirmed_in_the_page_that_watched_it(visitor: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "项目.csv"
    file.write_text(
        f"项目代码,项目名称,所在县区,详细地址\n{project_code()},看着导入,{COUNTY},某路 1 号\n", "utf-8"
    )
    visitor.open("/console/imports/new?register=projects")
    visitor.page.locator("input[type=file]").set_input_files(file)
    visitor.page.wait_for_url("**/console/imports/0*")
    import_id = visitor.page.url.rpartition("/")[2]
    run_import(import_id)
    visitor.page.get_by_role("button", name="确认写入").click()
    visitor.page.locator("dialog#confirm button[type=submit]").click()
    visitor.page.wait_for_url(f"**/{import_id}")
    visitor.page.get_by_text("可以离开这个页面").wait_for()
    run_import(import_id)
    visitor.page.get_by_role("link", name="查看项目名录").wait_for()
    assert visitor.axe() == []


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(visitor: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "大.csv"
    file.write_bytes(b"x" * (4 * 1024 * 1024 + 1))
    visitor.open("/console/imports/new?register=projects")
    visitor.page.locator("input[type=file]").set_input_files(file)
    visitor.page.get_by_text("什么都还没有导入").wait_for()
