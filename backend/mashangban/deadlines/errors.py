"""What can be wrong with a request to the clock."""

from mashangban.kernel.errors import Conflict, NotFound


class CalendarRangeError(ValueError):
    """The day lies where neither a notice nor the lunar table reaches."""


class DeadlineMissing(NotFound):
    code = "deadline.not-found"
    title = "没有这个期限"


class DeadlineClosed(Conflict):
    code = "deadline.closed"
    title = "这个期限已经结束，不能再改"


class AlreadyPaused(Conflict):
    code = "deadline.already-paused"
    title = "计时已经是暂停状态"


class NotPaused(Conflict):
    code = "deadline.not-paused"
    title = "计时没有暂停，不需要恢复"


class AgreedDay(Conflict):
    code = "deadline.agreed-day"
    title = "约定的日期不能暂停或延长"
    next = "如需改期，请双方重新约定"


class OtherUnit(Conflict):
    code = "deadline.other-unit"
    title = "延长的时间要和原期限用同样的单位"


class AlreadyFired(Conflict):
    """Not shown to anyone: another run of the clock has done this firing."""

    code = "deadline.already-fired"
    title = "这次提醒已经处理过"
