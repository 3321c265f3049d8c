"""What can go wrong around alliances and their items, in the words of whoever it happens to."""

from mashangban.kernel.errors import Conflict, Invalid, NotFound


class UnknownAlliance(NotFound):
    code = "crossregion.alliance.unknown"
    title = "没有这个通办联盟"
    next = "请返回列表重新选择"


class AllianceWrong(Invalid):
    code = "crossregion.alliance.wrong"
    title = "联盟资料有误"


class AlreadyMember(Conflict):
    code = "crossregion.zone.already"
    title = "这个地区已经是成员"
    next = "请看成员名单"


class TooManyZones(Conflict):
    code = "crossregion.zone.too-many"
    title = "成员太多了"
    next = "一个联盟最多 30 个成员，请另建联盟"


class NotMember(Conflict):
    code = "crossregion.zone.not-member"
    title = "这个地区现在不是成员"
    next = "请先让它加入联盟"


class LeadStays(Conflict):
    code = "crossregion.zone.lead-stays"
    title = "牵头地区不能退出"
    next = "联盟要有牵头地区"


class BatchWrong(Invalid):
    """Nothing of a batch counts while one line is wrong."""

    code = "crossregion.batch.wrong"
    title = "清单里有要改的地方，整批都没有登记"
    next = "改好后再提交一次"


class ItemWrong(Invalid):
    code = "crossregion.item.wrong"
    title = "事项有要改的地方，没有登记"
    next = "改好后再提交一次"


class UnknownItem(NotFound):
    code = "crossregion.item.unknown"
    title = "联盟清单里没有这个事项"
    next = "请返回清单重新选择"


class NothingProposed(Conflict):
    code = "crossregion.item.nothing-proposed"
    title = "这个事项没有等您单位同意的标准"
    next = "请刷新后看最新情况"


class AlreadyAgreed(Conflict):
    code = "crossregion.item.already-agreed"
    title = "您单位已经同意过这个标准"
    next = "等其他地区同意后生效"


class SameStandard(Conflict):
    code = "crossregion.item.same-standard"
    title = "新标准和现在的一样"
    next = "改好后再提交"


class UnknownCase(NotFound):
    code = "crossregion.case.unknown"
    title = "没有这个件"


class NotServed(Conflict):
    code = "crossregion.case.not-served"
    title = "选的地区现在不能办这个事项"
    next = "请看事项清单里参加的地区，换一个地区"


class ModeNotServed(Conflict):
    code = "crossregion.case.mode-not-served"
    title = "这个事项不能用这种方式办"
    next = "请换一种办理方式"


class PlacesWrong(Invalid):
    code = "crossregion.case.places-wrong"
    title = "选的地区有误"


class TrainingWrong(Invalid):
    """The detail says why."""

    code = "crossregion.window.training-wrong"
    title = "培训记录有误"


class WishEmpty(Invalid):
    code = "crossregion.wish.empty"
    title = "请写清楚想办什么事"


class UnknownApplicant(Conflict):
    code = "crossregion.case.unknown-applicant"
    title = "这个手机号还没有登录过"
    next = "请本人先用手机登录一次，再由窗口收件"


class TooManyPages(Conflict):
    code = "crossregion.case.too-many-pages"
    title = "材料超过 200 页"
    next = "请分成几个件"


class WrongStep(Conflict):
    code = "crossregion.case.wrong-step"
    title = "这个件现在不在这一步"
    next = "请刷新后看最新情况"


class WrongReceiver(Conflict):
    code = "crossregion.handover.wrong-receiver"
    title = "不能交给这个地区"
    next = "材料只能交给办这个件的地区，结果可以交给本人"


class NotHeld(Conflict):
    """The detail names the pages."""

    code = "crossregion.handover.not-held"
    title = "有的页不在您这里，不能交出"
    next = "请只选您手里的页；不一致的先换上正确的扫描件"


class CarrierWrong(Invalid):
    code = "crossregion.handover.carrier-wrong"
    title = "交接方式有误"


class PagesUnchecked(Conflict):
    """The detail names the pages."""

    code = "crossregion.handover.pages-unchecked"
    title = "还有页没有核对"
    kept = "已核对的还在页面上"
    next = "请逐页选“收到”“没有”或“不一致”"


class OtherPages(Conflict):
    code = "crossregion.handover.other-pages"
    title = "材料清单刚刚变了"
    next = "请刷新，按最新的清单核对"


class NotReplaceable(Conflict):
    code = "crossregion.page.not-replaceable"
    title = "这一页不用您补"
    next = "只有缺页或不一致的页，由最后拿着它的一方补"


class AskedBefore(Conflict):
    code = "crossregion.case.asked-before"
    title = "已经要求补过一次材料"
    next = "补正只能一次告知；请按现有材料决定"


class SpokenBefore(Conflict):
    code = "crossregion.part.spoken-before"
    title = "您单位已经给过意见"


class PartsOpen(Conflict):
    code = "crossregion.case.parts-open"
    title = "还有联办地区没有给意见"
    next = "等联办地区给出意见后再决定"


class ReasonMissing(Invalid):
    code = "crossregion.case.reason-missing"
    title = "不批准要写明理由"
    next = "请写清理由，以及可以怎样申诉"


class UnknownAffair(NotFound):
    code = "crossregion.affair.unknown"
    title = "没有这件联盟事务"
    next = "请返回列表重新选择"


class AffairWrong(Invalid):
    code = "crossregion.affair.wrong"
    title = "填写的内容有误，没有登记"
    next = "改好后再提交一次"


class AffairEnded(Conflict):
    code = "crossregion.affair.ended"
    title = "这件事已经结束，不能再添加"
    next = "如果还有事要办，请新登记一件"


class NotYourPart(Conflict):
    code = "crossregion.affair.not-your-part"
    title = "这一步不由您单位办"
    next = "请看这件事由哪个地区办"
