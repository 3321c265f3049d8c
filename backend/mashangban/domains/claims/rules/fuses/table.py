"""The table of fuses: what each watches, when, what it halts, from which figures on. Pure.

The figures are this platform's own but for the budget line's 80/95/100 (domain-facts 8); a province sets its own, with
the source that says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mashangban.domains.claims import errors
from mashangban.domains.claims.terms import OWN_RULE
from mashangban.domains.claims.terms.fuses import FuseKind, FusePhase, FuseScope, Stop
from mashangban.kernel.errors import FieldError
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place

_BEFORE, _DURING, _AFTER = FusePhase.BEFORE, FusePhase.DURING, FusePhase.AFTER
_BOTH = (Stop.APPROVAL, Stop.PAYMENT)
MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class FuseRule:
    """One kind. `figures` are whole numbers by name; `meaning` says in plain words what they do."""

    kind: FuseKind
    scope: FuseScope
    phases: tuple[FusePhase, ...]
    stops: tuple[Stop, ...]
    figures: Mapping[str, int]
    meaning: str
    source: str = OWN_RULE


# Money of a full line was held rightly, so its payments go on; every other trip doubts the claim itself.
TABLE: tuple[FuseRule, ...] = (
    FuseRule(
        FuseKind.BUDGET,
        FuseScope.POLICY,
        (_BEFORE, _AFTER),
        (Stop.APPROVAL,),
        {"warn_percent": 80, "loud_percent": 95, "halt_percent": 100},
        "预算用到 warn_percent% 提醒，loud_percent% 再提醒并告诉上级，halt_percent% 停止批准",
    ),
    FuseRule(
        FuseKind.AMOUNT,
        FuseScope.CLAIM,
        (_BEFORE, _DURING),
        _BOTH,
        {"known": 20, "times": 5, "spread": 3},
        "同一政策已批准 known 件以上时，金额超过中位数 times 倍、并超过上四分位数加 spread 倍四分位距的暂停",
    ),
    FuseRule(
        FuseKind.ACCOUNT,
        FuseScope.ENTERPRISES,
        (_BEFORE, _DURING, _AFTER),
        _BOTH,
        {"halt_at": 2},
        "同一收款账户被 halt_at 家以上企业使用的，有关企业都暂停",
    ),
    FuseRule(
        FuseKind.LEGAL_PERSON,
        FuseScope.ENTERPRISES,
        (_BEFORE,),
        _BOTH,
        {"warn_at": 2, "halt_at": 3},
        "同一政策里法定代表人同名的企业到 warn_at 家提醒，到 halt_at 家暂停；同名不一定是同一人，要核对",
    ),
    FuseRule(
        FuseKind.REPEAT,
        FuseScope.CLAIM,
        (_BEFORE,),
        _BOTH,
        {"times": 2, "days": 90},
        "同一企业 days 天内第 times 次申报同一政策（撤回和没有通过的不算）的暂停",
    ),
    FuseRule(
        FuseKind.REVIEWER_SPEED,
        FuseScope.REVIEWER,
        (_DURING,),
        (Stop.APPROVAL,),
        {"most": 60, "minutes": 10},
        "同一人 minutes 分钟内批准超过 most 件的，停止这个人的批准",
    ),
    FuseRule(
        FuseKind.POLICY_SPEED,
        FuseScope.POLICY,
        (_BEFORE,),
        _BOTH,
        {"most": 2_000},
        "同一政策一个钟点内提交超过 most 件的，停止批准和拨付",
    ),
    FuseRule(
        FuseKind.SAME_HANDS,
        FuseScope.CLAIM,
        (_DURING,),
        _BOTH,
        {"warn_at": 2, "halt_at": 3},
        "同一人审核通过一件申报的 warn_at 关提醒，halt_at 关暂停",
    ),
)
RULES: Mapping[FuseKind, FuseRule] = {one.kind: one for one in TABLE}


@dataclass(frozen=True, slots=True)
class FuseSetting:
    """A province's own figures of one kind, with the source that says so."""

    province: str
    kind: FuseKind
    figures: Mapping[str, int]
    source: str
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("fuserule", f"{self.province}.{self.kind.value}")

    @property
    def place(self) -> Place:
        return Place(region=self.province)


def in_force(kind: FuseKind, settings: Mapping[FuseKind, FuseSetting]) -> FuseRule:
    """A kind with the province's own figures, where it has set any."""
    own = settings.get(kind)
    rule = RULES[kind]
    return replace(rule, figures={**rule.figures, **own.figures}, source=own.source) if own else rule


def require_figures(kind: FuseKind, figures: Mapping[str, int]) -> None:
    """Only figures that the kind knows, each at least 1, warnings below halts. Raises FuseFigures."""
    rule = RULES[kind]
    whole = {**rule.figures, **figures}
    wrong = [name for name, value in figures.items() if name not in rule.figures or not 1 <= value <= MOST]
    climbing = [whole[name] for name in ("warn_percent", "loud_percent", "halt_percent") if name in whole]
    climbing += [whole[name] for name in ("warn_at", "halt_at") if name in whole]
    if climbing != sorted(climbing):
        wrong.append("halt_at" if "halt_at" in whole else "halt_percent")
    if wrong:
        raise errors.FuseFigures(errors=[FieldError(name, "没有这一项，或数值不合理") for name in wrong])
