"""A worker's days."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.attendance.schemas.devices import Id
from mashangban.domains.attendance.schemas.teams import PositionForm
from mashangban.domains.attendance.terms import DayState
from mashangban.files.schemas import LinkView
from mashangban.kernel.http.schemas import LINES, Schema

Words = Annotated[str, Field(max_length=300), LINES]


Overtime = Annotated[int, Field(ge=0, le=480, multiple_of=30)]


class DayAnswer(Schema):
    """What the worker says of a day: how many half days, overtime in half hours (left out: as it stands), in their own
    words, with photos that have arrived (purpose `evidence`)."""

    halves: int = Field(ge=0, le=2)
    overtime_minutes: Overtime | None = None
    words: Words = ""
    photos: list[Id] = Field(default=[], max_length=6)
    position: PositionForm | None = None


class DayCorrection(Schema):
    """The employer's word on a day, with its reason; overtime that is left out stays as it stands or is claimed."""

    halves: int = Field(ge=0, le=2)
    overtime_minutes: Overtime | None = None
    reason: Annotated[str, Field(min_length=2, max_length=300), LINES]


class DayRow(Schema):
    """One square of a calendar."""

    day: date
    state: DayState
    state_label: str
    halves: int
    overtime_minutes: int
    label: str
    contested: bool
    corrected: bool
    due_label: str


class MonthView(Schema):
    contract_id: str
    project_name: str
    team_name: str
    employer_name: str
    name_masked: str
    month: str
    days: list[DayRow]
    halves: int
    overtime_minutes: int
    waiting: int


class SightView(Schema):
    """What one witness saw, in words."""

    witness: str
    label: str
    lines: list[str]


class DayChange(Schema):
    at: datetime
    by: str
    before: str
    after: str
    reason: str


class SaidView(Schema):
    halves: int
    overtime_minutes: int
    label: str
    words: str
    by: str


class ClaimView(SaidView):
    """What the worker said, with the photos that came with it."""

    photos: list[LinkView]


class DayStep(Schema):
    at: datetime
    label: str
    by_label: str
    hash: str


class DayView(Schema):
    """A day whole: what the witnesses say, what came of it and why, who changed what, what one can do now."""

    contract_id: str
    day: date
    name_masked: str
    project_name: str
    team_name: str
    state: DayState
    state_label: str
    halves: int
    label: str
    minutes: int
    overtime_minutes: int
    why: str
    decided_by: str
    sights: list[SightView]
    asked: SaidView | None
    claimed: ClaimView | None
    contested: bool
    changes: list[DayChange]
    due_label: str
    rule: str
    acts: list[str]
    log: list[DayStep]


class DayDone(Schema):
    contract_id: str
    day: date
    state: DayState
    state_label: str
    halves: int


class Employed(Schema):
    """One of the worker's contracts as far as attendance goes, with the days that wait for an answer."""

    contract_id: str
    project_name: str
    team_id: str
    team_name: str
    in_force: bool
    starts_on: date
    ends_on: date | None
    today: DayRow | None
    questions: list[DayRow]


class QuestionRow(Schema):
    contract_id: str
    day: date
    name_masked: str
    team_name: str
    state: DayState
    state_label: str
    why: str
    claimed: SaidView | None
    due_label: str
