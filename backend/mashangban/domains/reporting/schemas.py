"""Reports on the wire: what platforms answer, what officers see and decide."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from mashangban.domains.reporting.terms import ReportState, Topic
from mashangban.domains.reporting.terms.codes import Word
from mashangban.kernel.http.schemas import ONE_LINE, ListQuery, Schema

Place = Annotated[str, Field(pattern=r"^([0-9]{2}|[0-9]{6})$")]
Region = Annotated[str, Field(pattern=r"^([0-9]{2}|[0-9]{4}|[0-9]{6})$")]


class ReceiptLine(Schema):
    """What the platform says about one report in one revision."""

    key: str = Field(max_length=80)
    revision: int = Field(ge=1)
    accepted: bool
    receipt: str = Field("", max_length=80)
    code: str = Field("", max_length=60)
    message: str = Field("", max_length=300)


class Receipt(Schema):
    """A batch's results, as a platform answers or calls back; none while it still works on them."""

    platform: str = Field(max_length=10)
    batch_key: str = Field(max_length=40)
    ticket: str = Field("", max_length=60)
    results: list[ReceiptLine] = Field([], max_length=100)


class ReportQuery(ListQuery):
    """Reports of one county in one state, perhaps of one kind; of a whole platform (two digits) only what waits for a
    person."""

    region: Place
    state: ReportState = ReportState.REJECTED
    topic: Topic | None = None


class RegionQuery(Schema):
    region: Region


class Correction(Schema):
    """Another code of the platform for this one report, with the reason."""

    word: Word
    code: str = Field(min_length=1, max_length=20)
    note: Annotated[str, Field(min_length=2, max_length=100), ONE_LINE]


class Retry(Schema):
    """What was put right, e.g. after a call with the platform."""

    note: Annotated[str, Field(min_length=2, max_length=100), ONE_LINE]


class Retries(Schema):
    """Many reports, one reason."""

    reports: list[Annotated[str, Field(max_length=80)]] = Field(min_length=1, max_length=50)
    note: Annotated[str, Field(min_length=2, max_length=100), ONE_LINE]


class RetriesDone(Schema):
    done: int
    failed: int
    reasons: list[str]


class ReportRow(Schema):
    """One line of a list."""

    id: str
    topic: Topic
    topic_label: str
    state: ReportState
    state_label: str
    platform: str
    platform_name: str
    region: str
    project_name: str
    name_masked: str
    month: str
    changed_at: datetime
    code: str
    reason: str
    receipt: str


class CodeChoice(Schema):
    value: str
    label: str


class Correctable(Schema):
    """A word of this report and the codes its platform has for it."""

    word: Word
    label: str
    codes: list[CodeChoice]


class LogLine(Schema):
    at: datetime
    label: str
    by_label: str
    note: str
    hash: str


class ReportView(ReportRow):
    """One report whole: what exactly is sent, masked; `missing` says why nothing can be written now."""

    revision: int
    next_at: datetime | None
    digest: str
    batch_key: str
    attempts: int
    chosen: dict[str, str]
    payload: dict[str, Any]
    missing: str
    correctable: list[Correctable]
    actions: list[str]
    log: list[LogLine]


class ReportDone(Schema):
    id: str
    state: ReportState
    state_label: str


class Cell(Schema):
    key: str
    label: str
    count: int


class DayFlow(Schema):
    day: date
    sent: int
    accepted: int
    rejected: int
    stuck: int


class TopicStates(Schema):
    topic: Topic
    label: str
    states: list[Cell]


class BoardPart(Schema):
    """A city or county below, and how its reports stand."""

    key: str
    label: str
    reports: int
    accepted: int
    needs_person: int


class BoardView(Schema):
    """A region's reports by state; `days` and `oldest_due_at` (as of the last minute) only for a whole platform
    (province)."""

    region: str
    region_name: str
    platform: str
    platform_name: str
    states: list[Cell]
    topics: list[TopicStates]
    days: list[DayFlow]
    oldest_due_at: datetime | None
    parts: list[BoardPart]


class MapCode(Schema):
    ours: str
    code: str | None
    label: str
    source: str
    verified: bool
    reason: str


class MapWord(Schema):
    word: Word
    label: str
    codes: list[MapCode]


class MapField(Schema):
    ours: str
    theirs: str | None


class MapThing(Schema):
    name: str
    fields: list[MapField]


class MapView(Schema):
    """One platform's code and field map in force."""

    platform: str
    platform_name: str
    effective_from: date
    source: str
    verified: bool
    words: list[MapWord]
    things: list[MapThing]
