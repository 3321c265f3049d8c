"""What is not allowed, and by whom."""

import pytest

from mashangban.domains.wages import errors, permissions, schemas
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.rules import line as rules
from mashangban.domains.wages.service import (
    answering,
    assisting,
    boards,
    correcting,
    deciding,
    making,
    viewing,
)
from mashangban.domains.wages.terms import LineState, ObjectionKind, Word
from mashangban.identity import service as identity
from mashangban.identity.schemas import RealNameProof
from mashangban.identity.terms import CONSENTS
from mashangban.kernel import clock, history
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests.identity.conftest import new_id_number
from tests.wages.conftest import (
    MONTH,
    Yard,
    act,
    change,
    person,
    principal_of,
    signature,
    worker_known_to_identity,
)


def objection() -> schemas.ObjectionForm:
    return schemas.ObjectionForm(revision=1, kind=ObjectionKind.DAYS, reason="少算了两天")


def test_nobody_reaches_someone_elses_line(yard: Yard) -> None:
    first, second = people = yard.crew(2)
    yard.shown(people)
    other, theirs = principal_of(second), yard.line(first).id
    for attempt in (
        lambda: viewing.show_line(other, theirs),
        lambda: answering.see(act(other), theirs),
        lambda: answering.confirm(act(other), theirs, signature(1)),
        lambda: answering.object_to(act(other), theirs, objection()),
        lambda: answering.confirm(act(yard.clerk), theirs, signature(1)),
        lambda: correcting.change(act(person((Role.LABOUR_CLERK, "project:elsewhere"))), theirs, change(1)),
    ):
        with pytest.raises(NotFound):
            attempt()
    with pytest.raises(Forbidden):
        correcting.change(act(other), theirs, change(21_000))


def test_neither_maker_nor_foreman_nor_employer_approves(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    table = yard.shown(people)
    yard.confirm(worker)
    yard.pump.run()
    deciding.submit(act(yard.clerk), table.id)
    both = Principal(
        yard.clerk.person_id,
        "s",
        (*yard.clerk.grants, Grant(Role.PROJECT_MANAGER, Scope.parse(f"project:{yard.project.id}"))),
        real_name=True,
    )
    with pytest.raises(errors.OwnTable):
        deciding.approve(act(both), table.id)
    leads = Principal(yard.foreman.person_id, "s", yard.manager.grants, real_name=True)
    with pytest.raises(errors.OwnTable):
        deciding.approve(act(leads), table.id)
    with pytest.raises(Forbidden):
        deciding.approve(act(yard.foreman), table.id)
    with pytest.raises(NotFound):
        deciding.approve(act(yard.operator), table.id)
    assert deciding.approve(act(yard.approver), table.id).job is not None


def test_a_month_is_made_once(yard: Yard) -> None:
    yard.crew(1)
    yard.table()
    with pytest.raises(errors.MonthTwice):
        yard.table()
    with pytest.raises(errors.MonthWrong):
        yard.table("2099-01")


def test_amounts_below_zero_or_beyond_reason_are_refused(yard: Yard) -> None:
    (worker,) = yard.crew(1)
    table = yard.table()
    wrong = [
        (errors.AmountNegative, change(22_000, ("advance", "", 800_000))),
        (errors.AmountNegative, change(-1_000)),
        (errors.AmountNegative, change(22_000, ("overtime", "", -5))),
        (errors.AmountTooLarge, change(22_000, ("allowance", "", 10**12))),
        (errors.AmountTooLarge, change(10**12)),
        (errors.DeductionUnexplained, change(22_000, ("deduction", " ", 100))),
    ]
    for refused, form in wrong:
        with pytest.raises(refused):
            making.change_row(act(yard.clerk), table.id, worker.contract_id, 0, form)
    with pytest.raises(errors.RowUnknown):
        making.change_row(act(yard.clerk), table.id, "nobody", 0, change(22_000))
    assert table_store.table(table.id).version == 1


def test_a_frozen_line_is_never_paid(yard: Yard) -> None:
    first, second = people = yard.crew(2)
    table = yard.shown(people)
    answering.object_to(act(principal_of(first)), yard.line(first).id, objection())
    frozen = yard.line(first)
    with pytest.raises(errors.LineFrozen):
        rules.approve(frozen, "run", clock.now())
    with pytest.raises(errors.LineFrozen):
        rules.order(frozen)
    yard.confirm(second)
    yard.pump.run()
    deciding.submit(act(yard.clerk), table.id)
    deciding.approve(act(yard.manager), table.id)
    yard.pump.run()
    assert [one.state for one in yard.lines(people)] == [LineState.OBJECTED, LineState.PAYING]
    with pytest.raises(errors.NothingToPay):
        deciding.approve(act(yard.manager), table.id)


def test_what_breaks_the_contract_or_the_minimum_wage_cannot_be_handed_in(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    table = yard.shown(people)
    correcting.change(act(yard.clerk), yard.line(worker).id, change(1_000))
    yard.confirm(worker)
    yard.pump.run()
    kinds = {one.kind.value for one in yard.line(worker).findings if one.blocks}
    assert kinds == {"attendance"}
    with pytest.raises(errors.TableBlocked):
        deciding.submit(act(yard.clerk), table.id)


def test_a_board_of_another_region_is_not_found(yard: Yard) -> None:
    county = person((Role.COUNTY_OFFICER, "region:330106"))
    assert boards.show(county, "330106", MONTH).region_name == "西湖区"
    for region in ("330108", "3301", "33", "31"):
        with pytest.raises(NotFound):
            boards.show(county, region, MONTH)
    with pytest.raises(Forbidden):
        boards.show(yard.clerk, "330106", MONTH)


def test_an_official_opens_one_line_with_a_reason_that_its_worker_can_read(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.shown(people)
    county = person((Role.COUNTY_OFFICER, f"region:{yard.county}"))
    line = yard.line(worker)
    view = viewing.inspect(act(county), line.id, schemas.Inspection(reason="接到欠薪投诉核查"))
    assert (view.amount_fen, view.actions) == (792_000, [])
    log = viewing.log_of(principal_of(worker), line.id)
    assert log[-1].label == "监管部门调阅：接到欠薪投诉核查"
    assert log[-1].by_label == "县区监管"
    with pytest.raises(NotFound):
        viewing.inspect(
            act(person((Role.COUNTY_OFFICER, "region:330108"))),
            line.id,
            schemas.Inspection(reason="无关核查"),
        )
    with pytest.raises(Forbidden):
        viewing.grid(county, line.table_id, 0)


def test_a_worker_without_a_phone_signs_on_the_foremans_and_is_marked(yard: Yard) -> None:
    worker = worker_known_to_identity()
    number = new_id_number("001", "19850102")
    proof = RealNameProof(name="王建国", id_number=number, consent_version=CONSENTS[0].version)
    identity.prove_name(act(worker), proof)
    employment = yard.hire(worker)
    yard.attend(employment, 44)
    yard.shown([employment])
    line_id = yard.line(employment).id
    mates = assisting.team_lines(yard.foreman, yard.project.id, yard.team.id, MONTH)
    assert [(one.line_id, one.can_assist) for one in mates] == [(line_id, True)]
    assert assisting.team_lines(person(), yard.project.id, yard.team.id, MONTH) == []
    who = {"name": "王建国", "id_number": number}
    shown = assisting.open_for(act(yard.foreman), line_id, schemas.Identification(**who))
    assert shown.actions == ["confirm"]
    with pytest.raises(errors.NameMismatch):
        assisting.open_for(
            act(yard.foreman), line_id, schemas.Identification(name="李四四", id_number=number)
        )
    witnessed = schemas.AssistedConfirmation.model_validate(
        signature(1).model_dump() | who | {"witness_name": "赵大军", "witness_phone": "13800138000"}
    )
    with pytest.raises(NotFound):
        assisting.confirm(act(person()), line_id, witnessed)
    assisting.confirm(act(yard.foreman), line_id, witnessed)
    line = yard.line(employment)
    assert (line.state, line.assisted) == (LineState.CONFIRMED, True)
    told = history.of(TABLE, line.subject)[-1]
    assert (told.role, told.data["assisted"]) == ("foreman", True)
    assert "赵大军" not in str(told.data)


def test_the_word_on_money_comes_after_money(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    yard.shown(people)
    with pytest.raises(errors.LineWrongState):
        answering.say(act(principal_of(worker)), yard.line(worker).id, schemas.WordForm(word=Word.RECEIVED))
    assert permissions.CONFIRM.real_name


def test_a_table_whose_lines_are_not_counted_yet_cannot_be_handed_in(yard: Yard) -> None:
    """Boards are a moment behind: no count is not the same as nobody silent."""
    yard.crew(2)
    table = yard.table()
    making.show(act(yard.clerk), table.id)
    shown = table_store.table(table.id)
    with pytest.raises(errors.TableBusy):
        deciding.submit(act(yard.clerk), shown.id)
    yard.pump.run_without_counting()
    with pytest.raises(errors.TableBusy):
        deciding.submit(act(yard.clerk), shown.id)
