"""What can go wrong in a live conversation, in the words of whoever it happens to."""

from mashangban.kernel.errors import Conflict, Forbidden


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
