"""Words of looking again after payment: drawn by a seed that was committed beforehand, or a promise that fell due."""

from mashangban.kernel.labelled import Labelled

SHARE_PERCENT = 5  # of a month's paid claims (ours)
LEAST = 3  # claims of a month at least, where there are so many (ours)
SETTLING_HOURS = 24  # after a month's end before its draw: what the stream still carries comes in (ours)


class MoneyCheckKind(Labelled):
    """Why a paid claim is looked at again."""

    SAMPLE = "sample", "随机抽中"
    PROMISE = "promise", "承诺到期"


class MoneyCheckState(Labelled):
    """What came of it."""

    OPEN = "open", "等检查"
    KEPT = "kept", "检查合格"
    CLAW_BACK = "claw_back", "应当追回"
