"""A draft played over the region's enterprises before it is published."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.policies import listeners
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.rules.replay import Count, Outcome, compared
from mashangban.domains.policies.terms import Answer
from mashangban.kernel import history
from mashangban.kernel.events import Subject
from tests.budgets import over
from tests.policies.conftest import Bureau, call, pump_of
from tests.registry.conftest import officer
from tests.workers.test_capacity import units


@pytest.fixture
def bureau(ground: None, engine_url: str) -> Bureau:
    """Facts of its own: no other test's enterprises can meet its conditions."""
    return Bureau(pump_of(engine_url))


def played(bureau: Bureau, policy_id: str, by: str = "") -> dict[str, Any]:
    """A run that has ended."""
    path = f"/policies/{policy_id}/replays"
    status, begun = call(bureau.officer, "POST", path, {"by": by})
    assert (status, begun["state"]) == (201, "running"), begun
    bureau.pump.run()
    status, answer = call(bureau.officer, "GET", f"{path}/{begun['id']}")
    assert (status, answer["state"]) == (200, "finished")
    return answer


def refused(bureau: Bureau, policy_id: str) -> str:
    """Why no run begins."""
    return str(call(bureau.officer, "POST", f"/policies/{policy_id}/replays", {})[1]["code"])


def edition(bureau: Bureau, **differs: Any) -> dict[str, Any]:
    return {name: value for name, value in bureau.form(**differs).items() if name != "region"}


def test_a_draft_tells_who_gains_who_loses_and_what_it_costs_by_county_and_size(bureau: Bureau) -> None:
    bureau.declare("size", "规模分组", "enumeration", options=["小型", "大型"])
    firms = [
        (True, 500_000_000, "小型"),
        (True, 900_000_000, "大型"),
        (True, 100, "小型"),
        (False, 900_000_000, "小型"),
    ]
    for tech, taken, size in firms:
        bureau.state(bureau.enterprise(), tech=tech, revenue=taken, size=size)
    policy_id = bureau.published(title=f"{bureau.word}试算")
    revenue = bureau.code("revenue")
    share = {"kind": "rate", "rate": 100, "base": revenue, "cap": 6_000_000}
    draft = edition(bureau, title=f"{bureau.word}试算", condition=f"{revenue} >= 800万元", award=share)
    assert call(bureau.officer, "PUT", f"/policies/{policy_id}/draft", draft)[0] == 200
    answer = played(bureau, policy_id, bureau.code("size"))
    total = answer["total"]
    assert {name: total[name] for name in ("gains", "loses", "keeps", "unpriced")} == {
        "gains": 1, "loses": 1, "keeps": 1, "unpriced": 0,
    }  # fmt: skip
    assert (total["cost_before"], total["cost_after"]) == (2 * 10_000_000, 2 * 6_000_000)
    by_word = {one["key"]: one["count"] for one in answer["by_word"]}
    assert (by_word["小型"]["gains"], by_word["小型"]["loses"], by_word["大型"]["keeps"]) == (1, 1, 1)
    (county,) = answer["by_county"]
    assert (county["label"], county["count"]["gains"]) == ("浙江省杭州市西湖区", 1)
    assert total["seen"] == total["undecided"] + len(firms)


def test_a_run_keeps_to_the_draft_it_began_with(bureau: Bureau) -> None:
    policy_id = bureau.drafted(title=f"{bureau.word}冻结")
    status, begun = call(bureau.officer, "POST", f"/policies/{policy_id}/replays", {})
    assert status == 201
    call(
        bureau.officer,
        "PUT",
        f"/policies/{policy_id}/draft",
        edition(bureau, condition="not " + bureau.code("tech")),
    )
    bureau.state(bureau.enterprise(), tech=True, revenue=700_000_000)
    (run,) = call(bureau.officer, "GET", f"/policies/{policy_id}/replays")[1]["items"]
    assert (run["id"], run["state"], run["total"]["cost_before"]) == (begun["id"], "finished", 0)
    assert run["total"]["gains"] == 1


def test_a_page_that_comes_twice_is_counted_once(bureau: Bureau) -> None:
    bureau.state(bureau.enterprise(), tech=True, revenue=500_000_000)
    policy_id = bureau.drafted(title=f"{bureau.word}两次")
    answer = played(bureau, policy_id)
    for event in history.of(TABLE, Subject("policyreplay", answer["id"])):
        listeners.on_event(event)
    assert call(bureau.officer, "GET", f"/policies/{policy_id}/replays/{answer['id']}")[1] == answer


def test_a_run_needs_a_draft_that_reads_and_an_enumeration_to_split_by(bureau: Bureau) -> None:
    published = bureau.published(title=f"{bureau.word}没有草稿")
    assert refused(bureau, published) == "policies.policy.nothing-drafted"
    broken = bureau.drafted(condition="tech ==")
    assert refused(bureau, broken) == "policies.condition.unreadable"
    draft = bureau.drafted()
    wrong = call(bureau.officer, "POST", f"/policies/{draft}/replays", {"by": bureau.code("revenue")})
    assert (wrong[0], wrong[1]["code"]) == (422, "policies.replay.wrong-grouping")
    assert call(officer("330105"), "POST", f"/policies/{draft}/replays", {})[0] == 404


def test_beginning_a_run_stays_within_the_budget_of_an_act(bureau: Bureau) -> None:
    policy_id = bureau.published(title=f"{bureau.word}预算")
    call(bureau.officer, "PUT", f"/policies/{policy_id}/draft", edition(bureau))
    spent = {"begin a run": units(lambda: call(bureau.officer, "POST", f"/policies/{policy_id}/replays", {}))}
    assert over("policies", spent) == {}


AMOUNTS = st.integers(0, 10**9)
OUTCOMES = st.one_of(
    st.builds(Outcome, st.just(Answer.YES), st.none() | AMOUNTS),
    st.builds(Outcome, st.sampled_from([Answer.NO, Answer.UNKNOWN]), st.just(0)),
)


@given(st.lists(st.tuples(OUTCOMES, OUTCOMES)))
def test_whoever_meets_the_draft_either_gains_or_keeps(pairs: list[tuple[Outcome, Outcome]]) -> None:
    total = sum((compared(before, after) for before, after in pairs), Count())
    assert total.seen == len(pairs)
    assert total.gains + total.keeps == sum(after.answer is Answer.YES for _, after in pairs)
    assert total.loses + total.keeps <= sum(before.answer is Answer.YES for before, _ in pairs)
    assert total.cost_after == sum(after.amount or 0 for _, after in pairs)
