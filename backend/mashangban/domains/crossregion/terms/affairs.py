"""What zones of an alliance have to do with each other beside cases, and how long it may take (terms are ours)."""

from mashangban.kernel.labelled import Labelled

MOST_GUESTS = 30
ANSWER_DAYS = 5
ANSWER_RULE = "本平台规则：收到咨询后五个工作日内答复"


class AffairKind(Labelled):
    """What kind of affair it is."""

    SEAL = "seal", "互用印章"
    MEETING = "meeting", "会议"
    ADVICE = "advice", "专家咨询"
    EXCHANGE = "exchange", "人员交流"
    PRACTICE = "practice", "经验文章"


class AffairState(Labelled):
    """open -> done, or dropped: what needed somebody else's word and was taken back before it."""

    OPEN = "open", "进行中"
    DONE = "done", "已结束"
    DROPPED = "dropped", "已撤回"
