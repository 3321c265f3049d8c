"""What can go wrong around homes, in the words of the person it happens to."""

from datetime import datetime

from mashangban.kernel import clock
from mashangban.kernel.errors import AppError, Conflict, Invalid


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


class SheetEmpty(Invalid):
    code = "homes.import.empty"
    title = "文件是空的"
    next = "请用模板填写后再上传"


class SheetTooLarge(AppError):
    code = "homes.import.too-large"
    status = 413
    title = "文件太大"
    kept = "什么都没有导入"
    next = "网页上传最大 4 MB，请分成几个文件"


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


class NoMatch(Invalid):
    """One answer for every reason, so that nobody learns by trying which fact was wrong."""

    code = "homes.binding.no-match"
    title = "和建设单位登记的购房合同对不上，没有绑定"
    next = "请核对合同编号最后 6 位；姓名要和合同一致。还不行请联系建设单位登记购房合同"
    noted = True

    def __init__(self, left: int | None = None) -> None:
        """`left`: how many tries are left now."""
        if left is None:
            super().__init__()
        else:
            super().__init__(f"还可以再试 {left} 次" if left > 0 else "已经试了很多次，请过一会儿再试")


class TooManyTries(AppError):
    code = "homes.binding.too-many-tries"
    status = 429
    title = "试的次数太多，暂时不能绑定"
    next = "到时间再试，或请建设单位核对合同资料"

    def __init__(self, again_at: datetime, wait_seconds: int) -> None:
        super().__init__(f"请在 {clock.spoken(again_at)} 以后再试")
        self.retry_after_seconds = wait_seconds


class AlreadyBound(Conflict):
    code = "homes.binding.already-bound"
    title = "这套房已经绑定在您名下"
    next = "请在“我的房屋”里打开"


class HomeFull(Conflict):
    code = "homes.binding.home-full"
    title = "这套房绑定的人已满"
    next = "请业主先移除已搬走的租客"


class InvitationSpent(Conflict):
    code = "homes.invitation.spent"
    title = "这个邀请已经用过、取消或过期"
    next = "请业主重新邀请"


class OwnInvitation(Conflict):
    code = "homes.invitation.own"
    title = "自己不能接受自己的邀请"
    next = "请让对方用自己的手机打开"


class AlreadyLeaving(Conflict):
    code = "homes.binding.already-leaving"
    title = "解绑或过户已经在等待期"
    next = "到期自动生效；不想办了可以撤销"


class NotLeaving(Conflict):
    code = "homes.binding.not-leaving"
    title = "现在没有等待生效的解绑或过户"


class OnlyTenants(Conflict):
    code = "homes.binding.only-tenants"
    title = "只能移除租客，不能移除业主"
    next = "业主有变化请本人解绑或过户"


class TenancyOver(Invalid):
    code = "homes.invitation.tenancy-over"
    title = "租期最后一天不能早于今天"


class WrongStep(Conflict):
    code = "homes.defect.wrong-step"
    title = "报修现在不在这一步"
    next = "请刷新后看最新情况"


class VisitOutOfReach(Invalid):
    code = "homes.defect.visit-time"
    title = "上门时间要从现在起、六十天以内"
    next = "请重新选时间"


class OrderDayOutOfReach(Invalid):
    code = "homes.defect.order-day"
    title = "责令的期限要从明天起、一年以内"


class PhotosNeeded(Invalid):
    code = "homes.defect.photos-needed"
    title = "请拍下修好以后的样子"
    next = "至少传一张修好后的照片"


class ReopenTooLate(Conflict):
    code = "homes.defect.reopen-too-late"
    title = "确认修好已超过30天，不能在原单上重开"
    next = "又坏了请重新报修"


class AlreadyRated(Conflict):
    code = "homes.defect.already-rated"
    title = "这次维修您已经评价过了"


class AlreadyExtended(Conflict):
    code = "homes.defect.already-extended"
    title = "维修期限只能延长一次"


class UnknownRoom(Invalid):
    code = "homes.defect.unknown-room"
    title = "这套房没有这个房间"
    next = "请从房间列表里选"


class FactInFuture(Invalid):
    code = "homes.fact.in-future"
    title = "资料的日期不能晚于今天"


class FactWithdrawn(Conflict):
    code = "homes.fact.withdrawn"
    title = "这项资料已经撤回"


class InspectionRunning(Conflict):
    code = "homes.inspection.running"
    title = "这套房已有一张没办完的检查表"
    next = "请打开原来的检查表接着查"


class InspectionClosed(Conflict):
    code = "homes.inspection.closed"
    title = "检查表已经提交，不能再改"
    kept = "您手机里的记录还在"
    next = "要补充请开复查"


class UnknownPoint(Invalid):
    code = "homes.inspection.unknown-point"
    title = "检查表里没有这一项"
    next = "请刷新检查表再提交"


class Unfinished(Invalid):
    code = "homes.inspection.unfinished"
    title = "检查还没有做完"
    kept = "已查的都保存了"
    next = "请查完再提交"


class NotFinished(Conflict):
    code = "homes.inspection.not-finished"
    title = "检查表现在不能签字"
    next = "请等检查人提交，或查看是否已签完"


class SheetDiffers(Conflict):
    code = "homes.inspection.sheet-differs"
    title = "您看到的检查表和现在的不一样"
    next = "请刷新看过再签字"


class AlreadySigned(Conflict):
    code = "homes.inspection.already-signed"
    title = "本单位已经签过字"


class NothingFailed(Conflict):
    code = "homes.inspection.nothing-failed"
    title = "没有不合格项，不用复查"


class InspectorUnknown(Invalid):
    code = "homes.inspection.inspector-unknown"
    title = "没有找到用这个手机号注册的人"
    next = "请检查人先登录一次码上办并实名"


class NotOneFault(Conflict):
    code = "homes.issue.not-one-fault"
    title = "这件报修不属于这个共性问题"
    next = "只有同一小区、同一类问题的报修可以并入"


class AlreadyJoined(Conflict):
    code = "homes.issue.already-joined"
    title = "这件报修已经并入一个共性问题"
