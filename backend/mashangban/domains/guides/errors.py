"""What can go wrong around guides, in the words of whoever it happens to."""

from mashangban.kernel.errors import AppError, Conflict, Invalid, NotFound


class UnknownItem(NotFound):
    code = "guides.item.unknown"
    title = "没有这份办事指南"
    next = "请返回列表重新查找"


class ItemWithdrawn(NotFound):
    """Anybody may know that it was withdrawn, and why."""

    code = "guides.item.withdrawn"
    title = "这份办事指南已经停用"
    next = "请在列表里找新的指南，或打 12345 问"


class ItemUnready(Invalid):
    code = "guides.item.unready"
    title = "还不能公布"
    kept = "草稿已保存"
    next = "请按提示补齐后再公布"


class ItemMoved(Conflict):
    code = "guides.item.moved"
    title = "有人刚改过这一份"
    kept = "您填的还在页面上，没有保存"
    next = "请刷新后看最新的内容，再填"


class NoDraft(Conflict):
    code = "guides.item.no-draft"
    title = "没有要公布的改动"
    next = "请先修改，再公布"


class InReview(Conflict):
    code = "guides.draft.in-review"
    title = "这一版正在等同事审核，不能修改"
    kept = "提交的内容没有变化"
    next = "请等审核完，或请审核的同事退回"


class NotSubmitted(Conflict):
    code = "guides.draft.not-submitted"
    title = "这一版没有提交审核"
    kept = "草稿还在"
    next = "请先提交审核，再由同事公布"


class OwnWork(Conflict):
    code = "guides.draft.own-work"
    title = "自己写的要由别人审核"
    kept = "草稿和提交都还在"
    next = "请同事打开这一页，看过后公布"


class NotPublished(Conflict):
    code = "guides.item.not-published"
    title = "这份指南现在没有公布，不用停用"


class CodeTaken(Conflict):
    code = "guides.item.code-taken"
    title = "这个地区已有这个事项编码"
    next = "请找到原来的那份修改，不要重复登记"


class NotTheCatalogue(AppError):
    code = "guides.feed.signature-wrong"
    status = 403
    title = "签名不对"
    next = "请用约定的密钥签名，并核对时钟"


class FeedReplayed(Conflict):
    code = "guides.feed.replayed"
    title = "这条请求已经收到过"
    kept = "上一次的结果没有变化"
    next = "要再送请换一个请求编号"


class UnknownPackage(NotFound):
    code = "guides.package.unknown"
    title = "没有这个办事套餐"
    next = "请返回列表重新选择"


class PackageWithdrawn(NotFound):
    """Anybody may know that it was withdrawn, and why."""

    code = "guides.package.withdrawn"
    title = "这个办事套餐已经停用"
    next = "请在列表里找新的，或打 12345 问"


class PackageUnready(Invalid):
    code = "guides.package.unready"
    title = "套餐还不能公布"
    kept = "草稿已保存"
    next = "请按提示改好再公布"


class NoPoster(Conflict):
    code = "guides.package.no-poster"
    title = "套餐还没公布，不能做海报"
    next = "请先公布，再做海报"


class Unanswered(Invalid):
    code = "guides.plan.unanswered"
    title = "还有问题没答完"
    next = "请把问题答完，再保存"


class UnknownPlan(NotFound):
    code = "guides.plan.unknown"
    title = "没有这个办事计划"


class PlanOver(Conflict):
    code = "guides.plan.over"
    title = "这个计划已经不办了"
    next = "要办可以重新开始"


class UnknownCard(NotFound):
    code = "guides.card.unknown"
    title = "计划里没有这一步"
    next = "请刷新后再看"


class CardWaits(Conflict):
    code = "guides.card.waits"
    title = "前面还有没办好的"
    next = "请先办前面的，再办这一步"


class CardDone(Conflict):
    code = "guides.card.done"
    title = "这一步已经办好了"


class NothingProposed(Conflict):
    code = "guides.card.nothing-proposed"
    title = "这一步没有等您确认的"
    next = "请刷新后再看"


class WrongCode(Invalid):
    code = "guides.help.wrong-code"
    title = "这个求助码无效、用过了或已过期"
    next = "请本人在手机上重新打开求助码"


class NotHelping(NotFound):
    """Help that ended, and help that never began, look alike to whoever asks."""

    code = "guides.help.not-helping"
    title = "现在没有在帮这个人办"
    next = "请本人出示求助码，扫码后再办"
