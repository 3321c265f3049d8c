"""Household inspection: the region's list, filled in offline, signed by the parties; the buyer by the same list."""

from typing import Any

import pytest

from mashangban.documents.schemas.orders import RenderOrder, checked_form
from mashangban.domains.homes import errors, events, schemas
from mashangban.domains.homes.repository import inspections as store
from mashangban.domains.homes.rules import inspection as rules
from mashangban.domains.homes.rules.arising import CATEGORIES
from mashangban.domains.homes.rules.inspection import Entry
from mashangban.domains.homes.service import arising, defectlists, facts, inspecting, reports, sheetviews
from mashangban.domains.homes.terms import Category, FactKind
from mashangban.domains.homes.terms.inspections import (
    LISTS,
    Capacity,
    InspectionKind,
    InspectionState,
    Verdict,
    list_for,
)
from mashangban.kernel import clock
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal, Role
from tests.homes.buying import tenant_of
from tests.homes.conftest import Yard, act, deliver, letters_of, person
from tests.registry.conftest import officer

BUILDERS = schemas.InspectionForm(kind=InspectionKind.BUILDER)
BUYERS = schemas.InspectionForm(kind=InspectionKind.BUYER)


def batch(*entries: dict[str, Any]) -> schemas.EntryBatch:
    return schemas.EntryBatch.model_validate({"entries": list(entries)})


def begun(yard: Yard, who: Principal | None = None, form: schemas.InspectionForm = BUILDERS) -> str:
    return inspecting.begin(act(who or yard.builder), yard.home("1-1-101").id, form).id


def filled(yard: Yard, sheet_id: str, who: Principal | None = None, **failing: str) -> None:
    """Everything passes but the named points, which fail with these words."""
    one = store.get(sheet_id)
    entries = []
    for point in one.points:
        item = one.item_of(point)
        words = failing.get(point.replace("@", "_"), "")
        if item.measured:
            entries.append({"point": point, "design": 2800, "values": [2800 + n for n in range(item.points)]})
        else:
            entries.append({"point": point, "verdict": "fail" if words else "pass", "note": words})
    inspecting.enter(act(who or yard.builder), sheet_id, batch(*entries))


def signed(yard: Yard, sheet_id: str) -> InspectionState:
    digest = store.get(sheet_id).digest
    for who in (yard.builder, yard.contractor, yard.supervisor):
        known = Principal(yard.known().principal.person_id, who.session_id, who.grants, real_name=True)
        inspecting.sign(act(known), sheet_id, schemas.SignForm(digest=digest))
    yard.pump.run()
    return store.get(sheet_id).state


def test_the_longest_region_code_chooses_the_list_and_every_line_has_its_source() -> None:
    assert list_for("330106").region == "33"
    assert list_for("110101").region == ""
    for check_list in LISTS:
        assert len({item.code for item in check_list.items}) == len(check_list.items)
        assert all(item.source and "K" in item.source for item in check_list.items)
    assert sum(not item.measured for item in list_for("330106").items) == 12
    assert sum(item.measured for item in list_for("330106").items) == 3


def test_a_room_is_asked_only_what_concerns_it() -> None:
    points = rules.points_of(list_for("330106"), ("客厅", "卫生间"))
    assert {"waterproof@卫生间", "supply@卫生间", "wall@客厅", "height@客厅", "clean@全屋"} <= set(points)
    assert not {"waterproof@客厅", "rail@客厅", "rail@卫生间", "clean@客厅"} & set(points)


@pytest.mark.parametrize(
    ("values", "deviation", "spread", "verdict"),
    [
        ((2800, 2795, 2805, 2800, 2800), -5, 10, Verdict.PASS),
        ((2820, 2800, 2800, 2800, 2800), 20, 20, Verdict.PASS),
        ((2779, 2790, 2790, 2790, 2790), -21, 11, Verdict.FAIL),
        ((2790, 2811, 2800, 2800, 2800), 11, 21, Verdict.FAIL),
    ],
)
def test_measurements_are_counted_against_tolerance_and_spread(
    values: tuple[int, ...], deviation: int, spread: int, verdict: Verdict
) -> None:
    counted = rules.statistics(list_for("330106").item("height"), Entry(design=2800, values=values))
    assert counted is not None
    assert (counted.deviation, counted.spread, counted.verdict) == (deviation, spread, verdict)


def test_measurements_that_are_not_complete_count_nothing() -> None:
    assert rules.statistics(list_for("330106").item("height"), Entry(design=2800, values=(2800,) * 4)) is None


def test_a_batch_from_two_phones_keeps_the_first_and_tells_the_second_what_stands_now(estate: Yard) -> None:
    sheet_id = begun(estate)
    first = inspecting.enter(act(estate.builder), sheet_id, batch({"point": "wall@客厅", "verdict": "pass"}))
    assert first.taken == ["wall@客厅"]
    late = batch(
        {"point": "wall@客厅", "verdict": "fail", "note": "空鼓"}, {"point": "floor@客厅", "verdict": "pass"}
    )
    told = inspecting.enter(act(estate.builder), sheet_id, late)
    assert told.taken == ["floor@客厅"]
    assert [(one.point, one.verdict, one.revision) for one in told.conflicts] == [
        ("wall@客厅", Verdict.PASS, 1)
    ]
    seen = batch({"point": "wall@客厅", "verdict": "fail", "note": "空鼓", "seen": 1})
    assert inspecting.enter(act(estate.builder), sheet_id, seen).conflicts == []
    assert (
        inspecting.enter(act(estate.builder), sheet_id, seen).conflicts == []
    )  # the same again is no conflict
    assert store.get(sheet_id).entries["wall@客厅"].revision == 2
    with pytest.raises(errors.UnknownPoint):
        inspecting.enter(act(estate.builder), sheet_id, batch({"point": "roof@客厅", "verdict": "pass"}))


def test_an_unfinished_sheet_and_a_failure_without_words_are_not_taken(estate: Yard) -> None:
    sheet_id = begun(estate)
    with pytest.raises(errors.Unfinished):
        inspecting.finish(act(estate.builder), sheet_id)
    filled(estate, sheet_id)
    bare = {"point": "wall@客厅", "verdict": "fail", "seen": 1}
    inspecting.enter(act(estate.builder), sheet_id, batch(bare))
    with pytest.raises(errors.Unfinished) as refused:
        inspecting.finish(act(estate.builder), sheet_id)
    assert "客厅的墙面" in str(refused.value)


def test_three_parties_sign_one_digest_then_the_report_is_printed_and_the_home_knows_it(estate: Yard) -> None:
    sheet_id = begun(estate)
    filled(estate, sheet_id)
    done = inspecting.finish(act(estate.builder), sheet_id)
    assert (done.state, done.failed) == (InspectionState.FINISHED, [])
    with pytest.raises(errors.InspectionClosed):
        filled(estate, sheet_id)
    known = Principal(estate.known().principal.person_id, "s", estate.builder.grants, real_name=True)
    with pytest.raises(errors.SheetDiffers):
        inspecting.sign(act(known), sheet_id, schemas.SignForm(digest="0" * 64))
    stranger = person((Role.OPERATOR, "org:nobody"))
    with pytest.raises(NotFound):
        inspecting.sign(act(stranger), sheet_id, schemas.SignForm(digest=done.digest or ""))
    assert signed(estate, sheet_id) is InspectionState.SIGNED
    one = store.get(sheet_id)
    assert [held.capacity for held in one.signatures] == [
        Capacity.BUILDER,
        Capacity.CONTRACTOR,
        Capacity.SUPERVISOR,
    ]
    (order,) = [
        x for x in letters_of(one.subject, events.INSPECTION_SIGNED) if x["kind"] == "documents.render"
    ]
    form = checked_form(RenderOrder.model_validate(order["body"]))
    assert (form["digest"], len(form["observed"]) + len(form["measured"])) == (one.digest, len(one.points))
    assert "330106198" not in str(order)
    deliver("documents.rendered", {"document_id": one.document_id, "subject": f"homeinspection:{sheet_id}"})
    assert sheetviews.show(estate.officer, sheet_id, clock.now()).document_ready
    (fact,) = facts.of_home(estate.builder, one.home_id, FactKind.ACCEPTANCE, clock.now())
    assert fact.link is not None
    assert (fact.title, fact.link.subject) == ("分户验收", f"homeinspection:{sheet_id}")


def test_what_does_not_apply_needs_a_word_and_is_printed_as_such(estate: Yard) -> None:
    one = begun(estate)
    filled(estate, one)
    point = next(point for point in store.get(one).points if store.get(one).item_of(point).measured)
    seen = store.get(one).entries[point].revision
    inspecting.enter(act(estate.builder), one, batch({"point": point, "verdict": "none", "seen": seen}))
    with pytest.raises(errors.Unfinished):
        inspecting.finish(act(estate.builder), one)
    said = {"point": point, "verdict": "none", "seen": seen + 1, "note": "这间没有吊顶以外的净高"}
    inspecting.enter(act(estate.builder), one, batch(said))
    finished = inspecting.finish(act(estate.builder), one)
    assert finished.failed == []
    assert signed(estate, one) is InspectionState.SIGNED
    assert "1 处不适用" in reports.result(store.get(one))


def test_one_party_signs_once(estate: Yard) -> None:
    sheet_id = begun(estate)
    filled(estate, sheet_id)
    digest = inspecting.finish(act(estate.builder), sheet_id).digest or ""
    known = Principal(estate.known().principal.person_id, "s", estate.contractor.grants, real_name=True)
    inspecting.sign(act(known), sheet_id, schemas.SignForm(digest=digest))
    with pytest.raises(errors.AlreadySigned):
        inspecting.sign(act(known), sheet_id, schemas.SignForm(digest=digest))


def test_what_failed_is_named_in_the_event_and_inspected_again_alone(estate: Yard) -> None:
    sheet_id = begun(estate)
    with pytest.raises(errors.InspectionRunning):
        begun(estate)
    filled(estate, sheet_id, waterproof_卫生间="楼下渗水")
    with pytest.raises(errors.NotFinished):
        inspecting.begin_again(act(estate.builder), sheet_id)
    assert inspecting.finish(act(estate.builder), sheet_id).failed == ["waterproof@卫生间"]
    from mashangban.domains.homes.models import TABLE
    from mashangban.kernel import history

    finished = [
        e for e in history.of(TABLE, store.get(sheet_id).subject) if e.type == events.INSPECTION_FINISHED
    ]
    assert finished[0].data["failed"] == ["waterproof@卫生间"]
    signed(estate, sheet_id)
    again = inspecting.begin_again(act(estate.builder), sheet_id)
    assert (again.round, [one.point for one in again.items]) == (2, ["waterproof@卫生间"])
    filled(estate, again.id)
    inspecting.finish(act(estate.builder), again.id)
    signed(estate, again.id)
    with pytest.raises(errors.NothingFailed):
        inspecting.begin_again(act(estate.builder), again.id)


def test_an_inspector_named_by_phone_fills_in_that_sheet_and_nobody_elses(estate: Yard) -> None:
    from mashangban.identity import service as identity
    from tests.identity.conftest import new_mobile

    phone = new_mobile()
    inspector = Principal(identity.ensure_person(act(estate.officer), phone), "s", (), real_name=True)
    with pytest.raises(errors.InspectorUnknown):
        begun(estate, form=BUILDERS.model_copy(update={"inspector_phone": new_mobile()}))
    sheet_id = begun(estate, form=BUILDERS.model_copy(update={"inspector_phone": phone}))
    filled(estate, sheet_id, inspector)
    assert [one.id for one in sheetviews.mine(inspector, PageRequest()).items] == [sheet_id]
    for stranger in (person(), estate.contractor):
        with pytest.raises(NotFound):
            filled(estate, sheet_id, stranger)
    with pytest.raises(NotFound):
        begun(estate, estate.contractor)


def test_the_buyer_inspects_by_the_same_list_and_the_builder_reads_it_once_it_is_done(
    estate: Yard, owner: Principal
) -> None:
    sheet_id = begun(estate, owner, BUYERS)
    tenant = tenant_of(estate, owner)
    assert set(store.get(sheet_id).points) == set(
        rules.points_of(list_for("330106"), ("客厅", "主卧", "次卧", "厨房", "卫生间", "阳台"))
    )
    for stranger in (estate.builder, estate.officer, tenant, officer("330105")):
        with pytest.raises(NotFound):
            sheetviews.show(stranger, sheet_id, clock.now())
    with pytest.raises(NotFound):
        filled(estate, sheet_id, estate.builder)
    with pytest.raises(NotFound):
        begun(estate, tenant, BUYERS)
    filled(estate, sheet_id, owner, wall_客厅="有裂缝")
    done = inspecting.finish(act(owner), sheet_id)
    assert (done.state, done.failed) == (InspectionState.SIGNED, ["wall@客厅"])
    assert sheetviews.show(estate.builder, sheet_id, clock.now()).failed == 1
    assert letters_of(store.get(sheet_id).subject, events.INSPECTION_FINISHED)


def test_residents_read_the_builders_sheet_once_it_is_signed(estate: Yard, owner: Principal) -> None:
    sheet_id = begun(estate)
    filled(estate, sheet_id)
    inspecting.finish(act(estate.builder), sheet_id)
    home = estate.home("1-1-101").id
    assert sheetviews.of_home(owner, home, PageRequest(), clock.now()).items == []
    signed(estate, sheet_id)
    assert [one.id for one in sheetviews.of_home(owner, home, PageRequest(), clock.now()).items] == [sheet_id]


def test_what_failed_in_a_households_own_inspection_becomes_its_defects_once(
    estate: Yard, owner: Principal
) -> None:
    sheet_id = begun(estate, owner, BUYERS)
    filled(estate, sheet_id, owner, wall_客厅="墙角有裂缝", drain_卫生间="地漏堵")
    inspecting.finish(act(owner), sheet_id)
    estate.pump.run()
    arising.arise(system_act("homes_stream"), sheet_id)
    found = defectlists.of_home(act(owner), estate.home("1-1-101").id, PageRequest(limit=50)).items
    ours = {(one.room, one.category) for one in found}
    assert {("客厅", Category.SURFACE), ("卫生间", Category.PLUMBING)} <= ours
    assert len(found) == 2
    shown = defectlists.show(act(owner), found[0].id)
    assert "验房不合格" in shown.text
    assert "confirm" not in shown.actions


def test_a_builders_own_failures_make_no_defect(estate: Yard, owner: Principal) -> None:
    sheet_id = begun(estate)
    filled(estate, sheet_id, wall_客厅="墙角有裂缝")
    inspecting.finish(act(estate.builder), sheet_id)
    estate.pump.run()
    assert defectlists.of_home(act(owner), estate.home("1-1-101").id, PageRequest(limit=50)).items == []


def test_every_line_of_every_list_says_what_kind_of_defect_it_is() -> None:
    assert {item.code for one in LISTS for item in one.items} == set(CATEGORIES)
