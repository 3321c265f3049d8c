"""A draft that nobody saw may be given up, with a reason, and the month made anew."""

import pytest

from mashangban.domains.wages import errors, schemas
from mashangban.domains.wages.models import TABLE, RowsRecord
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.service import making, uploading, viewing
from mashangban.domains.wages.terms import TableState
from mashangban.kernel import history
from mashangban.kernel.errors import Forbidden, NotFound
from tests.wages.conftest import Yard, act
from tests.wages.test_uploads import Desk, row, sheet
from tests.workers.office import office_of

TABLES = "/console/wages/tables"
WHY = schemas.Reason(reason="选错了月份")


def test_a_draft_is_given_up_and_the_month_made_anew(yard: Yard) -> None:
    yard.crew(2)
    first = yard.table()
    rows = table_store.table(first.id).rows
    given_up = making.discard(act(yard.clerk), first.id, WHY)
    assert (given_up.state, given_up.lines, given_up.actions) == (TableState.DISCARDED, 2, [])
    assert given_up.reason == "选错了月份"
    second = yard.table()
    assert second.id != first.id
    assert second.lines == 2
    (kept,) = [e for e in history.of(TABLE, table_store.table(first.id).subject) if e.data.get("reason")]
    assert (kept.actor, kept.data["reason"], kept.data["lines"]) == (yard.clerk.person_id, "选错了月份", 2)
    yard.pump.run()
    assert not list(RowsRecord.batch_get([(f"ROWS#{rows}#0000", "ROWS")]))
    assert viewing.grid(yard.clerk, first.id, 0).rows == []


def test_a_table_that_was_shown_cannot_be_given_up(yard: Yard) -> None:
    people = yard.crew(1)
    table = yard.shown(people)
    with pytest.raises(errors.TableShownAlready):
        making.discard(act(yard.clerk), table.id, WHY)
    assert table_store.table(table.id).version == table.version
    with pytest.raises(errors.MonthTwice):
        yard.table()


def test_it_is_given_up_once_and_stays_so(yard: Yard) -> None:
    yard.crew(1)
    table = yard.table()
    making.discard(act(yard.clerk), table.id, WHY)
    again = yard.table()
    with pytest.raises(errors.TableWrongState):
        making.discard(act(yard.clerk), table.id, WHY)
    for late in (making.show, making.recompute):
        with pytest.raises(errors.TableWrongState):
            late(act(yard.clerk), table.id)
    with pytest.raises(errors.MonthTwice):
        yard.table()
    assert table_store.table_of_month(yard.project.id, yard.employer.id, again.month) == again.id


def test_only_who_makes_tables_gives_one_up(yard: Yard) -> None:
    yard.crew(1)
    table = yard.table()
    with pytest.raises(Forbidden):
        making.discard(act(yard.manager), table.id, WHY)
    with pytest.raises(NotFound):
        making.discard(act(Yard(yard.pump).clerk), table.id, WHY)


@pytest.mark.usefixtures("object_store")
def test_the_sheet_of_a_table_that_was_given_up_may_be_taken_in_again(yard: Yard) -> None:
    (worker,) = yard.crew(1)
    content = sheet([row(worker)])
    first = yard.table(empty=True)
    uploading.confirm(act(yard.clerk), Desk(yard, first.id).send(content).id)
    making.discard(act(yard.clerk), first.id, WHY)
    second = yard.table(empty=True)
    again = Desk(yard, second.id).send(content)
    assert uploading.confirm(act(yard.clerk), again.id).lines == 1


def test_the_console_asks_for_a_reason_and_says_what_became_of_it(yard: Yard) -> None:
    yard.crew(1)
    table = yard.table()
    home = f"{TABLES}/{table.id}"
    clerk = office_of(yard.clerk)
    assert "作废这张工资表？" in clerk.get(home).html
    refused = clerk.act(clerk.get(home), f"{home}/discarding", reason="")
    assert refused.location == home
    assert table_store.table(table.id).state is TableState.DRAFT
    clerk.act(clerk.get(home), f"{home}/discarding", reason="人员不全")
    page = clerk.get(home).html
    assert "已作废" in page
    assert "人员不全" in page
    assert "发给工人核对" not in page
    assert "已作废" in clerk.get(f"{TABLES}?where={yard.project.id}").html
    assert "作废这张工资表" not in office_of(yard.manager).get(home).html
