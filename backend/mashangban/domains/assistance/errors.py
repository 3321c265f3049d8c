"""What can go wrong while two look at one form."""

from mashangban.kernel.errors import AppError, Conflict, Invalid


class OldConsent(Conflict):
    code = "assistance.consent.old"
    title = "共享的说明有更新"
    kept = "您填的内容都在手机里"
    next = "请再点一次“请人帮我填”，看一遍新的说明"


class WrongCode(Conflict):
    code = "assistance.code.wrong"
    title = "号码不对、用过了或已过期"
    next = "请对方再念一遍；过了十分钟要请对方重新点“请人帮我填”"
    noted = True


class InvitationOver(Conflict):
    code = "assistance.invitation.over"
    title = "对方不再等您看了，或已过十分钟"
    next = "请对方在手机上再点一次“请人帮我填”"


class SharingEnded(Conflict):
    code = "assistance.sharing.ended"
    title = "共享已经结束"
    kept = "看到过的内容已经清除，本人填的还在本人手机里"
    next = "还要帮忙，请对方在手机上重新点“请人帮我填”"


class OwnForm(Conflict):
    code = "assistance.sharing.own"
    title = "不能自己帮自己填"
    next = "请把号码念给工作人员"


class LateSheet(Conflict):
    code = "assistance.sheet.late"
    title = "这份内容来晚了，已有更新的"
    next = "页面会自己更新"


class PrivateShown(Invalid):
    code = "assistance.field.private-shown"
    title = "保密的内容不能发出来"
    kept = "没有保存，也没有人看到"
    next = "请把小程序更新后再试"


class UnknownField(Conflict):
    code = "assistance.field.unknown"
    title = "表上现在没有这一项"
    next = "请看更新后的表"


class NotProposable(Conflict):
    code = "assistance.field.not-proposable"
    title = "这一项只能由本人填"
    next = "可以指给对方看，请对方自己填"


class NotAChoice(Invalid):
    code = "assistance.proposal.not-a-choice"
    title = "这一项要从给出的选项里选，文字不能超过规定的字数"


class AsItStands(Conflict):
    code = "assistance.proposal.same"
    title = "表上已经是这样填的"


class NothingProposed(Conflict):
    code = "assistance.proposal.none"
    title = "这条建议已经处理过，或对方已换了一条"
    next = "请看现在的建议"


class TooManyOffers(AppError):
    code = "assistance.code.none-free"
    status = 503
    title = "现在用的人太多，没有空的号码"
    kept = "您填的内容都在手机里"
    next = "请过一分钟再点一次"
    retry_after_seconds = 60


class NotThatKind(Conflict):
    code = "assistance.sharing.other-kind"
    title = "这次共享的不是这个"
    next = "请回到开始共享的那一页"


class NothingOffered(Conflict):
    code = "assistance.screen.none"
    title = "对方还没有选要给看的屏幕，或已经在看了"
    next = "请等对方点“选一个窗口给他看”"
