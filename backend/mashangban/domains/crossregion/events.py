"""What is published about alliances, items and cases. Data holds ids, regions and hashes, never personal data."""

from mashangban.imports.events import ImportEvents

FOUNDED = "crossregion.alliance.founded"
JOINED = "crossregion.alliance.zone-joined"
LEFT = "crossregion.alliance.zone-left"
BATCH_ADDED = "crossregion.alliance.batch-added"
ENTERED = "crossregion.item.entered"
PROPOSED = "crossregion.item.edition-proposed"
AGREED = "crossregion.item.agreed"
SUBMITTED = "crossregion.case.submitted"
COLLECTED = "crossregion.case.collected"
HANDED_OVER = "crossregion.case.handed-over"
RECEIVED = "crossregion.case.received"
LACKING = "crossregion.case.received-lacking"
PUT_RIGHT = "crossregion.case.page-put-right"
REJECTED = "crossregion.case.rejected"
ASKED = "crossregion.case.supplement-asked"
SUPPLIED = "crossregion.case.supplied"
PART_SPOKEN = "crossregion.case.part-spoken"
DECIDED = "crossregion.case.decided"
WITHDRAWN = "crossregion.case.withdrawn"
REMINDED = "crossregion.case.reminded"
LATE = "crossregion.case.late"
FORGOTTEN = "crossregion.case.forgotten"

WINDOW_KEPT = "crossregion.window.kept"
TRAINED = "crossregion.window.clerk-trained"
CLERK_LEFT = "crossregion.window.clerk-left"

AFFAIR_OPENED = "crossregion.affair.opened"
AFFAIR_ADDED = "crossregion.affair.part-added"
AFFAIR_SETTLED = "crossregion.affair.part-settled"
AFFAIR_ENDED = "crossregion.affair.ended"
AFFAIR_FORGOTTEN = "crossregion.affair.forgotten"
AFFAIR_REMINDED = "crossregion.affair.reminded"

# A message of identity: this person left for good.
FORGET = "crossregion.forget"

IMPORTS = ImportEvents("crossregion")

LABELS = {
    **IMPORTS.labels,
    FOUNDED: "登记联盟",
    JOINED: "地区加入",
    LEFT: "地区退出",
    BATCH_ADDED: "登记一批事项",
    ENTERED: "列入清单",
    PROPOSED: "提出新标准",
    AGREED: "同意标准",
    SUBMITTED: "本人提交",
    COLLECTED: "窗口收件，已核对材料和身份",
    HANDED_OVER: "交出",
    RECEIVED: "收到，逐页核对一致",
    LACKING: "核对有缺页或不一致",
    PUT_RIGHT: "补上一页",
    REJECTED: "没有收下",
    ASKED: "一次告知要补的材料",
    SUPPLIED: "补交材料",
    PART_SPOKEN: "联办地区给出意见",
    DECIDED: "作出决定",
    WITHDRAWN: "本人撤回",
    REMINDED: "到期前提醒",
    LATE: "超过时限",
    FORGOTTEN: "本人注销，姓名已删除",
    WINDOW_KEPT: "登记窗口",
    TRAINED: "记下培训",
    CLERK_LEFT: "离开窗口",
    AFFAIR_OPENED: "登记",
    AFFAIR_ADDED: "添加一条",
    AFFAIR_SETTLED: "办好一条",
    AFFAIR_ENDED: "结束",
    AFFAIR_FORGOTTEN: "派出的人注销，姓名已删除",
    AFFAIR_REMINDED: "到期提醒",
}
