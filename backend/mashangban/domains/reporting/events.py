"""What is published about reports and batches. Data holds ids, states and codes, never personal data."""

OPENED = "reporting.report.opened"
CHANGED = "reporting.report.changed"
SENT = "reporting.report.sent"
ACCEPTED = "reporting.report.accepted"
REJECTED = "reporting.report.rejected"
HELD = "reporting.report.held"
STUCK = "reporting.report.stuck"
RETURNED = "reporting.report.returned"
RETRIED = "reporting.report.retried"
CORRECTED = "reporting.report.corrected"

BATCH_CLAIMED = "reporting.batch.claimed"
BATCH_WRITTEN = "reporting.batch.written"
BATCH_ANSWERED = "reporting.batch.answered"
BATCH_DISSOLVED = "reporting.batch.dissolved"
BATCH_GIVEN_UP = "reporting.batch.given-up"
BATCH_CONTRADICTED = "reporting.batch.contradicted"

LABELS = {
    OPENED: "有了要报送的内容",
    CHANGED: "内容有变化，重新排队",
    SENT: "交给发送",
    ACCEPTED: "平台已接收",
    REJECTED: "平台退回",
    HELD: "暂不报送",
    STUCK: "报不出去，转人工",
    RETURNED: "平台没有收到，重新排队",
    RETRIED: "重新报送",
    CORRECTED: "更正后重新报送",
}
# Each counts once on the day it happens.
FLOWS = {SENT: "sent", ACCEPTED: "accepted", REJECTED: "rejected", STUCK: "stuck"}
