"""Gate devices and what they report."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AwareDatetime, Field

from mashangban.domains.attendance.terms import MOST_PASSES, DeviceState, Direction, PassState
from mashangban.kernel.http.schemas import ONE_LINE, Schema

Id = Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{26}$")]


class DeviceForm(Schema):
    """A gate to register; `late_days` is how late an offline device may still report."""

    name: Annotated[str, Field(min_length=1, max_length=30), ONE_LINE]
    spot: Annotated[str, Field(min_length=1, max_length=60), ONE_LINE]
    late_days: int = Field(7, ge=1, le=30)


class DeviceView(Schema):
    id: str
    name: str
    spot: str
    state: DeviceState
    state_label: str
    late_days: int
    registered_at: datetime
    last_seen_at: datetime | None
    skew_seconds: int
    passes: int


class DeviceKey(Schema):
    """A device with its secret: shown this once."""

    device: DeviceView
    secret: str
    id: str


class PassLine(Schema):
    """One passage: `worker` from the roster, the device's own time and count."""

    worker: Id
    at: AwareDatetime
    direction: Direction
    sequence: int = Field(ge=0, le=2**53)


class PassReport(Schema):
    """What a device saw; an empty list says that it lives."""

    passes: list[PassLine] = Field(max_length=MOST_PASSES)


class PassResult(Schema):
    sequence: int
    state: PassState
    repeated: bool


class PassAnswer(Schema):
    """One result a line, in the order of the report; `skew_seconds` is how far the device's clock is ahead of ours."""

    results: list[PassResult]
    skew_seconds: int


class RosterLine(Schema):
    """Who may pass: no contract in force, no entry (条例 Art. 28)."""

    worker: str
    contract_number: str
    name_masked: str
    team: str
    trade: str
    from_day: date
    until_day: date | None


class Roster(Schema):
    project: str
    workers: list[RosterLine]
    next_cursor: str | None
