"""A matter of the guides from the draft to a paper that anybody verifies: its person, who accepts and who decides."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e import screen, tools
from tests.e2e.conftest import NewPhone
from tests.e2e.office import Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.test_assistance import agree, join, row
from tests.e2e.world import Caller, World
from tests.miniprogram.test_marking import picture
from tests.stack import wait_for

# The ground may be laid within its time.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
COUNTY = "330106"
ITEM, PAPER = "个体工商户设立登记", "经营场所证明"
PAGE = {"name": "page.jpg", "mimeType": "image/jpeg", "buffer": picture()}
FIRST = "拍照或从相册选"


def test_a_matter_goes_from_its_draft_to_a_paper_that_anybody_verifies(
    new_phone: NewPhone, offices: Offices, world: World, browser: Browser, tmp_path: Path
) -> None:
    caller = world.verified(world.newcomer())
    phone = new_phone(caller, **{"appointments-county": json.dumps(COUNTY)})
    clerk, decider = offices.desk("xihu"), offices.desk("hangzhou")

    fill(phone)
    helped(phone, clerk)
    path = f"/console/matters/{looked_at(phone, caller)}"
    look_first(clerk, path)
    again(phone, "工作人员说：拍糊了，请重拍")
    photograph(phone, "再加照片", "第 2 份，已上传")
    phone.tap("提交")
    phone.sees("五个工作日内答复您")
    screen.picture(phone.page, "matters-submitted")

    said(clerk, path, "一次告知补正", "请补房东的签名页", "发给本人")
    clerk.sees("已一次告知本人，补齐前不计时")
    supply(phone)
    clerk.open(path)
    clerk.confirm(re.compile("^受理$"), "受理")
    clerk.sees("已受理，要换一位同事作决定")
    expect(clerk.page.get_by_role("link", name="作出决定")).to_be_hidden()
    assert screen.faults(clerk.page) == []
    screen.picture(clerk.page, "matters-accepted")

    decider.open(path)
    decider.page.get_by_role("link", name="作出决定").click()
    screen.picture(decider.page, "matters-decision")
    decider.page.get_by_role("button", name="作出决定").click()
    decider.sees("已作出决定")
    again(phone, "办成了")
    assert screen.faults(phone.page) == []
    screen.picture(phone.page, "matters-decided")
    verified(caller, decider, path, Phone(browser, world), tmp_path)


def fill(phone: Phone) -> None:
    """From the guide to a draft with everything in it."""
    phone.open("/#/guides/pages/items/index")
    phone.answer("/v1/guides/items.*word=", lambda: phone.field("想办什么").fill("个体工商户"))
    phone.tap(re.compile(ITEM), "link")
    phone.tap("网上办理")
    phone.sees("已实名，不用再填")
    phone.tap(re.compile("^用电子证照代替"), "radio")
    photograph(phone, FIRST, "第 1 份，已上传")
    phone.write("店名", "老王小吃")
    screen.picture(phone.page, "matters-fill")


def helped(phone: Phone, desk: Office) -> None:
    """An officer sees the form as it stands on the phone and points at a paper, until the person stops it."""
    join(desk, agree(phone))
    row(desk, "ask.f1").get_by_text("老王小吃").wait_for()
    row(desk, "paper1.files").get_by_text("1 份").wait_for()
    desk.page.get_by_role("button", name=f"指给对方看：{PAPER}的照片或文件").click()
    phone.sees("工作人员指着这里")
    screen.picture(phone.page, "matters-fill-shared")
    screen.picture(desk.page, "matters-fill-helped")
    phone.tap("停止")
    desk.sees("共享已经结束：本人停止了共享")
    phone.tap("知道了")


def looked_at(phone: Phone, caller: Caller) -> str:
    """An official is asked to look at the papers first; the matter's id."""
    phone.tap("请先帮我看看材料")
    phone.sees("已请工作人员先看")
    [mine] = caller.get("/v1/matters/mine").json()["items"]
    return str(mine["id"])


def photograph(phone: Phone, name: str, done: str) -> None:
    with phone.page.expect_file_chooser() as chooser:
        phone.tap(name)
    chooser.value.set_files(PAGE)  # type: ignore[arg-type]
    phone.sees(done)


def look_first(clerk: Office, path: str) -> None:
    """One paper is to be mended."""
    clerk.open(path)
    screen.picture(clerk.page, "matters-check")
    paper = clerk.page.locator("fieldset").filter(has_text=PAPER)
    paper.get_by_label("这份材料").select_option("no")
    paper.get_by_label("要改的话，怎么改").fill("拍糊了，请重拍")
    clerk.page.get_by_role("button", name="告诉本人").click()
    clerk.sees("已告诉本人")


def said(desk: Office, path: str, opens: str, words: str, submit: str) -> None:
    """A dialog that asks for words."""
    desk.open(path)
    desk.page.get_by_role("button", name=opens).click()
    dialog = desk.page.locator("dialog[open]")
    dialog.get_by_role("textbox").fill(words)
    dialog.get_by_role("button", name=submit).click()


def supply(phone: Phone) -> None:
    """What was asked for, once."""
    again(phone, "请补房东的签名页")
    screen.picture(phone.page, "matters-supplement")
    with phone.page.expect_file_chooser() as chooser:
        phone.page.get_by_role("button", name=FIRST).last.click()
    chooser.value.set_files(PAGE)  # type: ignore[arg-type]
    phone.sees("第 1 份，已上传")
    phone.tap("补交")
    phone.sees("五个工作日内答复您")


def verified(caller: Caller, desk: Office, path: str, stranger: Phone, folder: Path) -> None:
    """The decision's printed code tells a stranger whose paper it is; delivered to the phone by being there."""

    def made() -> str:
        shown = caller.get(f"/v1/matters/mine/{path.rpartition('/')[2]}").json()
        papers = {one["label"]: one for one in shown["papers"]}
        paper = papers.get("办理结果决定书", {})
        ready = paper.get("ready") and shown["row"]["state"] == "delivered"
        return str(paper["document_id"]) if ready else ""

    pdf = desk.fetch(f"/console/documents/{wait_for(made, 'the decision on paper')}/file")
    text = tools.text_of(pdf, folder)
    assert ITEM in text.replace(" ", "")
    stranger.open(tools.printed_qr(pdf, "/verify/", folder))
    stranger.sees("是本平台签发的办件文书")
    stranger.close()


def again(phone: Phone, text: str) -> None:
    """Look at the page anew."""
    phone.page.reload()
    expect(phone.page.get_by_text(text).locator("visible=true").first).to_be_visible()
