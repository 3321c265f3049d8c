"""Claims of the demo world: one county's enterprises claim its policies; some wait at each step, some have their money.

The streams print and seal the forms, approve what the rules decide and hand it to the treasury, as for anybody's claim.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from demo import licences, waiting
from demo.applicants import hand_in, operator
from demo.ground import Ground, act
from demo.policies import CLAIMED
from demo.reviews import review
from mashangban.domains.claims.repository import budgets, claims
from mashangban.domains.claims.schemas.evaluating import EvaluationForm
from mashangban.domains.claims.service import approving, claiming, evaluating, paying
from mashangban.domains.claims.terms import ClaimState, Mode
from mashangban.domains.policies.repository import policies, profiles
from mashangban.domains.policies.schemas import OfficeQuery
from mashangban.domains.policies.service import drafting, matching
from mashangban.domains.policies.terms import Answer
from mashangban.kernel.acts import system_act
from mashangban.kernel.errors import AppError, Busy, Stale
from mashangban.kernel.partners import PartnerRefusal
from mashangban.kernel.permissions import Principal
from mashangban.processes.claiming.errors import NotForClaims
from mashangban.processes.claiming.schemas import BudgetForm, ClaimBeginning
from mashangban.processes.claiming.service import claiming as process

Say = Callable[[str], None]
YUAN = 100
# A policy's budget line in yuan, and how far each of its claims comes, in the order in which enterprises meet it.
PLANS: dict[str, tuple[int, tuple[str, ...]]] = {
    "企业数字化改造券": (
        600_000,
        ("shared", "shared", "objected", "publicity", "refused", "supplement", "submitted", "credit", "withdrawn",
         "first", "draft", "mended", "submitted", "settled"),
    ),
    "吸纳高校毕业生补贴": (1_000_000, ("deciding", "submitted", "first", "deciding", "draft")),
    "智能建造示范企业奖励": (3_000_000, ("first", "department", "panel", "credit", "submitted")),
    "规上工业企业研发投入补助": (5_000_000, ("badly", "returned", "paid", "draft")),
    "专精特新企业一次性奖励": (4_000_000, ("well", "paid", "paid", "draft")),
    "外贸出口信用保险补助": (300_000, ("paid", "paid", "draft")),
    "高新技术企业认定奖励": (450_000, ("paid", "paid", "offered", "offered")),
    "小升规企业奖励": (180_000, ("paid", "offered", "withdrawn")),
    "稳岗返还": (2_000_000, ("paid", "paid", "offered", "offered")),
}  # fmt: skip
_LICENSED = {"department"}  # the library has its 安全生产许可证, the others upload theirs
_RATINGS = {
    "badly": (2, "材料交了两遍，打电话没人接"),
    "well": (5, "没跑腿，当天就到账"),
}


@dataclass
class Desk:
    """The county's desk, and what is known so far: the enterprises left out, claims to be rated."""

    ground: Ground
    made: int = 0
    halted: set[str] = field(default_factory=set)
    rated: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def county(self) -> Principal:
        return self.ground.staff["haishu"]


def fill(ground: Ground, say: Say) -> None:
    """Every plan as far as there are enterprises that meet its policy; then what was paid is rated."""
    desk = Desk(ground)
    for firm in ground.phones:
        licences.enter(firm)
    for firm in ground.claimants:
        waiting.until(partial(_is_known, firm))
    known = _policies(desk)
    for title, (yuan, ways) in PLANS.items():
        if title in known:
            _claim_all(desk, known[title], yuan, ways)
    for claim_id, firm, way in desk.rated:
        _rate(desk, claim_id, firm, way)
    say(f"惠企申报 {desk.made} 件 / claims")


def _is_known(firm: str) -> bool:
    """Whether the stream has written what its sheet of facts said."""
    return bool(profiles.statements(firm))


def _policies(desk: Desk) -> dict[str, str]:
    """The county's items in force by title, the newest where two have one."""
    found = drafting.listed(desk.county, OfficeQuery(region=CLAIMED, limit=50)).items
    return {one.title: one.id for one in reversed(found) if one.edition and not one.withdrawn}


def _claim_all(desk: Desk, policy_id: str, yuan: int, ways: tuple[str, ...]) -> None:
    """Nothing where its budget line is open: an earlier run was here."""
    if budgets.find(policy_id) is not None:
        return
    process.keep_budget(act(desk.county), policy_id, BudgetForm(total_fen=yuan * YUAN))
    for way, firm in zip(ways, _meeting(desk, policy_id), strict=False):
        _claim(desk, policy_id, firm, way)
        desk.made += 1


def _meeting(desk: Desk, policy_id: str) -> Iterator[str]:
    """Those that meet it and of whom everything is known that its amount is reckoned from."""
    base = policies.edition(policy_id, policies.get(policy_id).edition).award.base
    for firm in desk.ground.claimants:
        if firm in desk.halted or (base and not profiles.some(firm, {base})):
            continue
        if matching.why(act(desk.county), firm, policy_id).answer is Answer.YES:
            yield firm


def _claim(desk: Desk, policy_id: str, firm: str, way: str) -> None:
    """From its beginning as far as its way goes."""
    if way in _LICENSED:
        licences.enter(firm)
    form, hand = ClaimBeginning(policy_id=policy_id, enterprise_id=firm), operator(desk.ground, firm)
    try:
        claim_id = process.begin(act(hand), form).id
    except NotForClaims:
        claim_id = process.offer(act(desk.county), form).id
    if way == "withdrawn":
        claiming.withdraw(act(hand), claim_id)
    elif way not in ("draft", "offered"):
        hand_in(desk.ground, claim_id, firm, _number(desk, firm, way))
        _go_on(desk, claim_id, firm, way)


def _go_on(desk: Desk, claim_id: str, firm: str, way: str) -> None:
    """People look at it, or the rules have decided."""
    if way == "shared":
        desk.halted.add(firm)
    if claims.get(claim_id).terms.mode in (Mode.PROMISED, Mode.ORDINARY):
        review(desk.ground, claim_id, firm, way)
    elif way in _RATINGS:
        desk.rated.append((claim_id, firm, way))


def _number(desk: Desk, firm: str, way: str) -> str:
    """An account of its own, but for two enterprises that name one; the bank sends back what ends in 0000."""
    place = 0 if way == "shared" else desk.ground.claimants.index(firm) + 1
    ending = "0000" if way == "returned" else f"{2345 + place}"
    return f"39010000{place:06d}{ending}"


def _rate(desk: Desk, claim_id: str, firm: str, way: str) -> None:
    """When the money is there; the stream may have taken the same steps."""
    with suppress(Stale, Busy):
        approving.approve_by_rules(system_act("demo"), claim_id)
    waiting.until(lambda: _paid(claim_id))
    stars, text = _RATINGS[way]
    evaluating.evaluate(act(operator(desk.ground, firm)), claim_id, EvaluationForm(stars=stars, text=text))


def _paid(claim_id: str) -> bool:
    with suppress(AppError, PartnerRefusal):
        paying.work(system_act("demo"), claim_id)
    return claims.get(claim_id).state is ClaimState.PAID
