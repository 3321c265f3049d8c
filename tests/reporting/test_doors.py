"""The doors of reporting: who sees what, what an officer puts right, pages and files."""

import io
import json
from typing import Any

import openpyxl
import pytest

from mashangban.domains.reporting.app import handler
from mashangban.domains.reporting.schemas import ReportQuery
from mashangban.domains.reporting.service import exporting
from mashangban.domains.reporting.terms import ReportState
from mashangban.employment.rules import Employment, Named
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry.sheets import XLSX
from tests.registry.conftest import officer, person
from tests.reporting.conftest import NAME, Platforms, Yard, worker_report
from tests.workers import phone
from tests.workers.office import office_of

ADMIN = ((Role.PLATFORM_ADMIN, "*"),)


class Phone(phone.Phone):
    """A phone whose calls go to the reporting function."""

    def send(
        self, method: str, path: str, body: Any = None, *, key: str | None = None, **headers: str
    ) -> Any:
        given = {"content-type": "application/json", "authorization": f"Bearer {self.token}"}
        given |= {"idempotency-key": key or "0123456789abcdef"} if method != "GET" else {}
        text = json.dumps(body) if body is not None else None
        event = phone._event(method, path, text, given)
        return phone._answer(handler(event, None))


def phone_of(principal: Principal) -> Phone:
    return Phone(phone.phone_of(principal).token)


@pytest.fixture
def rejected(platforms: Platforms, jinan: Yard) -> Employment:
    """A worker whose trade the second province has suspended."""
    platforms.desk(refused_trades={"37": ["030"]})
    one = jinan.hire(trade=Named("030", "架子工"))
    platforms.drain()
    assert worker_report(one).state is ReportState.REJECTED
    return one


def test_an_officer_sees_the_reports_of_their_region_only(rejected: Employment) -> None:
    report = worker_report(rejected)
    for region in ("37", "3701", "370102"):
        own = phone_of(officer(region))
        listed = own.get("/v1/reporting/reports?region=370102&state=rejected&topic=worker&limit=50")
        assert report.id in [one["id"] for one in listed.body["items"]]
        assert own.get(f"/v1/reporting/reports/{report.id}").body["code"] == "CODE_SUSPENDED"
    for region in ("33", "3702", "370112"):
        other = phone_of(officer(region))
        assert other.get("/v1/reporting/reports?region=370102").status == 404
        assert other.get(f"/v1/reporting/reports/{report.id}").status == 404
        assert other.get("/v1/reporting/board?region=37").status == 404
    assert phone_of(person()).get(f"/v1/reporting/reports/{report.id}").status == 403


def test_a_province_finds_all_that_waits_for_a_person_in_one_list(rejected: Employment) -> None:
    own, other = phone_of(officer("37")), phone_of(officer("33"))
    listed = own.get("/v1/reporting/reports?region=37&state=rejected&topic=worker")
    assert worker_report(rejected).id in [one["id"] for one in listed.body["items"]]
    assert own.get("/v1/reporting/reports?region=37&state=accepted").code == "reporting.list.county-needed"
    assert other.get("/v1/reporting/reports?region=37&state=rejected").status == 404
    assert phone_of(officer("3701")).get("/v1/reporting/reports?region=37&state=rejected").status == 404
    page = office_of(officer("37")).get("/console/reporting/reports?state=accepted")
    assert worker_report(rejected).id in page.html  # a whole platform lists only what waits for somebody


def test_only_the_province_and_the_platform_put_right(rejected: Employment) -> None:
    path = f"/v1/reporting/reports/{worker_report(rejected).id}/retry"
    body = {"note": "平台已恢复该工种"}
    assert phone_of(officer("370102")).post(path, body).status == 403
    assert phone_of(officer("33")).post(path, body).status == 404
    assert phone_of(officer("37")).post(path, body).body["state"] == "waiting"


def test_another_code_of_the_platform_puts_a_report_right(platforms: Platforms, rejected: Employment) -> None:
    path = f"/v1/reporting/reports/{worker_report(rejected).id}/correction"
    own = phone_of(officer("37"))
    given = {"word": "trade", "code": "020", "note": "按钢筋工报"}
    assert own.post(path, given | {"code": "000"}).code == "reporting.report.not-their-code"
    assert (
        own.post(path, given | {"word": "direction", "code": "1"}).code == "reporting.report.not-their-code"
    )
    assert own.post(path, given, key="a" * 20).status == 200
    assert own.post(path, given, key="a" * 20).status == 200  # the same press again
    assert own.post(path, given, key="b" * 20).code == "reporting.report.nothing-to-retry"
    platforms.drain()
    report = worker_report(rejected)
    assert (report.state, report.chosen, report.revision) == (ReportState.ACCEPTED, {"trade": "020"}, 2)
    (held,) = platforms.received(report)
    assert held["objects"]["ProjectWorker"]["workType"] == "020"
    shown = own.get(f"/v1/reporting/reports/{report.id}").body
    assert any("按钢筋工报" in one["note"] for one in shown["log"])


def test_a_report_shows_what_is_sent_without_name_or_number(rejected: Employment) -> None:
    answer = phone_of(officer("37")).get(f"/v1/reporting/reports/{worker_report(rejected).id}")
    payload = answer.body["payload"]
    assert payload["ProjectWorker"]["workerName"] == "王**"
    assert payload["ContractFile"]["contractType"] == "1"
    assert NAME not in json.dumps(answer.body, ensure_ascii=False)
    assert {one["word"] for one in answer.body["correctable"]} == {"trade", "pay_basis", "unit"}


def test_the_maps_in_force_name_source_and_gaps(ground: None) -> None:
    maps = {one["platform"]: one for one in phone_of(officer("33")).get("/v1/reporting/maps").body["items"]}
    assert set(maps) == {"00", "33", "37"}
    trades = next(word for word in maps["37"]["words"] if word["word"] == "trade")
    other = next(code for code in trades["codes"] if code["ours"] == "000")
    assert (other["code"], maps["37"]["verified"]) == (None, False)
    assert other["reason"]


def test_an_officer_works_in_the_console(platforms: Platforms, rejected: Employment) -> None:
    own = office_of(officer("37"))
    report = worker_report(rejected)
    assert "近两周每天" in own.get("/console/reporting").html
    listing = own.get("/console/reporting/reports?where=370102&state=rejected")
    assert report.id in listing.html
    opened = own.get(f"/console/reporting/reports/{report.id}")
    assert "CODE_SUSPENDED" in opened.html
    assert NAME not in opened.html
    path = f"/console/reporting/reports/{report.id}/correction"
    assert (
        own.act(opened, path, choice="trade=020", note="x").status == 303
    )  # too short a note: told on the page
    assert worker_report(rejected).state is ReportState.REJECTED
    again = own.get(f"/console/reporting/reports/{report.id}")
    assert own.act(again, path, choice="trade=020", note="按钢筋工报").status == 303
    platforms.drain()
    assert worker_report(rejected).state is ReportState.ACCEPTED


def test_the_console_retries_and_shows_the_maps(platforms: Platforms, rejected: Employment) -> None:
    admin = office_of(person(*ADMIN))
    report = worker_report(rejected)
    platforms.desk(refused_trades={})
    opened = admin.get(f"/console/reporting/reports/{report.id}")
    done = admin.act(opened, f"/console/reporting/reports/{report.id}/retry", note="平台已恢复该工种")
    assert done.status == 303
    assert "已重新排队" in admin.get(done.location).html
    maps = admin.get("/console/reporting/maps?platform=37").html
    assert "未核对" in maps
    assert "不收“其他”工种" in maps
    assert admin.get("/console/reporting/maps?platform=nonsense").status == 200


def test_a_whole_page_is_sent_again(platforms: Platforms, rejected: Employment, jinan: Yard) -> None:
    other = jinan.hire(trade=Named("030", "架子工"))
    platforms.drain()
    platforms.desk(refused_trades={})
    own = office_of(officer("37"))
    listing = own.get("/console/reporting/reports?where=370102&state=rejected&topic=worker")
    ids = [worker_report(rejected).id, worker_report(other).id, "worker-none"]
    done = own.act(listing, "/console/reporting/retries", report=ids, note="平台已恢复该工种")
    assert "2 条已重新排队，1 条没有办成" in own.get(done.location).html
    platforms.drain()
    assert {worker_report(one).state for one in (rejected, other)} == {ReportState.ACCEPTED}
    body = {"reports": ids, "note": "再来一次"}
    assert phone_of(officer("37")).post("/v1/reporting/retries", body).body["done"] == 0
    assert phone_of(officer("370102")).post("/v1/reporting/retries", body).status == 403


def test_a_county_officer_looks_and_does_not_decide(rejected: Employment) -> None:
    county = office_of(officer("370102"))
    opened = county.get(f"/console/reporting/reports/{worker_report(rejected).id}")
    assert opened.status == 200
    assert "换个代码再报" not in opened.html
    assert county.get("/console/reporting").status == 200
    assert (
        office_of(officer("330106")).get(f"/console/reporting/reports/{worker_report(rejected).id}").status
        == 404
    )


def test_the_list_goes_into_a_file(rejected: Employment) -> None:
    own = phone_of(officer("37"))
    assert own.get("/v1/reporting/reports?region=370102&state=rejected").status == 200
    asked = ReportQuery(region="370102", state=ReportState.REJECTED)
    book = openpyxl.load_workbook(io.BytesIO(exporting.export_reports(officer("37"), asked, XLSX)))
    rows = list(book.active.values)  # type: ignore[union-attr]
    assert rows[0][0] == "报送编号"
    assert worker_report(rejected).id in [row[0] for row in rows]
    file = office_of(officer("37")).get(
        "/console/reporting/reports/export?where=370102&state=rejected&format=csv"
    )
    assert worker_report(rejected).id in file.html
