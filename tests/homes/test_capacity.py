"""What the acts around an estate and a home cost; docs/data/homes.md lists the same figures."""

import datetime as dt
from functools import partial
from typing import Any

from mashangban.domains.homes import schemas
from mashangban.domains.homes.repository import estates as stored
from mashangban.domains.homes.repository import inspections as store
from mashangban.domains.homes.service import (
    binding,
    contractsheets,
    doors,
    estates,
    facts,
    factsheets,
    homesheets,
    importing,
    inspecting,
    inviting,
    leaving,
)
from mashangban.domains.homes.terms import FactKind, ImportKind, InvitationKind
from mashangban.domains.homes.terms.inspections import InspectionKind
from mashangban.files.terms import Purpose
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from mashangban.registry.sheets import filled_in
from tests.files import samples
from tests.homes import buying
from tests.homes import test_inspections as sheets
from tests.homes.buying import TAIL
from tests.homes.conftest import HOMES, ROOMS, Known, Yard, act, arrived, sheet
from tests.homes.prices import Bill, submitted
from tests.homes.test_facts import CEMENT
from tests.homes.test_facts import HEAD as FACT_HEAD
from tests.registry.conftest import project_code, project_form
from tests.workers.test_capacity import MOST, units

FACT = schemas.FactForm(
    kind=FactKind.MATERIAL, building="1", title="水泥", source="海螺水泥", happened_on=dt.date(2026, 3, 18)
)


def test_what_an_office_does_with_its_estate_costs_what_is_listed(estate: Yard) -> None:
    bill, who, one, home = Bill(), estate.builder, estate.estate_id, estate.home("1-1-101").id
    picture = arrived(who, samples.picture("PNG"), "image/png", Purpose.ATTACHMENT)
    plan = schemas.PlanForm(house_type="A户型", file_id=picture)
    bill.of("a plan is set", lambda: estates.set_plan(submitted(who, "plan"), one, plan))
    batch = schemas.BatchForm(name="一批", accepted_on=dt.date(2026, 6, 30))
    bill.of("a batch is dated", lambda: estates.set_batch(submitted(who, "batch"), one, batch))
    given = schemas.Handover(on=clock.local_date(clock.now()))
    bill.of("keys are given", lambda: estates.hand_over(submitted(who, "keys"), home, given))
    bill.of("a door's code is renewed", lambda: doors.renew_code(submitted(who, "code"), home))
    codes = schemas.DoorSheetForm(building="1")
    bill.of("door codes are printed", lambda: estates.order_sheet(submitted(who, "print"), one, codes))
    told = bill.of("a fact is told", lambda: facts.enter(submitted(who, "fact"), one, FACT))
    right = schemas.Correction(
        title="水泥", source="海螺水泥", happened_on=dt.date(2026, 3, 19), reason="日期写错了"
    )
    told = bill.of("a fact is corrected", lambda: facts.correct(submitted(who, "right"), told.id, right))
    wrong = schemas.Withdrawal(reason="写错了楼栋")
    bill.of("a fact is withdrawn", lambda: facts.withdraw(submitted(who, "wrong"), told.id, wrong))
    assert bill.faults() == {}


def test_opening_an_estate_costs_what_is_listed(yard: Yard) -> None:
    bill, parties = Bill(), [{"enterprise_id": yard.builder_id, "kind": "15"}]
    form = project_form(code=project_code(yard.county), county=yard.county, parties=parties)
    chosen = schemas.EstateForm(project_id=yard.desk.project(**form).id)
    bill.of("an estate is opened", lambda: estates.open_estate(submitted(yard.builder, "open"), chosen))
    assert bill.faults() == {}


def test_a_sheets_steps_cost_what_is_listed(yard: Yard) -> None:
    bill, who = Bill(), yard.builder
    form = schemas.ImportForm(kind=ImportKind.ESTATE, file_id=arrived(who, sheet(HOMES)))
    taken = bill.of("a sheet comes", lambda: importing.start(submitted(who, "sheet"), yard.estate_id, form))
    yard.pump.run()
    bill.of("a sheet is confirmed", lambda: importing.confirm(submitted(who, "confirm"), taken.id))
    yard.pump.run()
    again = schemas.ImportForm(kind=ImportKind.ESTATE, file_id=arrived(who, sheet(HOMES[:1])))
    other = importing.start(act(who), yard.estate_id, again)
    bill.of("a sheet is dropped", lambda: importing.cancel(submitted(who, "drop"), other.id))
    assert bill.faults() == {}


def test_what_a_row_of_a_sheet_writes_costs_what_is_listed(estate: Yard) -> None:
    bill, one, doing = Bill(), stored.get(estate.estate_id), act(estate.builder)
    rows: dict[str, tuple[Any, bytes]] = {
        "a row is a new home": (
            homesheets,
            sheet([["1号楼", "1单元", "9层", "901室", "A户型", ROOMS, "九批"]]),
        ),
        "a row changes a home": (homesheets, sheet([[*HOMES[0][:5], ROOMS, "九批"]])),
        "a row is a contract": (contractsheets, sheet([buying.row(estate.known())], buying.HEAD)),
        "a row is a fact": (factsheets, sheet([CEMENT], FACT_HEAD)),
    }
    for name, (kind, content) in rows.items():
        numbered, wrong = filled_in(content, kind.LAYOUT, 1)
        checked = kind.check(one, numbered)
        assert (wrong, checked.errors) == ([], ())
        bill.of(name, partial(kind.apply, doing, one, checked.rows[0]))
    assert bill.faults() == {}


def test_binding_and_leaving_cost_what_is_listed(estate: Yard, buyer: Known) -> None:
    bill, home, who = Bill(), estate.home("1-1-101"), buyer.principal
    given = schemas.Binding(code=doors.code_of(home), contract_tail=TAIL)
    bill.of("a buyer binds", lambda: binding.bind(submitted(who, "bind"), given))
    form = schemas.InvitationForm(kind=InvitationKind.TENANT)
    offer = bill.of("an owner invites", lambda: inviting.invite(submitted(who, "invite"), home.id, form))
    guest = estate.known("李小明").principal
    bill.of("a tenant accepts", lambda: inviting.accept(submitted(guest, "join"), offer.code))
    bill.of("a tenant leaves", lambda: leaving.leave(submitted(guest, "leave"), home.id))
    offer = inviting.invite(act(who), home.id, form)
    inviting.accept(act(guest), offer.code)
    bill.of(
        "an owner removes a tenant",
        lambda: leaving.remove(submitted(who, "remove"), home.id, guest.person_id),
    )
    bill.of("an owner begins to leave", lambda: leaving.leave(submitted(who, "leave"), home.id))
    bill.of("an owner stays", lambda: leaving.undo(submitted(who, "undo"), home.id))
    offer = inviting.invite(act(who), home.id, schemas.InvitationForm(kind=InvitationKind.TRANSFER))
    bill.of("the next owner accepts", lambda: inviting.accept(submitted(guest, "pass"), offer.code))
    assert bill.faults() == {}


def test_a_sheet_of_inspection_costs_what_is_listed(estate: Yard) -> None:
    bill, who, home = Bill(), estate.builder, estate.home("1-1-101").id
    opened = bill.of(
        "an inspection begins", lambda: inspecting.begin(submitted(who, "begin"), home, sheets.BUILDERS)
    )
    point = sheets.batch({"point": "wall@客厅", "verdict": "pass"})
    bill.of("a point is entered", lambda: inspecting.enter(submitted(who, "enter"), opened.id, point))
    sheets.filled(estate, opened.id)
    done = bill.of("an inspection is finished", lambda: inspecting.finish(submitted(who, "end"), opened.id))
    known = Principal(estate.known().principal.person_id, "s", who.grants, real_name=True)
    hand = schemas.SignForm(digest=done.digest or "")
    bill.of("a party signs", lambda: inspecting.sign(submitted(known, "sign"), opened.id, hand))
    assert bill.faults() == {}


def test_another_round_of_what_failed_costs_what_is_listed(estate: Yard) -> None:
    bill, first = Bill(), sheets.begun(estate)
    sheets.filled(estate, first, wall_客厅="空鼓")
    inspecting.finish(act(estate.builder), first)
    sheets.signed(estate, first)
    bill.of("another round begins", lambda: inspecting.begin_again(submitted(estate.builder, "again"), first))
    assert bill.faults() == {}


def test_a_whole_sheet_of_a_home_comes_in_one_batch_within_the_budget(estate: Yard, owner: Principal) -> None:
    form = schemas.InspectionForm(kind=InspectionKind.BUYER)
    sheet_id = inspecting.begin(act(owner), estate.home("1-1-101").id, form).id
    one = store.get(sheet_id)
    entries = [
        {"point": point, "design": 2800, "values": [2796 + (number * 7 + n * 3) % 9 for n in range(5)]}
        if one.item_of(point).measured
        else {"point": point, "verdict": "pass"}
        for number, point in enumerate(one.points)
    ]
    batch = schemas.EntryBatch.model_validate({"entries": entries})
    assert units(lambda: inspecting.enter(submitted(owner, "enter"), sheet_id, batch)) <= MOST
    assert store.get(sheet_id).failed == ()
