"""What is published about matters. Data holds ids, hashes and states, never personal data."""

OFFERED = "matters.offer.kept"
BEGUN = "matters.matter.begun"
SAVED = "matters.matter.saved"
CHECK_ASKED = "matters.matter.check-asked"
CHECKED = "matters.matter.checked"
SUBMITTED = "matters.matter.submitted"
SUPPLEMENT_ASKED = "matters.matter.supplement-asked"
SUPPLIED = "matters.matter.supplied"
ACCEPTED = "matters.matter.accepted"
SILENT = "matters.matter.accepted-by-silence"
REFUSED = "matters.matter.refused"
PAUSED = "matters.matter.paused"
RESUMED = "matters.matter.resumed"
EXTENDED = "matters.matter.extended"
DECIDED = "matters.matter.decided"
DELIVERED = "matters.matter.delivered"
WITHDRAWN = "matters.matter.withdrawn"
LAPSED = "matters.matter.lapsed"
RATED = "matters.matter.rated"
ANSWERED = "matters.matter.mending-answered"
SENT_BACK = "matters.matter.mending-sent-back"
MENDED = "matters.matter.mended"
PRINTED = "matters.matter.paper-printed"
NOT_PRINTED = "matters.matter.paper-failed"
REMINDED = "matters.matter.reminded"
LATE = "matters.matter.late"
FORGOTTEN = "matters.matter.forgotten"

# A message of identity: this person left for good.
FORGET = "matters.forget"

LABELS = {
    OFFERED: "设置网上办理",
    BEGUN: "开始准备",
    SAVED: "保存",
    CHECK_ASKED: "请工作人员先看材料",
    CHECKED: "工作人员看过材料",
    SUBMITTED: "提交",
    SUPPLEMENT_ASKED: "一次告知要补的材料",
    SUPPLIED: "补交材料",
    ACCEPTED: "受理",
    SILENT: "五个工作日没有告知，自动受理",
    REFUSED: "不予受理",
    PAUSED: "暂停计时",
    RESUMED: "继续计时",
    EXTENDED: "延长时限",
    DECIDED: "作出决定",
    DELIVERED: "送达",
    WITHDRAWN: "本人不办了",
    LAPSED: "到期没补材料，算撤回",
    RATED: "本人评价",
    ANSWERED: "差评整改的答复写好，等同事确认",
    SENT_BACK: "差评整改的答复退回重写",
    MENDED: "同事确认整改，答复本人",
    PRINTED: "文书已生成",
    NOT_PRINTED: "文书没有生成",
    REMINDED: "到期前提醒",
    LATE: "超过时限",
    FORGOTTEN: "本人注销，个人内容已删除",
}
