"""Words and bounds of remote help.

A consent is informed, explicit and taken back as easily as it was given (个人信息保护法 Art. 14, 15); what is seen
is the least that the help needs (Art. 6).
"""

from datetime import timedelta
from enum import StrEnum

# The text that the phone showed; a new text gets a new name, and whoever agreed to an older one is asked again.
CONSENT = "2026-11"
SCREEN_CONSENT = "2026-11-screen"

LASTS_MOST = timedelta(minutes=60)
IDLE_MOST = timedelta(minutes=10)
CODE_LASTS = timedelta(minutes=10)
CODE_DIGITS = 6
# A matter of thirty papers, each with its way and its files, and twelve lines.
MOST_FIELDS = 80
# Names of fields that one sharing is remembered by; a form that changed its fields oftener is remembered by these.
MOST_SEEN = 120
MOST_LETTERS = 1000
MOST_OPTIONS = 40
MOST_PROPOSALS = 20
# What two browsers say to each other before a picture flows, with one codec (RFC 8866): 2 KB as a rule.
MOST_SIGNAL = 12_000


class SharedForm(StrEnum):
    """The forms of the phone that may be filled in with somebody, one line each; and a computer's screen."""

    COMPLAINT = "arrears-complaint"
    CARD = "payments-card"
    CROSSING = "crossregion-apply"
    MATTER = "matters-fill"
    SCREEN = "screen"

    @property
    def label(self) -> str:
        return _FORMS[self]

    @property
    def consent(self) -> str:
        """The text that is agreed to: a screen shows more than a form."""
        return SCREEN_CONSENT if self is SharedForm.SCREEN else CONSENT

    @property
    def rests(self) -> bool:
        """Whether it is over when nothing moves: a picture flows past us, unseen."""
        return self is not SharedForm.SCREEN


_FORMS = {
    SharedForm.COMPLAINT: "投诉欠薪",
    SharedForm.CARD: "登记工资卡",
    SharedForm.CROSSING: "跨区域办事申请",
    SharedForm.MATTER: "网上办事",
    SharedForm.SCREEN: "电脑屏幕",
}


class FieldKind(StrEnum):
    """What a field holds. A private one says only whether it is filled; of files only how many there are."""

    TEXT = "text"
    CHOICE = "choice"
    FILES = "files"
    PRIVATE = "private"

    @property
    def proposable(self) -> bool:
        """Whether somebody else may propose what to put in."""
        return self in (FieldKind.TEXT, FieldKind.CHOICE)


class SharingState(StrEnum):
    OFFERED = "offered"
    SHARING = "sharing"
    ENDED = "ended"

    @property
    def label(self) -> str:
        return {"offered": "等工作人员输入号码", "sharing": "正在一起填", "ended": "已结束"}[self.value]


class Ending(StrEnum):
    """Why nobody looks any more."""

    WITHDRAWN = "withdrawn"
    SUBMITTED = "submitted"
    LEFT = "left"
    HELPER_LEFT = "helper-left"
    UNUSED = "unused"
    IDLE = "idle"
    TIME = "time"
    FORGOTTEN = "forgotten"

    @property
    def label(self) -> str:
        return _ENDINGS[self]


_ENDINGS = {
    Ending.WITHDRAWN: "本人停止了共享",
    Ending.SUBMITTED: "本人已提交",
    Ending.LEFT: "本人离开了这张表",
    Ending.HELPER_LEFT: "工作人员结束了帮忙",
    Ending.UNUSED: "号码过期，没有人来看",
    Ending.IDLE: "十分钟没有动静",
    Ending.TIME: "满一小时",
    Ending.FORGOTTEN: "本人已注销",
}
OWN_ENDINGS = (Ending.WITHDRAWN, Ending.SUBMITTED, Ending.LEFT)


class ProposalState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return {"open": "等本人决定", "accepted": "本人采用了", "refused": "本人没采用"}[self.value]
