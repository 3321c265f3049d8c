"""What is published about devices, team-days and worker-days. Data holds ids, states, counts and hashes only."""

DAY = "attendance.day"  # the message to those who count days (docs/wages.md)

DEVICE_REGISTERED = "attendance.device.registered"
DEVICE_ROTATED = "attendance.device.rotated"
DEVICE_REVOKED = "attendance.device.revoked"
PASSES_TAKEN = "attendance.device.passes-taken"
TEAMDAY_OPENED = "attendance.teamday.opened"
ROLL_CALLED = "attendance.teamday.roll-called"
TEAMDAY_CLOSED = "attendance.teamday.closed"
SCANNED = "attendance.workday.scanned"
NOTED = "attendance.workday.noted"
SETTLED = "attendance.workday.settled"
QUESTIONED = "attendance.workday.questioned"
UNRECORDED = "attendance.workday.unrecorded"
CORRECTED = "attendance.workday.corrected"
ANSWERED = "attendance.workday.answered"
CLAIMED = "attendance.workday.claimed"
CONTESTED = "attendance.workday.contested"
CONFIRMED = "attendance.workday.confirmed"
LAPSED = "attendance.workday.lapsed"
REMINDED = "attendance.workday.reminded"

# After these a worker-day counts otherwise on the boards.
MOVES = frozenset(
    {NOTED, SETTLED, QUESTIONED, UNRECORDED, CORRECTED, ANSWERED, CLAIMED, CONTESTED, CONFIRMED, LAPSED}
)

# How the log of a day words each event.
LABELS = {
    SCANNED: "工人扫码打卡",
    NOTED: "补到一条记录，结果不变",
    SETTLED: "记录一致，考勤已定",
    QUESTIONED: "记录不一致，请工人答复",
    UNRECORDED: "没有上工记录",
    CORRECTED: "更正考勤",
    ANSWERED: "工人答复",
    CLAIMED: "工人申报上工，请单位核实",
    CONTESTED: "双方说法不同，都已记录",
    CONFIRMED: "单位确认",
    LAPSED: "逾期未答，按规则确定",
    REMINDED: "系统提醒",
}
