"""What can go wrong around homes, in the words of the person it happens to."""

from mashangban.kernel.errors import Conflict, Invalid


class NoBuilder(Conflict):
    code = "homes.estate.no-builder"
    title = "项目还没有登记建设单位，不能建小区"
    next = "请先请主管部门在项目里补登建设单位"


class EstateExists(Conflict):
    code = "homes.estate.exists"
    title = "这个项目的小区已经建好了"
    next = "请直接打开小区"


class SameFile(Conflict):
    code = "homes.import.same-file"
    title = "这份表格已经导入过了"
    kept = "原来的资料没有变化"
    next = "改好后再导入，或查看原来的导入记录"


class ImportNotReady(Conflict):
    code = "homes.import.not-ready"
    title = "这次导入现在不能这样办"
    next = "请刷新后查看最新进度"


class ImportOutdated(Conflict):
    """Another sheet counted after this one was checked."""

    code = "homes.import.outdated"
    title = "检查之后小区资料又有变化"
    kept = "这份表格没有导入，原有资料没有变化"
    next = "请把表格再传一次，重新检查"


class ImportRunning(Conflict):
    code = "homes.import.running"
    title = "上一份表格还在写入"
    next = "请等它写完再导入"


class UnknownHouseType(Invalid):
    code = "homes.house-type.unknown"
    title = "小区里没有这个户型"
    next = "请先在房屋清单里写上户型，再传户型图"


class PlanNotPicture(Invalid):
    code = "homes.house-type.not-picture"
    title = "户型图要用照片或图片"
    next = "请换成 JPG、PNG 或 WebP 图片"


class UnknownBatch(Invalid):
    code = "homes.batch.unknown"
    title = "小区里没有这个交付批次"


class UnknownBuilding(Invalid):
    code = "homes.building.unknown"
    title = "小区里没有这栋楼"
    next = "请先导入房屋清单"


class TooManyDoors(Invalid):
    code = "homes.building.too-many-doors"
    title = "这栋楼的户数太多，请按单元打印"


class CodeRevoked(Conflict):
    code = "homes.code.revoked"
    title = "这张门牌码已经换新，旧码作废"
    next = "请扫门上新贴的码，或联系建设单位"


class AlreadyHandedOver(Conflict):
    code = "homes.home.already-handed-over"
    title = "这套房已经登记交付"


class HandoverInFuture(Invalid):
    code = "homes.home.handover-in-future"
    title = "交付日期不能晚于今天"
