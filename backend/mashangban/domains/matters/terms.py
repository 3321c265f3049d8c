"""How far a matter has come, how a paper is brought, and the times that the law gives.

行政许可法 (2019): Art. 32 notice of everything that lacks, once, within five days, else the matter counts as accepted
from the day of receipt; Art. 42 twenty days and ten more with the reason told; Art. 44 ten days to deliver; Art. 45
hearings, tests and expert reviews are not counted; Art. 82 days are working days. Items of other
kinds follow the same course (this platform's rule). No article says how long a person has for what is
asked for: the office names it in its notice, and what is not supplied by then counts as taken back (ours).
A bad rating (好差评, 国办发〔2019〕51号) is answered with what was mended; its times are ours, and that somebody who
had no part in the matter looks over the answer.
"""

from mashangban.kernel.labelled import Labelled

ACCEPT_RULE = "行政许可法第三十二条：收到申请材料五日内一次告知；逾期不告知的，自收到之日起即为受理"
DECIDE_RULE = "行政许可法第四十二条：受理之日起二十日内作出决定"
LONGER_RULE = "行政许可法第四十二条：经本机关负责人批准可以延长十日，理由告知申请人"
SUPPLY_RULE = "补正告知书写明的期限（本平台规则：到期没补，算撤回申请）"
UNCOUNTED_RULE = "行政许可法第四十五条"
DELIVER_RULE = "行政许可法第四十四条：决定作出之日起十日内送达"
ACCEPT_DAYS, DECIDE_DAYS, LONGER_DAYS, DELIVER_DAYS = 5, 20, 10, 10
# Working days that an office may give for a supplement, and what its form proposes.
SUPPLY_LEAST, SUPPLY_MOST, SUPPLY_DAYS = 5, 60, 15
# Days in which an ended matter may be rated; working days in which a bad word is mended and answered.
RATE_DAYS, MEND_DAYS = 30, 15
PERMIT = "01"
MOST_FILES = 6
MOST_FIELDS = 12
MOST_RESULTS = 3
MOST_WANTED = 30


class MatterState(Labelled):
    """draft -> submitted (-> supplement -> submitted) -> accepted -> decided -> delivered; the others are ends.

    Lapsed: what was asked for did not come in time.
    """

    DRAFT = "draft", "正在准备，还没提交"
    SUBMITTED = "submitted", "已提交，等受理"
    SUPPLEMENT = "supplement", "等本人补一次材料"
    ACCEPTED = "accepted", "已受理，正在办"
    REFUSED = "refused", "没有受理"
    DECIDED = "decided", "已办结，等送达"
    DELIVERED = "delivered", "结果已送达"
    WITHDRAWN = "withdrawn", "本人不办了"
    LAPSED = "lapsed", "到期没补材料，算撤回"

    @property
    def ended(self) -> bool:
        """Whether nobody owes anything any more."""
        return self in _ENDS

    @property
    def undecided(self) -> bool:
        """Whether the person may still take it back."""
        return not self.ended and self is not MatterState.DECIDED


_ENDS = frozenset({MatterState.REFUSED, MatterState.DELIVERED, MatterState.WITHDRAWN, MatterState.LAPSED})


class Whose(Labelled):
    """Which of an office's matters somebody looks for."""

    MINE = "mine", "我经手的"
    LATE = "late", "已超时限的"


class Stage(Labelled):
    """What waits for the office."""

    CHECK = "check", "请先看材料"
    ACCEPT = "accept", "等受理"
    DECIDE = "decide", "等决定"
    DELIVER = "deliver", "等送达"
    MEND = "mend", "差评等整改"
    CONFIRM = "confirm", "整改等同事确认"


class MatterNeed(Labelled):
    """Whether a paper must be there; the values are those of the guides."""

    REQUIRED = "required", "必须有"
    LATER = "later", "可以后补"
    IF_ANY = "if_any", "有这种情况才要"


class Brought(Labelled):
    """How a paper is brought."""

    FILES = "files", "上传了"
    LICENCE = "licence", "用电子证照代替"
    NOT_MINE = "not_mine", "我没有这种情况"
    LATER = "later", "以后再补"


class AskKind(Labelled):
    """A line of an item's own form; a private one is seen by the handling office only once the matter is handed in."""

    TEXT = "text", "文字"
    NUMBER = "number", "数字"
    DATE = "date", "日期"
    CHOICE = "choice", "选一个"
    PRIVATE = "private", "隐私内容"


class Delivery(Labelled):
    """How the result reaches the person."""

    PHONE = "phone", "发到手机"
    HALL = "hall", "到大厅取"
    COURIER = "courier", "快递到家"


class Outcome(Labelled):
    """What the office decided."""

    GRANTED = "granted", "办成了"
    DENIED = "denied", "没有批准"


class PaperKind(Labelled):
    """The papers that a matter leaves (行政许可法 Art. 32 and 38: written, sealed, dated)."""

    RECEIPT = "receipt", "收件凭证"
    ACCEPTANCE = "acceptance", "受理通知书"
    SUPPLEMENT = "supplement", "一次性补正告知书"
    REFUSAL = "refusal", "不予受理决定书"
    DECISION = "decision", "办理结果决定书"


class Counted(Labelled):
    """What is counted of an item in a month."""

    SUBMITTED = "submitted", "收到"
    FIRST = "first", "一次通过受理"
    ASKED = "asked", "要求补正"
    REFUSED = "refused", "不予受理"
    ACCEPTED = "accepted", "受理"
    SILENT = "silent", "逾期没告知，自动受理"
    DECIDED = "decided", "办结"
    GRANTED = "granted", "批准"
    ON_TIME = "on_time", "按时办结"
    DAYS = "days", "办理天数合计"
    LAPSED = "lapsed", "到期没补，算撤回"
    WITHDRAWN = "withdrawn", "本人不办了"
    RATED = "rated", "评价"
    STARS = "stars", "评价星数合计"
    CONTENT = "content", "评价基本满意以上"
