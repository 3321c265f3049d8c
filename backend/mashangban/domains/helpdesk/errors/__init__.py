"""What can go wrong around tickets, in the words of whoever it happens to; beside it talks and desks."""

from mashangban.domains.helpdesk.errors.desks import (
    MergedAlready,
    NotAtPost,
    NothingToAgree,
    NothingToCopy,
    NothingToTakeBack,
    NotSkilled,
    OwnMerger,
    ShiftGone,
    ShiftWrong,
    WrongMerge,
    WrongMergeDay,
)
from mashangban.domains.helpdesk.errors.talks import (
    AgentNotFree,
    AlreadyTalking,
    CardsAreOfAgents,
    NobodyOnDuty,
    NoPost,
    TalkEnded,
    TalkGoesOn,
    TalkHeld,
    TalkIsTicket,
    TalkNotHeld,
    TalkTooLong,
    TalkTooOld,
    TooManyCanned,
)
from mashangban.kernel.errors import AppError, Conflict, Forbidden, Invalid, NotFound

__all__ = [
    "AgentNotFree", "AlreadyTalking", "AskerInsists", "Assigned", "CardsAreOfAgents", "ExtendedAlready", "FirstDesk",
    "MergedAlready", "MovedTooOften", "NoDepartment", "NoPartner", "NoPost", "NobodyOnDuty", "NotAtPost",
    "NotInCharge", "NotOneMatter", "NotRatable", "NotSkilled", "NotSoftened", "NothingToAgree", "NothingToCopy",
    "NothingToMend", "NothingToTakeBack", "OutOfCity", "OwnMerger", "PartnersMissing", "PauseTooLong",
    "PausesUsedUp", "RatedAlready", "ReopenTooLate", "ReopenedTooOften", "SameCaller", "SameClass", "SameDesk",
    "SameMender", "ShiftGone", "ShiftWrong", "SlowerThanRule", "TalkEnded", "TalkGoesOn", "TalkHeld", "TalkIsTicket",
    "TalkNotHeld", "TalkTooLong", "TalkTooOld", "TooManyAsked", "TooManyCanned", "TooManyPartners",
    "UnknownDepartment", "WrongMerge", "WrongMergeDay", "WrongPost", "WrongStep",
]  # fmt: skip


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
