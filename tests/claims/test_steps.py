"""A claim on its way: who may move it, what stops the clock, what everybody sees of it."""

import pytest

from mashangban.deadlines import repository as deadline_items
from mashangban.domains.claims.models import TABLE, ClaimDeadlineRecord
from mashangban.kernel import history
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal, Role
from tests.claims.conftest import Hall, call, strike
from tests.registry.conftest import officer, person

WORDS = {"text": "请补交上年度审计报告"}


@pytest.fixture
def claim(hall: Hall) -> str:
    """An ordinary claim, handed in."""
    return hall.submitted(hall.firm(), hall.policy(mode="ordinary"))


def office_of(hall: Hall, claim: str) -> Principal:
    from mashangban.domains.claims.repository import claims

    return person((Role.OPERATOR, f"org:{claims.get(claim).enterprise_id}"))


def clock_state(claim: str, kind: str) -> str:
    return deadline_items.get(ClaimDeadlineRecord, Subject("claim", claim), kind).state.value


def test_what_is_missing_is_asked_for_once_and_the_offices_clock_stands_still(hall: Hall, claim: str) -> None:
    firm = office_of(hall, claim)
    hall.do(hall.reviewer, claim, "acceptance")
    assert hall.do(hall.reviewer, claim, "supplement-notice", WORDS)[1]["state"] == "supplement"
    assert clock_state(claim, "claims.review") == "paused"
    assert hall.show(firm, claim)["note"] == WORDS["text"]
    assert hall.do(firm, claim, "supplement", {"text": "已补交"})[1]["state"] == "review"
    assert (clock_state(claim, "claims.review"), clock_state(claim, "claims.supplement")) == (
        "running",
        "closed",
    )
    assert hall.do(hall.reviewer, claim, "supplement-notice", WORDS)[1]["code"] == "claims.claim.supplemented"


def test_before_it_was_taken_up_a_mended_claim_waits_to_be_taken_up(hall: Hall, claim: str) -> None:
    hall.do(hall.reviewer, claim, "supplement-notice", WORDS)
    answer = hall.do(office_of(hall, claim), claim, "supplement", {"text": "已补交"})[1]
    assert (answer["state"], clock_state(claim, "claims.accept")) == ("submitted", "running")


def test_what_is_not_mended_in_time_falls_and_may_be_claimed_anew(hall: Hall) -> None:
    policy, firm = hall.policy(mode="ordinary"), hall.firm()
    claim = hall.submitted(firm, policy)
    hall.do(hall.reviewer, claim, "supplement-notice", WORDS)
    assert strike(claim, "claims.supplement", 40) == 2
    assert hall.state(claim) == "refused"
    assert hall.begun(firm, policy)


def test_a_late_office_is_reminded_then_heard_of_above(hall: Hall, claim: str) -> None:
    assert strike(claim, "claims.accept", 30) == 4
    labels = [one["label"] for one in hall.show(hall.reviewer, claim)["log"]]
    assert labels[5:] == ["到期前提醒", "超期升级", "超期升级", "超期升级"]
    assert hall.state(claim) == "submitted"


def test_an_objection_stops_publicity_until_somebody_answers_it(hall: Hall, claim: str) -> None:
    hall.reviewed(claim)
    stranger = person()
    assert hall.do(stranger, claim, "objections", {"text": "这家企业去年已停产"})[0] == 201
    assert clock_state(claim, "claims.publicity") == "paused"
    assert hall.show(hall.reviewer, claim)["objections"] == ["这家企业去年已停产"]
    assert hall.show(office_of(hall, claim), claim)["objections"] == []
    settled = hall.do(hall.reviewer, claim, "objection-answer", {"upheld": False, "text": "已核查，生产正常"})
    assert (settled[1]["state"], clock_state(claim, "claims.publicity")) == ("publicity", "running")


def test_an_objection_that_holds_ends_the_claim(hall: Hall, claim: str) -> None:
    hall.reviewed(claim)
    hall.do(person(), claim, "objections", {"text": "材料是假的"})
    hall.do(hall.reviewer, claim, "objection-answer", {"upheld": True, "text": "材料与原件不符"})
    view = hall.show(hall.reviewer, claim)
    assert (view["row"]["state"], view["note"], view["actions"]) == ("refused", "材料与原件不符", [])


def test_a_panel_sits_where_the_department_asks_for_one_and_amounts_only_fall(hall: Hall, claim: str) -> None:
    hall.do(hall.reviewer, claim, "acceptance")
    hall.passed(claim, "first")
    raised = {"step": "department", "amount_fen": 10_000_001}
    assert hall.do(hall.reviewer, claim, "pass", raised)[1]["code"] == "claims.claim.amount-raised"
    hall.passed(claim, "department", panel=True, amount_fen=9_000_000)
    hall.passed(claim, "credit")
    row = hall.show(hall.reviewer, claim)["row"]
    assert (row["step_label"], row["amount_fen"]) == ("会审", 9_000_000)
    assert hall.passed(claim, "panel")["state"] == "publicity"


def test_a_desk_that_was_passed_meanwhile_is_not_passed_twice(hall: Hall, claim: str) -> None:
    hall.do(hall.reviewer, claim, "acceptance")
    hall.passed(claim, "first")
    again = hall.do(hall.approver, claim, "pass", {"step": "first"})
    assert (again[0], again[1]["code"]) == (409, "claims.claim.wrong-step")


def test_the_same_submission_is_one(hall: Hall, claim: str) -> None:
    first = hall.do(hall.reviewer, claim, "acceptance", key="k" * 20)
    assert hall.do(hall.reviewer, claim, "acceptance", key="k" * 20) == first
    subject = Subject("claim", claim)
    assert [one.type for one in history.of(TABLE, subject)].count("claims.claim.accepted") == 1


def test_the_timeline_names_who_is_in_charge_and_until_when(hall: Hall, claim: str) -> None:
    view = hall.show(office_of(hall, claim), claim)
    assert view["waiting_for"] == "科学技术局：还没有人接手"
    assert view["contact"] == "科学技术局 0571-12345678"
    hall.do(hall.reviewer, claim, "acceptance")
    view = hall.show(office_of(hall, claim), claim)
    assert view["waiting_for"] == "科学技术局（初审）：已有人经办"
    assert (view["due_label"] != "", view["account_masked"]) == (True, "工商银行杭州分行 尾号2345")
    assert history.is_unbroken(history.of(TABLE, Subject("claim", claim)))


def test_materials_that_nobody_shares_must_be_there(hall: Hall) -> None:
    materials = [{"name": "研发项目清单", "source": "upload"}]
    firm = hall.firm()
    claim = hall.begun(firm, hall.policy(mode="ordinary", materials=materials))
    status, answer = hall.submit(firm, claim)
    assert (status, answer["code"]) == (422, "claims.claim.materials")
    assert answer["errors"] == [{"field": "研发项目清单", "message": "还没有上传"}]
    paper = {"material": "研发项目清单", "file_id": "0" * 26}
    assert hall.submit(firm, claim, papers=[paper])[0] == 404


def test_strangers_see_nothing_and_do_nothing(hall: Hall, claim: str) -> None:
    other = hall.firm(met=False).office
    elsewhere = officer("330105")
    for who in (other, elsewhere):
        assert call(who, "GET", f"/claims/claims/{claim}")[1]["code"] == "claims.claim.unknown"
    assert hall.do(other, claim, "withdrawal")[1]["code"] == "claims.claim.unknown"
    assert hall.do(elsewhere, claim, "acceptance")[1]["code"] == "claims.claim.unknown"
    assert hall.do(person(), claim, "acceptance")[0] == 403
    assert call(other, "GET", f"/claims/claims?region={hall.bureau.form()['region']}&state=draft")[0] == 403


def test_money_goes_to_the_enterprises_own_name(hall: Hall, claim: str) -> None:
    from mashangban.domains.claims.repository import claims

    one = claims.get(claim)
    assert one.account is not None
    assert (one.account.holder, one.account.number[-4:]) == (one.enterprise_name, "2345")
