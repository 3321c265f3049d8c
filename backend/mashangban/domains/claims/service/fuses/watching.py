"""Where the fuses look: when a claim is handed in, when it is approved, after money was held and paid."""

from datetime import timedelta

from mashangban.domains.claims import events
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.repository import budgets, claims
from mashangban.domains.claims.repository.fuses import traces
from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.rules.fuses import looking
from mashangban.domains.claims.rules.fuses.fuse import Cause
from mashangban.domains.claims.service.fuses import lines, tripping
from mashangban.domains.claims.service.fuses.figures import InForce
from mashangban.domains.claims.terms import Step
from mashangban.domains.claims.terms.fuses import FuseKind, FusePhase
from mashangban.kernel import clock, crypto, history
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import SYSTEM_GRANT
from mashangban.registry import service as registry

_MOST = 100
_BEFORE, _DURING, _AFTER = FusePhase.BEFORE, FusePhase.DURING, FusePhase.AFTER


def before(act: Act, claim_id: str) -> None:
    """A claim was handed in, or another account was named: warn before anybody works on it."""
    one = claims.get(claim_id)
    rules = InForce(one.terms.region)
    _account(act, one, rules, _BEFORE)
    _legal_person(act, one, rules)
    _amount(act, one, rules, _BEFORE)
    recent = claims.of_enterprise(one.enterprise_id, PageRequest(limit=_MOST)).items
    today = clock.local_date(act.at)
    _take(act, looking.repeat(rules[FuseKind.REPEAT], one, recent, today), one, _BEFORE)
    if budgets.find(one.terms.policy_id) is not None:
        count = traces.hour_of(one.terms.policy_id, one.id, act.at)
        rule = rules[FuseKind.POLICY_SPEED]
        cause = looking.policy_speed(rule, one.terms.policy_id, count, traces.hour(act.at))
        _take(act, cause, one, _BEFORE)


def during(act: Act, one: Claim) -> bool:
    """Somebody sets out to approve it. True when something tripped now."""
    rules = InForce(one.terms.region)
    found = [_account(act, one, rules, _DURING), _amount(act, one, rules, _DURING)]
    if act.actor.grants != (SYSTEM_GRANT,):
        found += [_hands(act, one, rules), _speed(act, one, rules)]
    return any(found)


def after(act: Act, claim_id: str, by: str) -> None:
    """Money was held or paid: its amount is counted among the policy's, its line is looked at."""
    one = claims.get(claim_id)
    rules = InForce(one.terms.region)
    traces.count_amount(one)
    _account(act, one, rules, _AFTER)
    lines.look(act, one.terms.policy_id, _AFTER, by)


def _account(act: Act, one: Claim, rules: InForce, phase: FusePhase) -> bool:
    if one.account is None:
        return False
    hashed = crypto.keyed_hash("claims.account", one.account.number)
    users = traces.users_of(f"account.{hashed}", one)
    names = {enterprise: name for enterprise, (name, _) in users.items()}
    cause = looking.account(rules[FuseKind.ACCOUNT], one, hashed, names)
    return _take(act, cause, one, phase, tuple(claim for _, claim in users.values()))


def _legal_person(act: Act, one: Claim, rules: InForce) -> None:
    try:
        known = registry.enterprise(one.enterprise_id)
    except NotFound:
        return
    hashed = crypto.keyed_hash("claims.legal-person", known.legal_person)
    users = traces.users_of(f"legal.{hashed}.{one.terms.policy_id}", one)
    names = {enterprise: name for enterprise, (name, _) in users.items()}
    cause = looking.legal_person(rules[FuseKind.LEGAL_PERSON], known.legal_person_masked, hashed, names)
    _take(act, cause, one, _BEFORE, tuple(claim for _, claim in users.values()))


def _amount(act: Act, one: Claim, rules: InForce, phase: FusePhase) -> bool:
    bins = traces.amounts_of(one.terms.policy_id)
    return _take(act, looking.amount(rules[FuseKind.AMOUNT], one, bins), one, phase)


def _hands(act: Act, one: Claim, rules: InForce) -> bool:
    passed = [
        (event.actor, Step(event.data["step"]).label)
        for event in history.of(TABLE, one.subject)
        if event.type == events.PASSED
    ]
    return _take(act, looking.same_hands(rules[FuseKind.SAME_HANDS], one, passed), one, _DURING)


def _speed(act: Act, one: Claim, rules: InForce) -> bool:
    rule, reviewer = rules[FuseKind.REVIEWER_SPEED], act.actor.person_id
    window = timedelta(minutes=rule.figures["minutes"])
    count = traces.pace_of(reviewer, one.id, act.at, window)
    return _take(act, looking.reviewer_speed(rule, reviewer, count, traces.hour(act.at)), one, _DURING)


def _take(act: Act, cause: Cause | None, one: Claim, phase: FusePhase, others: tuple[str, ...] = ()) -> bool:
    return cause is not None and tripping.of_claim(act, cause, one, phase, others)
