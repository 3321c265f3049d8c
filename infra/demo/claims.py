"""Claims of the demo world: one county's enterprises claim its policies; some wait at each step, some have their money.

The streams approve what the rules decide and hand it to the treasury, as for anybody's claim.
"""

import io
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial

from PIL import Image, ImageDraw

from demo.ground import Ground, act
from demo.policies import CLAIMED
from demo.sending import sent
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.schemas import (
    AccountForm,
    AgreementForm,
    ObjectionSettled,
    PaperForm,
    PassForm,
    ReasonForm,
    SubmissionForm,
    SupplementForm,
)
from mashangban.domains.claims.schemas.evaluating import EvaluationForm
from mashangban.domains.claims.service import approving, claiming, evaluating, paying, publicity, reviewing
from mashangban.domains.claims.terms import ClaimState, Mode, Step
from mashangban.domains.policies.repository import policies, profiles
from mashangban.domains.policies.schemas import OfficeQuery
from mashangban.domains.policies.service import drafting, matching
from mashangban.domains.policies.terms import Answer
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import AppError, Busy, Stale
from mashangban.kernel.partners import PartnerRefusal
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.processes.claiming import service as process
from mashangban.processes.claiming.errors import NotForClaims
from mashangban.processes.claiming.schemas import BudgetForm, ClaimBeginning

Say = Callable[[str], None]
PATIENCE_S = 60
BACK = timedelta(days=12)  # publicity that began then is over by now
YUAN = 100
# A policy's budget line in yuan, and how far each of its claims comes, in the order in which enterprises meet it.
PLANS: dict[str, tuple[int, tuple[str, ...]]] = {
    "企业数字化改造券": (
        600_000,
        ("shared", "shared", "submitted", "supplement", "first", "credit", "publicity", "objected", "refused",
         "draft", "withdrawn", "mended", "submitted", "settled"),
    ),
    "吸纳高校毕业生补贴": (1_000_000, ("deciding", "submitted", "first", "deciding", "draft")),
    "智能建造示范企业奖励": (3_000_000, ("first", "department", "panel", "credit", "submitted")),
    "规上工业企业研发投入补助": (5_000_000, ("badly", "paid", "draft", "returned")),
    "专精特新企业一次性奖励": (4_000_000, ("well", "paid", "paid", "draft")),
    "外贸出口信用保险补助": (300_000, ("paid", "paid", "draft")),
    "高新技术企业认定奖励": (450_000, ("paid", "paid", "offered", "offered")),
    "小升规企业奖励": (180_000, ("paid", "offered", "withdrawn")),
    "稳岗返还": (2_000_000, ("paid", "paid", "offered", "offered")),
}  # fmt: skip
_DESKS = ("first", "department", "credit")  # where a claim waits for the next yes
_RATINGS = {
    "badly": (2, "材料交了两遍，打电话没人接"),
    "well": (5, "没跑腿，当天就到账"),
}


@dataclass
class Desk:
    """Whoever plays a part, and what is known so far: the enterprises left out, claims to be rated."""

    ground: Ground
    made: int = 0
    halted: set[str] = field(default_factory=set)
    rated: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def county(self) -> Principal:
        return self.ground.staff["haishu"]

    @property
    def city(self) -> Principal:
        return self.ground.staff["ningbo"]


def fill(ground: Ground, say: Say) -> None:
    """Every plan as far as there are enterprises that meet its policy; then what was paid is rated."""
    desk = Desk(ground)
    for firm in ground.claimants:
        _wait(partial(_is_known, firm))
    known = _policies(desk)
    for title, (yuan, ways) in PLANS.items():
        if title in known:
            _claim_all(desk, known[title], yuan, ways)
    for claim_id, firm, way in desk.rated:
        _rate(claim_id, firm, way)
    say(f"惠企申报 {desk.made} 件 / claims")


def _is_known(firm: str) -> bool:
    """Whether the stream has written what its sheet of facts said."""
    return bool(profiles.statements(firm))


def _policies(desk: Desk) -> dict[str, str]:
    """The county's items in force by title, the newest where two have one."""
    found = drafting.listed(desk.county, OfficeQuery(region=CLAIMED, limit=50)).items
    return {one.title: one.id for one in reversed(found) if one.edition and not one.withdrawn}


def _claim_all(desk: Desk, policy_id: str, yuan: int, ways: tuple[str, ...]) -> None:
    process.keep_budget(act(desk.county), policy_id, BudgetForm(total_fen=yuan * YUAN))
    firms = _meeting(desk, policy_id)
    for way, firm in zip(ways, firms, strict=False):
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
    form = ClaimBeginning(policy_id=policy_id, enterprise_id=firm)
    back = BACK if way == "deciding" else timedelta()
    hand, office = _past(operator(firm), back), _past(desk.county, back)
    try:
        claim_id = process.begin(hand, form).id
    except NotForClaims:
        claim_id = process.offer(office, form).id
    if way in ("draft", "offered"):
        return
    if way == "withdrawn":
        claiming.withdraw(hand, claim_id)
        return
    _hand_in(desk, hand, claim_id, firm, way)
    if claims.get(claim_id).terms.mode in (Mode.PROMISED, Mode.ORDINARY):
        _review(desk, office, claim_id, firm, way)
    elif way in _RATINGS:
        desk.rated.append((claim_id, firm, way))


def _hand_in(desk: Desk, hand: Act, claim_id: str, firm: str, way: str) -> None:
    account = AccountForm(bank="工商银行宁波海曙支行", number=_number(desk, way))
    one = claims.get(claim_id)
    if one.terms.mode is Mode.AUTOMATIC:
        process.agree(hand, claim_id, AgreementForm(account=account))
        return
    papers = [PaperForm(material=name, file_id=_paper(hand.actor)) for name in one.terms.materials]
    process.submit(hand, claim_id, SubmissionForm(account=account, papers=papers))
    if way == "shared":
        desk.halted.add(firm)


def _number(desk: Desk, way: str) -> str:
    """An account of its own, but for two enterprises that name one; the bank sends back what ends in 0000."""
    ending = "0000" if way == "returned" else "2345"
    return f"39010000{0 if way == 'shared' else desk.made + 1:06d}{ending}"


def _review(desk: Desk, office: Act, claim_id: str, firm: str, way: str) -> None:
    if way == "submitted":
        return
    _insist(partial(reviewing.accept, office, claim_id))
    if way in ("supplement", "mended"):
        reviewing.ask_supplement(office, claim_id, ReasonForm(text="合同缺盖章页，请补一份完整的"))
    if way == "mended":
        claiming.supplement(act(operator(firm)), claim_id, SupplementForm(text="已补上盖章页"))
    if way == "refused":
        reviewing.refuse(office, claim_id, ReasonForm(text="合同日期早于政策开始的日子，不能享受"))
    if way in ("supplement", "mended", "refused", "shared"):
        return
    _pass(desk, office, claim_id, way)
    if way in ("objected", "settled"):
        _object(desk, claim_id, settled=way == "settled")


def _pass(desk: Desk, office: Act, claim_id: str, way: str) -> None:
    """The county's and the city's people in turn, as many desks as its way has; all where it names none."""
    steps, panel = claims.get(claim_id).steps, way == "panel"
    wanted = steps.index(Step(way)) if way in _DESKS else len(steps)
    for number, step in enumerate(steps[:wanted]):
        who = replace(office, actor=desk.city if number % 2 else desk.county)
        asks = panel and step is Step.DEPARTMENT
        form = PassForm(step=step, text="材料齐全，数据一致", panel=asks)
        _insist(partial(reviewing.pass_step, who, claim_id, form))


def _object(desk: Desk, claim_id: str, *, settled: bool) -> None:
    neighbour, _ = desk.ground.meet()
    publicity.object_to(act(neighbour), claim_id, ReasonForm(text="听说这家企业的改造还没有动工，请核查"))
    if settled:
        found = ObjectionSettled(upheld=False, text="现场看过，设备已经安装，异议不成立")
        reviewing.settle_objection(act(desk.county), claim_id, found)


def _rate(claim_id: str, firm: str, way: str) -> None:
    """When the money is there; the stream may have taken the same steps."""
    with suppress(Stale, Busy):
        approving.approve_by_rules(system_act("demo"), claim_id)
    _wait(lambda: _paid(claim_id))
    stars, text = _RATINGS[way]
    evaluating.evaluate(act(operator(firm)), claim_id, EvaluationForm(stars=stars, text=text))


def _paid(claim_id: str) -> bool:
    with suppress(AppError, PartnerRefusal):
        paying.work(system_act("demo"), claim_id)
    return claims.get(claim_id).state is ClaimState.PAID


def _insist(step: Callable[[], object]) -> None:
    """Again where the clock wrote at the same moment that a step of days ago is late."""
    for _ in range(5):
        with suppress(Stale, Busy):
            step()
            return
    raise Busy()


def _wait(ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(f"streams and treasury did not come that far within {PATIENCE_S} s")
        time.sleep(0.05)


def operator(firm: str) -> Principal:
    """Somebody who acts for an enterprise."""
    return Principal("system:demo", "", (Grant(Role.OPERATOR, Scope("org", firm)),), real_name=True)


def _past(actor: Principal, back: timedelta) -> Act:
    now = act(actor)
    return replace(now, at=now.at - back)


def _paper(owner: Principal) -> str:
    """A picture that cannot be taken for a real paper."""
    picture = Image.new("RGB", (600, 800), "#fbfaf6")
    ImageDraw.Draw(picture).text((220, 380), "SAMPLE PAPER", fill="#5a564e")
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=70)
    return sent(owner, kept.getvalue(), "材料.jpg", "image/jpeg", "attachment")
