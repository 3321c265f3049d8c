"""Supplements, changes and ends of a contract."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.workers.schemas.teams import Pay, TradeCode
from mashangban.domains.workers.terms import AmendmentKind, AmendmentState
from mashangban.kernel.http.schemas import LINES, Schema

# Why, in one's own words.
Words = Annotated[str, Field(min_length=2, max_length=200), LINES]
# One point of handwriting: x, y, milliseconds and perhaps pressure; all of them finite numbers.
Number = Annotated[float, Field(allow_inf_nan=False)]
Point = Annotated[list[Number], Field(min_length=3, max_length=4)]
Stroke = Annotated[list[Point], Field(min_length=1, max_length=2000)]


class Changes(Schema):
    """What shall be different; a supplement says it in `text`."""

    pay: Pay | None = None
    period_end: date | None = None
    trade_code: TradeCode | None = None
    text: Annotated[str, Field(max_length=500), LINES] | None = None


class AmendmentProposal(Schema):
    kind: AmendmentKind
    reason: Words
    effective_on: date
    changes: Changes = Changes()


class Acceptance(Schema):
    """The worker accepts with handwriting over the document; the employer's operator without."""

    document_sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$")
    strokes: list[Stroke] | None = Field(None, max_length=200)
    width: int | None = Field(None, ge=50, le=4096)
    height: int | None = Field(None, ge=50, le=4096)
    consent_version: str | None = Field(None, max_length=20)


class AmendmentView(Schema):
    """A proposed or agreed amendment; `differences` are ready to be read aloud."""

    id: str
    kind: AmendmentKind
    kind_label: str
    state: AmendmentState
    state_label: str
    by_worker: bool
    reason: str
    effective_on: date
    differences: list[str]
    document_id: str | None
    document_sha256: str | None
    at: datetime
