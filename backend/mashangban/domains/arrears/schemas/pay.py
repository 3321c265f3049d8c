"""Expected pay on the wire."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.kernel.http.schemas import LINES, ListQuery, Schema

Text = Annotated[str, Field(min_length=2, max_length=500), LINES]
Fen = Annotated[int, Field(ge=1, le=100_000_000_00)]


class PlaceQuery(ListQuery):
    """A county (six digits) or a project, and a group of its rows."""

    where: str = Field(min_length=6, max_length=64)
    bucket: str = Field("", max_length=20, pattern=r"^[a-z]*$")


class PayRow(Schema):
    """One month's pay in a list; `sentence` says in one line what stands when."""

    id: str
    month_label: str
    project: str
    team: str
    employer: str
    worker_name_masked: str
    number: str
    state: str
    state_label: str
    level: str
    level_label: str
    due_on: date
    days_late: int
    amount_fen: int | None
    sentence: str


class RungView(Schema):
    """One step of the ladder: who must act, from when on, whether it has come to that."""

    name: str
    label: str
    who: str
    at: datetime
    at_label: str
    reached: bool


class PayerView(Schema):
    """Who pays first, with the article."""

    order: int
    who: str
    duty: str
    article: str


class LineView(Schema):
    """What the pay table said, and when."""

    at: datetime
    label: str
    amount_fen: int


class LogLine(Schema):
    """One step of the chain in plain words, with its fingerprint."""

    at: datetime
    label: str
    by_label: str
    hash: str
    text: str = ""


class PayView(Schema):
    """One month's pay whole: the same arithmetic for worker, unit and supervisor.

    `complaint_id` and the way to their own pay line (`line_id`) are for the worker alone: nobody else learns from here
    that there is a complaint.
    """

    id: str
    row: PayRow
    duty: str
    days_worked: float
    estimated_fen: int | None
    deadline: DeadlineView | None
    ladder: list[RungView]
    payers: list[PayerView]
    lines: list[LineView]
    log: list[LogLine]
    line_id: str = ""
    complaint_id: str = ""
    actions: list[str]
