"""Fuses in tests: a line in a province where nobody else works, claims on it, supervisors, what is tripped."""

import itertools
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

from mashangban.domains.claims.repository import budgets, claims
from mashangban.domains.claims.repository.claims import _record
from mashangban.domains.claims.rules.budget import BudgetLine
from mashangban.domains.claims.rules.claim import Account, Claim, Terms
from mashangban.domains.claims.service import approving
from mashangban.domains.claims.service import budgets as lines
from mashangban.domains.claims.terms import ClaimState, CreditRule, Mode
from mashangban.kernel import clock, ids
from mashangban.kernel.errors import AppError
from mashangban.kernel.permissions import Principal
from tests.claims.conftest import account, call
from tests.registry.conftest import act, officer

# Another province for each line: what one test sets holds for nobody else's. 33 is where the halls of tests stand.
_PROVINCES = itertools.cycle(number for number in range(99, 9, -1) if number != 33)


@dataclass
class Line:
    """A policy with money in a county, and claims that wait for their decision."""

    total_fen: int
    region: str = field(default_factory=lambda: f"{next(_PROVINCES)}0105")
    policy_id: str = field(default_factory=ids.new_id)

    def __post_init__(self) -> None:
        line = BudgetLine(self.policy_id, "研发奖励", self.region, self.total_fen)
        lines.keep(act(officer(self.region)), line, self.total_fen)

    def waiting(self, fen: int, **differs: Any) -> Claim:
        """A claim as its reviewers left it; with `mode` at once it waits for nothing but money."""
        now, mode = clock.now(), differs.pop("mode", Mode.ORDINARY)
        terms = Terms(
            self.policy_id, 1, "研发奖励", mode, self.region, "科学技术局", "0571-1", 5, 5, CreditRule.NONE, "", "2026",
            None, 0, (),
        )  # fmt: skip
        own = Account("工商银行", account()["number"], "样例企业")
        new = Claim(
            ids.new_id(), ids.public_number("SB", now), ids.new_id(), "样例企业", terms, ClaimState.DECIDING, now, now,
            amount_fen=fen, account=own, hands=(ids.new_id(),), version=1,
        )  # fmt: skip
        new = replace(new, **differs)
        record = _record(new)
        record.version, record.chain = new.version, new.chain
        record.save()
        return new

    def crowd(self, number: int, fen: int) -> list[Claim]:
        return [self.waiting(fen) for _ in range(number)]

    def approver(self) -> Principal:
        return officer(self.region)

    def held_fen(self) -> int:
        return self.total_fen - sum(budgets.left_exactly(self.policy_id))

    def set_figures(self, kind: str, **figures: int) -> None:
        """The province sets its own figures."""
        form = {"figures": figures, "source": "省财政厅内控办法第三条"}
        path = f"/claims/fuse-rules/{self.region[:2]}/{kind}"
        status, answer = call(officer(self.region[:2]), "PUT", path, form)
        assert status == 200, answer


def approve(who: Principal, one: Claim) -> tuple[int, dict[str, Any]]:
    return call(who, "POST", f"/claims/claims/{one.id}/approval")


def tripped(region: str, kind: str, bucket: str = "open") -> list[dict[str, Any]]:
    """What supervision sees of a kind."""
    status, answer = call(officer(region), "GET", f"/claims/fuses?region={region}&bucket={bucket}&limit=50")
    assert status == 200, answer
    return [one for one in answer["items"] if one["kind"] == kind]


def release(
    who: Principal, fuse_id: str, text: str = "已核对，是同一集团的结算账户"
) -> tuple[int, dict[str, Any]]:
    return call(who, "POST", f"/claims/fuses/{fuse_id}/release", {"text": text})


def state(one: Claim) -> str:
    return claims.get(one.id).state.value


def at_once(waiting: Iterable[Claim], who: Principal | None = None) -> Counter[str]:
    """All approved side by side, each by its own officer or all by one."""

    def one(claim: Claim) -> str:
        try:
            return approving.approve(act(who or officer(claim.terms.region)), claim.id).state.value
        except AppError as refused:
            return refused.code

    with ThreadPoolExecutor(16) as pool:
        return Counter(pool.map(one, waiting))
