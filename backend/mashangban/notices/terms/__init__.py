"""Words of notices: channels, what became of a delivery, quiet hours and patience."""

from datetime import timedelta
from enum import StrEnum


class Channel(StrEnum):
    """Ways to a person beside the inbox."""

    WECHAT = "wechat"
    SMS = "sms"


CHANNEL_LABELS = {Channel.WECHAT: "微信", Channel.SMS: "短信"}


class DeliveryState(StrEnum):
    """What became of one channel of one notice."""

    WAITING = "waiting"
    STANDBY = "standby"  # used only when the channel before it can't reach the person
    SENT = "sent"
    UNREACHABLE = "unreachable"
    GAVE_UP = "gave_up"
    SPARED = "spared"


STATE_LABELS = {
    DeliveryState.WAITING: "等待发送",
    DeliveryState.STANDBY: "备用",
    DeliveryState.SENT: "已发送",
    DeliveryState.UNREACHABLE: "发不到",
    DeliveryState.GAVE_UP: "多次未发成",
    DeliveryState.SPARED: "不必再发",
}


class Reason(StrEnum):
    """Why a channel did not simply send."""

    NO_ADDRESS = "no_address"
    REFUSED = "refused"
    MUTED = "muted"
    PARTNER_SILENT = "partner_silent"
    ANSWER_LOST = "answer_lost"
    ALREADY_READ = "already_read"
    OTHER_CHANNEL = "other_channel"


REASON_LABELS = {
    Reason.NO_ADDRESS: "没有登记这种联系方式",
    Reason.REFUSED: "对方没有订阅或号码停用",
    Reason.MUTED: "本人关闭了这类提醒",
    Reason.PARTNER_SILENT: "对接系统没有响应",
    Reason.ANSWER_LOST: "已交给对接系统，回执丢失",
    Reason.ALREADY_READ: "本人已在消息里看过",
    Reason.OTHER_CHANNEL: "已用其他方式发出",
}

# Nobody is woken for what can wait: 21:00 to 08:00 in China.
QUIET_FROM_HOUR = 21
QUIET_TO_HOUR = 8

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
# Tries before the next channel takes over (about a quarter of an hour), or for the last one (about seven hours).
TRIES_WITH_STANDBY = 5
TRIES = 12

# How long a run that died keeps a notice from the others.
HELD = timedelta(minutes=2)

# How long a repeated request for the same notice is recognised.
DEDUPE_KEPT = timedelta(days=90)
