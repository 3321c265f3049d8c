"""A team's roll, its code, scans, its month."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.attendance.schemas.devices import Id
from mashangban.domains.attendance.terms import DayState, Direction
from mashangban.kernel.http.schemas import LINES, ONE_LINE, Schema


class RollTeam(Schema):
    """A team that somebody may call the roll of; `today` is how far today's roll is."""

    id: str
    name: str
    project_id: str
    project_name: str
    today: date
    called: bool
    present: int


class RollLine(Schema):
    contract_id: Id
    halves: int = Field(ge=0, le=2)
    overtime_minutes: int = Field(0, ge=0, le=480, multiple_of=30)
    note: Annotated[str, Field(max_length=60), ONE_LINE] = ""


class RollForm(Schema):
    """The whole team's day in one act; `reason` when an earlier roll of the day is changed."""

    entries: list[RollLine] = Field(min_length=1, max_length=300)
    reason: Annotated[str, Field(max_length=200), LINES] = ""


class MemberLine(Schema):
    """A person on the roll, with what the other witnesses saw so far."""

    contract_id: str
    name_masked: str
    trade: str
    halves: int | None
    overtime_minutes: int
    note: str
    first_in: datetime | None
    last_out: datetime | None
    scanned: bool
    state: DayState
    state_label: str


class RollView(Schema):
    team_id: str
    team_name: str
    project_name: str
    day: date
    closed: bool
    called_at: datetime | None
    reason: str
    closes_at: datetime
    members: list[MemberLine]


class RollDone(Schema):
    team_id: str
    day: date
    version: int
    full: int
    half: int
    absent: int


class CodeView(Schema):
    """The code to show now, until `next_at`; it can be scanned half a minute longer."""

    team_name: str
    link: str
    code: str
    next_at: datetime
    seconds_left: int


class PositionForm(Schema):
    """Where the phone believes to be, in millionths of a degree: a hint, never a witness."""

    latitude_e6: int = Field(ge=-90_000_000, le=90_000_000)
    longitude_e6: int = Field(ge=-180_000_000, le=180_000_000)


class PunchForm(Schema):
    code: str = Field(min_length=20, max_length=80)
    direction: Direction
    position: PositionForm | None = None


class ScanDone(Schema):
    contract_id: str
    day: date
    direction: Direction
    at: datetime
    team_name: str


class GridCell(Schema):
    day: date
    state: DayState
    halves: int
    contested: bool
    corrected: bool


class GridLine(Schema):
    contract_id: str
    name_masked: str
    trade: str
    cells: list[GridCell]
    halves: int
    overtime_minutes: int
    waiting: int


class TeamMonth(Schema):
    """A team's month: a line a person, a cell a day that anything was said of."""

    team_id: str
    team_name: str
    project_id: str
    project_name: str
    month: str
    lines: list[GridLine]
