"""A buyer at the door of a new home: a fault is reported with the network cut, and over when the buyer says so."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Route

from mashangban.kernel import clock
from tests.e2e.conftest import NewPhone
from tests.e2e.estate import NUMBER, Estate
from tests.e2e.phone import Phone
from tests.e2e.world import World
from tests.files import samples

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
JPEG = "image/jpeg"


def test_a_buyer_binds_reports_offline_and_has_the_last_word(world: World, new_phone: NewPhone) -> None:
    estate, person = Estate(world), world.newcomer(age=40)
    door, buyer = estate.sell(person), world.verified(person)
    phone = new_phone(buyer)
    _bind(phone, door)
    home = phone.contract_id
    _report(phone, home)
    defect = phone.contract_id
    _repair(estate, defect)
    phone.open(f"/#/homes/pages/defect/index?id={defect}").page.reload()
    phone.sees("修没修好您说了算")
    phone.tap("没修好")
    phone.write("哪里还不行", "还在滴水")
    phone.tap("没修好，要重修")
    phone.sees("监管部门也知道了")
    estate.act(defect, "repair", {"after": [_photo(estate)]})
    phone.page.reload()
    phone.tap(re.compile("^修好了$"))
    phone.page.get_by_role("dialog").get_by_role("button", name="修好了").click()
    phone.tap(re.compile("很满意"), "radio")
    phone.tap("评价")
    phone.sees("您的评价")
    shown = buyer.get(f"/v1/homes/defects/{defect}").json()
    assert (shown["row"]["state"], shown["stars"], len(shown["photos"])) == ("confirmed", 5, 1)
    assert [one["id"] for one in buyer.get(f"/v1/homes/homes/{home}/defects").json()["items"]] == [defect]


def _bind(phone: Phone, door: str) -> None:
    phone.open(door)
    phone.tap("是我买的，去绑定")
    phone.write("购房合同编号最后", NUMBER[-6:])
    phone.tap("绑定")
    phone.sees("四个透明")
    phone.sees("购房合同")


def _report(phone: Phone, home: str) -> None:
    """The network is lost while the photo is under way, and the app is closed."""
    phone.tap("报修")
    phone.tap("主卫", "radio")
    phone.tap("漏水、渗水、返潮", "radio")
    phone.sees("依据：")
    phone.context.route(re.compile("X-Amz-Signature"), _lose)
    with phone.page.expect_file_chooser() as album:
        phone.tap("拍照或从相册选")
    picture = samples.photo_with_place()
    album.value.set_files({"name": "photo.jpg", "mimeType": JPEG, "buffer": picture})
    phone.sees("接着传（还有 1 张）")
    phone.context.unroute(re.compile("X-Amz-Signature"))
    phone.reopen()
    phone.open(f"/#/homes/pages/report/index?id={home}")
    phone.sees("第 1 张，已上传")
    phone.tap("提交报修")
    phone.arrives("homes/pages/defect")
    phone.sees("到期不理会自动往上报")


def _lose(route: Route) -> None:
    route.abort("connectionreset")


def _repair(estate: Estate, defect: str) -> None:
    estate.act(defect, "acceptance")
    visit = clock.now() + timedelta(days=1)
    estate.act(defect, "appointment", {"visit_at": visit.isoformat(), "text": "请家里留人"})
    estate.act(defect, "visit")
    before, after = _photo(estate), _photo(estate)
    estate.act(defect, "repair", {"before": [before], "after": [after], "text": "换了角阀"})


def _photo(estate: Estate) -> str:
    return estate.upload(samples.photo_with_place(), "photo.jpg", JPEG, "site-photo")
