"""What is published about pay tables and lines. Data holds ids, states, counts and fen, never personal data."""

TABLE_MADE = "wages.table.made"
ROWS_REPLACED = "wages.table.rows-replaced"
ROW_CHANGED = "wages.table.row-changed"
TABLE_SHOWN = "wages.table.shown"
TABLE_REMINDED = "wages.table.reminded"
TABLE_DUE = "wages.table.due"
TABLE_ADVANCED = "wages.table.advanced"
TABLE_SUBMITTED = "wages.table.submitted"
TABLE_RETURNED = "wages.table.returned"
TABLE_APPROVED = "wages.table.approved"
RUN_ORDERED = "wages.table.run-ordered"
TABLE_CLOSED = "wages.table.closed"
TABLE_REOPENED = "wages.table.reopened"
TABLE_DISCARDED = "wages.table.discarded"

UPLOAD_RECEIVED = "wages.upload.received"
UPLOAD_CHECKED = "wages.upload.checked"
UPLOAD_APPLIED = "wages.upload.applied"
UPLOAD_CANCELLED = "wages.upload.cancelled"

LINE_SHOWN = "wages.line.shown"
LINE_SEEN = "wages.line.seen"
LINE_CONFIRMED = "wages.line.confirmed"
LINE_OBJECTED = "wages.line.objected"
LINE_CHANGED = "wages.line.changed"
LINE_ANSWERED = "wages.line.answered"
LINE_INSISTED = "wages.line.insisted"
LINE_REMINDED = "wages.line.reminded"
LINE_APPROVED = "wages.line.approved"
LINE_ORDERED = "wages.line.ordered"
LINE_PAID = "wages.line.paid"
LINE_RETURNED = "wages.line.returned"
LINE_RESENT = "wages.line.resent"
LINE_ANSWERED_FOR = "wages.line.worker-said"
LINE_INSPECTED = "wages.line.inspected"
SLIP_PRINTED = "wages.line.slip-printed"

# What other rooms are told, and what this one hears (docs/wages.md).
LINE = "wages.line"
RUN = "payments.run"
TRANSFER = "payments.transfer"
RESULT = "payments.result"
PAYEE = "payments.payee"
DAY = "attendance.day"

# How the log of one's own line words each event.
LABELS = {
    LINE_SHOWN: "工资单发给工人核对",
    LINE_SEEN: "工人看过",
    LINE_CONFIRMED: "工人签字确认",
    LINE_OBJECTED: "工人提出异议",
    LINE_CHANGED: "工资有改动，重新请工人核对",
    LINE_ANSWERED: "单位答复异议",
    LINE_INSISTED: "工人坚持异议",
    LINE_REMINDED: "系统提醒",
    LINE_APPROVED: "总包批准发放",
    LINE_ORDERED: "送银行发放",
    LINE_PAID: "银行已发到卡上",
    LINE_RETURNED: "银行退回",
    LINE_RESENT: "重新发放",
    LINE_ANSWERED_FOR: "工人说明到账情况",
    LINE_INSPECTED: "监管部门调阅",
    SLIP_PRINTED: "生成工资条",
}
