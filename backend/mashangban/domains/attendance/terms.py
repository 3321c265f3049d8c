"""Words of attendance, and the limits that rules work with."""

from datetime import timedelta
from enum import StrEnum

# 条例 Art. 50: what the law makes the employer keep and the employer does not produce counts against it. From this
# (ours): a question nobody answers is settled in the worker's favour, within what a witness saw.
BURDEN = "保障农民工工资支付条例第五十条：用人单位不提供依法应保存的资料，依法承担不利后果"

FULL, HALF, OFF = 2, 1, 0
MOST_WORKED = (FULL, 480)  # minutes of overtime
HALVES_LABELS = {FULL: "一天", HALF: "半天", OFF: "没上工"}

# A site may work past midnight (pouring concrete): what happens before 4:00 counts to the day before.
DAY_BEGINS = timedelta(hours=4)
CLOSES_AT = timedelta(hours=36)  # 12:00 of the next day
ROLL_DAYS = 7
CLAIM_DAYS = 60

# The clock of a device may go wrong by this much (the national platform refuses beyond 6 to 10 minutes).
MOST_SKEW = timedelta(minutes=6)
AHEAD = timedelta(minutes=1)
MOST_PASSES = 200

STEP_SECONDS = 30
STEPS_VALID = 2


class Witness(StrEnum):
    """Who can say that somebody worked. A position alone is no witness."""

    GATE = "gate"
    ROLL = "roll"
    SCAN = "scan"

    @property
    def label(self) -> str:
        return {"gate": "闸机", "roll": "班组长点名", "scan": "工人扫码"}[self.value]


class Direction(StrEnum):
    """CheckType of the national platform standard: 1 入 2 出."""

    IN = "in"
    OUT = "out"

    @property
    def label(self) -> str:
        return {"in": "进场", "out": "出场"}[self.value]


class DayState(StrEnum):
    """Where a worker-day stands."""

    OPEN = "open"
    QUESTIONED = "questioned"  # the worker is asked
    CLAIMED = "claimed"  # the worker claims a day that the witnesses do not bear out; the employer is asked
    SETTLED = "settled"
    NONE = "none"  # nobody saw the worker; a day that can be claimed

    @property
    def label(self) -> str:
        return _STATES[self]

    @property
    def waits(self) -> bool:
        return self in (DayState.QUESTIONED, DayState.CLAIMED)


_STATES = {
    DayState.OPEN: "还在收集",
    DayState.QUESTIONED: "等您答复",
    DayState.CLAIMED: "等单位核实",
    DayState.SETTLED: "已定",
    DayState.NONE: "没有记录",
}


class Decider(StrEnum):
    """Whose word settled a day."""

    WITNESSES = "witnesses"
    WORKER = "worker"
    OFFICE = "office"
    SILENCE = "silence"

    @property
    def label(self) -> str:
        return {"witnesses": "记录一致", "worker": "工人答复", "office": "单位确认", "silence": "逾期未答"}[
            self.value
        ]


class DeviceState(StrEnum):
    """A device may send until it is revoked."""

    ACTIVE = "active"
    REVOKED = "revoked"

    @property
    def label(self) -> str:
        return {"active": "在用", "revoked": "已停用"}[self.value]


class PassState(StrEnum):
    """What became of one line of a device's report."""

    ACCEPTED = "accepted"
    UNKNOWN = "unknown"
    FUTURE = "future"
    TOO_OLD = "too_old"
