"""Somebody who opens a restaurant is led to cards and finishes one with a helper; a catalogue's item arrives."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mashangban.domains.guides.rules import itemsheet
from mashangban.kernel import ids
from mashangban.registry import sheets
from tests.e2e import screen
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.world import World
from tests.stack import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
COUNTY = "330203"
HERE = {"appointments-county": json.dumps(COUNTY)}


@pytest.fixture(scope="module")
def desk(offices: Offices) -> Office:
    return offices.desk("haishu")


def test_a_restaurant_becomes_cards_and_a_helper_finishes_one_with_its_owner(
    desk: Office, world: World, new_phone: NewPhone
) -> None:
    phone = new_phone(world.verified(world.newcomer()), **HERE)
    phone.open("/#/guides/pages/packages/index")
    phone.tap(re.compile("我要开餐馆"), "link")
    for choice in ("做", "个体户", "300 平方米以下", "没有"):
        phone.tap(re.compile(f"^{choice}$"), "radio")
    phone.sees("一共 5 步，最快 8 个工作日")
    screen.picture(phone.page, "guides-cards")
    phone.tap("存下来，照着办")
    phone.sees("办好了 0 步")
    phone.sees("先办好：办个体户营业执照、装油烟管道并报备")
    code = phone.answer("/code$", lambda: phone.tap("请工作人员帮我办")).json()["code"]
    expect(phone.page.get_by_role("img", name="求助码")).to_be_visible()
    scan(desk, code)
    desk.sees("可以一起办了")
    screen.picture(desk.page, "guides-help")
    desk.page.get_by_role("button", name="办个体户营业执照办好了，请本人确认").click()
    desk.sees("已请本人确认")
    phone.sees("等您确认")
    phone.tap("确认办好了")
    phone.sees("办好了 1 步")
    phone.sees("先办好：装油烟管道并报备")
    scan(desk, code)
    desk.sees("求助码无效、用过了或已过期")
    phone.tap("不用帮了")
    expect(phone.page.get_by_text("正在帮您办")).to_be_hidden()


def scan(desk: Office, code: str) -> None:
    desk.open("/console/guides/help")
    desk.page.get_by_label("求助码").fill(code)
    desk.page.get_by_role("button", name="开始一起办").click()


def test_the_poster_of_a_package_is_typeset_and_opened_for_printing(desk: Office) -> None:
    desk.open(f"/console/guides/packages?region={COUNTY}&shelf=published")
    desk.page.get_by_role("link", name="我要开餐馆").first.click()
    desk.page.get_by_role("button", name="做一张 A4").click()
    desk.sees("海报正在排版")
    opens = desk.page.get_by_role("link", name="打开A4")
    opens.wait_for()
    screen.picture(desk.page, "guides-package")
    assert desk.fetch(str(opens.get_attribute("href"))).startswith(b"%PDF-")


def test_an_item_of_a_catalogue_is_checked_confirmed_and_found_on_a_phone(
    desk: Office, offices: Offices, new_phone: NewPhone, tmp_path: Path
) -> None:
    name, file = f"临时占道审批{ids.new_id()[-6:]}", tmp_path / "items.csv"
    given = itemsheet.EXAMPLE | {"name": name, "code": f"YL{ids.new_id()[-12:]}", "words": ""}
    row = tuple(given.get(field, "") for field in itemsheet.LAYOUT.columns)
    file.write_bytes(sheets.write(sheets.CSV, tuple(itemsheet.LAYOUT.columns.values()), (row,)))
    desk.open(f"/console/guides/imports/new?kind=items&region={COUNTY}")
    desk.page.set_input_files("#file", str(file))
    desk.sees("由同事确认后使用")
    reviewer = offices.desk("ningbo")
    reviewer.open(desk.page.url.partition("?")[0].removeprefix(desk.world.url))
    reviewer.confirm("确认导入", "确认导入")
    phone = new_phone(None, **HERE)
    wait_for(lambda: found(phone, name), "the item on the phone")
    phone.tap(re.compile(name), "link")
    phone.sees("5 个工作日办好")
    phone.sees("有电子版“营业执照”，就不用带纸的")


def found(phone: Phone, name: str) -> bool:
    """Look for it anew by a word from within its name."""
    phone.reopen()
    phone.open("/#/guides/pages/items/index")
    phone.answer("/v1/guides/items.*word=", lambda: phone.field("想办什么").fill(name[2:]))
    phone.page.get_by_text(re.compile(f"没有名称里带|{name}")).first.wait_for()
    return phone.page.get_by_text(name, exact=True).count() > 0
