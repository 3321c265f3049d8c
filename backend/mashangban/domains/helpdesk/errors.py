"""What can go wrong around tickets, in the words of whoever it happens to."""

from mashangban.kernel.errors import AppError, Conflict, Forbidden, Invalid, NotFound


class NoDepartment(Conflict):
    code = "helpdesk.department.none"
    title = "这个地区还没有部门接这类问题"
    next = "请改选“其他”，或拨打当地 12345"


class UnknownDepartment(NotFound):
    code = "helpdesk.department.unknown"
    title = "没有这个部门"


class WrongPost(Forbidden):
    code = "helpdesk.post.wrong"
    title = "您不在能办这一步的岗位上"
    next = "请联系本部门的督办岗，由他安排"


class SlowerThanRule(Invalid):
    code = "helpdesk.promise.slower"
    title = "本地承诺的时间只能比统一规定短，不能长"


class TooManyAsked(AppError):
    code = "helpdesk.ticket.too-many"
    status = 429
    title = "今天提得太多了"
    next = "请明天再提；有危险请直接打 110、119、120"
    retry_after_seconds = 3600


class WrongStep(Conflict):
    code = "helpdesk.ticket.wrong-step"
    title = "这件事现在不在这一步"
    next = "请刷新后看最新情况"


class NotInCharge(Conflict):
    code = "helpdesk.ticket.not-in-charge"
    title = "这件事在别人手里"
    next = "请先接手，或请督办岗改派"


class Assigned(Conflict):
    code = "helpdesk.ticket.assigned"
    title = "督办已经指定由您的部门办，不能退回"
    next = "确实办不了，请联系督办"


class MovedTooOften(Conflict):
    code = "helpdesk.ticket.moved-too-often"
    title = "这件事已经转了两次，不能再转"
    next = "请督办指定由谁办"


class SameDesk(Invalid):
    code = "helpdesk.ticket.same-desk"
    title = "这件事已经在这个部门"


class OutOfCity(Invalid):
    code = "helpdesk.ticket.out-of-city"
    title = "只能转给同一个市里的部门"
    next = "要到外地办的事，请走跨区域办理"


class FirstDesk(Conflict):
    code = "helpdesk.ticket.first-desk"
    title = "您的部门最先接到，要负责到底，没有可退回的部门"
    next = "可以转给负责的部门，或请督办指定"


class TooManyPartners(Invalid):
    code = "helpdesk.ticket.too-many-partners"
    title = "最多请五个部门协办"


class PartnersMissing(Conflict):
    code = "helpdesk.ticket.partners-missing"
    title = "还有协办部门没有答复"
    next = "请等协办部门答复，或说明理由取消协办"


class NoPartner(Conflict):
    code = "helpdesk.ticket.no-partner"
    title = "您的部门不是协办，或已经答复过"


class PauseTooLong(Invalid):
    code = "helpdesk.pause.too-long"
    title = "暂停的时间太长"


class PausesUsedUp(Conflict):
    code = "helpdesk.pause.used-up"
    title = "这件事暂停的次数或天数已经用完"
    next = "请按时答复；确需延长，请督办批准"


class SameClass(Invalid):
    code = "helpdesk.label.same"
    title = "已经是这一类"


class AskerInsists(Conflict):
    code = "helpdesk.label.insisted"
    title = "提问人坚持是投诉，不能再改成别的"
    next = "确有必要，请督办决定"


class NotSoftened(Conflict):
    code = "helpdesk.label.not-softened"
    title = "这件事没有被改过类别"


class NotOneMatter(Conflict):
    code = "helpdesk.merge.not-one-matter"
    title = "这两件不能并在一起"
    next = "只能并到同一县区、同一类问题、还在办理的一件，且被并的一件下面没有别的"


class ReopenTooLate(Conflict):
    code = "helpdesk.ticket.reopen-too-late"
    title = "办结已超过15天，不能重开"
    next = "请重新提一件，可以写上原编号"


class ReopenedTooOften(Conflict):
    code = "helpdesk.ticket.reopened-too-often"
    title = "这件事已经重开两次"
    next = "请对办理结果评价，差评会由督办核实"


class SameCaller(Conflict):
    code = "helpdesk.call.same-person"
    title = "答复的人不能自己回访"
    next = "请同事回访"


class ExtendedAlready(Conflict):
    code = "helpdesk.ticket.extended"
    title = "已经延长过一次"


class RatedAlready(Conflict):
    code = "helpdesk.rating.already"
    title = "这件事您已经评价过"


class NotRatable(Conflict):
    code = "helpdesk.rating.too-early"
    title = "办完以后才能评价"


class NothingToMend(Conflict):
    code = "helpdesk.rating.wrong-step"
    title = "这条评价现在不在这一步"
    next = "请刷新后看最新情况"


class SameMender(Conflict):
    code = "helpdesk.rating.same-mender"
    title = "整改的人不能自己回访"
    next = "请同事回访"


class NobodyOnDuty(Conflict):
    code = "helpdesk.conversation.nobody-on-duty"
    title = "现在没有人值班"
    kept = "您写的内容还在"
    next = "请点“留下问题”，有人上班就会答复您"


class AlreadyTalking(Conflict):
    code = "helpdesk.conversation.already-open"
    title = "您有一个对话还没有结束"
    next = "请接着那个对话说，或先结束它"


class TalkEnded(Conflict):
    code = "helpdesk.conversation.ended"
    title = "这个对话已经结束"
    kept = "说过的都还在"
    next = "还有问题可以重新开始，或转为提问"


class TalkGoesOn(Conflict):
    code = "helpdesk.conversation.goes-on"
    title = "对话结束以后才能评价"


class CardsAreOfAgents(Forbidden):
    code = "helpdesk.conversation.card-of-agent"
    title = "卡片由工作人员发"
    next = "请写一句话，或发一张图片"


class TalkTooLong(Conflict):
    code = "helpdesk.conversation.too-long"
    title = "这个对话太长了"
    kept = "说过的都还在"
    next = "请结束后重新开始，或转为提问"


class TalkHeld(Conflict):
    code = "helpdesk.conversation.held"
    title = "这个对话已经在您手里"


class TalkNotHeld(Conflict):
    code = "helpdesk.conversation.not-held"
    title = "这个对话不在您手里"
    next = "请先接入，再说话或转接"


class TalkIsTicket(Conflict):
    code = "helpdesk.conversation.is-ticket"
    title = "这个对话已经转为提问"
    next = "请到“我的提问”里看办理情况"


class TalkTooOld(Conflict):
    code = "helpdesk.conversation.too-old"
    title = "对话结束已超过7天，不能再转为提问"
    next = "请重新提一件"


class AgentNotFree(Conflict):
    code = "helpdesk.duty.not-free"
    title = "这位工作人员现在不能再接"
    next = "请先结束手上的对话，或等他空下来"


class NoPost(Forbidden):
    code = "helpdesk.duty.no-post"
    title = "您没有应答或主办岗位，不能在线接待"
    next = "请联系本部门管理员安排上岗"


class TooManyCanned(Conflict):
    code = "helpdesk.canned.too-many"
    title = "常用语最多50条"
    next = "请先删掉不用的"


class MergedAlready(Conflict):
    code = "helpdesk.department.merged-already"
    title = "这个部门已经并入或定下并入别的部门"
    next = "日子还没到的，可以先取消，再重新定"


class WrongMerge(Invalid):
    code = "helpdesk.department.wrong-merge"
    title = "不能并入这个部门"
    next = "请选同一个市里、自己没有并走的另一个部门"


class WrongMergeDay(Invalid):
    code = "helpdesk.department.wrong-merge-day"
    title = "并入的日子要从明天起，一年以内"
    next = "日子没到以前，还要另一位同事同意"


class NothingToAgree(Conflict):
    code = "helpdesk.department.nothing-to-agree"
    title = "没有等人同意的合并"
    next = "可能已经有人同意，或者取消了，请看最新情况"


class OwnMerger(Conflict):
    code = "helpdesk.department.own-merger"
    title = "合并是您定的，要另一个人同意"
    kept = "定下的还在"
    next = "请另一位管这两个部门的同事同意"


class NothingToTakeBack(Conflict):
    code = "helpdesk.department.nothing-to-take-back"
    title = "没有可以取消的合并"
    next = "已经并入的，件和人都转过去了；要分开，请另外登记一个部门"


class ShiftWrong(Invalid):
    code = "helpdesk.roster.shift-wrong"
    title = "班次写得不对：要在这个星期里，先开始后结束，同一个人同一天不能重叠"
    kept = "原来的值班表没有变"


class NotAtPost(Invalid):
    code = "helpdesk.roster.not-at-post"
    title = "这位同事不在应答岗或主办岗，不能排班"
    next = "请先在“接件部门”里安排岗位，或换一位同事"


class NotSkilled(Invalid):
    code = "helpdesk.roster.not-skilled"
    title = "这位同事不接这一类，不能排这个班"
    next = "请换一位同事，或先在“接件部门”里给他加上这一类"


class NothingToCopy(Conflict):
    code = "helpdesk.roster.nothing-to-copy"
    title = "上个星期没有能照着排的班"
    next = "请直接在表里填"


class ShiftGone(Conflict):
    code = "helpdesk.roster.shift-gone"
    title = "这个班已经改了，或已经开始"
    next = "请刷新后看最新的值班表"
