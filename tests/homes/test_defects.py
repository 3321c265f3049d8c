"""One defect through its life: household, builder, contractor and regulator, each within their own rights."""

import datetime as dt
from collections.abc import Callable

import pytest

from mashangban.domains.homes import errors, events, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import defectlists, estates, overseeing, repairing, reporting
from mashangban.domains.homes.terms import Category, DefectState, ResidentRole
from mashangban.files.errors import NotArrived
from mashangban.kernel import clock, history
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal, Role
from tests.homes.conftest import act, person
from tests.homes.repairs import ROOM, Repairs, Street, reason
from tests.registry.conftest import officer

PAGE = PageRequest()


@pytest.fixture(scope="module")
def street(ground: None, engine_url: str, objects_url: str) -> Street:
    return Street.on(engine_url, objects_url)


@pytest.fixture
def repairs(street: Street) -> Repairs:
    return street.repairs()


def types(defect_id: str) -> list[str]:
    return [one.type for one in history.of(TABLE, Subject("defect", defect_id))]


def test_a_defect_from_report_to_five_stars(repairs: Repairs) -> None:
    builder, photo = repairs.yard.builder, repairs.photo(repairs.owner)
    one = repairs.reported(photos=[photo])
    repairing.accept(act(builder), one)
    ahead = schemas.Appointment(visit_at=clock.now() + dt.timedelta(days=1))
    repairing.appoint(act(builder), one, ahead)
    repairing.visit(act(builder), one, schemas.VisitForm())
    repairs.repair(one)
    reporting.confirm(act(repairs.owner), one)
    reporting.rate(act(repairs.owner), one, schemas.Rating(stars=5))
    shown = defectlists.show(act(repairs.owner), one)
    assert (shown.row.state, shown.stars, shown.text) == ("confirmed", 5, "墙角一直在滴水")
    assert [found.file_id for found in shown.photos] == [photo]
    assert shown.repair is not None
    assert len(shown.repair.after) == 1
    assert [step.label for step in shown.log] == [events.LABELS[kind] for kind in types(one)]
    assert shown.log[0].by_label == "住户"
    assert all(found.state == "closed" for found in shown.deadlines)


def test_the_report_says_what_the_warranty_covers_by_the_dates_of_the_home(repairs: Repairs) -> None:
    yard, today = repairs.yard, clock.local_date(clock.now())
    name = repairs.home("101").batch
    batch = schemas.BatchForm(name=name, accepted_on=today - dt.timedelta(days=3 * 366))
    estates.set_batch(act(yard.builder), yard.estate_id, batch)
    leak, wires = (repairs.reported(category=one) for one in (Category.LEAK, Category.ELECTRIC))
    covers = [defectlists.show(act(repairs.owner), one).warranty for one in (leak, wires)]
    assert [one.cover for one in covers] == ["in", "out"]
    assert "第四十条第二项" in covers[0].article
    estates.set_batch(act(yard.builder), yard.estate_id, schemas.BatchForm(name=name, accepted_on=today))
    assert defectlists.show(act(repairs.owner), wires).warranty == covers[1]


def test_before_reporting_the_likely_doubles_of_the_building_are_shown_without_their_household(
    repairs: Repairs,
) -> None:
    neighbour = repairs.lives(ResidentRole.OWNER, "102")
    own, theirs = repairs.reported(), repairs.reported(neighbour, home="102")
    repairs.yard.pump.run()
    query = schemas.LikelyQuery(category=Category.LEAK, room=ROOM)
    found = reporting.likely(act(repairs.owner), repairs.home_id, query).likely
    assert [(one.own, one.id) for one in found] == [(True, own), (False, None)]
    assert "102" not in found[1].model_dump_json()
    assert theirs not in found[1].model_dump_json()
    reporting.withdraw(act(repairs.owner), own)
    repairs.yard.pump.run()
    again = reporting.likely(act(repairs.owner), repairs.home_id, query).likely
    assert [one.own for one in again] == [False]


def test_a_tenant_reports_and_judges_their_own_and_sees_no_other(repairs: Repairs) -> None:
    tenant, other = repairs.lives(ResidentRole.TENANT), repairs.reported()
    own = repairs.reported(tenant)
    repairs.yard.pump.run()
    seen = defectlists.of_home(act(tenant), repairs.home_id, PAGE)
    assert [row.id for row in seen.items] == [own]
    all_of_it = defectlists.of_home(act(repairs.owner), repairs.home_id, PAGE)
    assert {row.id for row in all_of_it.items} == {own, other}
    with pytest.raises(NotFound):
        defectlists.show(act(tenant), other)
    with pytest.raises(NotFound):
        reporting.withdraw(act(tenant), other)
    reporting.withdraw(act(tenant), own)


def test_the_owner_may_judge_what_their_tenant_reported(repairs: Repairs) -> None:
    one = repairs.reported(repairs.lives(ResidentRole.TENANT))
    assert "withdraw" in defectlists.show(act(repairs.owner), one).actions
    reporting.withdraw(act(repairs.owner), one)


def test_a_stranger_neither_reports_nor_sees_nor_judges(repairs: Repairs) -> None:
    one, stranger = repairs.repaired(), person()
    with pytest.raises(NotFound):
        repairs.reported(stranger)
    with pytest.raises(NotFound):
        defectlists.show(act(stranger), one)
    with pytest.raises(NotFound):
        reporting.confirm(act(stranger), one)


def test_neither_builder_nor_contractor_nor_regulator_can_say_that_it_is_repaired(repairs: Repairs) -> None:
    one, yard = repairs.repaired(), repairs.yard
    for who in (yard.builder, yard.contractor, yard.supervisor, yard.officer):
        with pytest.raises(NotFound):
            reporting.confirm(act(who), one)
    assert repairs.defect(one).state is DefectState.REPAIRED


def test_a_builder_closes_nothing_and_another_builder_reaches_nothing(repairs: Repairs) -> None:
    one = repairs.reported()
    with pytest.raises(Forbidden):
        overseeing.close(act(repairs.yard.builder), one, reason())
    other = person((Role.ENTERPRISE_ADMIN, "org:somebody-else"))
    with pytest.raises(NotFound):
        repairing.accept(act(other), one)
    with pytest.raises(NotFound):
        defectlists.show(act(other), one)


def test_a_general_contractor_of_the_project_does_not_answer_for_the_builder(repairs: Repairs) -> None:
    one = repairs.reported()
    manager = person((Role.PROJECT_MANAGER, f"project:{repairs.yard.estate_id}"))
    for who in (manager, repairs.yard.contractor):
        with pytest.raises(NotFound):
            repairing.accept(act(who), one)


def test_not_fixed_counts_and_reaches_handler_and_regulator_at_once(repairs: Repairs) -> None:
    one = repairs.repaired()
    before = len(repairs.defect(one).photos)
    photo = repairs.photo(repairs.owner)
    reporting.reject(act(repairs.owner), one, schemas.Rejection(text="还在滴水", photos=[photo]))
    found = repairs.defect(one)
    assert (found.state, found.marks.rejections, len(found.photos)) == (DefectState.REJECTED, 1, before + 1)
    running = [
        clock.kind
        for clock in defectlists.show(act(repairs.owner), one).deadlines
        if clock.state == "running"
    ]
    assert running == ["homes.repair-2"]
    repairs.yard.pump.run()
    rows = defectlists.of_home(act(repairs.owner), repairs.home_id, PAGE).items
    assert [row.rejections for row in rows] == [1]


def test_the_server_keeps_the_window_to_reopen(repairs: Repairs) -> None:
    one = repairs.confirmed()
    until = defectlists.show(act(repairs.owner), one).reopen_until
    assert until is not None
    late = act(repairs.owner, until)
    with pytest.raises(errors.ReopenTooLate):
        reporting.reopen(late, one, schemas.Rejection(text="又漏水了"))
    assert "reopen" not in defectlists.show(late, one).actions
    reporting.reopen(act(repairs.owner), one, schemas.Rejection(text="又漏水了"))
    assert repairs.defect(one).marks.reopens == 1


def test_a_dispute_goes_to_the_county_whose_order_ends_it(repairs: Repairs) -> None:
    one, by = repairs.reported(), clock.local_date(clock.now()) + dt.timedelta(days=10)
    repairing.dispute(act(repairs.yard.builder), one, reason("住户自己改过水管"))
    shown = defectlists.show(act(repairs.yard.officer), one)
    assert (shown.row.state, shown.log[-1].text) == ("disputed", "住户自己改过水管")
    assert shown.actions == ["order", "close"]
    repairs.ordered(one, by)
    after = defectlists.show(act(repairs.owner), one)
    running = {clock.kind for clock in after.deadlines if clock.state == "running"}
    assert (after.row.state, after.order_by) == ("accepted", by)
    assert {"homes.visit", "homes.repair-1"} < running
    assert not {"homes.accept", "homes.judge"} & running


def test_a_regulator_extends_once_pauses_with_a_reason_and_closes_with_a_reason(repairs: Repairs) -> None:
    one, county = repairs.accepted(), repairs.yard.officer
    overseeing.extend(act(county), one, reason("定做的窗要等料"))
    with pytest.raises(errors.AlreadyExtended):
        overseeing.extend(act(county), one, reason())
    overseeing.pause(act(county), one, reason())
    assert "resume" in defectlists.show(act(county), one).actions
    overseeing.resume(act(county), one)
    overseeing.close(act(county), one, reason("双方已自行了结"))
    shown = defectlists.show(act(repairs.owner), one)
    assert (shown.row.state, shown.log[-1].text) == ("closed", "双方已自行了结")
    assert all(found.state == "closed" for found in shown.deadlines)
    with pytest.raises(errors.WrongStep):
        repairing.accept(act(repairs.yard.builder), one)


def test_another_county_reads_and_moves_nothing(repairs: Repairs) -> None:
    one, elsewhere = repairs.reported(), officer("330702")
    doings: list[Callable[[], object]] = [
        lambda: defectlists.show(act(elsewhere), one),
        lambda: overseeing.close(act(elsewhere), one, reason()),
        lambda: defectlists.at_place(elsewhere, schemas.DefectsQuery(where=repairs.yard.county)),
        lambda: defectlists.at_place(elsewhere, schemas.DefectsQuery(where=repairs.yard.estate_id)),
        lambda: defectlists.board(elsewhere, repairs.yard.county),
    ]
    for doing in doings:
        with pytest.raises(NotFound):
            doing()


def test_who_was_told_to_repair_sees_it_in_a_list_until_it_ended(repairs: Repairs) -> None:
    one, yard = repairs.accepted(), repairs.yard
    repairing.assign(act(yard.builder), one, schemas.Contractor(enterprise_id=yard.contractor_id))
    query = schemas.RepairsQuery(contractor=yard.contractor_id)

    def listed() -> list[str]:
        return [row.id for row in defectlists.to_repair(act(yard.contractor), query).items]

    assert one in listed()
    assert defectlists.show(act(yard.contractor), one).actions == ["appoint", "visit", "repaired"]
    done = schemas.RepairForm(after=[repairs.photo(yard.contractor)])
    repairing.repaired(act(yard.contractor), one, done)
    reporting.confirm(act(repairs.owner), one)
    assert one not in listed()
    with pytest.raises(NotFound):
        defectlists.to_repair(act(yard.supervisor), query)


def test_what_the_builder_takes_back_leaves_the_contractors_list(repairs: Repairs) -> None:
    one, yard = repairs.accepted(), repairs.yard
    for enterprise in (yard.contractor_id, ""):
        repairing.assign(act(yard.builder), one, schemas.Contractor(enterprise_id=enterprise))
    query = schemas.RepairsQuery(contractor=yard.contractor_id)
    assert one not in [row.id for row in defectlists.to_repair(act(yard.contractor), query).items]
    with pytest.raises(NotFound):
        repairing.visit(act(yard.contractor), one, schemas.VisitForm())


def test_a_room_that_the_home_lacks_and_a_photograph_of_somebody_else_are_refused(repairs: Repairs) -> None:
    with pytest.raises(errors.UnknownRoom):
        repairs.reported(spot={"room": "车库"})
    with pytest.raises((NotFound, NotArrived)):
        repairs.reported(photos=[repairs.photo(repairs.yard.builder)])


@pytest.mark.parametrize("who", ["builder", "officer"])
def test_an_estates_and_a_countys_list_hold_the_oldest_first(repairs: Repairs, who: str) -> None:
    first, second = repairs.reported(), repairs.reported()
    reporting.withdraw(act(repairs.owner), second)
    repairs.yard.pump.run()
    actor: Principal = getattr(repairs.yard, who)
    query = schemas.DefectsQuery(where=repairs.yard.estate_id, building=repairs.building)
    assert [row.id for row in defectlists.at_place(actor, query).items] == [first]
    ended = query.model_copy(update={"bucket": "ended"})
    assert [row.id for row in defectlists.at_place(actor, ended).items] == [second]
