"""Three witnesses compared: do they agree, on how much, and what is asked when they do not.

Each witness says a span of half days: the roll exactly one number, gate and scan what the minutes allow. Where all
spans meet in one number the day is settled; where they do not, the worker is asked. Nobody who was seen is made
absent here.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from mashangban.domains.attendance.rules.marks import Marks, Punch
from mashangban.domains.attendance.terms import FULL, HALF, HALVES_LABELS, OFF, Direction, Witness

# Minutes on the site, lunch included (ours: a day on a site is eight to ten hours from gate to gate).
_FULL_FROM, _EITHER_FROM, _HALF_FROM = 420, 330, 180
_LONGEST = timedelta(hours=24)


class Verdict(StrEnum):
    """What a comparison comes to."""

    SETTLED = "settled"
    ASK = "ask"
    ABSENT = "absent"  # the foreman says so and nobody saw the worker
    NONE = "none"  # nobody said anything


@dataclass(frozen=True, slots=True)
class Span:
    """From how many to how many half days a witness bears out."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Finding:
    """The result: half days when settled, the most that any witness bears out, minutes (0: unknown), and why."""

    verdict: Verdict
    halves: int
    favour: int
    minutes: int
    overtime_minutes: int
    why: str

    @property
    def worked(self) -> tuple[int, int]:
        """Half days and minutes of overtime."""
        return self.halves, self.overtime_minutes


def reconcile(marks: Marks) -> Finding:
    """Compare the witnesses of a day."""
    said = spans(marks)
    low = max((span.low for span in said.values()), default=OFF)
    high = min((span.high for span in said.values()), default=OFF)
    favour = max((span.high for span in said.values()), default=OFF)
    verdict = _verdict(said, low, high)
    halves = low if verdict is Verdict.SETTLED else OFF
    overtime = marks.roll.overtime_minutes if marks.roll and verdict is Verdict.SETTLED else 0
    return Finding(verdict, halves, favour, minutes_of(marks), overtime, _why(marks, verdict, said))


def spans(marks: Marks) -> dict[Witness, Span]:
    """What each witness says. Positions say nothing."""
    said: dict[Witness, Span] = {}
    if marks.gate:
        said[Witness.GATE] = _span(marks.gate)
    if marks.roll is not None:
        said[Witness.ROLL] = Span(marks.roll.halves, marks.roll.halves)
    if marks.scan:
        said[Witness.SCAN] = _span(marks.scan)
    return said


def minutes_of(marks: Marks) -> int:
    """Minutes on the site from first in to last out: by the gate, else by scans, 0 when neither has both ends."""
    return _minutes(marks.gate) or _minutes(marks.scan) or 0


def _verdict(said: dict[Witness, Span], low: int, high: int) -> Verdict:
    if not said:
        return Verdict.NONE
    seen = any(span.high > OFF for span in said.values())
    if not seen:
        return Verdict.ABSENT
    return Verdict.SETTLED if low == high and low > OFF else Verdict.ASK


def _minutes(punches: tuple[Punch, ...]) -> int | None:
    ins = [one.at for one in punches if one.direction is Direction.IN]
    outs = [one.at for one in punches if one.direction is Direction.OUT]
    if not ins or not outs or not timedelta() < max(outs) - min(ins) <= _LONGEST:
        return None
    return int((max(outs) - min(ins)).total_seconds()) // 60


def _span(punches: tuple[Punch, ...]) -> Span:
    minutes = _minutes(punches)
    if minutes is None:  # only in or only out: was here, nobody knows how long
        return Span(HALF, FULL)
    if minutes >= _FULL_FROM:
        return Span(FULL, FULL)
    if minutes >= _EITHER_FROM:
        return Span(HALF, FULL)
    return Span(HALF, HALF) if minutes >= _HALF_FROM else Span(OFF, HALF)


def _why(marks: Marks, verdict: Verdict, said: dict[Witness, Span]) -> str:
    """In words for a worker: what each witness says."""
    if verdict is Verdict.NONE:
        return "这一天没有进出记录，也没有点名"
    parts = [_says(witness, marks) for witness in said]
    return "；".join(parts)


def _says(witness: Witness, marks: Marks) -> str:
    if witness is Witness.ROLL and marks.roll is not None:
        return f"班组长点名记{HALVES_LABELS[marks.roll.halves]}"
    punches = marks.gate if witness is Witness.GATE else marks.scan
    minutes = _minutes(punches)
    if minutes is None:
        only = "进场" if punches[-1].direction is Direction.IN else "出场"
        return f"{witness.label}只有{only}记录"
    return f"{witness.label}记录在场{minutes // 60}小时{minutes % 60}分"
