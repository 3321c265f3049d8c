"""What is published about expected pay and complaints. Data holds ids, states and amounts, never personal data.

The accused unit's words have a subject of their own (`complaint_reply`): whoever acted in a chain may read it in the
log, and the complaint's chain names the worker.
"""

EXPECTED = "arrears.pay.expected"
REMINDED = "arrears.pay.reminded"
LATE = "arrears.pay.late"
ESCALATED = "arrears.pay.escalated"
LINE_HEARD = "arrears.pay.line-heard"
REOPENED = "arrears.pay.reopened"
SETTLED = "arrears.pay.settled"
BROUGHT_FORWARD = "arrears.pay.brought-forward"
ANSWERED = "arrears.pay.answered"

OPENED = "arrears.complaint.opened"
EVIDENCE_ORDERED = "arrears.complaint.evidence-ordered"
EVIDENCE_READY = "arrears.complaint.evidence-ready"
ACCEPTED = "arrears.complaint.accepted"
PROPOSED = "arrears.complaint.proposed"
WORKER_ANSWERED = "arrears.complaint.worker-answered"
UNIT_ANSWERED = "arrears.complaint.unit-answered"
ORDERED = "arrears.complaint.ordered"
PAID = "arrears.complaint.paid"
INSISTED = "arrears.complaint.insisted"
EXTENDED = "arrears.complaint.extended"
PAUSED = "arrears.complaint.paused"
RESUMED = "arrears.complaint.resumed"
JOINED = "arrears.complaint.joined"
OVERDUE = "arrears.complaint.overdue"
CLOSED = "arrears.complaint.closed"
WITHDRAWN = "arrears.complaint.withdrawn"
TRANSFERRED = "arrears.complaint.transferred"

REPLIED = "arrears.reply.given"

# A message to the registry: a credit fact of an enterprise.
FACT = "arrears.fact"
ATTENDANCE_DAY = "attendance.day"
WAGES_LINE = "wages.line"

LABELS = {
    EXPECTED: "开始记这个月的工资",
    REMINDED: "提前提醒单位",
    LATE: "过了发薪日，预警单位和总包",
    ESCALATED: "升级督办",
    LINE_HEARD: "工资单有新情况",
    REOPENED: "工人说没收到，重新计时",
    SETTLED: "工资结清",
    BROUGHT_FORWARD: "合同结束，工资提前到最后一天结清",
    ANSWERED: "单位答复预警",
    OPENED: "投诉已提交",
    EVIDENCE_ORDERED: "开始整理证据",
    EVIDENCE_READY: "证据材料已做好",
    ACCEPTED: "监管部门已受理",
    PROPOSED: "提出方案",
    WORKER_ANSWERED: "工人答复",
    UNIT_ANSWERED: "单位答复",
    ORDERED: "责令单位支付",
    PAID: "单位说已付款，等工人确认",
    INSISTED: "工人说没解决，继续办",
    EXTENDED: "办理期限延长",
    PAUSED: "计时暂停",
    RESUMED: "计时恢复",
    JOINED: "与同班组投诉并案",
    OVERDUE: "超过期限，上级督办",
    CLOSED: "投诉办结",
    WITHDRAWN: "工人撤回投诉",
    TRANSFERRED: "工人同意转仲裁",
}
