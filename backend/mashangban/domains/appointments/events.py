"""What is published about halls and bookings. Data holds ids, states and times, never personal data."""

HALL_OPENED = "appointments.hall.opened"
HALL_CHANGED = "appointments.hall.changed"
DAY_PLANNED = "appointments.hall.day-planned"
KIOSK_ENTERED = "appointments.kiosk.entered"
KIOSK_CHANGED = "appointments.kiosk.changed"
KIOSK_CODE_GIVEN = "appointments.kiosk.code-given"
KIOSK_REGISTERED = "appointments.kiosk.registered"
KIOSK_OFF = "appointments.kiosk.switched-off"
KIOSK_ON = "appointments.kiosk.switched-on"
HELD = "appointments.booking.held"
WAITED = "appointments.booking.waited"
OFFERED = "appointments.booking.offered"
CONFIRMED = "appointments.booking.confirmed"
KEPT = "appointments.booking.kept"
CANCELLED = "appointments.booking.cancelled"
LAPSED = "appointments.booking.lapsed"
UNFILLED = "appointments.booking.unfilled"
REMINDED = "appointments.booking.reminded"
CALLED = "appointments.booking.called"
PAPER_SENT = "appointments.booking.paper-sent"
CONTACT_SHOWN = "appointments.booking.contact-shown"
REVIEWED = "appointments.booking.reviewed"
ARRIVED = "appointments.booking.arrived"
WALKED_IN = "appointments.booking.walked-in"
FINISHED = "appointments.booking.finished"
MISSED = "appointments.booking.missed"
CALLED_OFF = "appointments.booking.called-off"
FORGOTTEN = "appointments.booking.forgotten"

# What leaves a place free, or somebody new behind those who wait: the queue is looked at.
MOVES_QUEUE = frozenset({CANCELLED, LAPSED, WAITED})

# A message of identity: this person left for good.
FORGET = "appointments.forget"

LABELS = {
    HALL_OPENED: "登记大厅",
    HALL_CHANGED: "更改大厅资料",
    DAY_PLANNED: "安排某一天",
    KIOSK_ENTERED: "登记自助机",
    KIOSK_CHANGED: "更改自助机",
    KIOSK_CODE_GIVEN: "给出新注册码",
    KIOSK_REGISTERED: "机器注册",
    KIOSK_OFF: "停用自助机",
    KIOSK_ON: "启用自助机",
    HELD: "占号",
    WAITED: "排队候补",
    OFFERED: "轮到候补",
    CONFIRMED: "确认预约",
    KEPT: "本人说会来",
    CANCELLED: "本人取消",
    LAPSED: "没有按时确认，号已放出",
    UNFILLED: "候补没有排到",
    REMINDED: "提醒",
    CALLED: "工作人员联系",
    PAPER_SENT: "先传了材料",
    CONTACT_SHOWN: "为联系本人看了姓名和电话",
    REVIEWED: "工作人员看了材料",
    ARRIVED: "到大厅签到",
    WALKED_IN: "现场取号",
    FINISHED: "办完",
    MISSED: "没有来",
    CALLED_OFF: "大厅停办，预约取消",
    FORGOTTEN: "本人注销，姓名已删除",
}
