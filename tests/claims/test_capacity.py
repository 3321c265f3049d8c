"""What a claim's steps cost in write units; docs/data/claims.md says so. What an approval costs: `test_budget.py`."""

from typing import Any

from mashangban.documents import events as documents
from mashangban.kernel.permissions import Principal
from tests.budgets import over
from tests.claims.conftest import Hall, ground, hall
from tests.workers.test_capacity import units

__all__ = ["ground", "hall"]


def test_each_step_of_a_claim_costs_what_is_written_down(hall: Hall) -> None:
    firm, policy_id = hall.firm(), hall.policy(mode="ordinary")
    claims: list[str] = []
    spent = {"begin": units(lambda: claims.append(hall.begun(firm, policy_id)))}
    (claim,) = claims

    def step(who: Principal, what: str, body: dict[str, Any] | None = None) -> float:
        answers: list[tuple[int, dict[str, Any]]] = []
        cost = units(lambda: answers.append(hall.do(who, claim, what, body)))
        assert answers[0][0] == 200, answers
        return cost

    spent["fill in"] = units(lambda: hall.fill(firm, claim))
    spent["the form is printed"] = units(lambda: hall.answer(firm, claim, documents.RENDERED))
    spent["confirm"] = units(lambda: hall.confirm(firm, claim))
    spent["the form is sealed"] = units(lambda: hall.answer(firm, claim, documents.SEALED))
    spent["take up"] = step(hall.reviewer, "acceptance")
    spent["ask for more"] = step(hall.reviewer, "supplement-notice", {"text": "请补交审计报告"})
    spent["bring it"] = step(firm.office, "supplement", {"text": "已补交"})
    spent["a desk passes"] = step(hall.reviewer, "pass", {"step": "first"})
    spent["take back"] = step(firm.office, "withdrawal")
    assert over("claims", spent) == {}
