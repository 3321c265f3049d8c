"""The pages of oversight, asked through the function's own handler."""

import pytest

from tests.oversight.conftest import COUNTY, REASON, officer
from tests.workers.conftest import Site
from tests.workers.office import Office, office_of

HOME = "/console/oversight"


@pytest.fixture
def desk(qinghai: Site) -> Office:
    return office_of(officer(COUNTY))


def test_the_first_page_shows_five_domains_and_the_way_down(desk: Office, qinghai: Site) -> None:
    page = desk.get(HOME)
    for words in ("在册合同", "核定工日", "工人已确认", "余额不够发的批次", "逾期未发", qinghai.project.name):
        assert words in page.html
    project = desk.get(f"{HOME}?project={qinghai.project.id}")
    assert "看名单" in project.html
    for kind, key, name in (
        ("team", qinghai.team.id, "钢筋一班"),
        ("unit", qinghai.employer_id, "杭州样例劳务有限公司"),
    ):
        address = f"{HOME}/lines?where={qinghai.project.id}&{kind}={key}"
        assert f'href="{address.replace("&", "&amp;")}"' in project.html
        listed = desk.get(address)
        assert "王*国" in listed.html
        assert f'<option value="{key}" selected>{name}</option>' in listed.html


def test_a_line_is_opened_by_list_reason_and_record(desk: Office, qinghai: Site) -> None:
    listed = desk.get(f"{HOME}/lines?where={qinghai.project.id}")
    assert "王*国" in listed.html
    link = listed.html.split(f'href="{HOME}/lines/')[1].split('"')[0].replace("&amp;", "&")
    asking = desk.get(f"{HOME}/lines/{link}")
    fields = {"contract_id": link.partition("?")[0], "where": qinghai.project.id}
    short = desk.act(asking, f"{HOME}/inspections", reason="看看", **fields)
    assert short.status == 422
    done = desk.act(asking, f"{HOME}/inspections", reason=REASON, **fields)
    assert done.status == 303
    shown = desk.get(done.location)
    assert "这个人的记录" in shown.html
    assert "王建国" not in shown.html


def test_another_regions_page_is_not_found(desk: Office) -> None:
    assert desk.get(f"{HOME}?region=3301").status == 404
