"""How far a case has come, what a window may say of a page, and the times of each hand-over.

The decision's working days are the item's own standard; 10 working days to deliver are 行政许可法 Art. 44. What windows
owe each other in between is this platform's own rule.
"""

from enum import StrEnum

from mashangban.kernel.labelled import Labelled

PERSON = "person"
MOST_PAGES = 200
MOST_RESULTS = 5
MOST_ADDED = 20
OWN_RULE = "本平台规则：窗口之间交接的时限"
DELIVER_RULE = "行政许可法第四十四条：决定作出之日起十日内送达"


class CaseState(Labelled):
    """offered -> held -> moving -> deciding -> returning -> delivered; the others are waits and ends."""

    OFFERED = "offered", "已提交，等收下"
    HELD = "held", "窗口已收下，等交出"
    MOVING = "moving", "材料在路上"
    MISSING = "missing", "有缺页，等补上"
    DECIDING = "deciding", "属地办理中"
    SUPPLEMENT = "supplement", "等本人补一次材料"
    RETURNING = "returning", "已办结，结果送回中"
    DELIVERED = "delivered", "结果已收到"
    REJECTED = "rejected", "没有收下"
    WITHDRAWN = "withdrawn", "本人撤回"

    @property
    def ended(self) -> bool:
        """Whether nobody owes anything any more."""
        return self in (CaseState.DELIVERED, CaseState.REJECTED, CaseState.WITHDRAWN)

    @property
    def undecided(self) -> bool:
        """Whether the person may still take it back."""
        return not self.ended and self is not CaseState.RETURNING


class PageState(Labelled):
    """Where a page stands. Missing and differing ones stay with whoever had them last."""

    HERE = "here", "在"
    MOVING = "moving", "在路上"
    MISSING = "missing", "缺页"
    DIFFERS = "differs", "与清单不一致"

    @property
    def wrong(self) -> bool:
        """Whether somebody has to put it right."""
        return self in (PageState.MISSING, PageState.DIFFERS)


class Verdict(Labelled):
    """What a receiver says of one page."""

    HERE = "here", "收到，一致"
    MISSING = "missing", "没有这一页"
    DIFFERS = "differs", "与清单不一致"


class Carrier(Labelled):
    """How a file travels."""

    ONLINE = "online", "网上传送"
    COURIER = "courier", "快递"
    BY_HAND = "by_hand", "当面交接"


class Outcome(Labelled):
    """What the home zone decided."""

    GRANTED = "granted", "办成了"
    REFUSED = "refused", "没有批准"


class Side(Labelled):
    """What somebody is to a case."""

    PERSON = "person", "本人"
    WINDOW = "window", "收件窗口"
    HOME = "home", "属地"
    PARTNER = "partner", "联办地区"
    LEAD = "lead", "牵头地区"


class Shown(StrEnum):
    """What of a case can be shown or kept back."""

    PERSON = "person"
    PAGES = "pages"
    LINKS = "links"
    RESULT_LINKS = "result_links"
    HANDOVERS = "handovers"
    SUPPLEMENT = "supplement"
    OUTCOME = "outcome"
    REASON = "reason"
    PARTS = "parts"
    OWN_PART = "own_part"
    LOG = "log"


class Counted(StrEnum):
    """What is counted of a pair of zones in a month."""

    COLLECTED = "collected"
    DECIDED = "decided"
    ON_TIME = "on_time"
    RETURNED = "returned"
    LATE = "late"
