"""The desk on screen: what waits, one claim with all it rests on, the acts on it, several at once."""

import csv
import html
import io
import re

import pytest

from mashangban.domains.claims.models import ReportRecord
from mashangban.domains.claims.rules.order import Gap
from mashangban.domains.claims.service import privacy
from mashangban.domains.claims.terms import GapKind
from mashangban.kernel import clock
from mashangban.kernel.events import GENESIS
from mashangban.registry import sheets
from tests.claims.conftest import Hall, call, known
from tests.personal import taken
from tests.policies.conftest import COUNTY
from tests.registry.conftest import officer, person
from tests.workers.office import Office, office_of

FEN = 100_000_000
DESK = "/console/claims/desk"
ORDINARY = {"mode": "ordinary", "publicity_days": 0, "review_days": 5}


def page_of(claim_id: str) -> str:
    return f"/console/claims/claims/{claim_id}"


def act(office: Office, claim_id: str, path: str, **fields: object) -> str:
    """Press a button of a claim's page; what the page says then."""
    where = page_of(claim_id)
    office.act(office.get(where), f"{where}/{path}", **fields)
    return office.get(where).html


def colleague() -> Office:
    """Somebody else of the county's office, at a desk of their own."""
    return office_of(known(officer(COUNTY)))


@pytest.fixture
def desk(hall: Hall) -> Office:
    return colleague()


def test_a_claim_goes_over_the_desk_from_taking_up_to_approval_by_two_hands(hall: Hall, desk: Office) -> None:
    firm, policy = hall.firm(), hall.policy(FEN, **ORDINARY)
    claim_id = hall.submitted(firm, policy)
    assert page_of(claim_id) in desk.get(f"{DESK}?region=330106&state=submitted").html
    opened = desk.get(page_of(claim_id)).html
    assert "依据的数据" in opened
    assert "认定为高新技术企业" in opened or "高新技术" in opened
    form = hall.show(firm.office, claim_id)["form"]["document_id"]
    assert f"/console/documents/{form}/file" in opened
    assert "已盖章" in opened
    act(desk, claim_id, "acceptance")
    act(desk, claim_id, "pass", step="first", text="材料齐全")
    act(colleague(), claim_id, "pass", step="department")
    shown = act(desk, claim_id, "pass", step="credit")
    assert "等批准" in shown
    assert 'data-opens="approve"' not in shown
    assert "已批准" in act(colleague(), claim_id, "approval")
    assert hall.left(policy) < FEN


def test_the_amount_is_typed_in_yuan_and_may_only_be_lowered(hall: Hall, desk: Office) -> None:
    claim_id = hall.submitted(hall.firm(), hall.policy(FEN, **ORDINARY))
    asked = hall.show(hall.reviewer, claim_id)["row"]["amount_fen"]
    act(desk, claim_id, "acceptance")
    for wrong in ("一百", "1.001", "-5", f"{asked // 100 + 1}"):
        act(desk, claim_id, "pass", step="first", amount=wrong)
        assert hall.show(hall.reviewer, claim_id)["row"]["step"] == "first"
    act(desk, claim_id, "pass", step="first", amount="1,000.50")
    assert hall.show(hall.reviewer, claim_id)["row"]["amount_fen"] == 100_050


def test_what_is_missing_is_told_once_and_a_refusal_needs_its_reason(hall: Hall, desk: Office) -> None:
    claim_id = hall.submitted(hall.firm(), hall.policy(FEN, **ORDINARY))
    act(desk, claim_id, "refusal", text="")
    assert hall.state(claim_id) == "submitted"
    assert "等企业补正" in act(desk, claim_id, "supplement-notice", text="请补缴税证明 <b>原件</b>")
    assert "&lt;b&gt;原件&lt;/b&gt;" in desk.get(page_of(claim_id)).html


def test_several_are_dealt_with_at_once_and_each_that_stays_says_why(hall: Hall, desk: Office) -> None:
    policy = hall.policy(FEN, **ORDINARY)
    waiting = [hall.submitted(hall.firm(), policy) for _ in range(3)]
    hall.do(hall.colleague, waiting[2], "refusal", {"text": "不在目录内"})
    opened = desk.get(f"{DESK}?region=330106&state=submitted")
    told = desk.act(opened, f"{DESK}/together", what="accept", claim=waiting, again=f"{DESK}?state=submitted")
    assert "办成 2 件，没办成 1 件" in desk.get(told.location).html
    assert [hall.state(one) for one in waiting] == ["review", "review", "refused"]


def test_another_county_sees_and_moves_nothing(hall: Hall) -> None:
    claim_id = hall.submitted(hall.firm(), hall.policy(FEN, **ORDINARY))
    elsewhere = office_of(known(officer("330105")))
    assert elsewhere.get(page_of(claim_id)).status == 404
    assert claim_id not in elsewhere.get(f"{DESK}?region=330106&state=submitted").html


def test_an_objection_is_read_by_the_office_and_settled(hall: Hall, desk: Office) -> None:
    policy = hall.policy(FEN, mode="ordinary", publicity_days=3, review_days=5)
    claim_id = hall.submitted(hall.firm(), policy)
    hall.reviewed(claim_id)
    stranger = person()
    assert call(stranger, "POST", f"/claims/claims/{claim_id}/objections", {"text": "这家已停产"})[0] == 201
    assert "这家已停产" in desk.get(page_of(claim_id)).html
    assert [one["words"] for one in taken(privacy.HOLDING, stranger.person_id)["对公示的异议"]] == [
        "这家已停产"
    ]
    assert "公示中" in act(desk, claim_id, "objection-answer", upheld="false", text="实地看过，在生产")


def page_with(desk: Office, path: str, wanted: str) -> str:
    """The page of a list that shows something: other tests' lines stand in the same county."""
    while wanted not in (shown := desk.get(path).html):
        found = re.search(r'rel="next" href="([^"]+)"', shown)
        assert found is not None, f"{wanted} is on no page"
        path = html.unescape(found[1])
    return shown


def test_a_budget_line_shows_what_is_left_and_a_province_reads_its_reconciliations(
    hall: Hall, desk: Office
) -> None:
    policy = hall.policy(1_000_000_00, **ORDINARY)
    shown = page_with(desk, "/console/claims/budgets?region=330106", f"/console/claims/budgets/{policy}")
    assert "1,000,000" in shown
    province = office_of(known(officer("33")))
    assert "每天核对一次" in province.get("/console/claims/reconciliations").html
    assert desk.get("/console/claims/reconciliations").status == 403


def test_the_desk_is_taken_away_as_a_file_of_one_state(hall: Hall, desk: Office) -> None:
    policy = hall.policy(FEN, **ORDINARY)
    first, refused = (hall.submitted(hall.firm(), policy) for _ in range(2))
    hall.do(hall.colleague, refused, "refusal", {"text": "不在目录内"})
    asked = f"{DESK}/export?region=330106&state=submitted"
    assert html.escape(f"{asked}&format=csv") in desk.get(f"{DESK}?region=330106&state=submitted").html
    rows = {row[0]: row for row in csv.reader(io.StringIO(desk.get(f"{asked}&format=csv").html))}
    number, other = (hall.show(hall.reviewer, one)["row"]["number"] for one in (first, refused))
    assert rows[number][2:6] == [hall.bureau.form()["title"], "申报审核", "100000", "等受理"]
    assert other not in rows
    assert desk.get(f"{asked}&format=xlsx").headers["content-type"] == sheets.XLSX
    assert desk.get(f"{asked}&format=pdf").status == 404


def test_a_difference_of_ours_opens_its_claim(hall: Hall) -> None:
    claim_id = hall.submitted(hall.firm(), hall.policy(FEN, **ORDINARY))
    gap = Gap(GapKind.STATE, f"{claim_id}.1", 5_000_000, 0)
    ReportRecord(
        f"TREASURYREPORT#{claim_id}", "REPORT", GSI1PK="REPORTS#33", GSI1SK=claim_id, id=claim_id, book="33",
        at=clock.now(), entries=1, ours_fen=0, treasury_fen=0, gaps=(gap,), version=1, chain=GENESIS,
    ).save()  # fmt: skip
    books = office_of(known(officer("33"))).get("/console/claims/reconciliations").html
    assert f'href="{page_of(claim_id)}">{claim_id}.1</a>' in books
