"""What a citizen and a supervisor see of a deadline: the same lines for both."""

from datetime import date, datetime

from mashangban.kernel.http import Schema


class StepView(Schema):
    """One line of the arithmetic; `text` is complete by itself."""

    kind: str
    first: date
    last: date
    text: str
    source: str
    estimated: bool


class PauseView(Schema):
    """A stop of the clock; `ends_at` is null while it lasts."""

    starts_at: datetime
    ends_at: datetime | None
    reason: str


class DeadlineView(Schema):
    """A deadline with its arithmetic. `due_at` is the first instant that is too late; show `due_label` to people."""

    kind: str
    label: str
    state: str
    state_label: str
    overdue: bool
    started_at: datetime
    due_at: datetime | None
    due_label: str
    estimated: bool
    note: str | None
    pauses: list[PauseView]
    steps: list[StepView]
