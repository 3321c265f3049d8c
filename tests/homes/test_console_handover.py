"""Handover and inspection at the office's desk: keys, door codes, sheets, signatures, and who may see them."""

import datetime as dt

from mashangban.domains.homes import errors
from mashangban.domains.homes.repository import inspections as store
from mashangban.domains.homes.rules.inspection import WHOLE
from mashangban.domains.homes.service import doors, estates, inspecting
from mashangban.domains.homes.terms.inspections import InspectionKind, InspectionState
from mashangban.kernel import clock, ids
from mashangban.kernel.permissions import Principal
from tests.homes.conftest import Yard, act, deliver
from tests.homes.test_inspections import BUYERS, batch, begun, filled
from tests.workers.office import Office, office_of

ESTATES = "/console/homes/estates"


def opened(window: Office, yard: Yard, label: str = "1-1-101") -> str:
    """The page of a sheet that the office opened for a home."""
    where = f"{ESTATES}/homes/{yard.home(label).id}"
    answer = window.act(window.get(where), f"{where}/inspections")
    assert answer.status == 303, answer.html
    return answer.location


def proven(yard: Yard, who: Principal) -> Office:
    """The desk of somebody in that office who proved their name."""
    known = yard.known().principal
    return office_of(Principal(known.person_id, ids.new_id(), who.grants, real_name=True))


def finished(window: Office, yard: Yard) -> tuple[str, str]:
    """A sheet that waits for signatures: its page and its id."""
    where = opened(window, yard)
    sheet_id = where.rpartition("/")[2]
    filled(yard, sheet_id)
    inspecting.finish(act(yard.builder), sheet_id)
    return where, sheet_id


def sign(desk: Office, where: str) -> None:
    page = desk.get(where)
    desk.act(page, f"{where}/signatures", digest=page.hidden("digest"))


def under(window: Office, yard: Yard, where: str) -> list[InspectionState]:
    """The states under which the estate's list shows a sheet."""
    at = f"{ESTATES}/{yard.estate_id}/inspections"
    return [one for one in InspectionState if where in window.get(f"{at}?state={one.value}").html]


def test_the_keys_of_a_home_are_given_once_and_the_list_shows_it(estate: Yard) -> None:
    window, home = office_of(estate.builder), estate.home("1-1-101")
    where, today = f"{ESTATES}/homes/{home.id}", clock.local_date(clock.now())
    late = (today + dt.timedelta(days=1)).isoformat()
    window.act(window.get(where), f"{where}/handover", on=late)
    assert errors.HandoverInFuture.title in window.get(where).html
    window.act(window.get(where), f"{where}/handover", on=today.isoformat())
    listed = window.get(f"{ESTATES}/{estate.estate_id}/homes?building=1").html
    assert listed.count(f"{today.isoformat()} 交付") == 1
    assert f"{where}/handover" not in window.get(where).html


def test_a_renewed_door_code_makes_the_old_one_void(estate: Yard) -> None:
    window, home = office_of(estate.builder), estate.home("1-1-101")
    before, where = doors.code_of(home), f"{ESTATES}/homes/{home.id}"
    window.act(window.get(where), f"{where}/code")
    assert doors.code_of(estate.home("1-1-101")) != before


def test_a_buildings_codes_are_printed_and_open_once_they_are_ready(estate: Yard) -> None:
    window, where = office_of(estate.builder), f"{ESTATES}/{estate.estate_id}"
    window.act(window.get(where), f"{where}/door-sheets", building="1", unit="2")
    [sheet] = estates.show_estate(estate.builder, estate.estate_id).sheets
    assert "正在排版" in window.get(where).html
    subject = f"estate:{estate.estate_id}"
    deliver("documents.rendered", {"document_id": sheet.document_id, "subject": subject})
    assert f"/console/documents/{sheet.document_id}/file" in window.get(where).html


def test_the_day_of_acceptance_of_a_batch_is_changed(estate: Yard) -> None:
    window, where = office_of(estate.builder), f"{ESTATES}/{estate.estate_id}"
    window.act(window.get(where), f"{where}/batches", name="一批", accepted_on="2026-06-30")
    shown = estates.show_estate(estate.builder, estate.estate_id)
    assert {one.name: one.accepted_on for one in shown.batches}["一批"] == dt.date(2026, 6, 30)
    assert "2026-06-30" in window.get(where).html


def test_a_home_has_one_open_sheet_and_the_second_is_refused_in_words(estate: Yard) -> None:
    window, where = office_of(estate.builder), f"{ESTATES}/homes/{estate.home('1-1-101').id}"
    sheet = opened(window, estate)
    assert sheet in window.get(where).html
    assert window.act(window.get(where), f"{where}/inspections").location == where
    assert errors.InspectionRunning.title in window.get(where).html


def test_a_sheet_shows_what_was_measured_against_which_tolerance_and_what_failed(estate: Yard) -> None:
    window = office_of(estate.builder)
    where = opened(window, estate)
    filled(estate, where.rpartition("/")[2], wall_客厅="空鼓")
    shown = window.get(where).html
    words = ("允许偏差 ±20 毫米", "设计 2800", "最大偏差", "空鼓", WHOLE)
    assert [word for word in words if word not in shown] == []


def test_a_sheet_stands_under_its_state_and_names_who_is_still_to_sign(estate: Yard) -> None:
    window = office_of(estate.builder)
    where, sheet_id = finished(window, estate)
    assert under(window, estate, where) == [InspectionState.FINISHED]
    assert window.get(where).html.count("还没有签") == 3
    sign(proven(estate, estate.builder), where)
    shown = window.get(where).html
    assert (shown.count("还没有签"), f"{where}/signatures" in shown) == (2, False)
    for who in (estate.contractor, estate.supervisor):
        sign(proven(estate, who), where)
    assert under(window, estate, where) == [InspectionState.SIGNED]
    assert store.get(sheet_id).state is InspectionState.SIGNED


def test_the_report_of_a_signed_sheet_is_downloaded_once_it_is_printed(estate: Yard) -> None:
    window = office_of(estate.builder)
    where, sheet_id = finished(window, estate)
    for who in (estate.builder, estate.contractor, estate.supervisor):
        sign(proven(estate, who), where)
    report = store.get(sheet_id).document_id
    assert f"/console/documents/{report}/file" not in window.get(where).html
    body = {"document_id": report, "subject": f"homeinspection:{sheet_id}", "sha256": "0" * 64}
    deliver("documents.rendered", body)
    assert f"/console/documents/{report}/file" in window.get(where).html


def test_an_owners_own_sheet_stands_in_the_offices_list_only_once_it_is_finished(
    estate: Yard, owner: Principal
) -> None:
    window, sheet_id = office_of(estate.builder), begun(estate, owner, BUYERS)
    listed = f"{ESTATES}/{estate.estate_id}/inspections?kind={InspectionKind.BUYER.value}"
    assert sheet_id not in window.get(listed).html
    assert window.get(f"{ESTATES}/inspections/{sheet_id}").status == 404
    filled(estate, sheet_id, owner)
    inspecting.finish(act(owner), sheet_id)
    assert sheet_id in window.get(listed).html
    assert window.get(f"{ESTATES}/inspections/{sheet_id}").status == 200


def test_the_county_looks_on_and_changes_nothing(estate: Yard) -> None:
    where = opened(office_of(estate.builder), estate)
    county, home = office_of(estate.officer), estate.home("1-1-101")
    assert county.get(where).status == 200
    page = county.get(f"{ESTATES}/homes/{home.id}").html
    assert [act for act in ("handover", "code", "inspections") if f"homes/{home.id}/{act}" in page] == []
    assert "door-sheets" not in county.get(f"{ESTATES}/{estate.estate_id}").html
    inspecting.enter(
        act(estate.builder), where.rpartition("/")[2], batch({"point": "wall@客厅", "verdict": "pass"})
    )
    assert "合格" in county.get(where).html
