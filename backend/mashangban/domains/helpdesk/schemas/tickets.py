"""Tickets on the wire. What staff and asker see is the same: words, clocks, who holds it, each step."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.helpdesk.schemas.ratings import RatingView
from mashangban.domains.helpdesk.terms import (
    MOST_PARTNERS,
    MOST_PHOTOS,
    CallResult,
    Channel,
    TicketClass,
    TicketTopic,
)
from mashangban.domains.helpdesk.terms.pausing import PauseReason
from mashangban.files.schemas import LinkView
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

_WORDS = Annotated[str, Field(min_length=2, max_length=2000), LINES]
_REASON = Annotated[str, Field(min_length=2, max_length=500), LINES]
_ID = Annotated[str, Field(max_length=40)]


class TicketAsked(Schema):
    """What somebody asks: where (a county), what about, what kind of matter, in words and photos of their own."""

    region: str = Field(pattern=r"^\d{6}$")
    topic: TicketTopic
    klass: TicketClass
    text: _WORDS
    where: Annotated[str, Field(max_length=80), ONE_LINE] = ""
    photos: list[Annotated[str, Field(max_length=64)]] = Field([], max_length=MOST_PHOTOS)
    channel: Channel = Channel.PHONE


class TicketAdd(Schema):
    text: _WORDS


class TicketWord(Schema):
    """The asker's word about an answer."""

    solved: bool
    text: Annotated[str, Field(max_length=500), LINES] = ""


class TicketReason(Schema):
    text: _REASON


class TicketTo(Schema):
    """Another department, and why."""

    department_id: _ID
    text: _REASON


class TicketPartners(Schema):
    """Departments that are asked for their part, and what is asked of them."""

    department_ids: list[_ID] = Field(min_length=1, max_length=MOST_PARTNERS)
    text: _REASON


class TicketPause(Schema):
    """Why the clock stands still, until which day, and what is awaited."""

    reason: PauseReason
    until: date
    text: _REASON


class TicketLabel(Schema):
    """Another class, and why."""

    klass: TicketClass
    text: _REASON


class TicketJoin(Schema):
    """The ticket about the same matter that this one joins."""

    parent_id: _ID
    text: _REASON


class TicketAnswer(Schema):
    text: _WORDS


class TicketCall(Schema):
    """What a call-back found."""

    result: CallResult
    text: _REASON


class TicketsQuery(ListQuery):
    """`where`: a department's id or a county's code."""

    where: str = Field(max_length=40)
    bucket: Literal["open", "late", "answered", "ended"] = "open"


class TicketRow(Schema):
    id: str
    number: str
    klass: str
    klass_label: str
    topic_label: str
    where: str
    desk_name: str
    post_label: str
    state: str
    state_label: str
    climb: str
    climb_label: str
    relabelled: bool
    asked_at: datetime
    due_label: str = ""


class TicketStep(Schema):
    """One step; `words` is what was written with it."""

    at: datetime
    label: str
    by_label: str
    words: str
    hash: str


class TicketPartner(Schema):
    department_id: str
    name: str
    answered: bool


class TicketView(Schema):
    """A ticket whole. `deadline` is the clock that counts now, with its arithmetic; `clocks` are all of them;
    `talk_id` is the conversation that it came from, empty for none.
    """

    row: TicketRow
    region: str
    asked_as_label: str
    first_name: str
    text: str
    answer: str
    photos: list[LinkView]
    pause_label: str
    partners: list[TicketPartner]
    parent_number: str
    talk_id: str
    children: int
    deadline: DeadlineView | None
    clocks: list[DeadlineView]
    log: list[TicketStep]
    rating: RatingView | None
    actions: list[str]


class TicketDone(Schema):
    id: str
    number: str
    state: str
    state_label: str
