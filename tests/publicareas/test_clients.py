"""Two published clients of the protocol list, post and read, through a real port."""

import pytest
from georeport import GeoReport

from tests.publicareas import python2_client
from tests.publicareas.conftest import Court

PHOTO = "https://photos.example.org/lift-3.jpg"


def test_the_client_open311_lists_posts_with_a_photo_and_reads_it_back(court: Court, endpoint: str) -> None:
    client = python2_client.client(endpoint=endpoint, api_key=court.key, jurisdiction=court.county)
    listed = {one["service_code"]: one["service_name"] for one in client.service_list()}
    assert listed["lift"] == "电梯"
    posted = client.post_service_request(
        service_code="lift",
        address_string="西溪人才公寓 3号楼",
        address_id=court.project.id,
        first_name="John",
        last_name="Smith",
        description="电梯停运 <两天> & 没人修",
        media_url=PHOTO,
    )
    fault_id = posted["service_requests"]["request"]["service_request_id"]
    read = client.get_service_request(fault_id)["service_requests"]["request"]
    assert (read["media_url"], read["description"]) == (PHOTO, "电梯停运 <两天> & 没人修")
    assert (read["status"], read["address_id"]) == ("open", court.project.id)
    assert client.request_id_from_token(fault_id)["service_request_id"] == fault_id


@pytest.mark.parametrize("ending", ["json", "xml"])
def test_the_client_georeport_lists_defines_and_reads(court: Court, endpoint: str, ending: str) -> None:
    fault_id = court.reported(media_url=PHOTO, service_code="road")
    client = GeoReport(endpoint, jurisdiction=court.county, output_format=ending)
    assert {one["service_code"] for one in client.get_service_list()} >= {"lift", "road"}
    assert client.get_service_definition("road")["service_code"] == "road"
    assert client.get_service_request(fault_id)["media_url"] == PHOTO
    found = client.get_service_requests(service_code="road", status="open")
    rows = found if isinstance(found, list) else [found]
    assert fault_id in {one["service_request_id"] for one in rows}
