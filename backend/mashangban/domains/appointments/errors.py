"""What can go wrong around an appointment, in the words of whoever it happens to."""

from mashangban.kernel.errors import AppError, Conflict, Invalid, NotFound, Stale


class UnknownHall(NotFound):
    code = "appointments.hall.unknown"
    title = "没有这个办事大厅"
    next = "请返回大厅列表重新选择"


class UnknownMatter(NotFound):
    code = "appointments.matter.unknown"
    title = "这个大厅不办这件事"
    next = "请看看大厅能办的事项，或换一个大厅"


class HallWrong(Invalid):
    code = "appointments.hall.wrong"
    title = "大厅资料有误"


class DayPast(Invalid):
    code = "appointments.day.past"
    title = "日期已经过去"
    next = "请选今天或以后的日期"


class NotOpen(Conflict):
    code = "appointments.slot.not-open"
    title = "这个时段不办理"
    next = "请换一个日期或时段"


class SlotClosed(Conflict):
    code = "appointments.slot.closed"
    title = "这个时段已停止网上预约"
    next = "可以换一个时段，或直接到大厅取号"


class SlotFull(Conflict):
    code = "appointments.slot.full"
    title = "这个时段约满了"
    next = "可以排队候补，有人取消会按顺序通知；也可以换一个时段"


class PlaceTaken(Stale):
    """Two reached for one place; whoever asks takes another."""

    code = "appointments.place.taken"
    title = "这个号刚被别人约走"
    next = "请再点一次"


class PlaceFree(Conflict):
    code = "appointments.slot.free"
    title = "这个时段还有号，不用候补"
    next = "请直接预约"


class QueueFull(Conflict):
    code = "appointments.queue.full"
    title = "候补的人太多了"
    next = "请换一个时段"


class UnknownBooking(NotFound):
    code = "appointments.booking.unknown"
    title = "没有这个预约"


class AlreadyBooked(Conflict):
    code = "appointments.booking.already"
    title = "这一天您已经约过这件事"
    next = "请到“我的预约”里看；要换时段请先取消原来的"


class TooManyMissed(AppError):
    code = "appointments.booking.missed-too-often"
    status = 403
    title = "90 天内有 3 次预约没有来，暂时不能网上预约"
    next = "仍可直接到大厅取号办理；记录满 90 天后自动恢复"


class PromiseOver(Conflict):
    code = "appointments.booking.promise-over"
    title = "确认时间已过，这个号已放出"
    next = "请重新预约"


class WrongStep(Conflict):
    code = "appointments.booking.wrong-step"
    title = "这个预约现在不在这一步"
    next = "请刷新后看最新情况"


class VisitBegun(Conflict):
    code = "appointments.booking.begun"
    title = "预约的时间已到，不能再取消"
    next = "来不了请给大厅打电话说明"


class WrongDay(Conflict):
    code = "appointments.arrival.wrong-day"
    title = "这个预约不是今天的"
    next = "请看预约上的日期"


class TooEarly(Conflict):
    code = "appointments.arrival.too-early"
    title = "还没到签到时间"
    next = "预约时间前 1 小时起可以签到"


class OtherHall(Conflict):
    code = "appointments.arrival.other-hall"
    title = "预约的不是这个大厅"
    next = "请看预约上的大厅地址"


class AlreadyArrived(Conflict):
    code = "appointments.arrival.already"
    title = "这个码已经用过，已签到"


class WrongCode(Invalid):
    code = "appointments.arrival.wrong-code"
    title = "这个签到码无效或已过期"
    next = "请在手机“我的预约”里重新打开签到码"


class NoPlaceNow(Conflict):
    code = "appointments.walk-in.none"
    title = "现在的时段没有空号"
    next = "请看下一个时段"


class NotYetReleased(Conflict):
    code = "appointments.walk-in.not-yet"
    title = "这个时段还在网上放号"
    next = "开始前 30 分钟起，没约出的号可以给现场取号的人"


class UnknownPaper(NotFound):
    code = "appointments.paper.unknown"
    title = "清单里没有这份材料"


class UnknownKiosk(NotFound):
    code = "appointments.kiosk.unknown"
    title = "这台自助机没有登记，或已经换了机器"
    next = "请大厅工作人员要一个新的注册码，重新注册"


class KioskCodeWrong(Invalid):
    code = "appointments.kiosk.code-wrong"
    title = "注册码不对、用过了，或超过 24 小时了"
    next = "请在管理端这台自助机的页面上点“新注册码”"
