"""The wages' pages of the console, through the handler: grid, changes, approval, inspection, upload."""

import re

import pytest

from mashangban.domains.wages import schemas
from mashangban.domains.wages.service import making
from mashangban.domains.wages.terms import LineState
from mashangban.kernel.permissions import Role
from tests.wages.conftest import MONTH, Yard, act, person
from tests.wages.test_uploads import row, sheet
from tests.workers.office import office_of

TABLES = "/console/wages/tables"


def test_a_table_is_made_corrected_shown_and_approved_in_the_console(yard: Yard) -> None:
    people = yard.crew(2)
    clerk, manager = office_of(yard.clerk), office_of(yard.manager)
    opened = clerk.get(f"{TABLES}/new")
    unit = f"{yard.project.id}|{yard.employer.id}"
    made = clerk.act(opened, TABLES, unit=unit, month=MONTH)
    home = made.location
    page = clerk.get(home)
    assert "22天 × 360元 = 7,920元" in page.html
    edit = f"{home}/rows/{people[0].contract_id}?page=0"
    form = clerk.get(edit)
    wrong = clerk.act(form, edit, quantity="二十二")
    assert "请填数字" in wrong.html
    clerk.act(clerk.get(edit), edit, quantity="22", overtime="200", advance="500", note="")
    assert "22天 × 360元 + 加班 200元 − 借支 500元 = 7,620元" in clerk.get(home).html
    clerk.act(clerk.get(home), f"{home}/showing")
    yard.pump.run()
    for one in people:
        yard.confirm(one)
    yard.pump.run()
    line = f"/console/wages/lines/{yard.line(people[1]).id}"
    changed = clerk.act(
        clerk.get(f"{line}/change"), f"{line}/change", quantity="23", note="补记", reason="漏记"
    )
    assert changed.location == line
    assert "数量：原来22天，改为23天" in clerk.get(line).html
    yard.confirm(people[1])
    yard.pump.run()
    clerk.act(clerk.get(home), f"{home}/submission")
    assert "批准发放" in manager.get(home).html
    manager.act(manager.get(home), f"{home}/approval")
    yard.pump.run()
    assert {one.state for one in yard.lines(people)} == {LineState.PAYING}
    assert "银行发放中" in manager.get(home).html


def test_an_official_sees_sums_and_one_line_only_with_a_reason(yard: Yard) -> None:
    (worker,) = people = yard.crew(1)
    table = yard.shown(people)
    county = office_of(person((Role.COUNTY_OFFICER, f"region:{yard.county}")))
    sums = county.get(f"{TABLES}/{table.id}").html
    assert "7,920" in sums
    assert worker.number not in sums
    line = f"/console/wages/lines/{yard.line(worker).id}"
    asked = county.get(line)
    assert "调阅理由" in asked.html
    assert "7,920" not in asked.html
    assert "22天 × 360元" in county.act(asked, f"{line}/inspection", reason="接到投诉核查").html
    assert yard.employer.name in county.get(f"{TABLES}?where={yard.county}").html
    assert county.get(f"/console/wages?region={yard.county}&month={MONTH}").status == 200
    assert county.get("/console/wages/objections").status == 200


@pytest.mark.usefixtures("object_store")
def test_a_sheet_is_posted_checked_and_put_to_use(yard: Yard) -> None:
    (worker,) = yard.crew(1)
    table = making.make(
        act(yard.clerk),
        schemas.TableForm(project_id=yard.project.id, employer_id=yard.employer.id, month=MONTH, empty=True),
    )
    clerk = office_of(yard.clerk)
    opened = clerk.get(f"{TABLES}/{table.id}/upload")
    headers = {
        "content-type": "application/octet-stream",
        "x-csrf-token": opened.hidden("csrf"),
        "idempotency-key": opened.hidden("key"),
        "x-filename": "pay.xlsx",
        "accept": "application/json",
    }
    started = clerk.send("POST", f"{TABLES}/{table.id}/upload", sheet([row(worker)]), headers)
    assert started.status == 201, started.html
    found = re.search(r'"id":"(\w+)"', started.html)
    assert found
    yard.pump.run()
    home = f"/console/wages/uploads/{found.group(1)}"
    clerk.act(clerk.get(home), f"{home}/confirmation")
    assert "22天 × 360元 = 7,920元" in clerk.get(f"{TABLES}/{table.id}").html
