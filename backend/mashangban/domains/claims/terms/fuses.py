"""Words of the supervision fuse: what can trip, when it looks, what it halts."""

from mashangban.kernel.labelled import Labelled


class FuseKind(Labelled):
    """What a fuse watches; thresholds stand in rules/fuses/table.py."""

    BUDGET = "budget", "预算红线"
    AMOUNT = "amount", "金额异常"
    ACCOUNT = "account", "多家企业同一账户"
    LEGAL_PERSON = "legal_person", "多家企业法定代表人同名"
    REPEAT = "repeat", "短期内重复申报"
    REVIEWER_SPEED = "reviewer_speed", "批准过快"
    POLICY_SPEED = "policy_speed", "申报集中涌入"
    SAME_HANDS = "same_hands", "一人连过几关"


class FuseScope(Labelled):
    """What stands still when it trips."""

    CLAIM = "claim", "这一件申报"
    POLICY = "policy", "这项政策"
    ENTERPRISES = "enterprise", "有关企业"
    REVIEWER = "reviewer", "这位审批人"


class FusePhase(Labelled):
    """When it looked."""

    BEFORE = "before", "事前预警"
    DURING = "during", "事中核查"
    AFTER = "after", "事后监督"


class FuseState(Labelled):
    """A warning halts nothing; a trip halts until two people have released it."""

    WARNED = "warned", "预警，没有暂停"
    TRIPPED = "tripped", "已熔断"
    HALF = "half", "已熔断，一人同意解除"
    RELEASED = "released", "已解除"

    @property
    def halts(self) -> bool:
        return self in (FuseState.TRIPPED, FuseState.HALF)


class Stop(Labelled):
    """What may not go on in a halted scope."""

    APPROVAL = "approval", "批准"
    PAYMENT = "payment", "拨付"
