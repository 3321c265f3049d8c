"""A buyer's way from the code on the door to the home, and what an owner hands to a tenant."""

from __future__ import annotations

from base64 import b64decode

import pytest
from playwright.sync_api import Locator, Page, Route

from tests.miniprogram.conftest import OpenPhone, Phone
from tests.miniprogram.homes import DOOR, OFFER
from tests.miniprogram.pages import SCREENS, furnish, remember, stored

pytestmark = pytest.mark.browser
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def camera(phone: Phone, link: str) -> Page:
    """What the phone's own camera does with a code."""
    screen = SCREENS["homes"]
    furnish(phone.service.world, screen)
    phone.context.add_init_script(remember(stored(screen, phone.service.world)))
    phone.page.goto(f"{phone.service.url}{link}")
    return phone.page


def test_a_buyer_scans_the_door_mistypes_once_and_is_at_home(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = camera(phone, f"/j/d/{DOOR}")
    button(page, "是我买的，去绑定").click()
    number = page.get_by_role("textbox", name="购房合同编号最后 6 位")
    number.fill("999999")
    button(page, "绑定").click()
    page.get_by_text("还可以再试 4 次").wait_for()
    number.fill("012345")
    button(page, "绑定").click()
    page.get_by_text("保修到2031年10月1日").wait_for()
    assert phone.service.world.done("/v1/homes/homes") == 1
    assert phone.faults == []


def test_a_tenant_opens_the_owners_code_and_sees_neither_contract_nor_residents(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = camera(phone, f"/j/i/{OFFER}")
    button(page, "接受，住进来").click()
    page.get_by_text("我不住这里了").wait_for()
    assert not page.get_by_text("购房合同").is_visible()
    assert not page.get_by_role("link", name="住户").is_visible()
    assert phone.faults == []


def test_an_owner_shows_a_code_that_opens_once(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["home-invite"])
    button(page, "出邀请码").dblclick()
    page.get_by_role("img", name="请租客扫一扫的二维码").wait_for()
    assert phone.service.world.done("/v1/homes/homes/h1/invitations") == 1


def test_a_fault_is_reported_with_a_pin_and_joins_what_the_neighbours_have(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["home-owned"])
    button(page, "报修").click()
    page.get_by_role("radio", name="卫生间").click()
    page.get_by_role("button", name="户型图，点一下坏的地方，可不点").click(position={"x": 200, "y": 150})
    page.get_by_role("radio", name="漏水、渗水、返潮").click()
    page.get_by_text("依据：建设工程质量管理条例第四十条第二项").wait_for()
    page.get_by_text("正上方或正下方的一户").wait_for()
    button(page, "同样的问题，加入").click()
    button(page, "提交报修").dblclick()
    page.get_by_text("等建设单位受理，到期不理会自动往上报").wait_for()
    said = phone.service.world.heard["report"]
    assert (said["category"], said["spot"]["room"]) == ("leak", "卫生间")
    assert 0.5 < said["spot"]["x"] < 0.7
    assert 0.5 < said["spot"]["y"] < 0.8
    assert phone.service.world.done("/v1/homes/homes/h1/defects") == 1
    assert phone.service.world.done("/v1/homes/issues/g1/defects") == 1
    assert phone.faults == []


def test_only_the_household_says_that_it_is_repaired_and_then_gives_stars(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["defect-repaired"])
    button(page, "修好了").click()
    page.get_by_role("dialog").get_by_role("button", name="修好了").click()
    page.get_by_text("修得怎么样").wait_for()
    button(page, "评价").click()
    page.get_by_text("请先点几颗星").wait_for()
    page.get_by_role("radio", name="★★★★ 满意").click()
    button(page, "评价").click()
    page.get_by_text("修得怎么样").wait_for(state="hidden")
    assert [
        phone.service.world.done(f"/v1/homes/defects/d1/{act}") for act in ("confirmation", "rating")
    ] == [1, 1]


def test_not_fixed_needs_a_word_and_goes_back_to_the_same_defect(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["defect-repaired"])
    button(page, "没修好").click()
    button(page, "没修好，要重修").click()
    page.get_by_text("请说两句").wait_for()
    page.get_by_role("textbox", name="哪里还不行").fill("一下雨还是滴水")
    button(page, "没修好，要重修").click()
    page.get_by_text("您说没修好，要重修，监管部门也知道了").wait_for()
    assert phone.service.world.done("/v1/homes/defects/d1/rejection") == 1


class Store:
    """The files room and its object store, with a network to lose; remembers under which key a photo was announced."""

    def __init__(self, page: Page) -> None:
        self.lost = True
        self.announced: list[str] = []
        self.arrived = 0
        page.route("**/v1/files**", self._files)
        page.route("**/object-store/**", self._bytes)

    def _files(self, route: Route) -> None:
        if route.request.url.endswith("/arrival"):
            self.arrived += 1
            route.fulfill(json={"file_id": "f9"})
            return
        self.announced.append(route.request.headers["idempotency-key"])
        upload = {"method": "PUT", "url": "/object-store/f9", "headers": {}}
        route.fulfill(
            status=201, json={"file_id": "f9", "upload": upload, "expires_at": "2027-01-01T00:00:00Z"}
        )

    def _bytes(self, route: Route) -> None:
        if self.lost:
            route.abort()
        else:
            route.fulfill(status=200)


def test_a_photo_cut_off_in_the_middle_is_sent_when_the_app_is_opened_again(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["defect-report"])
    store = Store(page)
    page.get_by_role("radio", name="卫生间").click()
    with page.expect_file_chooser() as chooser:
        button(page, "拍照或从相册选").click()
    chooser.value.set_files({"name": "leak.png", "mimeType": "image/png", "buffer": PNG})
    button(page, "接着传（还有 1 张）").wait_for()
    button(page, "提交报修").click()
    page.get_by_text("照片还没传完").wait_for()
    assert "report" not in phone.service.world.heard
    store.lost = False
    page.reload()
    page.get_by_text("第 1 张，已上传").wait_for()
    button(page, "提交报修").click()
    page.get_by_text("到期不理会自动往上报").wait_for()
    assert phone.service.world.heard["report"]["photos"] == ["f9"]
    assert phone.service.world.done("/v1/homes/homes/h1/defects") == 1
    assert (len(set(store.announced)), store.arrived) == (1, 1)


def test_a_photo_that_was_gone_before_it_was_used_is_named_and_the_rest_of_the_report_stays(
    open_phone: OpenPhone,
) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["defect-report"])
    Store(page).lost = False
    title = "这个文件上传后30天没有用到，已删除"
    gone = {"code": "files.unused-too-long", "title": title, "errors": [{"field": "f9", "message": title}]}
    page.route("**/homes/h1/defects", lambda route: route.fulfill(status=409, json=gone), times=1)
    page.get_by_role("radio", name="卫生间").click()
    with page.expect_file_chooser() as chooser:
        button(page, "拍照或从相册选").click()
    chooser.value.set_files({"name": "leak.png", "mimeType": "image/png", "buffer": PNG})
    page.get_by_text("第 1 张，已上传").wait_for()
    button(page, "提交报修").click()
    page.get_by_text(title).wait_for()
    page.get_by_text("第 1 张，已删除，请点“不要了”，再传一次").wait_for()
    button(page, "第 1 张照片，不要了").click()
    button(page, "提交报修").click()
    page.get_by_text("到期不理会自动往上报").wait_for()
    said = phone.service.world.heard["report"]
    assert (said["spot"]["room"], said["photos"]) == ("卫生间", [])


def test_anybody_opens_a_builders_public_page_by_its_link(open_phone: OpenPhone) -> None:
    phone = open_phone()
    phone.page.goto(f"{phone.service.url}/j/b/b1")
    phone.page.get_by_text("按修好的 110 件算").wait_for()
    assert phone.faults == []
