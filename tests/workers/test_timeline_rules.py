"""The timeline: what is done, what is happening now, what comes, and how it ended."""

from datetime import timedelta

import pytest

from mashangban.domains.workers.rules import contract as rules
from mashangban.domains.workers.rules.contract import Contract
from mashangban.domains.workers.rules.timeline import Step, timeline
from mashangban.domains.workers.terms import ContractState
from tests.workers.samples import NOON, SEALED, TEXT, WORKER, contract, in_force

DUE = NOON + timedelta(days=7)
ROAD = ["applied", "rendered", "signed", "countersigned", "sealed"]


def steps(one: Contract) -> list[Step]:
    return timeline(one, DUE)


def reached(state: ContractState) -> Contract:
    """A contract on the straight road, as far as `state`."""
    rendered = rules.render(contract(), TEXT, NOON)
    signed = rules.sign(rendered, WORKER, TEXT, NOON)
    agreed = rules.countersign(signed, NOON)
    sealed = rules.seal(agreed, SEALED, NOON)
    return {one.state: one for one in (rendered, signed, agreed, sealed)}[state]


@pytest.mark.parametrize(
    ("one", "states"),
    [
        (contract(), ["done", "now", "todo", "todo", "todo"]),
        (reached(ContractState.OFFERED), ["done", "done", "now", "todo", "todo"]),
        (reached(ContractState.WORKER_SIGNED), ["done", "done", "done", "now", "todo"]),
        (reached(ContractState.COUNTERSIGNED), ["done", "done", "done", "done", "now"]),
        (reached(ContractState.SEALED), ["done"] * 5),
    ],
)
def test_exactly_one_step_is_happening_until_all_are_done(one: Contract, states: list[str]) -> None:
    assert [step.key for step in steps(one)] == ROAD
    assert [step.state for step in steps(one)] == states


def test_only_the_step_that_is_awaited_has_a_due_time() -> None:
    due = [step.key for step in steps(reached(ContractState.WORKER_SIGNED)) if step.due_at]
    assert due == ["countersigned"]
    assert not [step for step in steps(in_force()) if step.due_at]


def test_a_failure_shows_where_it_happened() -> None:
    early = rules.fail(contract(), "字库里没有这个字")
    late = rules.fail(reached(ContractState.COUNTERSIGNED), "印章停用")
    assert [step.key for step in steps(early) if step.state == "failed"] == ["rendered"]
    assert [step.key for step in steps(late) if step.state == "failed"] == ["sealed"]


@pytest.mark.parametrize(
    ("closed", "key", "by"),
    [
        (rules.withdraw(contract(), WORKER, NOON), "withdrawn", "工人"),
        (rules.refuse(contract(), "不招了", NOON), "refused", "杭州样例劳务有限公司"),
        (rules.lapse(contract(), NOON), "lapsed", "系统"),
        (rules.end(in_force(), NOON), "ended", "双方"),
        (rules.expire(in_force(), NOON), "expired", "系统"),
    ],
)
def test_a_closed_contract_ends_with_how_it_closed_and_who_did_it(
    closed: Contract, key: str, by: str
) -> None:
    last = steps(closed)[-1]
    assert (last.key, last.by_label, last.label, last.at) == (key, by, closed.state.label, NOON)
    assert all(step.state == "done" for step in steps(closed))


def test_what_never_happened_is_not_promised_any_more() -> None:
    keys = [step.key for step in steps(rules.withdraw(contract(), WORKER, NOON))]
    assert keys == ["applied", "withdrawn"]
