"""The builder's side: the office accepts and tells who repairs, that person comes with tools and a camera."""

import re

from tests.e2e import screen
from tests.e2e.phone import Phone
from tests.e2e.repair.ground import CONTRACTOR, DEVELOPER, Repair
from tests.files import samples


def accept(told: Repair) -> None:
    """The developer's office takes it on and hands it to the contractor."""
    desk = told.desk(DEVELOPER)
    path = f"/console/homes/defects/{told.defect()['id']}"
    desk.open(path)
    told.saw["office"] = desk.page.inner_text("main")
    desk.confirm("受理", "受理")
    desk.sees("已受理")
    desk.page.get_by_role("button", name="派给谁修").click()
    desk.page.locator("dialog[open] select").select_option(label=CONTRACTOR)
    desk.page.locator("dialog[open]").get_by_role("button", name="派单").click()
    desk.sees("已派单")
    screen.picture(desk.page, "home-office")


def visit(told: Repair) -> None:
    """A time is agreed, then somebody stands in the kitchen."""
    phone = told.phone("repairer").open("/#/pages/me/index")
    phone.tap(re.compile("维修任务"), "link")
    phone.arrives("repairs/pages/mine")
    phone.page.get_by_text("2-1-1601").first.click()
    phone.tap("约上门时间")
    phone.tap("约好了")
    phone.arrives("repairs/pages/repair")
    phone.tap("上门看过了")
    phone.write("看到什么、什么原因", "角阀裂了")
    phone.add_photo("拍照或从相册选", samples.picture(), "/arrival")
    phone.tap("登记上门")
    phone.arrives("repairs/pages/repair")


def repair(told: Repair, words: str) -> None:
    """The repair with a photo of how it looks now."""
    phone = _at_the_defect(told)
    phone.tap("修好了，请住户确认")
    phone.arrives("repairs/pages/record")
    phone.write("怎么修的", words)
    with phone.page.expect_file_chooser() as album:
        phone.page.get_by_role("button", name="拍照或从相册选").locator("visible=true").last.click()
    album.value.set_files({"name": "after.jpg", "mimeType": "image/jpeg", "buffer": samples.picture()})
    phone.sees("第 1 张，已上传")
    phone.tap("修好了，请住户确认")
    phone.arrives("repairs/pages/repair")
    screen.shown(phone.page, "修之前和修好以后").wait_for()
    screen.picture(phone.page, "home-repairer")


def _at_the_defect(told: Repair) -> Phone:
    phone = told.phone("repairer").open(f"/#/repairs/pages/repair/index?id={told.defect()['id']}")
    phone.page.reload()
    phone.sees("办到哪一步")
    return phone
