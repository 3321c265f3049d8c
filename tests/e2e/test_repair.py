"""One defect through its whole life on screen: the household, the builder's office, the repairer and the county."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests import wire
from tests.e2e import screen
from tests.e2e.office import Offices
from tests.e2e.repair import firm, ground, household
from tests.e2e.repair.ground import COUNTY, Repair
from tests.e2e.world import World

# The life is played before its first test.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def life(browser: Browser, world: World, offices: Offices) -> Iterator[Repair]:
    """Reported through a lost network, accepted, visited, repaired, not fixed, ordered by the county, repaired again,
    confirmed and rated.
    """
    told = ground.begin(browser, offices, world)
    household.bind(told)
    household.report(told)
    firm.accept(told)
    firm.visit(told)
    firm.repair(told, "换了角阀")
    household.say_not_fixed(told)
    _order(told)
    firm.repair(told, "连接管也换了，试水不漏")
    household.say_fixed(told)
    yield told
    assert told.close() == []


def _order(told: Repair) -> None:
    """The county sees that it was not fixed, and orders a day."""
    desk = told.desk(COUNTY)
    desk.open(f"/console/homes/defects/{told.defect()['id']}")
    told.saw["county"] = desk.page.inner_text("main")
    desk.page.get_by_role("button", name="责令维修").click()
    dialog = desk.page.locator("dialog[open]")
    dialog.locator("[name=by]").fill(str(told.world.today + timedelta(days=5)))
    dialog.locator("[name=text]").fill("住户两次反映漏水，请按期修好")
    dialog.get_by_role("button", name="责令维修").click()
    desk.sees("已责令维修")
    screen.picture(desk.page, "home-county")


def test_the_door_and_the_contract_make_the_newcomer_the_owner(life: Repair) -> None:
    assert "业主" in life.saw["home"]
    assert life.buyer.get(f"/v1/homes/homes/{life.home_id}").json()["contract"]["number"] == life.contract


def test_the_warranty_stands_before_the_report_is_sent(life: Repair) -> None:
    assert "保修" in life.saw["warranty"]
    assert "建设工程质量管理条例" in life.saw["warranty"]


def test_a_cut_network_and_a_closed_app_make_one_record_with_its_photo(life: Repair) -> None:
    assert life.saw["draft"] == "水槽下面一直滴水"
    [_] = life.defects()
    photos = life.defect()["photos"]
    assert len(photos) == 2  # of the report, and of what was not fixed
    with Image.open(BytesIO(wire.get(photos[0]["url"]).content)) as picture:
        assert len(picture.getexif()) == 0  # where it was taken stays with the reporter


def test_not_fixed_reaches_the_county_and_counts(life: Repair) -> None:
    assert "没修好，要重修" in life.saw["county"]
    assert life.defect()["row"]["rejections"] == 1


def test_both_sides_see_who_did_what_in_which_order(life: Repair) -> None:
    labels = [step["label"] for step in life.defect()["log"]]
    assert len(labels) >= 11
    assert sum("没修好" in one for one in labels) == 1
    assert sum("责令" in one for one in labels) == 1


def test_only_the_household_ended_it(life: Repair) -> None:
    done = life.defect()
    assert (done["row"]["state"], done["stars"]) == ("confirmed", 5)
    assert "★★★★★" in life.saw["ended"]
