"""An estate from the builder's sheet to a code on each door."""

import datetime as dt
import json
from typing import Any

import pytest

from mashangban.documents.schemas.orders import RenderOrder, checked_form
from mashangban.domains.homes import errors, events, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.repository import estates as store
from mashangban.domains.homes.service import doors, estates, facts, importing, inspecting
from mashangban.domains.homes.terms import ImportKind, ImportState, PaperState
from mashangban.domains.homes.terms.inspections import InspectionKind
from mashangban.files.terms import Purpose
from mashangban.kernel import clock, codes, crypto, history
from mashangban.kernel import events as kernel_events
from mashangban.kernel.errors import NotFound, Stale
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from tests.files import samples
from tests.homes.conftest import HEAD, HOMES, ROOMS, Yard, act, arrived, deliver, person, sheet
from tests.registry.conftest import officer


def orders_of(estate_id: str) -> list[dict[str, Any]]:
    items = history.items_of(TABLE, Subject("estate", estate_id))
    found = [letter for item in items for letter in kernel_events.letters(item)]
    return [json.loads(crypto.unseal(one["body"], one["context"])) for one in found]


def labels(yard: Yard, building: str = "") -> list[str]:
    page = estates.homes_at(yard.builder, yard.estate_id, schemas.HomesQuery(building=building))
    return [one.label for one in page.items]


def test_a_sheet_is_checked_and_nothing_of_it_stands_before_the_builder_says_so(yard: Yard) -> None:
    view = yard.sent(sheet(HOMES))
    assert (view.state, view.rows, view.created) == (ImportState.STAGED, 4, 4)
    assert labels(yard) == []
    importing.confirm(act(yard.builder), view.id)
    yard.pump.run()
    assert importing.show(yard.builder, view.id).state is ImportState.APPLIED
    assert labels(yard) == ["1-1-101", "1-1-102", "1-2-201", "2-1-1101"]
    assert labels(yard, "2") == ["2-1-1101"]
    shown = estates.show_estate(yard.builder, yard.estate_id)
    assert [(one.name, one.units, one.homes) for one in shown.buildings] == [
        ("1", ["1", "2"], 3),
        ("2", ["1"], 1),
    ]
    assert {one.name: one.rooms for one in shown.types}["A户型"] == ROOMS.split("、")
    assert shown.applying is None


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (["", "1", "1", "101", "A户型", ROOMS, ""], "楼栋", "没有填"),
        (["1", "1", "1", "101/102", "A户型", ROOMS, ""], "室号", "看不懂"),
        (["1", "1", "1", "101", "", ROOMS, ""], "户型", "1 到 20 个字"),
        (["1", "1", "1", "103", "C户型", "", ""], "房间（用顿号隔开）", "没有写房间"),
        (["1号楼", "1单元", "1", "101室", "A户型", "", ""], "室号", "出现了2次"),
    ],
)
def test_one_wrong_row_is_named_and_nothing_of_the_sheet_is_imported(
    yard: Yard, row: list[object], column: str, words: str
) -> None:
    view = yard.sent(sheet([*HOMES, row]))
    found = importing.errors_of(yard.builder, view.id)
    assert view.state is ImportState.REFUSED
    assert any((one.row, one.column) == (6, column) and words in one.message for one in found)
    assert labels(yard) == []
    with pytest.raises(errors.ImportNotReady):
        importing.confirm(act(yard.builder), view.id)


def test_the_builders_own_words_for_columns_are_understood(yard: Yard) -> None:
    head = ["幢号", "单元号", "所在层", "房号 *", "房型", "功能间", "备注"]
    view = yard.applied(sheet([["3#", "", "5F", "501", "Z", "客厅，卧室", "边套"]], head))
    assert view.state is ImportState.APPLIED
    assert labels(yard) == ["3-501"]


def test_a_sheet_without_a_needed_column_and_one_with_formulas_say_so(yard: Yard) -> None:
    view = yard.sent(sheet([["1", "101"]], ["楼栋", "室号"]))
    assert "户型" in importing.errors_of(yard.builder, view.id)[0].column
    view = yard.sent(sheet([["1", "1", "1", '=CONCAT("10","1")', "A", ROOMS, ""]]))
    assert "公式" in importing.errors_of(yard.builder, view.id)[0].message


def test_the_same_file_is_recognised_and_a_corrected_one_corrects_the_homes_that_are_there(
    estate: Yard,
) -> None:
    content = sheet([*HOMES, ["6", "", "", "601", "A户型", "", ""]])
    other = [["1号楼", "1单元", "1层", "101室", "B户型", "", "一批"], ["5", "", "", "501", "A户型", "", ""]]
    before = estate.home("1-1-101")
    view = estate.applied(sheet(other))
    assert (view.created, view.changed) == (1, 1)
    after = estate.home("1-1-101")
    assert (after.house_type, after.code_body) == ("B户型", before.code_body)
    assert estates.show_estate(estate.builder, estate.estate_id).homes == 5
    view = estate.applied(content)
    form = schemas.ImportForm(kind=view.kind, file_id=arrived(estate.builder, content))
    with pytest.raises(errors.SameFile):
        importing.start(act(estate.builder), estate.estate_id, form)


def test_of_two_sheets_checked_side_by_side_the_second_must_be_checked_again(yard: Yard) -> None:
    first, second = yard.sent(sheet(HOMES[:2])), yard.sent(sheet(HOMES[:1]))
    importing.confirm(act(yard.builder), first.id)
    with pytest.raises(errors.ImportOutdated):
        importing.confirm(act(yard.builder), second.id)
    yard.pump.run()
    assert len(labels(yard)) == 2


def test_an_estate_that_changes_while_its_sheet_is_written_does_not_stop_the_sheet(yard: Yard) -> None:
    view = yard.sent(sheet(HOMES))
    importing.confirm(act(yard.builder), view.id)
    before = store.get(yard.estate_id)
    estates.set_batch(act(yard.builder), yard.estate_id, schemas.BatchForm(name="一批"))
    newest = history.of(TABLE, Subject("homesimport", view.id))[-1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "get", lambda *_: before)
        with pytest.raises(Stale):
            importing.go_on(newest)
    yard.pump.run()
    assert importing.show(yard.builder, view.id).state is ImportState.APPLIED
    assert estates.show_estate(yard.builder, yard.estate_id).applying is None


def test_a_delivery_that_comes_twice_writes_a_home_once(yard: Yard) -> None:
    view = yard.applied(sheet(HOMES))
    chain = history.of(TABLE, yard.home("2-1-1101").subject)
    assert [event.type for event in chain] == [events.HOME_REGISTERED]
    for event in history.of(TABLE, Subject("homesimport", view.id)):
        importing.go_on(event)
    assert len(history.of(TABLE, yard.home("2-1-1101").subject)) == 1


def test_only_the_builder_opens_and_fills_an_estate_and_other_counties_do_not_see_it(estate: Yard) -> None:
    form = schemas.EstateForm(project_id=estate.estate_id)
    with pytest.raises(errors.EstateExists):
        estates.open_estate(act(estate.builder), form)
    for stranger in (estate.contractor, person((Role.ENTERPRISE_ADMIN, "org:nobody"))):
        with pytest.raises(NotFound):
            estates.open_estate(act(stranger), form)
        with pytest.raises(NotFound):
            estates.show_estate(stranger, estate.estate_id)
    assert estates.show_estate(estate.officer, estate.estate_id).homes == 4
    with pytest.raises(NotFound):
        estates.show_estate(officer("330105"), estate.estate_id)


def test_the_contractors_manager_at_the_project_sees_the_estate_and_changes_nothing(estate: Yard) -> None:
    manager = person((Role.PROJECT_MANAGER, f"project:{estate.estate_id}"))
    home = estate.home("1-1-101").id
    assert estates.show_estate(manager, estate.estate_id).homes == 4
    file_id = arrived(manager, sheet(HOMES[:1]))
    fact = {"kind": "service", "title": "t", "source": "s", "happened_on": "2026-01-01"}
    for forbidden in (
        lambda: importing.start(
            act(manager), estate.estate_id, schemas.ImportForm(kind=ImportKind.CONTRACTS, file_id=file_id)
        ),
        lambda: doors.renew_code(act(manager), home),
        lambda: estates.hand_over(act(manager), home, schemas.Handover(on=dt.date(2026, 1, 1))),
        lambda: facts.enter(act(manager), estate.estate_id, schemas.FactForm.model_validate(fact)),
        lambda: inspecting.begin(act(manager), home, schemas.InspectionForm(kind=InspectionKind.BUILDER)),
    ):
        with pytest.raises(NotFound):
            forbidden()


def test_a_project_without_a_builder_is_no_estate(yard: Yard) -> None:
    from tests.registry.conftest import project_code, project_form

    bare = yard.desk.project(**project_form(code=project_code(yard.county), county=yard.county, parties=[]))
    manager = person((Role.PROJECT_MANAGER, f"project:{bare.id}"))
    with pytest.raises(errors.NoBuilder):
        estates.open_estate(act(manager), schemas.EstateForm(project_id=bare.id))


def test_estates_are_listed_by_builder_and_by_county(estate: Yard) -> None:
    own = estates.list_estates(estate.builder, schemas.EstatesQuery())
    assert [one.id for one in own.items] == [estate.estate_id]
    with pytest.raises(NotFound):
        estates.list_estates(estate.officer, schemas.EstatesQuery(where="330105"))


def test_a_door_code_opens_its_home_and_a_renewed_one_says_that_it_is_void(estate: Yard) -> None:
    home = estate.home("1-1-101")
    code = doors.code_of(home)
    card = doors.read_code(code)
    assert (card.home_id, card.label) == (home.id, "1-1-101")
    with pytest.raises(codes.AlteredCode):
        doors.read_code(code[:-1] + ("A" if code[-1] != "A" else "B"))
    fresh = doors.renew_code(act(estate.builder), home.id).code
    assert doors.read_code(fresh).home_id == home.id
    with pytest.raises(errors.CodeRevoked):
        doors.read_code(code)


def test_a_buildings_codes_are_ordered_once_and_are_there_when_the_paper_room_answers(estate: Yard) -> None:
    form = schemas.DoorSheetForm(building="1")
    ordered = estates.order_sheet(act(estate.builder), estate.estate_id, form).document_id
    order = orders_of(estate.estate_id)[-1]
    assert [one["label"] for one in order["data"]["doors"]] == ["1-1-101", "1-1-102", "1-2-201"]
    assert checked_form(RenderOrder.model_validate(order))["doors"] == order["data"]["doors"]
    assert order["data"]["doors"][0]["url"] == doors.url_of(estate.home("1-1-101"))
    subject = f"estate:{estate.estate_id}"
    deliver("documents.rendered", {"document_id": "other", "subject": subject})
    deliver("documents.rendered", {"document_id": ordered, "subject": subject})
    shown = estates.show_estate(estate.builder, estate.estate_id).sheets
    assert [(one.document_id, one.state) for one in shown] == [(ordered, PaperState.READY)]
    with pytest.raises(errors.UnknownBuilding):
        estates.order_sheet(act(estate.builder), estate.estate_id, schemas.DoorSheetForm(building="9"))


def test_a_house_types_plan_is_a_picture_and_its_batch_has_an_acceptance_day(estate: Yard) -> None:
    picture = arrived(estate.builder, samples.picture("PNG"), "image/png", Purpose.ATTACHMENT)
    plan = schemas.PlanForm(house_type="A户型", file_id=picture)
    shown = estates.set_plan(act(estate.builder), estate.estate_id, plan)
    assert {one.name: one.plan for one in shown.types} == {"A户型": picture, "B户型": None}
    with pytest.raises(errors.UnknownHouseType):
        estates.set_plan(act(estate.builder), estate.estate_id, plan.model_copy(update={"house_type": "Q"}))
    batch = schemas.BatchForm(name="一批", accepted_on=dt.date(2026, 6, 30))
    shown = estates.set_batch(act(estate.builder), estate.estate_id, batch)
    assert {one.name: one.accepted_on for one in shown.batches}["一批"] == dt.date(2026, 6, 30)


def test_keys_are_given_once_and_not_tomorrow(estate: Yard) -> None:
    home, today = estate.home("1-1-101"), clock.local_date(clock.now())
    with pytest.raises(errors.HandoverInFuture):
        estates.hand_over(act(estate.builder), home.id, schemas.Handover(on=today + dt.timedelta(days=1)))
    estates.hand_over(act(estate.builder), home.id, schemas.Handover(on=today))
    with pytest.raises(errors.AlreadyHandedOver):
        estates.hand_over(act(estate.builder), home.id, schemas.Handover(on=today))


def test_the_template_reads_back_as_an_empty_sheet_with_every_column(yard: Yard) -> None:
    from mashangban.domains.homes.rules import homesheet
    from mashangban.registry import sheets
    from mashangban.registry.rules import columns

    head = sheets.read(importing.template_sheet(ImportKind.ESTATE)).head
    assert set(columns.places_of(homesheet.LAYOUT, head)) == set(homesheet.LAYOUT.columns)
    assert len(HEAD) == 7
