"""Words of claims: modes, states, steps of a review; figures marked ours are this platform's own (domain-facts 8)."""

from mashangban.kernel.labelled import Labelled

OWN_RULE = "本平台规定"
PUBLICITY_RULE = "政策写明的公示期"
REVIEW_RULE = "政策写明的审核时限"

ACCEPT_DAYS = 3  # working days to say whether a claim is taken up (ours)
SUPPLEMENT_DAYS = 10  # working days an enterprise has to mend what was asked for, once (ours)
PAY_DAYS = 5  # working days from approval to money (ours; one province: the order goes out within 1)
PROMISE_MONTHS = 12  # months after which somebody looks whether a promise was kept (ours)
SHARDS = 8  # parts of a budget line that approvals draw from side by side (docs/data/claims.md)


class Mode(Labelled):
    """How an enterprise comes to the money."""

    AUTOMATIC = "automatic", "免申即享"
    AT_ONCE = "at_once", "即申即享"
    PROMISED = "promised", "承诺兑现"
    ORDINARY = "ordinary", "申报审核"


class Verdict(Labelled):
    """What the policy's condition says of the enterprise, by the facts of that moment."""

    YES = "yes", "符合"
    NO = "no", "不符合"
    UNKNOWN = "unknown", "还不能判断"


class CreditRule(Labelled):
    """What a bad credit record means for a claim."""

    NONE = "none", "不查信用"
    SEVERE = "severe", "严重失信的不能享受"
    ANY = "any", "有失信记录的不能享受"


class ClaimState(Labelled):
    """Where a claim stands (domain-facts 8: 草稿→受理→审→公示→异议→批准→支付→到账/退汇→追回)."""

    OFFERED = "offered", "等企业确认"
    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "等受理"
    SUPPLEMENT = "supplement", "等企业补正"
    REVIEW = "review", "审核中"
    PUBLICITY = "publicity", "公示中"
    OBJECTED = "objected", "异议核查中"
    DECIDING = "deciding", "等批准"
    APPROVED = "approved", "已批准，等拨付"
    ORDERED = "ordered", "拨付中"
    PAID = "paid", "已到账"
    RETURNED = "returned", "被银行退回"
    RECOVERING = "recovering", "追回中"
    RECOVERED = "recovered", "已追回"
    REFUSED = "refused", "没有通过"
    WITHDRAWN = "withdrawn", "已撤回"

    @property
    def over(self) -> bool:
        """Nothing is awaited, and the enterprise may claim anew."""
        return self in (ClaimState.REFUSED, ClaimState.WITHDRAWN)

    @property
    def reserves(self) -> bool:
        """Money of the budget line is held for it, or was spent on it."""
        return self in _RESERVING


_RESERVING = (
    ClaimState.APPROVED,
    ClaimState.ORDERED,
    ClaimState.PAID,
    ClaimState.RETURNED,
    ClaimState.RECOVERING,
    ClaimState.RECOVERED,
)


class OrderKind(Labelled):
    """Money out, or money called back."""

    PAYMENT = "payment", "拨付"
    RECOVERY = "recovery", "追回"


class OrderState(Labelled):
    """Whether the treasury's word on an order is awaited."""

    OPEN = "open", "国库处理中"
    DONE = "done", "已办结"
    RETURNED = "returned", "已退回"


class GapKind(Labelled):
    """How our books and the treasury's statement differ."""

    WE_LACK = "we_lack", "国库有，我们没有"
    TREASURY_LACKS = "treasury_lacks", "我们记已办结，国库没有"
    AMOUNT = "amount", "金额不一样"
    STATE = "state", "办结与否不一样"


class Step(Labelled):
    """One desk of a review; `none` while there is no review."""

    NONE = "none", ""
    FIRST = "first", "初审"
    DEPARTMENT = "department", "部门审核"
    CREDIT = "credit", "信用核查"
    PANEL = "panel", "会审"


class StationState(Labelled):
    """Whether a claim has passed a station of its way, stands there, or fell."""

    DONE = "done", "已过"
    NOW = "now", "正在办"
    AHEAD = "todo", "还没到"
    FELL = "failed", "到此为止"


# The desks of each mode. A panel comes in only where the department asks for one.
STEPS: dict[Mode, tuple[Step, ...]] = {
    Mode.ORDINARY: (Step.FIRST, Step.DEPARTMENT, Step.CREDIT),
    Mode.PROMISED: (Step.FIRST, Step.CREDIT),
    Mode.AT_ONCE: (),
    Mode.AUTOMATIC: (),
}
