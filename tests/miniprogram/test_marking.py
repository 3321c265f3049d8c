"""Faces and plates in a photo: marked by a finger or by buttons, hidden before anybody reads the report."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, Route

from tests.miniprogram.conftest import OpenPhone, Phone
from tests.miniprogram.pages import SCREENS
from tests.miniprogram.test_homes import Store, button
from tests.miniprogram.test_pages import faults_in

pytestmark = pytest.mark.browser


class Album(Store):
    """The files room again, which also remembers what was marked."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.lost = False
        self.marked: list[list[dict[str, float]]] = []
        page.route("**/v1/files/*/blur", self._mark)

    def _mark(self, route: Route) -> None:
        body = route.request.post_data_json
        assert body is not None
        self.marked.append(body["regions"])
        route.fulfill(json={"file_id": "f9"})


def picture() -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((600, 800)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def report_with_photo(phone: Phone) -> tuple[Page, Album]:
    page = phone.show(SCREENS["defect-report"])
    album = Album(page)
    page.get_by_role("radio", name="卫生间").click()
    with page.expect_file_chooser() as chooser:
        button(page, "拍照或从相册选").click()
    chooser.value.set_files({"name": "leak.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    page.get_by_text("第 1 张，已上传").wait_for()
    return page, album


def draw(page: Page, *spots: tuple[float, float]) -> None:
    """A finger from the first spot to the last, in parts of the picture."""
    box = page.locator(".marking-frame").bounding_box()
    assert box is not None
    ways = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in spots]
    page.mouse.move(*ways[0])
    page.mouse.down()
    for way in ways[1:]:
        page.mouse.move(*way)
    page.mouse.up()


def test_a_face_is_covered_by_a_drawn_box_that_can_be_moved_and_taken_away(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page, album = report_with_photo(phone)
    button(page, "第 1 张照片，遮住人脸车牌").click()
    page.get_by_role("img", name="照片，还没有遮").wait_for()
    page.wait_for_function("document.querySelector('.marking-frame').clientHeight > 100")
    draw(page, (0.2, 0.2), (0.3, 0.3), (0.5, 0.4))
    draw(page, (0.6, 0.6), (0.9, 0.9))
    draw(page, (0.35, 0.3), (0.45, 0.4))
    page.get_by_role("radio", name="第 2 个").click()
    button(page, "去掉这个框").click()
    button(page, "遮好了（1 处）").click()
    page.get_by_text("第 1 张，已上传，遮住 1 处").wait_for()
    [[face]] = album.marked
    assert (face["x"], face["y"], face["width"], face["height"]) == pytest.approx(
        (0.3, 0.3, 0.3, 0.2), abs=0.02
    )
    button(page, "提交报修").click()
    page.get_by_text("到期不理会自动往上报").wait_for()
    assert phone.service.world.heard["report"]["photos"] == ["f9"]
    assert phone.faults == []


def test_who_cannot_draw_sets_the_box_with_buttons_and_the_keyboard(open_phone: OpenPhone) -> None:
    page, album = report_with_photo(open_phone())
    button(page, "第 1 张照片，遮住人脸车牌").press("Enter")
    for name, times in (("加一个框", 1), ("往上", 3), ("往左", 2), ("大一点", 1)):
        for _ in range(times):
            button(page, name).press("Enter")
    button(page, "遮好了（1 处）").press("Enter")
    page.get_by_text("遮住 1 处").wait_for()
    [[face]] = album.marked
    assert (face["x"], face["y"], face["width"], face["height"]) == pytest.approx((0.26, 0.26, 0.32, 0.24))


def test_what_was_marked_without_a_network_is_hidden_when_the_photo_is_sent(open_phone: OpenPhone) -> None:
    phone = open_phone()
    page = phone.show(SCREENS["defect-report"])
    album = Album(page)
    album.lost = True
    page.get_by_role("radio", name="卫生间").click()
    with page.expect_file_chooser() as chooser:
        button(page, "拍照或从相册选").click()
    chooser.value.set_files({"name": "leak.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    button(page, "第 1 张照片，遮住人脸车牌").click()
    button(page, "加一个框").click()
    button(page, "遮好了（1 处）").click()
    page.get_by_text("第 1 张，还没传完，遮住 1 处").wait_for()
    album.lost = False
    page.reload()
    page.get_by_text("第 1 张，已上传，遮住 1 处").wait_for()
    assert [len(one) for one in album.marked] == [1]


@pytest.mark.parametrize("look", ["plain", "small", "elder", "contrast"])
def test_marking_serves_everyone(look: str, open_phone: OpenPhone) -> None:
    page, _ = report_with_photo(open_phone())
    button(page, "第 1 张照片，遮住人脸车牌").click()
    button(page, "加一个框").click()
    button(page, "加一个框").click()
    assert faults_in(page, look) == []
