"""Wire shapes of bookings and visits."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.appointments.terms import (
    Call,
    Verdict,
)
from mashangban.files.schemas import LinkView
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES

_Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,40}$")]
_Note = Annotated[str, Field(max_length=200), LINES]
_Start = Annotated[str, Field(pattern=r"^\d{4}$")]


class BookingForm(Schema):
    """Which place is wanted: hall, matter, day and the slot's start as HHMM."""

    hall_id: str = Field(max_length=40)
    matter: _Code
    day: date
    start: _Start


class BookingDone(Schema):
    """What an act answers; `until` is the moment before which a promise is to be confirmed."""

    id: str
    number: str
    state: str
    state_label: str
    until: datetime | None = None


class BookingRow(Schema):
    id: str
    number: str
    hall_id: str
    hall_name: str
    matter_name: str
    day: date
    starts_at: datetime
    ends_at: datetime
    state: str
    state_label: str
    until: datetime | None


class BookingPaper(Schema):
    """One paper to bring, and what the agent said of its picture."""

    name: str
    verdict: str
    verdict_label: str
    note: str
    photo: LinkView | None


class BookingStep(Schema):
    at: datetime
    label: str
    by_label: str
    hash: str


class BookingView(Schema):
    """A booking as its person sees it; `ahead` wait before them, `late` says that cancelling counts as missed."""

    row: BookingRow
    address: str
    phone: str
    latitude_e6: int
    longitude_e6: int
    ahead: int | None
    late: bool
    call: str
    call_label: str
    call_note: str
    papers: list[BookingPaper]
    actions: list[str]
    log: list[BookingStep]


class CheckInCodeView(Schema):
    """The text of the picture, good once and for five minutes."""

    code: str
    valid_until: datetime


class PaperPhoto(Schema):
    number: int = Field(ge=0, le=11)
    file_id: str = Field(max_length=64)


class VisitsQuery(ListQuery):
    day: date


class VisitRow(BookingRow):
    """A visit as the hall sees it: the person's name masked, empty for who walked in."""

    person: str
    call: str
    call_label: str
    to_mend: int


class VisitView(Schema):
    """A visit with its papers for the agent who answers for it."""

    row: VisitRow
    agent: str
    call_note: str
    papers: list[BookingPaper]
    actions: list[str]
    log: list[BookingStep]


class ArrivalForm(Schema):
    """What was scanned at the hall."""

    hall_id: str = Field(max_length=40)
    code: str = Field(max_length=80)


class WalkInForm(Schema):
    """Who came without a booking takes what is left of a slot that has closed online."""

    matter: _Code
    start: _Start


class CallForm(Schema):
    """What the agent heard."""

    heard: Call
    note: _Note = ""


class PaperReview(Schema):
    """The agent's word on one paper."""

    number: int = Field(ge=0, le=11)
    verdict: Verdict
    note: _Note = ""


class VisitContact(Schema):
    """Whom the agent calls, in full; that it was shown stands in the booking's log, where the person reads it."""

    name: str
    phone: str
