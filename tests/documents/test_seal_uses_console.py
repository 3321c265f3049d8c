"""The register of a seal on screen: found from the enterprise's page by those whom it concerns."""

import base64

import pytest

from mashangban.documents.app import handler
from mashangban.kernel.permissions import Role
from tests.console.office import Window, event, window
from tests.documents import orders
from tests.documents.test_claim_forms import printed, sealed
from tests.registry.conftest import COUNTY, Desk, officer

pytestmark = pytest.mark.usefixtures("service")


@pytest.fixture
def enterprise() -> str:
    made = Desk(officer(COUNTY)).enterprise().id
    orders.seal_of(made)
    return made


def answer(reader: Window, path: str) -> tuple[int, str]:
    """The documents function's own page, with the reader's cookie."""
    cookie = "; ".join(f"{name}={value}" for name, value in reader.cookies.items())
    headers = {"cookie": cookie, "accept": "text/html"}
    raw = handler(event("GET", path, None, headers, reader.address), None)
    body = base64.b64decode(raw["body"]).decode() if raw.get("isBase64Encoded") else raw["body"]
    return raw["statusCode"], body


@pytest.mark.parametrize("role", [Role.ENTERPRISE_ADMIN, Role.COUNTY_OFFICER])
def test_the_enterprises_page_leads_to_who_sealed_what_and_when(enterprise: str, role: Role) -> None:
    scope = f"org:{enterprise}" if role is Role.ENTERPRISE_ADMIN else f"region:{COUNTY}"
    reader, seal = window((role, scope)), f"/console/documents/seals/{enterprise}"
    where = f"{seal}/uses"
    assert seal in reader.get(f"/console/enterprises/{enterprise}").html
    assert where in answer(reader, seal)[1]
    assert "还没有用过印章" in answer(reader, where)[1]
    paper = sealed(printed(enterprise), enterprise)
    html = answer(reader, where)[1]
    for shown in ("陈志强", "政策申报表", "经办人逐份确认", paper.revisions[-1].sha256[:16]):
        assert shown in html


def test_another_county_finds_no_way_there(enterprise: str) -> None:
    stranger = window((Role.COUNTY_OFFICER, "region:330105"))
    seal = f"/console/documents/seals/{enterprise}"
    assert seal not in stranger.get(f"/console/enterprises/{enterprise}").html
    assert {answer(stranger, one)[0] for one in (seal, f"{seal}/uses", f"{seal}/picture")} == {404}
