"""Shapes of a period and of its result: what is asked, what stopped the clock, when it is due and why."""

import datetime as dt
from dataclasses import dataclass

from mashangban.deadlines.terms import UNIT_LABELS, StepKind, Unit


@dataclass(frozen=True, slots=True)
class Term:
    """How long a period is, and the law or promise that says so."""

    amount: int
    unit: Unit
    source: str = ""

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise ValueError("a period has at least one unit")

    @property
    def label(self) -> str:
        """Say it in plain words, as 5个工作日."""
        return f"{self.amount}{UNIT_LABELS[self.unit]}"


@dataclass(frozen=True, slots=True)
class Pause:
    """A listed stop of the clock: from, to (None while it lasts), and the reason a citizen is shown."""

    starts_at: dt.datetime
    ends_at: dt.datetime | None
    reason: str

    def __post_init__(self) -> None:
        if self.ends_at is not None and self.ends_at < self.starts_at:
            raise ValueError("a pause ends after it starts")

    def overlaps(self, start: dt.datetime, end: dt.datetime) -> bool:
        """Tell whether any part of [start, end) lies in the pause; one without length touches nothing."""
        if self.ends_at is None:
            return self.starts_at < end
        return max(self.starts_at, start) < min(self.ends_at, end)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic: days first to last, the running total and the words for people."""

    kind: StepKind
    first: dt.date
    last: dt.date
    text: str
    total: float = 0.0
    source: str = ""
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class DueTime:
    """When a period ends and the arithmetic behind it.

    `due_at` is the first instant that is too late: 24:00 of the last day is 00:00 of the next. It is None
    while a pause without an end stops the clock; `left` then says what is left of the period.
    """

    due_at: dt.datetime | None
    last_day: dt.date | None
    label: str
    steps: tuple[Step, ...]
    estimated: bool
    left: str = ""

    @property
    def moment(self) -> str:
        """Say the instant alone, as 11月26日（周四）24:00, for sentences that bring their own 前 or 到期."""
        return self.label.removesuffix("前")

    @property
    def stopped(self) -> bool:
        """Tell whether the clock stands still."""
        return self.due_at is None
