"""Evaluations on the wire."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.claims.schemas import ClaimTrack, Reason, Region
from mashangban.domains.claims.terms.evaluating import EvaluationState
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES


class EvaluationForm(Schema):
    """1 to 5 stars for how the claim was dealt with; words are for the office and supervision, not for the public."""

    stars: int = Field(ge=1, le=5)
    text: Annotated[str, Field(max_length=500), LINES] = ""


class EvaluationDone(Schema):
    id: str
    stars: int
    state: EvaluationState
    state_label: str
    version: int


class EvaluationsQuery(ListQuery):
    """`bucket`: what is being mended, or the rest."""

    region: Region
    bucket: Literal["open", "done"] = "open"


class EvaluationRow(Schema):
    id: str
    number: str
    policy_title: str
    stars: int
    at: datetime
    state: EvaluationState
    state_label: str


class EvaluationView(Schema):
    """An evaluation as its enterprise and the offices see it."""

    row: EvaluationRow
    text: str
    answer: str
    verdict: str
    deadlines: list[DeadlineView]
    log: list[ClaimTrack]
    actions: list[str]


class MendingConfirmed(Schema):
    """Whether what the office mended will do, with reasons."""

    accepted: bool
    text: Reason


class StarsQuery(Schema):
    """Of a policy or of a region."""

    policy_id: str | None = Field(None, max_length=40)
    region: Region | None = None


class StarsView(Schema):
    """How often each number of stars was given; satisfied are four and five."""

    one: int
    two: int
    three: int
    four: int
    five: int
    total: int
    satisfied_percent: int | None
