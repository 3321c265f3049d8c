"""Looking again after payment: nobody chooses the sample, anybody draws it again, nobody inspects their own work."""

import datetime as dt
import re
import secrets
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import house
from mashangban.domains.claims import events
from mashangban.domains.claims.models import TABLE, ClaimDeadlineRecord
from mashangban.domains.claims.repository import sampling as store
from mashangban.domains.claims.rules import sampling as rules
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.service import sampling
from mashangban.domains.claims.terms import ClaimState
from mashangban.domains.claims.terms.sampling import MoneyCheckKind
from mashangban.kernel import clock, history
from mashangban.kernel.acts import system_act
from mashangban.kernel.events import Subject, following
from mashangban.kernel.permissions import Role
from tests.claims.conftest import Hall, call, known, strike
from tests.claims.fuses import Line, approve
from tests.claims.test_money import Approved, treasury
from tests.identity.conftest import Partners, sandbox
from tests.registry.conftest import officer

__all__ = ["sandbox", "treasury"]
FEN = 1_000_000

pytestmark = pytest.mark.usefixtures("tables")


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{text}+08:00")


def snippet() -> Any:
    """The lines that the documentation gives to everybody."""
    text = (house.ROOT / "docs/data/claims.md").read_text("utf-8")
    code = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert code is not None
    found: dict[str, Any] = {}
    exec(code[1], found)
    return found["draw"]


def paid(line: Line, number: int) -> list[Claim]:
    return [line.waiting(FEN, state=ClaimState.PAID) for _ in range(number)]


def drawn(line: Line, number: int, month: str) -> tuple[str, list[Claim]]:
    """A month that was committed to, in which some claims were paid, and that is over."""
    province = line.region[:2]
    before = rules.begins_at(month) - dt.timedelta(hours=1)
    sampling.see_to(system_act("claims_clock", before), province)
    claims = paid(line, number)
    for one in claims:
        sampling.note_paid(one.id, rules.begins_at(month) + dt.timedelta(days=3))
    after = rules.begins_at(rules.following(month)) + dt.timedelta(hours=25)
    sampling.see_to(system_act("claims_clock", after), province)
    return province, claims


def draws_of(province: str, period: str) -> dict[str, Any]:
    status, answer = call(None, "GET", f"/claims/draws?province={province}&limit=50")
    assert status == 200, answer
    (found,) = [one for one in answer["items"] if one["period"] == period]
    return dict(found)


def population_of(province: str, period: str) -> list[str]:
    found: list[str] = []
    cursor = ""
    while True:
        status, page = call(None, "GET", f"/claims/draws/{province}/{period}/claims?limit=20{cursor}")
        assert status == 200, page
        found += [one["claim_id"] for one in page["items"]]
        if not page["next_cursor"]:
            return found
        cursor = f"&cursor={page['next_cursor']}"


def test_anybody_draws_the_months_sample_again_with_the_lines_of_the_documentation(tables: str) -> None:
    line = Line(1_000 * FEN)
    province, claims = drawn(line, 70, "2027-03")
    shown, population = draws_of(province, "2027-03"), population_of(province, "2027-03")
    assert sorted(population) == sorted(one.id for one in claims)
    assert (shown["population"], len(shown["sampled"])) == (70, 4)
    again = snippet()(shown["seed"], shown["commitment"], shown["digest"], population)
    assert again == shown["sampled"]
    with pytest.raises(AssertionError):
        snippet()(secrets.token_hex(32), shown["commitment"], shown["digest"], population)
    with pytest.raises(AssertionError):
        snippet()(shown["seed"], shown["commitment"], shown["digest"], population[1:])


def test_before_the_month_is_over_only_the_seeds_digest_is_known(tables: str) -> None:
    province = Line(FEN).region[:2]
    sampling.see_to(system_act("claims_clock", at("2027-05-20T10:00:00")), province)
    sampling.see_to(system_act("claims_clock", at("2027-06-30T23:00:00")), province)
    shown = draws_of(province, "2027-06")
    assert (shown["seed"], shown["sampled"], len(shown["commitment"])) == ("", [], 64)
    assert call(None, "GET", f"/claims/draws/{province}/2027-06/claims")[0] == 404
    (committed,) = history.of(TABLE, Subject("draw", f"{province}.2027-06"))
    assert committed.type == events.DRAW_COMMITTED
    assert committed.data == {"period": "2027-06", "commitment": shown["commitment"]}
    assert committed.at < rules.begins_at("2027-06")
    sampling.see_to(system_act("claims_clock", at("2027-07-01T23:00:00")), province)
    assert draws_of(province, "2027-06")["seed"] == ""
    sampling.see_to(system_act("claims_clock", at("2027-07-02T00:00:00")), province)
    opened = draws_of(province, "2027-06")
    assert rules.commitment_of(bytes.fromhex(opened["seed"])) == shown["commitment"]


def test_a_month_that_nobody_committed_to_beforehand_is_not_drawn(tables: str) -> None:
    with pytest.raises(ValueError, match="has begun"):
        rules.commit("66", "2027-06", b"x" * 32, at("2027-06-01T00:00:00"))
    province = Line(FEN).region[:2]
    sampling.see_to(system_act("claims_clock", at("2029-08-05T10:00:00")), province)
    assert store.find_draw(province, "2029-07") is None


def test_seeing_to_draws_again_changes_no_seed(tables: str) -> None:
    province = Line(FEN).region[:2]
    act = system_act("claims_clock", at("2027-05-20T10:00:00"))
    sampling.see_to(act, province)
    first = draws_of(province, "2027-06")["commitment"]
    sampling.see_to(act, province)
    assert draws_of(province, "2027-06")["commitment"] == first


def test_what_is_drawn_waits_for_an_officer_who_had_no_hand_in_it(hall: Hall) -> None:
    line = Line(100 * FEN)
    _, claims = drawn(line, 2, "2027-04")
    hall.pump.run()
    status, answer = call(line.approver(), "GET", f"/claims/inspections?region={line.region}")
    assert status == 200
    ids = {f"{one.id}.2027-04" for one in claims}
    assert {one["id"] for one in answer["items"]} == ids
    assert {one["kind_label"] for one in answer["items"]} == {"随机抽中"}
    where = f"/claims/inspections/{sorted(ids)[0]}"
    finding = {"result": "claw_back", "text": "发票与项目不符"}
    assert (
        call(officer("330106"), "POST", f"{where}/finding", finding)[1]["code"] == "claims.inspection.unknown"
    )
    assert call(line.approver(), "POST", f"{where}/finding", finding)[1]["state"] == "claw_back"
    assert call(line.approver(), "POST", f"{where}/finding", finding)[1]["code"] == "claims.inspection.done"
    shown = call(line.approver(), "GET", where)[1]
    assert (shown["note"], shown["log"][-1]["label"]) == ("发票与项目不符", "已检查")
    subject = Subject("claiminspection", sorted(ids)[0])
    assert history.is_unbroken(history.of(TABLE, subject))
    assert "发票" not in str(history.items_of(TABLE, subject))


def test_who_approved_a_claim_does_not_inspect_it(tables: str) -> None:
    line = Line(100 * FEN)
    one, approver = line.waiting(FEN), line.approver()
    assert approve(approver, one)[0] == 200
    new = rules.Inspection(
        f"{one.id}.x",
        MoneyCheckKind.SAMPLE,
        one.id,
        one.number,
        "企业",
        "奖励",
        line.region,
        FEN,
        clock.now(),
    )
    act = system_act("tests")
    store.open_inspection(act, new, following(act, events.INSPECTION_OPENED, new, Role.SYSTEM, {}))
    where = f"/claims/inspections/{new.id}"
    assert call(approver, "GET", where)[1]["barred"] is True
    finding = {"result": "kept", "text": "看过"}
    assert call(approver, "POST", f"{where}/finding", finding)[1]["code"] == "claims.inspection.barred"
    assert call(known(line.approver()), "POST", f"{where}/finding", finding)[0] == 200


def test_what_was_paid_upon_a_promise_is_looked_at_after_twelve_months(
    hall: Hall, treasury: Partners
) -> None:
    policy = hall.policy(30_000_000, mode="promised", publicity_days=0)
    claim = hall.submitted(hall.firm(), policy)
    hall.do(hall.reviewer, claim, "acceptance")
    hall.passed(claim, "first", "credit")
    assert hall.do(hall.approver, claim, "approval")[0] == 200
    hall.pump.run()
    assert hall.state(claim) == "paid"
    assert strike(claim, "claims.promise", 360) == 0
    assert strike(claim, "claims.promise", 380) == 1
    hall.pump.run()
    status, shown = call(hall.colleague, "GET", f"/claims/inspections/{claim}.promise")
    assert (status, shown["row"]["kind_label"]) == (200, "承诺到期")
    finding = {"result": "kept", "text": "用工人数达到承诺"}
    path = f"/claims/inspections/{claim}.promise/finding"
    assert call(hall.reviewer, "POST", path, finding)[1]["code"] == "claims.inspection.barred"
    assert call(hall.colleague, "POST", path, finding)[1]["state"] == "kept"


def test_other_modes_have_no_promise_to_keep(hall: Hall, treasury: Partners) -> None:
    one = Approved(hall)
    one.work()
    assert one.state == "paid"
    with pytest.raises(ClaimDeadlineRecord.DoesNotExist):
        strike(one.id, "claims.promise", 400)


def test_what_is_paid_is_among_its_months_claims(hall: Hall, treasury: Partners) -> None:
    one = Approved(hall)
    one.work()
    hall.pump.run()
    assert one.id in store.paid_in("33", rules.period_of(clock.now()))


@given(
    st.binary(min_size=32, max_size=32),
    st.sets(st.text("0123456789ABCDEF", min_size=8, max_size=8), max_size=200),
)
def test_a_sample_is_the_same_in_whatever_order_claims_come(seed: bytes, claims: set[str]) -> None:
    found = rules.sample(seed, sorted(claims))
    assert found == rules.sample(seed, sorted(claims, reverse=True))
    assert len(set(found)) == len(found) == min(len(claims), max(3, -(-len(claims) * 5 // 100)))
    assert set(found) <= claims


@pytest.mark.parametrize(
    ("month", "before", "after"), [("2026-12", "2026-11", "2027-01"), ("2027-01", "2026-12", "2027-02")]
)
def test_months_follow_each_other_over_the_year(month: str, before: str, after: str) -> None:
    assert (rules.preceding(month), rules.following(month)) == (before, after)
