"""A household inspection on screen: an inspector without a network, three parties' signatures, the sealed report, then
the buyer by the same list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mashangban.domains.homes.rules import homesheet
from tests import wire
from tests.e2e import tools
from tests.e2e.office import Offices
from tests.e2e.phone import Phone
from tests.e2e.repair import ground
from tests.e2e.repair.ground import DEVELOPER, Repair
from tests.e2e.world import Json, World
from tests.files import samples
from tests.stack import wait_for

# The story is played before its first test.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
# A home of one room is inspected whole, by hand, in a minute.
DOOR, ROOM, WHOLE = ("20", "1", "101"), "客厅", "全屋"
SEEN = ("墙面", "地面", "顶棚", "门窗", "强电", "弱电", "细部")
POINTS = len(SEEN) + 4  # three measured ones, and one of the whole home
SERVICE = "**/v1/**"


@dataclass
class Inspection:
    """One sheet from its opening to its report, and what stood on the screens."""

    told: Repair
    id: str
    saw: dict[str, str] = field(default_factory=dict)
    pdf: bytes = b""

    @property
    def page(self) -> str:
        return f"/#/inspections/pages/sheet/index?id={self.id}"

    def shown(self) -> Json:
        """The sheet as the builder's office reads it."""
        answer = self.told.world.staff(DEVELOPER).get(f"/v1/homes/inspections/{self.id}")
        assert answer.is_success, answer.text
        return dict(answer.json())


@pytest.fixture(scope="module")
def life(browser: Browser, world: World, offices: Offices) -> Iterator[Inspection]:
    """Opened by the office, filled in without a network, signed, printed; then the keys are given and the buyer looks
    for themselves.
    """
    told = _new_home(browser, offices, world)
    sheet = Inspection(told, _opened(told))
    _inspect_offline(sheet)
    _come_online(sheet)
    _sign(told.phone("inspector"), left=2)
    _sign(told.phone("repairer").open(sheet.page), left=1)
    _seal(sheet)
    _inspect_as_buyer(sheet)
    yield sheet
    assert told.close() == []


# ------------------------------------------------------------------------------------------- the builder's sheet
def _new_home(browser: Browser, offices: Offices, world: World) -> Repair:
    """A home of one room, sold; an inspector from the supervisor's company, with a phone."""
    developer = world.staff(DEVELOPER)
    estate = ground.estate_of(developer)
    accepted = str(world.today - timedelta(days=60))
    row = (DOOR[0], DOOR[1], "1", DOOR[2], "单间", "45", ROOM, "三批", "", accepted)
    ground.bring_in(developer, estate["id"], "estate", homesheet.LAYOUT, row)
    told = ground.sold(browser, offices, world, DOOR)
    person = world.newcomer()
    inspector = world.verified(person)
    ground.employ(world, estate["supervisor"], person, inspector)
    told.phones["inspector"] = Phone(browser, world, memory=inspector.memory)
    told.saw["inspector"] = person.phone
    return told


def _opened(told: Repair) -> str:
    """The office opens the sheet and says whose phone it goes to."""
    desk = told.desk(DEVELOPER)
    desk.open(f"/console/homes/estates/homes/{told.home_id}")
    desk.page.get_by_role("button", name="开检查表").click()
    dialog = desk.page.locator("dialog[open]")
    dialog.locator("[name=inspector_phone]").fill(told.saw["inspector"])
    dialog.get_by_role("button", name="开检查表").click()
    desk.sees("检查表已开")
    found = re.search(r"/inspections/(\w+)", desk.page.url)
    assert found, desk.page.url
    return found[1]


def _inspect_offline(sheet: Inspection) -> None:
    """Once around with a network, as a browser needs it; then everything without, down to a closed app."""
    phone = sheet.told.phone("inspector").open("/#/pages/me/index")
    phone.tap("验房检查表", "link")
    phone.page.get_by_text("-".join(DOOR)).first.click()
    phone.arrives("inspections/pages/sheet")
    phone.tap(ROOM, "link")
    _at(phone, "室内净高")
    phone.page.go_back()
    phone.arrives("inspections/pages/room")
    phone.context.set_offline(True)
    _fill_in(phone, span=3630)
    phone.sees(f"{POINTS} 条待上传")
    _close_and_open(sheet, phone)


def _close_and_open(sheet: Inspection, phone: Phone) -> None:
    """An app lies on the phone, a browser must load it: from here on only the service is out of reach."""
    phone.context.route(SERVICE, lambda route: route.abort("internetdisconnected"))
    phone.context.set_offline(False)
    phone.reopen()
    phone.open(sheet.page)
    phone.sees(f"{POINTS} 条待上传")
    phone.sees("没有网也能接着查")
    sheet.saw["reopened"] = phone.page.inner_text("body")
    sheet.saw["arrived before"] = str(sheet.shown()["done"])


def _come_online(sheet: Inspection) -> None:
    phone = sheet.told.phone("inspector")
    phone.context.unroute(SERVICE)
    phone.tap("现在上传")
    _hand_in(phone)
    phone.sees("等各方签字")


def _sign(phone: Phone, left: int) -> None:
    """For one's own company, after which so many signatures are awaited."""
    phone.tap("代表单位签字")
    phone.page.get_by_role("dialog").get_by_role("button", name="签字").click()
    expect(phone.page.get_by_text("还没签").locator("visible=true")).to_have_count(left)


def _seal(sheet: Inspection) -> None:
    """The developer signs last, at the desk, and fetches the report."""
    path = f"/console/homes/estates/inspections/{sheet.id}"
    desk = sheet.told.desk(DEVELOPER)
    desk.open(path)
    desk.confirm("签字", "签字")
    desk.sees("已签字")
    desk.reads(path, "下载报告 PDF")
    link = desk.page.get_by_role("link", name="下载报告 PDF").get_attribute("href")
    sheet.pdf = desk.fetch(str(link))


# --------------------------------------------------------------------------------------------- the buyer's sheet
def _inspect_as_buyer(sheet: Inspection) -> None:
    """The keys are given; the buyer reads the builder's report, then looks at every point alone."""
    told = sheet.told
    told.hand_over(days_ago=0)
    tail = {"code": told.door.rpartition("/")[2], "contract_tail": told.contract[-6:]}
    bound = told.buyer.post("/v1/homes/homes", tail)
    assert bound.is_success, bound.text
    phone = told.phone("buyer").open(f"/#/homes/pages/home/index?id={told.home_id}")
    phone.tap("验房和验收", "link")
    phone.sees("1 项不合格")
    phone.tap("自己验一遍")
    phone.tap("开始验房")
    phone.arrives("inspections/pages/sheet")
    phone.tap(ROOM, "link")
    _fill_in(phone, broken="墙面")
    phone.page.go_back()
    _hand_in(phone)
    phone.sees("已签字")
    sheet.saw["own"] = phone.contract_id
    _see_the_defect(sheet, phone)


def _see_the_defect(sheet: Inspection, phone: Phone) -> None:
    told = sheet.told
    wait_for(told.defects, "the point that failed as a defect")
    phone.open(f"/#/homes/pages/defects/index?id={told.home_id}")
    phone.page.get_by_text(f"{ROOM} · ").first.click()
    phone.arrives("homes/pages/defect")
    phone.sees("验房不合格")
    sheet.saw["defect"] = phone.page.inner_text("body")


# ------------------------------------------------------------------------------------------------- what a hand does
def _fill_in(phone: Phone, span: int = 3600, broken: str = "") -> None:
    """Every point of the room and of the home; a `span` out of tolerance gets a photo, what is `broken` its words."""
    for item in SEEN:
        _judge(phone, item, "不合格" if item == broken else "合格")
    _measure(phone, "室内净高", 2800, 2800, 2805, 2795, 2810, 2800)
    _measure(phone, "开间、进深", 3600, span, 3600)
    _measure(phone, "门窗洞口", 1500, 1500, 1505)
    phone.tap(f"下一间：{WHOLE}")
    _judge(phone, "整洁", "合格")


def _judge(phone: Phone, item: str, verdict: str) -> None:
    choices = phone.page.get_by_role("radiogroup", name=f"{item}合不合格", exact=True)
    choices.get_by_role("radio", name=verdict, exact=True).click()
    if verdict == "不合格":
        phone.arrives("inspections/pages/point")
        phone.write("说明", "墙角有裂缝")
        _keep(phone)


def _measure(phone: Phone, item: str, design: int, *values: int) -> None:
    _at(phone, item)
    phone.write("设计值", str(design))
    for place, value in enumerate(values, start=1):
        phone.write(f"第 {place} 次量", str(value))
    if max(values) - design > 20:
        phone.sees("偏差 +30（允许 ±20），极差 30（允许 20）：不合格")
        _take_photo(phone)
    _keep(phone)


def _take_photo(phone: Phone) -> None:
    with phone.page.expect_file_chooser() as album:
        phone.tap("拍照或从相册选")
    photo = samples.photo_with_place()
    album.value.set_files({"name": "span.jpg", "mimeType": "image/jpeg", "buffer": photo})
    phone.sees("第 1 张，存在手机里，有网会传")


def _at(phone: Phone, item: str) -> None:
    """The page of one measured point."""
    card = phone.page.locator(".card:visible", has_text=item)
    card.get_by_role("button", name="填实测值").click()
    phone.arrives("inspections/pages/point")
    phone.sees("改了就存在手机里")


def _keep(phone: Phone) -> None:
    phone.sees("已存在手机里")
    phone.tap("记好了")
    phone.arrives("inspections/pages/room")


def _hand_in(phone: Phone) -> None:
    """When nothing waits on the phone any more, the sheet is handed in."""
    phone.page.locator(".big:visible:not([disabled])", has_text="查完了，提交").click()
    phone.page.get_by_role("dialog").get_by_role("button", name="提交").click()


# ----------------------------------------------------------------------------------------------------- what is shown
def test_a_closed_app_without_a_network_loses_nothing_and_sends_nothing(life: Inspection) -> None:
    assert f"查了 {POINTS} / {POINTS} 处，1 处不合格" in life.saw["reopened"]
    assert life.saw["arrived before"] == "0"


def test_everything_arrives_once_when_the_network_is_back(life: Inspection) -> None:
    items = {one["item"]: one for one in life.shown()["items"]}
    assert [one["revision"] for one in items.values()] == [1] * POINTS
    span = items["开间、进深"]
    assert (span["values"], span["deviation"], span["verdict"]) == ([3630, 3600], 30, "fail")
    assert {one["item"]: len(one["photos"]) for one in items.values() if one["photos"]} == {"开间、进深": 1}
    assert wire.get(span["photos"][0]["url"]).content.startswith(b"\xff\xd8")


def test_three_companies_signed_what_was_found(life: Inspection) -> None:
    signed = {one["capacity"]: one["name_masked"] for one in life.shown()["signatures"]}
    assert set(signed) == {"builder", "contractor", "supervisor"}
    assert all(signed.values())


def test_pdfsig_finds_the_sealed_report_valid_trusted_and_whole(life: Inspection, tmp_path: Path) -> None:
    root = wire.get(life.told.world.url + "/v1/documents/authority").text
    report = tools.pdfsig(life.pdf, root, tmp_path)
    assert report.count("Signature is Valid") == 1
    assert report.count("Certificate is Trusted") == 1
    assert "Total document signed" in report
    assert f"共 {POINTS} 处，1 处不合格" in tools.text_of(life.pdf, tmp_path)


def test_the_buyer_inspects_by_the_same_list(life: Inspection) -> None:
    own = life.told.buyer.get(f"/v1/homes/inspections/{life.saw['own']}").json()
    builders = life.shown()
    assert (own["kind"], own["list_name"]) == ("buyer", builders["list_name"])
    assert [one["point"] for one in own["items"]] == [one["point"] for one in builders["items"]]


def test_the_one_point_that_failed_is_a_defect_that_the_household_sees(life: Inspection) -> None:
    [_] = life.told.defects()
    assert life.told.defect()["row"]["room"] == ROOM
    assert "墙面" in life.saw["defect"]
    assert "墙角有裂缝" in life.saw["defect"]
