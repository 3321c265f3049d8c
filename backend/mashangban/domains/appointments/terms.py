"""How far a booking has come, what an agent found out before the visit, and the times of it all.

The times are this platform's own rule.
"""

from datetime import timedelta
from enum import StrEnum

from mashangban.kernel.labelled import Labelled

AHEAD_DAYS = 14
HOLD_MINUTES = 5
OFFER_MINUTES = 30
# Nobody has to answer an offer by night: it stands until half an hour after the day begins.
NIGHT_FROM, NIGHT_TO = 21, 8
CLOSES_MINUTES = 30
CUT_OFF_HOURS = 2
EARLY_MINUTES = 60
LATE_MINUTES = 30
CODE_MINUTES = 5
REMIND_HOURS = (24, 2)
# Halls around somebody: squares of the map (geohash) as far as some were found, and how many are shown.
CELL, FINE, COARSE = 6, 5, 4
ENOUGH_NEAR, MOST_NEAR, MOST_IN_CELL = 3, 20, 50
MOST_WAITING = 50
MOST_PLACES = 200
# Three visits missed within ninety days: the next is had by walking in.
MISSES, MISS_DAYS = 3, 90


# A kiosk says every minute that it runs; two such words missing mean that it does not. Our own figures.
KIOSK_SILENT = timedelta(seconds=150)
KIOSK_CODE_LIFE = timedelta(hours=24)
MOST_KIOSKS = 1000


class KioskFunction(Labelled):
    """What a kiosk may show."""

    GUIDES = "guides", "办事指南"
    PACKAGES = "packages", "办事套餐"
    BOOKING = "booking", "预约取号"
    AGENT = "agent", "找人问"
    ASK = "ask", "问一问"
    WAGES = "wages", "查我的工资"
    CONTRACTS = "contracts", "查我的合同"


class KioskPaper(Labelled):
    """What a kiosk prints on."""

    ROLL = "roll", "80 毫米小票"
    A4 = "a4", "A4 纸"
    NONE = "none", "没有打印机"


class KioskPresence(Labelled):
    """How a kiosk stands at a moment."""

    NEW = "new", "未注册"
    ONLINE = "online", "在线"
    SILENT = "silent", "离线"
    OFF = "off", "已停用"


class State(Labelled):
    """held -> booked -> present -> done; or waiting -> offered -> booked. Each other state is an end."""

    HELD = "held", "待确认"
    WAITING = "waiting", "候补排队中"
    OFFERED = "offered", "轮到您了，待确认"
    BOOKED = "booked", "已预约"
    PRESENT = "present", "已签到"
    DONE = "done", "已办完"
    CANCELLED = "cancelled", "已取消"
    LAPSED = "lapsed", "没有按时确认"
    UNFILLED = "unfilled", "没有排到"
    MISSED = "missed", "没有来"
    CALLED_OFF = "called_off", "大厅停办，已取消"

    @property
    def promised(self) -> bool:
        """Whether a place is kept for the person until a moment."""
        return self in (State.HELD, State.OFFERED)

    @property
    def open(self) -> bool:
        """Whether the visit is still ahead."""
        return self in (State.HELD, State.WAITING, State.OFFERED, State.BOOKED)

    @property
    def takes_place(self) -> bool:
        """Whether a place of the slot is this booking's."""
        return self.promised or self in (State.BOOKED, State.PRESENT, State.DONE, State.MISSED)


class Call(Labelled):
    """What the assigned agent heard when they called before the visit."""

    NONE = "none", "还没联系"
    COMING = "coming", "本人说会来"
    UNREACHED = "unreached", "没联系上"
    GIVING_UP = "giving_up", "说不来了，等本人确认"


class Verdict(Labelled):
    """What the assigned agent says of one paper before the visit."""

    TODO = "todo", "待看"
    FINE = "fine", "可以"
    MEND = "mend", "要改"


class Counted(StrEnum):
    """What is counted of a hall's month."""

    BOOKED = "booked"
    WALKED_IN = "walked_in"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"
    ONLINE = "online"
