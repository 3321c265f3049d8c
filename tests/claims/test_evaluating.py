"""What enterprises think: once a finished claim, a bad rating is mended by one, confirmed by another, in time."""

import datetime as dt
from typing import Any

import pytest

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines.rules.deadline import next_firing
from mashangban.deadlines.service import CALENDAR, Due
from mashangban.domains.claims.models import TABLE, ClaimDeadlineRecord
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.service import climbing, evaluating
from mashangban.domains.claims.terms import ClaimState
from mashangban.kernel import clock, history
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal, Role
from tests.claims.conftest import Hall, call
from tests.claims.fuses import Line
from tests.registry.conftest import officer, person

FEN = 1_000_000

pytestmark = pytest.mark.usefixtures("tables")


def office_of(one: Claim) -> Principal:
    return person((Role.OPERATOR, f"org:{one.enterprise_id}"))


def rate(who: Principal, one: Claim, stars: int, text: str = "") -> tuple[int, dict[str, Any]]:
    return call(who, "POST", f"/claims/claims/{one.id}/evaluation", {"stars": stars, "text": text})


def shown(who: Principal, one: Claim) -> dict[str, Any]:
    status, answer = call(who, "GET", f"/claims/claims/{one.id}/evaluation")
    assert status == 200, answer
    return answer


def act_on(who: Principal, one: Claim, what: str, body: Any) -> tuple[int, dict[str, Any]]:
    return call(who, "POST", f"/claims/claims/{one.id}/evaluation/{what}", body)


def strike(one: Claim, days: int) -> int:
    """Let the clock say what it has to say of a mending within these days."""
    until, fired = clock.now() + dt.timedelta(days=days), 0
    while True:
        record = ClaimDeadlineRecord.get(
            f"EVALUATION#{one.id}", "DEADLINE#claims.mending", consistent_read=True
        )
        if not record.GSI3SK or clock.from_text(record.GSI3SK) > until:
            return fired
        now = clock.from_text(record.GSI3SK)
        claimed = deadline_items.claim(record, now + dt.timedelta(minutes=2))
        assert claimed is not None
        firing = next_firing(claimed.deadline, CALENDAR, now)
        assert firing is not None
        climbing.fire(Due(firing, claimed, now))
        fired += 1


@pytest.fixture
def line(tables: str) -> Line:
    return Line(100 * FEN)


def test_a_finished_claim_is_rated_once_by_its_own_enterprise(line: Line) -> None:
    one, running = line.waiting(FEN, state=ClaimState.PAID), line.waiting(FEN)
    office = office_of(one)
    assert rate(office_of(running), running, 5)[1]["code"] == "claims.evaluation.unfinished"
    assert rate(office_of(running), one, 1)[1]["code"] == "claims.claim.unknown"
    assert rate(line.approver(), one, 1)[0] == 403
    assert rate(office, one, 6)[0] == 422
    assert call(office, "GET", f"/claims/claims/{one.id}")[1]["actions"] == ["evaluate"]
    status, answer = rate(office, one, 5, "办得快")
    assert (status, answer["state"]) == (201, "noted")
    assert rate(office, one, 1)[1]["code"] == "claims.evaluation.already"
    assert call(office, "GET", f"/claims/claims/{one.id}")[1]["actions"] == []
    view = shown(office, one)
    assert (view["row"]["stars"], view["text"], view["deadlines"], view["actions"]) == (5, "办得快", [], [])


def test_a_refused_claim_is_rated_too_and_its_new_start_is_not_touched(line: Line) -> None:
    one = line.waiting(FEN, state=ClaimState.REFUSED)
    assert rate(office_of(one), one, 1, "理由看不懂")[1]["state"] == "mending"
    assert shown(line.approver(), one)["actions"] == ["answer"]


def test_a_bad_rating_is_mended_by_one_and_confirmed_by_another(line: Line) -> None:
    one = line.waiting(FEN, state=ClaimState.PAID)
    rate(office_of(one), one, 2, "跑了三趟")
    mender, other = line.approver(), officer(line.region[:4])
    assert shown(mender, one)["deadlines"][0]["label"] == "差评整改"
    assert (
        act_on(mender, one, "confirmation", {"accepted": True, "text": "可以"})[1]["code"]
        == "claims.evaluation.nothing-to-mend"
    )
    assert act_on(mender, one, "mending", {"text": "材料清单已改成一次告知"})[1]["state"] == "answered"
    assert shown(mender, one)["actions"] == []
    assert (
        act_on(mender, one, "confirmation", {"accepted": True, "text": "可以"})[1]["code"]
        == "claims.evaluation.same-mender"
    )
    assert (
        act_on(other, one, "confirmation", {"accepted": False, "text": "没有写清改了什么"})[1]["state"]
        == "mending"
    )
    assert shown(mender, one)["deadlines"][0]["state"] == "running"
    assert act_on(mender, one, "mending", {"text": "清单已重写并公布"})[1]["state"] == "answered"
    assert act_on(other, one, "confirmation", {"accepted": True, "text": "已核对"})[1]["state"] == "closed"
    view = shown(office_of(one), one)
    assert (view["answer"], view["verdict"], view["deadlines"][0]["state"]) == (
        "清单已重写并公布",
        "已核对",
        "closed",
    )
    subject = Subject("evaluation", one.id)
    assert history.is_unbroken(history.of(TABLE, subject))
    assert "三趟" not in str(history.items_of(TABLE, subject))


def test_a_mending_that_nobody_answers_is_reminded_and_climbs(line: Line) -> None:
    one = line.waiting(FEN, state=ClaimState.PAID)
    rate(office_of(one), one, 1)
    assert strike(one, 40) == 4
    labels = [entry["label"] for entry in shown(line.approver(), one)["log"]]
    assert labels == ["企业评价", "整改到期前提醒", "整改超期", "整改超期", "整改超期"]


def test_offices_see_their_own_regions_ratings_and_strangers_none(line: Line) -> None:
    bad, good = (line.waiting(FEN, state=ClaimState.PAID) for _ in range(2))
    rate(office_of(bad), bad, 1)
    rate(office_of(good), good, 4)

    def ids(bucket: str) -> set[str]:
        path = f"/claims/evaluations?region={line.region}&bucket={bucket}&limit=50"
        return {one["id"] for one in call(line.approver(), "GET", path)[1]["items"]}

    assert bad.id in ids("open")
    assert good.id in ids("done")
    assert call(officer("330106"), "GET", f"/claims/evaluations?region={line.region}")[0] == 404
    assert (
        call(office_of(good), "GET", f"/claims/claims/{bad.id}/evaluation")[1]["code"]
        == "claims.evaluation.unknown"
    )


def test_stars_are_counted_once_by_policy_and_region_and_open_to_everybody(hall: Hall, line: Line) -> None:
    rated = [line.waiting(FEN, state=ClaimState.PAID) for _ in range(4)]
    for one, stars in zip(rated, (1, 4, 5, 5), strict=True):
        rate(office_of(one), one, stars)
    hall.pump.run()
    evaluating.count(rated[0].id)
    status, found = call(None, "GET", f"/claims/stars?policy_id={line.policy_id}")
    assert (status, found["one"], found["four"], found["five"]) == (200, 1, 1, 2)
    assert (found["total"], found["satisfied_percent"]) == (4, 75)
    county = call(None, "GET", f"/claims/stars?region={line.region}")[1]
    province = call(None, "GET", f"/claims/stars?region={line.region[:2]}")[1]
    assert province["total"] >= county["total"] >= 4
    assert call(None, "GET", "/claims/stars")[0] == 404
    assert call(None, "GET", "/claims/stars?policy_id=none")[1]["satisfied_percent"] is None
