"""What can go wrong around answers, in the words of the person it happens to."""

from mashangban.kernel.errors import Conflict, Invalid


class UnknownRegion(Invalid):
    code = "answers.region.unknown"
    title = "没有这个地区"
    next = "请填写省、市或县的地区代码；全国通用的留空"


class WrongDays(Invalid):
    code = "answers.pair.wrong-days"
    title = "有效期不对"
    next = "有效期止要不早于有效期起，也不能早于今天"


class NothingDrafted(Conflict):
    code = "answers.pair.nothing-drafted"
    title = "没有在写的草稿"
    next = "请先修改，再提交审核"


class InReview(Conflict):
    code = "answers.pair.in-review"
    title = "这一条正在审核，不能修改"
    kept = "提交的内容没有变化"
    next = "请等审核完，或请审核人退回"


class NotSubmitted(Conflict):
    code = "answers.pair.not-submitted"
    title = "这一条没有提交审核"
    next = "请刷新后查看最新情况"


class OwnWork(Conflict):
    code = "answers.pair.own-work"
    title = "自己写的要由别人审核"
    kept = "草稿和提交都还在"
    next = "请同事审核后发布"


class NotPublished(Conflict):
    code = "answers.pair.not-published"
    title = "这一条现在没有在用"
    next = "请刷新后查看最新情况"


class TooManyMedia(Conflict):
    code = "answers.pair.too-many-media"
    title = "一条答案最多放 6 张图片和 1 段短片"
    kept = "已经放上的都还在"
    next = "请先拿掉一个，再放新的"


class CoverMissing(Conflict):
    code = "answers.pair.cover-missing"
    title = "短片要有一张封面图片"
    kept = "短片已经传好"
    next = "请再传一张图片做封面：没有点开的时候，大家先看到它"


class MediaNotReady(Conflict):
    """A picture that can't be drawn, a film that is not scanned yet: nobody could look at it."""

    code = "answers.pair.media-not-ready"
    title = "有图片或短片还打不开"
    kept = "写的内容都还在"
    next = "请过几秒再试；一直打不开的，请拿掉换一个"


class NothingAsked(Invalid):
    code = "answers.question.empty"
    title = "没有看到您要问什么"
    next = "请用一句话写出您的问题，比如“老板拖欠工资怎么办”"


class NotOffered(Conflict):
    code = "answers.question.not-offered"
    title = "这个答案刚刚停用或更换了"
    kept = "您的问题已经记下"
    next = "请把问题再问一次"


class GapClosed(Conflict):
    code = "answers.gap.closed"
    title = "这个问题已经处理过了"
    next = "请刷新后查看最新情况"


class WrongWords(Invalid):
    code = "answers.word.wrong"
    title = "要填两个不同的词，每个至少两个字"
    next = "标点、空格和大小写不算，请看看是不是同一个词"


class SameLink(Conflict):
    code = "answers.word.same"
    title = "这两个词已经是这样了"
    next = "要改就换关系或权重"
