"""What is reported, how far a report has come, and the limits of sending."""

from datetime import timedelta
from enum import StrEnum


class Topic(StrEnum):
    """One report a contract, a worker's month on site, or a line of pay; each carries one or more standard objects."""

    WORKER = "worker"
    ATTENDANCE = "attendance"
    PAY = "pay"

    @property
    def label(self) -> str:
        return {"worker": "人员与合同", "attendance": "考勤", "pay": "工资"}[self.value]


class ReportState(StrEnum):
    """`held` waits for its matter to go on (an objection, a question); `stuck` and `rejected` wait for a person."""

    WAITING = "waiting"
    HELD = "held"
    SENT = "sent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    STUCK = "stuck"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def needs_person(self) -> bool:
        return self in {ReportState.REJECTED, ReportState.STUCK}


_LABELS = {
    ReportState.WAITING: "待报送",
    ReportState.HELD: "暂不报送",
    ReportState.SENT: "已发送，等回执",
    ReportState.ACCEPTED: "已接收",
    ReportState.REJECTED: "被退回",
    ReportState.STUCK: "需要人工处理",
}


class BatchState(StrEnum):
    """`sending`: it is not known whether the platform has it; it is asked before anything is sent again."""

    SENDING = "sending"
    TAKEN = "taken"
    ANSWERED = "answered"
    DISSOLVED = "dissolved"
    GIVEN_UP = "given_up"

    @property
    def open(self) -> bool:
        return self in {BatchState.SENDING, BatchState.TAKEN}


# One batch is claimed in one transaction (100 items at most): two items a report, two for the batch itself.
BATCH = 40
SHARDS = 8
# Changes within this time travel together; attendance of the running month travels once a night.
QUIET = timedelta(minutes=1)
NIGHT_HOUR = 2
FIRST_ASK = timedelta(seconds=30)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
# 1 + 2 + 4 ... 32 + 60 + 60 minutes: after some three hours of silence a person is told.
ASKS = 8
SENDINGS = 6

NOT_CODED = "local.no-code"
FAULT = "local.fault"
SILENT = "local.platform-silent"
BATCH_REFUSED = "platform.batch-refused"
