"""Ratings on screen: an office reads a bad one and writes what it mended, somebody else confirms it."""

import pytest

from mashangban.domains.claims.repository import evaluating as store
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.claims.terms.evaluating import EvaluationState
from tests.claims.conftest import known
from tests.claims.fuses import Line
from tests.claims.test_evaluating import FEN, office_of, rate
from tests.registry.conftest import officer
from tests.workers import office

HOME = "/console/claims/evaluations"

pytestmark = pytest.mark.usefixtures("tables")


def state(claim_id: str) -> EvaluationState:
    found = store.find(claim_id)
    assert found is not None
    return found.state


def test_an_office_mends_a_bad_rating_and_the_office_above_confirms_it(tables: str) -> None:
    line = Line(100 * FEN)
    one = line.waiting(FEN, state=ClaimState.PAID)
    rate(office_of(one), one, 1, "窗口让<b>再跑</b>一趟")
    county, city = (office.office_of(known(officer(line.region[:length]))) for length in (6, 4))
    where = f"{HOME}/{one.id}"
    assert where in county.get(f"{HOME}?region={line.region}").html
    opened = county.get(where)
    assert "窗口让&lt;b&gt;再跑&lt;/b&gt;一趟" in opened.html
    county.act(opened, f"{where}/mending", text="已改为网上一次告知")
    assert state(one.id) is EvaluationState.ANSWERED
    assert "确认整改" not in county.get(where).html
    city.act(city.get(where), f"{where}/confirmation", accepted="true", text="已抽看三件")
    assert state(one.id) is EvaluationState.CLOSED
    assert "已抽看三件" in county.get(where).html
    assert where in county.get(f"{HOME}?region={line.region}&bucket=done").html
