"""What can go wrong with a matter, in the words of whoever it happens to."""

from mashangban.kernel.errors import Conflict, Invalid, NotFound

_DRAFT_KEPT = "已填的内容和材料都还在"


class UnknownMatter(NotFound):
    code = "matters.matter.unknown"
    title = "没有这个办件"


class NotOffered(Conflict):
    code = "matters.offer.closed"
    title = "这件事现在不能网上办"
    next = "请看办事指南里写的地点和电话"


class OfferWrong(Invalid):
    """The field and what is wrong with it are in the errors."""

    code = "matters.offer.wrong"
    title = "网上办理的设置有误，没有保存"


class WrongStep(Conflict):
    code = "matters.matter.wrong-step"
    title = "这个办件现在不在这一步"
    next = "请刷新后看最新情况"


class DossierWrong(Invalid):
    """A paper or a line that the item does not know, or a value that does not fit."""

    code = "matters.dossier.wrong"
    title = "有的内容没填对，没有保存"
    kept = _DRAFT_KEPT
    next = "请改好标红的地方，再保存"


class DossierIncomplete(Conflict):
    """The errors name each paper and line that lacks."""

    code = "matters.dossier.incomplete"
    title = "还没准备齐，没有提交"
    kept = _DRAFT_KEPT
    next = "请补上写着“还缺”的，再提交"


class NotRatable(Conflict):
    code = "matters.rating.not-now"
    title = "现在不能评价"
    next = "办完以后 30 天内可以评价；过了时间有意见，请打 12345"


class RatedAlready(Conflict):
    code = "matters.rating.already"
    title = "这件事您已经评价过"
    kept = "您上次的评价还在"
    next = "一件事只能评价一次"


class SameMender(Conflict):
    """Whoever looked first, accepted, decided, refused or wrote an answer, this one or one before it."""

    code = "matters.rating.same-mender"
    title = "经手这件事的人、写过答复的人不能确认"
    kept = "写好的答复还在"
    next = "请没有经手、也没有写过答复的同事确认；本单位没有别人的，请上一级的同事确认"


class SupplementOnce(Conflict):
    code = "matters.matter.asked-before"
    title = "已经要求补过一次材料"
    next = "只能一次告知（行政许可法第三十二条）；请按现有材料受理或不予受理"


class ReasonMissing(Invalid):
    code = "matters.matter.reason-missing"
    title = "要写明理由和依据"
    next = "请写清依据的法律条款和理由"


class SameHands(Conflict):
    code = "matters.matter.same-hands"
    title = "受理的人不能自己作决定"
    next = "请换一位同事作出决定"


class Paused(Conflict):
    code = "matters.matter.paused"
    title = "正在暂停计时"
    next = "请先继续计时"


class ExtendedBefore(Conflict):
    code = "matters.matter.extended-before"
    title = "已经延长过一次"
    next = "时限只能延长一次（行政许可法第四十二条）"


class DeliveryWrong(Invalid):
    """The field and what is wrong with it are in the errors."""

    code = "matters.matter.delivery-wrong"
    title = "送达的内容没填对"
