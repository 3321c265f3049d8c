"""GeoReport v2, resource by resource: formats, filters, errors in the form of the specification."""

import datetime as dt
import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from mashangban.domains.publicareas.schemas import PublicFaultReason
from mashangban.domains.publicareas.service import handling, keys
from mashangban.domains.publicareas.terms import POSTS_AN_HOUR
from mashangban.kernel import clock
from tests.publicareas.conftest import ROOT, Court, act, send


def read(path: str) -> Any:
    status, text = send("GET", ROOT + path)
    assert status == 200, text
    return json.loads(text)


def ids_of(court: Court, query: str) -> set[str]:
    found = read(f"/requests.json?jurisdiction_id={court.county}&{query}")
    return {one["service_request_id"] for one in found}


def test_discovery_names_the_endpoint_and_both_formats() -> None:
    found = read("/discovery.json")
    assert found["endpoints"][0]["url"].endswith(ROOT)
    assert found["endpoints"][0]["formats"] == ["text/xml", "application/json"]
    tree = ET.fromstring(send("GET", ROOT + "/discovery.xml")[1])
    assert tree.findtext("endpoints/endpoint/specification") == "http://wiki.open311.org/GeoReport_v2"


def test_a_report_is_found_by_its_area_by_a_near_place_and_by_an_address_that_begins_with_the_name(
    tables: str,
) -> None:
    court = Court(name="观澜样例苑")
    latitude, longitude = (value / 1e6 for value in court.spot)
    near = court.reported(address_id=None, lat=latitude + 0.002, long=longitude)
    named = court.reported(address_id=None, address_string="观澜样例苑3号楼门口")
    for one in (near, named):
        assert read(f"/requests/{one}.json")[0]["address_id"]
    far = court.post(address_id=None, lat=latitude + 0.02, long=longitude)
    assert far[0] == 400
    assert "经纬度" in json.loads(far[1])[0]["description"]


def test_requests_are_filtered_by_id_service_status_and_time(court: Court) -> None:
    lift, road = court.reported(), court.reported(service_code="road")
    handling.fix(act(court.builder), road, PublicFaultReason(text="已换井盖"))
    assert ids_of(court, f"service_request_id={lift},{road}") == {lift, road}
    assert {lift} == ids_of(court, "service_code=lift&status=open") & {lift, road}
    assert {road} == ids_of(court, "status=closed") & {lift, road}
    assert {lift, road} <= ids_of(court, "service_code=lift,road&status=open,closed")
    hour = dt.timedelta(hours=1)
    before, after = (clock.to_text(clock.now() + step) for step in (-hour, hour))
    assert {lift, road} <= ids_of(court, f"start_date={before}&end_date={after}")
    assert not {lift, road} & ids_of(court, f"end_date={before}")
    assert not {lift, road} & ids_of(court, f"start_date={after}")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/services.json", 404),
        ("/services.json?jurisdiction_id=999999", 404),
        ("/services/nothing.json?jurisdiction_id=330106", 404),
        ("/requests/nothing.json", 404),
        ("/tokens/nothing.json", 404),
        ("/requests.json?jurisdiction_id=330106&start_date=soon", 400),
        (
            "/requests.json?jurisdiction_id=330106&start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z",
            400,
        ),
        ("/requests.json?jurisdiction_id=330106&service_code=nothing", 404),
    ],
)
def test_what_is_wrong_is_said_as_a_list_of_codes(tables: str, path: str, status: int) -> None:
    given, text = send("GET", ROOT + path)
    assert given == status
    assert json.loads(text)[0]["code"] == status
    tree = ET.fromstring(send("GET", ROOT + path.replace(".json", ".xml", 1))[1])
    assert (tree.tag, tree.findtext("error/code")) == ("errors", str(status))


def test_nobody_reports_without_a_key_and_a_revoked_one_is_none(court: Court) -> None:
    assert court.post(api_key=None)[0] == 403
    assert court.post(api_key="made-up")[0] == 403
    keys.revoke(act(court.reporter))
    assert court.post()[0] == 403


@pytest.mark.parametrize(
    "address",
    [
        "http://photos.example.org/a.jpg",
        "https://127.0.0.1/a.jpg",
        "https://2130706433/a.jpg",
        "https://[::1]/a.jpg",
        "https://localhost/a.jpg",
        "https://db.internal/a.jpg",
        "https://user:pass@photos.example.org/a.jpg",
        "https://photos.example.org:8443/a.jpg",
        "javascript:alert(1)",
        "https://[broken/a.jpg",
    ],
)
def test_a_photo_address_that_points_inward_or_is_none_is_refused(court: Court, address: str) -> None:
    assert court.post(media_url=address)[0] == 400


def test_the_same_words_sent_twice_are_one_request(court: Court) -> None:
    assert court.reported(description="灯不亮") == court.reported(description="灯不亮")


def test_who_reports_too_much_in_an_hour_waits(court: Court) -> None:
    for _ in range(POSTS_AN_HOUR):
        court.reported()
    assert court.post()[0] == 429


def test_names_telephones_and_plates_are_not_shown_and_nobody_is_named(court: Court) -> None:
    words = "请联系 13800138000，车牌浙A12345，身份证110101199003077475"
    one = court.reported(description=words, first_name="John", phone="13900139000", email="a@example.org")
    text = json.dumps(read(f"/requests/{one}.json"), ensure_ascii=False)
    for secret in (
        "13800138000",
        "A12345",
        "110101199003077475",
        "John",
        "13900139000",
        court.reporter.person_id,
    ):
        assert secret not in text


def test_markup_in_words_stays_words_in_xml(court: Court) -> None:
    one = court.reported(description="]]> <script>&amp;</script>")
    tree = ET.fromstring(send("GET", f"{ROOT}/requests/{one}.xml")[1])
    assert tree.findtext("request/description") == "]]> <script>&amp;</script>"
