"""What can go wrong around attendance, in the words of the person (or machine) it happens to."""

from mashangban.kernel.errors import AppError, Conflict


class BadSignature(AppError):
    code = "attendance.device.signature-invalid"
    status = 403
    title = "设备签名不对"
    next = "请核对设备编号和密钥；密钥丢失时请劳资专管员在后台更换"


class DeviceRevoked(AppError):
    code = "attendance.device.revoked"
    status = 403
    title = "这台设备已停用"
    next = "请联系项目劳资专管员"


class ClockSkewed(AppError):
    """`server_time` tells the device what time it is."""

    code = "attendance.device.clock-skewed"
    status = 403
    title = "设备时间不准"
    kept = "这次没有收下任何记录，校准后可以补传"
    next = "请按返回的 server_time 校准设备时间后重发"


class RequestReplayed(Conflict):
    code = "attendance.device.request-replayed"
    title = "这个请求编号已经用过"
    kept = "第一次发送的记录有效"
    next = "请换一个请求编号重发"


class DeviceNameTaken(Conflict):
    code = "attendance.device.name-taken"
    title = "这个项目已有同名设备"
    next = "请换一个名称"


class DayInFuture(AppError):
    code = "attendance.day.in-future"
    status = 422
    title = "还没到这一天"
    next = "请选择今天或以前的日期"


class DayTooOld(AppError):
    code = "attendance.day.too-old"
    status = 422
    title = "这一天太久以前了"
    next = "请联系劳资专管员；工资有争议时可以打 12333"


class NotOnTeam(AppError):
    code = "attendance.roll.not-on-team"
    status = 422
    title = "名单里有人这一天不在这个班组"
    next = "请刷新名单后再点名"


class ReasonMissing(AppError):
    code = "attendance.roll.reason-missing"
    status = 422
    title = "改考勤要写原因"
    next = "请写一句为什么改，工人和劳资员都会看到"


class DayStillOpen(Conflict):
    code = "attendance.day.still-open"
    title = "这一天的考勤还没有收齐"
    next = "第二天中午 12 点以后再办；班组长可以先改点名"


class NothingAsked(Conflict):
    code = "attendance.day.nothing-asked"
    title = "这一天没有要您答复的问题"
    next = "请刷新后看最新结果"


class WaitsForWorker(Conflict):
    code = "attendance.day.waits-for-worker"
    title = "正在等工人答复"
    next = "工人答复或到期以后再办"


class AlreadyContested(Conflict):
    code = "attendance.day.contested"
    title = "这一天双方说法不同，已经都记下了"
    kept = "双方写的都保留着"
    next = "请到项目劳资专管员处核对，或拨打 12333 申请调解"


class NothingChanges(Conflict):
    code = "attendance.day.nothing-changes"
    title = "和现在的结果一样，不用改"
    next = "请返回查看"


class NotEmployed(Conflict):
    code = "attendance.day.not-employed"
    title = "这一天不在合同期内"
    next = "请核对日期和合同"


class CodeExpired(AppError):
    code = "attendance.code.expired"
    status = 410
    title = "这个考勤码过期了"
    next = "请对着班组长手机上正在显示的码再扫一次"


class CodeUsed(Conflict):
    code = "attendance.code.used"
    title = "您刚才已经用这个码打过卡"
    kept = "第一次的打卡有效"
    next = "要再打一次，请等码换新后再扫"


class OtherTeamsCode(Conflict):
    code = "attendance.code.other-team"
    title = "这是别的班组的考勤码"
    next = "请扫自己班组的码；换了班组要先变更合同"
