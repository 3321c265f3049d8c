"""Ratings and their mending on the wire."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.helpdesk.terms.rating import RatingTag
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES

_REASON = Annotated[str, Field(min_length=2, max_length=500), LINES]


class RatingForm(Schema):
    """One to five stars, what they are about, and words if one likes."""

    stars: int = Field(ge=1, le=5)
    tags: list[RatingTag] = Field([], max_length=len(RatingTag))
    text: Annotated[str, Field(max_length=500), LINES] = ""


class RatingFinding(Schema):
    """What supervision found of a bad word: whether there is something to mend, and why."""

    founded: bool
    text: _REASON


class RatingCall(Schema):
    """Whether the asker is content now, said on the telephone."""

    content: bool
    text: _REASON


class RatingsQuery(ListQuery):
    """`where`: a department's id or a county's code."""

    where: str = Field(max_length=40)
    bucket: Literal["open", "ended"] = "open"


class RatingRow(Schema):
    """A rating in a list: of a ticket with its number, or of a conversation."""

    ticket_id: str
    talk_id: str
    number: str
    desk_name: str
    stars: int
    state_label: str
    climb_label: str
    at: datetime


class RatingView(Schema):
    stars: int
    stars_label: str
    tag_labels: list[str]
    text: str
    at: datetime
    state: str
    state_label: str
    finding: str
    mended: str
    verdict: str
    clocks: list[DeadlineView]


class RatingDone(Schema):
    ticket_id: str
    talk_id: str
    number: str
    state: str
    state_label: str
