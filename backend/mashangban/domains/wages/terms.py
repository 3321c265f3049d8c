"""Words of a month's pay, once, with their sources."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal


class TableState(StrEnum):
    """Where a month's pay table stands (条例 Art. 31: assess, compute, sign, hand over, pay)."""

    DRAFT = "draft"
    SHOWN = "shown"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    PAYING = "paying"
    CLOSED = "closed"
    DISCARDED = "discarded"

    @property
    def label(self) -> str:
        return _TABLE_LABELS[self]


_TABLE_LABELS = {
    TableState.DRAFT: "编制中",
    TableState.SHOWN: "工人核对中",
    TableState.SUBMITTED: "待总包审核",
    TableState.RETURNED: "总包退回",
    TableState.PAYING: "发放中",
    TableState.CLOSED: "已办结",
    TableState.DISCARDED: "已作废",
}


class LineState(StrEnum):
    """Where one worker's line stands; the label is what the worker reads."""

    SHOWN = "shown"
    CONFIRMED = "confirmed"
    OBJECTED = "objected"
    APPROVED = "approved"
    PAYING = "paying"
    PAID = "paid"
    RETURNED = "returned"
    RECEIVED = "received"
    NOT_RECEIVED = "not_received"
    WRONG_AMOUNT = "wrong_amount"

    @property
    def label(self) -> str:
        return _LINE_LABELS[self]


_LINE_LABELS = {
    LineState.SHOWN: "等您核对",
    LineState.CONFIRMED: "您已确认",
    LineState.OBJECTED: "您有异议",
    LineState.APPROVED: "总包已批准",
    LineState.PAYING: "银行发放中",
    LineState.PAID: "已发到卡上",
    LineState.RETURNED: "银行退回",
    LineState.RECEIVED: "您已收到",
    LineState.NOT_RECEIVED: "您说没收到",
    LineState.WRONG_AMOUNT: "您说金额不对",
}
# Until the general contractor approved it, a line's pay may still be corrected; a frozen one also later.
CHANGEABLE = frozenset({LineState.SHOWN, LineState.CONFIRMED, LineState.OBJECTED})
SETTLED = frozenset({LineState.PAID, LineState.RECEIVED})
# What somebody must look into: only these stand in the lists of projects and counties.
ATTENTION = frozenset(
    {LineState.OBJECTED, LineState.RETURNED, LineState.NOT_RECEIVED, LineState.WRONG_AMOUNT}
)
# The worker agreed, or was silent until it was approved; whatever came after.
AGREED = frozenset(LineState) - {LineState.SHOWN, LineState.OBJECTED}
MONEY_SENT = frozenset({LineState.PAID, LineState.RECEIVED, LineState.NOT_RECEIVED, LineState.WRONG_AMOUNT})


# What the grid of a table can be asked for besides a state: still before the worker, and not even opened.
UNSEEN: Literal["unseen"] = "unseen"
Standing = LineState | Literal["unseen"]


class ItemKind(StrEnum):
    """What is added to or taken from (`takes`) the pay for the work itself; a deduction needs its reason."""

    ALLOWANCE = "allowance"
    OVERTIME = "overtime"
    DEDUCTION = "deduction"
    ADVANCE = "advance"

    def __init__(self, value: str) -> None:
        self.takes = value in ("deduction", "advance")

    @property
    def label(self) -> str:
        return {"allowance": "补贴", "overtime": "加班", "deduction": "扣款", "advance": "借支"}[self.value]


class ObjectionKind(StrEnum):
    """What the worker finds wrong."""

    DAYS = "days"
    RATE = "rate"
    ITEMS = "items"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {"days": "天数（数量）不对", "rate": "单价不对", "items": "加项扣项不对", "other": "其他"}[
            self.value
        ]


class FindingKind(StrEnum):
    """What the platform checks of every line."""

    RATE = "rate"
    ATTENDANCE = "attendance"
    MINIMUM = "minimum"
    LAST_MONTH = "last_month"
    PAYEE = "payee"


class Word(StrEnum):
    """What a worker says of money that was sent."""

    RECEIVED = "received"
    NOT_RECEIVED = "not_received"
    WRONG_AMOUNT = "wrong_amount"


class JobKind(StrEnum):
    """Work over all lines of a table, chunk by chunk."""

    SHOW = "show"
    REMIND = "remind"
    APPROVE = "approve"
    ORDER = "order"

    @property
    def label(self) -> str:
        return {"show": "正在发给工人", "remind": "正在提醒", "approve": "正在批准", "order": "正在送银行"}[
            self.value
        ]


class UploadState(StrEnum):
    """Where an uploaded pay sheet stands; nothing of it counts before it is applied."""

    RECEIVED = "received"
    STAGED = "staged"
    REFUSED = "refused"
    APPLIED = "applied"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return {
            "received": "检查中",
            "staged": "检查通过，待启用",
            "refused": "有问题，没有导入",
            "applied": "已导入",
            "cancelled": "已取消",
        }[self.value]


CONSENT_VERSION = "wage-2026-11"
CONFIRM_DAYS = 3
REMIND_BEFORE_DAYS = 1

# One line and one month: nobody on a site earns more; a typing error often claims so.
MOST_FEN = 100_000_000
MOST_QUANTITY_MILLI = 100_000_000
# 月计薪天数 21.75, in half days doubled: 劳社部发〔2008〕3号.
MONTH_HALVES = 43.5
JUMP_PERCENT = 50


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """最低工资标准 of a region (the longest prefix wins) from a day on, a month, in fen."""

    region: str
    since: date
    monthly_fen: int
    source: str


MINIMUM_WAGES = (
    MinimumWage("12", date(2023, 11, 1), 232_000, "天津市最低工资标准（2023年11月起，平台参考表）"),
    MinimumWage("31", date(2023, 7, 1), 269_000, "上海市最低工资标准（2023年7月起，平台参考表）"),
    MinimumWage("31", date(2025, 7, 1), 274_000, "上海市最低工资标准（2025年7月起，平台参考表）"),
    MinimumWage("33", date(2024, 1, 1), 201_000, "浙江省最低工资标准第三档（2024年起，平台参考表）"),
    MinimumWage("3301", date(2024, 1, 1), 249_000, "浙江省最低工资标准第一档（2024年起，平台参考表）"),
    MinimumWage("3302", date(2024, 1, 1), 249_000, "浙江省最低工资标准第一档（2024年起，平台参考表）"),
)


@dataclass(frozen=True, slots=True)
class SilenceRule:
    """What follows when a worker neither confirmed nor objected in time."""

    pays: bool
    words: str
    source: str


SILENCE = SilenceRule(
    pays=True,
    words="没有表态不等于确认：工资照发，单独标明“本人未确认”，以后仍可提出",
    source="平台规则（保障农民工工资支付条例第三十一条要求本人签字确认）",
)
