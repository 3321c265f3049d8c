"""What is published about tickets. Data holds ids, states and classes, never words or personal data."""

from mashangban.imports.events import ImportEvents

DEPARTMENT_OPENED = "helpdesk.department.opened"
DEPARTMENT_CHANGED = "helpdesk.department.changed"
DEPARTMENT_MERGING = "helpdesk.department.merging"
DEPARTMENT_AGREED = "helpdesk.department.merger-agreed"
DEPARTMENT_UNAGREED = "helpdesk.department.merger-unagreed"
DEPARTMENT_STAYS = "helpdesk.department.stays"
DEPARTMENT_MERGED = "helpdesk.department.merged"
DEPARTMENT_GREW = "helpdesk.department.grew"
CARRIED = "helpdesk.ticket.carried"
RATING_CARRIED = "helpdesk.rating.carried"
TALK_CARRIED = "helpdesk.conversation.carried"
POST_FILLED = "helpdesk.post.filled"
POST_LEFT = "helpdesk.post.left"
PROMISED = "helpdesk.promise.kept"
ASKED = "helpdesk.ticket.asked"
TAKEN = "helpdesk.ticket.taken"
DEEPENED = "helpdesk.ticket.deepened"
HANDED_OVER = "helpdesk.ticket.handed-over"
RETURNED = "helpdesk.ticket.returned"
ASSIGNED = "helpdesk.ticket.assigned"
URGED = "helpdesk.ticket.urged"
EXTENDED = "helpdesk.ticket.extended"
PAUSED = "helpdesk.ticket.paused"
RESUMED = "helpdesk.ticket.resumed"
ADDED = "helpdesk.ticket.added"
RELABELLED = "helpdesk.ticket.relabelled"
INSISTED = "helpdesk.ticket.insisted"
INVITED = "helpdesk.ticket.partners-invited"
CONTRIBUTED = "helpdesk.ticket.partner-answered"
RELEASED = "helpdesk.ticket.partner-released"
JOINED = "helpdesk.ticket.joined"
LEFT = "helpdesk.ticket.left"
ANSWERED = "helpdesk.ticket.answered"
FOLLOWED = "helpdesk.ticket.followed"
CONFIRMED = "helpdesk.ticket.confirmed"
UNSOLVED = "helpdesk.ticket.unsolved"
CALLED = "helpdesk.ticket.called"
LAPSED = "helpdesk.ticket.lapsed"
REOPENED = "helpdesk.ticket.reopened"
WITHDRAWN = "helpdesk.ticket.withdrawn"
REMINDED = "helpdesk.ticket.reminded"
ESCALATED = "helpdesk.ticket.escalated"
FORGOTTEN = "helpdesk.ticket.forgotten"
RATED = "helpdesk.rating.rated"
VERIFIED = "helpdesk.rating.verified"
MENDED = "helpdesk.rating.mended"
MEND_CALLED = "helpdesk.rating.called"
RATING_ESCALATED = "helpdesk.rating.escalated"
RATING_FORGOTTEN = "helpdesk.rating.forgotten"
TALK_OPENED = "helpdesk.conversation.opened"
TALK_TAKEN = "helpdesk.conversation.taken"
TALK_DEEPENED = "helpdesk.conversation.deepened"
TALK_MOVED = "helpdesk.conversation.handed-over"
TALK_ASSIGNED = "helpdesk.conversation.assigned"
TALK_RETURNED = "helpdesk.conversation.returned"
TALK_RELEASED = "helpdesk.conversation.released"
TALK_WARNED = "helpdesk.conversation.warned"
TALK_UNMANNED = "helpdesk.conversation.unmanned"
TALK_ENDED = "helpdesk.conversation.ended"
TALK_TICKET = "helpdesk.conversation.became-ticket"
TALK_RATED = "helpdesk.conversation.rated"
TALK_FILES_GONE = "helpdesk.conversation.files-gone"
TALK_FORGOTTEN = "helpdesk.conversation.forgotten"
ROSTER_KEPT = "helpdesk.roster.kept"
DUTY_TURNED = "helpdesk.duty.turned"
CANNED_KEPT = "helpdesk.canned.kept"

# A message of identity: this person left for good.
FORGET = "helpdesk.forget"

IMPORTS = ImportEvents("helpdesk")

LABELS = {
    **IMPORTS.labels,
    DEPARTMENT_OPENED: "部门开始接件",
    DEPARTMENT_CHANGED: "更正部门资料",
    DEPARTMENT_MERGING: "定下并入别的部门",
    DEPARTMENT_AGREED: "另一个人同意并入",
    DEPARTMENT_UNAGREED: "到日子没人同意，不并了",
    DEPARTMENT_STAYS: "不再并入",
    DEPARTMENT_MERGED: "并入别的部门",
    DEPARTMENT_GREW: "别的部门并进来",
    CARRIED: "部门合并，跟着转过来",
    RATING_CARRIED: "部门合并，跟着转过来",
    TALK_CARRIED: "部门合并，对话跟着转过来",
    POST_FILLED: "上岗",
    POST_LEFT: "离岗",
    PROMISED: "更改当地承诺时间",
    ASKED: "提出",
    TAKEN: "接手办理",
    DEEPENED: "转主办岗",
    HANDED_OVER: "转给别的部门",
    RETURNED: "退回首接部门",
    ASSIGNED: "督办指定部门",
    URGED: "督办催办",
    EXTENDED: "批准延长",
    PAUSED: "暂停计时",
    RESUMED: "恢复计时",
    ADDED: "补充情况",
    RELABELLED: "改了类别",
    INSISTED: "提问人坚持是投诉",
    INVITED: "请部门协办",
    CONTRIBUTED: "协办部门答复",
    RELEASED: "取消协办",
    JOINED: "并入同一件事",
    LEFT: "从同一件事里分出",
    ANSWERED: "答复",
    FOLLOWED: "同一件事有了答复",
    CONFIRMED: "提问人说解决了",
    UNSOLVED: "提问人说没解决",
    CALLED: "回访",
    LAPSED: "期满没有意见，办结",
    REOPENED: "重开",
    WITHDRAWN: "撤回",
    REMINDED: "到期前提醒",
    ESCALATED: "超期升级",
    FORGOTTEN: "提问人注销，文字已删除",
    RATED: "评价",
    VERIFIED: "核实差评",
    MENDED: "说明整改",
    MEND_CALLED: "回访差评",
    RATING_ESCALATED: "差评超期升级",
    RATING_FORGOTTEN: "评价人注销，文字已删除",
    TALK_OPENED: "开始对话",
    TALK_TAKEN: "接入对话",
    TALK_DEEPENED: "对话转主办岗",
    TALK_MOVED: "对话转给别的部门",
    TALK_ASSIGNED: "督办指定谁接着说",
    TALK_RETURNED: "对话退回首接部门",
    TALK_RELEASED: "工作人员离开，重新排队",
    TALK_WARNED: "提醒对话快要结束",
    TALK_UNMANNED: "没有人值班",
    TALK_ENDED: "结束对话",
    TALK_TICKET: "对话转为提问",
    TALK_RATED: "评价对话",
    TALK_FILES_GONE: "提问人注销，传的文件已删除",
    TALK_FORGOTTEN: "提问人注销，对话已删除",
    ROSTER_KEPT: "更改值班表",
    DUTY_TURNED: "更改在岗状态",
    CANNED_KEPT: "更改常用语",
}
