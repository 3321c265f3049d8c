"""Words of the clock: kinds of days, units, steps of an explanation, and the statutes behind them."""

from enum import StrEnum

CIVIL_CODE_201 = "民法典第二百零一条：按日计算的，开始的当日不计入；按小时计算的，自规定或约定的时间开始"
CIVIL_CODE_202 = "民法典第二百零二条：到期月的对应日为最后一日；没有对应日的，月末日为最后一日"
CIVIL_CODE_203 = "民法典第二百零三条：最后一日遇休假日的顺延到次日；截止到二十四时或停止业务时"
WAGES_ARTICLE_14 = "保障农民工工资支付条例第十四条：支付日期与法定节假日或者休息日重合的，应当提前支付"
HOLIDAY_RULES = "全国年节及纪念日放假办法（2024年修订）"
REST_DAYS = "国务院关于职工工作时间的规定：星期六和星期日为周休息日"
ESTIMATED_NOTE = "当年放假安排尚未公布，先按法定节日和周末预估，公布后可能变化"

WEEKDAYS = "一二三四五六日"


class DayKind(StrEnum):
    """What a day is in a region's calendar."""

    WORKDAY = "workday"
    MAKEUP = "makeup"  # 调休上班: a weekend day worked in exchange for a longer holiday
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


class Unit(StrEnum):
    """The unit a period is set in."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    YEAR = "year"
    WORKING_HOUR = "working_hour"
    HOUR = "hour"


UNIT_LABELS = {
    Unit.WORKING_DAY: "个工作日",
    Unit.CALENDAR_DAY: "日",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
    Unit.WORKING_HOUR: "个工作小时",
    Unit.HOUR: "小时",
}


class EndsAt(StrEnum):
    """When the last day ends (民法典203)."""

    MIDNIGHT = "midnight"
    CLOSE = "close"  # the matter is done within business hours only


class StepKind(StrEnum):
    """What a line of the arithmetic says."""

    START = "start"
    EXTENDED = "extended"
    COUNTED = "counted"
    SKIPPED = "skipped"
    PAUSED = "paused"
    MATCHED = "matched"  # 对应日 of a period of months or years
    MOVED = "moved"
    DUE = "due"
    STOPPED = "stopped"


class DeadlineState(StrEnum):
    """Where a deadline stands. Overdue is no state: it follows from the clock."""

    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


STATE_LABELS = {
    DeadlineState.RUNNING: "计时中",
    DeadlineState.PAUSED: "已暂停",
    DeadlineState.CLOSED: "已结束",
}


class RungKind(StrEnum):
    """Where a rung of the ladder stands relative to the due time."""

    BEFORE = "before"
    AT = "at"
    AFTER = "after"
