"""Wire shapes of matters: what a person brings, what the office says, what each sees."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.matters.schemas.offers import MatterAsk
from mashangban.domains.matters.schemas.ratings import MatterRatingView
from mashangban.domains.matters.terms import (
    MOST_FIELDS,
    MOST_FILES,
    MOST_RESULTS,
    MOST_WANTED,
    SUPPLY_DAYS,
    SUPPLY_LEAST,
    SUPPLY_MOST,
    Brought,
    Delivery,
    MatterState,
    Outcome,
    Stage,
    Whose,
)
from mashangban.files.schemas import LinkView
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

Region = Annotated[str, Field(pattern=r"^\d{2}(\d{2}){0,2}$")]
Name = Annotated[str, Field(min_length=1, max_length=60), ONE_LINE]
_FileId = Annotated[str, Field(min_length=1, max_length=64)]
_Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,29}$")]
Said = Annotated[str, Field(min_length=2, max_length=500), LINES]
Note = Annotated[str, Field(max_length=500), LINES]


class MatterEntry(Schema):
    """A paper: its files, or the way in which none is needed."""

    name: Name
    how: Brought
    files: list[_FileId] = Field([], max_length=MOST_FILES)
    because: Annotated[str, Field(max_length=100), ONE_LINE] = ""


class MatterFilling(Schema):
    """The whole draft as it is now; what is not named is not there."""

    entries: list[MatterEntry] = Field([], max_length=MOST_WANTED)
    values: dict[_Key, Annotated[str, Field(max_length=200), ONE_LINE]] = Field({}, max_length=MOST_FIELDS)
    delivery: Delivery = Delivery.PHONE
    address: Annotated[str, Field(max_length=120), ONE_LINE] = ""


class MatterSupply(Schema):
    """The papers that were asked for."""

    entries: list[MatterEntry] = Field(min_length=1, max_length=MOST_WANTED)


class MatterVerdict(Schema):
    """What an official says of a paper before it is handed in."""

    name: Name
    fine: bool
    why: Annotated[str, Field(max_length=200), ONE_LINE] = ""


class MatterCheck(Schema):
    verdicts: list[MatterVerdict] = Field(min_length=1, max_length=MOST_WANTED)


class MatterSaid(Schema):
    """The reason of a refusal, of a pause or of more time; what was mended, or why that will not do."""

    said: Said


class MatterAsked(Schema):
    """Everything that lacks, and how many working days the person has for it."""

    said: Said
    days: int = Field(SUPPLY_DAYS, ge=SUPPLY_LEAST, le=SUPPLY_MOST)


class MatterDecision(Schema):
    """The decision; `results` are the files of what was granted."""

    outcome: Outcome
    reason: Note = ""
    results: list[_FileId] = Field([], max_length=MOST_RESULTS)


class MatterDelivered(Schema):
    """Handed over at the hall, or given to a courier with its number."""

    waybill: Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9-]*$")] = ""


class MatterDone(Schema):
    """What an act answers."""

    id: str
    number: str
    state: str
    state_label: str


class MatterRow(Schema):
    """A matter in a list."""

    id: str
    number: str
    item_id: str
    name: str
    region_name: str
    state: str
    state_label: str
    stage: str
    due_at: datetime | None
    late: bool
    made_at: datetime


class MatterEntryView(Schema):
    """A paper of the item and how it is brought; `how` is empty while it is not."""

    name: str
    need_label: str
    required: bool
    licence: str
    note: str
    how: str
    how_label: str
    files: list[LinkView]
    because: str
    fine: bool | None
    why: str
    ways: list[Brought]


class MatterValueView(Schema):
    """A line of the form; a private one says so instead of its value where the viewer may not see it."""

    key: str
    label: str
    value: str
    hidden: bool


class MatterPaperView(Schema):
    """A paper of the matter: its document once it is there."""

    kind: str
    label: str
    document_id: str
    ready: bool
    failed: bool


class MatterStep(Schema):
    at: datetime
    label: str
    by_label: str
    note: str
    hash: str


class MatterView(Schema):
    """A matter: the same steps and clocks for its person and its office."""

    row: MatterRow
    applicant: str
    department: str
    phone: str
    edition: int
    days: int
    result: str
    asks: list[MatterAsk]
    entries: list[MatterEntryView]
    values: list[MatterValueView]
    gaps: list[str]
    deliveries: list[Delivery]
    delivery: Delivery
    delivery_label: str
    address: str
    waybill: str
    check_asked: bool
    checked: bool
    asked: str
    silent: bool
    paused: str
    outcome_label: str
    reason: str
    results: list[LinkView]
    papers: list[MatterPaperView]
    clocks: list[DeadlineView]
    rating: MatterRatingView | None
    actions: list[str]
    talk_id: str
    log: list[MatterStep]


class MatterDeskQuery(ListQuery):
    """What waits for an office at one stage, the most urgent first; without a stage all that came in, newest first.

    Of these the matters in a state, those whose item's name has the words, one's own, or the late ones. A page may then
    hold fewer than were asked for, or none, and still have a next one: more is found there.
    """

    region: Region
    stage: Stage | None = None
    state: MatterState | None = None
    words: Annotated[str, Field(max_length=30), ONE_LINE] = ""
    whose: Whose | None = None


class MatterMonthQuery(Schema):
    """The items of an office in the month in which a day lies; today's without one."""

    region: Region
    day: date | None = None


class MatterMonthView(Schema):
    """An item's month: how many passed at once, how fast, how often silence accepted, how people rated it."""

    item_id: str
    name: str
    submitted: int
    first_pass_percent: int | None
    asked: int
    refused: int
    silent: int
    decided: int
    granted: int
    on_time_percent: int | None
    average_days: float | None
    withdrawn: int
    lapsed: int
    rated: int
    average_stars: float | None
    content_percent: int | None
