"""What can go wrong around public areas, in the words of whoever it happens to."""

from mashangban.kernel.errors import AppError, Conflict, Invalid, NotFound


class NoHandler(Conflict):
    code = "publicareas.area.no-handler"
    title = "项目还没有登记建设单位，不能开通公共区域报修"
    next = "请先请主管部门在项目里补登建设单位"


class UnknownJurisdiction(NotFound):
    code = "publicareas.jurisdiction.unknown"
    title = "没有这个地区（jurisdiction_id 要填六位县区代码）"
    next = "请改用小区所在县区的代码"


class UnknownService(NotFound):
    code = "publicareas.service.unknown"
    title = "没有这种报修类别（service_code）"
    next = "请从 services 列表里选"


class UnknownFault(NotFound):
    code = "publicareas.fault.unknown"
    title = "没有这个报修编号（service_request_id）"


class NowhereKnown(Invalid):
    code = "publicareas.fault.nowhere"
    title = "没有找到开通了公共区域报修的小区"
    next = "请填小区编号（address_id）、以小区名开头的地址，或小区内的经纬度"


class UnsafeAddress(Invalid):
    code = "publicareas.fault.media-address"
    title = "照片地址（media_url）要是公开的 https 网址"
    next = "请换成以 https:// 开头、写域名的照片地址"


class SpanTooLong(Invalid):
    code = "publicareas.requests.span"
    title = "一次最多查 90 天"
    next = "请缩短 start_date 和 end_date 的间隔"


class TooManyIds(Invalid):
    code = "publicareas.requests.too-many"
    title = "一次最多查 50 个编号"


class TooManyPosts(AppError):
    code = "publicareas.fault.too-many"
    status = 429
    title = "一小时内报得太多"
    next = "请过一小时再报；紧急情况请直接打物业电话"
    retry_after_seconds = 3600


class WrongStep(Conflict):
    code = "publicareas.fault.wrong-step"
    title = "这件报修现在不在这一步"
    next = "请刷新后看最新情况"


class ReopenTooLate(Conflict):
    code = "publicareas.fault.reopen-too-late"
    title = "说修好已超过30天，不能在原单上重开"
    next = "又坏了请重新报修"


class PromiseOutOfReach(Invalid):
    code = "publicareas.fault.promise"
    title = "答应修好的日期要从今天起、半年以内"


class SameReport(Conflict):
    """Sent twice: the protocol gives the first answer again, on the phone somebody is told."""

    code = "publicareas.fault.same"
    title = "今天已经报过同样的内容"
    next = "请到“我报的”里看进度"
