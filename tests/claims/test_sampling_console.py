"""Looking again after payment on screen: the months' draws, what was drawn, what an officer found."""

import pytest

from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.service import sampling
from mashangban.kernel import history
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Subject
from tests.claims.conftest import known
from tests.claims.fuses import Line
from tests.claims.test_sampling import FEN, drawn
from tests.workers.office import office_of

HOME = "/console/claims/inspections"
DRAWS = "/console/claims/draws"

pytestmark = pytest.mark.usefixtures("tables")


def test_an_officer_finds_what_was_drawn_and_writes_what_they_found(tables: str) -> None:
    line = Line(100 * FEN)
    province, claims = drawn(line, 2, "2027-10")
    sampling.open_drawn(system_act("claims_stream"), f"{province}.2027-10")
    office, one = office_of(known(line.approver())), claims[0]
    where = f"{HOME}/{one.id}.2027-10"
    assert where in office.get(f"{HOME}?region={line.region}").html
    opened = office.get(where)
    assert "随机抽中" in opened.html
    assert f'href="/console/claims/claims/{one.id}"' in opened.html
    office.act(opened, f"{where}/finding", result="kept", text="项目在做，<i>账目清楚</i>")
    shown = office.get(where).html
    assert "&lt;i&gt;账目清楚&lt;/i&gt;" in shown
    assert "应当追回" not in shown
    assert where in office.get(f"{HOME}?region={line.region}&bucket=done").html
    chain = history.of(TABLE, Subject("claiminspection", f"{one.id}.2027-10"))
    assert chain[-1].data["result"] == "kept"


def test_the_months_draws_are_shown_with_digest_and_seed(tables: str) -> None:
    line = Line(100 * FEN)
    drawn(line, 4, "2027-11")
    shown = office_of(known(line.approver())).get(DRAWS).html
    assert "已拨付 4 件，抽中 3 件" in shown
    assert "还没公布" in shown
