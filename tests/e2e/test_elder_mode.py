"""A worker of 58 with the large type: everything is large enough, spoken, and leads on; and axe finds nothing.

On the smallest phone, where it is hardest; tests/miniprogram looks at every page on the usual one too.
"""

import json
import re
import zipfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import screen
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Offices
from tests.e2e.phone import SMALL, Phone
from tests.e2e.world import Caller, World

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
LEAST_TEXT_PX = 24  # 18 pt
LEAST_TARGET_PX = 60
ELDER = {"preferences": '{"elder_mode": true, "speech": false, "high_contrast": false}'}

# Smallest type among visible text, with the text; what only screen readers get is left out.
_SMALL_TEXT = """(least) => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim(), holder = walk.currentNode.parentElement;
    if (!text || !holder.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    const box = holder.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || holder.closest('.visually-hidden')) continue;
    const size = parseFloat(getComputedStyle(holder).fontSize);
    if (size < least) found.push(size + ' ' + text.slice(0, 20));
  }
  return found;
}"""

# Targets whose lower side is under the limit; a link inside running text may be lower (WCAG 2.5.8).
_SMALL_TARGETS = """(least) => [...document.querySelectorAll(
    'uni-button,[role=button],[role=link],[role=radio],[role=checkbox],[role=switch],[role=tab],input,textarea')]
  .filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .map(e => [e, (e.closest('.field-line') && e.matches('input,textarea') ? e.closest('uni-input,uni-textarea') || e : e)
    .getBoundingClientRect()])
  .filter(([e, box]) => box.width > 1 && box.height > 1 && Math.min(box.width, box.height) < least - 0.5)
  .map(([e, box]) =>
    `${Math.round(box.width)}x${Math.round(box.height)} ${(e.innerText || e.outerHTML).slice(0, 30)}`)"""


def _is_fit(page: Page) -> None:
    """Type, targets, width and axe on what is shown now."""
    page.mouse.move(0, 0)
    expect(page.locator(".skeleton")).to_have_count(0)
    expect(page.get_by_role("main")).to_be_visible()
    assert page.evaluate(_SMALL_TEXT, LEAST_TEXT_PX) == []
    assert page.evaluate(_SMALL_TARGETS, LEAST_TARGET_PX) == []
    assert screen.overflow(page) <= 0
    assert screen.faults(page) == []


def _speaks(phone: Phone) -> None:
    """The page reads itself aloud when asked."""
    phone.page.evaluate("window.__spoken = []")
    phone.tap("读给我听")
    phone.page.wait_for_function("window.__spoken.length > 0")
    assert all(len(said) > 3 for said in phone.spoken())
    expect(phone.button("读给我听")).to_be_visible()


def test_the_whole_story_is_large_spoken_and_without_a_dead_end(
    new_phone: NewPhone, world: World, offices: Offices
) -> None:
    link = world.sites[2].team("砌筑抹灰班")["code_url"]
    person = world.newcomer(age=58)
    phone = new_phone(None, SMALL, **ELDER).open(link)
    phone.sees("谁雇您")
    _step(phone)
    phone.tap("看明白了，我要登记")
    phone.arrives("pages/sign-in")
    _step(phone)
    phone.sign_in(person.phone)
    phone.arrives("pages/real-name")
    expect(phone.page.get_by_text("正在加载…")).to_have_count(0)
    _step(phone)
    phone.prove_name(person)
    phone.arrives("workers/pages/apply")
    phone.sees("砌筑工")
    _step(phone)
    phone.apply("砌筑工")
    phone.arrives("workers/pages/read")
    phone.sees("大白话")
    _step(phone)
    phone.read_on()
    phone.to_signature()
    phone.sees("用手指在这里写名字")
    _step(phone)
    phone.sign()
    phone.sees("待单位盖章")
    _step(phone)
    desk = offices.desk("office")
    desk.countersign(phone.contract_id)
    desk.context.close()
    phone.sees("已生效")
    _step(phone)
    screen.picture(phone.page, "elder-sealed")


def _step(phone: Phone) -> None:
    _is_fit(phone.page)
    _speaks(phone)


OTHER_PAGES = (
    ("pages/home/index", "码上办", "扫一扫"),
    ("pages/matters/index", "办件", "没有更多"),
    ("pages/inbox/index", "消息", "消息"),
    ("pages/me/index", "我的", "退出登录"),
    ("pages/verify/index", "合同验真", "这份合同是真的吗"),
    ("pages/about/index", "关于码上办", "几件要知道的事"),
    ("pages/devices/index", "登录的设备", "全部退出"),
    ("pages/my-data/index", "我的个人信息", "申请删除"),
)


@pytest.fixture(scope="module")
def worker(world: World) -> Caller:
    """Somebody with one contract on offer."""
    caller = world.verified(world.newcomer())
    code = world.sites[2].team("钢筋班")["code"]
    body = {"code": code, "trade_code": "020", "training_confirmed": True, "period": _period(world)}
    assert caller.post("/v1/workers/contracts", body).is_success
    return caller


def _period(world: World) -> dict[str, str]:
    return {"kind": "task", "start": world.today.isoformat()}


def test_every_other_page_of_the_worker_is_large_too(new_phone: NewPhone, worker: Caller) -> None:
    phone = new_phone(worker, SMALL, **ELDER)
    faults = {}
    for route, title, words in OTHER_PAGES:
        phone.open(f"/#/{route}")
        expect(phone.page.get_by_role("heading", name=title, level=1, exact=True)).to_be_visible()
        phone.sees(words)
        try:
            _is_fit(phone.page)
        except AssertionError as fault:
            faults[route] = str(fault)[:600]
    assert faults == {}


def test_what_is_kept_of_a_worker_is_packed_and_fetched(new_phone: NewPhone, worker: Caller) -> None:
    phone = new_phone(worker, SMALL, **ELDER).open("/#/pages/my-data/index")
    phone.tap("整理我的信息")
    expect(phone.button("下载")).to_be_visible(timeout=30_000)
    screen.picture(phone.page, "elder-my-data")
    with phone.page.expect_download() as fetched:
        phone.tap("下载")
    with zipfile.ZipFile(fetched.value.path()) as archive:
        assert "请先看这里.html" in archive.namelist()
        (contract,) = json.loads(archive.read("劳动合同.json"))
    assert contract["state"] == "offered"
    phone.sees("已开始下载")
    _is_fit(phone.page)


def test_elder_mode_is_one_tap_away_and_stays(new_phone: NewPhone) -> None:
    phone = new_phone().open("/")
    phone.tap("大字版")
    phone.page.reload()
    expect(phone.button("标准版")).to_be_visible()


def test_the_measures_find_the_smaller_type_of_the_usual_mode(new_phone: NewPhone, worker: Caller) -> None:
    page = new_phone(worker).open("/#/pages/me/index").page
    expect(page.get_by_text("退出登录").first).to_be_visible()
    assert page.evaluate(_SMALL_TEXT, LEAST_TEXT_PX) != []
    assert page.evaluate(_SMALL_TARGETS, LEAST_TARGET_PX) != []


# ------------------------------------------------------------------------------------- axe on the rest
CLERK_PAGES = ("projects", "project", "pending", "team", "team-code", "team-edit", "site")


def test_axe_finds_nothing_on_the_clerks_pages(new_phone: NewPhone, world: World) -> None:
    site = world.sites[2]
    team = site.team("钢筋班")["id"]
    phone = new_phone(site.clerk, SMALL)
    faults = {}
    for name in CLERK_PAGES:
        phone.open("/")
        phone.open(
            f"/#/workers/pages/{name}/index?id={team if name.startswith('team') else site.id}&project={site.id}"
        )
        expect(phone.page.locator(".skeleton")).to_have_count(0)
        phone.page.wait_for_load_state("networkidle")
        if found := screen.faults(phone.page):
            faults[name] = found
        if screen.overflow(phone.page) > 0:
            faults[f"{name} width"] = [str(screen.overflow(phone.page))]
    assert faults == {}


@pytest.fixture(scope="module")
def judged() -> set[str]:
    """Pages that another desk's menu led to already."""
    return set()


@pytest.fixture(params=["xihu", "office", "admin"])
def desk_page(request: pytest.FixtureRequest, offices: Offices) -> Iterator[Page]:
    desk = offices.desk(request.param)
    yield desk.page
    desk.context.close()


def test_axe_finds_nothing_on_any_page_of_the_console_menu(
    desk_page: Page, world: World, judged: set[str]
) -> None:
    desk_page.goto(world.url + "/console/")
    links = desk_page.locator("nav.nav a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert links
    faults = {}
    for link in sorted({*links} - judged):
        judged.add(link)
        desk_page.goto(world.url + link)
        if found := screen.faults(desk_page):
            faults[link] = found
    assert faults == {}


def test_axe_finds_nothing_on_the_public_pages(browser: Browser, world: World) -> None:
    context = screen.context(browser, SMALL)
    page = context.new_page()
    for path in ("/verify/", "/verify/ABCDEF", "/console/sign-in"):
        page.goto(world.url + path)
        assert (path, screen.faults(page)) == (path, [])
        assert screen.overflow(page) <= 0
    context.close()


def test_the_sign_in_page_of_the_app_names_its_fields(new_phone: NewPhone) -> None:
    page = new_phone().open("/#/pages/sign-in/index").page
    expect(page.get_by_label("手机号").locator("visible=true").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^登录$"))).to_be_visible()
