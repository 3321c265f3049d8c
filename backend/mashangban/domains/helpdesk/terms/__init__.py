"""What is asked, how fast it is answered, at which posts, and how far a ticket has come.

Cities promise: 济南 12345 条例 (2018) 5 working days with the reply; 北京接诉即办条例 Art. 14 first-contact
responsibility; 潍坊: what was assigned is not returned. The times of 紧急, 咨询 and 求助 are our own (K: from practice,
no norm was read for them); a region may only shorten them (`rules/promise.py`).
"""

from datetime import timedelta
from enum import StrEnum
from typing import Self

from mashangban.deadlines.terms import Unit
from mashangban.kernel.labelled import Labelled

JINAN_HOTLINE = "济南市12345市民服务热线条例（2018年）：五个工作日内办结并答复"
BEIJING_FIRST_DESK = "北京市接诉即办工作条例第十四条：首接负责"
OWN_RULE = "本平台规定"

MOST_PHOTOS = 6
# Twice a ticket goes from desk to desk; then somebody who supervises says whose it is.
MOST_MOVES = 2
MOST_PARTNERS = 5
MOST_REOPENS = 2
REOPEN_DAYS = 15
CONFIRM_DAYS = 7
ASKED_A_DAY = 20
# A week of fifty people, seven shifts each; a file of some weeks of a county.
ROSTERS = "rosters"
MOST_SHIFTS = 350
MOST_ROSTER_ROWS = 5_000
# A merger of departments is known some months ahead.
MOST_AHEAD = timedelta(days=366)


class TicketClass(StrEnum):
    """What kind of matter: how fast it is answered, and whose rule says so."""

    label: str
    words: str
    amount: int
    unit: Unit
    source: str

    def __new__(cls, value: str, label: str, words: str, amount: int, unit: Unit, source: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.words, member.source = label, words, source
        member.amount, member.unit = amount, unit
        return member

    URGENT = "urgent", "紧急", "马上会伤人或出事。有危险请先打 110、119、120", 2, Unit.HOUR, OWN_RULE
    ENQUIRY = "enquiry", "咨询", "想弄明白一件事怎么办", 1, Unit.WORKING_DAY, OWN_RULE
    HELP = "help", "求助", "遇到难处，想请人帮忙办", 3, Unit.WORKING_DAY, OWN_RULE
    COMPLAINT = "complaint", "投诉", "觉得有人做得不对，要求处理", 5, Unit.WORKING_DAY, JINAN_HOTLINE

    @property
    def called_back(self) -> bool:
        """Whether somebody must have called the asker before silence may end the matter."""
        return self in (TicketClass.HELP, TicketClass.COMPLAINT)

    def softer_than(self, other: "TicketClass") -> bool:
        """A complaint that is called something else weighs less in everybody's figures."""
        return other is TicketClass.COMPLAINT and self is not TicketClass.COMPLAINT


class TicketTopic(Labelled):
    """What it is about: departments and agents are chosen by it."""

    WAGES = "wages", "工资"
    CONTRACT = "contract", "劳动合同和用工"
    SAFETY = "safety", "安全和工伤"
    HOME = "home", "房屋质量和交房"
    POLICY = "policy", "惠企政策和补贴"
    PERMIT = "permit", "办事和许可"
    ACCOUNT = "account", "本平台的使用"
    OTHER = "other", "其他"


class Channel(Labelled):
    """Where it was asked (好差评: 网、APP、小程序、大厅、自助、12345)."""

    PHONE = "phone", "小程序"
    WEB = "web", "网页"
    HALL = "hall", "办事大厅"
    HOTLINE = "hotline", "12345热线"
    KIOSK = "kiosk", "自助机"
    CHAT = "chat", "在线对话"


class PostKind(Labelled):
    """The three posts of a department."""

    FRONT = "front", "应答"
    LEAD = "lead", "主办"
    WATCH = "watch", "督办"


class Level(Labelled):
    CITY = "city", "市级"
    COUNTY = "county", "区县"
    STREET = "street", "镇街"


class TicketState(Labelled):
    """received -> working (paused) -> answered -> closed; or joined to a parent, or withdrawn."""

    RECEIVED = "received", "待办理"
    WORKING = "working", "办理中"
    PAUSED = "paused", "暂停计时"
    ANSWERED = "answered", "已答复，等您确认"
    CLOSED = "closed", "已办结"
    JOINED = "joined", "已并入同一件事"
    WITHDRAWN = "withdrawn", "已撤回"

    @property
    def running(self) -> bool:
        """A desk owes an answer."""
        return self in (TicketState.RECEIVED, TicketState.WORKING, TicketState.PAUSED)

    @property
    def open(self) -> bool:
        """Somebody still has to act or to say something."""
        return self.running or self in (TicketState.ANSWERED, TicketState.JOINED)


class Climb(StrEnum):
    """How far a ticket has climbed because nobody answered in time."""

    NONE = "none"
    DESK = "desk"
    COUNTY = "county"
    CITY = "city"

    @property
    def label(self) -> str:
        return {"none": "", "desk": "本部门督办", "county": "区县督办", "city": "市级督办"}[self.value]

    @property
    def rank(self) -> int:
        return list(Climb).index(self)


class CallResult(Labelled):
    """What a call-back found."""

    SOLVED = "solved", "说解决了"
    UNSOLVED = "unsolved", "说没解决"
    UNREACHED = "unreached", "没打通"
