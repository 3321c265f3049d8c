"""A claim: who may move it from where to where, and what each step asks for. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from mashangban.domains.claims import errors
from mashangban.domains.claims.rules.form import Form
from mashangban.domains.claims.rules.licences import LicenceAsk, Look
from mashangban.domains.claims.terms import STEPS, ClaimState, CreditRule, Mode, Step, Verdict
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_S = ClaimState
_BEFORE_APPROVAL = (
    _S.OFFERED,
    _S.DRAFT,
    _S.SUBMITTED,
    _S.SUPPLEMENT,
    _S.REVIEW,
    _S.PUBLICITY,
    _S.OBJECTED,
    _S.DECIDING,
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the policy's edition says that a step must know; fixed when the claim is begun."""

    policy_id: str
    edition: int
    title: str
    mode: Mode
    region: str
    department: str
    phone: str
    review_days: int
    publicity_days: int
    credit: CreditRule
    exclusive: str
    period: str
    closes_on: date | None
    cap_fen: int
    materials: tuple[str, ...]
    licences: tuple[LicenceAsk, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What the condition says and what the policy would pay, by the facts of `on`; None: not known."""

    verdict: Verdict
    worth_fen: int | None
    on: date


@dataclass(frozen=True, slots=True)
class Account:
    """Where the money goes: the enterprise's own account, under its own name."""

    bank: str
    number: str
    holder: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A material that the enterprise handed in, by the name that the policy gives it."""

    material: str
    file_id: str


@dataclass(frozen=True, slots=True)
class Said:
    """An objection as its own person reads it."""

    claim_id: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `hands` are those who passed a step; `note` is the last reason somebody gave,
    the stops are the fuses that halt this claim itself."""

    id: str
    number: str
    enterprise_id: str
    enterprise_name: str
    terms: Terms
    state: ClaimState
    began_at: datetime
    updated_at: datetime
    step: Step = Step.NONE
    amount_fen: int = 0
    account: Account | None = None
    papers: tuple[Paper, ...] = ()
    licences: tuple[Look, ...] = ()
    form: Form | None = None
    note: str = ""
    charge_id: str = ""
    hands: tuple[str, ...] = ()
    panel: bool = False
    supplemented: bool = False
    shard: int | None = None
    attempt: int = 0
    stops_approval: tuple[str, ...] = ()
    stops_payment: tuple[str, ...] = ()
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("claim", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.terms.region, orgs=frozenset({self.enterprise_id}))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The desks this claim passes."""
        return (*STEPS[self.terms.mode], *((Step.PANEL,) if self.panel else ()))

    @property
    def holds(self) -> tuple[str, ...]:
        """What no second claim of the enterprise may hold at the same time."""
        return holds_of(self.enterprise_id, self.terms, self.began_at.year)


def holds_of(enterprise_id: str, terms: Terms, year: int) -> tuple[str, ...]:
    """What an enterprise holds that claims by these terms: the policy's period, the excluding group's year."""
    own = f"{enterprise_id}#{terms.policy_id}.{terms.period}"
    if not terms.exclusive:
        return (own,)
    return (own, f"{enterprise_id}#group.{terms.exclusive}.{year}")


def agree(one: Claim, decided: Decided, account: Account) -> Claim:
    """The enterprise takes what it was offered. Raises WrongStep, NotEligible, NotKnown, AmountMissing."""
    before = require_state(one, _S.OFFERED)
    require_met(before, decided)
    return replace(before, amount_fen=amount_of(before, decided, 0), account=account, state=_S.DECIDING)


def accept(one: Claim, officer_id: str) -> Claim:
    """An office takes it up; whoever does is in charge of the first desk. Raises WrongStep."""
    before = require_state(one, _S.SUBMITTED)
    return replace(before, state=_S.REVIEW, step=before.steps[0], charge_id=officer_id)


def take(one: Claim, officer_id: str) -> Claim:
    """Another person takes charge of it. Raises WrongStep."""
    before = require_state(one, _S.SUBMITTED, _S.REVIEW, _S.OBJECTED, _S.DECIDING)
    return replace(before, charge_id=officer_id)


def ask_supplement(one: Claim, officer_id: str, what: str) -> Claim:
    """All that is missing, told once. Raises WrongStep, SupplementedOnce."""
    before = require_state(one, _S.SUBMITTED, _S.REVIEW)
    if before.supplemented:
        raise errors.SupplementedOnce()
    return replace(before, state=_S.SUPPLEMENT, supplemented=True, note=what, charge_id=officer_id)


def supplement(one: Claim, papers: tuple[Paper, ...], words: str) -> Claim:
    """The enterprise mends it; it goes back to where it came from. Raises WrongStep."""
    before = require_state(one, _S.SUPPLEMENT)
    back = _S.SUBMITTED if before.step is Step.NONE else _S.REVIEW
    return replace(before, state=back, papers=(*before.papers, *papers), note=words)


def pass_step(
    one: Claim, officer_id: str, step: Step, note: str, amount_fen: int | None, panel: bool
) -> Claim:
    """A desk says yes: the next desk, then publicity, then the decision. Raises WrongStep, AmountRaised."""
    before = require_state(one, _S.REVIEW)
    if step is not before.step:
        raise errors.WrongStep()
    if amount_fen is not None and amount_fen > before.amount_fen:
        raise errors.AmountRaised()
    asked = before.panel or (panel and step is Step.DEPARTMENT)
    seen = replace(
        before,
        panel=asked,
        note=note,
        amount_fen=before.amount_fen if amount_fen is None else amount_fen,
        hands=tuple(dict.fromkeys((*before.hands, officer_id))),
    )
    return _onward(seen)


def _onward(one: Claim) -> Claim:
    place = one.steps.index(one.step) + 1
    if place < len(one.steps):
        return replace(one, step=one.steps[place], charge_id="")
    public = one.terms.publicity_days > 0
    return replace(one, step=Step.NONE, charge_id="", state=_S.PUBLICITY if public else _S.DECIDING)


def object_to(one: Claim, at: datetime) -> Claim:
    """Somebody says that it should not be paid: nothing goes on before it was looked at. Raises WrongStep."""
    return replace(require_state(one, _S.PUBLICITY), state=_S.OBJECTED, updated_at=at)


def settle_objection(one: Claim, upheld: bool, reason: str) -> Claim:
    """An objection was looked at: the claim falls with it, or publicity goes on. Raises WrongStep."""
    before = require_state(one, _S.OBJECTED)
    return replace(before, state=_S.REFUSED if upheld else _S.PUBLICITY, note=reason)


def end_publicity(one: Claim) -> Claim:
    """Nobody objected in time. Raises WrongStep."""
    return replace(require_state(one, _S.PUBLICITY), state=_S.DECIDING)


def moves_by_itself(one: Claim) -> bool:
    """Whether nobody's word is awaited: the rules have said yes, money is to be held."""
    return one.state is _S.DECIDING and one.terms.mode in (Mode.AT_ONCE, Mode.AUTOMATIC)


def approve(one: Claim, officer_id: str, shard: int) -> Claim:
    """Money is held for it. Whoever reviewed it does not approve it. Raises WrongStep, SameHands."""
    before = require_state(one, _S.DECIDING)
    if officer_id in before.hands:
        raise errors.SameHands()
    return replace(before, state=_S.APPROVED, shard=shard, charge_id="", attempt=1)


def correct_account(one: Claim, account: Account) -> Claim:
    """Money came back: it goes out again under a new order to the account that the enterprise names now.

    Raises WrongStep.
    """
    before = require_state(one, _S.RETURNED)
    return replace(before, state=_S.APPROVED, account=account, attempt=before.attempt + 1)


def settled(one: Claim, state: ClaimState, reason: str, at: datetime) -> Claim:
    """The treasury's word on its money."""
    return replace(one, state=state, note=reason or one.note, updated_at=at)


def claw_back(one: Claim, reason: str) -> Claim:
    """What was paid is called back, whole, with reasons. Raises WrongStep."""
    return replace(require_state(one, _S.PAID), state=_S.RECOVERING, note=reason)


def refuse(one: Claim, reason: str) -> Claim:
    """An office says no, with reasons. Raises WrongStep."""
    before = require_state(one, _S.SUBMITTED, _S.REVIEW, _S.DECIDING)
    return replace(before, state=_S.REFUSED, step=Step.NONE, note=reason)


def lapse(one: Claim) -> Claim:
    """What was asked for did not come in time. Raises WrongStep."""
    before = require_state(one, _S.SUPPLEMENT)
    return replace(before, state=_S.REFUSED, step=Step.NONE, note="到期没有补正")


def withdraw(one: Claim) -> Claim:
    """The enterprise wants it no longer; not after money was held for it. Raises WrongStep."""
    return replace(require_state(one, *_BEFORE_APPROVAL), state=_S.WITHDRAWN, step=Step.NONE)


def require_credit(rule: CreditRule, unmended: Iterable[str]) -> None:
    """A record that was not mended stops what the policy says it stops. Raises CreditBlocked."""
    if rule is not CreditRule.NONE and any(True for _ in unmended):
        raise errors.CreditBlocked()


def require_met(one: Claim, decided: Decided) -> None:
    """What is decided by the rules alone must be met now. Raises WindowClosed, NotEligible, NotKnown."""
    if one.terms.closes_on is not None and decided.on > one.terms.closes_on:
        raise errors.WindowClosed()
    if one.terms.mode not in (Mode.AT_ONCE, Mode.AUTOMATIC):
        return
    if decided.verdict is Verdict.NO:
        raise errors.NotEligible()
    if decided.verdict is Verdict.UNKNOWN or decided.worth_fen is None:
        raise errors.NotKnown()


def amount_of(one: Claim, decided: Decided, asked_fen: int) -> int:
    """What the policy's rule reckons; where it can't, what is asked for, up to the cap. Raises AmountMissing."""
    found = decided.worth_fen if decided.worth_fen is not None else asked_fen
    if found <= 0 or (one.terms.cap_fen and found > one.terms.cap_fen):
        raise errors.AmountMissing()
    return found


def require_state(one: Claim, *states: ClaimState) -> Claim:
    """The claim, where it is in one of these states. Raises WrongStep."""
    if one.state not in states:
        raise errors.WrongStep()
    return one
