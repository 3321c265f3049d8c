"""A builder's office at its desk: it brings a new building in from its own sheets and prints what goes on the doors."""

from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import expect

from mashangban.domains.homes.rules import contractsheet, factsheet, homesheet
from mashangban.registry import sheets
from mashangban.registry.rules.columns import Layout
from tests.e2e import screen
from tests.e2e.office import Office, Offices
from tests.e2e.repair.ground import DEVELOPER
from tests.e2e.world import World

# The demo world may have to be laid first.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

ROOMS = "客厅、主卧、厨房、卫生间、阳台"
BUILDING = "19"
DOORS = [(BUILDING, "1", "1", f"10{n}", "新户型", "89.5", ROOMS, "新一批") for n in (1, 2)]


@pytest.fixture
def desk(offices: Offices) -> Iterator[Office]:
    """The office's desk with its estate's page open."""
    found = offices.desk(DEVELOPER)
    found.open("/console/homes/estates")
    found.page.locator("[data-row]").first.click()
    expect(found.page.get_by_role("heading", name="楼栋")).to_be_visible()
    yield found
    found.context.close()


def sheet(layout: Layout, *rows: Sequence[str]) -> bytes:
    """A sheet with the template's head; what a row does not fill stays empty."""
    head = list(layout.columns.values())
    return sheets.write(sheets.XLSX, head, [(*row, *[""] * (len(head) - len(row))) for row in rows])


def upload(desk: Office, at: str, kind: str, content: bytes) -> None:
    """Choose a file and see it checked."""
    desk.open(f"{at}/imports/new?kind={kind}")
    file = {"name": f"{kind}.xlsx", "mimeType": sheets.XLSX, "buffer": content}
    desk.page.locator("#file").set_input_files(file)  # type: ignore[arg-type]  # Playwright's own TypedDict
    expect(desk.page.get_by_role("link", name="看全部导入")).to_be_visible()


def bring_in(desk: Office, at: str, kind: str, content: bytes) -> None:
    """A sheet without faults, confirmed and written."""
    upload(desk, at, kind, content)
    desk.confirm("确认导入", "确认导入")
    expect(desk.page.get_by_text("已导入", exact=True)).to_be_visible()


def test_a_new_building_comes_from_its_sheets_and_its_doors_are_printed(desk: Office, world: World) -> None:
    at = desk.page.url.removeprefix(world.url)
    upload(desk, at, "estate", sheet(homesheet.LAYOUT, *DOORS, (BUILDING, "1", "1", "1/3", "新户型")))
    desk.sees("什么都没有导入")
    fault = desk.page.locator("tr", has_text="看不懂")
    expect(fault).to_contain_text("4")
    expect(fault).to_contain_text("室号")
    assert screen.faults(desk.page) == []
    bring_in(desk, at, "estate", sheet(homesheet.LAYOUT, *DOORS))
    buyer = world.newcomer()
    contract = (BUILDING, "1", "101", "样例预售2026-190101", buyer.name, buyer.id_number, "2026-03-01")
    bring_in(desk, at, "contracts", sheet(contractsheet.LAYOUT, contract))
    cement = (BUILDING, "", "", "材料", "水泥", "四十二点五级", "海螺水泥", "PO-19", "2026-03-18")
    bring_in(desk, at, "facts", sheet(factsheet.LAYOUT, cement))
    desk.open(f"{at}/facts?kind=material&building={BUILDING}")
    desk.sees("PO-19")
    desk.open(f"{at}/homes?building={BUILDING}")
    desk.sees(f"{BUILDING}-1-102")
    _print_doors(desk, at)


def _print_doors(desk: Office, at: str) -> None:
    desk.open(at)
    row = desk.page.get_by_role("row", name=f"{BUILDING}号楼门牌码")
    row.get_by_role("button").click()
    desk.page.locator("dialog[open]").get_by_role("button", name="打印").click()
    desk.sees("门牌码正在排版")
    desk.reads(at, "打开门牌码")
    link = row.get_by_role("link", name="门牌码").get_attribute("href")
    assert link is not None
    assert desk.fetch(link).startswith(b"%PDF-")
