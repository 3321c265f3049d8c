"""What the facts of a claim say to each fuse, in figures and plain words. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mashangban.domains.claims.rules.claim import Claim
from mashangban.domains.claims.rules.fuses import amounts
from mashangban.domains.claims.rules.fuses.fuse import Cause
from mashangban.domains.claims.rules.fuses.table import FuseRule
from mashangban.domains.claims.terms.fuses import FuseKind
from mashangban.kernel import clock
from mashangban.kernel.money import yuan

_NAMED = 5


def budget(rule: FuseRule, policy_id: str, total_fen: int, left_fen: int) -> Cause | None:
    """How far a line is used: the highest figure that is reached."""
    used = total_fen - left_fen
    reached = [
        name
        for name in ("halt_percent", "loud_percent", "warn_percent")
        if used * 100 >= rule.figures[name] * total_fen
    ]
    if not reached:
        return None
    level = rule.figures[reached[0]]
    facts = f"预算{yuan(total_fen)}，已用{yuan(used)}，到了{level}%的红线，还剩{yuan(left_fen)}"
    halts = reached[0] == "halt_percent"
    return Cause(FuseKind.BUDGET, halts, f"{reached[0]}:{total_fen}", (policy_id,), facts)


def amount(rule: FuseRule, one: Claim, bins: Mapping[int, int]) -> Cause | None:
    """Whether an amount is far from what the policy usually pays."""
    bound = amounts.bound_fen(bins, rule.figures)
    if bound is None or one.amount_fen <= bound:
        return None
    middle = amounts.quantile(bins, 1, 2)
    facts = (
        f"金额{yuan(one.amount_fen)}，这项政策已批准的{sum(bins.values())}件里，"
        f"一半不超过{yuan(middle)}，按规则超过{yuan(bound)}就要核对"
    )
    return Cause(FuseKind.AMOUNT, True, str(one.amount_fen), (one.id,), facts)


def account(rule: FuseRule, one: Claim, hashed: str, users: Mapping[str, str]) -> Cause | None:
    """Whether an account takes the money of several enterprises; `users` are ids with names."""
    if one.account is None or len(users) < rule.figures["halt_at"]:
        return None
    facts = f"收款账户（尾号{one.account.number[-4:]}）有{len(users)}家企业在用：{_names(users)}"
    return Cause(FuseKind.ACCOUNT, True, _group(hashed, users), tuple(sorted(users)), facts)


def legal_person(rule: FuseRule, masked: str, hashed: str, users: Mapping[str, str]) -> Cause | None:
    """Whether one name stands behind several enterprises that claim the same policy."""
    if len(users) < rule.figures["warn_at"]:
        return None
    facts = f"申报这项政策的{len(users)}家企业法定代表人都叫{masked}：{_names(users)}。可能只是同名，请核对身份证件"
    halts = len(users) >= rule.figures["halt_at"]
    return Cause(FuseKind.LEGAL_PERSON, halts, _group(hashed, users), tuple(sorted(users)), facts)


def repeat(rule: FuseRule, one: Claim, others: Iterable[Claim], today: date) -> Cause | None:
    """Whether the enterprise claims the same policy again within some days."""
    since = [
        other
        for other in others
        if other.id != one.id
        and other.terms.policy_id == one.terms.policy_id
        and not other.state.over
        and (today - clock.local_date(other.began_at)).days <= rule.figures["days"]
    ]
    if len(since) + 1 < rule.figures["times"]:
        return None
    numbers = "、".join(other.number for other in since[:_NAMED])
    facts = f"{one.enterprise_name}在{rule.figures['days']}天内已经申报过这项政策：{numbers}"
    return Cause(FuseKind.REPEAT, True, one.id, (one.id,), facts)


def reviewer_speed(rule: FuseRule, person_id: str, claims: int, hour: str) -> Cause | None:
    """Whether one person approves faster than anybody can read."""
    if claims <= rule.figures["most"]:
        return None
    facts = f"同一人{rule.figures['minutes']}分钟内批准{claims}件，超过{rule.figures['most']}件"
    return Cause(FuseKind.REVIEWER_SPEED, True, hour, (person_id,), facts)


def policy_speed(rule: FuseRule, policy_id: str, claims: int, hour: str) -> Cause | None:
    """Whether a policy is claimed faster than was ever thought."""
    if claims <= rule.figures["most"]:
        return None
    facts = f"这项政策一个钟点内提交{claims}件，超过{rule.figures['most']}件"
    return Cause(FuseKind.POLICY_SPEED, True, hour, (policy_id,), facts)


def same_hands(rule: FuseRule, one: Claim, passed: Sequence[tuple[str, str]]) -> Cause | None:
    """Whether one person passed several desks; `passed` are persons with the desk's label."""
    counts = Counter(person for person, _ in passed)
    person_id, most = counts.most_common(1)[0] if counts else ("", 0)
    if most < rule.figures["warn_at"]:
        return None
    desks = "、".join(label for person, label in passed if person == person_id)
    facts = f"同一人审核通过了这件申报的{most}关：{desks}"
    return Cause(FuseKind.SAME_HANDS, most >= rule.figures["halt_at"], str(most), (one.id,), facts)


def _group(hashed: str, users: Mapping[str, str]) -> str:
    return f"{hashed}:{','.join(sorted(users))}"


def _names(users: Mapping[str, str]) -> str:
    named = "、".join(users[one] for one in sorted(users)[:_NAMED])
    return f"{named}等" if len(users) > _NAMED else named
