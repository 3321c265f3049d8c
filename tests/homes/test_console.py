"""The pages of the console: a builder's office answers and sends somebody, regulators order and close."""

import datetime as dt
import re

import pytest

from mashangban.domains.homes import schemas
from mashangban.domains.homes.errors import VisitOutOfReach
from mashangban.domains.homes.service import defectlists, repairing, reporting
from mashangban.domains.homes.terms import DefectState, Payer
from mashangban.files import service as files
from mashangban.kernel import clock
from mashangban.kernel.acts import system_act
from tests.homes.conftest import act
from tests.homes.repairs import Repairs, Street
from tests.registry.conftest import officer
from tests.workers.office import office_of

HOME = "/console/homes"


@pytest.fixture(scope="module")
def street(ground: None, engine_url: str, objects_url: str) -> Street:
    return Street.on(engine_url, objects_url, buildings=12)


@pytest.fixture
def repairs(street: Street) -> Repairs:
    return street.repairs()


def test_the_builders_office_answers_and_sends_a_contractor(repairs: Repairs) -> None:
    one, window = repairs.reported(), office_of(repairs.yard.builder)
    where = f"{HOME}/defects/{one}"
    opened = window.get(where)
    assert "墙角一直在滴水" in opened.html
    window.act(opened, f"{where}/acceptance")
    window.act(window.get(where), f"{where}/contractor", enterprise_id=repairs.yard.contractor_id)
    tomorrow = (clock.now() + dt.timedelta(days=1)).astimezone(dt.timezone(dt.timedelta(hours=8)))
    typed = f"{tomorrow:%Y-%m-%dT%H:%M}"
    window.act(window.get(where), f"{where}/appointment", visit_at=typed, text="请家里留人")
    found = repairs.defect(one)
    assert (found.state, found.contractor and found.contractor.id) == (
        DefectState.APPOINTED,
        repairs.yard.contractor_id,
    )
    assert found.visit_at is not None
    assert f"{found.visit_at.astimezone(tomorrow.tzinfo):%Y-%m-%dT%H:%M}" == typed


def test_a_time_in_the_past_is_told_and_changes_nothing(repairs: Repairs) -> None:
    one, window = repairs.accepted(), office_of(repairs.yard.builder)
    where = f"{HOME}/defects/{one}"
    for typed, said in (("2020-01-01T09:00", VisitOutOfReach.title), ("明天", "visit_at")):
        window.act(window.get(where), f"{where}/appointment", visit_at=typed)
        assert said in window.get(where).html
        assert repairs.defect(one).state is DefectState.ACCEPTED


def test_a_regulator_orders_and_closes_with_reasons_and_a_builder_cannot(repairs: Repairs) -> None:
    one, window = repairs.reported(), office_of(repairs.yard.officer)
    where = f"{HOME}/defects/{one}"
    by = clock.local_date(clock.now()) + dt.timedelta(days=9)
    window.act(window.get(where), f"{where}/order", by=by.isoformat(), text="在保修期内，请按期修好")
    assert repairs.defect(one).order_by == by
    builder = office_of(repairs.yard.builder)
    assert f"{where}/closing" not in builder.get(where).html
    window.act(window.get(where), f"{where}/closing", text="双方已和解，住户同意")
    assert repairs.defect(one).state is DefectState.CLOSED
    assert "双方已和解" in builder.get(where).html


def test_lists_and_boards_open_for_county_and_office(repairs: Repairs) -> None:
    one, yard = repairs.reported(), repairs.yard
    defectlists.count(one)
    county, own = office_of(yard.officer), office_of(yard.builder)
    assert "按小区" in county.get(f"{HOME}?where={yard.county}").html
    assert "按楼栋" in county.get(f"{HOME}?where={yard.estate_id}").html
    assert "按楼栋" in own.get(HOME).html
    listed = own.get(f"{HOME}/defects?where={yard.estate_id}")
    assert one in listed.html
    assert county.get(f"{HOME}/defects?where={yard.county}&bucket=late").status == 200


def test_an_estates_page_names_its_buildings_and_batches(repairs: Repairs) -> None:
    yard = repairs.yard
    listed = office_of(yard.builder).get(f"{HOME}/estates")
    assert yard.estate_id in listed.html
    shown = office_of(yard.officer).get(f"{HOME}/estates/{yard.estate_id}")
    assert "批1" in shown.html
    assert "还没有户型图" in shown.html


def test_another_countys_officer_finds_neither_board_nor_defect_nor_estate(repairs: Repairs) -> None:
    one, yard = repairs.reported(), repairs.yard
    window = office_of(officer("330203"))
    paths = (f"{HOME}?where={yard.estate_id}", f"{HOME}/defects/{one}", f"{HOME}/estates/{yard.estate_id}")
    assert [window.get(path).status for path in paths] == [404, 404, 404]


def test_the_list_is_a_file_with_the_lists_own_filters(repairs: Repairs) -> None:
    one, yard = repairs.reported(), repairs.yard
    done = repairs.confirmed()
    for each in (one, done):
        defectlists.count(each)
    window, number = office_of(yard.builder), repairs.defect(one).number
    where = f"where={yard.estate_id}"
    listed = window.get(f"{HOME}/defects?{where}").html
    for kind in ("csv", "xlsx"):
        assert f"{HOME}/defects/export?{where}&amp;bucket=open&amp;format={kind}" in listed
    open_ones, ended = (
        window.get(f"{HOME}/defects/export?{where}&bucket={bucket}&format=csv").html
        for bucket in ("open", "ended")
    )
    assert (number in open_ones, number in ended) == (True, False)
    assert repairs.defect(done).number in ended
    assert "墙角一直在滴水" not in open_ones
    county = office_of(officer("330203"))
    assert number not in county.get(f"{HOME}/defects/export?{where}&format=csv").html


def test_the_board_tells_what_repairs_cost_and_how_often_a_fault_comes_again(repairs: Repairs) -> None:
    photo = repairs.photo(repairs.yard.builder)
    done = schemas.RepairForm(after=[photo], text="换了角阀", cost_fen=28_050, payer=Payer.CONTRACTOR)
    one = repairs.accepted()
    repairing.repaired(act(repairs.yard.builder), one, done)
    reporting.confirm(act(repairs.owner), one)
    defectlists.count(one)
    board = office_of(repairs.yard.builder).get(f"{HOME}?where={repairs.yard.estate_id}").html
    assert [
        word for word in ("维修花费", "修好又坏", "维修花费谁承担", "维修单位") if word not in board
    ] == []
    assert "280.50" in board


def test_photos_stand_side_by_side_and_the_pages_policy_lets_only_their_store_in(repairs: Repairs) -> None:
    one, photo = repairs.accepted(), repairs.photo(repairs.yard.builder)
    repairing.repaired(act(repairs.yard.builder), one, schemas.RepairForm(after=[photo], text="换了角阀"))
    files.prepare(system_act("files_stream"), photo)
    page = office_of(repairs.yard.builder).get(f"{HOME}/defects/{one}")
    [shown] = re.findall(r'<img src="([^"]+)" alt="修好后，第 1 张"', page.html)
    policy = page.headers["content-security-policy"]
    assert f"img-src 'self' {'/'.join(shown.split('/')[:3])} data:" in policy
    assert "http" not in office_of(repairs.yard.builder).get(HOME).headers["content-security-policy"]
