"""The household: binds the home at its door, reports what is broken, judges the repair."""

import re

from playwright.sync_api import Route

from tests.e2e import screen
from tests.e2e.phone import Phone
from tests.e2e.repair.ground import Repair
from tests.files import samples

ROOM, CATEGORY = "厨房", "水管、下水、马桶"


def bind(told: Repair) -> None:
    """Scan the door, tell the end of the contract's number."""
    phone = told.phone("buyer").open(told.door)
    phone.tap("是我买的，去绑定")
    phone.arrives("homes/pages/bind")
    phone.write("购房合同编号最后 6 位", told.contract[-6:])
    phone.tap("绑定")
    phone.arrives("homes/pages/home")
    phone.sees("保修期")
    told.saw["home"] = phone.page.inner_text("body")
    screen.picture(phone.page, "home-transparent")


def report(told: Repair) -> None:
    """The network is cut in the middle of the photo, the app is closed, then the answer to the report is lost."""
    phone = told.phone("buyer")
    _fill(phone, told)
    phone.write("说几句", "水槽下面一直滴水")
    phone.page.route(re.compile(r"X-Amz-Signature"), _cut)
    with phone.page.expect_file_chooser() as album:
        phone.tap("拍照或从相册选")
    album.value.set_files(
        {"name": "leak.jpg", "mimeType": "image/jpeg", "buffer": samples.photo_with_place()}
    )
    phone.sees("第 1 张，还没传完")
    phone.reopen()
    phone.open(f"/#/homes/pages/report/index?id={told.home_id}")
    phone.sees("第 1 张，已上传")
    screen.picture(phone.page, "home-report")
    told.saw["draft"] = phone.field("说几句").input_value()
    phone.page.route(re.compile("/defects$"), _swallow)
    phone.tap("提交报修")
    phone.sees("网络断了")
    phone.page.unroute(re.compile("/defects$"))
    phone.tap("再试一次")
    phone.arrives("homes/pages/defect")
    phone.sees("水槽下面一直滴水")
    told.saw["reported"] = phone.page.inner_text("body")


def say_not_fixed(told: Repair) -> None:
    """It still drips: with words and another photo."""
    phone = _look(told)
    phone.tap("没修好")
    phone.arrives("homes/pages/not-fixed")
    phone.write("哪里还不行", "换了以后还是滴水")
    phone.add_photo("拍照或从相册选", samples.picture(), "/arrival")
    phone.tap("没修好，要重修")
    phone.arrives("homes/pages/defect")
    phone.sees("没修好")


def say_fixed(told: Repair) -> None:
    """Now it is right: five stars."""
    phone = _look(told)
    phone.tap("修好了")
    phone.page.locator(".sheet:visible, [role=dialog]:visible").get_by_role("button", name="修好了").click()
    phone.tap(re.compile("★★★★★"), "radio")
    phone.tap("评价")
    phone.sees("您的评价")
    screen.picture(phone.page, "home-rated")
    told.saw["ended"] = phone.page.inner_text("body")


def _look(told: Repair) -> Phone:
    phone = told.phone("buyer")
    phone.open(f"/#/homes/pages/defect/index?id={told.defect()['id']}")
    phone.page.reload()
    phone.sees("办到哪一步")
    return phone


def _fill(phone: Phone, told: Repair) -> None:
    phone.tap("报修")
    phone.arrives("homes/pages/report")
    phone.tap(ROOM, "radio")
    phone.tap(CATEGORY, "radio")
    phone.sees("保修")
    told.saw["warranty"] = phone.page.inner_text("body")


def _cut(route: Route) -> None:
    route.abort("internetdisconnected")


def _swallow(route: Route) -> None:
    """The report arrives, its answer does not."""
    if route.request.method != "POST":
        route.continue_()
        return
    route.fetch()
    route.abort("connectionreset")
