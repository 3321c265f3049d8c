"""The pages of the console: a builder's office answers and sends somebody, regulators order and close."""

import datetime as dt

import pytest

from mashangban.domains.homes.errors import VisitOutOfReach
from mashangban.domains.homes.service import defectlists
from mashangban.domains.homes.terms import DefectState
from mashangban.kernel import clock
from tests.homes.repairs import Repairs, Street
from tests.registry.conftest import officer
from tests.workers.office import office_of

HOME = "/console/homes"


@pytest.fixture(scope="module")
def street(ground: None, engine_url: str, objects_url: str) -> Street:
    return Street.on(engine_url, objects_url, buildings=8)


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
