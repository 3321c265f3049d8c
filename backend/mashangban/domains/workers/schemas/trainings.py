"""Safety training on the wire."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.workers.schemas.amendments import Stroke
from mashangban.domains.workers.schemas.teams import Id, Name, Named
from mashangban.domains.workers.terms.skills import Presence, TrainingLevel
from mashangban.files.schemas import LinkView
from mashangban.kernel.http.schemas import ONE_LINE, Schema

Title = Annotated[str, Field(min_length=2, max_length=40), ONE_LINE]


class TrainingForm(Schema):
    """A session that was held: for the whole site, or for one team when `team_id` is given (a foreman must)."""

    team_id: Id | None = None
    level: TrainingLevel
    title: Title
    hours: int = Field(ge=1, le=72)
    held_on: date
    trainer: Name
    photos: list[Id] = Field(default_factory=list, max_length=3)


class PickForm(Schema):
    """Who of the contracts in force was there; each confirms on their own phone."""

    contract_ids: list[Id] = Field(min_length=1, max_length=20)


class Hand(Schema):
    """A name written by hand on a canvas of width x height."""

    strokes: list[Stroke] = Field(min_length=1, max_length=200)
    width: int = Field(ge=50, le=4096)
    height: int = Field(ge=50, le=4096)


class ScanForm(Schema):
    code: str = Field(min_length=20, max_length=60)
    hand: Hand | None = None


class TrainingConfirmation(Schema):
    hand: Hand | None = None


class TrainingCard(Schema):
    """What a worker sees after scanning a session's code."""

    training_id: str
    project: Named
    team: Named | None
    level: TrainingLevel
    level_label: str
    title: str
    hours: int
    held_on: date
    trainer: str
    open: bool
    confirmed_at: datetime | None


class TrainingRow(Schema):
    id: str
    project: Named
    team: Named | None
    level: TrainingLevel
    level_label: str
    title: str
    hours: int
    held_on: date
    trainer: str
    listed: int
    confirmed: int


class TraineeRow(Schema):
    """One person of a session's list."""

    worker_name_masked: str
    presence: Presence
    presence_label: str
    listed_at: datetime
    confirmed_at: datetime | None
    signed: bool


class TrainingView(TrainingRow):
    """A session with its list; the code is there while it can be scanned."""

    recorded_by: str
    photos: list[LinkView]
    code: str | None
    code_url: str | None
    trainees: list[TraineeRow]


class MyTrainingRow(Schema):
    """A session in one's own record; `counts` says whether it opens its project's gate today."""

    id: str
    project: Named
    level_label: str
    title: str
    hours: int
    held_on: date
    counts_until: date
    counts: bool
    confirmed_at: datetime | None
    signed: bool


class TrainingDone(Schema):
    """The answer of an act."""

    id: str
    title: str
    listed: int
    confirmed: bool
