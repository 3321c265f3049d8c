"""Statutory words of arrears, once, with their sources; numbers marked ours are this platform's own."""

from enum import StrEnum

PAY_DAY_RULE = "劳动合同约定的发薪日；当月的工资在下个月的发薪日前发（本平台规定，合同另有约定从约定）"
LAST_DAY_RULE = "工资支付暂行规定第九条：依法解除或终止劳动合同时，应当一次付清工资"
OWN_RULE = "本平台规定"
SUPERVISION_17 = "劳动保障监察条例第十七条：自立案之日起60个工作日内完成，情况复杂的经批准可以延长30个工作日"
SUPERVISION_20 = "劳动保障监察条例第二十条：违法行为在2年内未被发现也未被举报投诉的，不再查处"
ACCEPT_RULE = "关于实施《劳动保障监察条例》若干规定第十八条：收到投诉之日起5个工作日内受理（条文待核）"


class PayState(StrEnum):
    """Where one month's pay stands."""

    EXPECTED = "expected"
    LATE = "late"
    PAID = "paid"
    DISPUTED = "disputed"
    SETTLED = "settled"

    @property
    def label(self) -> str:
        return _PAY_STATES[self]


_PAY_STATES = {
    PayState.EXPECTED: "还没到发薪日",
    PayState.LATE: "超期没发",
    PayState.PAID: "单位已发，等您确认",
    PayState.DISPUTED: "您说没收到或不对",
    PayState.SETTLED: "已结清",
}


class Level(StrEnum):
    """How far an unpaid month has climbed; each level names who must act now."""

    NONE = "none"
    WARNED = "warned"
    COUNTY = "county"
    CITY = "city"
    CREDIT = "credit"

    @property
    def label(self) -> str:
        return _LEVELS[self][0]

    @property
    def duty(self) -> str:
        """Who must do what now."""
        return _LEVELS[self][1]

    @property
    def rank(self) -> int:
        return list(Level).index(self)


_LEVELS = {
    Level.NONE: ("未到期", "用人单位按时发放"),
    Level.WARNED: ("已预警", "用人单位马上补发，总包单位督促或先行清偿"),
    Level.COUNTY: ("县区处理", "县区监管部门受理并处理"),
    Level.CITY: ("市级督办", "市级监管部门督办"),
    Level.CREDIT: ("已记信用", "已记入用人单位信用记录，市县继续追发"),
}

# Lines of a pay table as `wages` tells them (docs/wages.md).
LINE_LABELS = {
    "shown": "工资单已给您看",
    "confirmed": "您已确认工资单",
    "objected": "您对工资单有异议",
    "approved": "总包已审核",
    "paying": "银行处理中",
    "paid": "银行已付款",
    "returned": "银行退回",
    "received": "您确认已收到",
    "not_received": "您说没收到",
    "wrong_amount": "您说金额不对",
}


class SettledBy(StrEnum):
    """Whose word ended the clock."""

    WORKER = "worker"
    SILENCE = "silence"


class ComplaintReason(StrEnum):
    """What a worker complains of."""

    NOT_PAID = "not_paid"
    PAID_LESS = "paid_less"
    NO_TABLE = "no_table"

    @property
    def label(self) -> str:
        return {"not_paid": "没有发工资", "paid_less": "工资少发了", "no_table": "没给工资单"}[self.value]


class ComplaintState(StrEnum):
    """Where a complaint stands (劳动保障监察条例 第十四至十八条)."""

    OPENED = "opened"
    ACCEPTED = "accepted"
    MEDIATING = "mediating"
    AGREED = "agreed"
    ORDERED = "ordered"
    PAID = "paid"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"

    @property
    def label(self) -> str:
        return _COMPLAINT_STATES[self]

    @property
    def open(self) -> bool:
        return self not in (ComplaintState.CLOSED, ComplaintState.WITHDRAWN, ComplaintState.TRANSFERRED)


_COMPLAINT_STATES = {
    ComplaintState.OPENED: "待受理",
    ComplaintState.ACCEPTED: "处理中",
    ComplaintState.MEDIATING: "调解中",
    ComplaintState.AGREED: "已谈成，等付款",
    ComplaintState.ORDERED: "已责令支付",
    ComplaintState.PAID: "等工人确认到账",
    ComplaintState.CLOSED: "已办结",
    ComplaintState.WITHDRAWN: "已撤回",
    ComplaintState.TRANSFERRED: "已转仲裁",
}


class ProposalKind(StrEnum):
    """What an officer puts to the worker: a sum and a day, or the way to arbitration."""

    MEDIATION = "mediation"
    TRANSFER = "transfer"


class ReplyKind(StrEnum):
    """What the accused unit answers."""

    AGREE = "agree"
    REFUSE = "refuse"
    PAID = "paid"
    EXPLAIN = "explain"

    @property
    def label(self) -> str:
        return _REPLIES[self]


_REPLIES = {
    ReplyKind.AGREE: "单位同意调解方案",
    ReplyKind.REFUSE: "单位不同意调解方案",
    ReplyKind.PAID: "单位说已付款",
    ReplyKind.EXPLAIN: "单位作出说明",
}


class Circumstance(StrEnum):
    """What is known of why wages are not paid; it decides who pays first."""

    SUBCONTRACT = "subcontract"
    OWNER_UNPAID = "owner_unpaid"
    ILLEGAL_CONTRACTING = "illegal_contracting"
    ILLEGAL_PROJECT = "illegal_project"

    @property
    def label(self) -> str:
        return _CIRCUMSTANCES[self]


_CIRCUMSTANCES = {
    Circumstance.SUBCONTRACT: "分包单位拖欠，或工程转包",
    Circumstance.OWNER_UNPAID: "建设单位没有按约拨付工程款",
    Circumstance.ILLEGAL_CONTRACTING: "发包给个人或没有资质的单位",
    Circumstance.ILLEGAL_PROJECT: "工程未经许可或违反规划",
}
