"""A live conversation: where it stands, who says something, how long silence lasts. The figures are our own (K)."""

from datetime import timedelta

from mashangban.kernel.labelled import Labelled

# One agent writes with so many people at once unless they chose another number.
USUAL_AT_ONCE = 3
MOST_AT_ONCE = 8
MOST_LINES = 500
MOST_CANNED = 50
LINES_A_PAGE = 100
# Who stands further back reads that there are so many and more: nobody counts a queue to its end.
MOST_COUNTED = 100
# A screen says every half minute that somebody sits before it; three such words missing mean that nobody does.
BEAT_LASTS = timedelta(seconds=90)
CHECKED_EVERY = timedelta(minutes=2)
ASKER_MAY_THINK = timedelta(minutes=10)
ENDS_AFTER_WARNING = timedelta(minutes=5)
TICKET_WITHIN = timedelta(days=7)
# Taken within this time counts as taken at once (figures).
SOON = timedelta(minutes=1)
# Whoever waited longer than this may have put the phone away and is told in a notice too.
TOLD_AFTER = timedelta(minutes=1)


class TalkState(Labelled):
    """waiting <-> talking -> ended; an ended one may have become a ticket."""

    WAITING = "waiting", "排队中"
    TALKING = "talking", "对话中"
    ENDED = "ended", "已结束"


class Side(Labelled):
    """Who says something."""

    ASKER = "asker", "提问人"
    AGENT = "agent", "工作人员"
    SYSTEM = "system", "系统"


class LineKind(Labelled):
    """What a line is: words, a file, a card, or what became of the conversation."""

    SAID = "said", "说"
    FILE = "file", "文件"
    CARD = "card", "卡片"
    TAKEN = "taken", "接入"
    MOVED = "moved", "转接"
    RETURNED = "returned", "退回"
    RELEASED = "released", "重新排队"
    NOBODY = "nobody", "没有人值班"
    WARNED = "warned", "快要结束"
    ENDED = "ended", "结束"
    TICKET = "ticket", "转为提问"


class DutyState(Labelled):
    """Whether somebody at a post takes conversations now."""

    ON = "on", "在岗，可接"
    BUSY = "busy", "忙，暂不接新的"
    AWAY = "away", "不在岗"
